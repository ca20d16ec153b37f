zhujieFound("en/names/00/42",[["events/zhou-jingren-to-ant","event","Zhou Jingren moves to Ant","","周靖人转岗蚂蚁","zh-Hans","Zhou Jingren moved to Ant Group at the end of 2020.","",[]]])

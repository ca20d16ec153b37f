zhujieFound("zh-hans/names/00/42",[["events/zhou-jingren-to-ant","event","周靖人转岗蚂蚁","","Zhou Jingren moves to Ant","en","周靖人2020年底转岗蚂蚁。","",[]]])

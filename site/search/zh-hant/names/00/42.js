zhujieFound("zh-hant/names/00/42",[["events/zhou-jingren-to-ant","event","周靖人轉崗螞蟻","","Zhou Jingren moves to Ant","en","周靖人2020年底轉崗螞蟻。","",[]]])

/// The plan of the house: what each room may import. `Sources/README.md` draws it; changing it is an act of design.
enum Plan {
  static let imports: [String: Set<String>] = [
    "ZhujieText": ["CThreadSanitizer", "Synchronization"],
    "ZhujieTables": [],
    "ZhujieScript": ["ZhujieText", "ZhujieTables", "CScriptTables"],
    "ZhujieEntities": ["ZhujieText"],
    "ZhujieMarkdown": ["ZhujieText", "CMarkGFM"],
    "ZhujieSite": ["ZhujieText", "CMarkupBits", "Glibc"],
    "ZhujieInput": ["ZhujieText", "ZhujieEntities", "Yams", "Glibc"],
    "ZhujieAnnotation": ["ZhujieText", "ZhujieScript", "ZhujieEntities"],
    "ZhujieSearch": ["ZhujieText", "ZhujieScript"],
    "ZhujiePictures": ["ZhujieText", "ZhujieEntities", "ZhujieMarkdown", "ZhujieInput"],
    "ZhujieReport": [
      "ZhujieText", "ZhujieScript", "ZhujieEntities", "ZhujieMarkdown", "ZhujieInput", "ZhujieAnnotation",
      "ZhujiePictures",
    ],
    "ZhujieMeaning": [
      "ZhujieText", "ZhujieScript", "ZhujieEntities", "ZhujieMarkdown", "ZhujieInput", "ZhujieAnnotation", "ZhujieReport",
    ],
    "ZhujiePages": [
      "ZhujieText", "ZhujieScript", "ZhujieEntities", "ZhujieMarkdown", "ZhujieSite", "ZhujieInput",
      "ZhujieAnnotation", "ZhujieSearch", "ZhujiePictures", "ZhujieReport", "Mustache", "Synchronization",
    ],
    "ZhujieBuild": [
      "ZhujieText", "ZhujieScript", "ZhujieEntities", "ZhujieMarkdown", "ZhujieSite", "ZhujieInput",
      "ZhujieAnnotation", "ZhujieSearch", "ZhujieReport", "ZhujieMeaning", "ZhujiePages", "CBuiltInTheme", "Glibc", "Synchronization",
    ],
    "ZhujieServer": ["ZhujieText", "ZhujieSite", "Glibc", "Foundation"],
    "zhujie": [
      "ZhujieText", "ZhujieSite", "ZhujieMeaning", "ZhujieBuild", "ZhujieServer", "CAllocator", "CStarters", "ArgumentParser", "Foundation", "Glibc",
      "Synchronization",
    ],
    "TableCompiler": ["ZhujieTables", "Foundation"],
  ]

  /// Words that stand in no room but those named, and why that matters.
  static let words: [(word: String, allowedIn: Set<String>, reason: String)] = [
    ("OpaquePointer", ["ZhujieMarkdown"], "only one room speaks C"),
    ("FileManager", ["TableCompiler"], "the disk is read in Input and written in Site, without Foundation"),
    ("Date()", [], "no output depends on the clock"),
    ("Locale", [], "no output depends on the locale"),
    ("try!", [], "nothing of the input may end the program"),
    ("as! ", [], "nothing of the input may end the program"),
    ("unowned", [], "nothing of the input may end the program"),
    ("preconditionFailure(", [], "nothing of the input may end the program"),
    ("fatalError(", [], "nothing of the input may end the program"),
    ("Mutex", ["ZhujieText"], "the thread sanitizer is told of what is `Locked`"),
    ("package ", [], "the compiler carries nothing that is `package` from room to room to be inlined"),
    ("@unchecked Sendable", [], "what is shared is a value or locked"),
  ]
}

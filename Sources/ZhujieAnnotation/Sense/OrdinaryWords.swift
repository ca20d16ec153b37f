import ZhujieScript
import ZhujieText

/// The words of the language that a name can be mistaken for.
enum OrdinaryWords {
  /// Whether a sequence of symbols of the pivot is an ordinary word, or a phrase of words so frequent that
  /// it turns up by chance.
  static func isOrdinary(_ symbols: [UInt32]) -> Bool {
    guard symbols.count <= 6, symbols.allSatisfy(ScalarClass.isHan) else { return false }
    var bytes: [UInt8] = []
    for symbol in symbols { UTF8Scan.append(symbol, to: &bytes) }
    return bytes.withUnsafeBufferPointer { buffer in
      var isWord = false
      WordModel.builtIn.forEachWord(startingAt: 0, in: buffer) { end, _ in
        if end == buffer.count { isWord = true }
      }
      return isWord
    }
  }
}

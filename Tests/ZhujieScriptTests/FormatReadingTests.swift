import TestSupport
import Testing
import ZhujieTables
import ZhujieText

@testable import ZhujieScript

/// The copies that the loops read with equal what they copy.
@Suite struct FormatReadingTests {
  @Test("flags are those of the format")
  func flags() {
    #expect(ScalarFlag.isAmbiguous == ScalarEntry.isAmbiguous)
    #expect(ScalarFlag.isTraditionalOnly == ScalarEntry.isTraditionalOnly)
    #expect(ScalarFlag.isSimplifiedOnly == ScalarEntry.isSimplifiedOnly)
    #expect(ScalarFlag.isShared == ScalarEntry.isShared)
    #expect(ScalarFlag.isJapanese == ScalarEntry.isJapanese)
    for scalar in [0x33FF, 0x3400, 0x9FFF, 0xA000] as [UInt32] {
      #expect(FlatFlag.contains(scalar) == FlatEntry.range.contains(scalar))
    }
    #expect(FlatFlag.isAmbiguous == FlatEntry.isAmbiguous)
    #expect(FlatFlag.isTraditionalOnly == FlatEntry.isTraditionalOnly)
    #expect(FlatFlag.isSimplifiedOnly == FlatEntry.isSimplifiedOnly)
    #expect(FlatFlag.isLonger == FlatEntry.isLonger)
    #expect(FlatFlag.isChanging == FlatEntry.isChanging)
  }

  @Test("hashes and slots are read as they are written")
  func slots() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let parent = Int.random(in: 0..<1 << 20, using: &random)
      let scalarClass = Int.random(in: 1..<1 << 15, using: &random)
      let child = Int.random(in: 1..<1 << 20, using: &random)
      let cost = Bool.random(using: &random) ? Int.random(in: 0...126, using: &random) : nil
      let slot = TrieSlot(
        parent: parent,
        scalarClass: scalarClass,
        child: child,
        cost: cost,
        isOrdinary: Bool.random(using: &random),
        hasChildren: Bool.random(using: &random)
      )
      let edge = TrieEdge(bits: slot.bits)
      #expect(
        edge.key == slot.key && TrieEdge.key(parent: parent, scalarClass: scalarClass) == slot.key
      )
      #expect(TrieEdge.home(of: edge.key, bits: 19) == TrieSlot.home(of: slot.key, bits: 19))
      #expect(edge.child == child && edge.isWord == (cost != nil))
      #expect(edge.cost == Int32(cost ?? -1))
      #expect(edge.isOrdinary == slot.isOrdinary && edge.hasChildren == slot.hasChildren)
      let (a, b) = (Int32(parent), Int32(scalarClass))
      #expect(pairBit(a, b) == PairHash.bit(a, b))
    }
  }

  @Test("every scalar is read as ZhujieText reads it")
  func scalars() {
    for value in (UInt32(0)..<0x11_0000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if isHan(value) != ScalarClass.isHan(value) { Issue.record("U+\(String(value, radix: 16))") }
      guard value % 97 == 0 || value < 0x1000 else { continue }
      let bytes = Array(("漢" + String(Character(scalar))).utf8)
      bytes.withUnsafeBufferPointer { bytes in
        #expect(bytes.scalar(at: 3) == UTF8Scan.scalar(at: 3, in: bytes))
        #expect(
          bytes.scalar(before: bytes.count) == UTF8Scan.scalar(before: bytes.count, in: bytes)
        )
      }
    }
  }

  @Test("tables of another format, or none, are refused, so that the program can say so")
  func stale() {
    let older: [UInt8] = TableFormat.magic + [1, 0, 0, 0, 0, 0, 0, 0]
    let read = older.withUnsafeBytes { raw in
      raw.baseAddress.flatMap { ScriptTables($0, count: raw.count) }
    }
    #expect(read.map(\.isComplete) == nil)
    #expect(ScriptTables.builtIn.isComplete)
  }
}

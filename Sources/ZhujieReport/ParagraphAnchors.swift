public import ZhujieScript
public import ZhujieText

/// The addresses of a document's paragraphs, made from their text, so that they survive edits elsewhere.
///
/// An anchor is `t` and ten hexadecimal digits of a 64-bit FNV-1a digest of the paragraph's letters and digits in
/// pivot form; of equal paragraphs the second adds `-2` and so on. Changing punctuation, spaces or script keeps it.
public struct ParagraphAnchors: Sendable {
  private let anchors: [String]

  public init(paragraphs: [TextSpan<ReadingSpace>], of text: UTF8Text<ReadingSpace>, tables: ScriptTables) {
    var seen: [UInt64: Int] = [:]
    seen.reserveCapacity(paragraphs.count)
    anchors = paragraphs.map { span in
      let digest = Self.digested(span, in: text, tables: tables)
      let count = (seen[digest.value >> 24] ?? 0) + 1
      seen[digest.value >> 24] = count
      return count == 1 ? Self.anchor(digest) : "\(Self.anchor(digest))-\(count)"
    }
  }

  /// `t` and ten hexadecimal digits for the letters and digits of a span, folded.
  public static func digest(
    of span: TextSpan<ReadingSpace>, in text: UTF8Text<ReadingSpace>, tables: ScriptTables
  ) -> String {
    anchor(digested(span, in: text, tables: tables))
  }

  /// `t` and the first 40 bits.
  private static func anchor(_ digest: TextDigest) -> String {
    String(unsafeUninitializedCapacity: 11) { buffer in
      buffer.initializeElement(at: 0, to: UInt8(ascii: "t"))
      return 1 + digest.write(10, into: UnsafeMutableBufferPointer(rebasing: buffer[1...]))
    }
  }

  private static func digested(
    _ span: TextSpan<ReadingSpace>, in text: UTF8Text<ReadingSpace>, tables: ScriptTables
  ) -> TextDigest {
    var digest = TextDigest()
    text.bytes.withUnsafeBufferPointer { bytes in
      var offset = span.lowerBound
      while offset < span.upperBound {
        let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
        if ScalarClass.isHan(value) || ScalarClass.isAlphanumeric(value) {
          digest.add(scalar: tables.fold(value))
        }
        offset += length
      }
    }
    return digest
  }

  public var count: Int { anchors.count }

  /// The anchor of a paragraph, by its number from 1; nil where there is none.
  public subscript(number: Int) -> String? {
    number >= 1 && number <= anchors.count ? anchors[number - 1] : nil
  }
}

extension ParagraphAnchors: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(anchors) { $0.write($1) }
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    anchors = try reader.array { reader throws(CompactFault) in try reader.text() }
  }
}

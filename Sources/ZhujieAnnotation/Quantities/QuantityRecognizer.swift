import ZhujieText
struct QuantityRecognizer: Sendable {
  func quantities(in text: UTF8Text<ReadingSpace>, blocks: [TextSpan<ReadingSpace>], opaque: [TextSpan<ReadingSpace>], published: EDTFDate?) -> [Quantity] { [] }
}

package import ZhujieText

/// Stand-in until the quantities are merged.
package struct Quantity: Sendable, Hashable {
  package let span: TextSpan<ReadingSpace>
}

func quantities(
  in text: UTF8Text<ReadingSpace>,
  blocks: [TextSpan<ReadingSpace>],
  opaque: [TextSpan<ReadingSpace>],
  published: EDTFDate?
) -> [Quantity] { [] }

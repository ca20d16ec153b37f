import TestSupport
import Testing

@Test("marks are taken out of a text and can be written back")
func marksRoundTrip() {
  let marked = "⟦林遠|lin-yuan⟧在⟦2023年9月|date⟧接任"
  let text = MarkedText(marked)
  #expect(text.plain == "林遠在2023年9月接任")
  #expect(text.marks.map(\.label) == ["lin-yuan", "date"])
  #expect(MarkedText.marking(text.plain, text.marks) == marked)
}

import ZhujieText

/// What `zhujie confirm` recorded in `confirmed.yml`: the paragraphs as they were when citations were last read against them.
package struct Confirmation: Sendable, Hashable {
  /// One paragraph as it was: its address on its page, and a digest of its text to the letter.
  package struct Paragraph: Sendable, Hashable {
    package let anchor: String
    package let digest: String

    package init(anchor: String, digest: String) {
      self.anchor = anchor
      self.digest = digest
    }
  }

  /// The paragraphs of a source in order, and where addresses lead that its paragraphs once had.
  package struct Source: Sendable, Hashable {
    /// An address that is gone, and the one that its paragraph has now.
    package struct Former: Sendable, Hashable {
      package let anchor: String
      package let now: String

      package init(anchor: String, now: String) {
        self.anchor = anchor
        self.now = now
      }
    }

    package let id: String
    package let paragraphs: [Paragraph]
    package let former: [Former]

    package init(id: String, paragraphs: [Paragraph], former: [Former] = []) {
      self.id = id
      self.paragraphs = paragraphs
      self.former = former
    }
  }

  /// A translation: for each of its blocks the digest of its own text and of the original that it rendered.
  package struct Translation: Sendable, Hashable {
    package struct Pair: Sendable, Hashable {
      package let original: String
      package let translation: String

      package init(original: String, translation: String) {
        self.original = original
        self.translation = translation
      }
    }

    package let path: String
    package let pairs: [Pair]

    package init(path: String, pairs: [Pair]) {
      self.path = path
      self.pairs = pairs
    }
  }

  package let sources: [Source]
  package let translations: [Translation]

  package init(sources: [Source] = [], translations: [Translation] = []) {
    self.sources = sources
    self.translations = translations
  }

  package func source(_ id: String) -> Source? { sources.first { $0.id == id } }

  package func translation(_ path: String) -> Translation? {
    translations.first { $0.path == path }
  }
}

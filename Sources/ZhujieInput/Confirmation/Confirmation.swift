import ZhujieText

/// What `zhujie confirm` recorded in `confirmed.yml`: the paragraphs as they were when citations were last read against them.
public struct Confirmation: Sendable, Hashable {
  /// One paragraph as it was: its address on its page, and a digest of its text to the letter.
  public struct Paragraph: Sendable, Hashable {
    public let anchor: String
    public let digest: String

    public init(anchor: String, digest: String) {
      self.anchor = anchor
      self.digest = digest
    }
  }

  /// The paragraphs of a source in order, and where addresses lead that its paragraphs once had.
  public struct Source: Sendable, Hashable {
    /// An address that is gone, and the one that its paragraph has now.
    public struct Former: Sendable, Hashable {
      public let anchor: String
      public let now: String

      public init(anchor: String, now: String) {
        self.anchor = anchor
        self.now = now
      }
    }

    public let id: String
    public let paragraphs: [Paragraph]
    public let former: [Former]

    public init(id: String, paragraphs: [Paragraph], former: [Former] = []) {
      self.id = id
      self.paragraphs = paragraphs
      self.former = former
    }
  }

  /// A translation: for each of its blocks the digest of its own text and of the original that it rendered.
  public struct Translation: Sendable, Hashable {
    public struct Pair: Sendable, Hashable {
      public let original: String
      public let translation: String

      public init(original: String, translation: String) {
        self.original = original
        self.translation = translation
      }
    }

    public let path: String
    public let pairs: [Pair]

    public init(path: String, pairs: [Pair]) {
      self.path = path
      self.pairs = pairs
    }
  }

  public let sources: [Source]
  public let translations: [Translation]

  public init(sources: [Source] = [], translations: [Translation] = []) {
    self.sources = sources
    self.translations = translations
  }

  public func source(_ id: String) -> Source? { sources.first { $0.id == id } }

  public func translation(_ path: String) -> Translation? {
    translations.first { $0.path == path }
  }
}

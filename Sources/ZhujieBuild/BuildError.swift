package import ZhujieInput
package import ZhujieSite

/// Why nothing could be built. The words are made by `message`.
package enum BuildError: Error, Sendable {
  case input(InputError)
  case write(WriteError)
  /// A folder of templates that cannot be read.
  case templates(InputError)
  /// A stream is not UTF-8 from the byte at an offset, from 0, on.
  case invalidText(offset: Int)

  /// The reason, for the terminal.
  package var message: String {
    switch self {
    case .input(let error): error.description
    case .templates(let error): "templates: " + error.description
    case .write(let error): error.message
    case .invalidText(let offset):
      "byte \(offset) is not UTF-8; convert the text to UTF-8 first, as with iconv"
    }
  }
}

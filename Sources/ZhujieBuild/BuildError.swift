package import ZhujieInput
package import ZhujieSite

/// Why nothing could be built. The words are made by `message`.
package enum BuildError: Error, Sendable {
  case input(InputError)
  case write(WriteError)
  /// A folder of templates that cannot be read.
  case templates(InputError)

  /// The reason, for the terminal.
  package var message: String {
    switch self {
    case .input(let error): error.description
    case .templates(let error): "templates: " + error.description
    case .write(let error): error.message
    }
  }
}

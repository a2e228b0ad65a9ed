import EvidenceRegister
import Foundation

/// What went wrong, as it is told on a terminal.
enum PlainLines {
    /// The same error with a line for each mistake and nothing in it that a file could have put there to add lines, move
    /// the cursor or turn letters around.
    static func told(_ error: any Error) -> UserError {
        let lines =
            switch error {
            case let error as UserError: error.lines
            case let errors as RegisterErrors: errors.errors.map { "\($0)" }
            case let error as CocoaError: [ofFile(error)]
            default: ["\(error)"]
            }
        return UserError(lines: lines.map(plain))
    }

    /// What the system says of a file, such as a folder for temporary files that is not there.
    private static func ofFile(_ error: CocoaError) -> String {
        let path = error.filePath ?? error.url?.path
        guard let path else { return error.localizedDescription }
        guard let cause = error.underlying.map({ $0 as NSError }), cause.domain == NSPOSIXErrorDomain,
            let reason = strerror(Int32(cause.code))
        else { return "\(path): \(error.localizedDescription)" }
        return "\(path): \(String(cString: reason).lowercased())"
    }

    /// `text` with a space for every control character, line end and mark of direction.
    static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isPlain(scalar) ? scalar : " ") }
        return String(result)
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: !("\u{202A}"..."\u{202E}" ~= scalar || "\u{2066}"..."\u{2069}" ~= scalar)
        }
    }
}

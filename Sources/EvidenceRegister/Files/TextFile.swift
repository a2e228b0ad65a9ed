import Foundation

/// The text of a file that somebody gave, and in which letters it was written.
public struct TextFile: Sendable, Hashable {
    /// How letters were written.
    public enum Encoding: String, Sendable, Hashable {
        /// UTF-8.
        case utf8 = "UTF-8"
        /// UTF-16, known by its mark.
        case utf16 = "UTF-16"
        /// The letters of old Windows programs.
        case windows1252 = "Windows-1252"
    }

    /// The text, with `\n` at the end of each line.
    public let text: String
    /// In which letters it was written.
    public let encoding: Encoding

    /// Reads `bytes` as UTF-8, as UTF-16 when a mark says so, or else as Windows-1252, as old reference
    /// managers write it.
    ///
    /// - Throws: ``RegisterError`` of kind `encoding` when the bytes are no text.
    public init(bytes: [UInt8], name: String) throws(RegisterError) {
        let decoded: String?
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            encoding = .utf16
            decoded = bytes.count.isMultiple(of: 2) ? String(bytes: bytes, encoding: .utf16) : nil
        } else {
            let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
            if body.contains(0) {
                throw RegisterError(
                    .encoding, at: name, found: "bytes that are no text", expected: "a text file",
                    mend: "export it again as text in UTF-8")
            }
            if let text = String(bytes: body, encoding: .utf8) {
                encoding = .utf8
                decoded = text
            } else {
                encoding = .windows1252
                decoded = String(bytes: body, encoding: .windowsCP1252)
            }
        }
        guard let decoded else {
            throw RegisterError(
                .encoding, at: name, found: "bytes that are no letters",
                expected: "UTF-8, UTF-16 or Windows-1252",
                mend: "export it again as text in UTF-8")
        }
        text = Self.withPlainLineEnds(decoded)
    }

    static func withPlainLineEnds(_ text: String) -> String {
        guard text.unicodeScalars.contains("\r") else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                result.append("\n")
            } else if !(scalar == "\n" && previous == "\r") {
                result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }
}

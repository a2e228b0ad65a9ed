import Crypto
import Foundation

/// Marks a notice as this program's own. It travels in the address of the page that shows it, and without the mark anybody
/// could send a link that makes the page say something else.
enum SessionSeal {
    /// Drawn when the program starts and written nowhere: after a new start an old notice is not shown, and that is all.
    private static let key = SymmetricKey(size: .bits256)

    /// The mark of `text`.
    static func mark(_ text: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key).prefix(12).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// What stands behind the address of a page to make it show `text`.
    static func query(_ text: String) -> String {
        "fout=\(QueryString.encoded(text))&zegel=\(mark(text))"
    }

    /// Whether `mark` is that of `text`.
    static func fits(_ mark: String, _ text: String) -> Bool { SessionCode.isEqual(mark, self.mark(text)) }
}

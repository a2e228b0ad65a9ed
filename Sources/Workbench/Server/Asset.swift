import Crypto
import Figures

/// A file of the pages that lives inside the program, so that one binary serves everything. Its address holds the
/// hash of all assets together: a browser may keep it for ever, and an import between scripts stays in one folder.
struct Asset: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]

    /// Where it is served.
    var address: String { "/assets/\(Self.version)/\(name)" }

    static let style = Asset(
        name: "mp.css", type: "text/css; charset=utf-8",
        bytes: Array(FigureStyle.css.utf8) + PackageResources.mp_css)
    static let script = Asset(name: "mp.js", type: javaScript, bytes: PackageResources.mp_js)
    static let icon = Asset(name: "teken.svg", type: "image/svg+xml", bytes: PackageResources.teken_svg)

    /// The script of live sessions.
    static let room = Asset(name: "zaal.js", type: javaScript, bytes: PackageResources.zaal_js)

    /// All assets.
    static let all = [
        style, script, icon,
        Asset(name: "formulier.js", type: javaScript, bytes: PackageResources.formulier_js),
        Asset(name: "kaart.js", type: javaScript, bytes: PackageResources.kaart_js), room,
        Asset(name: "vernieuwen.js", type: javaScript, bytes: PackageResources.vernieuwen_js),
    ]

    private static let javaScript = "text/javascript; charset=utf-8"

    /// The hash of the contents of all assets.
    static let version: String = {
        var hash = SHA256()
        for asset in all { hash.update(data: asset.bytes) }
        return Self.hexadecimal(hash.finalize().prefix(8))
    }()

    /// A short name for `bytes`: equal for equal bytes only.
    static func hash(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes).prefix(12)) }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}

/// Writes markup into one byte buffer. ``escape(_:)`` is the only escaping of the whole program, and serves
/// texts and attribute values alike.
struct MarkupWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ markup: Markup) {
        switch markup.node {
        case .text(let text): escape(text)
        case .fragment(let parts): for part in parts { write(part) }
        case .trusted(let constant): append(constant)
        case .stylesheet(let css):
            append("<style>")
            var previous: UInt8 = 0
            for byte in css.utf8 {
                if previous == UInt8(ascii: "<"), byte == UInt8(ascii: "/") {
                    bytes.append(UInt8(ascii: "\\"))
                }
                bytes.append(byte)
                previous = byte
            }
            append("</style>")
        case .element(let name, let attributes, let children):
            bytes.append(UInt8(ascii: "<"))
            append(name)
            for pair in attributes.pairs { write(pair.name, pair.value) }
            if children.allSatisfy(\.isEmpty), Self.standsAlone(name) {
                append("/>")
                return
            }
            bytes.append(UInt8(ascii: ">"))
            for child in children { write(child) }
            append("</")
            append(name)
            bytes.append(UInt8(ascii: ">"))
        }
    }

    private mutating func write(_ name: StaticString, _ value: MarkupValue) {
        switch value {
        case .absent, .flag(false): return
        case .number(let number) where !number.isFinite: return
        default: break
        }
        bytes.append(UInt8(ascii: " "))
        append(name)
        append("=\"")
        switch value {
        case .text(let text): escape(text)
        case .number(let number): append(tenths: number)
        case .numbers(let numbers):
            for (place, number) in numbers.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: " ")) }
                append(tenths: number)
            }
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .colour(let colour): bytes.append(contentsOf: colour.hex.utf8)
        case .path(let path): path.write(into: &bytes)
        case .flag, .absent: break
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(tenths number: Double) {
        Tenths.append(Tenths.rounded(number), to: &bytes)
    }

    private mutating func append(_ constant: StaticString) {
        constant.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// The five characters with a meaning in markup become entities; control characters, which XML forbids even
    /// as entities, become the replacement character.
    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            case UInt8(ascii: "'"): append("&#39;")
            case 0..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: append("\u{FFFD}")
            default: bytes.append(byte)
            }
        }
    }

    /// HTML's void elements and the SVG shapes that never have content here.
    private static let alone: Set<String> = [
        "area", "base", "br", "circle", "col", "ellipse", "hr", "img", "input", "line", "link", "meta",
        "path",
        "polygon", "polyline", "rect", "source", "stop", "track", "use", "wbr",
    ]

    private static func standsAlone(_ name: StaticString) -> Bool { alone.contains(name.description) }
}

/// Numbers as whole tenths: how every coordinate is written, and short.
enum Tenths {
    /// `number` in tenths, rounded half away from zero; values beyond ±10⁸ (no picture is that large) are
    /// clamped, and what is not a number counts as 0.
    static func rounded(_ number: Double) -> Int {
        guard !number.isNaN else { return 0 }
        return Int((min(max(number, -1e8), 1e8) * 10).rounded())
    }

    static func append(_ tenths: Int, to bytes: inout [UInt8]) {
        if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
        let size = tenths.magnitude
        let (whole, rest) = size.quotientAndRemainder(dividingBy: 10)
        if whole > 0 || rest == 0 { appendDigits(of: whole, to: &bytes) }
        if rest > 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(UInt8(ascii: "0") + UInt8(rest))
        }
    }

    private static func appendDigits(of number: UInt, to bytes: inout [UInt8]) {
        if number >= 10 { appendDigits(of: number / 10, to: &bytes) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}

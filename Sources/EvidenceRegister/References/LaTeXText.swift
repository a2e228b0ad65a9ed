import Foundation

/// Letters as BibTeX files write them, and back.
enum LaTeXText {
    /// Text for readers: accents and marks resolved, braces gone, white space one space.
    static func plain(_ source: String) -> String {
        var reader = LaTeXReader(source)
        return reader.read(until: nil).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .precomposedStringWithCanonicalMapping
    }

    /// Text for a value between braces.
    static func escaped(_ text: String) -> String {
        var result = ""
        var previous: Character?
        for character in text {
            switch character {
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "{", "}", "&", "%", "$", "#", "_": result += "\\\(character)"
            case "-", "'", "`":
                // Two in a row would come back as a dash or a quotation mark.
                result += previous == character ? "{}\(character)" : String(character)
            default: result.append(character)
            }
            previous = character
        }
        return result
    }
}

/// Nested braces and accents are read by calls within calls; beyond a depth that no real file has they are
/// text.
private struct LaTeXReader {
    private let text: [Character]
    private var position = 0
    private var depth = 0

    init(_ source: String) { text = Array(source) }

    private static let deepest = 100

    mutating func read(until end: Character?) -> String {
        var result = ""
        while position < text.count {
            let character = text[position]
            position += 1
            switch character {
            case "{":
                if depth < Self.deepest {
                    depth += 1
                    result += read(until: "}")
                    depth -= 1
                }
            case "}":
                if end == "}" { return result }
            case "\\": result += command()
            case "~": result += " "
            case "$": break
            case "-", "`", "'": result += run(of: character)
            default: result.append(character)
            }
        }
        return result
    }

    private mutating func run(of character: Character) -> String {
        var count = 1
        while position < text.count, text[position] == character, count < (character == "-" ? 3 : 2) {
            count += 1
            position += 1
        }
        switch (character, count) {
        case ("-", 2): return "–"
        case ("-", 3): return "—"
        case ("`", 2): return "“"
        case ("'", 2): return "”"
        default: return String(character)
        }
    }

    private mutating func command() -> String {
        guard position < text.count else { return "\\" }
        let first = text[position]
        position += 1
        if let accent = Self.signAccents[first] { return accented(accent) }
        guard first.isASCII, first.isLetter else { return first == "\\" ? " " : String(first) }
        var name = String(first)
        while position < text.count, text[position].isASCII, text[position].isLetter {
            name.append(text[position])
            position += 1
        }
        if let symbol = Self.symbols[name] {
            skipEmptyGroup()
            return symbol
        }
        if let accent = Self.letterAccents[name] { return accented(accent) }
        // A command for looks, such as \emph: its text stays.
        if position < text.count, text[position] == " " { position += 1 }
        return ""
    }

    private mutating func skipEmptyGroup() {
        if position + 1 < text.count, text[position] == "{", text[position + 1] == "}" {
            position += 2
        } else if position < text.count, text[position] == " " {
            position += 1
        }
    }

    private mutating func accented(_ accent: String) -> String {
        while position < text.count, text[position] == " " { position += 1 }
        guard position < text.count, depth < Self.deepest else { return "" }
        depth += 1
        defer { depth -= 1 }
        let base: String
        switch text[position] {
        case "{":
            position += 1
            base = read(until: "}")
        case "\\":
            position += 1
            base = command()
        default:
            base = String(text[position])
            position += 1
        }
        // A dotless i carries its accent as a plain one.
        let letter = base.first == "ı" ? "i" : base.first == "ȷ" ? "j" : base.prefix(1).description
        return letter + accent + base.dropFirst()
    }

    private static let signAccents: [Character: String] = [
        "\"": "\u{308}", "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
        ".": "\u{307}",
    ]
    private static let letterAccents: [String: String] = [
        "c": "\u{327}", "v": "\u{30C}", "u": "\u{306}", "H": "\u{30B}", "k": "\u{328}", "r": "\u{30A}",
        "d": "\u{323}", "b": "\u{331}",
    ]
    private static let symbols: [String: String] = [
        "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
        "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ", "textbackslash": "\\",
        "textasciitilde": "~", "textasciicircum": "^", "textendash": "–", "textemdash": "—",
        "textquoteright": "’", "textquoteleft": "‘", "ldots": "…", "dots": "…", "euro": "€",
    ]
}

import Foundation

/// Letters as BibTeX files write them, and back.
enum LaTeXText {
    /// Text for readers: accents and marks resolved, braces gone, white space one space.
    static func plain(_ source: String) -> String {
        let characters = Array(source)
        var position = 0
        let text = read(characters, &position, until: nil)
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
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

    private static func read(_ text: [Character], _ position: inout Int, until end: Character?) -> String {
        var result = ""
        while position < text.count {
            let character = text[position]
            position += 1
            switch character {
            case "{": result += read(text, &position, until: "}")
            case "}":
                if end == "}" { return result }
            case "\\": result += command(text, &position)
            case "~": result += " "
            case "$": break
            case "-", "`", "'": result += run(of: character, text, &position)
            default: result.append(character)
            }
        }
        return result
    }

    private static func run(of character: Character, _ text: [Character], _ position: inout Int) -> String {
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

    private static func command(_ text: [Character], _ position: inout Int) -> String {
        guard position < text.count else { return "\\" }
        let first = text[position]
        position += 1
        if let accent = signAccents[first] { return accented(accent, text, &position) }
        guard first.isASCII, first.isLetter else { return first == "\\" ? " " : String(first) }
        var name = String(first)
        while position < text.count, text[position].isASCII, text[position].isLetter {
            name.append(text[position])
            position += 1
        }
        if let symbol = symbols[name] {
            skipEmptyGroup(text, &position)
            return symbol
        }
        if let accent = letterAccents[name] { return accented(accent, text, &position) }
        // A command for looks, such as \emph: its text stays.
        if position < text.count, text[position] == " " { position += 1 }
        return ""
    }

    private static func skipEmptyGroup(_ text: [Character], _ position: inout Int) {
        if position + 1 < text.count, text[position] == "{", text[position + 1] == "}" {
            position += 2
        } else if position < text.count, text[position] == " " {
            position += 1
        }
    }

    private static func accented(_ accent: String, _ text: [Character], _ position: inout Int) -> String {
        while position < text.count, text[position] == " " { position += 1 }
        guard position < text.count else { return "" }
        let base: String
        switch text[position] {
        case "{":
            position += 1
            base = read(text, &position, until: "}")
        case "\\":
            position += 1
            base = command(text, &position)
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

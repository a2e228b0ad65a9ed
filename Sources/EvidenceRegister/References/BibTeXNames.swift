import Foundation

/// Lists of names as BibTeX writes them: `van Ham, Maarten and {RIGO} and others`.
enum BibTeXNames {
    static func read(_ raw: String) -> [String] {
        split(raw).compactMap { part in
            let part = part.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !part.isEmpty else { return nil }
            if part == "others" { return "et al." }
            if isWhole(part) { return LaTeXText.plain(part) }
            let pieces = parts(part) { $0 == "," }.map(LaTeXText.plain)
            // `Family, Jr, Given` becomes `Family, Given, Jr`, the order of the other format.
            if pieces.count == 3 { return "\(pieces[0]), \(pieces[2]), \(pieces[1])" }
            if pieces.count == 2 { return "\(pieces[0]), \(pieces[1])" }
            return familyFirst(part)
        }
    }

    static func write(_ names: [String]) -> String {
        names.map { name in
            if name == "et al." { return "others" }
            let pieces = name.split(separator: ", ", omittingEmptySubsequences: false)
            let needsBraces = !(2...3).contains(pieces.count) || name.contains(" and ") || name == "others"
            if needsBraces { return "{" + LaTeXText.escaped(name) + "}" }
            let ordered = pieces.count == 3 ? [pieces[0], pieces[2], pieces[1]] : pieces
            return ordered.map { LaTeXText.escaped(String($0)) }.joined(separator: ", ")
        }.joined(separator: " and ")
    }

    /// The parts of `raw` between marks that stand outside braces.
    static func parts(_ raw: String, separator: (Character) -> Bool) -> [String] {
        var result = [""]
        var depth = 0
        var afterBackslash = false
        for character in raw {
            if !afterBackslash {
                if character == "{" { depth += 1 }
                if character == "}" { depth -= 1 }
                if depth == 0, separator(character) {
                    result.append("")
                    continue
                }
            }
            afterBackslash = character == "\\" && !afterBackslash
            result[result.count - 1].append(character)
        }
        return result.filter { !$0.allSatisfy(\.isWhitespace) }
    }

    private static func split(_ raw: String) -> [String] {
        var result: [[String]] = [[]]
        for word in parts(raw, separator: \.isWhitespace) {
            if word == "and" { result.append([]) } else { result[result.count - 1].append(word) }
        }
        return result.map { $0.joined(separator: " ") }
    }

    /// Whether one pair of braces holds the whole name.
    private static func isWhole(_ part: String) -> Bool {
        guard part.first == "{", part.last == "}" else { return false }
        var depth = 0
        for (offset, character) in part.enumerated() {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth == 0, offset < part.count - 1 { return false }
        }
        return true
    }

    /// `Maarten van Ham` becomes `van Ham, Maarten`: the family name begins at the first word in small
    /// letters, or is the last word.
    private static func familyFirst(_ part: String) -> String {
        let words = parts(part, separator: \.isWhitespace).map(LaTeXText.plain)
        guard words.count > 1 else { return words.first ?? "" }
        let small = words.dropLast().firstIndex { $0.first?.isLowercase ?? false }
        let start = small.map { max($0, 0) } ?? words.count - 1
        guard start > 0 else { return words.joined(separator: " ") }
        return words[start...].joined(separator: " ") + ", " + words[..<start].joined(separator: " ")
    }
}

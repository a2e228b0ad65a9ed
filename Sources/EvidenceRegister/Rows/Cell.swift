import Foundation

/// Reads one cell, or says what is wrong with it.
enum Cell {
    static func required(_ text: String, _ column: String) throws(RegisterError) -> String {
        guard !text.allSatisfy(\.isWhitespace) else {
            throw RegisterError(
                .cell, at: "column '\(column)'", found: text, expected: "a text", mend: "fill the cell")
        }
        return text
    }

    /// An identifier: it goes into addresses, lists and keys, so it holds no mark that separates them.
    static func identifier(_ text: String, _ column: String) throws(RegisterError) -> String {
        let allowed = text.unicodeScalars.allSatisfy {
            $0.isASCII && (CharacterSet.alphanumerics.contains($0) || "-._|".unicodeScalars.contains($0))
        }
        guard !text.isEmpty, allowed else {
            throw RegisterError(
                .cell, at: "column '\(column)'", found: text,
                expected: "letters without accents, digits, '-', '.' and '_'",
                mend: "give an identifier such as NL-10")
        }
        return text
    }

    static func term<T: CodedTerm>(_ text: String, _ column: String) throws(RegisterError) -> T {
        guard let term = T(rawValue: text) else {
            throw RegisterError(
                .cell, at: "column '\(column)'", found: text,
                expected: T.allCases.map { $0.rawValue.isEmpty ? "nothing" : $0.rawValue }
                    .joined(separator: ", "),
                mend: "choose one of these words")
        }
        return term
    }

    static func optionalTerm<T: CodedTerm>(_ text: String, _ column: String) throws(RegisterError) -> T? {
        if text.isEmpty { return nil }
        return try term(text, column)
    }

    static func terms<T: CodedTerm>(_ text: String, _ column: String) throws(RegisterError) -> [T] {
        var result: [T] = []
        for part in list(text) {
            let one: T = try term(part, column)
            guard !result.contains(one) else {
                throw RegisterError(
                    .cell, at: "column '\(column)'", found: text, expected: "each word once",
                    mend: "take out the second '\(part)'")
            }
            result.append(one)
        }
        return result
    }

    /// The parts of a list cell, separated by `;`.
    static func list(_ text: String) -> [String] {
        text.isEmpty
            ? []
            : text.split(separator: ";", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
    }

    static func identifiers(_ text: String, _ column: String) throws(RegisterError) -> [String] {
        var result: [String] = []
        for part in list(text) {
            let one = try identifier(part, column)
            guard !result.contains(one) else {
                throw RegisterError(
                    .cell, at: "column '\(column)'", found: text, expected: "each identifier once",
                    mend: "take out the second '\(part)'")
            }
            result.append(one)
        }
        return result
    }

    static func year(_ text: String, _ column: String) throws(RegisterError) -> Int? {
        if text.isEmpty { return nil }
        guard text.count == 4, let year = Int(text), (1800...2100).contains(year) else {
            throw RegisterError(
                .cell, at: "column '\(column)'", found: text,
                expected: "a year from 1800 to 2100, or nothing",
                mend: "give four digits")
        }
        return year
    }

    static func number(_ text: String, _ column: String) throws(RegisterError) -> Double? {
        if text.isEmpty { return nil }
        guard let number = plainNumber(text) else {
            throw RegisterError(
                .cell, at: "column '\(column)'", found: text, expected: "a number with a point, or nothing",
                mend: "write it as -3.25")
        }
        return number
    }

    static func count(_ text: String, _ column: String) throws(RegisterError) -> Int {
        guard let count = Int(text), count >= 0, count < 1_000_000 else {
            throw RegisterError(
                .cell, at: "column '\(column)'", found: text, expected: "a count of people, 0 or more",
                mend: "give a whole number")
        }
        return count
    }

    static func doi(_ text: String, _ column: String) throws(RegisterError) -> String? {
        if text.isEmpty { return nil }
        guard text.hasPrefix("10."), text.contains("/"), !text.contains(where: \.isWhitespace) else {
            throw RegisterError(
                .cell, at: "column '\(column)'", found: text, expected: "a DOI such as 10.1257/aer.20150572",
                mend: "leave out https://doi.org/ in front")
        }
        return text
    }

    /// A decimal number without exponent, infinity or hexadecimal digits, which `Double` would take too.
    static func plainNumber(_ text: some StringProtocol) -> Double? {
        let body = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard body.contains(where: { ("0"..."9").contains($0) }),
            body.allSatisfy({ ("0"..."9").contains($0) || $0 == "." })
        else { return nil }
        return Double(text)
    }
}

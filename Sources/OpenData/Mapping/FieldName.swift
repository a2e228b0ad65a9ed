/// The forms in which one field name is compared with another.
struct FieldName: Hashable {
    /// Without padding, in small letters.
    let plain: String
    /// Letters and digits only, without a unit in brackets at the end: `aantal_inwoners`, `aantalInwoners` and
    /// `Aantal inwoners (aantal)` are the same.
    let loose: String
    /// As `loose`, without the column number that OData v3 adds (`Koopwoningen_40`); other names keep their digits.
    let unnumbered: String
    /// The last and the last two parts of a StatLine title (`Wonen/Koopwoningen (%)`), as `loose`.
    let parts: [String]

    init(_ text: String) {
        let trimmed = text.trimmingSpaces
        plain = trimmed.lowercased()
        loose = Self.loosen(trimmed)
        unnumbered = Self.loosen(Self.withoutNumber(trimmed))
        let pieces = Self.withoutBrackets(trimmed).split(separator: "/").map(String.init)
        parts =
            pieces.count > 1
            ? [Self.loosen(pieces.suffix(2).joined(separator: "/")), Self.loosen(pieces[pieces.count - 1])]
            : []
    }

    private static func loosen(_ text: String) -> String {
        let kept = withoutBrackets(text).lowercased().unicodeScalars.filter {
            $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }
        return String(String.UnicodeScalarView(kept))
    }

    private static func withoutBrackets(_ text: String) -> String {
        var rest = text.trimmingSpaces
        while rest.hasSuffix(")"), let open = rest.lastIndex(of: "("), open != rest.startIndex {
            rest = String(rest[..<open]).trimmingSpaces
        }
        return rest
    }

    private static func withoutNumber(_ text: String) -> String {
        guard let mark = text.lastIndex(of: "_"), mark != text.startIndex else { return text }
        let digits = text[text.index(after: mark)...]
        let stem = text[..<mark]
        guard !digits.isEmpty, digits.allSatisfy(\.isNumber), stem.contains(where: \.isUppercase) else {
            return text
        }
        return String(stem)
    }
}

extension StringProtocol {
    /// Without spaces at either end.
    var trimmingSpaces: String {
        var slice = self[...]
        while let first = slice.first, first.isWhitespace { slice = slice.dropFirst() }
        while let last = slice.last, last.isWhitespace { slice = slice.dropLast() }
        return String(slice)
    }
}

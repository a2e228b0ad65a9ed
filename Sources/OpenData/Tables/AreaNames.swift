import Foundation

/// Whether two names are of the same place. Codes are used again for other places (Amsterdam renumbered all of its
/// codes in 2022): figures are linked over the years only where the code and the name agree.
public enum AreaNames {
    /// A name as it is compared: small letters without accents and marks, without a leading wijk number.
    public static func normalised(_ name: String) -> String {
        words(name).joined(separator: " ")
    }

    /// True when the names are equal after normalising, one holds the other, or they share a word of four letters.
    /// A different spelling is no break; a wholly different name is.
    public static func agree(_ one: String, _ other: String) -> Bool {
        let first = words(one)
        let second = words(other)
        if first.isEmpty || second.isEmpty || first == second { return true }
        if first.joined() == second.joined() { return true }
        let long = Set(first.filter { $0.count >= 4 })
        if second.contains(where: { long.contains($0) }) { return true }
        let (a, b) = (first.joined(), second.joined())
        return a.count >= 4 && b.count >= 4 && (a.contains(b) || b.contains(a))
    }

    private static let empty: Set<String> = [
        "wijk", "buurt", "gemeente", "gebied", "de", "het", "en", "eo", "noord", "zuid", "oost", "west",
        "centrum",
        "overig", "verspreide", "huizen", "nieuw", "oud", "nieuwe", "oude",
    ]

    private static func words(_ name: String) -> [String] {
        let letters = name.lowercased().unicodeScalars.map { scalar -> Character in
            let base = String(Character(scalar)).decomposedFirst
            return base.isLetter || base.isNumber ? base : " "
        }
        let all = String(letters).split(separator: " ").map(String.init)
        let telling = all.filter { !empty.contains($0) && !$0.allSatisfy(\.isNumber) }
        // A name of nothing but such words ("Centrum-Noord") is compared as a whole.
        return telling.isEmpty ? all : telling
    }
}

extension String {
    fileprivate var decomposedFirst: Character {
        let pieces = decomposedStringWithCanonicalMapping.unicodeScalars
        return pieces.first.map(Character.init) ?? " "
    }
}

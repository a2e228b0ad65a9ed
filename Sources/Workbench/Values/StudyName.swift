import Bilingual
import EvidenceRegister

extension Study {
    /// A short name for lists and figures: family names and year, `Das & Musterd 2005`.
    func shortName(_ language: Language) -> String {
        let families = authors.split(separator: ";").compactMap { part in
            part.split(separator: ",").first.map { String($0.prefix { $0 != "(" }).trimmingSpaces }
        }
        .filter { !$0.isEmpty }
        let names =
            switch families.count {
            case 0: id
            case 1: families[0]
            case 2: families.joined(separator: language == .dutch ? " en " : " and ")
            default: families[0] + (language == .dutch ? " e.a." : " et al.")
            }
        return names + " " + (year.map(String.init) ?? (language == .dutch ? "z.j." : "n.d."))
    }

    /// The countries in the language of the reader; those without a region of their own as the register writes them.
    func countryNames(_ language: Language) -> String {
        countries.map { CountryName.text($0, language) }.joined(separator: ", ")
    }
}

/// Countries by their names in the register, which are English.
enum CountryName {
    static func text(_ country: String, _ language: Language) -> String {
        guard language == .dutch else { return country }
        return dutch[country] ?? country
    }

    private static let dutch: [String: String] = {
        let codes = [
            "NL", "SE", "DK", "NO", "CH", "DE", "BE", "FR", "UK", "US", "CA", "AU", "IN", "NZ", "INT",
        ]
        let names = codes.compactMap { Region(rawValue: $0)?.name }
        return Dictionary(names.map { ($0.en, $0.nl) }) { first, _ in first }
    }()
}

extension String {
    fileprivate var trimmingSpaces: String {
        var slice = self[...]
        while slice.first == " " { slice = slice.dropFirst() }
        while slice.last == " " { slice = slice.dropLast() }
        return String(slice)
    }
}

public import Bilingual

/// The number of an effect as a source gives it. Sources are not always exact, and sometimes give words only.
public enum EffectValue: Sendable, Hashable {
    /// A number.
    case number(Double)
    /// A number that the source calls approximate, with the words it used: `about 50`.
    case approximate(Double, words: String)
    /// From one number to another: `4 to 5`.
    case range(Double, Double)
    /// The source gives words only. A number in the cell is a placeholder and no figure.
    case inWords(String)
    /// Nothing was seen.
    case notSeen

    /// The number where there is one that is exact; nil for approximations, ranges and words.
    public var number: Double? { if case .number(let value) = self { value } else { nil } }

    /// Reads the cell `value` of an effect.
    ///
    /// - Throws: ``RegisterError`` when the text holds no number that can be told from its words.
    init(_ text: String, unit: String, note: String) throws(RegisterError) {
        if note.lowercased().contains("reported in words") || unit.lowercased().hasPrefix("reported as") {
            self = .inWords(unit)
            return
        }
        let words = text.split(separator: " ")
        if words.isEmpty {
            self = .notSeen
        } else if words.count == 1, let number = Cell.plainNumber(words[0]) {
            self = .number(number)
        } else if words.count == 3, words[1] == "to", let low = Cell.plainNumber(words[0]),
            let high = Cell.plainNumber(words[2]), low <= high
        {
            self = .range(low, high)
        } else if words.count == 2, Self.hedges.contains(words[0].lowercased()),
            let number = Cell.plainNumber(words[1])
        {
            self = .approximate(number, words: text)
        } else {
            throw RegisterError(
                .cell, at: "column 'value'", found: text,
                expected: "a number, '4 to 5', 'about 50', 'almost 1.5', or nothing",
                mend: "put words in the unit and 'reported in words' in the note")
        }
    }

    private static let hedges: Set<String> = [
        "about", "almost", "approximately", "around", "circa", "nearly", "roughly",
    ]

    /// How it is written for readers.
    public func text(_ language: Language) -> String {
        let write = NumberText(language)
        func plain(_ value: Double) -> String {
            let decimals = (0...6).first { places in
                let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
                return abs((value * scale).rounded() / scale - value) < 1e-9
            }
            return write.decimal(value, decimals: decimals ?? 6)
        }
        switch self {
        case .number(let value): return plain(value)
        case .approximate(let value, let words):
            return language == .english ? words : "ongeveer " + plain(value)
        case .range(let low, let high):
            return plain(low) + (language == .dutch ? " tot " : " to ") + plain(high)
        case .inWords(let words):
            return language == .dutch ? "alleen in woorden: \(words)" : "in words only: \(words)"
        case .notSeen: return language == .dutch ? "niet gezien" : "not seen"
        }
    }
}

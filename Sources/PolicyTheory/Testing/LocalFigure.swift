public import Bilingual
public import Neighbourhoods

/// One computed figure with everything a reader needs to weigh it.
public struct LocalFigure: Sendable, Hashable, Identifiable {
    /// A stable identifier for links and files: `C2.crime.total.lowIncome`.
    public let id: String
    /// A short name: that of the outcome or group, without what it is compared to.
    public let name: BilingualText
    /// What it is, in full.
    public let label: BilingualText
    /// Its unit.
    public let unit: FigureUnit
    /// The figure.
    public let value: Double
    /// How sure it is.
    public let uncertainty: Uncertainty
    /// The line that the claim draws: a half for a majority, 0 for a difference; nil where the claim draws none.
    public let line: Double?
    /// What it says of the claim, taken on its own; nil where the claim draws no line.
    public let verdict: Verdict?
    /// The level in the areas that the claim speaks of, and in the other areas; nil where the figure is no contrast.
    public let levels: Levels?
    /// The figure of the municipality to hold it against.
    public let municipal: Reference
    /// The figure of the nation to hold it against.
    public let national: Reference
    /// The year of the outcome.
    public let year: Int
    /// How many areas it stands on.
    public let areas: Int
    /// What chance alone gives, and the figure with that taken out; nil where chance does not push a figure up.
    public internal(set) var chance: ChancePart? = nil

    /// The level on both sides of a contrast.
    public struct Levels: Sendable, Hashable {
        /// Weighted mean in the areas that the claim speaks of.
        public let inside: Double
        /// Weighted mean in the other areas.
        public let outside: Double
        /// How many areas the claim speaks of.
        public let areasInside: Int
        /// How many other areas.
        public let areasOutside: Int
        /// The unit of both means.
        public let unit: FigureUnit
    }

    /// The figure with its interval, as text: `+3,1 procentpunt (95%-interval +1,2 tot +5,0 procentpunt)`.
    public func text(_ language: Language) -> String { text(value, uncertainty, language) }

    /// The figure with chance taken out, as text with its interval; nil where nothing is taken out.
    public func correctedText(_ language: Language) -> String? {
        chance?.corrected.map { text($0.value, $0.uncertainty, language) }
    }

    private func text(_ value: Double, _ uncertainty: Uncertainty, _ language: Language) -> String {
        let plain = unit.text(value, language)
        switch uncertainty {
        case .interval(let lower, let upper):
            let name = language == .dutch ? "95%-interval" : "95% interval"
            return "\(plain) (\(name) \(unit.text(from: lower, to: upper, language)))"
        case .none(let reason):
            let name = language == .dutch ? "geen interval" : "no interval"
            return "\(plain) (\(name): \(reason[language]))"
        }
    }
}

/// The same figure in several years of one version of its source.
public enum Trend: Sendable, Hashable {
    /// Two or more years, oldest first.
    case points([LocalFigure])
    /// There is none, and why.
    case none(reason: BilingualText)

    /// The figures, empty where there is no trend.
    public var figures: [LocalFigure] { if case .points(let figures) = self { figures } else { [] } }
    /// Why there is none, or nil.
    public var reason: BilingualText? { if case .none(let reason) = self { reason } else { nil } }
}

/// A series that a finding stands on.
public struct DataUse: Sendable, Hashable {
    /// The variable; nil for an observed group, which is no variable of the program.
    public let variable: Variable.ID?
    /// What it is.
    public let label: BilingualText
    /// Its year.
    public let year: Int
    /// Its version, empty where the source knows one only.
    public let version: String
    /// Where it comes from.
    public let source: Source.ID
    /// In how many areas it is known.
    public let areas: Int
}

/// What the local data say of one claim.
public struct ClaimFinding: Sendable, Hashable, Identifiable {
    /// The claim.
    public let claim: Claim
    /// What the data say.
    public let verdict: Verdict
    /// Why, with the computed figures in it.
    public let reason: BilingualText
    /// The figures that the verdict follows from, the first one being the card's; empty when not testable.
    public let headlines: [LocalFigure]
    /// The first headline through the years.
    public let trend: Trend
    /// All other figures that were looked at; none is left out because of what it says.
    public let others: [LocalFigure]
    /// The series that were used, in order of their identifiers.
    public let data: [DataUse]
    /// What a reader must know before leaning on it.
    public let caveats: [BilingualText]
    /// The definition of a low income that was used.
    public let lowIncome: LowIncomeDefinition
    /// The scale.
    public let level: AreaLevel

    /// The claim is the identity.
    public var id: Claim { claim }
    /// How many areas the card's figure stands on.
    public var areas: Int { headlines.first?.areas ?? 0 }
}

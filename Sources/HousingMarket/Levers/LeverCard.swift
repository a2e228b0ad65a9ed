public import Bilingual

/// What a lever may bring along besides what it is meant for.
public enum SideEffect: String, Sendable, Hashable, CaseIterable {
    /// The problem moves elsewhere (waterbed).
    case spillover
    /// People must leave.
    case displacement
    /// The neighbourhood gets a bad name.
    case stigma
    /// Fewer cheap homes.
    case affordability
    /// Seekers wait longer.
    case waitingTime

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .spillover: BilingualText(nl: "verschuift naar elders", en: "moves elsewhere")
        case .displacement: BilingualText(nl: "mensen moeten weg", en: "people must leave")
        case .stigma: BilingualText(nl: "slechte naam voor de buurt", en: "a bad name for the neighbourhood")
        case .affordability: BilingualText(nl: "minder betaalbare woningen", en: "fewer affordable homes")
        case .waitingTime: BilingualText(nl: "langer wachten", en: "longer waiting")
        }
    }
}

/// How far a lever can change the simulation.
public enum ModelEffect: Sendable, Hashable {
    /// All that it does to homes and lettings is in the model.
    case full
    /// A part is; the text says which part is not.
    case partly(BilingualText)
    /// Nothing is; the text says why.
    case none(BilingualText)
}

/// A price with its source.
public struct LeverCost: Sendable, Hashable {
    /// The lower price in euro for each home.
    public var low: Double
    /// The higher price.
    public var high: Double
    /// The year of the price.
    public var year: Int
    /// Where it was seen.
    public var source: String
}

/// The legal card of a lever: who decides, on what ground, and what it can do to people.
public struct LeverCard: Sendable, Hashable {
    /// Which lever.
    public var kind: LeverKind
    /// Who decides.
    public var decider: BilingualText
    /// On what law or agreement it rests.
    public var legalBasis: String
    /// How long it takes before homes or lettings change.
    public var leadTime: BilingualText
    /// What it changes in the simulation.
    public var changes: BilingualText
    /// How far the simulation follows.
    public var effect: ModelEffect
    /// What it costs; nil where no price with a source was found: the user must give it.
    public var cost: LeverCost?
    /// What it may bring along.
    public var sideEffects: [SideEffect]
    /// The risk that it sets groups apart unlawfully; nil where none is seen.
    public var distinction: BilingualText?
}

extension LeverKind {
    /// Its card.
    public var card: LeverCard { LeverCard.all[rawValue - 1] }
}

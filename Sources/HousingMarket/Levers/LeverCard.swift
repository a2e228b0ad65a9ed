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
    /// The lower price in euro for each ``unit``; below 0 for money that comes in.
    public var low: Double
    /// The higher price in euro for each ``unit``.
    public var high: Double
    /// What the price is for.
    public var unit: BilingualText
    /// The year of the price.
    public var year: Int
    /// Where it was seen: the host of the page, and what a reader must know of it.
    public var source: BilingualText
}

/// The risk that a lever sets groups of people apart unlawfully.
public enum DistinctionRisk: Sendable, Hashable {
    /// None is seen in the sources.
    case none
    /// It can put a group at a disadvantage without naming it.
    case indirect(BilingualText)
    /// It chooses between people in an area, and was contested for it.
    case high(BilingualText)
}

/// An earlier case that shows what the lever did, or what was found of it.
public struct LeverPrecedent: Sendable, Hashable {
    /// What happened.
    public var text: BilingualText
    /// The year or years; a dash where the source that was seen gives none.
    public var years: String
    /// Where it was seen: host and item.
    public var source: String
}

/// The legal card of a lever: who decides, on what ground, what the simulation does with it and what it can do to
/// people. A fact without a source is left out; where the catalogue has no figure, the card says "ask".
public struct LeverCard: Sendable, Hashable {
    /// Which lever.
    public var kind: LeverKind
    /// Its name, short enough for a list.
    public var name: BilingualText
    /// What it is, in one sentence.
    public var summary: BilingualText
    /// Who decides.
    public var decider: BilingualText
    /// On what law or agreement it rests.
    public var legalBasis: BilingualText
    /// How long it takes before homes or lettings change.
    public var leadTime: BilingualText
    /// What it changes in the simulation.
    public var changes: BilingualText
    /// How far the simulation follows.
    public var effect: ModelEffect
    /// What it costs; nil where no price with a source was found: the user must give it.
    public var cost: LeverCost?
    /// What is known of money that comes in or of rent that is missed; nil where the catalogue says nothing.
    public var revenue: BilingualText?
    /// What it may bring along, by kind.
    public var sideEffects: [SideEffect]
    /// What it may bring along, in words.
    public var sideEffectNote: BilingualText
    /// The risk that it sets groups apart unlawfully.
    public var distinctionRisk: DistinctionRisk
    /// Earlier cases; empty where the catalogue has none.
    public var precedents: [LeverPrecedent]

    /// The risk that it sets groups apart unlawfully, in words; nil where none is seen.
    public var distinction: BilingualText? {
        switch distinctionRisk {
        case .none: nil
        case .indirect(let text), .high(let text): text
        }
    }

    /// Every text of the card, for whoever checks or prints them all.
    public var texts: [BilingualText] {
        var all = [name, summary, decider, legalBasis, leadTime, changes, sideEffectNote]
        switch effect {
        case .full: break
        case .partly(let reason), .none(let reason): all.append(reason)
        }
        if let cost { all += [cost.unit, cost.source] }
        if let revenue { all.append(revenue) }
        if let distinction { all.append(distinction) }
        return all + precedents.map(\.text)
    }
}

extension LeverKind {
    /// Its card.
    public var card: LeverCard { LeverCard.all[rawValue - 1] }

    /// Its name, as its card gives it.
    public var name: BilingualText { card.name }
}

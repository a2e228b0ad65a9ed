public import Bilingual

/// What local data say of a claim.
public enum Verdict: String, Sendable, Codable, CaseIterable, Hashable {
    /// The whole interval lies on the claim's side.
    case supports
    /// The whole interval lies on the other side.
    case contradicts
    /// The data do not decide it.
    case undecided
    /// The data that it needs are not there.
    case notTestable

    /// Its name on a card.
    public var name: BilingualText {
        switch self {
        case .supports: BilingualText(nl: "steunt", en: "supports")
        case .contradicts: BilingualText(nl: "spreekt tegen", en: "contradicts")
        case .undecided: BilingualText(nl: "onbeslist", en: "undecided")
        case .notTestable: BilingualText(nl: "niet te toetsen", en: "not testable here")
        }
    }
}

/// How sure a figure is.
public enum Uncertainty: Sendable, Hashable {
    /// The 95% interval, by bootstrap over areas (percentiles of the draws).
    case interval(lower: Double, upper: Double)
    /// There is none, and why.
    case none(reason: BilingualText)

    /// The share of such intervals that hold the true figure.
    public static let level = 0.95
    /// How the intervals are made.
    public static let method = BilingualText(
        nl: "95%-interval: 2,5% en 97,5% van trekkingen met teruglegging uit de gebieden",
        en: "95% interval: 2.5% and 97.5% of draws of the areas with replacement")

    /// The lower end, or nil.
    public var lower: Double? { if case .interval(let lower, _) = self { lower } else { nil } }
    /// The upper end, or nil.
    public var upper: Double? { if case .interval(_, let upper) = self { upper } else { nil } }
    /// Why there is no interval, or nil.
    public var reason: BilingualText? { if case .none(let reason) = self { reason } else { nil } }
}

/// The figure of a larger whole to hold a local one against.
public enum Reference: Sendable, Hashable {
    /// A figure in the unit of the outcome: what it is, its value and its year.
    case value(label: BilingualText, Double, unit: FigureUnit, year: Int)
    /// There is none, and why.
    case none(reason: BilingualText)

    /// The figure, or nil.
    public var value: Double? { if case .value(_, let value, _, _) = self { value } else { nil } }
    /// Why there is none, or nil.
    public var reason: BilingualText? { if case .none(let reason) = self { reason } else { nil } }
}

public import Neighbourhoods

/// How far the opinions lay apart when the group set a threshold.
public struct OpinionSpread: Sendable, Hashable, Codable {
    /// The lowest value that was given.
    public let lowest: Double
    /// The highest value that was given.
    public let highest: Double
    /// How many people gave one.
    public let people: Int

    /// Makes a spread; nil when the ends are the wrong way round or nobody gave a value.
    public init?(lowest: Double, highest: Double, people: Int) {
        guard lowest <= highest, people > 0 else { return nil }
        self.lowest = lowest
        self.highest = highest
        self.people = people
    }
}

/// A threshold that the group set. The program has none of its own: an author is always known.
public struct GroupThreshold: Sendable, Hashable, Codable {
    /// The threshold in the unit of what it is about.
    public let value: Double
    /// Who set it, such as the name of a working group; never a person's vote.
    public let author: String
    /// How far opinions lay apart; nil where nobody recorded it.
    public let spread: OpinionSpread?

    /// Makes a threshold.
    /// - Throws: ``GroupNormError`` when the value is no number or no author is given.
    public init(_ value: Double, author: String, spread: OpinionSpread? = nil) throws(GroupNormError) {
        guard value.isFinite else { throw .notANumber }
        guard !author.allSatisfy(\.isWhitespace) else { throw .noAuthor }
        self.value = value
        self.author = author
        self.spread = spread
    }
}

/// When a concentration of low incomes is too high. The agenda gives no number; only the group can.
public struct ConcentrationNorm: Sendable, Hashable, Codable {
    /// Whose share is meant. A norm for one definition says nothing about another.
    public let measure: LowIncomeDefinition
    /// The share above which a concentration is too high, 0...1.
    public let threshold: GroupThreshold
    /// Where the words come from.
    public static let reference = StatementReference.agenda("S5")

    /// Makes a norm.
    /// - Throws: ``GroupNormError/notAShare(_:)`` when the threshold lies outside 0...1.
    public init(measure: LowIncomeDefinition, threshold: GroupThreshold) throws(GroupNormError) {
        guard (0...1).contains(threshold.value) else { throw .notAShare(threshold.value) }
        self.measure = measure
        self.threshold = threshold
    }
}

/// What quality of homes and surroundings is enough. It is a floor for every area, not a mean; only the group can
/// set it.
public struct SufficiencyNorm: Sendable, Hashable, Codable {
    /// The variable in which quality is measured.
    public let variable: Variable.ID
    /// The lowest value (or the highest, where less is wished) that still is enough.
    public let threshold: GroupThreshold
    /// Where the words come from.
    public static let reference = StatementReference.agenda("S6")

    /// Makes a norm.
    /// - Throws: ``GroupNormError/noWish(_:)`` when nothing says which way of the variable is the good one.
    public init(variable: Variable.ID, threshold: GroupThreshold) throws(GroupNormError) {
        guard let known = VariableCatalogue.variable(variable), known.direction != .neutral else {
            throw .noWish(variable.rawValue)
        }
        self.variable = variable
        self.threshold = threshold
    }

    /// Whether `value` is enough; nil where it is missing.
    public func isMet(by value: Value) -> Bool? {
        guard let number = value.number else { return nil }
        return VariableCatalogue.variable(variable)?.direction == .lowerIsWished
            ? number <= threshold.value : number >= threshold.value
    }
}

/// Why a norm cannot be set so.
public enum GroupNormError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The threshold is not a finite number.
    case notANumber
    /// Nobody is named as its author.
    case noAuthor
    /// A share must lie between 0 and 1.
    case notAShare(Double)
    /// The variable is unknown or has no wished direction.
    case noWish(String)

    /// One line that says how to mend it.
    public var description: String {
        switch self {
        case .notANumber: "the threshold is not a number: give a finite number"
        case .noAuthor: "the threshold has no author: name the group that set it"
        case .notAShare(let value): "the threshold \(value) is no share: give a number between 0 and 1"
        case .noWish(let variable):
            "\(variable) has no wished direction: choose a variable that does, such as liveability.score"
        }
    }
}

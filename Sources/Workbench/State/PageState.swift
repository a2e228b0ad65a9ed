public import Bilingual
public import Neighbourhoods

/// What a reader has chosen: the whole of it stands in the address, so a link shows the same view to anyone.
///
/// A choice that is nil (or ``Comparison/none``) follows the project, such as the newest year; it is then left out
/// of the address.
public struct PageState: Sendable, Hashable {
    /// What the values of a map are set against.
    public enum Comparison: Sendable, Hashable {
        /// Nothing: the values themselves.
        case none
        /// The same indicator in another year.
        case year(Int)
        /// The figure of the whole municipality.
        case municipality
        /// The figure of the Netherlands.
        case nation
    }

    /// A number that the group gave to a norm that the policy leaves without one, with who set it.
    public struct GroupNorm: Sendable, Hashable {
        /// Which norm.
        public var norm: NormKind
        /// The number, in hundredths of its unit.
        public var hundredths: Int
        /// Who set it; never empty.
        public var author: String

        /// Makes a norm; nil when the number is out of range or nobody set it. A long author is cut at
        /// ``longestAuthor`` characters.
        public init?(norm: NormKind, hundredths: Int, author: String) {
            var author = author[...]
            while let first = author.first, first.isWhitespace { author = author.dropFirst() }
            author = author.prefix(Self.longestAuthor)
            while let last = author.last, last.isWhitespace { author = author.dropLast() }
            guard norm.range.contains(hundredths), !author.isEmpty else { return nil }
            self.norm = norm
            self.hundredths = hundredths
            self.author = String(author)
        }

        /// The number in its unit.
        public var value: Double { Double(hundredths) / 100 }

        /// The longest author that an address carries, in characters.
        public static let longestAuthor = 60
    }

    /// The language of the page.
    public var language: Language = .dutch
    /// The municipality, where a project holds more than one.
    public var municipality: AreaCode?
    /// The scale of the areas: neighbourhoods or districts.
    public var level: AreaLevel?
    /// The indicator on the map.
    public var indicator: Variable.ID?
    /// The year of the indicator.
    public var year: Int?
    /// What it is set against.
    public var comparison: Comparison = .none
    /// Whether the map shows the whole municipality, also where its core would show more.
    public var showsWhole = false
    /// The chosen area.
    public var selection: AreaCode?
    /// Which households count as having a low income.
    public var lowIncome: LowIncomeDefinition?
    /// The first year of a change that is split into causes.
    public var changeFrom: Int?
    /// The last year of such a change.
    public var changeTo: Int?
    /// The numbers that the group gave to norms, in the order of ``NormKind``, one for each norm at most.
    public var groupNorms: [GroupNorm] = []
    /// What lies on the mixing desk.
    public var desk = DeskState()
    /// Which studies to look at.
    public var evidence = EvidenceChoice()

    /// The state of a reader who has chosen nothing yet.
    public init(language: Language = .dutch) { self.language = language }

    /// The same state with one change.
    func with(_ change: (inout PageState) -> Void) -> PageState {
        var result = self
        change(&result)
        return result
    }
}

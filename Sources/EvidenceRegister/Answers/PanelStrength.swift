public import Bilingual
public import PolicyTheory

/// How a panel judged the strength of the evidence behind an answer. Only people fill it: nothing is computed
/// from designs or counts, and votes are counted by kind, never by person.
public struct PanelStrength: RegisterRow {
    /// A vote.
    public enum Vote: String, CodedTerm {
        /// Further research is unlikely to change the answer.
        case high
        /// Further research may change it.
        case moderate
        /// Further research is likely to change it.
        case low
        /// The answer is very uncertain.
        case veryLow
        /// The voter gave no answer.
        case noAnswer

        /// Its name.
        public var name: BilingualText {
            switch self {
            case .high: BilingualText(nl: "hoog", en: "high")
            case .moderate: BilingualText(nl: "redelijk", en: "moderate")
            case .low: BilingualText(nl: "laag", en: "low")
            case .veryLow: BilingualText(nl: "zeer laag", en: "very low")
            case .noAnswer: BilingualText(nl: "geen antwoord", en: "no answer")
            }
        }
    }

    /// The columns.
    public enum Field: String, RegisterColumn {
        case id, high, moderate, low
        case veryLow = "very_low"
        case noAnswer = "no_answer"
    }

    /// The table it belongs to.
    public static let table = RegisterTable.strength
    /// The columns that name the row.
    public static let keyFields: [Field] = [.id]

    /// The question whose answer was judged.
    public let question: Question
    private let counts: [Vote: Int]

    /// The identifier of the question.
    public var id: String { question.rawValue }

    /// Reads a row from its cells.
    ///
    /// - Throws: ``RegisterError`` whose place is the column.
    public init(cells: (Field) -> String) throws(RegisterError) {
        question = try QuestionCell.question(cells(.id), Field.id.rawValue)
        var counts: [Vote: Int] = [:]
        for vote in Vote.allCases {
            let field = Self.field(vote)
            counts[vote] = try Cell.count(cells(field), field.rawValue)
        }
        self.counts = counts
    }

    /// The cell of one column, as it stands in a file.
    public func cell(_ field: Field) -> String {
        switch field {
        case .id: question.rawValue
        case .high: "\(votes(.high))"
        case .moderate: "\(votes(.moderate))"
        case .low: "\(votes(.low))"
        case .veryLow: "\(votes(.veryLow))"
        case .noAnswer: "\(votes(.noAnswer))"
        }
    }

    /// No votes yet.
    public static func empty(for question: Question) -> PanelStrength {
        PanelStrength(question: question, counts: [:])
    }

    /// A tally of votes; negative counts become 0.
    public init(question: Question, counts: [Vote: Int]) {
        self.question = question
        self.counts = counts.mapValues { max(0, $0) }
    }

    /// How many voted so.
    public func votes(_ vote: Vote) -> Int { counts[vote] ?? 0 }

    /// How many voted, those without an answer included.
    public var people: Int { Vote.allCases.reduce(0) { $0 + votes($1) } }

    /// Whether nobody voted yet.
    public var isEmpty: Bool { people == 0 }

    /// Whether both hold the same.
    public static func == (one: PanelStrength, other: PanelStrength) -> Bool {
        one.question == other.question && Vote.allCases.allSatisfy { one.votes($0) == other.votes($0) }
    }

    /// Adds what counts for equality.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(question)
        for vote in Vote.allCases { hasher.combine(votes(vote)) }
    }

    private static func field(_ vote: Vote) -> Field {
        switch vote {
        case .high: .high
        case .moderate: .moderate
        case .low: .low
        case .veryLow: .veryLow
        case .noAnswer: .noAnswer
        }
    }
}

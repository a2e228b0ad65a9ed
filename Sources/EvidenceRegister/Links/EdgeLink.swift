public import PolicyTheory

/// What a study bears on in the policy theory.
public enum TheoryTarget: Sendable, Hashable {
    /// One of the six claims as a whole.
    case claim(Claim)
    /// One arrow, by its identifier in `TheoryGraph`.
    case edge(TheoryEdge.ID)

    /// A target by its identifier; nil when neither claim nor arrow has it.
    public init?(id: String) {
        if let claim = Claim(rawValue: id) {
            self = .claim(claim)
        } else if TheoryGraph.seed.edge(id) != nil {
            self = .edge(id)
        } else {
            return nil
        }
    }

    /// The identifier of the claim or arrow.
    public var id: String {
        switch self {
        case .claim(let claim): claim.rawValue
        case .edge(let id): id
        }
    }

    /// The claim it is, or that states the arrow; nil for an arrow that is implied or asked.
    public var claim: Claim? {
        switch self {
        case .claim(let claim): claim
        case .edge(let id): TheoryGraph.seed.edge(id)?.claim
        }
    }
}

/// How a study stands to a claim or an arrow of the policy theory, and why somebody thinks so.
public struct EdgeLink: RegisterRow {
    /// The columns of `edge-links.csv`.
    public enum Field: String, RegisterColumn {
        case study = "study_id"
        case target, stance, why
    }

    /// The table it belongs to.
    public static let table = RegisterTable.edgeLinks
    /// The columns that name the row.
    public static let keyFields: [Field] = [.study, .target]

    /// The study.
    public let study: String
    /// The claim or arrow.
    public let target: TheoryTarget
    /// How it stands to it.
    public let stance: Stance
    /// Why.
    public let why: String

    /// Study and target: `US-05|incomeMixing-emancipation`.
    public var id: String { "\(study)|\(target.id)" }

    /// Reads a row from its cells.
    ///
    /// - Throws: ``RegisterError`` whose place is the column.
    public init(cells: (Field) -> String) throws(RegisterError) {
        study = try Cell.identifier(cells(.study), Field.study.rawValue)
        guard let target = TheoryTarget(id: cells(.target)) else {
            throw RegisterError(
                .cell, at: "column 'target'", found: cells(.target),
                expected: "a claim C1 to C6 or an arrow such as incomeMixing-liveability",
                mend: "choose one of the policy theory")
        }
        self.target = target
        stance = try Cell.term(cells(.stance), Field.stance.rawValue)
        why = try Cell.required(cells(.why), Field.why.rawValue)
    }

    /// The cell of one column, as it stands in a file.
    public func cell(_ field: Field) -> String {
        switch field {
        case .study: study
        case .target: target.id
        case .stance: stance.rawValue
        case .why: why
        }
    }
}

/// An arrow of the policy theory: someone states, assumes or asks that one thing changes another.
public struct TheoryEdge: Sendable, Hashable, Identifiable {
    /// Which way the end goes when the start goes up.
    public enum Effect: String, Sendable, Codable, CaseIterable {
        /// The end goes up.
        case raises
        /// The end goes down.
        case lowers
        /// The two are found together; nothing is said of cause.
        case goesWith
    }

    /// On what ground the arrow is drawn.
    public enum Ground: Sendable, Hashable {
        /// The text states it as a claim.
        case stated(Claim)
        /// The text sets it as a goal or assumes it between the lines.
        case implied(StatementReference)
        /// The text asks whether it is so.
        case asked(Question)
    }

    /// The short name on pages and in links: `E1` to `E17`. It never changes, also when arrows are added.
    public let code: String
    /// Where it starts.
    public let from: Concept
    /// Where it ends.
    public let to: Concept
    /// What it says.
    public let effect: Effect
    /// Why it is drawn.
    public let ground: Ground
    /// A stable identifier, as files name it: `lowIncomeConcentration-crimeAndNuisance`.
    public var id: String { "\(from.rawValue)-\(to.rawValue)" }

    /// The claim that states it, whose local test is its local measurement; nil where it is implied or asked.
    public var claim: Claim? {
        if case .stated(let claim) = ground { claim } else { nil }
    }

    /// Where it is stated, implied or asked.
    public var reference: StatementReference {
        switch ground {
        case .stated(let claim): claim.reference
        case .implied(let reference): reference
        case .asked(let question): question.reference
        }
    }

    /// The question that asks for it; nil where it is stated or implied.
    public var question: Question? {
        if case .asked(let question) = ground { question } else { nil }
    }

    /// Makes an arrow.
    init(_ code: String, _ from: Concept, _ effect: Effect, _ to: Concept, _ ground: Ground) {
        self.code = code
        self.from = from
        self.to = to
        self.effect = effect
        self.ground = ground
    }
}

/// The policy theory as a graph. It is what the text says, not what is so; every arrow can be measured, simulated,
/// studied and voted on.
public struct TheoryGraph: Sendable, Hashable {
    /// The nodes.
    public let concepts: [Concept]
    /// The arrows.
    public let edges: [TheoryEdge]

    /// The graph of the working group's text.
    public static let seed = TheoryGraph(
        concepts: Concept.allCases,
        edges: [
            TheoryEdge("E1", .oneSidedStock, .goesWith, .residenceOfMigrants, .stated(.residence)),
            TheoryEdge("E2", .limitedFacilities, .goesWith, .residenceOfMigrants, .stated(.residence)),
            TheoryEdge("E3", .oneSidedStock, .raises, .lowIncomeConcentration, .implied(.agenda("S5"))),
            TheoryEdge("E4", .limitedFacilities, .goesWith, .lowIncomeConcentration, .implied(.agenda("S5"))),
            TheoryEdge("E5", .lowIncomeConcentration, .raises, .crimeAndNuisance, .stated(.crime)),
            TheoryEdge("E6", .lowIncomeConcentration, .raises, .dissatisfaction, .stated(.dissatisfaction)),
            TheoryEdge("E7", .lowIncomeConcentration, .raises, .wishToMove, .stated(.wishToMove)),
            TheoryEdge("E8", .limitedFacilities, .lowers, .wellbeing, .stated(.facilities)),
            TheoryEdge("E9", .limitedFacilities, .lowers, .emancipation, .stated(.facilities)),
            TheoryEdge("E10", .physicalInterventions, .raises, .incomeMixing, .stated(.mixing)),
            TheoryEdge("E11", .socialFacilities, .raises, .incomeMixing, .stated(.mixing)),
            TheoryEdge("E12", .stockSteering, .raises, .incomeMixing, .stated(.mixing)),
            TheoryEdge("E13", .incomeMixing, .lowers, .lowIncomeConcentration, .implied(.agenda("S5"))),
            TheoryEdge("E14", .crimeAndNuisance, .lowers, .liveability, .implied(.agenda("S6"))),
            TheoryEdge("E15", .incomeMixing, .raises, .liveability, .asked(.problemsSolved)),
            TheoryEdge("E16", .incomeMixing, .raises, .emancipation, .asked(.advantages)),
            TheoryEdge("E17", .incomeMixing, .raises, .integration, .asked(.integration)),
        ])

    /// The arrows that `claim` states.
    public func edges(stating claim: Claim) -> [TheoryEdge] { edges.filter { $0.claim == claim } }

    /// The arrows that start or end at `concept`.
    public func edges(touching concept: Concept) -> [TheoryEdge] {
        edges.filter { $0.from == concept || $0.to == concept }
    }

    /// The arrow with identifier `id`.
    public func edge(_ id: TheoryEdge.ID) -> TheoryEdge? { edges.first { $0.id == id } }

    /// The arrow with short name `code`.
    public func edge(code: String) -> TheoryEdge? { edges.first { $0.code == code } }

    /// The arrows that `question` asks for.
    public func edges(askedBy question: Question) -> [TheoryEdge] { edges.filter { $0.question == question } }
}

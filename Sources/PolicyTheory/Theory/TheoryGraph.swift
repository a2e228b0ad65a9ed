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

    /// Where it starts.
    public let from: Concept
    /// Where it ends.
    public let to: Concept
    /// What it says.
    public let effect: Effect
    /// Why it is drawn.
    public let ground: Ground
    /// What simulation, studies and votes say.
    public var evidence: EvidenceSlots

    /// A stable identifier: `lowIncomeConcentration-crimeAndNuisance`.
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

    /// Makes an arrow with empty slots.
    init(_ from: Concept, _ effect: Effect, _ to: Concept, _ ground: Ground) {
        self.from = from
        self.to = to
        self.effect = effect
        self.ground = ground
        evidence = EvidenceSlots()
    }
}

/// The policy theory as a graph. It is what the text says, not what is so; every arrow can be measured, simulated,
/// studied and voted on.
public struct TheoryGraph: Sendable, Hashable {
    /// The nodes.
    public let concepts: [Concept]
    /// The arrows.
    public var edges: [TheoryEdge]

    /// The graph of the working group's text.
    public static let seed = TheoryGraph(
        concepts: Concept.allCases,
        edges: [
            TheoryEdge(.oneSidedStock, .goesWith, .residenceOfMigrants, .stated(.residence)),
            TheoryEdge(.limitedFacilities, .goesWith, .residenceOfMigrants, .stated(.residence)),
            TheoryEdge(.oneSidedStock, .raises, .lowIncomeConcentration, .implied(.agenda("S5"))),
            TheoryEdge(.limitedFacilities, .goesWith, .lowIncomeConcentration, .implied(.agenda("S5"))),
            TheoryEdge(.lowIncomeConcentration, .raises, .crimeAndNuisance, .stated(.crime)),
            TheoryEdge(.lowIncomeConcentration, .raises, .dissatisfaction, .stated(.dissatisfaction)),
            TheoryEdge(.lowIncomeConcentration, .raises, .wishToMove, .stated(.wishToMove)),
            TheoryEdge(.limitedFacilities, .lowers, .wellbeing, .stated(.facilities)),
            TheoryEdge(.limitedFacilities, .lowers, .emancipation, .stated(.facilities)),
            TheoryEdge(.physicalInterventions, .raises, .incomeMixing, .stated(.mixing)),
            TheoryEdge(.socialFacilities, .raises, .incomeMixing, .stated(.mixing)),
            TheoryEdge(.stockSteering, .raises, .incomeMixing, .stated(.mixing)),
            TheoryEdge(.incomeMixing, .lowers, .lowIncomeConcentration, .implied(.agenda("S5"))),
            TheoryEdge(.crimeAndNuisance, .lowers, .liveability, .implied(.agenda("S6"))),
            TheoryEdge(.incomeMixing, .raises, .liveability, .asked(.problemsSolved)),
            TheoryEdge(.incomeMixing, .raises, .emancipation, .asked(.advantages)),
            TheoryEdge(.incomeMixing, .raises, .integration, .asked(.integration)),
        ])

    /// The arrows that `claim` states.
    public func edges(stating claim: Claim) -> [TheoryEdge] { edges.filter { $0.claim == claim } }

    /// The arrows that start or end at `concept`.
    public func edges(touching concept: Concept) -> [TheoryEdge] {
        edges.filter { $0.from == concept || $0.to == concept }
    }

    /// The arrow with identifier `id`.
    public func edge(_ id: TheoryEdge.ID) -> TheoryEdge? { edges.first { $0.id == id } }
}

public import Bilingual
public import PolicyTheory

/// What studies say for and against a claim or an arrow of the policy theory, with equal space for both.
public struct ClaimEvidence: Sendable, Hashable {
    /// One of the two sides.
    public enum Side: String, Sendable, Hashable, CaseIterable {
        /// Studies that support what is stated.
        case supporting = "for"
        /// Studies that contradict it, or looked and showed no effect; each card says which.
        case against

        /// Its name.
        public var name: BilingualText {
            switch self {
            case .supporting: BilingualText(nl: "Steunt", en: "For")
            case .against:
                BilingualText(
                    nl: "Spreekt tegen, of geen effect aangetoond", en: "Against, or no effect shown")
            }
        }
    }

    /// The claim or arrow.
    public let target: TheoryTarget
    /// How many places each side has on the page; the same for both.
    public let places: Int
    /// All studies for it, one card per independent study.
    public let supporting: [EvidenceCard]
    /// All studies against it or without an effect.
    public let against: [EvidenceCard]
    /// Studies whose results differ by outcome or group, or by publication.
    public let mixed: [EvidenceCard]
    /// Studies that bear on it without testing it, or whose result was not read.
    public let context: [EvidenceCard]

    /// The studies on one side.
    public func cards(_ side: Side) -> [EvidenceCard] { side == .supporting ? supporting : against }

    /// What stands in the places of one side: as many as there are places, the empty ones in words.
    public func shown(_ side: Side) -> [EvidencePlace] {
        let cards = cards(side).prefix(places).map(EvidencePlace.study)
        let empty = EvidencePlace.noneFound(cards.isEmpty ? Self.noneFound(side) : Self.noMoreFound)
        return cards + Array(repeating: empty, count: places - cards.count)
    }

    /// How many studies of one side have no place on the page; they stand in the list behind it.
    public func notShown(_ side: Side) -> Int { max(0, cards(side).count - places) }

    /// Whether there is no study on either side.
    public var isWithoutEvidence: Bool { supporting.isEmpty && against.isEmpty && mixed.isEmpty }

    /// One sentence with the counts of all four kinds.
    public let summary: BilingualText

    static func noneFound(_ side: Side) -> BilingualText {
        switch side {
        case .supporting:
            BilingualText(
                nl: "Geen onderzoek gevonden dat dit steunt.", en: "No evidence found that supports this.")
        case .against:
            BilingualText(
                nl: "Geen onderzoek gevonden dat dit tegenspreekt of geen effect aantoont.",
                en: "No evidence found that contradicts this or shows no effect.")
        }
    }

    static let noMoreFound = BilingualText(
        nl: "Geen verder onderzoek gevonden.", en: "No further evidence found.")
}

/// A place on the page: a study, or words that nothing was found.
public enum EvidencePlace: Sendable, Hashable {
    /// A study.
    case study(EvidenceCard)
    /// Nothing was found. That is an answer too.
    case noneFound(BilingualText)
}

extension ClaimEvidence {
    /// The evidence for and against `claim`, by links to the claim itself and to the arrows that it states.
    ///
    /// - Parameter limit: the most places that a side may have. Both sides get the same number: that of the
    ///   longer side, up to `limit`, and at least one.
    public init(for claim: Claim, in register: Register, limit: Int = 6) {
        self.init(target: .claim(claim), register: register, limit: limit) { $0.claim == claim }
    }

    /// The evidence for and against one arrow.
    public init(forEdge id: TheoryEdge.ID, in register: Register, limit: Int = 6) {
        self.init(target: .edge(id), register: register, limit: limit) { $0 == .edge(id) }
    }

    private init(
        target: TheoryTarget, register: Register, limit: Int, bears: (TheoryTarget) -> Bool
    ) {
        let links = register.edgeLinks.filter { bears($0.target) }
        let all = EvidenceCard.cards(links, register: register)
        self.target = target
        supporting = all.filter { $0.stance == .supports }
        against = all.filter { $0.stance == .contradicts || $0.stance == .noEffectShown }
        mixed = all.filter { $0.stance == .mixed }
        context = all.filter { $0.stance == .context }
        places = max(1, min(max(1, limit), max(supporting.count, against.count)))
        func count(_ cards: [EvidenceCard]) -> BilingualText {
            register.count(cards.flatMap(\.studies).uniqued()).text
        }
        let parts = [count(supporting), count(against), count(mixed), count(context)]
        summary = BilingualText(
            nl: "Steunt: \(parts[0].nl). Spreekt tegen of geen effect aangetoond: \(parts[1].nl). Wisselend: "
                + "\(parts[2].nl). Achtergrond of niet gelezen: \(parts[3].nl).",
            en: "For: \(parts[0].en). Against or no effect shown: \(parts[1].en). Mixed: \(parts[2].en). "
                + "Context or not read: \(parts[3].en).")
    }
}

extension Array where Element == Study {
    /// Each study once, in order of first appearance.
    func uniqued() -> [Study] {
        var seen: Set<String> = []
        return filter { seen.insert($0.id).inserted }
    }
}

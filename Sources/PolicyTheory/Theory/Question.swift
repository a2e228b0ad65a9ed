public import Bilingual

/// The seven questions that the working group starts from, in this project's own words.
public enum Question: String, Sendable, Codable, CaseIterable, Hashable, Identifiable {
    /// Why municipalities strive for dispersal.
    case motivations = "Q1"
    /// Which problems dispersal can solve.
    case problemsSolved = "Q2"
    /// What the advantages of mixing are.
    case advantages = "Q3"
    /// What it means in practice.
    case practice = "Q4"
    /// How government and housing associations can steer.
    case steering = "Q5"
    /// How far mixing helps integration.
    case integration = "Q6"
    /// What science knows about whether it works.
    case evidence = "Q7"

    /// The identifier: `Q1` to `Q7`.
    public var id: String { rawValue }

    /// The question.
    public var text: BilingualText {
        switch self {
        case .motivations:
            BilingualText(
                nl: "Waarom willen gemeentebesturen spreiding?", en: "Why do municipalities want dispersal?")
        case .problemsSolved:
            BilingualText(
                nl: "Voor welke vraagstukken is spreiding een oplossing?",
                en: "Which problems can dispersal solve?")
        case .advantages:
            BilingualText(
                nl: "Wat zijn de voordelen van gemengde inkomensgroepen, en voor wie?",
                en: "What are the advantages of mixed income groups, and for whom?")
        case .practice:
            BilingualText(
                nl: "Wat betekent spreiden en mengen in de praktijk?",
                en: "What do dispersal and mixing mean in practice?")
        case .steering:
            BilingualText(
                nl: "Hoe kunnen overheid, corporaties en anderen sturen?",
                en: "How can government, housing associations and others steer?")
        case .integration:
            BilingualText(
                nl: "Hoe ver helpt spreiden en mengen de integratie vooruit?",
                en: "How far do dispersal and mixing help integration?")
        case .evidence:
            BilingualText(
                nl: "Is er wetenschappelijk bewijs dat deze aanpak kan werken, en wanneer?",
                en: "Is there scientific evidence that this approach can work, and when?")
        }
    }

    /// Where it is asked.
    public var reference: StatementReference {
        switch self {
        case .motivations: .group("S10")
        case .problemsSolved: .group("S11")
        case .advantages: .group("S12")
        case .practice: .group("S13")
        case .steering: .group("S14")
        case .integration: .group("S15")
        case .evidence: .group("S16")
        }
    }
}

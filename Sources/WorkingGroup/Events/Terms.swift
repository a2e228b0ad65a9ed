public import Bilingual

/// What kind of participant somebody is; the announcement names three, a group may add its own.
public enum ParticipantKind: Codable, Sendable, Hashable {
    /// Works with residents and homes.
    case practitioner
    /// Makes policy.
    case policyMaker
    /// Does research.
    case scientist
    /// Another kind, such as resident; a few words.
    case other(name: String)

    /// The kinds that every session has.
    public static let standard: [ParticipantKind] = [.practitioner, .policyMaker, .scientist]

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .practitioner: BilingualText(nl: "uitvoerende professional", en: "practitioner")
        case .policyMaker: BilingualText(nl: "beleidsmaker", en: "policy maker")
        case .scientist: BilingualText(nl: "wetenschapper", en: "scientist")
        case .other(let name): BilingualText(nl: name, en: name)
        }
    }
}

/// Where a statement comes from.
public enum StatementSource: Codable, Sendable, Hashable {
    /// It was ready before the evening.
    case prepared
    /// From one of the introductions, 1 or 2.
    case introduction(number: Int)
    /// Written in the room.
    case participant
}

/// How a question stands.
public enum QuestionStatus: String, Codable, Sendable, Hashable, CaseIterable {
    /// Nobody has answered it.
    case open
    /// The local data answer it.
    case answeredByData
    /// The simulation answers it.
    case answeredByModel
    /// Studies answer it.
    case answeredByEvidence
    /// No research can answer it.
    case notResearchable

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .open: BilingualText(nl: "open", en: "open")
        case .answeredByData: BilingualText(nl: "beantwoord door gegevens", en: "answered by data")
        case .answeredByModel: BilingualText(nl: "beantwoord door simulatie", en: "answered by simulation")
        case .answeredByEvidence: BilingualText(nl: "beantwoord door onderzoek", en: "answered by studies")
        case .notResearchable: BilingualText(nl: "niet te onderzoeken", en: "not researchable")
        }
    }
}

/// What a bottleneck is made of.
public enum BottleneckType: String, Codable, Sendable, Hashable, CaseIterable {
    /// A rule.
    case law
    /// Money.
    case money
    /// Time.
    case time
    /// Knowledge.
    case information
    /// People do not want it.
    case support
    /// Too few hands or homes.
    case capacity

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .law: BilingualText(nl: "regels", en: "rules")
        case .money: BilingualText(nl: "geld", en: "money")
        case .time: BilingualText(nl: "tijd", en: "time")
        case .information: BilingualText(nl: "kennis", en: "information")
        case .support: BilingualText(nl: "draagvlak", en: "support")
        case .capacity: BilingualText(nl: "mensen en woningen", en: "capacity")
        }
    }
}

/// What is kept of something that the group brings up besides statements.
public enum Register: String, Codable, Sendable, Hashable, CaseIterable {
    /// What the group answers to one of the seven questions.
    case answer
    /// Why a municipality would want to mix.
    case motivation
    /// A development that matters.
    case development
    /// A case from somebody's own work.
    case practiceCase
    /// What somebody does not agree with; kept in the report.
    case dissent
    /// An objection to how the evening goes.
    case objection

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .answer: BilingualText(nl: "antwoord van de groep", en: "answer of the group")
        case .motivation: BilingualText(nl: "motief", en: "motivation")
        case .development: BilingualText(nl: "ontwikkeling", en: "development")
        case .practiceCase: BilingualText(nl: "praktijkgeval", en: "practice case")
        case .dissent: BilingualText(nl: "afwijkende mening", en: "dissent")
        case .objection: BilingualText(nl: "bezwaar", en: "objection")
        }
    }
}

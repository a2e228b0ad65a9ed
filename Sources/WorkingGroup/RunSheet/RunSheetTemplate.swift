public import Bilingual

/// Run sheets to start from; every step can be changed.
public enum RunSheetTemplate: String, Sendable, Hashable, CaseIterable {
    /// The whole evening in 90 minutes.
    case ninetyMinutes
    /// Votes and perspectives only, in 45 minutes.
    case fortyFiveMinutes

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .ninetyMinutes:
            BilingualText(nl: "Hele werkgroep, 90 minuten", en: "Whole working group, 90 minutes")
        case .fortyFiveMinutes:
            BilingualText(nl: "Alleen stellingen, 45 minuten", en: "Statements only, 45 minutes")
        }
    }

    /// The steps, numbered from 1.
    public func steps(_ language: Language) -> [RunStep] {
        rows.enumerated().map { place, row in
            RunStep(
                number: place + 1, kind: row.kind, title: row.title[language], purpose: row.purpose[language],
                minutes: row.minutes)
        }
    }

    private typealias Row = (kind: RunStep.Kind, minutes: Int, title: BilingualText, purpose: BilingualText)

    private var rows: [Row] {
        switch self {
        case .ninetyMinutes:
            [
                Self.welcome(5), Self.introduction(1, 10), Self.introduction(2, 10), Self.writing(8),
                Self.voting(10), Self.discussion(15), Self.bottlenecks(8), Self.alternatives(16),
                Self.tasks(6),
                Self.closing(2),
            ]
        case .fortyFiveMinutes:
            [
                Self.welcome(4), Self.introduction(1, 7), Self.introduction(2, 7), Self.writing(6),
                Self.voting(8),
                Self.discussion(11), Self.closing(2),
            ]
        }
    }

    private static func welcome(_ minutes: Int) -> Row {
        (
            .welcome, minutes, BilingualText(nl: "Welkom", en: "Welcome"),
            BilingualText(
                nl: "Iedereen weet waar het over gaat, wat er met de stemmen gebeurt, en doet mee.",
                en: "Everybody knows what it is about, what happens with votes, and has joined.")
        )
    }

    private static func introduction(_ number: Int, _ minutes: Int) -> Row {
        (
            .introduction, minutes, BilingualText(nl: "Inleiding \(number)", en: "Introduction \(number)"),
            BilingualText(
                nl: "Iemand uit de praktijk vertelt wat er speelt.",
                en: "Somebody from practice tells what is going on.")
        )
    }

    private static func writing(_ minutes: Int) -> Row {
        (
            .writing, minutes, BilingualText(nl: "Stil schrijven", en: "Silent writing"),
            BilingualText(
                nl: "Iedereen schrijft stellingen, zonder te overleggen.",
                en: "Everybody writes statements, without talking.")
        )
    }

    private static func voting(_ minutes: Int) -> Row {
        (
            .voting, minutes, BilingualText(nl: "Stemmen", en: "Voting"),
            BilingualText(nl: "Iedereen stemt op alle stellingen.", en: "Everybody votes on all statements.")
        )
    }

    private static func discussion(_ minutes: Int) -> Row {
        (
            .discussion, minutes, BilingualText(nl: "Gesprek", en: "Discussion"),
            BilingualText(
                nl: "De drie meest gedeelde en de drie meest verdeelde stellingen.",
                en: "The three most shared and the three most disputed statements.")
        )
    }

    private static func bottlenecks(_ minutes: Int) -> Row {
        (
            .bottlenecks, minutes, BilingualText(nl: "Knelpunten", en: "Bottlenecks"),
            BilingualText(
                nl: "Wat staat in de weg, en wie kan het weghalen?",
                en: "What stands in the way, and who can remove it?")
        )
    }

    private static func alternatives(_ minutes: Int) -> Row {
        (
            .alternatives, minutes, BilingualText(nl: "Alternatieven", en: "Alternatives"),
            BilingualText(
                nl: "Wat zou u doen binnen het budget, en waarom?",
                en: "What would you do within the budget, and why?")
        )
    }

    private static func tasks(_ minutes: Int) -> Row {
        (
            .tasks, minutes, BilingualText(nl: "Wie doet wat", en: "Who does what"),
            BilingualText(nl: "Eerste taken en open vragen.", en: "First tasks and open questions.")
        )
    }

    private static func closing(_ minutes: Int) -> Row {
        (
            .closing, minutes, BilingualText(nl: "Slot", en: "Closing"),
            BilingualText(
                nl: "Klopt het? Wat wilt u nog kwijt?", en: "Is it right? What else do you want to say?")
        )
    }
}

internal import Bilingual
internal import Neighbourhoods

/// Sentences that claim cards share.
enum FindingTexts {
    static let areasNotPersons = BilingualText(
        nl: "Dit vergelijkt gebieden, geen personen: wat voor een gebied geldt, hoeft niet voor elke bewoner "
            + "te gelden.",
        en: "This compares areas, not persons: what holds for an area need not hold for each resident.")

    static let noCause = BilingualText(
        nl: "Een samenhang is geen oorzaak: ook iets anders kan beide verklaren.",
        en: "An association is no cause: something else can explain both.")

    static func small(_ count: Int, _ level: AreaLevel) -> BilingualText? {
        guard count > 0 else { return nil }
        return BilingualText(
            nl: "Niet meegeteld: \(count) \(level.plural.nl) met te weinig bewoners om te tonen.",
            en: "Left out: \(count) \(level.plural.en) with too few residents to show.")
    }

    static func years(outcome: Int, areas: Int) -> BilingualText? {
        guard outcome != areas else { return nil }
        return BilingualText(
            nl: "De uitkomst is van \(outcome), de indeling van de gebieden van \(areas).",
            en: "The outcome is of \(outcome), the division of the areas of \(areas).")
    }

    static func oneYear(_ year: Int) -> BilingualText {
        BilingualText(
            nl: "Er is maar één jaar (\(year)) van deze versie van de bron.",
            en: "There is one year only (\(year)) of this version of the source.")
    }

    static func untestable(lacking what: BilingualText, brought by: BilingualText) -> BilingualText {
        BilingualText(
            nl: "Hier niet te toetsen: er zijn geen cijfers over \(what.nl). Wat helpt: \(by.nl).",
            en: "Not testable here: there are no figures on \(what.en). What helps: \(by.en).")
    }

    static let tooFewAreas = BilingualText(
        nl: "Hier niet te toetsen: aan een van beide kanten liggen te weinig gebieden met cijfers.",
        en: "Not testable here: one of both sides has too few areas with figures.")

    static func inseparable(_ lowIncome: BilingualText) -> BilingualText {
        BilingualText(
            nl:
                "Hier niet te toetsen: voorzieningen zijn niet los van ‘\(lowIncome.nl)’ te zien, of er zijn te "
                + "weinig gebieden met cijfers.",
            en:
                "Not testable here: facilities cannot be told apart from ‘\(lowIncome.en)’, or too few areas have "
                + "figures.")
    }

    /// One contrast in words: levels on both sides and the difference.
    static func contrast(_ figure: LocalFigure) -> BilingualText {
        guard let levels = figure.levels else { return figure.sentence }
        let text = { (language: Language, inside: String, outside: String) in
            let (low, high) = (
                levels.unit.text(levels.inside, language), levels.unit.text(levels.outside, language)
            )
            return "\(figure.label[language]): \(low) \(inside) \(high), \(outside) \(figure.text(language))."
        }
        return BilingualText(nl: text(.dutch, "tegen", "dus"), en: text(.english, "against", "that is"))
    }

    /// What follows from the figures that a verdict stands on.
    static func conclusion(_ verdict: Verdict, from figures: [LocalFigure]) -> BilingualText {
        if figures.contains(where: { $0.uncertainty.reason != nil }) {
            return BilingualText(
                nl: "Zonder interval beslist dit cijfer niets.",
                en: "Without an interval this figure decides nothing.")
        }
        return switch verdict {
        case .supports:
            BilingualText(
                nl: "Het hele interval ligt aan de kant van de bewering.",
                en: "The whole interval lies on the claim's side.")
        case .contradicts:
            BilingualText(
                nl: "Het hele interval ligt aan de andere kant dan de bewering zegt.",
                en: "The whole interval lies on the other side than the claim says.")
        case .undecided:
            BilingualText(
                nl: "Het interval ligt aan beide kanten van de grens: dit beslist niets.",
                en: "The interval lies on both sides of the line: this decides nothing.")
        case .notTestable: BilingualText(nl: "Hier niet te toetsen.", en: "Not testable here.")
        }
    }
}

extension LocalFigure {
    /// The figure as a sentence, with what chance alone gives and the figure without it.
    var sentence: BilingualText {
        let plain = BilingualText(nl: "\(label.nl): \(text(.dutch)).", en: "\(label.en): \(text(.english)).")
        guard let chance, let dutch = correctedText(.dutch), let english = correctedText(.english) else {
            return plain
        }
        return .joined([
            plain,
            BilingualText(
                nl: "Door toeval alleen: \(unit.text(chance.expected, .dutch)). Zonder toeval: \(dutch).",
                en: "By chance alone: \(unit.text(chance.expected, .english)). Without chance: \(english)."),
        ])
    }
}

extension BilingualText {
    /// Sentences after each other.
    static func joined(_ texts: [BilingualText]) -> BilingualText {
        BilingualText(
            nl: texts.map(\.nl).joined(separator: " "), en: texts.map(\.en).joined(separator: " "))
    }
}

/// Which import would bring what a claim lacks.
enum ImportHint {
    static let lowIncome = (
        what: BilingualText(
            nl: "lage inkomens volgens de gekozen definitie", en: "low incomes by the chosen definition"),
        by: BilingualText(
            nl: "CBS Kerncijfers wijken en buurten, of een andere definitie",
            en: "CBS Kerncijfers wijken en buurten, or another definition")
    )
    static let areaType = (
        what: BilingualText(
            nl: "de woningvoorraad of de voorzieningen", en: "the housing stock or the facilities"),
        by: BilingualText(
            nl: "CBS Kerncijfers wijken en buurten en CBS Nabijheid voorzieningen",
            en: "CBS Kerncijfers wijken en buurten and CBS Nabijheid voorzieningen")
    )
    static let group = (
        what: BilingualText(
            nl: "waar de groep woont waar de bewering over gaat", en: "where the group of the claim lives"),
        by: BilingualText(
            nl: "de kolommen over herkomst uit CBS Kerncijfers, met hun eigen indeling en jaar",
            en: "the origin columns of CBS Kerncijfers, with their own classification and year")
    )
    static let crime = (
        what: BilingualText(
            nl: "geregistreerde misdrijven of ervaren overlast", en: "recorded crime or experienced nuisance"),
        by: BilingualText(
            nl: "de politietabel 47018NED of een eigen bewonersonderzoek met een vertaalbestand",
            en: "the police table 47018NED or a residents' survey of your own with a mapping file")
    )
    static let satisfaction = (
        what: BilingualText(nl: "hoe tevreden bewoners zijn", en: "how satisfied residents are"),
        by: BilingualText(
            nl: "een eigen bewonersonderzoek met een vertaalbestand",
            en: "a residents' survey of your own with a mapping file")
    )
    static let wishToMove = (
        what: BilingualText(nl: "wie wil verhuizen", en: "who wishes to move"),
        by: BilingualText(
            nl:
                "een eigen bewonersonderzoek met een vertaalbestand; hoeveel mensen echt verhuizen zegt dit niet",
            en: "a residents' survey of your own with a mapping file; how many really move does not tell this"
        )
    )
    static let wellbeing = (
        what: BilingualText(nl: "welzijn of voorzieningen", en: "well-being or facilities"),
        by: BilingualText(
            nl: "CBS Nabijheid voorzieningen en de Leefbaarometer of een eigen bewonersonderzoek",
            en: "CBS Nabijheid voorzieningen and the Leefbaarometer or a residents' survey of your own")
    )
    static let mixing = (
        what: BilingualText(
            nl: "de woningvoorraad of de inkomens", en: "the housing stock or the incomes"),
        by: BilingualText(
            nl: "CBS Kerncijfers wijken en buurten, liefst van twee jaren",
            en: "CBS Kerncijfers wijken en buurten, of two years if you can")
    )
}

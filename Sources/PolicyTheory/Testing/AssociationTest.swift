internal import Bilingual
internal import Neighbourhoods

/// The test of an arrow that no claim states: the rank correlation of its two ends over the areas.
///
/// Where the arrow starts at mixing, low incomes are held constant: areas with few low incomes are often less mixed
/// and better off at once. The first variable of an end that has figures leads, whatever it says; the others stand
/// beside it.
struct AssociationTest {
    let edge: TheoryEdge

    /// One end of the arrow, turned so that more is more of what the node names.
    private struct End {
        let name: BilingualText
        let numbers: [Double]
        let year: Int
        let data: [DataUse]
        let notes: [BilingualText]
        let variable: Variable.ID?
    }

    func finding(in context: ClaimContext) -> EdgeFinding {
        if edge.from == .incomeMixing, edge.to == .lowIncomeConcentration {
            return .notTestable(edge, Self.sameFigures)
        }
        guard let start = ends(edge.from, in: context).first else { return lacking(edge.from) }
        let goals = ends(edge.to, in: context)
        guard !goals.isEmpty else { return lacking(edge.to) }
        let held = edge.from == .incomeMixing ? context.lowIncomeShares(near: context.settings.year) : nil
        let figures = goals.flatMap { goal in
            [
                held.flatMap { figure(start, goal, holding: $0, in: context) },
                figure(start, goal, in: context),
            ]
            .compactMap(\.self)
        }
        let data = ([start] + goals).flatMap(\.data).reduce(into: [DataUse]()) { known, use in
            if !known.contains(use) { known.append(use) }
        }
        guard let first = figures.first, let seen = first.verdict else {
            return .notTestable(edge, FindingTexts.tooFewAreas, data: data)
        }
        // What leads to what takes time: one year can only speak against it.
        let verdict: Verdict = edge.effect == .goesWith || seen == .contradicts ? seen : .undecided
        let end = verdict == seen ? FindingTexts.conclusion(seen, from: [first]) : Self.oneYear
        return EdgeFinding(
            edge: edge, verdict: verdict, reason: .joined([first.sentence, end]), figures: figures,
            data: data, caveats: caveats(start, goals))
    }

    private func caveats(_ start: End, _ goals: [End]) -> [BilingualText] {
        var caveats = start.notes + goals.flatMap(\.notes)
        if edge.to == .liveability { caveats.append(Self.score) }
        if edge.to == .integration { caveats.append(Self.contact) }
        return caveats + [FindingTexts.areasNotPersons, FindingTexts.noCause]
    }

    private func lacking(_ concept: Concept) -> EdgeFinding {
        .notTestable(
            edge,
            BilingualText(
                nl: "Geen gegevens: er zijn hier geen cijfers over ‘\(concept.name.nl.lowercased())’.",
                en: "No data: there are no figures here on ‘\(concept.name.en.lowercased())’."))
    }

    private func figure(_ start: End, _ goal: End, holding shares: [Double]? = nil, in context: ClaimContext)
        -> LocalFigure?
    {
        guard
            let association = RankAssociation(
                start.numbers, goal.numbers, holding: shares, draws: context.draws)
        else { return nil }
        let held = BilingualText(
            nl: shares == nil ? "" : " bij een gelijk aandeel ‘\(context.lowIncomeName.nl)’",
            en: shares == nil ? "" : " at an equal share of ‘\(context.lowIncomeName.en)’")
        let none = BilingualText(
            nl: "een samenhang heeft geen cijfer voor de hele gemeente",
            en: "an association has no figure for the whole municipality")
        return LocalFigure(
            id:
                "\(edge.code).\(goal.variable?.rawValue ?? edge.to.rawValue).\(shares == nil ? "plain" : "partial")",
            name: goal.name,
            label: BilingualText(
                nl: "Samenhang tussen ‘\(start.name.nl)’ en ‘\(goal.name.nl)’\(held.nl)",
                en: "Association of ‘\(start.name.en)’ with ‘\(goal.name.en)’\(held.en)"),
            unit: .correlation, value: association.correlation, uncertainty: association.uncertainty,
            line: 0,
            verdict: ClaimContext.verdict(association.uncertainty, line: 0, above: edge.effect != .lowers),
            levels: nil, municipal: .none(reason: none), national: .none(reason: none), year: goal.year,
            areas: association.areas)
    }

    // MARK: Ends

    private func ends(_ concept: Concept, in context: ClaimContext) -> [End] {
        switch concept {
        case .oneSidedStock: context.homogeneity.map { [end(concept, $0)] } ?? []
        case .limitedFacilities: context.facilities.map { [end(concept, $0, sign: -1)] } ?? []
        case .incomeMixing:
            IncomeMix.of(
                context.frame, definition: context.settings.lowIncome, near: context.settings.year
            ).map { [end(concept, $0)] } ?? []
        case .lowIncomeConcentration: context.lowIncome.map { [end($0, sign: 1, in: context)] } ?? []
        case .physicalInterventions, .socialFacilities, .stockSteering, .residenceOfMigrants: []
        case .crimeAndNuisance, .dissatisfaction, .wishToMove:
            variables(concept, more: .lowerIsWished, in: context)
        case .liveability, .wellbeing, .emancipation, .integration:
            variables(concept, more: .higherIsWished, in: context)
        }
    }

    private func end(_ concept: Concept, _ measure: AreaMeasure, sign: Double = 1) -> End {
        End(
            name: concept.name, numbers: measure.values.numbers.map { sign * $0 }, year: measure.year,
            data: measure.data, notes: measure.notes, variable: nil)
    }

    private func end(_ series: Series, sign: Double, in context: ClaimContext) -> End {
        let name =
            VariableCatalogue.variable(series.variable)?.name ?? BilingualText(same: series.variable.rawValue)
        return End(
            name: sign > 0
                ? name : BilingualText(nl: "\(name.nl) (omgekeerd)", en: "\(name.en) (turned round)"),
            numbers: context.frame.numbers(series).map { sign * $0 }, year: series.year,
            data: [context.frame.use(series)], notes: [], variable: series.variable)
    }

    /// The first few variables of a node that have figures and a wished direction; `more` is the direction of those
    /// that grow with it.
    private func variables(_ concept: Concept, more: Variable.Direction, in context: ClaimContext) -> [End] {
        var found: [End] = []
        for id in concept.indicators where found.count < Self.mostVariables {
            guard let variable = VariableCatalogue.variable(id), variable.direction != .neutral,
                let series = context.frame.series(id, near: context.settings.year)
            else { continue }
            found.append(end(series, sign: variable.direction == more ? 1 : -1, in: context))
        }
        return found
    }

    private static let mostVariables = 3

    private static let sameFigures = BilingualText(
        nl:
            "Geen gegevens die dit toetsen: menging en concentratie worden uit dezelfde inkomenscijfers berekend.",
        en: "No data that test this: mixing and concentration are computed from the same income figures.")
    private static let oneYear = BilingualText(
        nl: "Een samenhang in één jaar kan deze pijl tegenspreken, maar niet steunen.",
        en: "An association in one year can contradict this arrow but not support it.")
    private static let score = BilingualText(
        nl:
            "Een score voor leefbaarheid is door de maker deels uit veiligheid, woningen en voorzieningen berekend. "
            + "Een deel van de samenhang zit er dus in gebakken.",
        en:
            "Its producer computes a liveability score partly from safety, homes and facilities, so part of the "
            + "association is built in.")
    private static let contact = BilingualText(
        nl:
            "Dit is contact tussen alle buurtgenoten. Het is geen maat voor integratie en zegt niet wie wie ontmoet.",
        en:
            "This is contact among all neighbours. It is no measure of integration and does not tell who meets whom."
    )
}

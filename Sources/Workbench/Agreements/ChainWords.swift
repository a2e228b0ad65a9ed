import Bilingual
import Figures
import HousingMarket
import Neighbourhoods
import Perspectives
import WorkingGroup

/// The links of the chain in words. Pages, reports and sheets say the same.
struct ChainWords {
    let language: Language

    func say(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }

    // MARK: Target

    /// `Lage inkomens in Noord: 48% in 2022, moet naar 40% in 2032.`
    func measure(_ target: Target) -> String? {
        guard let measure = target.measure,
            let variable = VariableCatalogue.variable(.init(rawValue: measure.indicator))
        else { return nil }
        let format = variable.format(over: [measure.from, measure.to].compactMap(\.self))
        let to = format.text(measure.to, language)
        let head = "\(variable.name[language]), \(measure.areaName): "
        guard let from = measure.from else {
            return head
                + say(
                    "nu geen cijfer in de gegevens; moet in \(target.year) \(to) zijn.",
                    "no figure of now in the data; to be \(to) in \(target.year).")
        }
        let year = measure.fromYear.map { " (\($0))" } ?? ""
        return head
            + say(
                "nu \(format.text(from, language))\(year), in \(target.year) \(to).",
                "now \(format.text(from, language))\(year), to be \(to) in \(target.year).")
            + " " + interval(measure, format)
    }

    /// The interval of the figure of now, or why there is none.
    private func interval(_ measure: TargetMeasure, _ format: ValueFormat) -> String {
        let source =
            measure.source.isEmpty ? "" : say(" Bron: \(measure.source).", " Source: \(measure.source).")
        guard let low = measure.low, let high = measure.high else {
            return say("De bron geeft geen marge.", "The source gives no margin.") + source
        }
        let ends = "\(format.text(low, language)) \(say("tot", "to")) \(format.text(high, language))"
        return say("Marge: \(ends).", "Margin: \(ends).") + source
    }

    /// How it stands in the newest data, where that is later than what the group went by.
    func newer(_ target: Target, _ figures: LocalFigures?) -> String? {
        guard let measure = target.measure, let figures,
            let variable = VariableCatalogue.variable(.init(rawValue: measure.indicator)),
            let area = figures.dataset.area(AreaCode(measure.area))
        else { return nil }
        let now = figures.measure(variable, area, to: measure.to)
        guard let value = now.from, let year = now.fromYear, year > measure.fromYear ?? 0 else { return nil }
        let format = variable.format(over: [value, measure.to])
        return say(
            "In de nieuwste gegevens (\(year)): \(format.text(value, language)).",
            "In the newest data (\(year)): \(format.text(value, language)).")
    }

    // MARK: Lever

    /// `L1 Sloop en nieuwbouw: Lindenflat (flats, gebouwd 1945–1969, Noord)`.
    func lever(_ choice: LeverChoice) -> String {
        let homes = choice.estate.map { " (\(estate($0)))" } ?? ""
        return "\(name(ofLever: choice.lever)): \(choice.place)\(homes)"
    }

    /// `L7 Nieuwbouw per categorie`; a lever that the catalogue does not know stays as it was written.
    func name(ofLever code: String) -> String {
        kind(code).map { "\($0.code) \($0.name[language])" } ?? code
    }

    func kind(_ code: String) -> LeverKind? {
        LeverKind.allCases.first { $0.code == code.uppercased() }
    }

    /// `flats, gebouwd 1945–1969, Noord`.
    func estate(_ estate: NamedEstate) -> String {
        [
            estate.dwelling.flatMap { word in
                DwellingType.allCases.first { "\($0)" == word }.map { name($0) }
            }, estate.period.map { name(ofPeriod: $0) }, estate.areaName,
        ].compactMap(\.self).joined(separator: ", ")
    }

    func name(_ type: DwellingType) -> String {
        switch type {
        case .singleFamily: say("eengezinshuizen", "single-family houses")
        case .multiFamily: say("flats", "flats")
        }
    }

    /// `gebouwd 1945–1969`.
    func name(ofPeriod word: String) -> String {
        let name = VariableCatalogue.variable(.init(rawValue: "period.\(word)"))?.name[language] ?? word
        return name.prefix(1).lowercased() + name.dropFirst()
    }

    // MARK: Simulation

    /// `Lage inkomens in het gebied −1,2 procentpunt (−2,0 tot −0,4)`.
    func figure(_ figure: ActionRun.Figure) -> String {
        let fate = Fate.allCases.first { "\($0)" == figure.measure }
        let measure = OutcomeMeasure(rawValue: figure.measure)
        let format = measure.map { DeskTables.format($0.unit, isSigned: true) } ?? .number()
        let name = fate?.name[language] ?? measure?.name[language] ?? figure.measure
        let ends = [figure.low, figure.high].map { format.text($0, language) }
        return
            "\(name): \(format.text(figure.middle, language)) (\(ends[0]) \(say("tot", "to")) \(ends[1]))"
    }

    func area(_ run: ActionRun) -> String { run.area.map(figure).joined(separator: "; ") + "." }

    func residents(_ run: ActionRun) -> String { run.residents.map(figure).joined(separator: "; ") + "." }

    /// What the numbers are.
    func source(_ run: ActionRun) -> String {
        say(
            "Verschil met niets doen in \(run.year); tussen haakjes 9 van de 10 simulaties (\(run.runs) keer gerekend, model \(run.program)). Een model, geen voorspelling.",
            "Difference with doing nothing in \(run.year); in brackets nine in ten runs (\(run.runs) runs, model \(run.program)). A model, no forecast."
        )
    }

    /// What the numbers of residents are.
    var residentsSource: String {
        say(
            "Huishoudens die er nu wonen, in de hele gemeente, aan het eind van de simulatie.",
            "Households that live here now, in the whole municipality, at the end of the simulation.")
    }

    // MARK: Choice

    /// `A. Slopen: 7 van 12 mensen zouden dit doen (marge 4 tot 9)`.
    func choice(_ one: ActionChain.Choice) -> String {
        guard let takers = one.choice?.takers else {
            return "\(one.alternative.name): "
                + say(
                    "te weinig mensen kozen; hoeveel staat er niet.", "too few people chose; not shown.")
        }
        let low = Int((takers.low * Double(takers.of)).rounded())
        let high = Int((takers.high * Double(takers.of)).rounded())
        return "\(one.alternative.name): "
            + say(
                "\(takers.count) van \(takers.of) mensen zouden dit doen (marge \(low) tot \(high)). Een oefening, geen besluit.",
                "\(takers.count) of \(takers.of) people would do this (margin \(low) to \(high)). An exercise, no decision."
            )
    }

    // MARK: Task

    /// Where and when, with what is missing said.
    func whereAndWhen(_ task: AgreedTask) -> String {
        let when = task.when(language)
        return [
            task.place.isEmpty ? say("plek niet afgesproken", "place not agreed") : task.place,
            when.isEmpty ? say("nog geen datum", "no date yet") : when,
        ].joined(separator: " · ")
    }

    /// `bezig`, with the reason where there is one.
    func status(_ task: AgreedTask) -> String {
        task.status.name[language] + (task.reason.isEmpty ? "" : ": \(task.reason)")
    }

    /// `3. Tellen (corporatie, 1 maart 2027)`.
    func brief(_ task: AgreedTask) -> String {
        let rest = [task.actor, task.when(language)].filter { !$0.isEmpty }.joined(separator: ", ")
        return "\(task.text.withoutStop) (\(rest))"
    }
}

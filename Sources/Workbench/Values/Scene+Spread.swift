import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

extension SpreadSubject {
    /// The word in an address.
    var word: String {
        switch self {
        case .income: "inkomen"
        case .tenure: "eigendom"
        case .type: "type"
        }
    }

    /// The name on the page.
    var name: BilingualText {
        switch self {
        case .income: BilingualText(nl: "Inkomensgroepen", en: "Income groups")
        case .tenure: BilingualText(nl: "Huur en koop", en: "Renting and owning")
        case .type: BilingualText(nl: "Soorten woningen", en: "Types of home")
        }
    }
}

extension Scene {
    private var choices: StudioMemory.ClaimKey { .init(town: town.code, settings: claimSettings) }

    /// How evenly each subject with figures is spread.
    var spread: [SpreadReport] {
        let choices = choices
        return studio.memory.spread(choices) {
            SpreadReport.all(dataset, settings: choices.settings)
        }
    }

    /// Why the spread of a subject changed between the chosen years, or why that cannot be told.
    func spreadChange(_ subject: SpreadSubject) -> Derived<SpreadChange> {
        let choices = choices
        let key = StudioMemory.ChangeKey(
            subject: .init(subject: subject, choices: choices), from: state.changeFrom, to: state.changeTo)
        return studio.memory.changes(key) {
            SpreadChange.of(
                dataset, subject: subject, settings: choices.settings, from: state.changeFrom,
                to: state.changeTo)
        }
    }

    /// The spread over all municipalities of the project; nil where there is one only.
    func spreadRegion(_ subject: SpreadSubject) -> Derived<RegionSpread>? {
        guard studio.towns.count > 1 else { return nil }
        let choices = choices
        return studio.memory.regions(.init(subject: subject, choices: choices)) {
            RegionSpread.of(
                studio.towns.map(\.dataset), like: dataset, subject: subject, settings: choices.settings)
        }
    }

    /// How near facilities are to low incomes and to others.
    var exposure: FacilityExposure? {
        let choices = choices
        return studio.memory.exposures(choices) {
            FacilityExposure.of(dataset, settings: choices.settings)
        }
    }

    /// The years that a change can be asked for: all that any subject can compare, oldest first.
    var changeYears: [Int] { Set(spread.flatMap(\.comparableYears)).sorted() }

    /// The numbers behind a part of the page.
    func spreadTable(_ subject: SpreadSubject, _ part: SpreadPart) -> FigureTable? {
        guard let report = spread.first(where: { $0.subject == subject }) else { return nil }
        return switch part {
        case .measures: measureTable(report, report.rows)
        case .scales: spreadParts(report)
        case .areas: spreadMap(report).table
        case .years: measureTable(report, report.trend)
        case .profile: report.profile.content.map { profileTable(report, $0) }
        case .change: spreadChange(subject).content.map { changeTable(report, $0) }
        case .changeAreas: spreadChange(subject).content.map { changeMap(report, $0).table }
        case .region: spreadRegion(subject)?.content.map { regionTable(report, $0) }
        }
    }

    /// How far each area departs from the municipality.
    func spreadMap(_ report: SpreadReport) -> Figure {
        let format = ValueFormat.number(decimals: 2)
        let numbers = report.local.values.numbers.filter(\.isFinite)
        let areas = report.local.areas.enumerated().map { place, code in
            let value = report.local.values[place]
            return MapArea(
                id: code.rawValue, name: dataset.area(code)?.name ?? code.rawValue,
                value: value.number.map { .value($0) }
                    ?? .missing((value.reason ?? .notCollected).name[language]), href: profileHref(code))
        }
        let frame = FigureFrame(
            id: FigureKind.spread(report.subject, .areas).name,
            title: localFinding(report, numbers)[language],
            subtitle: Strings.Spread.localSubtitle(report.subject.name, report.level, report.year)[language],
            seen: Strings.Spread.localSeen(report.level)[language],
            notSaid: Strings.Spread.localNotSaid[language],
            provenance: provenance(of: report.data), csvHref: csvHref(.spread(report.subject, .areas)),
            language: language,
            areaNoun: report.level.noun)
        var figure = Figure.choropleth(
            frame, outlines: outlines(near: report.year) ?? MapOutlines([]), areas: areas,
            options: ChoroplethOptions(
                breaks: ClassBreaks.sequential(over: numbers, format: format), format: format,
                quantity: Strings.Spread.departure[language], colours: .sequential(.violet),
                selected: selection.map { [$0.code.rawValue] } ?? [],
                showsDistricts: report.level == .neighbourhood))
        figure.table = areaTable(report, caption: frame.title)
        return figure
    }

    private func localFinding(_ report: SpreadReport, _ numbers: [Double]) -> BilingualText {
        let mean = report.local.municipalLevel ?? 0
        return Strings.Spread.localFinding(
            report.subject.name, numbers.count { $0 > mean }, numbers.count, report.level)
    }

    /// H and D through the years; nil with one year.
    func spreadTrend(_ report: SpreadReport) -> Figure? {
        let words = SpreadWords(report: report, language: language)
        let format = ValueFormat.number(decimals: 2)
        let panels = [SpreadReport.Measure.entropy, .dissimilarity].compactMap { measure -> Figure? in
            let rows = report.trend.filter { $0.measure == measure }
            guard rows.count > 1, let first = rows.first else { return nil }
            let title = words.title(first)
            return Figure.sparkline(
                FigureFrame(
                    id: "verloop-\(report.subject.word)-\(measure.rawValue)", title: title, subtitle: "",
                    source: "", language: language, areaNoun: report.level.noun),
                points: rows.map { row in
                    TrendPoint(
                        year: row.year, value: .value(row.value),
                        interval: row.uncertainty.lower.flatMap { lower in
                            row.uncertainty.upper.map { lower...max(lower, $0) }
                        })
                }, options: SparklineOptions(format: format, quantity: Strings.Claims.value[language]))
        }
        guard !panels.isEmpty else { return nil }
        var figure = Figure.smallMultiples(
            FigureFrame(
                id: FigureKind.spread(report.subject, .years).name,
                title: "\(report.subject.name[language]): \(Strings.Claims.trend[language].lowercased())",
                subtitle: Strings.Spread.trendHint[language], provenance: provenance(of: report.data),
                csvHref: csvHref(.spread(report.subject, .years)), language: language), panels: panels)
        if let table = measureTable(report, report.trend) { figure.table = table }
        return figure
    }
}

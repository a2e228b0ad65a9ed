import Bilingual
import Figures
import Neighbourhoods

extension Scene {
    /// What is known of the chosen area.
    var facts: AreaFacts? { selection.map { AreaFacts(self, area: $0) } }

    /// The stock of the chosen area beside the municipality and the nation, one panel a dimension.
    func stockFigure() -> Figure? {
        guard let facts else { return nil }
        var used: [Series] = []
        let panels = StockDimension.allCases.compactMap { dimension -> Figure? in
            let bars = (dataset.division(of: dimension, at: level) ?? []).compactMap(facts.fact)
            guard let first = bars.first else { return nil }
            used += bars.map(\.series)
            return Figure.barsWithBenchmarks(
                FigureFrame(
                    id: "voorraad-" + dimension.rawValue, title: dimension.name[language].capitalisedFirst,
                    subtitle: "", provenance: provenance(of: [first.series]), language: language),
                bars: bars.map { fact in
                    BenchmarkBar(
                        label: fact.variable.name[language], value: mapValue(fact.value),
                        interval: interval(fact),
                        benchmarks: Benchmarks(municipality: fact.municipality, national: fact.nation))
                }, format: first.format)
        }
        guard !panels.isEmpty else { return nil }
        return Figure.smallMultiples(
            frame(
                .stock, title: Strings.Profile.stock[language], subtitle: Strings.Profile.stockHint[language],
                series: used), panels: panels)
    }

    /// The development of the chosen area in a few small pictures.
    func trendFigure() -> Figure? {
        guard let facts else { return nil }
        let wanted: [Variable.ID] = [
            "tenure.socialRent", lowIncome.variable, "satisfaction.neighbourhood", "moving.turnover",
            "liveability.score", "nuisance.experienced",
        ]
        let panels = wanted.compactMap(facts.fact).compactMap(trendPanel)
        guard !panels.isEmpty else { return nil }
        return Figure.smallMultiples(
            frame(
                .trends, title: Strings.Profile.trends[language],
                subtitle: Strings.Profile.trendsHint[language],
                series: wanted.compactMap(facts.fact).map(\.series)), panels: panels)
    }

    private func trendPanel(_ fact: AreaFacts.Fact) -> Figure? {
        guard let area = selection, let index = dataset.index(of: area.code, at: level) else { return nil }
        let id = fact.variable.id
        let all = dataset.allSeries(of: id, at: level)
        var points: [TrendPoint] = []
        var version = all.first?.version
        for series in all {
            let value = dataset.shown(id, of: area.code, at: level, year: series.year)
            let margin = series.margins?[index].number
            let range = value.number.flatMap { number in margin.map { number - $0...number + $0 } }
            points.append(
                TrendPoint(
                    year: series.year, value: mapValue(value), interval: range,
                    startsNewSeries: series.version != version))
            version = series.version
        }
        guard points.filter({ $0.value.number != nil }).count > 1 else { return nil }
        let municipality = dataset.allSeries(of: id, at: .municipality).compactMap { series in
            series.values.count == 1 ? series.values[0].number.map { (series.year, $0) } : nil
        }
        return Figure.sparkline(
            FigureFrame(
                id: "verloop-" + id.rawValue, title: fact.variable.name[language], subtitle: "",
                provenance: provenance(of: [fact.series]), language: language),
            points: points,
            options: SparklineOptions(
                format: fact.format, quantity: fact.variable.name[language],
                municipality: municipality.count > 1
                    ? municipality.map { TrendPoint(year: $0.0, value: .value($0.1)) } : []))
    }

    /// The liveability dimensions of the chosen area as differences with the municipality.
    func liveabilityFigure() -> Figure? {
        guard let facts else { return nil }
        let wanted: [Variable.ID] = [
            "liveability.housing", "liveability.physical", "liveability.facilities", "liveability.cohesion",
            "liveability.nuisance",
        ]
        let found = wanted.compactMap(facts.fact).filter { $0.municipality != nil }
        guard let first = found.first else { return nil }
        var format = first.format
        format.isSigned = true
        return Figure.deviationBars(
            frame(
                .liveability, title: Strings.Profile.liveability[language],
                subtitle: Strings.Profile.liveabilityHint[language],
                notSaid: Strings.Profile.liveabilityCaution[language],
                series: found.map(\.series)),
            bars: found.map { fact in
                let base = fact.municipality ?? 0
                let value: MapValue = fact.value.number.map { .value($0 - base) } ?? mapValue(fact.value)
                return DeviationBar(
                    label: Self.withoutFamily(fact.variable.name[language]), value: value,
                    interval: fact.value.number.flatMap { number in
                        fact.margin.map { number - base - $0...number - base + $0 }
                    })
            }, format: format, quantity: Strings.Profile.difference[language])
    }

    /// "Leefbaarheid: voorzieningen" under a title that says leefbaarheid is "Voorzieningen".
    private static func withoutFamily(_ name: String) -> String {
        guard let colon = name.firstIndex(of: ":") else { return name }
        return String(name[name.index(after: colon)...].drop { $0 == " " }).capitalisedFirst
    }

    /// The facilities of the chosen area by function, beside the municipality.
    func facilityTable() -> FigureTable? {
        guard let facts else { return nil }
        let rows = FacilityFunction.allCases.flatMap { function in
            function.variables.compactMap(facts.fact).map { fact -> [FigureTable.Cell] in
                [
                    .text(fact.variable.name[language]), .text(function.name[language]),
                    cell(fact.value, fact.format),
                    fact.municipality.map { .number($0, fact.format) } ?? .blank,
                    .text(String(fact.series.year)),
                ]
            }
        }
        guard !rows.isEmpty else { return nil }
        return FigureTable(
            caption: Strings.Profile.facilities[language],
            columns: [
                Strings.Profile.facility[language], Strings.Profile.function[language],
                facts.area.level.one[language].capitalisedFirst,
                Strings.municipality[language].capitalisedFirst,
                Strings.year[language],
            ], rows: rows, language: language)
    }

    func cell(_ value: Value, _ format: ValueFormat) -> FigureTable.Cell {
        switch value {
        case .known(let number): .number(number, format)
        case .missing(let reason): .missing(reason.name[language])
        }
    }

    private func mapValue(_ value: Value) -> MapValue {
        switch value {
        case .known(let number): .value(number)
        case .missing(let reason): .missing(reason.name[language])
        }
    }

    private func interval(_ fact: AreaFacts.Fact) -> ClosedRange<Double>? {
        guard let number = fact.value.number, let margin = fact.margin else { return nil }
        return number - margin...number + margin
    }

    private func frame(
        _ kind: FigureKind, title: String, subtitle: String, notSaid: String = "", series: [Series]
    ) -> FigureFrame {
        FigureFrame(
            id: kind.name, title: title, subtitle: subtitle, notSaid: notSaid,
            provenance: provenance(of: series), csvHref: csvHref(kind), language: language,
            areaNoun: level.noun)
    }
}

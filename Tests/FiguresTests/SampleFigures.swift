import Bilingual

@testable import Figures

/// One small figure of every kind, with names that would break markup if they were not escaped.
enum SampleFigures {
    static func frame(_ id: String, _ language: Language = .dutch) -> FigureFrame {
        FigureFrame(
            id: id, title: "Titel <\(id)> & \"meer\"", subtitle: "Aandeel, 2022",
            seen: "Hoe donkerder, hoe meer.",
            notSaid: "Niets over een oorzaak.", source: "verzonnen getallen", csvHref: "/csv?a=1&b=2",
            language: language)
    }

    static func square(_ x: Double, _ y: Double) -> [[[MapPoint]]] {
        [[[(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)].map { MapPoint(x: x + $0.0, y: y + $0.1) }]]
    }

    static let outlines = MapOutlines([
        MapShape(id: "a", district: "1", polygons: square(0, 0)),
        MapShape(id: "b", district: "1", polygons: square(100, 0)),
        MapShape(id: "c", district: "2", polygons: square(200, 0)),
    ])

    static let areas = [
        MapArea(id: "a", name: "Aa & Bee", value: .value(0.39), href: "/buurt/a?x=1&y=2"),
        MapArea(id: "b", name: "De <Oever>", value: .value(0.11), href: "/buurt/b"),
        MapArea(id: "c", name: "'t Ven", value: .missing("minder dan 100 huishoudens"), href: "/buurt/c"),
    ]

    static let breaks = ClassBreaks(limits: [0.12, 0.2, 0.28, 0.36], decimals: 0)

    static func map(_ language: Language = .dutch, selected: [String] = ["a"]) -> Figure {
        .choropleth(
            frame("kaart", language), outlines: outlines, areas: areas,
            options: ChoroplethOptions(
                breaks: breaks, format: .percent(), quantity: "Laag inkomen", selected: selected,
                showsDistricts: true))
    }

    static func differenceMap(_ language: Language = .dutch) -> Figure {
        let areas = [
            MapArea(id: "a", name: "Aa", value: .value(-0.04)),
            MapArea(id: "b", name: "Bee", value: .withinNoise(0.01)),
            MapArea(id: "c", name: "Cee", value: .missing("geen cijfer voor 2013")),
        ]
        return .choropleth(
            frame("verschil", language), outlines: outlines, areas: areas,
            options: ChoroplethOptions(
                breaks: ClassBreaks(limits: [-0.06, -0.03, 0, 0.03, 0.06], decimals: 0, isDiverging: true),
                format: .percentagePoints(), quantity: "Verschil"))
    }

    static func strip(_ language: Language = .dutch) -> Figure {
        .stripPlot(
            frame("strip", language), areas: areas,
            options: StripPlotOptions(
                format: .percent(), quantity: "Laag inkomen", selected: "a",
                benchmarks: Benchmarks(municipality: 0.21, national: 0.4)))
    }

    static func trend(_ language: Language = .dutch) -> Figure {
        .sparkline(
            frame("trend", language),
            points: [
                TrendPoint(year: 2013, value: .value(0.3), interval: 0.28...0.32),
                TrendPoint(year: 2014, value: .missing("niet gepubliceerd")),
                TrendPoint(year: 2015, value: .value(0.35), interval: 0.33...0.37),
                TrendPoint(year: 2016, value: .value(0.36), interval: 0.34...0.38, startsNewSeries: true),
            ], options: SparklineOptions(format: .percent(), quantity: "Laag inkomen"))
    }

    static func all(_ language: Language) -> [Figure] {
        [
            map(language), map(language, selected: []), differenceMap(language), strip(language),
            trend(language),
            .barsWithBenchmarks(
                frame("balken", language),
                bars: [
                    BenchmarkBar(
                        label: "Huur & koop", value: .value(0.71), interval: 0.68...0.74,
                        benchmarks: Benchmarks(municipality: 0.38, national: 0.29)),
                    BenchmarkBar(label: "Flat", value: .missing("onderdrukt")),
                ], format: .percent()),
            .deviationBars(
                frame("afwijking", language),
                bars: [
                    DeviationBar(label: "Woningen", value: .value(-38), interval: -47 ... -29),
                    DeviationBar(label: "Samenhang", value: .value(-8), interval: -22...6),
                    DeviationBar(label: "Overlast", value: .missing("niet gemeten")),
                ], format: .number(isSigned: true), quantity: "Afwijking"),
            .intervalPlot(
                frame("marge", language),
                rows: [
                    IntervalRow(value: .value(0.23), interval: 0.21...0.24),
                    IntervalRow(label: "2013", value: .value(0.25), noIntervalReason: "volledige telling"),
                    IntervalRow(label: "2012", value: .missing("geen cijfer")),
                ], format: .number(decimals: 2), quantity: "D", benchmarks: Benchmarks(municipality: 0.24)),
            .quantileDotplot(
                frame("stippen", language), quantiles: (0..<20).map { Double($0) },
                options: QuantileDotplotOptions(
                    format: .number(), quantity: "woningen", threshold: 17, below: "lager",
                    above: "17 of meer")),
            .stackedBar(
                frame("stapel", language), parts: ["Sociale huur", "Koop"],
                rows: [StackedBarRow(label: "Aa", shares: [.value(0.71), .missing("geheim")])]),
            profile(language),
            .smallMultiples(frame("reeks", language), panels: [trend(language), trend(language)]),
        ]
    }

    static func profile(_ language: Language = .dutch) -> Figure {
        .scaleProfile(
            frame("omgeving", language), steps: ["buurt", "200", "12.800"],
            lines: [
                ScaleLine(
                    label: "Laag <inkomen>", values: [.value(0.29), .value(0.2), .value(0.16)],
                    intervals: [0.25...0.33, 0.17...0.23, nil]),
                ScaleLine(label: "Hoog", values: [.value(0.27), .missing("geen cijfer"), .value(0.1)]),
            ], format: .number(decimals: 2), quantity: "D", stepsName: "Omgeving")
    }

    /// The same kinds with nothing to draw.
    static var empty: [Figure] {
        [
            .choropleth(
                frame("kaart"), outlines: MapOutlines([]), areas: [],
                options: ChoroplethOptions(
                    breaks: .sequential(over: [], format: .percent()), format: .percent(), quantity: "x")),
            .stripPlot(
                frame("strip"), areas: [], options: StripPlotOptions(format: .percent(), quantity: "x")),
            .barsWithBenchmarks(frame("balken"), bars: [], format: .percent()),
            .deviationBars(frame("afwijking"), bars: [], format: .number(), quantity: "x"),
            .intervalPlot(frame("marge"), rows: [], format: .number(), quantity: "x"),
            .sparkline(
                frame("trend"), points: [], options: SparklineOptions(format: .percent(), quantity: "x")),
            .quantileDotplot(
                frame("stippen"), quantiles: [.nan],
                options: QuantileDotplotOptions(format: .number(), quantity: "x")),
            .stackedBar(frame("stapel"), parts: [], rows: []),
            .scaleProfile(
                frame("omgeving"), steps: [], lines: [], format: .number(), quantity: "x", stepsName: "y"),
            .smallMultiples(frame("reeks"), panels: []),
        ]
    }
}

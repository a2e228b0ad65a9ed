import Bilingual

@testable import Figures

/// One figure of every kind on evidence. All numbers are made up except the tuberculosis vaccine data (log
/// risk ratios of Colditz et al. 1994, as in every textbook), which have nothing to do with mixing.
enum SampleEvidence {
    /// A name that would run as script or break markup if it were written as it is.
    static let hostile = "\"><script>alert('x')</script> & Zn."

    static func frame(_ id: String, _ language: Language = .dutch) -> FigureFrame {
        FigureFrame(
            id: id, title: "Titel <\(id)> & \"meer\"", subtitle: "Verzonnen voorbeeld",
            source: "verzonnen getallen",
            csvHref: "/csv?a=1&b=2", language: language)
    }

    static let ratio = EffectMeasure(
        name: "Risicoverhouding", scale: .logRatio, format: .number(decimals: 2), below: "minder ziekte",
        above: "meer ziekte")
    static let difference = EffectMeasure(
        name: "Verschil in SD", below: "minder contact", above: "meer contact",
        reference: EffectReference(value: 0.1, label: "kleinste dat telt"))

    private static let trials: [(String, String, Double, Double, Double)] = [
        ("Aronson", "1948", -0.8893, 0.5706, 0.0506), ("Ferguson & Simes", "1949", -1.5854, 0.4411, 0.0636),
        ("Rosenthal", "1960", -1.3481, 0.6445, 0.0444), ("Hart & Sutherland", "1977", -1.4416, 0.1415, 0.097),
        ("Frimodt-Moller e.a.", "1973", -0.2175, 0.2263, 0.0887),
        ("Stein & Aronson", "1953", -0.7861, 0.0831, 0.101),
        ("Vandiviere e.a.", "1973", -1.6209, 0.4722, 0.0603), ("TPT Madras", "1980", 0.012, 0.0629, 0.1022),
        ("Coetzee & Berjak", "1968", -0.4694, 0.2377, 0.0875),
        ("Rosenthal e.a.", "1961", -1.3713, 0.2702, 0.0841),
        ("Comstock e.a.", "1974", -0.3394, 0.1114, 0.0992),
        ("Comstock & Webster", "1969", 0.4459, 0.7301, 0.0382),
        ("Comstock e.a.", "1976", -0.0173, 0.2672, 0.0844),
    ]

    static let forestStudies = trials.map { name, year, value, error, weight in
        ForestStudy(
            label: name, tag: year, value: .value(value),
            interval: (value - 1.96 * error)...(value + 1.96 * error),
            weight: weight, href: "/studie?n=\(year)&x")
    }

    static let overall = ForestSummary(
        value: .value(-0.714532), interval: -1.108444 ... -0.320621,
        prediction: PredictionInterval(-2.008376...0.579311, name: "95%-voorspellingsinterval (t, k − 2)"),
        heterogeneity: HeterogeneityNote(
            tau2: 0.313243, i2Share: 0.922214, q: 152.233, degreesOfFreedom: 12, pValue: 1e-20,
            method: "REML, Hartung-Knapp"))

    static func forest(_ language: Language = .dutch) -> Figure {
        .forestPlot(
            frame("bos", language), groups: [ForestGroup(studies: forestStudies)], overall: overall,
            measure: ratio)
    }

    static func groupedForest(_ language: Language = .dutch) -> Figure {
        let groups = [
            ForestGroup(
                title: "Verhuizing met hulp",
                studies: [
                    ForestStudy(
                        label: "Verzonnen A", tag: "2006, VS", value: .value(0.02), interval: -0.07...0.11,
                        weight: 0.16),
                    ForestStudy(
                        label: hostile, tag: "2011, VS", value: .value(0.11), interval: 0.03...0.19,
                        weight: 0.18),
                    ForestStudy(
                        label: "Verzonnen C", tag: "2013, NL", value: .missing("alleen een p-waarde")),
                ],
                summary: ForestSummary(
                    value: .value(0.07), interval: -0.02...0.16,
                    heterogeneity: HeterogeneityNote(
                        tau2: 0.002, i2Share: 0.53, q: 2.13, degreesOfFreedom: 1, pValue: 0.14, method: ""))),
            ForestGroup(
                title: "Sloop en nieuwbouw",
                studies: [
                    ForestStudy(
                        label: "Verzonnen D", tag: "2015, SE", value: .value(-0.03), interval: -0.08...0.02,
                        weight: 0.31)
                ], summary: ForestSummary(value: .value(-0.03), interval: -0.08...0.02)),
            ForestGroup(
                title: "Plaatsing van vluchtelingen over gemeenten met een heel lange naam",
                studies: [
                    ForestStudy(
                        label: "Verzonnen E met een zeer lange naam van auteurs", tag: "2018, DK",
                        value: .value(0.08),
                        interval: -.infinity...0.18, weight: .infinity),
                    ForestStudy(
                        label: "Verzonnen F", tag: "2021, NL", value: .value(-0.06), interval: -4...6,
                        weight: 0.04),
                ], summary: ForestSummary(value: .missing("te weinig studies"))),
        ]
        return .forestPlot(
            frame("groepen", language), groups: groups,
            overall: ForestSummary(
                value: .value(0.03), interval: -0.02...0.07,
                prediction: PredictionInterval(
                    -0.1...0.16, name: "80%-voorspellingsinterval (t, k\u{A0}−\u{A0}2)"),
                heterogeneity: HeterogeneityNote(
                    tau2: 0.004, i2Share: 0.41, q: 8.5, degreesOfFreedom: 4, pValue: 0.075,
                    method: "REML, Hartung-Knapp")),
            measure: difference)
    }

    /// Many studies on three sheets and more.
    static func largeForest(_ count: Int = 150, _ language: Language = .dutch) -> Figure {
        let studies = (0..<count).map { place -> ForestStudy in
            let value = Double((place * 37) % 101 - 50) / 100
            let half = 0.1 + Double(place % 7) / 20
            return ForestStudy(
                label: "Studie \(place + 1)", tag: "\(1980 + place % 45)", value: .value(value),
                interval: (value - half)...(value + half), weight: 1 / Double(count))
        }
        return .forestPlot(
            frame("groot", language), groups: [ForestGroup(studies: studies)],
            overall: ForestSummary(value: .value(0.01), interval: -0.02...0.04), measure: difference)
    }

    static func funnel(_ ground: FunnelGround, _ language: Language = .dutch) -> Figure {
        .funnelPlot(
            frame(ground == .pseudoLimits ? "trechter" : "contour", language),
            studies: trials.map { FunnelStudy(label: $0.0, value: $0.2, standardError: $0.3) }
                + [
                    FunnelStudy(label: "aangevuld 1", value: 0.1563, standardError: 0.4411, isFilled: true),
                    FunnelStudy(label: hostile, value: 0.19, standardError: .infinity),
                ], mean: -0.7145, measure: ratio, ground: ground)
    }

    static func bubble(_ language: Language = .dutch) -> Figure {
        let latitudes: [Double] = [44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33]
        let line = stride(from: 13.0, through: 55, by: 3.5).map { x -> RegressionPoint in
            let fit = 0.2515 - 0.0291 * x
            let half = 0.25 + abs(x - 33) * 0.011
            return RegressionPoint(moderator: x, value: fit, interval: (fit - half)...(fit + half))
        }
        return .bubblePlot(
            frame("bollen", language),
            studies: zip(trials, latitudes).map {
                BubbleStudy(label: $0.0, moderator: $1, value: $0.2, weight: $0.4)
            }
                + [BubbleStudy(label: hostile, moderator: 30, value: -0.4, weight: .infinity)],
            line: line, moderator: "breedtegraad", moderatorFormat: .number(), measure: ratio)
    }

    static func baujat(_ language: Language = .dutch) -> Figure {
        let values: [(Double, Double)] = [
            (0.1, 0.001), (3.6, 0.03), (0.9, 0.004), (26.1, 1.2), (2.2, 0.16), (0.5, 0.02), (3.3, 0.025),
            (54, 5.9), (0.01, 0), (5.8, 0.17), (5, 0.7), (2.5, 0.07), (8.6, 0.5),
        ]
        return .baujatPlot(
            frame("baujat", language),
            studies: zip(trials, values).map { BaujatStudy(label: $0.0, contribution: $1.0, influence: $1.1) }
                + [BaujatStudy(label: hostile, contribution: .nan, influence: 1)])
    }

    static func leaveOneOut(_ language: Language = .dutch) -> Figure {
        .leaveOneOut(
            frame("zonder", language),
            estimates: trials.enumerated().map { place, trial in
                let value = -0.7145 + Double(place % 5 - 2) * 0.03
                return SequenceEstimate(
                    label: trial.0, tag: trial.1, value: .value(value),
                    interval: (value - 0.4)...(value + 0.38),
                    tau2: 0.31, i2Share: 0.9, isMarked: place == 7)
            }, overall: overall, measure: ratio)
    }

    static func cumulative(_ language: Language = .dutch) -> Figure {
        .cumulativeForest(
            frame("oplopend", language),
            steps: trials.enumerated().map { place, trial in
                let half = 1.4 / Double(place + 1).squareRoot()
                return SequenceEstimate(
                    label: trial.0, tag: trial.1, value: .value(-0.7 - 0.3 / Double(place + 1)),
                    interval: (-0.7 - half)...(-0.7 + half))
            }, measure: ratio)
    }

    static func influence(_ language: Language = .dutch) -> Figure {
        let names = ["rstudent", "DFFITS", "Cook", "cov. ratio", "τ² zonder", "Q zonder", "hat", "gewicht"]
        return .influencePlot(
            frame("invloed", language), studies: trials.map(\.0),
            diagnostics: names.enumerated().map { row, name in
                InfluenceDiagnostic(
                    name: name,
                    values: trials.indices.map {
                        row == 3 && $0 == 2
                            ? .missing("niet te schatten")
                            : .value(Double(($0 * 7 + row * 3) % 11) / 10 - 0.3)
                    }, limits: row < 2 ? [-0.25, 0.65] : [], middle: row > 3 ? 0.2 : nil)
            }, influential: [3, 7])
    }

    static func gosh(_ count: Int, _ language: Language = .dutch) -> Figure {
        .goshPlot(
            frame(count > 200 ? "wolk" : "punten", language),
            subsets: (0..<count).map { place in
                let (a, b) = (Double((place * 7919) % 1009) / 1009, Double((place * 104_729) % 997) / 997)
                return SubsetEstimate(
                    value: -1.2 + a * a + (b < 0.3 ? 0.6 : 0), i2Share: 0.55 + 0.4 * b * (1 - a / 2))
            }, measure: ratio)
    }

    static func pCurve(_ language: Language = .dutch) -> Figure {
        let third = [0.45, 0.19, 0.14, 0.12, 0.10]
        return .pCurve(
            frame("pcurve", language),
            bins: zip([11, 3, 2, 0, 1], third).enumerated().map { place, bin in
                PCurveBin(upper: Double(place + 1) / 100, count: bin.0, expectedAtThirdPower: bin.1)
            })
    }

    static let domains = [
        "inkomen, werk", "onderwijs", "gezondheid", "veiligheid", "tevredenheid", "contact, samenhang",
        "taal, integratie", "verdringing", "leefbaarheid", "samenstelling", "kosten", "toegang woningmarkt",
    ]

    static func grid(_ language: Language = .dutch, domains count: Int = 12) -> Figure {
        let levers = [
            "Sloop en nieuwbouw", "Verkoop van huurwoningen", "Selectief toewijzen", "Hulp bij verhuizen",
            "Plaatsing van vluchtelingen", "Fijnmazige complexen", "Voorzieningen", hostile,
        ]
        let directions = EvidenceDirection.allCases
        return .evidenceGrid(
            frame("kaart", language), domains: Array(domains.prefix(count)),
            rows: levers.enumerated().map { row, lever in
                EvidenceGridRow(
                    lever: lever,
                    cells: (0..<count).map { column in
                        var trials: [EvidenceDirection: Int] = [:]
                        for (place, direction) in directions.enumerated() {
                            let number = (row * 5 + column * 7 + place * 3) % 11 - 5
                            if number > 0, place < 4 || column == 1 { trials[direction] = number }
                        }
                        if (row + column) % 4 == 0 { trials = [:] }
                        return EvidenceCell(
                            trials: trials, papers: trials.isEmpty ? nil : 9,
                            href: "/bewijs?maatregel=\(row)&uitkomst=\(column)")
                    })
            })
    }

    static func harvest(_ language: Language = .dutch) -> Figure {
        let directions: [EvidenceDirection] = [.positive, .noDifference, .negative, .mixed]
        return .harvestPlot(
            frame("oogst", language),
            designs: ["beschrijvend", "dwarsdoorsnede", "panel", "natuurlijk experiment", "loting"],
            rows: domains.prefix(5).enumerated().map { row, domain in
                HarvestRow(
                    domain: domain,
                    bars: (0..<(39 - row * 8)).map { place in
                        HarvestBar(
                            label: place == 3 ? hostile : "Studie \(row)-\(place)",
                            direction: directions[(place * place + row) % 4],
                            design: (place * 3 + row) % 5,
                            verification: EvidenceVerification.allCases[(place + row) % 3],
                            papers: place == 0 ? 8 : 1)
                    })
            })
    }

    static func places(_ language: Language = .dutch) -> Figure {
        let countries = ["Nederland", "Nederland", "VS", "VK", "Nederland", "Zweden", hostile]
        return .studiesInPlaceAndTime(
            frame("plek", language),
            studies: (0..<141).map { place in
                PlacedStudy(
                    label: "Studie \(place)", country: countries[(place * place + place / 9) % 7],
                    year: place % 23 == 0 ? nil : 2024 - (place * 11) % 31)
            }, home: "Nederland")
    }

    static func estimators(_ language: Language = .dutch) -> Figure {
        let values: [(String, Double, Double)] = [
            ("REML", 0.313, -0.7145), ("DerSimonian-Laird", 0.309, -0.7141), ("Paule-Mandel", 0.318, -0.715),
            ("ML", 0.28, -0.711), ("Hunter-Schmidt", 0.228, -0.703), ("Sidik-Jonkman", 0.345, -0.717),
            ("Hedges", 0.329, -0.716),
        ]
        return .varianceEstimators(
            frame("schatters", language),
            estimates: values.enumerated().map { place, item in
                VarianceEstimate(
                    estimator: item.0, tau2: .value(item.1), value: .value(item.2),
                    interval: (item.2 - 0.39)...(item.2 + 0.39), isChosen: place == 0)
            } + [
                VarianceEstimate(
                    estimator: "Empirisch Bayes", tau2: .missing("niet bereikt na 100 stappen"),
                    value: .missing("geen τ²"))
            ], measure: ratio)
    }

    static func all(_ language: Language) -> [Figure] {
        [
            forest(language), groupedForest(language), largeForest(150, language),
            funnel(.pseudoLimits, language),
            funnel(.significanceContours, language), bubble(language), baujat(language),
            leaveOneOut(language),
            cumulative(language), influence(language), gosh(120, language), gosh(5_000, language),
            pCurve(language),
            grid(language), harvest(language), places(language), estimators(language),
        ]
    }
}

import Bilingual
import Figures
import HousingMarket

/// The tables of the mixing desk: the areas, and beside them the people who live there now.
struct DeskTables {
    let result: EnsembleResult
    let language: Language

    private var last: Int { result.years.count - 1 }

    /// The outcomes in the table of areas.
    static let measures: [OutcomeMeasure] = [
        .lowCountScope, .lowCountElsewhere, .lowShareScope, .lowShareElsewhere, .socialShareScope,
        .socialShareElsewhere,
        .tenureVarietyScope, .dissimilarityLow, .dissimilarityHigh, .rankOrderIndex, .mixingEstate,
        .mixingNeighbourhood,
        .mixingDistrict,
        .isolationLow, .isolationHigh, .socialHomes, .waiting, .waitingYearsLow, .chanceLow, .facilitiesLow,
        .facilitiesHigh, .forcedMoves, .returns, .decanted,
    ]

    static func format(_ unit: OutcomeMeasure.Unit, isSigned: Bool) -> ValueFormat {
        switch unit {
        case .index: .number(decimals: 3, isSigned: isSigned)
        case .share: isSigned ? .percentagePoints() : .percent(decimals: 1)
        case .count: .number(isSigned: isSigned)
        case .years, .number: .number(decimals: 1, isSigned: isSigned)
        case .score: .number(decimals: 2, isSigned: isSigned)
        }
    }

    /// Each measure with doing nothing, and the difference of every arm with its range.
    var areas: FigureTable {
        let arms = result.arms.indices.dropFirst()
        return FigureTable(
            caption: Strings.Desk.areas[language],
            columns: [
                BilingualText(nl: "Uitkomst", en: "Outcome")[language], "\(result.years[0])",
                Strings.Desk.nothing[language] + " \(result.years[last])",
            ]
                + arms.flatMap { [name($0), BilingualText(nl: "9 van 10", en: "9 in 10")[language]] },
            rows: Self.measures.compactMap { row($0, Array(arms)) }, language: language)
    }

    private func name(_ arm: Int) -> String {
        switch result.arms[arm].role {
        case .doNothing: Strings.Desk.nothing[language]
        case .package: Strings.Desk.difference[language]
        case .noDisplacement:
            BilingualText(nl: "verschil zonder gedwongen verhuizen", en: "difference without forced moves")[
                language]
        }
    }

    private func row(_ measure: OutcomeMeasure, _ arms: [Int]) -> [FigureTable.Cell]? {
        guard let nothing = Band(result.values(measure, arm: 0, year: last)) else { return nil }
        let plain = Self.format(measure.unit, isSigned: false)
        let signed = Self.format(measure.unit, isSigned: true)
        let isFlow = [
            OutcomeMeasure.waitingYearsLow, .chanceLow, .forcedMoves, .returns, .decanted, .waiting,
        ].contains(measure)
        let start = isFlow ? nil : Band(result.values(measure, arm: 0, year: 0))
        let cells: [FigureTable.Cell] = [
            .text(measure.name[language]), start.map { .number($0.middle, plain) } ?? .blank,
            ranged(nothing, plain),
        ]
        return cells
            + arms.flatMap { arm -> [FigureTable.Cell] in
                guard let band = Band(result.differences(measure, arm: arm, year: last)) else {
                    return [.blank, .blank]
                }
                return [.number(band.middle, signed), .text(signed.interval(band.low, band.high, language))]
            }
    }

    /// A middle with the range that holds nine of ten runs.
    private func ranged(_ band: Band, _ format: ValueFormat) -> FigureTable.Cell {
        guard band.high > band.low else { return .number(band.middle, format) }
        return .text(
            "\(format.text(band.middle, language)) (\(format.interval(band.low, band.high, language)))")
    }

    /// The share of low incomes by area: at the start, at the end with its range, and the difference with doing nothing
    /// with its range. In the order of the codes.
    func byArea(_ arm: Int, start: [Double], name: String) -> FigureTable {
        let share = ValueFormat.percent(decimals: 1)
        let points = ValueFormat.percentagePoints()
        return FigureTable(
            caption: Strings.Desk.byArea[language],
            columns: [
                name, "\(result.years[0])", "\(result.years[last]) (\(Strings.Desk.range[language]))",
                "\(Strings.Desk.difference[language]) (\(Strings.Desk.range[language]))",
            ],
            rows: result.frame.areas.indices.map { area in
                let now = start.indices.contains(area) ? start[area] : .nan
                guard result.holdsEnough(area, arm: arm), now.isFinite,
                    let end = Band(result.lowShares(area: area, arm: arm)),
                    let change = Band(result.lowShareDifferences(area: area, arm: arm))
                else {
                    let few = BilingualText(nl: "te weinig huishoudens", en: "too few households")[language]
                    return [
                        .text(result.frame.areas[area].name), .missing(few), .missing(few), .missing(few),
                    ]
                }
                return [
                    .text(result.frame.areas[area].name), .number(now, share), ranged(end, share),
                    ranged(change, points),
                ]
            }, language: language)
    }

    /// What becomes of the households that live there now, by arm.
    var residents: FigureTable {
        let arms = Array(result.arms.indices)
        return FigureTable(
            caption: Strings.Desk.residents[language],
            columns: [""] + arms.map(armName),
            rows: Fate.allCases.map { fate in
                [.text(fate.name[language])] + arms.map { cell($0) { $0.count(fate, areas: scopeAreas) } }
            } + [
                [
                    .text(
                        BilingualText(
                            nl: "moest ooit weg door de plannen", en: "ever had to leave because of the plans"
                        )[language])
                ]
                    + arms.map { cell($0) { $0.forced(areas: scopeAreas) } },
                [
                    .text(
                        BilingualText(
                            nl: "… en is niet terug in de buurt", en: "… and is not back in the neighbourhood"
                        )[language])
                ]
                    + arms.map { cell($0) { $0.notBack(areas: scopeAreas) } },
            ], language: language)
    }

    /// The rent of who rents now and still does at the end, by income group and by arm.
    var rents: FigureTable {
        let arms = Array(result.arms.indices)
        let groups = [
            BilingualText(nl: "Laagste 40% inkomens", en: "Lowest 40% of incomes"),
            BilingualText(nl: "Middelste 40%", en: "Middle 40%"),
            BilingualText(nl: "Hoogste 20%", en: "Highest 20%"),
        ]
        return FigureTable(
            caption: Strings.Desk.rents[language], columns: [""] + arms.map(armName),
            rows: groups.enumerated().flatMap { group, name in
                RentChange.allCases.map { change in
                    [.text("\(name[language]): \(change.name[language])")]
                        + arms.map { cell($0) { $0.count(change, areas: scopeAreas, group: group) } }
                }
            }, language: language)
    }

    /// When people must move according to the plan, measure by measure; empty where nobody must.
    var forcedYears: [String] {
        result.arms.dropFirst().first.map { arm in
            arm.package.measures.filter(\.lever.forcesMoves).map { one in
                let years = one.from == one.through ? "\(one.from)" : "\(one.from)–\(one.through)"
                return "\(one.lever.kind.name[language]): \(years)"
            }
        } ?? []
    }

    private func armName(_ arm: Int) -> String {
        arm == 0
            ? Strings.Desk.nothing[language]
            : arm == 1
                ? BilingualText(nl: "met het pakket", en: "with the package")[language]
                : BilingualText(nl: "zonder gedwongen verhuizen", en: "without forced moves")[language]
    }

    var scopeAreas: [Int] {
        let inside = result.scope.indices.filter { result.scope[$0] }
        return inside.isEmpty ? Array(result.scope.indices) : inside
    }

    /// A number with its range; a small one is not told.
    private func cell(_ arm: Int, _ count: (InitialResidents) -> Int) -> FigureTable.Cell {
        guard let band = Band(result.runs[arm].map { Double(count($0.initialResidents)) }) else {
            return .blank
        }
        if band.middle > 0, band.middle < 5 {
            return .missing(BilingualText(nl: "minder dan 5", en: "fewer than 5")[language])
        }
        return ranged(band, .number())
    }
}

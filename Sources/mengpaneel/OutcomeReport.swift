import Bilingual
import Foundation
import HousingMarket

/// The outcomes of an ensemble for reading, as CSV or as JSON: what happens to the areas and, beside it, to the people
/// who live there now.
struct OutcomeReport {
    let result: EnsembleResult
    let language: Language

    private var last: Int { result.years.count - 1 }

    func write(as format: OutputFormat) {
        guard format == .table else { return table.write(as: format) }
        Terminal.write(Data(readable.utf8))
    }

    private func say(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }

    // MARK: One row for each figure, for programs

    /// Every figure: arm, subject, measure, class, value at the start, at the end, and the difference with doing
    /// nothing.
    var table: DataTable {
        DataTable(
            columns: [
                "arm", "role", "subject", "measure", "class", "start", "end", "end_low", "end_high",
                "difference",
                "difference_low", "difference_high", "runs_lower", "runs_higher", "runs",
            ],
            rows: result.arms.indices.flatMap { arm in
                measureRows(arm) + residentRows(arm) + deliveryRows(arm)
            })
    }

    private func band(_ values: [Double]) -> [Cell] {
        guard let band = Band(values) else { return [.missing(""), .missing(""), .missing("")] }
        return [.number(band.middle), .number(band.low), .number(band.high)]
    }

    private func measureRows(_ arm: Int) -> [[Cell]] {
        OutcomeMeasure.allCases.map { measure in
            let start = Band(result.values(measure, arm: arm, year: 0))
            let differences = result.differences(measure, arm: arm, year: last)
            let row: [Cell] =
                [
                    .text(result.arms[arm].name), .text(result.arms[arm].role.rawValue), .text("area"),
                    .text(measure.rawValue), .text(""), start.map { .number($0.middle) } ?? .missing(""),
                ] + band(result.values(measure, arm: arm, year: last))
            return row + (arm == 0 ? band([]) : band(differences))
                + [
                    .integer(differences.count { $0 < 0 }), .integer(differences.count { $0 > 0 }),
                    .integer(differences.count),
                ]
        }
    }

    /// Initial residents of the areas of the package; of the whole municipality where it acts everywhere.
    var areas: [Int] {
        let inside = result.scope.indices.filter { result.scope[$0] }
        return inside.isEmpty ? Array(result.scope.indices) : inside
    }

    private func fates(_ arm: Int, _ fate: Fate, _ group: Int?) -> [Double] {
        result.runs[arm].map { Double($0.initialResidents.count(fate, areas: areas, group: group)) }
    }

    private func residentRows(_ arm: Int) -> [[Cell]] {
        let groups: [(String, Int?)] = [("all", nil), ("lowest40", 0), ("middle40", 1), ("highest20", 2)]
        return Fate.allCases.flatMap { fate in
            groups.map { name, group in
                let values = fates(arm, fate, group)
                let differences = zip(values, fates(0, fate, group)).map { $0 - $1 }
                let row: [Cell] =
                    [
                        .text(result.arms[arm].name), .text(result.arms[arm].role.rawValue),
                        .text("initialResidents"),
                        .text("\(fate)"), .text(name), .missing(""),
                    ] + band(values)
                return row + (arm == 0 ? band([]) : band(differences))
                    + [
                        .integer(differences.count { $0 < 0 }), .integer(differences.count { $0 > 0 }),
                        .integer(differences.count),
                    ]
            }
        }
    }

    private func deliveryRows(_ arm: Int) -> [[Cell]] {
        guard let first = result.runs[arm].first else { return [] }
        return first.deliveries.indices.map { index in
            let one = first.deliveries[index]
            let row: [Cell] = [
                .text(result.arms[arm].name), .text(result.arms[arm].role.rawValue), .text("delivery"),
                .text(one.lever.word), .text("asked \(one.asked)"), .missing(""),
            ]
            return row + band(result.runs[arm].map { Double($0.deliveries[index].done) }) + band([])
                + [.missing(""), .missing(""), .integer(result.runs[arm].count)]
        }
    }

    // MARK: For reading

    private var readable: String {
        var lines = [
            "\(result.frame.municipality.title)  \(result.years[0])–\(result.years[last])  "
                + say("\(result.runCount) simulaties", "\(result.runCount) runs") + "  (" + lineName + ")",
            "",
        ]
        if result.arms.count == 1 {
            lines += nothing
        } else {
            for arm in result.arms.indices.dropFirst() { lines += block(arm) }
        }
        lines += [
            say(
                "Simulatie met aannames; geen voorspelling. Het verschil met niets doen telt, niet het niveau.",
                "A simulation with assumptions, no forecast. What counts is the difference with doing nothing, not the level."
            ), "",
        ]
        return lines.joined(separator: "\n")
    }

    private var lineName: String {
        switch result.line {
        case .chance: say("onzekerheid: toeval", "uncertainty: chance")
        case .estimate: say("onzekerheid: aannames", "uncertainty: assumptions")
        case .model: say("onzekerheid: model", "uncertainty: model")
        }
    }

    /// Without a package: what the town does by itself.
    private var nothing: [String] {
        let table = DataTable(
            columns: [
                say("Niets doen", "Doing nothing"), "\(result.years[0])", "\(result.years[last])", "5%",
                "95%",
            ],
            rows: OutcomeMeasure.allCases.compactMap { measure in
                guard let end = Band(result.values(measure, arm: 0, year: last)) else { return nil }
                let start = Band(result.values(measure, arm: 0, year: 0))
                return [
                    .text(measure.name(language)), start.map { text(measure, $0.middle) } ?? .missing(""),
                ]
                    + [end.middle, end.low, end.high].map { text(measure, $0) }
            })
        return [table.aligned]
    }

    private func text(_ measure: OutcomeMeasure, _ value: Double) -> Cell {
        .text(OutcomeText.value(value, measure.unit, language))
    }

    private func block(_ arm: Int) -> [String] {
        let measures = DataTable(
            columns: [
                result.arms[arm].name, "\(result.years[0])", say("niets doen", "nothing"),
                say("verschil", "difference"),
                "5%", "95%", say("lager / hoger", "lower / higher"),
            ],
            rows: OutcomeMeasure.allCases.compactMap { row(arm, $0) })
        var lines = [
            say("WAT GEBEURT ER MET DE GEBIEDEN", "WHAT HAPPENS TO THE AREAS"), measures.aligned,
            say("WAT GEBEURT ER MET WIE ER NU WOONT", "WHAT HAPPENS TO WHO LIVES THERE NOW"),
            residents(arm).aligned,
        ]
        let delivered = deliveries(arm)
        let limits = result.limitChecks(arm).map { check -> String in
            let kept =
                check.isKept.map { $0 ? say("gehaald", "kept") : say("NIET gehaald", "NOT kept") }
                ?? say("niet te zeggen", "cannot be said")
            return "  \(check.text(language)): \(kept)"
        }
        if !limits.isEmpty { lines += [say("GRENZEN", "LIMITS")] + limits + [""] }
        if !delivered.isEmpty { lines += [say("GEVRAAGD EN GEDAAN", "ASKED AND DONE")] + delivered + [""] }
        return lines
    }

    private func row(_ arm: Int, _ measure: OutcomeMeasure) -> [Cell]? {
        let differences = result.differences(measure, arm: arm, year: last)
        guard let difference = Band(differences),
            let nothing = Band(result.values(measure, arm: 0, year: last))
        else {
            return nil
        }
        let start = Band(result.values(measure, arm: 0, year: 0))
        let (lower, higher) = (differences.count { $0 < 0 }, differences.count { $0 > 0 })
        return [
            .text(measure.name(language)), start.map { text(measure, $0.middle) } ?? .missing(""),
            text(measure, nothing.middle),
        ]
            + [difference.middle, difference.low, difference.high].map {
                .text(OutcomeText.difference($0, measure.unit, language))
            } + [.text("\(lower) / \(higher)")]
    }

    private func residents(_ arm: Int) -> DataTable {
        DataTable(
            columns: [
                say("huishoudens", "households"), say("niets doen", "nothing"), result.arms[arm].name, "5%",
                "95%",
                say("lage inkomens", "low incomes"),
            ],
            rows: Fate.allCases.compactMap { fate in
                guard let band = Band(fates(arm, fate, nil)), let nothing = Band(fates(0, fate, nil)),
                    let low = Band(fates(arm, fate, 0))
                else { return nil }
                return [.text(fate.name(language))]
                    + [nothing.middle, band.middle, band.low, band.high, low.middle].map {
                        .text(OutcomeText.value($0, .count, language))
                    }
            } + everForced(arm))
    }

    /// Those who ever had to leave, whatever became of them later.
    private func everForced(_ arm: Int) -> [[Cell]] {
        let rows: [(String, (InitialResidents, Int?) -> Int)] = [
            (say("moest ooit weg", "ever had to leave"), { $0.forced(areas: areas, group: $1) }),
            (
                say("… en is niet terug in de buurt", "… and is not back in the neighbourhood"),
                { $0.notBack(areas: areas, group: $1) }
            ),
        ]
        return rows.compactMap { name, count in
            let all = result.runs[arm].map { Double(count($0.initialResidents, nil)) }
            guard let band = Band(all),
                let low = Band(result.runs[arm].map { Double(count($0.initialResidents, 0)) })
            else { return nil }
            return [.text(name)]
                + [0, band.middle, band.low, band.high, low.middle].map {
                    .text(OutcomeText.value($0, .count, language))
                }
        }
    }

    private func deliveries(_ arm: Int) -> [String] {
        guard let first = result.runs[arm].first else { return [] }
        return first.deliveries.indices.map { index in
            let one = first.deliveries[index]
            let done = Band(result.runs[arm].map { Double($0.deliveries[index].done) })
            let reasons = Set(result.runs[arm].flatMap { Array($0.deliveries[index].held.keys) }).sorted()
            let middle = OutcomeText.value(done?.middle ?? 0, .count, language)
            return "  \(one.lever.code) \(one.lever.word): "
                + say("\(one.asked) gevraagd, \(middle) gedaan", "\(one.asked) asked, \(middle) done")
                + (reasons.isEmpty ? "" : " (\(reasons.map { $0.name(language) }.joined(separator: "; ")))")
        }
    }
}

/// Numbers of outcomes as people read them.
enum OutcomeText {
    static func value(_ value: Double, _ unit: OutcomeMeasure.Unit, _ language: Language) -> String {
        let text: String =
            switch unit {
            case .index: String(format: "%.3f", value)
            case .share: String(format: "%.1f%%", value * 100)
            case .count: "\(Int(value.rounded()))"
            case .years, .number: String(format: "%.1f", value)
            case .score: String(format: "%.2f", value)
            }
        return language == .dutch ? text.replacingOccurrences(of: ".", with: ",") : text
    }

    /// With its sign; shares in points.
    static func difference(_ value: Double, _ unit: OutcomeMeasure.Unit, _ language: Language) -> String {
        let text: String =
            switch unit {
            case .index: String(format: "%+.3f", value)
            case .share: String(format: "%+.1f", value * 100)
            case .count: String(format: "%+d", Int(value.rounded()))
            case .years, .number: String(format: "%+.1f", value)
            case .score: String(format: "%+.2f", value)
            }
        return language == .dutch ? text.replacingOccurrences(of: ".", with: ",") : text
    }
}

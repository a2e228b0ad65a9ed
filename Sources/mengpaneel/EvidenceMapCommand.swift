import ArgumentParser
import Bilingual
import EvidenceRegister
import Foundation

/// `mengpaneel evidence map`: which measures were studied for which outcomes, gaps stated.
struct EvidenceMapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Count independent studies by measure and outcome; empty cells are stated.",
        discussion: """
            A trial with many papers counts once. Counts say what was studied, not what works.

            EXAMPLES
              mengpaneel evidence map
              mengpaneel evidence map --region NL --gaps
              mengpaneel evidence map --design rct --format csv
            """)

    @OptionGroup var filter: EvidenceFilterOptions

    @Flag(help: "Only the cells without any study.")
    var gaps = false

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    @Option(help: "The language of texts: nl or en.")
    var language = Language.dutch

    func run() async throws {
        let register = try filter.log.state
        let map = EvidenceMap(of: register, filter: try filter.filter(in: register))
        let all = map.levers.flatMap { lever in map.domains.map { map[lever, $0] } }
        let shown = gaps ? map.gaps : all
        if format == .table {
            Terminal.write(Data(readable(shown, map).utf8))
        } else {
            table(shown).write(as: format)
        }
    }

    private func readable(_ cells: [EvidenceMap.Cell], _ map: EvidenceMap) -> String {
        var lines: [String] = []
        for lever in map.levers {
            let row = cells.filter { $0.lever == lever }
            guard !row.isEmpty else { continue }
            lines.append(lever.name[language])
            for cell in row where !cell.isEmpty {
                lines.append("    \(cell.domain.name[language]): \(counts(cell))")
            }
            let empty = row.filter(\.isEmpty).map { $0.domain.name[language] }
            if !empty.isEmpty {
                lines.append(
                    "    " + (language == .dutch ? "0 onderzoeken: " : "0 studies: ")
                        + empty.joined(separator: ", "))
            }
        }
        let total = map.levers.count * map.domains.count
        lines.append("")
        lines.append(
            language == .dutch
                ? "\(map.gaps.count) van \(total) vakken zijn leeg. \(IndependentCount.caution.nl)"
                : "\(map.gaps.count) of \(total) cells are empty. \(IndependentCount.caution.en)")
        return lines.joined(separator: "\n") + "\n"
    }

    private func counts(_ cell: EvidenceMap.Cell) -> String {
        let parts = Direction.allCases.compactMap { direction in
            cell.byDirection[direction].map { "\(direction.name[language]) \($0.trials)" }
        }
        let unread = cell.count.papers - cell.papersWithResult
        let note =
            unread == 0
            ? [] : [language == .dutch ? "resultaat niet gelezen: \(unread)" : "result not read: \(unread)"]
        let all = parts + note
        return cell.count.text[language] + (all.isEmpty ? "" : " (" + all.joined(separator: ", ") + ")")
    }

    private func table(_ cells: [EvidenceMap.Cell]) -> DataTable {
        DataTable(
            columns: ["lever", "domain", "studies", "papers", "papers_with_result"]
                + Direction.allCases.map { "studies_" + Self.word($0) }
                + DesignClass.allCases.map { "studies_" + $0.rawValue } + ["statement"],
            rows: cells.map { cell in
                [
                    .text(cell.lever.rawValue), .text(cell.domain.rawValue), .integer(cell.count.trials),
                    .integer(cell.count.papers), .integer(cell.papersWithResult),
                ] + Direction.allCases.map { .integer(cell.byDirection[$0]?.trials ?? 0) }
                    + DesignClass.allCases.map { .integer(cell.byDesign[$0]?.trials ?? 0) }
                    + [.text(cell.statement[language])]
            })
    }

    /// The codes of directions are signs, which make poor column names.
    private static func word(_ direction: Direction) -> String {
        switch direction {
        case .better: "better"
        case .noEffectShown: "no_effect_shown"
        case .worse: "worse"
        case .mixed: "mixed"
        case .unclear: "unclear"
        case .notTested: "not_tested"
        }
    }
}

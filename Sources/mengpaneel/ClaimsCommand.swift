import ArgumentParser
import Bilingual
import Foundation
import Neighbourhoods
import PolicyTheory
import Workbench

/// `mengpaneel claims`: the six claims of the policy theory on the data of one municipality.
struct ClaimsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Test the six claims of the policy theory on the data of a municipality.",
        discussion: """
            Each claim gets its figures with interval, the municipal and national level beside it, and a verdict:
            supports, contradicts, undecided, or not testable here, with the reason.

            EXAMPLES
              mengpaneel claims stad.mengpaneel
              mengpaneel claims stad.mengpaneel --low-income socialMinimum --format csv
              mengpaneel claims land.mengpaneel --municipality GM0153
            """)

    @Argument(help: "The project file.")
    var project: String

    @OptionGroup var choice: MunicipalityChoice

    @Option(
        help:
            "Who counts as having a low income: \(LowIncomeDefinition.allCases.map(\.rawValue).joined(separator: ", ")) [default: the first that the data have]."
    )
    var lowIncome: LowIncomeDefinition?

    @Option(help: "The year of the figures [default: the newest].")
    var year: Int?

    @Option(help: "The scale: neighbourhood or district.")
    var level = AreaLevel.neighbourhood

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    @Option(help: "The language of texts: nl or en.")
    var language = Language.dutch

    func run() async throws {
        let town = try StudioLoader.town(project, municipality: choice.municipality)
        let offered = ClaimSettings.definitions(in: town.dataset, at: level)
        if let lowIncome, !offered.contains(lowIncome) {
            throw UserError(
                "\(project): no figures for the low-income definition '\(lowIncome.rawValue)' at this scale; there are \(offered.map(\.rawValue).joined(separator: ", "))."
            )
        }
        let settings = ClaimSettings(
            lowIncome: lowIncome ?? offered.first ?? .lowest40, level: level, year: year)
        let findings = ClaimBoard.evaluate(
            dataset: town.dataset, observedGroups: town.observedGroups, settings: settings)
        if town.dataset.isSynthetic {
            Terminal.say(
                language == .dutch
                    ? "Let op: verzonnen cijfers van een gemeente die niet bestaat."
                    : "Note: made-up figures of a municipality that does not exist.")
        }
        if format == .table {
            Terminal.write(Data(readable(findings, of: town.dataset).utf8))
        } else {
            table(findings).write(as: format)
        }
    }

    /// One block per claim, for reading.
    private func readable(_ findings: [ClaimFinding], of dataset: Dataset) -> String {
        var lines = [dataset.municipality.title, ""]
        for finding in findings {
            lines.append("\(finding.claim.id)  \(finding.claim.title(language))")
            // The reason of a claim that cannot be tested says so itself.
            let verdict =
                finding.verdict == .notTestable ? "" : finding.verdict.name(language).uppercased() + ": "
            lines.append("    " + verdict + finding.reason(language))
            for figure in finding.headlines {
                lines.append("    · \(figure.label(language)): \(figure.text(language))")
                if let corrected = figure.correctedText(language) {
                    lines.append(
                        "      " + (language == .dutch ? "zonder toeval: " : "without chance: ") + corrected)
                }
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    private func table(_ findings: [ClaimFinding]) -> DataTable {
        DataTable(
            columns: [
                "claim", "role", "figure", "label", "unit", "value", "lower", "upper", "municipal",
                "national", "year",
                "areas", "verdict", "reason", "by_chance", "corrected", "corrected_lower",
                "corrected_upper",
            ],
            rows: findings.flatMap { finding -> [[Cell]] in
                let figures =
                    finding.headlines.map { ("headline", $0) } + finding.others.map { ("other", $0) }
                guard !figures.isEmpty else {
                    return [
                        [.text(finding.claim.id)] + Array(repeating: .missing(""), count: 11)
                            + [.text(finding.verdict.name(language)), .text(finding.reason(language))]
                            + Array(repeating: .missing(""), count: 4)
                    ]
                }
                return figures.map { row(finding, role: $0.0, figure: $0.1) }
            })
    }

    private func row(_ finding: ClaimFinding, role: String, figure: LocalFigure) -> [Cell] {
        func number(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing("") }
        func level(_ reference: Reference) -> Cell {
            if case .value(_, let value, _, _) = reference { .number(value) } else { .missing("") }
        }
        return [
            .text(finding.claim.id), .text(role), .text(figure.id), .text(figure.label(language)),
            .text(Self.word(for: figure.unit)), .number(figure.value), number(figure.uncertainty.lower),
            number(figure.uncertainty.upper), level(figure.municipal), level(figure.national),
            .integer(figure.year), .integer(figure.areas),
            .text((figure.verdict ?? finding.verdict).name(language)), .text(finding.reason(language)),
            number(figure.chance?.expected), number(figure.chance?.corrected?.value),
            number(figure.chance?.corrected?.uncertainty.lower),
            number(figure.chance?.corrected?.uncertainty.upper),
        ]
    }

    /// The unit as one word for programs: `share`, `difference of share`, `correlation`, `index`.
    private static func word(for unit: FigureUnit) -> String {
        switch unit {
        case .level(let unit): unit.rawValue
        case .difference(let unit): "difference of \(unit.rawValue)"
        case .correlation: "correlation"
        case .index: "index"
        }
    }
}

extension Area {
    /// Name and code, or the code alone where no source gave a name.
    var title: String { name == code.rawValue ? name : "\(name) (\(code))" }
}

/// Which municipality of a project that holds several.
struct MunicipalityChoice: ParsableArguments {
    @Option(
        name: .customLong("municipality"),
        help: "The code of the municipality, such as GM0599, when the project holds several.")
    var code: String?

    var municipality: AreaCode? { code.map { AreaCode($0) } }
}

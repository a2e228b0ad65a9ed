import ArgumentParser
import Bilingual
import EvidenceRegister
import Foundation
import PolicyTheory

/// `mengpaneel evidence list`: the studies of the register, each with how much of it was read.
struct EvidenceListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List studies of the register, each with how much of it was read.",
        discussion: """
            A finding is shown only where the result was read; otherwise the list says why there is none. The order
            is that of the register and says nothing of quality.

            EXAMPLES
              mengpaneel evidence list --domain education --region NL
              mengpaneel evidence list --design rct --format csv
            """)

    @OptionGroup var filter: EvidenceFilterOptions

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    @Option(help: "The language of texts: nl or en.")
    var language = Language.dutch

    func run() async throws {
        let register = try filter.log.state
        let studies = register.studies(matching: try filter.filter(in: register))
        if format == .table {
            Terminal.write(Data(readable(studies, register).utf8))
        } else {
            table(studies, register).write(as: format)
        }
    }

    private func readable(_ studies: [Study], _ register: Register) -> String {
        var lines: [String] = []
        for study in studies {
            lines.append("\(study.id)  \(study.citation(language))")
            let facts =
                [study.design?.name[language], study.country, study.place].compactMap(\.self)
                + study.outcomeDomains.map { $0.name[language] } + [study.verification.name[language]]
            lines.append("    " + facts.filter { !$0.isEmpty }.joined(separator: " · "))
            if let trial = register.trial(of: study.id) {
                lines.append("    " + (dutch ? "hoort bij: " : "part of: ") + trial.name[language])
            }
            switch study.disclosure {
            case .shown(let finding):
                let direction = finding.direction.map { " (\($0.name[language]))" } ?? ""
                lines.append("    " + (dutch ? "gevonden" : "found") + "\(direction): \(finding.text)")
            case .withheld(let reason):
                lines.append("    " + (dutch ? "geen bevinding: " : "no finding: ") + reason[language])
            }
            lines.append("")
        }
        let count = register.count(studies).text[language]
        lines.append("\(count). \(IndependentCount.caution[language])")
        return lines.joined(separator: "\n") + "\n"
    }

    private var dutch: Bool { language == .dutch }

    private func table(_ studies: [Study], _ register: Register) -> DataTable {
        DataTable(
            columns: [
                "id", "region", "authors", "year", "title", "journal", "doi", "country", "place",
                "study_type",
                "design", "population", "n", "exposure", "outcome_domains", "levers", "questions", "trial",
                "risk_of_bias", "verified", "direction", "finding", "finding_withheld", "source_seen",
            ],
            rows: studies.map { study in
                [
                    .text(study.id), .text(study.region.rawValue), .text(study.authors),
                    study.year.map { .integer($0) } ?? .missing(""), .text(study.title), .text(study.journal),
                    optional(study.doi), .text(study.country), .text(study.place),
                    optional(study.studyType?.rawValue), optional(study.design?.rawValue),
                    .text(study.population), .text(study.sampleSize), .text(study.exposure),
                    .text(study.outcomeDomains.map(\.rawValue).joined(separator: ";")),
                    .text(register.leverLinks(of: study.id).map(\.lever.rawValue).joined(separator: ";")),
                    .text(study.questions.map(\.rawValue).joined(separator: ";")),
                    optional(register.trial(of: study.id)?.id), optional(study.riskOfBias?.rawValue),
                    .text(study.verification.rawValue), optional(study.shownFinding?.direction?.rawValue),
                    optional(study.shownFinding?.text), optional(study.reasonFindingIsWithheld?[language]),
                    .text(study.sourceSeen),
                ]
            })
    }

    private func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing("") }
}

extension Study {
    /// Authors, year and title in one line.
    func citation(_ language: Language) -> String {
        let year = year.map(String.init) ?? (language == .dutch ? "zonder jaar" : "no year")
        return authors.isEmpty ? "\(title) (\(year))" : "\(authors) (\(year)). \(title)"
    }
}

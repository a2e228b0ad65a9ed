import ArgumentParser
import EvidenceRegister
import Foundation
import MetaAnalysis

/// `mengpaneel evidence convert`: from what papers give to effects, or from one form of references to another.
struct EvidenceConvertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract:
            "Turn what papers give into effects, with the route shown; or references into another form.",
        discussion: """
            A table of study numbers becomes yi, vi and sei with the steps taken. Sets of columns that are read:
            \(StudyForm.listing)
            With --to ris or --to bibtex, a file of references (.ris, .bib, or studies.csv) is written in that form.

            EXAMPLES
              mengpaneel evidence convert raw.csv --metric SMD
              mengpaneel evidence convert raw.csv --metric OR --format csv > effects.csv
              mengpaneel evidence convert library.bib --to ris > library.ris
            """)

    @Argument(help: "The file.")
    var file: String

    @Option(
        help: "The scale of the effects, such as RR, OR, SMD, ZCOR [default: the usual one of the numbers].")
    var metric: String?

    @Option(help: "For references: ris or bibtex.")
    var to: String?

    @Option(help: "How to write effects.")
    var format = OutputFormat.table

    func run() async throws {
        if let to { return try convertReferences(to) }
        let asked = try metric.map { try EffectWords.metric($0, "--metric") }
        let effects = try EffectsFile(path: file, metric: asked)
        if let remark = effects.remark { Terminal.say(remark) }
        DataTable(
            columns: ["study", "outcome", "metric", "yi", "vi", "sei", "ni", "route", "papers"],
            rows: effects.effects.map { effect in
                [
                    .text(effect.study), .text(effect.estimand.outcome),
                    .text(effect.estimand.metric.rawValue), .number(effect.value), .number(effect.variance),
                    .number(effect.standardError), effect.sampleSize.map { .number($0) } ?? .missing(""),
                    .text(effect.route.map(\.english).joined(separator: " > ")),
                    .text(effect.route.map(\.paper).filter { $0 != "–" }.joined(separator: "; ")),
                ]
            }
        ).write(as: format)
    }

    private func convertReferences(_ form: String) throws {
        guard ["ris", "bibtex"].contains(form.lowercased()) else {
            throw CodedWords.unknown(form, of: "--to", among: ["ris", "bibtex"])
        }
        let contents = try StudiesFile(path: file)
        let references = contents.references.isEmpty ? contents.studies.map(\.reference) : contents.references
        guard !references.isEmpty else {
            throw UserError("\(file): holds no references; give .ris, .bib or a table of studies.")
        }
        let text = form.lowercased() == "ris" ? RIS.write(references) : BibTeX.write(references)
        Terminal.write(Data(text.utf8))
    }
}

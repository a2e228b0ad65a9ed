import ArgumentParser
import Foundation
import Perspectives

/// `mengpaneel qsort sorts.csv`: the perspectives behind Q-sorts.
struct QSortCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qsort",
        abstract: "The perspectives behind Q-sorts: factors, who stands for them, what they hold.",
        discussion: """
            The file has a row for each statement and a column for each sort; the first column names the statements.
            Methods and values are those of the R package qmethod.

            EXAMPLES
              mengpaneel qsort sorts.csv --factors 3
              mengpaneel qsort sorts.csv --factors 2 --extraction centroid --turn 1,2,15
              mengpaneel qsort sorts.csv --factors 3 --format json
            """)

    /// How factors are turned.
    enum Rotation: String, ExpressibleByArgument, CaseIterable {
        /// Varimax.
        case varimax
        /// Not at all.
        case none
    }

    /// How factors are found.
    enum Extraction: String, ExpressibleByArgument, CaseIterable {
        /// Principal components.
        case pca
        /// The centroid method.
        case centroid
    }

    @Argument(help: "Sorts: a row for each statement, a column for each sort.")
    var sorts: String

    @Option(help: "The number of factors.")
    var factors = 3

    @Option(help: "How factors are found: pca or centroid.")
    var extraction = Extraction.pca

    @Option(help: "How factors are turned: varimax or none.")
    var rotation = Rotation.varimax

    @Option(help: "How sorts are compared: pearson or spearman.")
    var correlation = QOptions.Correlation.pearson

    @Option(
        help: "Turn by hand after that: factor, the factor it is turned towards, and degrees, such as 1,2,15."
    )
    var turn: [String] = []

    @Option(help: "How to write the outcome; csv gives the statements.")
    var format = OutputFormat.table

    func run() async throws {
        let file = try PlainTable(path: sorts)
        let analysis: QAnalysis
        do {
            analysis = try QAnalysis(try QSorts(file), options: try options())
        } catch let error as PerspectivesError {
            throw UserError("\(file.fileName): \(error.description).")
        }
        let document = QSortDocument(analysis: analysis)
        switch format {
        case .json: Terminal.write(Data((document.json.text() + "\n").utf8))
        case .csv: document.statements.write(as: .csv)
        case .table:
            for (heading, table) in [
                ("SORTS", document.sorts), ("FACTORS", document.factors), ("STATEMENTS", document.statements),
            ] {
                Terminal.write(Data("\(heading)\n".utf8))
                table.write(as: .table)
                Terminal.write(Data("\n".utf8))
            }
        }
        if !analysis.negativeFlags.isEmpty {
            let names = analysis.negativeFlags.map { analysis.sorts.names[$0] }.joined(separator: ", ")
            Terminal.say(
                "These sorts stand for a factor the other way round; look whether that is meant: \(names).")
        }
        if !analysis.sorts.isForced {
            Terminal.say(
                "The sorts hand out different places; arrays use those of the first sort, \(analysis.sorts.names[0])."
            )
        }
    }

    private func options() throws -> QOptions {
        let turns = try turn.map { text -> QOptions.HandTurn in
            let parts = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 3, let factor = Int(parts[0]), let towards = Int(parts[1]),
                let degrees = Double(parts[2])
            else {
                throw ValidationError(
                    "--turn: found '\(text)'; expected a factor, another factor and degrees, such as 1,2,15.")
            }
            return QOptions.HandTurn(factor: factor - 1, towards: towards - 1, degrees: degrees)
        }
        return QOptions(
            factors: factors, correlation: correlation,
            extraction: extraction == .centroid ? .centroid : .principalComponents,
            rotation: rotation == .none ? .none : .varimax, turns: turns)
    }
}

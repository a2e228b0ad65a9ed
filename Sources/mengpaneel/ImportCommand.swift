import ArgumentParser
import Bilingual
import Crypto
import Foundation
import Neighbourhoods
import OpenData
import ProjectFile

/// `mengpaneel import`: open data and tables of one's own into a project.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read open data, or any table through a mapping file, into a project.",
        discussion: """
            Known without a mapping: Kerncijfers wijken en buurten (workbook, StatLine CSV, OData), SES-WOA, facilities,
            recorded crime, the wijk- en buurtkaart (GeoPackage, GeoJSON, shapefile), Leefbaarometer. A folder holds the
            pages of one table. Presets: \(Importer.presetNames.joined(separator: ", ")).
            A report says per column where it went, how complete it is and what was left out. Nothing is written when
            a file is refused; importing the same again changes nothing.

            EXAMPLES
              mengpaneel import kwb-2024.xlsx buurten.gpkg --into enschede.mengpaneel --municipality GM0153
              mengpaneel import rotterdam data/rotterdam --into rotterdam.mengpaneel
              mengpaneel import own.csv --mapping own.yaml --into stad.mengpaneel
              mengpaneel import --variables                 what a mapping file can name
            """)

    @Argument(help: "Files, or the name of a preset and the folder that holds its files.")
    var sources: [String] = []

    @Option(help: "The project file; made when it is not there [default: named after the source].")
    var into: String?

    @Option(help: "A mapping file (YAML) that says which column is which variable.")
    var mapping: String?

    @Option(help: "Only this municipality, such as GM0599.")
    var municipality: String?

    @Option(help: "The year of the figures, where the file does not tell.")
    var year: Int?

    @Option(help: "The sheet or layer to read.")
    var layer: String?

    @Flag(help: "List the variables that a mapping file can name, and stop.")
    var variables = false

    @Flag(help: "Report every column at every scale, also in the table for reading.")
    var detail = false

    @Flag(help: "Read and report, but write nothing.")
    var dryRun = false

    @Option(help: "How to write the report.")
    var format = OutputFormat.table

    @Option(help: "The language of the report: nl or en.")
    var language = Terminal.language

    func validate() throws {
        if variables { return }
        if sources.isEmpty { throw ValidationError("Give at least one file, or the name of a preset.") }
        if Importer.presetNames.contains(sources[0]), sources.count > 2 {
            throw ValidationError("A preset takes one folder: mengpaneel import \(sources[0]) FOLDER.")
        }
        // Neither a file nor a preset, but nearly one.
        if !FileManager.default.fileExists(atPath: sources[0]), !sources[0].contains("."),
            let meant = Suggestion.nearest(to: sources[0], among: Importer.presetNames), meant != sources[0]
        {
            throw ValidationError("There is no file or preset '\(sources[0])'. Did you mean '\(meant)'?")
        }
        if mapping != nil, sources.count > 1 {
            throw ValidationError("A mapping file reads one file or folder at a time.")
        }
    }

    func run() async throws {
        if variables { return catalogue.write(as: format) }
        let project = into ?? Self.projectName(for: sources[0])
        let existing = try figures(of: project)
        let options = ImportOptions(
            year: year, municipality: municipality.map { AreaCode($0) }, layer: layer, existing: existing)
        var readings = try await readings(options)
        ReusedCodes(readings, beside: existing).leaveOut(of: &readings)
        for reading in readings { try reading.checkOrigins() }
        for reading in readings { tell(reading.result.report) }
        guard !dryRun else {
            return Terminal.say(
                language == .dutch ? "Proef: er is niets geschreven." : "Dry run: nothing was written.")
        }
        let contributions = readings.map(\.contribution)
        let outcomes = try NewProject.writing(project) { try $0.store(contributions) }
        for (reading, outcome) in zip(readings, outcomes) {
            Terminal.say(Self.outcome(outcome, name: reading.name, project: project, language))
        }
    }

    /// What the project holds already. It comes before the long reading: a project that cannot be used is said at once.
    private func figures(of project: String) throws -> Dataset? {
        guard FileManager.default.fileExists(atPath: project) else {
            let folder = URL(fileURLWithPath: project).deletingLastPathComponent().path
            guard dryRun || FileManager.default.isWritableFile(atPath: folder) else {
                throw UserError(
                    "\(project): the folder '\(folder)' is not there or may not be written; make it, or give another place with --into."
                )
            }
            return nil
        }
        do {
            return try ProjectFile.open(project).dataset(of: municipality.map { AreaCode($0) })
        } catch ProjectFileError.noSuchMunicipality, ProjectFileError.severalMunicipalities, ProjectFileError
            .empty
        {
            return nil
        }
    }

    /// Everything is read before anything is written: one refused file leaves the project as it was.
    private func readings(_ options: ImportOptions) async throws -> [ImportReading] {
        let importer = Importer(reader: try TableReader())
        do {
            if Importer.presetNames.contains(sources[0]) {
                let preset = try Importer.preset(sources[0])
                Terminal.progress(preset.title?.text(language) ?? preset.name)
                let result = try await importer.read(
                    preset: sources[0], folder: sources.count > 1 ? sources[1] : ".", options: options)
                return [
                    ImportReading(
                        name: preset.title?.text.nl ?? sources[0], result: result, how: "preset \(sources[0])"
                    )
                ]
            }
            var all: [ImportReading] = []
            for source in sources {
                Terminal.progress(source)
                let name = URL(fileURLWithPath: source).lastPathComponent
                if let mapping {
                    let text = try InputFile.text(mapping, expected: "a mapping file", largest: 1 << 20)
                    let result = try await importer.read(
                        source, mapping: try MappingFile(yaml: text, file: mapping), options: options)
                    all.append(ImportReading(name: name, result: result, how: text))
                } else {
                    let result = try await importer.read(source, options: options)
                    all.append(ImportReading(name: name, result: result, how: "known form"))
                }
            }
            Terminal.endProgress()
            return all
        } catch let error as ImportError {
            Terminal.endProgress()
            throw UserError(error.line(language))
        }
    }

    /// Everything for a program; for reading one line per column, at the finest scale that it has.
    private func tell(_ report: ImportReport) {
        if format == .table, !detail {
            var finest: [[String]: ImportReport.Entry] = [:]
            var order: [[String]] = []
            for entry in report.entries {
                let key = [entry.file, entry.column, entry.target, "\(entry.year)"]
                if let found = finest[key], found.level >= entry.level { continue }
                if finest.updateValue(entry, forKey: key) == nil { order.append(key) }
            }
            DataTable(entries: order.compactMap { finest[$0] }, language: language).write(as: .table)
            Terminal.say(
                language == .dutch
                    ? "Elk schaalniveau en elke bron staan in het hele verslag: --detail, of --format csv."
                    : "Every scale and source stands in the whole report: --detail, or --format csv.")
        } else {
            DataTable(report: report, language: language).write(as: format)
        }
        for remark in report.remarks(language) { Terminal.say(remark) }
    }

    private var catalogue: DataTable {
        DataTable(
            columns: ["variable", "unit", "of", "name"],
            rows: VariableCatalogue.all.map { variable in
                [
                    .text(variable.id.rawValue), .text(variable.unit.rawValue),
                    .text(variable.universe.rawValue),
                    .text(variable.name[language]),
                ]
            })
    }

    private static func projectName(for source: String) -> String {
        let stem = URL(fileURLWithPath: source).deletingPathExtension().lastPathComponent
        return (stem.isEmpty || stem == "." ? "project" : stem) + ".mengpaneel"
    }

    private static func outcome(
        _ outcome: ProjectFile.StoreResult, name: String, project: String, _ language: Language
    ) -> String {
        switch (outcome, language) {
        case (.added, .dutch): "\(project): \(name) toegevoegd."
        case (.added, .english): "\(project): \(name) added."
        case (.alreadyThere, .dutch): "\(project): \(name) was er al; er is niets veranderd."
        case (.alreadyThere, .english): "\(project): \(name) was there already; nothing was changed."
        }
    }
}

import ArgumentParser
import DemoTown
import Foundation
import Neighbourhoods
import ProjectFile

/// `mengpaneel demo`: the synthetic municipality as a project file.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Make a project with the synthetic demo municipality.",
        discussion: """
            Everything in it is made up and labelled so; it describes no real place. The same seed gives the same bytes.

            EXAMPLES
              mengpaneel demo --output demo.mengpaneel
              mengpaneel serve demo.mengpaneel
            """)

    @Option(name: [.short, .long], help: "The project file to make.")
    var output = "demo.mengpaneel"

    @Option(help: "The seed of the town.")
    var seed: UInt64 = 2018

    @Flag(help: "Replace the file when it is there.")
    var replace = false

    func run() async throws {
        if FileManager.default.fileExists(atPath: output), !replace {
            throw UserError("\(output): is there already; give another name, or --replace.")
        }
        let town = DemoTown.make(seed: seed)
        let observed = town.originColumns.compactMap { column -> ObservedColumn? in
            guard let table = town.tables.first(where: { $0.level == column.level }) else { return nil }
            return ObservedColumn(
                id: column.id, level: column.level, year: column.year, source: column.source, isShare: false,
                areas: table.areas.map(\.code), values: column.values)
        }
        let contribution = Contribution(
            name: "\(town.municipality.name) (synthetisch)", fingerprint: "demo-\(seed)-\(Version.text)",
            sources: town.sources, tables: town.tables, geometries: town.geometries, observed: observed)
        // A server that holds the file goes on writing to it: what it is given would be gone with it.
        let lock = replace ? try ProjectLock(output) : nil
        try withExtendedLifetime(lock) {
            try WholeFile.write(output, replacing: replace) { path in
                _ = try ProjectFile.openOrCreate(path).store(contribution)
            }
        }
        Terminal.say(
            "\(output): the synthetic municipality \(town.municipality.name), \(town.dataset.areas(.neighbourhood).count) neighbourhoods."
        )
    }
}

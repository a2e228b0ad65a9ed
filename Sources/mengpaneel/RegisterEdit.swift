import ArgumentParser
import EvidenceRegister
import Foundation
import ProjectFile

/// The project whose register is changed, and by whom; shared by the subcommands that change it.
struct RegisterEdit: ParsableArguments {
    @Option(help: "The project file that holds the changes.")
    var project: String

    @Option(help: "Who makes the change, in your own words; it stays in the history.")
    var by = ""

    /// Makes changes and writes them to the project: all of them or none.
    ///
    /// - Parameter make: the events, recorded in the log that it is given.
    /// - Returns: how many changes were written.
    @discardableResult func write(_ make: (inout RegisterLog, ISODate) throws -> Void) throws -> Int {
        // Opened to read first: a mistyped name must not make an empty project.
        _ = try ProjectFile.open(project)
        let file = try ProjectFile.openOrCreate(project)
        var log = try RegisterLoader.log(in: file)
        let known = log.events.count
        try make(&log, try Self.now)
        let events = try log.events.dropFirst(known).map { event in
            (kind: event.change.kind, version: RegisterEvent.formatVersion, event: try event.json())
        }
        if !events.isEmpty { try file.appendRegisterEvents(events, after: known) }
        return events.count
    }

    private static var now: ISODate {
        get throws {
            let formatter = ISO8601DateFormatter()
            formatter.formatOptions = [.withInternetDateTime]
            return try ISODate(formatter.string(from: Date()))
        }
    }
}

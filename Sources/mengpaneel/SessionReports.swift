import Foundation
import HousingMarket
import Neighbourhoods
import ProjectFile
import Workbench
import WorkingGroup

/// What reports of sessions are made from, out of a project file.
enum SessionReports {
    /// A session with the data, studies and runs of its project.
    static func source(_ path: String, code: String?, municipality: AreaCode?, seed: UInt64) throws
        -> VerslagSource
    {
        let file = try ProjectFile.open(path)
        let session = try SessionRooms.session(code, in: file)
        // A session needs no data: without a municipality the report says so.
        let studio = try file.municipalities().isEmpty ? nil : StudioLoader.studio(path)
        if let municipality { _ = try StudioLoader.town(path, municipality: municipality) }
        return try VerslagSource(
            code: session.code, log: try SessionRooms.log(of: session, in: file), studio: studio,
            municipality: municipality, runs: try runs(in: file), program: "Mengpaneel \(Version.text)",
            seed: seed)
    }

    /// The simulations that a project keeps.
    static func runs(in file: ProjectFile) throws -> [VerslagRun] {
        try file.simulations().compactMap { stored in
            guard let whole = try file.simulation(named: stored.name) else { return nil }
            let columns = Dictionary(whole.columns.map { ($0.name, $0.bytes) }) { first, _ in first }
            return OutcomeTable(columns: columns).flatMap {
                VerslagRun(title: whole.title, description: whole.description, table: $0)
            }
        }
    }
}

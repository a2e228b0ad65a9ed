import EvidenceRegister
import ProjectFile

/// The register of studies: what the program carries, with the changes that a project holds.
enum RegisterLoader {
    /// The register with its changes; without a project there are none.
    static func log(_ project: String?) throws -> RegisterLog {
        guard let project else { return try RegisterLog(start: .seed()) }
        return try log(in: ProjectFile.open(project))
    }

    static func log(in file: ProjectFile) throws -> RegisterLog {
        let events = try file.registerEvents().map { try RegisterEvent(json: $0.event, version: $0.version) }
        return try RegisterLog(start: .seed(), events: events)
    }
}

import EvidenceRegister
import Foundation
import ProjectFile
import Testing

/// The register and the file together: what was changed is there when the project is opened again.
@Suite final class RegisterStorageTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mengpaneel-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("test.mengpaneel").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    func log(of file: ProjectFile) throws -> RegisterLog {
        try RegisterLog(
            start: .seed(),
            events: file.registerEvents().map { try RegisterEvent(json: $0.event, version: $0.version) })
    }

    @Test func aChangedRegisterComesBackWithItsHistory() throws {
        let file = try ProjectFile.openOrCreate(path)
        var log = try log(of: file)
        let study = try #require(log.state.study("NL-10"))
        let day = try ISODate("2026-02-01")
        for change in [
            RegisterChange.setting(.verified, of: study, to: "full text"),
            .withdrawing(study, because: "“twice”\nin the register"),
        ] {
            let event = try log.record(change, by: "Ö", on: day)
            try file.appendRegisterEvents(
                [(event.change.kind, RegisterEvent.formatVersion, event.json())], after: log.events.count - 1)
        }
        let undo = try log.undo(2, on: day)
        try file.appendRegisterEvents(
            [(undo.change.kind, RegisterEvent.formatVersion, undo.json())], after: 2)
        let again = try self.log(of: ProjectFile.open(path))
        #expect(again == log)
        #expect(again.history(ofStudy: "NL-10") == log.history(ofStudy: "NL-10"))
        #expect(again.state.study("NL-10")?.verification == .fullText)
        #expect(try file.registerEvents().map(\.kind) == ["set", "withdraw", "restore"])
    }
}

import Foundation
import Testing

@Suite struct ProjectTests {
    let folder: URL
    init() throws { folder = try Program.temporaryFolder() }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    @Test func theDemoIsTheSameBytesEachTimeAndIsNotOverwrittenUnasked() throws {
        #expect(try Program.run("demo", "--output", path("a.mengpaneel")).status == 0)
        #expect(try Program.run("demo", "--output", path("b.mengpaneel")).status == 0)
        let first = try Data(contentsOf: folder.appendingPathComponent("a.mengpaneel"))
        #expect(try Data(contentsOf: folder.appendingPathComponent("b.mengpaneel")) == first)
        let again = try Program.run("demo", "--output", path("a.mengpaneel"))
        #expect(again.status != 0 && again.complaint.count == 1)
    }

    @Test func claimsOfTheDemoSayThatItIsMadeUp() throws {
        _ = try Program.run("demo", "--output", path("a.mengpaneel"))
        let outcome = try Program.run("claims", path("a.mengpaneel"))
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("verzonnen"))
        for claim in 1...6 { #expect(outcome.output.contains("C\(claim)")) }
        let rows = try Program.run("claims", path("a.mengpaneel"), "--format", "json", "--language", "en")
        let json = try JSONSerialization.jsonObject(with: Data(rows.output.utf8)) as? [[String: Any]]
        #expect(Set((json ?? []).compactMap { $0["claim"] as? String }).count == 6)
    }

    @Test func openedElsewhereTheProjectGivesTheSameReport() throws {
        let elsewhere = folder.appendingPathComponent("elsewhere")
        try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        #expect(try Program.run("demo", "--output", path("a.mengpaneel")).status == 0)
        try FileManager.default.copyItem(
            atPath: path("a.mengpaneel"), toPath: elsewhere.appendingPathComponent("a.mengpaneel").path)
        for (project, report) in [("a.mengpaneel", "here.html"), ("elsewhere/a.mengpaneel", "there.html")] {
            let outcome = try Program.run("report", path(project), "--output", path(report))
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let here = try Data(contentsOf: folder.appendingPathComponent("here.html"))
        #expect(try Data(contentsOf: folder.appendingPathComponent("there.html")) == here)
        let text = String(decoding: here, as: UTF8.self)
        #expect(text.contains("Verzonnen") || text.contains("verzonnen"))
        #expect(!text.contains("http://") || !text.contains("src=\"http"))
    }

    @Test func aFileThatIsNoProjectIsNamed() throws {
        try Data("geen project".utf8).write(to: folder.appendingPathComponent("x.mengpaneel"))
        for command in ["claims", "serve"] {
            let outcome = try Program.run(command, path("x.mengpaneel"))
            #expect(outcome.status != 0 && outcome.complaint.count == 1, "\(outcome.errors)")
            let absent = try Program.run(command, path("y.mengpaneel"))
            #expect(absent.status != 0 && absent.complaint.count == 1, "\(absent.errors)")
        }
    }

    /// A table of made-up neighbourhoods in the form of the key figures, large enough to be killed half-way.
    func nationalTable(_ name: String, towns: Int) throws -> String {
        var text = "gwb_code_10;regio;gm_naam;recs;a_inw;a_hh;p_koopw;p_hh_li\n"
        for town in 1...towns {
            for area in 0..<20 {
                let code = String(format: "BU%04d%04d", town, area)
                text +=
                    "\(code);Buurt \(area);Stad \(town);Buurt;\(100 + area * 5);\(50 + area * 5);\(area % 100);40\n"
            }
        }
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    @Test func importingTwiceChangesNoByte() throws {
        let table = try nationalTable("kwb-2022.csv", towns: 3)
        let project = path("p.mengpaneel")
        let first = try Program.run("import", table, "--year", "2022", "--into", project)
        #expect(first.status == 0, "\(first.errors)")
        let before = try Data(contentsOf: URL(fileURLWithPath: project))
        let second = try Program.run("import", table, "--year", "2022", "--into", project)
        #expect(second.status == 0 && second.errors.contains("nothing was changed"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: project)) == before)
    }

    /// Killed at many moments, the project opens and holds everything that was acknowledged.
    @Test func killedAtAnyMomentTheProjectOpensWithAllThatWasAcknowledged() throws {
        let project = path("p.mengpaneel")
        let small = try nationalTable("kwb-2021.csv", towns: 1)
        let large = try nationalTable("kwb-2022.csv", towns: 300)
        #expect(try Program.run("import", small, "--year", "2021", "--into", project).status == 0)
        let start = Date()
        let whole = try Program.run("import", large, "--year", "2022", "--into", path("timing.mengpaneel"))
        #expect(whole.status == 0, "\(whole.errors)")
        let duration = Date().timeIntervalSince(start)
        for step in 1...12 {
            let process = Program.process(["import", large, "--year", "2022", "--into", project])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: duration * Double(step) / 12)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let check = try Program.run("doctor", project, "--format", "csv")
            #expect(check.output.contains("integrity,good"), "\(check.output)")
            #expect(check.output.contains("kwb-2021.csv"), "\(check.output)")
        }
    }
}

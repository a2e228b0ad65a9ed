import Foundation
import MetaAnalysis
import ReferenceFiles
import Testing

@Suite struct ReferenceTests {
    /// The folder with the full reference set beside the repository, where it is present.
    static let full = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/reference/evidence").path

    /// Entries per file, and those that a package is known to fall short of.
    static let counts: [(file: String, entries: Int, remarked: Int)] = [
        ("assink2016.json", 220, 5), ("bayesian.json", 210, 50), ("bcg.json", 2274, 11),
        ("conversions.json", 386, 0), ("hasselblad1998_network.json", 87, 0),
        ("konstantopoulos2011.json", 188, 0), ("normand1999.json", 969, 12), ("pcurve.json", 42, 0),
    ]

    @Test(arguments: counts)
    func everyValueOfTheFixturesIsMatched(file: String, entries: Int, remarked: Int) throws {
        let verification = try ReferenceVerification(path: fixtures + "/" + file)
        report(verification)
        #expect(verification.isComplete)
        #expect(verification.matched == entries)
        #expect(verification.remarked <= remarked)
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: full),
            "the full reference set is not beside the repository"),
        arguments: [("bangertdrowns2004.json", 1222, 22), ("molloy2014.json", 1099, 15)])
    func everyValueOfTheLargerFilesIsMatched(file: String, entries: Int, remarked: Int) throws {
        let verification = try ReferenceVerification(path: Self.full + "/" + file)
        report(verification)
        #expect(verification.isComplete)
        #expect(verification.matched == entries)
        #expect(verification.remarked <= remarked)
    }

    private func report(_ verification: ReferenceVerification) {
        for file in verification.files {
            for entry in file.missed + file.notCovered {
                Issue.record("\(file.name) \(entry.path) \(entry.outcome)")
            }
            print(
                "\(file.name): \(file.matched) matched (\(file.numbersMatched) numbers; "
                    + "\(file.remarked.count) with a "
                    + "remark), \(file.missed.count) missed, \(file.notCovered.count) not covered")
        }
    }

    /// A remark asks for a check of its own, so a wrong value is not waved through.
    @Test func wrongValuesAreMissed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "evidence-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let original = try String(contentsOfFile: fixtures + "/bcg.json", encoding: .utf8)
        let changes = [
            ("\"tau2\": 0.308760262862376", "\"tau2\": 0.308760272862376"),
            ("\"logLik\": -12.5438266065305", "\"logLik\": -12.5538266065305"),
            ("\"QE_LRT\": 174.131678536831", "\"QE_LRT\": 174.931678536831"),
        ]
        var text = original.replacing("\":", with: "\": ").replacing("\":  ", with: "\": ")
        for (value, wrong) in changes {
            let broken = text.replacing(value, with: wrong)
            #expect(broken != text, "\(value)")
            text = broken
        }
        try text.write(to: folder.appending(path: "a.json"), atomically: true, encoding: .utf8)
        let missed = try ReferenceVerification(path: folder.path).files.flatMap(\.missed).map(\.path)
        #expect(missed.contains("log_rr/models/DL/tau2"))
        #expect(missed.contains("log_rr/selection_models/results/stepfun_3PSM_.025/logLik"))
        #expect(missed.contains("glmm_OR/UM.RS/QE_LRT"))
    }

    @Test func whatIsNotCoveredIsCounted() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "evidence-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = """
            {"meta": {"dataset": "pcurve"}, "cases": [{"tests": [{"stat": "z", "value": 2.5}],
             "expected": {"significant": 1, "shape": 3}}]}
            """
        try text.write(to: folder.appending(path: "a.json"), atomically: true, encoding: .utf8)
        let verification = try ReferenceVerification(path: folder.path)
        #expect(verification.matched == 1 && verification.notCovered == 1 && !verification.isComplete)
    }

    @Test func foldersWithoutReferenceFilesAreRefused() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "evidence-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: ReferenceError.noFiles(path: folder.path)) {
            try ReferenceVerification(path: folder.path)
        }
        #expect(throws: ReferenceError.notFound(path: folder.path + "/no")) {
            try ReferenceVerification(path: folder.path + "/no")
        }
        try "{".write(to: folder.appending(path: "a.json"), atomically: true, encoding: .utf8)
        #expect(throws: ReferenceError.notJSON(file: "a.json")) {
            try ReferenceVerification(path: folder.path)
        }
        try "{}".write(to: folder.appending(path: "a.json"), atomically: true, encoding: .utf8)
        #expect(throws: ReferenceError.otherFormat(file: "a.json")) {
            try ReferenceVerification(path: folder.path)
        }
    }
}

import Foundation
import ReferenceFiles
import Segregation
import Testing

@Suite struct ReferenceTests {
    /// The folder with the full reference set beside the repository, where it is present.
    static let full = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/reference/segregation").path

    /// The numbers of expected values by family: in the fixtures here, and in the full set.
    static let counts: [(family: ReferenceFamily, fixtures: Int, full: Int)] = [
        (.aspatial, 474, 1260), (.spatial, 50, 534), (.ordinal, 8, 90), (.change, 0, 16), (.profile, 4, 16),
    ]

    @Test(arguments: counts)
    func everyValueOfTheFixturesIsMatched(family: ReferenceFamily, fixtures least: Int, full: Int) throws {
        // Not every family is in the few files of this target.
        if least > 0 { try check(fixtures, family, atLeast: least) }
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: full),
            "the full reference set is not beside the repository"), arguments: counts)
    func everyValueOfTheFullSetIsMatched(family: ReferenceFamily, fixtures: Int, full least: Int) throws {
        try check(Self.full, family, atLeast: least)
    }

    private func check(_ path: String, _ family: ReferenceFamily, atLeast least: Int) throws {
        let verification = try ReferenceVerification(path: path, families: [family])
        for file in verification.files {
            for entry in file.missed + file.notCovered {
                Issue.record("\(file.name) \(entry.caseIdentifier) \(entry.index) \(entry.outcome)")
            }
        }
        let complete = verification.isComplete
        #expect(complete)
        #expect(verification.matched >= least)
        print(
            "\(family.rawValue) reference values: \(verification.matched) matched (\(verification.numbersMatched) numbers), "
                + "\(verification.missed) missed, \(verification.notCovered) not covered")
    }

    @Test func whatIsNotCoveredIsSaidByName() throws {
        let verification = try ReferenceVerification(path: fixtures + "/04_city_two-clusters.json")
        let names = verification.files.flatMap(\.indicesNotCovered)
        #expect(names.isEmpty == (verification.notCovered == 0))
        #expect(!names.contains { ReferenceFamily(index: $0) == .aspatial })
        #expect(verification.isComplete == (verification.notCovered == 0))
        #expect(verification.missed == 0)
    }

    @Test func aWrongValueIsMissed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "segref-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = """
            {"format": "segref/1", "cases": [{"id": "a", "input": {"groups": ["x", "y"], "counts": [[1, 2], [3, 1]]},
             "expected": [{"index": "D-vs-rest", "groups": ["x", "y"], "value": [0.5, 0.5], "tolerance":
             {"relative": 1e-9, "absolute": 1e-11}}, {"index": "H", "value": null, "tolerance": {"absolute": 1e-11}},
             {"index": "D-vs-rest", "groups": ["x", "y"], "value": [0.4166666666666667, 0.4166666666666667],
             "tolerance": {"relative": 1e-9, "absolute": 1e-11}}]}]}
            """
        try text.write(to: folder.appending(path: "a.json"), atomically: true, encoding: .utf8)
        let verification = try ReferenceVerification(path: folder.path)
        #expect(verification.matched == 1 && verification.missed == 2 && !verification.isComplete)
    }

    @Test func foldersWithoutReferenceFilesAreRefused() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "segref-\(UUID().uuidString)")
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
        #expect(throws: ReferenceError.otherFormat(file: "a.json", found: "none")) {
            try ReferenceVerification(path: folder.path)
        }
    }
}

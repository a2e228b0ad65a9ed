import Foundation
import Segregation
import Testing

@Suite struct ReferenceTests {
    /// The folder with the full reference set beside the repository, where it is present.
    static let full = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/reference/segregation").path

    @Test(.enabled(if: FileManager.default.fileExists(atPath: full), "the full reference set is not present"))
    func everyAspatialReferenceValueIsMatched() throws {
        let verification = try ReferenceVerification(path: Self.full, families: [.aspatial])
        for file in verification.files {
            for entry in file.missed {
                Issue.record("\(file.name) \(entry.caseIdentifier) \(entry.index) \(entry.outcome)")
            }
            for entry in file.remarked {
                print("\(file.name) \(entry.caseIdentifier) \(entry.index) \(entry.outcome)")
            }
            for entry in file.notCovered {
                Issue.record("\(file.name) \(entry.caseIdentifier) \(entry.index)")
            }
        }
        let complete = verification.isComplete
        #expect(complete)
        print(
            "aspatial reference values matched: \(verification.matched) entries, \(verification.numbersMatched) numbers, "
                + "\(verification.missed) missed, \(verification.notCovered) not covered")
    }
}

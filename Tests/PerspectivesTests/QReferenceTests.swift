import ReferenceFiles
import Testing

@testable import Perspectives

/// Q methodology gives what the R package qmethod gives.
@Suite struct QReferenceTests {
    static let names = [
        "centroid-varimax-3", "pca-none-3", "pca-varimax-2", "pca-varimax-3", "pca-varimax-3-spearman",
    ]

    @Test(arguments: names) func everyStudyIsReproduced(name: String) throws {
        let tally = try QReference(file: Files.fixture("q-lipset-\(name).json")).tally(name)
        print(
            "\(name): \(tally.matched) entries (\(tally.numbers) numbers) matched, \(tally.missed.count) missed"
        )
        #expect(tally.missed == [])
    }
}

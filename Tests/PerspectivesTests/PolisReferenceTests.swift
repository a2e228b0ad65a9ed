import ReferenceFiles
import Testing

@testable import Perspectives

/// The mode of Polis gives what Polis' library gives.
@Suite struct PolisReferenceTests {
    static let names = [
        "london.youth.policing", "scoop-hivemind.freshwater", "bg2050-volunteers", "brexit-consensus",
        "scoop-hivemind.ubi", "15-per-hour-seattle", "scoop-hivemind.affordable-housing",
        "scoop-hivemind.biodiversity", "austria-climate.7z7ejpbmv5.2022-08-08", "vtaiwan.uberx",
        "american-assembly.bowling-green",
    ]

    @Test(
        .enabled(if: Files.hasPolis, "the votes of real conversations are not beside this clone"),
        arguments: names)
    func everyConversationIsReproduced(name: String) throws {
        let file = try Files.fixture("polis-\(name).json")
        let tally = try PolisReference(file: file, votes: Files.votes(name)).tally(name)
        print(
            "\(name): \(tally.matched) entries (\(tally.numbers) numbers) matched, \(tally.missed.count) missed"
        )
        #expect(tally.missed == [])
    }
}

/// What production servers stored follows from their votes and groups.
@Suite struct ServerReferenceTests {
    @Test(arguments: ["150ptpt-3gp-no-strict-no-meta", "above-100-ptpts", "below-100-ptpts"])
    func whatAServerStoredIsReproduced(name: String) throws {
        let tally = try ServerReference(file: Files.fixture("polis-server-\(name).json")).tally(name)
        print(
            "\(name): \(tally.matched) entries (\(tally.numbers) numbers) matched, \(tally.missed.count) missed"
        )
        #expect(tally.missed == [])
    }
}

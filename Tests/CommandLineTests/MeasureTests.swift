import Foundation
import Testing

@Suite struct MeasureTests {
    let folder: URL
    init() throws { folder = try Program.temporaryFolder() }

    func file(_ text: String, _ name: String = "counts.csv") throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    func file(_ bytes: Data) throws -> String {
        let url = folder.appendingPathComponent("counts.csv")
        try bytes.write(to: url)
        return url.path
    }

    @Test func theKeysOfTheJSONAreTheIdsOfTheMeasures() throws {
        let path = try file("id,low,other\na,10,20\nb,30,5\nc,12,40\n")
        let outcome = try Program.run("measure", path, "--format", "json")
        #expect(outcome.status == 0)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let measures = try #require(json["measures"] as? [String: [[String: Any]]])
        let pair = try #require(
            measures["D-matrix"]?.first { $0["groups"] as? [String] == ["low", "other"] })
        // By hand: 1/2 (|10/52 - 20/65| + |30/52 - 5/65| + |12/52 - 40/65|) = 0.5.
        #expect(abs((pair["value"] as? Double ?? 0) - 0.5) < 1e-12)
        #expect((pair["lower"] as? Double ?? 1) < 0.5 && (pair["upper"] as? Double ?? 0) > 0.5)
        #expect(measures["exposure-matrix"]?.count == 4)
    }

    @Test func theSameSeedGivesTheSameBytes() throws {
        let path = try file("id,low,other\na,10,20\nb,30,5\nc,12,40\n")
        let first = try Program.run("measure", path, "--format", "csv", "--seed", "7")
        #expect(try Program.run("measure", path, "--format", "csv", "--seed", "7").output == first.output)
        #expect(try Program.run("measure", path, "--format", "csv", "--seed", "8").output != first.output)
    }

    @Test func coordinatesAndAreaAreNoGroups() throws {
        let path = try file("buurt;x;y;area;laag;hoog\nA;1;2;3;10;20\nB;1;2;3;30;5\n")
        let outcome = try Program.run("measure", path, "--format", "json", "--draws", "0")
        #expect(outcome.output.contains("\"groups\": [\"laag\", \"hoog\"]"))
    }

    @Test func aMissingCountIsLeftOutAndSaidNotTakenForZero() throws {
        let path = try file("id,low,other\na,10,20\nb,.,5\nc,12,40\nd,7,\n")
        let outcome = try Program.run("measure", path, "--index", "H", "--format", "json")
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("2 of 4 units left out"))
        #expect(outcome.output.contains("\"units\": 2"))
    }

    /// Each gets one clear line and a status that is not zero.
    @Test(arguments: [
        ("id,low,other\na,10\n", "row 2"),
        ("id,low,other\na,10,-3\n", "negative"),
        ("id,low,other\na,10,x\n", "no number"),
        ("id,low,other\na,10,nan\n", "no number"),
        ("id,low,other\na,10,3\na,4,4\n", "row 3"),
        ("id,low,low\na,10,3\n", "twice"),
        ("id,low,other\n", "no rows"),
        ("", "no rows"),
        ("id\na\n", "no column of counts"),
        ("id,low,other\n,1,2\n", "the id is empty"),
        ("id,low,other\n\"a,1,2\n", "quotation"),
        ("id,low,other\na,.,.\n", "every row a count is missing"),
        ("id,low,other\na,1e400,3\n", "no number"),
    ])
    func badTablesGetOneLine(text: String, phrase: String) throws {
        let outcome = try Program.run("measure", try file(text))
        #expect(outcome.status != 0)
        #expect(outcome.complaint.count == 1, "\(outcome.errors)")
        #expect(outcome.errors.contains(phrase), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func binaryAndEndlessLinesAreRefused() throws {
        let binary = try Program.run("measure", try file(Data([0x50, 0x4B, 3, 4, 0, 0, 0, 1])))
        #expect(binary.status != 0 && binary.complaint.count == 1)
        let endless = try Program.run("measure", try file(Data(repeating: 0x31, count: 10_000_000)))
        #expect(endless.status != 0 && endless.complaint.count == 1)
        #expect(endless.errors.contains("longer than"))
        let folder = try Program.run("measure", folder.path)
        #expect(folder.status != 0 && folder.complaint.count == 1)
        let absent = try Program.run("measure", "no-such-file.csv")
        #expect(absent.status != 0 && absent.complaint.count == 1)
    }

    @Test func windowsLettersAreRead() throws {
        var bytes = Data("id,w".utf8)
        bytes.append(0xE9)  // é in Windows-1252, broken UTF-8
        bytes.append(contentsOf: Data("l,other\na,10,20\nb,3,4\n".utf8))
        let outcome = try Program.run("measure", try file(bytes), "--index", "H", "--format", "json")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("wél"))
    }

    @Test func aTypoIsMetWithWhatWasMeant() throws {
        #expect(try Program.run("mesure", "x.csv").errors.contains("Did you mean 'measure'?"))
        #expect(try Program.run("measure", "x.csv", "--formt", "csv").errors.contains("--format"))
        let path = try file("id,low,other\na,10,20\nb,30,5\n")
        let unknown = try Program.run("measure", path, "--index", "D-matrx")
        #expect(unknown.status != 0)
        #expect(unknown.errors.contains("D-matrix"), "\(unknown.errors)")
    }
}

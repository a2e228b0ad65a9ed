import Foundation
import Testing

@Suite struct PlaceTests {
    let folder: URL
    init() throws { folder = try Program.temporaryFolder() }

    func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// An 8 by 8 board of units of one square metre, 100 persons each, all of one group or of the other.
    func board(_ isMinority: (Int, Int) -> Bool) throws -> String {
        var text = "id,x,y,area,minority,majority\n"
        for row in 0..<8 {
            for column in 0..<8 {
                let counts = isMinority(row, column) ? "100,0" : "0,100"
                text += "u\(row)\(column),\(Double(column) + 0.5),\(Double(row) + 0.5),1,\(counts)\n"
            }
        }
        return try file("board.csv", text)
    }

    func value(_ index: String, of path: String, _ more: [String] = []) throws -> Double {
        let outcome = try Program.run(
            ["measure", path, "--index", index, "--draws", "0", "--format", "json", "--distance-unit", "1"]
                + more)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let measures = try #require(json["measures"] as? [String: [[String: Any]]])
        return try #require(measures[index]?.first?["value"] as? Double, "\(outcome.errors)")
    }

    @Test func aChessboardIsLessClusteredThanStripesAndTheseThanTwoHalves() throws {
        let chess = try value("SP-multi", of: board { ($0 + $1).isMultiple(of: 2) })
        let stripes = try value("SP-multi", of: board { $1.isMultiple(of: 2) })
        let halves = try value("SP-multi", of: board { $1 < 4 })
        #expect(chess < stripes && stripes < halves, "\(chess) \(stripes) \(halves)")
    }

    @Test func withoutPlacesASpatialMeasureSaysWhatItNeeds() throws {
        let path = try file("plain.csv", "id,low,other\na,1,2\nb,3,4\n")
        let outcome = try Program.run("measure", path, "--index", "delta")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("undefined, because"))
    }

    @Test func neighboursAreReadAndAStrangerAmongThemIsNamed() throws {
        let path = try file("plain.csv", "id,low,other\na,10,2\nb,3,4\nc,1,9\n")
        let neighbours = try file("n.csv", "a,b,length\na,b,10\nb,c,20\n")
        let outcome = try Program.run(
            "measure", path, "--adjacency", neighbours, "--index", "D-adj-Morrill-vs-rest", "--format", "csv")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("D-adj-Morrill-vs-rest"))
        let stranger = try file("s.csv", "a,b,length\na,zz,10\n")
        let refused = try Program.run("measure", path, "--adjacency", stranger)
        #expect(refused.status != 0 && refused.complaint.count == 1, "\(refused.errors)")
        #expect(refused.errors.contains("zz"))
    }
}

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

@Suite struct ScaleAndChangeTests {
    let folder: URL
    init() throws { folder = try Program.temporaryFolder() }

    func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    func rows(_ arguments: [String]) throws -> [[String: Any]] {
        let outcome = try Program.run(arguments + ["--format", "json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    }

    @Test func nestedPartsAddUpToTheWhole() throws {
        let path = try file(
            "c.csv", "id,district,low,other\na,N,10,30\nb,N,20,5\nc,S,7,9\nd,S,40,12\ne,S,3,22\n")
        let parts = try rows(["decompose", path, "--levels", "district"])
        let whole = try Program.run(
            "measure", path, "--groups", "low,other", "--index", "M", "--draws", "0", "--format", "csv")
        let total = try #require(
            Double(
                whole.output.split(separator: "\r\n")[1].split(
                    separator: ",", omittingEmptySubsequences: false)[3]))
        #expect(abs(parts.reduce(0) { $0 + ($1["M"] as? Double ?? 0) } - total) < 1e-12)
        #expect(parts.count == 2)
    }

    @Test func partsOfAChangeAddUpToTheDifference() throws {
        let before = try file("b.csv", "id,low,other\na,10,30\nb,20,5\nc,7,9\n")
        let after = try file("a.csv", "id,low,other\na,12,28\nb,15,15\nd,9,9\n")
        for method in ["shapley", "km", "mrc"] {
            let parts = try rows(["decompose", before, after, "--method", method])
            let value = { (name: String) in
                parts.first { $0["stat"] as? String == name }?["value"] as? Double ?? .nan
            }
            let sum = parts.dropFirst(3).reduce(0) { $0 + ($1["value"] as? Double ?? .nan) }
            #expect(abs(sum - value("diff")) < 1e-9, "\(method)")
        }
    }

    @Test func egohoodsOfTheWholeTownAreNotSegregated() throws {
        let path = try file("c.csv", "id,x,y,low,other\na,0,0,10,30\nb,900,0,20,5\nc,0,700,7,9\n")
        let scales = try rows(["profile", path, "--of", "low", "--sizes", "30,81"])
        #expect((scales.last?["D"] as? Double ?? 1) < 1e-9)
        #expect((scales.first?["D"] as? Double ?? 0) > 0.2)
        let none = try Program.run("profile", try file("n.csv", "id,low,other\na,1,2\nb,2,1\n"))
        #expect(none.status != 0 && none.complaint.count == 1, "\(none.errors)")
    }
}

import Foundation
import Testing

/// Two tables, counts that are not exact, long tables, and intervals of other kinds.
@Suite struct MeasureOptionsTests {
    let folder: URL
    init() throws { folder = try Program.temporaryFolder() }

    func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    func rows(_ arguments: String...) throws -> [[String: String]] {
        let outcome = try Program.run(arguments + ["--format", "csv"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\r\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    func number(_ row: [String: String]?, _ column: String) -> Double {
        row?[column].flatMap { Double($0) } ?? .nan
    }

    @Test func twoTablesGiveTheDifferenceWithIntervalAndTest() throws {
        let first = try file("2018.csv", "id,low,other\na,10,90\nb,20,80\nc,60,40\nd,90,10\n")
        let second = try file("2022.csv", "id,low,other\na,30,70\nb,35,65\nc,50,50\nd,60,40\n")
        let found = try rows("measure", first, second, "--index", "D-vs-rest", "--year", "2018,2022")
        #expect(found.count == 1, "of two groups one is tested")
        let row = found.first
        #expect(abs(number(row, "difference") - (number(row, "2022") - number(row, "2018"))) < 1e-12)
        #expect(
            number(row, "lower") < number(row, "difference")
                && number(row, "difference") < number(row, "upper"))
        #expect(number(row, "p") > 0 && number(row, "p") <= 1)
    }

    @Test func roundedAndWithheldCountsGiveBoundsAroundEveryTrueTable() throws {
        let published = try file("published.csv", "id,low,other\na,10,20\nb,30,5\nc,15,40\nd,.,35\n")
        let truth = try file("truth.csv", "id,low,other\na,11,18\nb,32,4\nc,13,41\nd,3,36\n")
        let bounds = try rows(
            "measure", published, "--rounded", "5", "--suppressed", "0-4", "--index", "D-vs-rest",
            "H-vs-rest",
            "--draws", "20")
        for identifier in ["D-vs-rest", "H-vs-rest"] {
            let value = try rows("measure", truth, "--index", identifier, "--draws", "0").first
            let row = bounds.first { $0["index"] == identifier }
            #expect(number(row, "lowest possible") <= number(value, "value"))
            #expect(number(value, "value") <= number(row, "highest possible"))
        }
    }

    @Test func sharesInPerCentNameTheGroupThatIsLeft() throws {
        let path = try file("shares.csv", "id,low,households\na,33,60\nb,86,35\nc,27,55\n")
        let found = try rows(
            "measure", path, "--percentages", "households", "--rest", "other", "--index", "D-vs-rest",
            "--draws",
            "20")
        #expect(found.map { $0["groups"] } == ["low", "other"])
        #expect(number(found.first, "lowest possible") < number(found.first, "highest possible"))
    }

    @Test func permutationsGiveAProbabilityThatIsNeverZero() throws {
        let path = try file(
            "c.csv", "id,x,y,low,other\na,0,0,10,90\nb,900,0,20,80\nc,0,900,60,40\nd,900,900,90,10\n")
        let found = try rows(
            "measure", path, "--index", "H", "SP-multi", "--draws", "0", "--permutations", "99")
        #expect(found.map { number($0, "p") } == [0.01, 0.01])
        let fractions = try file("f.csv", "id,low,other\na,1.5,2\nb,3,4\n")
        let refused = try Program.run("measure", fractions, "--permutations", "9")
        #expect(refused.status != 0 && refused.errors.contains("whole numbers"))
    }

    @Test func aLongTableIsTheSameAsAWideOne() throws {
        let wide = try file("wide.csv", "id,low,high\na,1.5,2\nb,7,1\n")
        let long = try file("long.csv", "id,class,weight\na,high,2\nb,low,7\na,low,1.5\nb,high,1\n")
        let first = try rows("measure", wide, "--index", "H", "--draws", "0")
        let second = try rows(
            "measure", long, "--group-column", "class", "--weight", "weight", "--groups", "low,high",
            "--index",
            "H", "--draws", "0")
        #expect(first.first?["value"] == second.first?["value"])
    }

    @Test func sentencesAreWrittenInBothLanguages() throws {
        let path = try file("c.csv", "id,low,other\na,10,90\nb,20,80\nc,60,40\nd,90,10\n")
        let english = try Program.run("measure", path, "--index", "D-vs-rest", "--sentences")
        #expect(english.output.hasPrefix("Dissimilarity from the rest ('low'): 0.61, 61 of every 100"))
        let dutch = try Program.run(
            "measure", path, "--index", "D-vs-rest", "--sentences", "--language", "nl")
        #expect(dutch.output.contains("61 van elke 100"))
    }

    @Test func orderedClassesHaveAnIntervalAndACorrection() throws {
        let path = try file(
            "incomes.csv",
            "id,q1,q2,q3,q4,q5,q6\na,40,30,20,10,8,5\nb,5,9,12,20,30,44\nc,20,22,18,21,19,20\nd,33,20,15,9,9,6\n"
        )
        let found = try rows("measure", path, "--ordered", "--index", "rankorder-Hr")
        #expect(found.contains { $0["params"]?.contains("corrected=sampling") == true })
        let plain = try #require(found.first { $0["params"]?.hasPrefix("degree=4") == true })
        #expect(number(plain, "lower") < number(plain, "value") && number(plain, "by chance") > 0)
    }

    @Test func profilesAndPartsComeWithIntervals() throws {
        let path = try file(
            "places.csv",
            "id,x,y,d,low,other\na,0,0,p,10,20\nb,900,0,p,30,5\nc,0,900,q,12,40\nd,900,900,q,7,33\n")
        let profile = try rows("profile", path, "--groups", "low,other", "--reaches", "0.5,2")
        #expect(profile.count == 7)
        #expect(profile.allSatisfy { number($0, "lower") <= number($0, "value") })
        let parts = try rows("decompose", path, "--groups", "low,other", "--levels", "d")
        #expect(parts.allSatisfy { number($0, "M lower") <= number($0, "M") })
        let levels = try rows("decompose", path, "--groups", "low,other", "--levels", "d", "--of", "low")
        #expect(levels.map { $0["level"] } == ["d", "unit"])
    }

    /// Each gets one clear line and a status that is not zero.
    @Test(arguments: [
        (["--rounded", "10"], "no multiple of 10"), (["--suppressed", "4-0"], "no range"),
        (["--percentages", "lwo"], "did you mean 'low'"), (["--rest", "x"], "--percentages"),
        (["--year", "20x2"], "one year per table"), (["--weight", "low"], "--group-column"),
        (["--index", "RO-travel-H"], "--distances"), (["--ordered", "--rounded", "5"], "--ordered"),
        (["--index", "RCE-centres-vs-rest"], "--centre"), (["--interval", "percentil"], "percentile"),
    ])
    func whatCannotBeIsSaidInOneLine(arguments: [String], text: String) throws {
        let path = try file("c.csv", "id,low,other\na,15,20\nb,30,5\nc,12,40\n")
        let outcome = try Program.run(["measure", path] + arguments)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }
}

import Foundation
import Testing

@Suite struct EvidenceTests {
    let folder: URL
    init() throws { folder = try Program.temporaryFolder() }

    func file(_ text: String, _ name: String = "effects.csv") throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// The thirteen trials of Colditz et al. (1994): cases and others, with and without vaccine.
    static let vaccine = """
        study,year,ablat,alloc,ai,bi,ci,di
        Aronson,1948,44,random,4,119,11,128
        Ferguson,1949,55,random,6,300,29,274
        Rosenthal 1960,1960,42,random,3,228,11,209
        Hart,1977,52,random,62,13536,248,12619
        Frimodt-Moller,1973,13,alternate,33,5036,47,5761
        Stein,1953,44,alternate,180,1361,372,1079
        Vandiviere,1973,19,random,8,2537,10,619
        Madras,1980,13,random,505,87886,499,87892
        Coetzee,1968,27,random,29,7470,45,7232
        Rosenthal 1961,1961,42,systematic,17,1699,65,1600
        Comstock 1974,1974,18,systematic,186,50448,141,27197
        Comstock 1969,1969,33,systematic,5,2493,3,2338
        Comstock 1976,1976,33,systematic,27,16886,29,17825

        """

    func json(_ arguments: String...) throws -> [String: Any] {
        let outcome = try Program.run(["evidence", "pool"] + arguments + ["--format", "json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    func number(_ tree: [String: Any], _ path: String...) throws -> Double {
        var node: Any = tree
        for key in path { node = try #require((node as? [String: Any])?[key]) }
        return try #require(node as? Double)
    }

    @Test func theFiguresOfOwnEffectsComeAsOneFile() throws {
        let path = try file(Self.vaccine)
        let html = folder.appendingPathComponent("figures.html").path
        let outcome = try Program.run(
            "evidence", "pool", path, "--metric", "RR", "--moderator", "ablat", "--cumulative", "year",
            "--subgroup", "alloc", "--html", html, "--language", "en")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try String(contentsOfFile: html, encoding: .utf8)
        #expect(text.hasPrefix("<!DOCTYPE html>") && text.contains("Does the effect go with: ablat?"))
        #expect(text.components(separatedBy: "<figure").count - 1 == 11)
        #expect(!FileManager.default.fileExists(atPath: html + ".part"))
        #expect(try Program.run("evidence", "pool", path, "--language", "en").status != 0)
        let nowhere = try Program.run(
            "evidence", "pool", path, "--metric", "RR", "--html", folder.path + "/no/f.html")
        #expect(nowhere.status != 0 && nowhere.complaint.count <= 2)
    }

    @Test func aPanelsVotesComeFromAFile() throws {
        let project = folder.appendingPathComponent("panel.mengpaneel").path
        #expect(try Program.run("demo", "--output", project).status == 0)
        let votes = try file("id,high,moderate,low,very_low,no_answer\nQ1,2,5,4,0,1\n", "strength.csv")
        let first = try Program.run("evidence", "add", votes, "--project", project, "--by", "panel")
        #expect(first.status == 0 && first.errors.contains("1 change(s)"), "\(first.errors)")
        let again = try Program.run("evidence", "add", votes, "--project", project)
        #expect(again.errors.contains("0 change(s)"))
        let wrong = try file("id,high,moderate,low,very_low,no_answer\nQ1,-2,5,4,0,1\n", "wrong.csv")
        #expect(try Program.run("evidence", "add", wrong, "--project", project).complaint.count == 1)
    }

    @Test func poolingGivesWhatMetaforGives() throws {
        let path = try file(Self.vaccine)
        let tree = try json(path, "--metric", "RR", "--model", "reml", "--test", "knha")
        // metafor 3.8-1; its REML stops at a step of 1e-5, so the tolerance is no finer than that.
        #expect(abs(try number(tree, "estimate") - -0.714532342166418) < 1e-7)
        #expect(abs(try number(tree, "se") - 0.18079174409475) < 1e-7)
        #expect(abs(try number(tree, "ci_lb") - -1.10844371369797) < 1e-7)
        #expect(abs(try number(tree, "tau2") - 0.313243258226971) < 1e-7)
        #expect(abs(try number(tree, "I2") - 92.2213845233412) < 1e-6)
        #expect(abs(try number(tree, "QE") - 152.233008082373) < 1e-9)
        #expect(abs(try number(tree, "pi_lb") - -2.008376) < 1e-6)
        #expect(abs(try number(tree, "confint_QP", "tau2", "ub") - 1.11147908406093) < 1e-6)
        #expect(abs(try number(tree, "models", "DL", "tau2") - 0.308760) < 1e-6)
        #expect((tree["models"] as? [String: Any])?.count == 11)
    }

    @Test func everythingThatIsAskedForComesBack() throws {
        let path = try file(Self.vaccine)
        let tree = try json(
            path, "--metric", "RR", "--test", "z", "--moderator", "ablat", "--subgroup", "alloc", "--cluster",
            "alloc", "--three-level", "alloc", "--leave-one-out", "--cumulative", "year", "--influence",
            "--bias", "all")
        for key in [
            "subgroups", "Q_between", "meta_regression", "robust_CR2", "three_level",
            "three_level_components",
            "leave_one_out", "cumulative", "influence", "funnel_asymmetry", "ranktest", "trimfill",
            "pet_peese", "selection_models", "pcurve",
        ] { #expect(tree[key] != nil, "\(key)") }
        #expect(abs(try number(tree, "funnel_asymmetry", "rma_sei", "pval") - 0.42178448885592) < 1e-5)
        #expect(abs(try number(tree, "pet_peese", "pet", "intercept") - -0.19092864235982) < 1e-9)
        #expect(abs(try number(tree, "trimfill", "L0_right", "estimate") - -0.657082800760365) < 1e-5)
        let left = try #require((tree["leave_one_out"] as? [String: Any])?["estimate"] as? [Double])
        #expect(left.count == 13)
        let regression = try #require(tree["meta_regression"] as? [[String: Any]])
        #expect(abs((regression.first?["estimate"] as? Double ?? 0) - 0.251468209978729) < 1e-6)
    }

    @Test func theSeedDecidesThePermutations() throws {
        let path = try file(Self.vaccine)
        func run(_ seed: String) throws -> String {
            try Program.run(
                "evidence", "pool", path, "--metric", "RR", "--moderator", "ablat", "--permutations", "50",
                "--seed", seed, "--format", "csv"
            ).output
        }
        #expect(try run("4") == run("4"))
        #expect(try run("4") != run("5"))
    }

    @Test func differentThingsAreNotPooled() throws {
        let mixed = try file("study,outcome,yi,vi\na,income,0.1,0.01\nb,health,0.2,0.02\n")
        let outcome = try Program.run("evidence", "pool", mixed)
        #expect(outcome.status != 0 && outcome.output.isEmpty)
        #expect(outcome.complaint.count == 1 && outcome.errors.contains("estimate different things"))
        let one = try file("study,yi,vi\na,0.1,0.01\n", "one.csv")
        #expect(try Program.run("evidence", "pool", one).errors.contains("needs at least 2"))
        let rows = "a,income,0.1,0.01\nb,health,0.2,0.02\nc,income,0.3,0.02\n"
        let two = try file("study,outcome,yi,vi\n" + rows, "two.csv")
        let picked = try Program.run("evidence", "pool", two, "--outcome", "income")
        #expect(picked.status == 0 && picked.output.hasPrefix("2 studies"))
        #expect(picked.errors.contains("hardly known"), "few studies are warned of")
    }

    @Test(arguments: [
        ("yi,vi\n0.1,0\n0.2,0.1\n", "variance"), ("yi,vi\n0.1,-1\n0.2,0.1\n", "variance"),
        ("yi,vi\nx,0.1\n0.2,0.1\n", "is no number"), ("a,b\n1,2\n", "no set of columns"),
        ("yi,sei\n0.1,0\n0.2,1\n", "must be above 0"), ("yi,vi\n", "nothing to read"),
        ("yi,ci_lb,ci_ub\n1,2,1\n1,0,2\n", "upper end"), ("fi,n1i,n2i\n4,10,10\n5,10,10\n", "has no sign"),
        ("yi,vi\n0.1,0.1,3\n", "cells"), ("ai,bi,ci,di\n-1,2,3,4\n1,2,3,4\n", "row 2"),
    ])
    func badInputIsOneClearLine(text: String, says: String) throws {
        let outcome = try Program.run("evidence", "pool", try file(text))
        #expect(outcome.status != 0)
        #expect(outcome.complaint.count == 1, "\(outcome.errors)")
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }

    @Test(arguments: [
        (["evidence", "lst"], "list"), (["evidence", "pool", "FILE", "--model", "remll"], "REML"),
        (["evidence", "pool", "FILE", "--test", "knah"], "knha"),
        (["evidence", "pool", "FILE", "--bias", "eger"], "egger"),
        (["evidence", "pool", "FILE", "--moderator", "yaer"], "year"),
        (["evidence", "list", "--domain", "educaton"], "education"),
        (["evidence", "map", "--lever", "facilties"], "facilities"),
        (["verify", "evidnce"], "evidence"),
    ])
    func aTypingMistakeIsMetWithWhatWasMeant(arguments: [String], meant: String) throws {
        let path = try file(Self.vaccine)
        let outcome = try Program.run(arguments.map { $0 == "FILE" ? path : $0 })
        #expect(outcome.status != 0)
        #expect(
            outcome.errors.lowercased().contains("did you mean '\(meant.lowercased())'"), "\(outcome.errors)")
    }

    @Test func rawNumbersComeWithTheirRoute() throws {
        let path = try file("study,ti,n1i,n2i\na,2,20,20\nb,1.5,30,30\n")
        let outcome = try Program.run("evidence", "convert", path, "--format", "json")
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
        // d = t sqrt(1/20 + 1/20) = 0.63246; J = 1 - 3/(4*38 - 1) to four digits.
        #expect(abs((rows[0]["yi"] as? Double ?? 0) - 0.63246 * 0.98013) < 1e-4)
        #expect((rows[0]["route"] as? String)?.contains("t to d") == true)
        let odds = try Program.run("evidence", "convert", path, "--metric", "OR", "--format", "csv")
        #expect(odds.output.contains("d to log odds ratio"))
    }

    @Test func findingsStandOnlyWhereTheyWereRead() throws {
        let outcome = try Program.run("evidence", "list", "--format", "json")
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
        #expect(rows.count == 141)
        let unread: Set<String> = ["abstract (question only)", "bibliographic only", "memory only"]
        var withheld = 0
        for row in rows {
            let isUnread = unread.contains(row["verified"] as? String ?? "")
            #expect((row["finding"] is NSNull) == (row["finding_withheld"] is String))
            if isUnread {
                withheld += 1
                #expect(row["finding"] is NSNull && row["direction"] is NSNull, "\(row["id"] ?? "")")
            }
        }
        #expect(withheld > 0)
    }

    @Test func theMapStatesItsGaps() throws {
        let text = try Program.run("evidence", "map", "--language", "en").output
        #expect(text.contains("of 108 cells are empty"))
        let gaps = try Program.run("evidence", "map", "--gaps", "--format", "csv", "--language", "en").output
        #expect(gaps.contains("0 studies: facilities → health"))
        #expect(!gaps.contains("1 study"))
    }

    @Test func aCheckNamesLinesAndDuplicatesAndWritesNothing() throws {
        let ris = """
            TY  - JOUR
            AU  - Someone, A.
            TI  - Neighborhoods, obesity, and diabetes
            PY  - 2011
            DO  - 10.1056/NEJMsa1103216
            ER  - 

            """
        let good = try Program.run("evidence", "check", try file(ris, "x.ris"), "--language", "en")
        #expect(good.status == 0)
        #expect(good.output.contains("may be US-03") && good.output.contains("the same DOI"))
        let bad = try Program.run("evidence", "check", try file("@article{x, title = {a", "x.bib"))
        #expect(bad.status == 1 && bad.errors.contains("x.bib"))
        #expect(try Program.run("evidence", "check", try file(Self.vaccine)).complaint.count == 1)
    }

    @Test func changesAreKeptWithWhoMadeThemAndCanBeTakenBack() throws {
        let project = folder.appendingPathComponent("p.mengpaneel").path
        #expect(try Program.run("demo", "--output", project).status == 0)
        let change = try Program.run(
            "evidence", "change", "NL-10", "verified", "full text", "--project", project, "--by", "group 2")
        #expect(change.status == 0, "\(change.errors)")
        let read = ["evidence", "list", "--verified", "full text", "--project", project, "--format", "csv"]
        #expect(try Program.run(read).output.contains("NL-10"))
        #expect(try !Program.run("evidence", "list", "--verified", "full text").output.contains("NL-10"))
        let history = try Program.run("evidence", "history", "NL-10", "--project", project)
        #expect(history.output.contains("group 2") && history.output.contains("full text"))
        #expect(try Program.run("evidence", "undo", "1", "--project", project).status == 0)
        #expect(try !Program.run(read).output.contains("NL-10"))
        let wrong = try Program.run("evidence", "change", "NL-10", "year", "soon", "--project", project)
        #expect(wrong.status == 1 && wrong.complaint.count == 1)
        let none = try Program.run("evidence", "undo", "9", "--project", project)
        #expect(none.status == 1 && none.complaint.count == 1)
        #expect(
            try Program.run("evidence", "withdraw", "NL-11", "--why", "twice", "--project", project).status
                == 0)
        #expect(
            try !Program.run("evidence", "list", "--project", project, "--format", "csv").output
                .contains("\r\nNL-11,"))
    }

    @Test func recordsOfAReferenceManagerAreAddedOnce() throws {
        let project = folder.appendingPathComponent("q.mengpaneel").path
        #expect(try Program.run("demo", "--output", project).status == 0)
        let bib = try file(
            "@article{new2024, author = {Nieuw, A.}, title = {A study nobody had}, year = {2024}}\n", "n.bib")
        let arguments = ["evidence", "add", bib, "--region", "NL", "--project", project]
        #expect(try Program.run(arguments).errors.contains("1 change(s)"))
        #expect(try Program.run(arguments).errors.contains("0 change(s)"))
        let listed = try Program.run("evidence", "list", "--words", "nobody had", "--project", project)
        #expect(listed.output.contains("A study nobody had"))
        #expect(try Program.run("evidence", "add", bib, "--project", project).complaint.count == 1)
    }

    @Test func theReferenceFileOfConversionsIsReproduced() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let fixture = root.appendingPathComponent("MetaAnalysisTests/Fixtures/conversions.json").path
        let outcome = try Program.run("verify", "evidence", fixture, "--format", "json")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\"missed\": 0"))
        let empty = folder.appendingPathComponent("empty")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
        #expect(try Program.run("verify", "evidence", empty.path).status == 1)
    }
}

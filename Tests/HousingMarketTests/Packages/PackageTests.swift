import HousingMarket
import Neighbourhoods
import Testing

/// A package file says what it means, or one line says what is wrong with it.
@Suite struct PackageTests {
    static let whole = """
        package: Tuinstad B
        horizon: 2035
        limits: {rehousingPerYear: 120, budget: 90000000, leastSocialRent: 0.3}
        measures:
          - lever: demolishRebuild
            areas: [BU9998010001]
            estates: {periods: [from1945to1969], type: multiFamily}
            from: 2027
            through: 2030
            dwellings: 3
            rebuilt: {socialRent: 1, ownerOccupied: 3}
          - lever: L9
            from: 2026
            through: 2035
            share: 0.15
        """

    @Test func aWholeFileIsReadAsItIsMeant() throws {
        let package = try Package.read(yaml: Self.whole, file: "plan.yaml")
        #expect(package.name == "Tuinstad B" && package.horizon == 2035)
        #expect(
            package.limits == PackageLimits(rehousingPerYear: 120, budget: 90_000_000, leastSocialRent: 0.3))
        #expect(
            package.measures[0]
                == Measure(
                    .demolishRebuild(DemolishRebuild(dwellings: 3, rebuilt: [1, 0, 0, 3])),
                    areas: .codes([AreaCode("BU9998010001")]),
                    estates: EstateChoice(periods: [.from1945to1969], type: .multiFamily), from: 2027,
                    through: 2030))
        #expect(package.measures[1] == Measure(.freeAllocation(share: 0.15), from: 2026, through: 2035))
    }

    @Test(arguments: 0..<40)
    func whatIsWrittenIsReadBackTheSame(seed: Int) throws {
        var package = RandomPackage.make(UInt64(seed), areas: 12, from: 2025, horizon: 2035)
        package.name = "naam met \"aanhaling\": # en \\ meer"
        package.measures[0].note = "let op: 50%\nnieuwe regel"
        if package.measures[0].lever.kind.choosesEstates {
            package.measures[0].estates = EstateChoice(
                periods: [.from2000, .before1945], type: .singleFamily, sizes: [.under50])
        }
        #expect(try Package.read(yaml: package.yaml, file: "p") == package)
    }

    @Test func anotherNameIsNotAnotherPackage() {
        var one = RandomPackage.make(3, areas: 12, from: 2025, horizon: 2035)
        let first = one.fingerprintText
        one.name = "other"
        one.measures[0].note = "note"
        #expect(one.fingerprintText == first)
        one.measures[0].through += 1
        #expect(one.fingerprintText != first)
    }

    private func message(_ yaml: String) -> String {
        do {
            _ = try Package.read(yaml: yaml, file: "plan.yaml")
            return "no error"
        } catch { return error.description }
    }

    private func measure(_ lines: String) -> String {
        "package: p\nhorizon: 2035\nmeasures:\n  - "
            + lines.split(separator: "\n").joined(separator: "\n    ")
    }

    @Test(arguments: [
        (
            "lever: sale\nfrom: 2027\ndwelings: 3",
            "plan.yaml, line 6, 'dwelings': sale has no such field; did you mean 'dwellings'?"
        ),
        ("lever: sael\nfrom: 2027", "there is no lever 'sael'; did you mean 'sale'?"),
        (
            "lever: fairShare\nfrom: 2027\nlowIncomeInflow: 0.9\nareas: [BU99980101]",
            "fairShare has no such field"
        ),
        ("lever: permits\nfrom: 2027\nestates: {type: multiFamily}", "permits has no such field"),
        ("lever: sale\nfrom: 2027\ndwellings: many", "a number of homes is expected; found 'many'."),
        ("lever: sale\nfrom: 2027\ndwellings: 2.5", "2.5 is not whole"),
        ("lever: sale\nfrom: 2027\ndwellings: -1", "-1 does not lie between 0 and"),
        ("lever: sale\nfrom: 2030\nthrough: 2027\ndwellings: 1", "2027 lies before 'from' (2030)"),
        ("lever: sale\ndwellings: 1", "'from': is missing"),
        ("lever: freeAllocation\nfrom: 2027\nshare: 0.2", "0.2 is more than the law allows"),
        ("lever: localPriority\nfrom: 2027\nshare: 0.6", "more than half of the lettings"),
        ("lever: specialGroups\nfrom: 2027\nshare: 0.1", "needs all four steps"),
        ("lever: areaDesignation\nfrom: 2027\narticle: 9", "needs all four steps"),
        (
            "lever: newBuild\nfrom: 2027\ndwellings: 9\nmix: {socialRent: 0.5, ownerOccupied: 0.6}",
            "the shares add up to 1.1"
        ),
        ("lever: demolishRebuild\nfrom: 2027\ndwellings: 9", "'rebuilt': is missing"),
        ("lever: areaRents\nfrom: 2027\nlow: 0.5\nmiddle: 0.2\nhigh: 0.2", "must add up to 1"),
        (
            "lever: sale\nfrom: 2027\ndwellings: 1\nareas: {tenure: socialrent, least: 0.5}",
            "did you mean 'socialRent'?"
        ),
        (
            "lever: sale\nfrom: 2027\ndwellings: 1\nareas: {tenure: socialRent, least: 0.8, most: 0.5}",
            "0.8 is more than 'most' (0.5)"
        ),
    ])
    func aMistakeIsOneLineThatSaysHowToMendIt(lines: String, expected: String) {
        let found = message(measure(lines))
        #expect(found.contains(expected), "\(found)")
        #expect(!found.contains("\n") && found.hasPrefix("plan.yaml"))
    }

    @Test(arguments: [
        "herkomst", "origin", "Nationality", "migratieachtergrond", "niet-westers", "etniciteit",
        "countryOfBirth",
    ])
    func originIsNeverAGround(word: String) {
        for place in ["areas: {\(word): 0.5}", "\(word): Turkije", "estates: {\(word): x}"] {
            let found = message(measure("lever: sale\nfrom: 2027\ndwellings: 1\n\(place)"))
            #expect(found.contains("origin is never a ground") && found.contains("C-417/23"), "\(found)")
        }
    }

    @Test func filesThatAreNoPackagesAreRefused() {
        #expect(message("").contains("the file is empty"))
        #expect(message("- 1\n- 2").contains("fields with a value each are expected"))
        #expect(message("package: a\npackage: b\nhorizon: 2030\nmeasures: []").contains("stands twice"))
        #expect(message("package: [").contains("is no YAML"))
        #expect(message("package: a\nhorizon: 2030\nmeasures: 3").contains("a list is expected"))
        #expect(message(String(repeating: "a", count: 1 << 20 + 1 << 19)).contains("more than the 1 MB"))
    }
}

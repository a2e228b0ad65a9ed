import ExperimentDesign
import Testing

@Suite struct TextTests {
    @Test func textsOfSALibAreReadBackToTheBit() throws {
        let factors = [try Factor("kans", 0, 1), try Factor("prijs", -1e-7, 1e22 / 3)]
        #expect(try SALibText.problem(factors) == "kans,0.0,1.0\nprijs,-1e-07,3.3333333333333335e+21\n")
        #expect(try SALibText.factors(fromProblem: SALibText.problem(factors)) == factors)
        let design = try Design.latinHypercube(factors, samples: 20, seed: 3)
        let text = SALibText.paramValues(design)
        #expect(try SALibText.design(fromParamValues: text, factors: factors) == design)
        let outcomes = [[0.1 + 0.2, -1e300], [5, 1.0 / 3]]
        #expect(try SALibText.outcomes(from: SALibText.outcomes(outcomes), points: 2) == outcomes)
    }

    @Test func textsAsNumpyAndPeopleWriteThemAreRead() throws {
        let problem = "\u{FEFF}# name lower upper\r\n\r\na 0 1\r\nb\t-1 1e1\r\n"
        let factors = try SALibText.factors(fromProblem: problem)
        #expect(try factors == [Factor("a", 0, 1), Factor("b", -1, 10)])
        #expect(
            try SALibText.factors(fromProblem: "a b, 0, 1,a b,unif\nc,0,2,NA\n")
                == [Factor("a b", 0, 1), Factor("c", 0, 2)])
        let written = "5.000000000000000000e-01 1.0e+00\n0.25,2 # last"
        #expect(
            try SALibText.design(fromParamValues: written, factors: factors).values == [0.5, 1, 0.25, 2])
    }

    @Test func errorsOfTextsNameLineColumnFoundAndExpected() throws {
        let factors = try unitFactors(2)
        func line(_ body: () throws -> Void) -> String { thrown(body)?.description ?? "" }
        #expect(
            line { _ = try SALibText.design(fromParamValues: "1 2\n3 x\n", factors: factors) }
                == "line 2, column 2: found 'x', expected a finite coordinate with a point for decimals, such "
                + "as 0.5 or 1e-3")
        #expect(
            line { _ = try SALibText.design(fromParamValues: "1 2\n3\n", factors: factors) }
                == "line 2, column 2: found 1 field, expected 2: one coordinate per factor")
        for wrong in ["nan", "inf", "0x10", "1e999"] {
            #expect(
                line { _ = try SALibText.outcomes(from: "\n\(wrong)\n", points: 1) }
                    .hasPrefix("line 2, column 1: found '\(wrong)'"))
        }
        #expect(
            line { _ = try SALibText.outcomes(from: "1\n2\n", points: 3) }
                == "there are 2 lines with outcomes; there must be one per point, 3")
        #expect(line { _ = try SALibText.factors(fromProblem: "a 0\n") }.hasPrefix("line 1, column 3"))
        #expect(
            line { _ = try SALibText.factors(fromProblem: "a,0,1,g1\n") }.hasPrefix("line 1, column 4"))
        #expect(
            line { _ = try SALibText.factors(fromProblem: "a,0,1,a,norm\n") }.hasPrefix("line 1, column 5"))
        #expect(line { _ = try SALibText.problem([Factor("a b", 0, 1)]) }.contains("factor 'a b'"))
        #expect(line { _ = try SALibText.outcomes([[1], [1, 2]]) }.contains("as many as in the first"))
        #expect(line { _ = try SALibText.outcomes([[.nan]]) }.contains("outcome number 1"))
    }

    private func results() throws -> EMAResults {
        try EMAResults(
            variables: [
                ScenarioVariable("kans", .numbers([0.25, 1e-7])),
                ScenarioVariable("model, variant", .categories(["een \"twee\"", "drie"])),
            ], scenario: ["0", "1"], policy: ["none", "none"], model: ["m", "m"],
            outcomes: [.init("kosten", [3, 4.5])])
    }

    @Test func experimentsAreWrittenAsTheEMAWorkbenchKeepsThem() throws {
        let files = try results().files()
        #expect(files.map(\.name) == ["experiments.csv", "kosten.cls", "metadata.json"])
        #expect(
            files[0].text == """
                kans,"model, variant",scenario,policy,model
                0.25,"een ""twee""\",0,none,m
                1e-07,drie,1,none,m

                """)
        #expect(files[1].text == "3.0\n4.5\n")
        #expect(
            files[2].text == """
                {"version": 0.1, "outcomes": [["ScalarOutcome", "kosten", "kosten.cls"]], "experiments": {"kans": \
                "float64", "model, variant": "object", "scenario": "object", "policy": "object", "model": \
                "object"}}

                """)
        #expect(try results().files() == files)
    }

    @Test func experimentsAreReadBackAndGoOnToScenarioDiscovery() throws {
        let original = try results()
        let files = original.files()
        let read = try EMAResults(experiments: files[0].text, outcomes: [("kosten", files[1].text)])
        #expect(read == original)
        let table = try read.table(ofInterest: read.outcomes[0].values.map { $0 > 4 })
        #expect(table.variables == original.variables && table.ofInterest == [false, true])
    }

    @Test func experimentsWithLineEndsOfAnySortAndInQuotesAreRead() throws {
        let read = try EMAResults(
            experiments: "a,scenario,policy,model\r\n\"x\ny\",0,p,m\r\nz,1,p,m", outcomes: [])
        #expect(read.variables == [ScenarioVariable("a", .categories(["x\ny", "z"]))])
        // A field of two lines counts as two, so the line named is the one an editor shows.
        let late = thrown {
            _ = try EMAResults(
                experiments: "a,scenario,policy,model\n\"x\ny\",0,p,m\nz,1,p\n", outcomes: [])
        }
        #expect(late?.description.hasPrefix("line 4, column 4: found 3 fields") == true)
    }

    @Test func badExperimentsAreRefusedWithTheirPlace() throws {
        func line(_ experiments: String, _ outcome: String = "1\n") -> String {
            thrown { _ = try EMAResults(experiments: experiments, outcomes: [("y", outcome)]) }?.description
                ?? ""
        }
        #expect(line("a,scenario,policy\n1,0,p\n").hasPrefix("line 1, column 4: found no column 'model'"))
        #expect(
            line("a,scenario,policy,model\n\n1,0,p\n")
                == "line 3, column 4: found 3 fields, expected 4: one field per column of the header")
        #expect(line("").hasPrefix("line 1, column 1: found an empty text"))
        #expect(
            line("a,scenario,policy,model\n\"1,0,p,m\n").hasPrefix("line 2, column 1: found a double quote"))
        #expect(line("a,scenario,policy,model\n1,0,p,m\n", "1\n2\n").contains("there are 2 values of 'y'"))
        #expect(
            line("a,scenario,policy,model\n1,0,p,m\n", "een\n").hasPrefix("line 1, column 1: found 'een'"))
        #expect(
            thrown {
                _ = try EMAResults(
                    variables: [ScenarioVariable("policy", .numbers([1]))], scenario: ["0"], policy: ["p"],
                    model: ["m"], outcomes: [])
            } != nil)
        #expect(
            thrown {
                _ = try EMAResults(
                    variables: [], scenario: ["0"], policy: ["p"], model: ["m"],
                    outcomes: [.init("a/b", [1])])
            } != nil)
    }
}

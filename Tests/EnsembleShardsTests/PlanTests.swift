import EnsembleShards
import Testing

/// The plan that all machines must agree on.
@Suite struct PlanTests {
    private let plan = ShardSupport().plan

    @Test func everyRunIsInOneShard() {
        for runs in 1...12 {
            for size in 1...runs {
                var plan = plan
                plan.settings.runs = runs
                plan.runsPerShard = size
                let all = (0..<plan.shards).flatMap { Array(plan.runs(ofShard: $0)) }
                #expect(all == Array(0..<runs))
            }
        }
    }

    @Test func aPlanSurvivesItsText() throws {
        let text = plan.json
        let again = try EnsemblePlan.read(json: text, file: "plan.json")
        #expect(again == plan && again.name == plan.name && again.json == text)
    }

    @Test func everythingInAPlanIsInItsName() {
        let changes: [(inout EnsemblePlan) -> Void] = [
            { $0.program.version += "1" }, { $0.program.build += "1" }, { $0.data += "1" },
            { $0.settings.municipality += "1" }, { $0.settings.level = "district" },
            { $0.settings.year = 2020 },
            { $0.settings.until = 2020 }, { $0.settings.runs += 1 }, { $0.settings.seed += 1 },
            { $0.settings.uncertainty = "model" }, { $0.settings.with = ["feedback"] },
            { $0.settings.assume = ["feedback"] }, { $0.packages[0].file += "1" },
            { $0.packages[0].yaml += "1" }, { $0.packages = [] }, { $0.arms.append("") },
            { $0.runsPerShard += 1 },
        ]
        var names = [plan.name]
        for change in changes {
            var other = plan
            change(&other)
            names.append(other.name)
        }
        #expect(Set(names).count == names.count)
        #expect(plan.name.count == 64)
    }

    @Test func aPlanThatWasChangedByHandIsRefused() throws {
        for (old, new) in [
            ("\"seed\" : 3", "\"seed\" : 4"), ("\"shards\" : 3", "\"shards\" : 2"),
            ("\"runsPerShard\" : 2", "\"runsPerShard\" : 0"), ("\"runs\" : 5", "\"runs\" : 500000000"),
        ] {
            let text = plan.json.replacing(old, with: new)
            #expect(text != plan.json)
            let error = #expect(throws: ShardError.self) {
                try EnsemblePlan.read(json: text, file: "plan.json")
            }
            #expect(error?.description.hasPrefix("plan.json: was changed after it was made") == true)
        }
    }

    @Test(arguments: [
        ("", "the text is not whole JSON"), ("{}", "the field 'name' is missing"),
        ("[1, 2]", "the field '' holds something else"),
    ])
    func whatIsNoPlanIsSaid(text: String, expected: String) {
        let error = #expect(throws: ShardError.self) { try EnsemblePlan.read(json: text, file: "plan.json") }
        #expect(error?.message.contains(expected) == true, "\(String(describing: error))")
    }

    @Test func numbersAreWrittenAsSlurmTakesThem() {
        #expect(IndexList.ranges([]) == "")
        #expect(IndexList.ranges([7]) == "7")
        #expect(IndexList.ranges([3, 0, 2, 1, 9, 7]) == "0-3,7,9")
    }
}

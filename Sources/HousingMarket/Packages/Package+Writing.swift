internal import Neighbourhoods

extension Package {
    /// The package as YAML, as ``read(yaml:file:)`` reads it back to the same value.
    public var yaml: String {
        var lines = ["package: \(Self.quoted(name))", "horizon: \(horizon)"]
        let limit = limitFields
        if !limit.isEmpty { lines.append("limits: {\(limit.joined(separator: ", "))}") }
        lines.append(measures.isEmpty ? "measures: []" : "measures:")
        for measure in measures {
            let fields = Self.fields(measure)
            lines.append("  - " + fields[0])
            lines += fields.dropFirst().map { "    " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text that is the same for packages that do the same, whatever they are called or what notes they carry.
    public var fingerprintText: String {
        var plain = self
        plain.name = "-"
        for index in plain.measures.indices { plain.measures[index].note = "" }
        return plain.yaml
    }

    private var limitFields: [String] {
        [
            limits.rehousingPerYear.map { "rehousingPerYear: \($0)" },
            limits.buildingPerYear.map { "buildingPerYear: \($0)" },
            limits.budget.map { "budget: \(PackageNode.plain($0))" },
            limits.leastSocialRent.map { "leastSocialRent: \(PackageNode.plain($0))" },
        ].compactMap(\.self)
    }

    private static func fields(_ measure: Measure) -> [String] {
        var lines = ["lever: \(measure.lever.kind.word)"]
        switch measure.areas {
        case .everywhere: break
        case .codes(let codes):
            lines.append("areas: [\(codes.map { quoted($0.rawValue) }.joined(separator: ", "))]")
        case .stock(let tenure, let range):
            lines.append(
                "areas: {tenure: \(tenure.word), least: \(PackageNode.plain(range.lowerBound)), most: \(PackageNode.plain(range.upperBound))}"
            )
        case .lowIncomeShare(let range):
            lines.append(
                "areas: {lowIncome: true, least: \(PackageNode.plain(range.lowerBound)), most: \(PackageNode.plain(range.upperBound))}"
            )
        }
        lines += estates(measure.estates)
        lines.append("from: \(measure.from)")
        if measure.through != measure.from { lines.append("through: \(measure.through)") }
        lines += own(measure.lever)
        if !measure.note.isEmpty { lines.append("note: \(quoted(measure.note))") }
        return lines
    }

    private static func estates(_ choice: EstateChoice) -> [String] {
        var parts: [String] = []
        if !choice.periods.isEmpty {
            parts.append("periods: [\(choice.periods.map { "\($0)" }.joined(separator: ", "))]")
        }
        if let type = choice.type { parts.append("type: \(type)") }
        if !choice.sizes.isEmpty {
            parts.append("sizes: [\(choice.sizes.map { "\($0)" }.joined(separator: ", "))]")
        }
        return parts.isEmpty ? [] : ["estates: {\(parts.joined(separator: ", "))}"]
    }

    private static func own(_ lever: Lever) -> [String] {
        switch lever {
        case .demolishRebuild(let plan):
            var lines = [
                "dwellings: \(plan.dwellings)", "tenure: \(plan.tenure.word)",
                "rebuilt: \(counts(plan.rebuilt))",
                "emptyingYears: \(plan.emptyingYears)", "constructionYears: \(plan.constructionYears)",
            ]
            if let share = plan.returnShare { lines.append("returnShare: \(PackageNode.plain(share))") }
            return lines
        case .renovation(let plan):
            return [
                "dwellings: \(plan.dwellings)", "rentClassesUp: \(plan.rentClassesUp)",
                "emptied: \(plan.emptied)",
            ]
        case .mergeSplit(let plan):
            return [
                "dwellings: \(plan.dwellings)", "work: \(plan.merges ? "merge" : "split")",
                "tenure: \(plan.tenure.word)",
            ]
        case .sale(let plan):
            return ["dwellings: \(plan.dwellings)", "toSittingTenants: \(plan.toSittingTenants)"]
        case .liberalise(let plan): return ["dwellings: \(plan.dwellings)", "to: \(plan.to.word)"]
        case .addSocialRent(let plan): return ["bought: \(plan.bought)", "keepsStock: \(plan.keepsStock)"]
        case .newBuild(let plan):
            return ["dwellings: \(plan.dwellings)", "mix: \(mix(plan.mix))", "type: \(plan.type)"]
        default: return rules(lever)
        }
    }

    private static func rules(_ lever: Lever) -> [String] {
        switch lever {
        case .fairShare(let factor): return ["lowIncomeInflow: \(PackageNode.plain(factor))"]
        case .freeAllocation(let share), .localPriority(let share):
            return ["share: \(PackageNode.plain(share))"]
        case .areaRents(let shares):
            return zip(["low", "middle", "high"], shares).map { "\($0): \(PackageNode.plain($1))" }
        case .areaDesignation(let designation):
            return ["article: \(designation.article.rawValue)"] + justification(designation.justification)
        case .specialGroups(let share, let reasons):
            return ["share: \(PackageNode.plain(share))"] + justification(reasons)
        case .midRentRegulation(let regulated, let sellOff):
            return [
                "regulatedShare: \(PackageNode.plain(regulated))",
                "sellOffShare: \(PackageNode.plain(sellOff))",
            ]
        case .householdIncome(let plan):
            return [
                "householdsPerYear: \(plan.householdsPerYear)",
                "percentiles: \(PackageNode.plain(plan.percentiles))",
            ]
        case .facilities(let function, let strength):
            return ["function: \(function.rawValue)", "strength: \(PackageNode.plain(strength))"]
        case .socialManagement(let fewer): return ["fewerMoves: \(PackageNode.plain(fewer))"]
        case .stateMoney(let euro): return ["euro: \(PackageNode.plain(euro))"]
        case .landPolicy(let share, let wished):
            return ["share: \(PackageNode.plain(share))", "mix: \(mix(wished))"]
        default: return []
        }
    }

    private static func counts(_ numbers: [Int]) -> String {
        "{"
            + zip(Tenure.allCases, numbers).filter { $1 != 0 }.map { "\($0.word): \($1)" }.joined(
                separator: ", ") + "}"
    }

    private static func mix(_ mix: TenureMix) -> String {
        "{"
            + Tenure.allCases.filter { mix[$0] != 0 }.map { "\($0.word): \(PackageNode.plain(mix[$0]))" }
            .joined(separator: ", ") + "}"
    }

    private static func justification(_ reasons: Justification) -> [String] {
        ["justification:"]
            + [
                ("aim", reasons.aim), ("suitable", reasons.suitable), ("necessary", reasons.necessary),
                ("proportionate", reasons.proportionate),
            ].map { "  \($0.0): \(quoted($0.1))" }
    }

    /// Double-quoted, so that nothing in a name can be read as anything else.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

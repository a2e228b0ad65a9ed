internal import Neighbourhoods
internal import Yams

/// Reads one measure of a package file.
struct MeasureReader {
    private let node: PackageNode
    private static let common = ["lever", "from", "through", "note"]
    private static let tenures = Tenure.allCases.map { ($0.word, $0) }

    init(_ node: PackageNode) { self.node = node }

    func measure() throws(PackageError) -> Measure {
        let kind = try kind()
        let from = try node.whole("from", 1900...2200, "a year")
        let through = node.node("through") == nil ? from : try node.whole("through", 1900...2200, "a year")
        guard through >= from else {
            throw node.error(
                "through", "\(through) lies before 'from' (\(from)); give the same year or a later one.")
        }
        let lever = try lever(kind)
        return Measure(
            lever, areas: try areas(), estates: try estates(), from: from, through: through,
            note: node.node("note") == nil ? "" : try node.text("note"))
    }

    private func kind() throws(PackageError) -> LeverKind {
        let word = try node.text("lever")
        if let found = LeverKind.allCases.first(where: { $0.word == word || $0.code == word }) {
            return found
        }
        throw node.error(
            "lever", "there is no lever '\(word)'; \(MeantWord.hint(word, LeverKind.allCases.map(\.word)))")
    }

    private func allow(_ own: [String], _ kind: LeverKind) throws(PackageError) {
        let place = (kind.choosesAreas ? ["areas"] : []) + (kind.choosesEstates ? ["estates"] : [])
        try node.allow(Self.common + place + own, in: kind.word)
    }

    private func homes(_ field: String = "dwellings") throws(PackageError) -> Int {
        try node.whole(field, 0...10_000_000, "a number of homes")
    }

    private func share(_ field: String, _ range: ClosedRange<Double> = 0...1) throws(PackageError) -> Double {
        try node.number(
            field, range,
            "a share from \(PackageNode.plain(range.lowerBound)) to \(PackageNode.plain(range.upperBound))")
    }

    private func lever(_ kind: LeverKind) throws(PackageError) -> Lever {
        switch kind {
        case .demolishRebuild, .renovation, .mergeSplit, .sale, .liberalise, .addSocialRent, .newBuild:
            return try stockLever(kind)
        case .freeAllocation, .areaRents, .localPriority, .areaDesignation, .specialGroups:
            return try lettingLever(kind)
        default: return try otherLever(kind)
        }
    }

    private func stockLever(_ kind: LeverKind) throws(PackageError) -> Lever {
        switch kind {
        case .demolishRebuild:
            try allow(
                ["dwellings", "tenure", "rebuilt", "emptyingYears", "constructionYears", "returnShare"], kind)
            return .demolishRebuild(
                DemolishRebuild(
                    dwellings: try homes(),
                    tenure: node.node("tenure") == nil ? .socialRent : try node.word("tenure", Self.tenures),
                    rebuilt: try counts("rebuilt"), emptyingYears: try years("emptyingYears", 1),
                    constructionYears: try years("constructionYears", 2),
                    returnShare: node.node("returnShare") == nil ? nil : try share("returnShare")))
        case .renovation:
            try allow(["dwellings", "rentClassesUp", "emptied"], kind)
            return .renovation(
                Renovation(
                    dwellings: try homes(),
                    rentClassesUp: node.node("rentClassesUp") == nil
                        ? 0 : try node.whole("rentClassesUp", 0...2, "0, 1 or 2 classes"),
                    emptied: try node.flag("emptied", default: false)))
        case .mergeSplit:
            try allow(["dwellings", "work", "tenure"], kind)
            return .mergeSplit(
                MergeSplit(
                    dwellings: try homes(),
                    merges: try node.word("work", [("merge", true), ("split", false)]),
                    tenure: node.node("tenure") == nil ? .socialRent : try node.word("tenure", Self.tenures)))
        case .sale:
            try allow(["dwellings", "toSittingTenants"], kind)
            return .sale(
                Sale(
                    dwellings: try homes(),
                    toSittingTenants: try node.flag("toSittingTenants", default: false)))
        case .liberalise:
            try allow(["dwellings", "to"], kind)
            return .liberalise(
                Liberalisation(
                    dwellings: try homes(),
                    to: node.node("to") == nil
                        ? .midRent
                        : try node.word("to", [("midRent", .midRent), ("privateRent", .privateRent)])))
        case .addSocialRent:
            try allow(["bought", "keepsStock"], kind)
            return .addSocialRent(
                SocialRentAddition(
                    bought: try homes("bought"), keepsStock: try node.flag("keepsStock", default: true)))
        default:
            try allow(["dwellings", "mix", "type"], kind)
            return .newBuild(
                NewBuild(
                    dwellings: try homes(), mix: try mix(),
                    type: node.node("type") == nil ? .multiFamily : try node.word("type", Self.types)))
        }
    }

    private func lettingLever(_ kind: LeverKind) throws(PackageError) -> Lever {
        switch kind {
        case .freeAllocation:
            try allow(["share"], kind)
            let share = try share("share")
            guard share <= 0.15 else {
                throw node.error(
                    "share",
                    "\(PackageNode.plain(share)) is more than the law allows: 0.075, or 0.15 with a local agreement (Woningwet, since 2022)."
                )
            }
            return .freeAllocation(share: share)
        case .areaRents:
            try allow(["low", "middle", "high"], kind)
            let shares = [try share("low"), try share("middle"), try share("high")]
            guard abs(shares.reduce(0, +) - 1) <= 0.001 else {
                throw node.error(
                    "high",
                    "low, middle and high add up to \(PackageNode.plain(shares.reduce(0, +))); they must add up to 1."
                )
            }
            return .areaRents(classShares: shares)
        case .localPriority:
            try allow(["share"], kind)
            let share = try share("share")
            guard share <= 0.5 else {
                throw node.error(
                    "share",
                    "\(PackageNode.plain(share)) is more than half of the lettings, which the law does not allow (Huisvestingswet 2014, since 2024)."
                )
            }
            return .localPriority(share: share)
        case .areaDesignation:
            try allow(["article", "justification"], kind)
            let articles: [(String, AreaDesignation.Article)] = AreaDesignation.Article.allCases.map {
                ("\($0.rawValue)", $0)
            }
            return .areaDesignation(
                AreaDesignation(
                    article: try node.word("article", articles), justification: try justification(kind)))
        default:
            try allow(["share", "justification"], kind)
            return .specialGroups(share: try share("share"), justification: try justification(kind))
        }
    }

    private func otherLever(_ kind: LeverKind) throws(PackageError) -> Lever {
        switch kind {
        case .fairShare:
            try allow(["lowIncomeInflow"], kind)
            return .fairShare(
                lowIncomeInflow: try node.number("lowIncomeInflow", 0...3, "a factor, 1 for as it was"))
        case .midRentRegulation:
            try allow(["regulatedShare", "sellOffShare"], kind)
            return .midRentRegulation(
                regulatedShare: try share("regulatedShare"), sellOffShare: try share("sellOffShare"))
        case .householdIncome:
            try allow(["householdsPerYear", "percentiles"], kind)
            return .householdIncome(
                IncomeSupport(
                    householdsPerYear: try node.whole(
                        "householdsPerYear", 0...10_000_000, "a number of households"),
                    percentiles: try node.number("percentiles", 0...100, "hundredths of the income ladder")))
        case .facilities:
            try allow(["function", "strength"], kind)
            return .facilities(
                function: try node.word("function", FacilityChoice.allCases.map { ($0.rawValue, $0) }),
                strength: try node.number("strength", 0...5, "standard deviations"))
        case .socialManagement:
            try allow(["fewerMoves"], kind)
            return .socialManagement(fewerMoves: try share("fewerMoves"))
        case .stateMoney:
            try allow(["euro"], kind)
            return .stateMoney(euro: try node.number("euro", 0...1e13, "an amount in euro"))
        case .landPolicy:
            try allow(["share", "mix"], kind)
            return .landPolicy(share: try share("share"), mix: try mix())
        case .buyToLetRestriction:
            try allow([], kind)
            return .buyToLetRestriction
        case .permits:
            try allow([], kind)
            return .permits
        default:
            try allow([], kind)
            return .doNothing
        }
    }

    private func years(_ field: String, _ value: Int) throws(PackageError) -> Int {
        node.node(field) == nil ? value : try node.whole(field, 0...20, "a number of years")
    }

    private func counts(_ field: String) throws(PackageError) -> [Int] {
        let part = try node.mapping(field)
        try part.allow(Tenure.allCases.map(\.word), in: "'\(field)'")
        var result: [Int] = []
        for tenure in Tenure.allCases {
            result.append(
                part.node(tenure.word) == nil
                    ? 0 : try part.whole(tenure.word, 0...10_000_000, "a number of homes"))
        }
        return result
    }

    private func mix() throws(PackageError) -> TenureMix {
        let part = try node.mapping("mix")
        try part.allow(Tenure.allCases.map(\.word), in: "'mix'")
        var shares: [Double] = []
        for tenure in Tenure.allCases {
            shares.append(
                part.node(tenure.word) == nil ? 0 : try part.number(tenure.word, 0...1, "a share from 0 to 1")
            )
        }
        guard let mix = TenureMix(shares) else {
            throw node.error(
                "mix",
                "the shares add up to \(PackageNode.plain(shares.reduce(0, +))); they must add up to 1.")
        }
        return mix
    }

    private func justification(_ kind: LeverKind) throws(PackageError) -> Justification {
        let steps = ["aim", "suitable", "necessary", "proportionate"]
        guard node.node("justification") != nil else {
            throw node.error(
                "justification",
                "is missing: \(kind.word) can set groups apart and needs all four steps (\(steps.joined(separator: ", ")))."
            )
        }
        let part = try node.mapping("justification")
        try part.allow(steps, in: "'justification'")
        guard
            let found = Justification(
                aim: try part.text("aim"), suitable: try part.text("suitable"),
                necessary: try part.text("necessary"),
                proportionate: try part.text("proportionate"))
        else { throw node.error("justification", "a step is empty; all four are needed.") }
        return found
    }

    // MARK: Where

    private func areas() throws(PackageError) -> AreaSelector {
        guard let found = node.node("areas") else { return .everywhere }
        if found.mapping != nil { return try selector() }
        let codes = try node.strings("areas", found)
        if codes == ["everywhere"] || codes == ["overal"] { return .everywhere }
        guard !codes.isEmpty else {
            throw node.error("areas", "the list is empty; name areas, or leave the field out for everywhere.")
        }
        return .codes(codes.map { AreaCode($0) })
    }

    private func selector() throws(PackageError) -> AreaSelector {
        let part = try node.mapping("areas")
        try part.allow(["tenure", "lowIncome", "least", "most"], in: "'areas'")
        let least = part.node("least") == nil ? 0 : try part.number("least", 0...1, "a share from 0 to 1")
        let most = part.node("most") == nil ? 1 : try part.number("most", 0...1, "a share from 0 to 1")
        guard least <= most else {
            throw part.error(
                "least", "\(PackageNode.plain(least)) is more than 'most' (\(PackageNode.plain(most))).")
        }
        if part.node("tenure") != nil, part.node("lowIncome") != nil {
            throw part.error(
                "lowIncome", "areas are chosen by tenure or by income, not by both; take one out.")
        }
        if part.node("tenure") != nil { return .stock(try part.word("tenure", Self.tenures), least...most) }
        if try part.flag("lowIncome", default: false) { return .lowIncomeShare(least...most) }
        throw part.error("tenure", "say by what areas are chosen: 'tenure: socialRent' or 'lowIncome: true'.")
    }

    private static let types: [(String, DwellingType)] = [
        ("singleFamily", .singleFamily), ("multiFamily", .multiFamily),
    ]

    private func estates() throws(PackageError) -> EstateChoice {
        guard let part = try node.optional("estates") else { return EstateChoice() }
        try part.allow(["periods", "type", "sizes"], in: "'estates'")
        return EstateChoice(
            periods: try part.words("periods", BuildingPeriod.allCases.map { ("\($0)", $0) }),
            type: part.node("type") == nil ? nil : try part.word("type", Self.types),
            sizes: try part.words("sizes", DwellingSize.allCases.map { ("\($0)", $0) }))
    }
}

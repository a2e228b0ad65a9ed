import Bilingual
import Figures
import HousingMarket

/// What limits and the stock did to the package: one bar for each limit with what it holds up, then what each measure
/// asked and did.
struct DeskLimitBars {
    let scene: Scene
    let result: EnsembleResult
    private var language: Language { scene.language }
    private var numbers: NumberText { scene.numbers }
    private var limits: PackageLimits { result.arms[1].package.limits }

    var markup: Markup {
        guard result.arms.count > 1 else { return .empty }
        let deliveries = result.runs[1].first?.deliveries ?? []
        let set = DeskLimit.allCases.filter { $0.value(in: limits) != nil }
        guard !set.isEmpty || !deliveries.isEmpty else { return .empty }
        return .element("div", ["class": "mp-card mp-wide"]) {
            Markup.element("h2") { Strings.Desk.limits[language] }
            set.isEmpty
                ? Markup.element("p", ["class": "mp-note"]) { Strings.Desk.noLimits[language] }
                : .element("ul", ["class": "mp-bars"]) { for limit in set { bar(limit) } }
            if !deliveries.isEmpty {
                Markup.element("h3") { Strings.Desk.askedAndDone[language] }
                Markup.element("ul", ["class": "mp-bars"]) {
                    for index in deliveries.indices { delivery(index) }
                }
            }
        }
    }

    private func bar(_ limit: DeskLimit) -> Markup {
        switch limit {
        case .rehousingPerYear: held(limit, by: .rehousing)
        case .buildingPerYear: held(limit, by: .building)
        case .budget: checked(limit, .budget)
        case .leastSocialRent: checked(limit, .leastSocialRent)
        }
    }

    // MARK: Limits that hold something up

    private func held(_ limit: DeskLimit, by reason: Hindrance) -> Markup {
        let waits = result.runs[1].map { run in
            run.deliveries.reduce(0) { $0 + ($1.held[reason] ?? 0) }
        }
        let bound = waits.filter { $0 > 0 }
        let levers = result.runs[1].reduce(into: Set<LeverKind>()) { found, run in
            for one in run.deliveries where one.held[reason, default: 0] > 0 { found.insert(one.lever) }
        }
        let names = levers.sorted { $0.rawValue < $1.rawValue }.map { "\($0.code) \($0.name[language])" }
        let verdict =
            bound.isEmpty
            ? Strings.Desk.bindsNot
            : bound.count == waits.count ? Strings.Desk.binds : Strings.Desk.bindsAtTimes
        let note =
            bound.isEmpty
            ? Strings.Desk.noDelay(of: waits.count)
            : Strings.Desk.delay(
                runs: bound.count, of: waits.count,
                years: numbers.decimal(Band(bound.map(Double.init))?.middle ?? 0),
                levers: names.joined(separator: ", "))
        return row(
            limit.sentence(limits)[language], verdict, note[language], value: Double(bound.count),
            most: Double(waits.count), isTight: !bound.isEmpty)
    }

    // MARK: Limits that are held against the outcome

    private func checked(_ limit: DeskLimit, _ kind: LimitCheck.Limit) -> Markup {
        guard let check = result.limitChecks(1).first(where: { $0.limit == kind }) else { return .empty }
        let verdict = check.isKept.map { $0 ? Strings.Desk.kept : Strings.Desk.notKept } ?? Strings.Desk.open
        let (value, most): (Double, Double) =
            switch kind {
            case .budget:
                (max(0, PackageCosts(result.arms[1].package).high), max(1, limits.budget ?? 1))
            case .leastSocialRent:
                (
                    Band(result.values(.socialShare, arm: 1, year: result.years.count - 1))?.middle ?? 0, 1
                )
            }
        return row(
            check.text[language], verdict, Strings.Desk.heldAfterwards[language], value: value, most: most,
            isTight: check.isKept == false)
    }

    private func row(
        _ text: String, _ verdict: BilingualText, _ note: String, value: Double, most: Double,
        isTight: Bool
    ) -> Markup {
        .element("li") {
            Markup.element("p") {
                Markup.element("strong") { text }
                " "
                Markup.element("span", ["class": "mp-tag"]) { verdict[language] }
            }
            meter(text, value: value, most: most, isTight: isTight)
            Markup.element("p", ["class": "mp-note"]) { note }
        }
    }

    private func meter(_ text: String, value: Double, most: Double, isTight: Bool = false) -> Markup {
        .element(
            "meter",
            [
                "class": isTight ? "mp-tight" : .absent, "min": "0", "max": .number(max(most, value)),
                "value": .number(value),
                "aria-label": .text(text),
            ])
    }

    // MARK: What each measure asked and did

    private func delivery(_ index: Int) -> Markup {
        let one = result.runs[1][0].deliveries[index]
        let done = Band(result.runs[1].map { Double($0.deliveries[index].done) })?.middle ?? 0
        let reasons = Set(result.runs[1].flatMap { Array($0.deliveries[index].held.keys) }).sorted()
        let counts =
            "\(numbers.count(one.asked)) \(Strings.Desk.asked[language]), \(numbers.decimal(done)) \(Strings.Desk.done[language])"
        let text = "\(one.lever.code) \(one.lever.name[language]): \(counts)"
        return .element("li") {
            Markup.element("p") { text }
            meter(text, value: done, most: Double(max(1, one.asked)))
            if !reasons.isEmpty {
                Markup.element("p", ["class": "mp-note"]) {
                    reasons.map { $0.name[language] }.joined(separator: "; ").capitalisedFirst + "."
                }
            }
        }
    }
}

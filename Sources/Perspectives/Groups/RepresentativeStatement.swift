/// A statement that tells a group apart, with how sure that is.
public struct RepresentativeStatement: Sendable, Equatable {
    /// The place of the statement in the table.
    public let statement: Int
    /// Whether the group agrees with it; otherwise it disagrees.
    public let isAgree: Bool
    /// Whether it is the agree that stands for the group most.
    public let isBestAgree: Bool
    /// Members who voted so.
    public let successes: Int
    /// Members who voted on it.
    public let trials: Int
    /// The chance of voting so.
    public let probability: Double
    /// z of that chance against one half.
    public let test: Double
    /// The chance over that of the others.
    public let ratio: Double
    /// z against the others.
    public let ratioTest: Double

    init(_ statement: Int, _ group: GroupStatistics, isBestAgree: Bool = false) {
        let isAgree = group.agreeRatioTest[statement] > group.disagreeRatioTest[statement]
        self.statement = statement
        self.isAgree = isAgree
        self.isBestAgree = isBestAgree
        successes = isAgree ? group.agrees[statement] : group.disagrees[statement]
        trials = group.answers[statement]
        probability = isAgree ? group.agreeProbability[statement] : group.disagreeProbability[statement]
        test = isAgree ? group.agreeTest[statement] : group.disagreeTest[statement]
        ratio = isAgree ? group.agreeRatio[statement] : group.disagreeRatio[statement]
        ratioTest = isAgree ? group.agreeRatioTest[statement] : group.disagreeRatioTest[statement]
    }

    private var weight: Double { ratio * ratioTest * probability * test }

    /// At most `limit` statements that stand for a group: the best agree first, then what is surely told apart, by
    /// weight; agrees before disagrees.
    ///
    /// - Parameters:
    ///   - group: the group beside the others.
    ///   - counts: per statement whether it takes part.
    ///   - critical: the z above which a difference is sure.
    static func choose(
        _ group: GroupStatistics, counts: [Bool], critical: Double, limit: Int = 5
    ) -> [RepresentativeStatement] {
        var sufficient: [Int] = []
        var bestAgree: Int?
        var best: Int?
        for statement in counts.indices where counts[statement] {
            if group.isSufficient(statement, critical) { sufficient.append(statement) }
            if group.beatsAsAgree(statement, bestAgree, critical) { bestAgree = statement }
            if best.map({ group.largestRatioTest(statement) > group.largestRatioTest($0) }) ?? true {
                best = statement
            }
        }
        var chosen: [RepresentativeStatement] = []
        if let bestAgree {
            chosen.append(RepresentativeStatement(bestAgree, group, isBestAgree: true))
        } else if sufficient.isEmpty, let best {
            chosen.append(RepresentativeStatement(best, group))
        }
        let others = sufficient.filter { $0 != bestAgree }.map { RepresentativeStatement($0, group) }
        chosen += others.stablySorted { $0.weight > $1.weight }
        chosen = Array(chosen.prefix(limit))
        return chosen.filter(\.isAgree) + chosen.filter { !$0.isAgree }
    }
}

extension GroupStatistics {
    fileprivate func isSufficient(_ place: Int, _ critical: Double) -> Bool {
        agreeRatioTest[place] > critical && agreeTest[place] > critical
            || disagreeRatioTest[place] > critical && disagreeTest[place] > critical
    }

    fileprivate func largestRatioTest(_ place: Int) -> Double {
        max(agreeRatioTest[place], disagreeRatioTest[place])
    }

    /// Whether a statement is a better agree than the one found so far.
    fileprivate func beatsAsAgree(_ place: Int, _ best: Int?, _ critical: Double) -> Bool {
        guard agrees[place] > 0 || disagrees[place] > 0 else { return false }
        guard let best else {
            return agreeTest[place] > critical || agreeRatio[place] > 1 && agreeProbability[place] > 0.5
        }
        func plain(_ one: Int) -> Double { agreeProbability[one] * agreeTest[one] }
        func full(_ one: Int) -> Double { agreeRatio[one] * agreeRatioTest[one] * plain(one) }
        return agreeRatio[best] > 1 ? full(place) > full(best) : plain(place) > plain(best)
    }
}

extension Array {
    /// Sorted, with elements that neither precedes in the order they had.
    func stablySorted(by precedes: (Element, Element) -> Bool) -> [Element] {
        enumerated().sorted { one, other in
            if precedes(one.element, other.element) { return true }
            if precedes(other.element, one.element) { return false }
            return one.offset < other.offset
        }.map(\.element)
    }
}

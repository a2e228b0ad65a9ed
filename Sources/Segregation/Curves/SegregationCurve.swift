internal import Stochastics

/// The segregation curve of a group and others (Duncan and Duncan 1955): units in ascending order of the group's share,
/// with the share of all others and of all members who live in them so far.
///
/// An even spread lies on the diagonal. The largest distance below it is D, and twice the area between is the Gini
/// coefficient.
public struct SegregationCurve: Sendable, Equatable {
    /// A point of the curve.
    public struct Point: Sendable, Equatable {
        /// The share of all others in the units so far, 0 to 1.
        public let others: Double
        /// The share of all members in the units so far, 0 to 1.
        public let members: Double
    }

    /// The corners, from (0, 0) to (1, 1); units with the same share of the group are one step.
    public let points: [Point]

    /// The curve of members and others by unit.
    /// - Returns: `nil` where there are no members or no others.
    init?(members: [Double], others: [Double]) {
        let own = members.compensatedSum()
        let rest = others.compensatedSum()
        guard own > 0, rest > 0 else { return nil }
        let units = members.indices.filter { members[$0] + others[$0] > 0 }
        func share(_ unit: Int) -> Double { members[unit] / (members[unit] + others[unit]) }
        let order = units.map { (unit: $0, share: share($0)) }.sorted { $0.share < $1.share }
        var points = [Point(others: 0, members: 0)]
        var below = CompensatedSum()
        var inside = CompensatedSum()
        for (place, step) in order.enumerated() {
            below.add(others[step.unit])
            inside.add(members[step.unit])
            // Shares that differ by rounding only are one step.
            if place + 1 < order.count, order[place + 1].share - step.share <= 1e-14 { continue }
            let isLast = place + 1 == order.count
            points.append(
                Point(
                    others: isLast ? 1 : below.value / rest, members: isLast ? 1 : inside.value / own))
        }
        self.points = points
    }

    /// The height of the curve above a share of others; the lower end where the curve is vertical.
    public func members(atOthers share: Double) -> Double {
        var previous = points[0]
        for point in points.dropFirst() {
            if share <= point.others {
                let width = point.others - previous.others
                guard width > 0 else { return previous.members }
                return previous.members
                    + (share - previous.others) / width * (point.members - previous.members)
            }
            previous = point
        }
        return 1
    }

    /// Twice the area between the diagonal and the curve, the Gini coefficient of the two groups.
    public var gini: Double {
        var area = CompensatedSum()
        for (from, to) in zip(points, points.dropFirst()) {
            area.add((to.others - from.others) * (to.members + from.members))
        }
        return 1 - area.value
    }

    /// The largest distance below the diagonal, the dissimilarity D of the two groups.
    public var dissimilarity: Double { points.map { $0.others - $0.members }.max() ?? 0 }

    /// Whether this curve lies above or below another: a curve that is nowhere lower is less segregated by every measure
    /// that respects transfers (Hutchens 1991); where curves cross, measures may disagree.
    public func position(against other: SegregationCurve) -> CurvePosition {
        var above: [Double] = []
        var below: [Double] = []
        let corners = Set(points.map(\.others) + other.points.map(\.others)).sorted()
        for share in corners {
            let gap = members(atOthers: share) - other.members(atOthers: share)
            if gap > 1e-12 { above.append(share) }
            if gap < -1e-12 { below.append(share) }
        }
        switch (above.isEmpty, below.isEmpty) {
        case (true, true): return .same
        case (false, true): return .above
        case (true, false): return .below
        case (false, false): return .crosses
        }
    }
}

/// How one segregation curve lies against another.
public enum CurvePosition: String, Sendable, CaseIterable {
    /// Nowhere lower and somewhere higher: less segregated by every measure that respects transfers.
    case above
    /// Nowhere higher and somewhere lower: more segregated by every such measure.
    case below
    /// Higher in one part and lower in another: measures may disagree.
    case crosses
    /// The same curve.
    case same

    /// The statement in English, about the first of two places.
    public var english: String {
        switch self {
        case .above: "less segregated by every measure that respects transfers"
        case .below: "more segregated by every measure that respects transfers"
        case .crosses: "the curves cross: which of the two is more segregated hangs on the measure"
        case .same: "the curves are the same"
        }
    }

    /// The statement in Dutch, about the first of two places.
    public var dutch: String {
        switch self {
        case .above: "minder gesegregeerd volgens elke maat die verplaatsingen eerbiedigt"
        case .below: "meer gesegregeerd volgens elke maat die verplaatsingen eerbiedigt"
        case .crosses: "de krommen kruisen: welke van de twee meer gesegregeerd is, hangt af van de maat"
        case .same: "de krommen zijn gelijk"
        }
    }
}

extension ContingencyTable {
    /// The segregation curve of a group against the rest.
    /// - Returns: `nil` where the group has no members or there is no rest.
    /// - Complexity: n log n.
    public func segregationCurve(
        of group: Group, from rest: Remainder
    ) throws(SegregationError) -> SegregationCurve? {
        let both = againstRest(try column(of: group))
        return SegregationCurve(
            members: stride(from: 0, to: both.count, by: 2).map { both[$0] },
            others: stride(from: 1, to: both.count, by: 2).map { both[$0] })
    }

    /// The segregation curve of two groups, leaving out everyone else.
    /// - Returns: `nil` where one of the groups has no members.
    public func segregationCurve(
        of group: Group, from other: Group
    ) throws(SegregationError) -> SegregationCurve? {
        guard group != other else { throw .sameGroup(name: group.rawValue) }
        let columns = (try column(of: group), try column(of: other))
        let units = 0..<unitCount
        return SegregationCurve(
            members: units.map { counts[$0 * groupCount + columns.0] },
            others: units.map { counts[$0 * groupCount + columns.1] })
    }
}

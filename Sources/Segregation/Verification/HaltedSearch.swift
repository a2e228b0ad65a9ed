internal import Foundation
internal import ReferenceFiles

/// The density correction as PySAL's search finds it.
///
/// That search starts at 0 and steps 0.00025. Where the difference is more than about 38 standard errors, the
/// likelihood underflows to the same number at both points and the search stops at 0, far from the maximum. Some
/// reference values carry this, so verification can tell "the package stopped early" from "we are wrong". Nothing
/// else uses it.
enum HaltedSearch {
    static func centre(_ seen: Double) -> Double {
        func density(_ deviation: Double) -> Double { exp(-deviation * deviation / 2) }
        let step = 0.00025
        let atStart = 2 * density(seen)
        let atStep = density(seen - step) + density(seen + step)
        return atStart == atStep ? 0 : DensityCorrection.mostLikelyCentre(seen)
    }

    static func dissimilarity(members: [Double], others: [Double]) -> Double? {
        let own = members.reduce(0, +)
        let rest = others.reduce(0, +)
        guard own > 0, rest > 0 else { return nil }
        let centres = zip(members, others).map { members, others in
            let difference = DensityCorrection.Difference(members, others, own: own, rest: rest)
            let error = difference.variance.squareRoot()
            return error > 0 ? error * centre(difference.seen / error) : difference.seen
        }
        return centres.reduce(0, +) / 2
    }
}

extension ReferenceCalculator {
    /// The density-corrected dissimilarities as a search that may stop at 0 gives them, for entries of PySAL.
    func valueOfHaltedSearch(_ entry: JSONValue) throws -> JSONValue? {
        guard let index = entry["index"]?.text, index.hasPrefix("D-density-corrected"),
            let table = try reference.table()
        else { return nil }
        let totals = table.unitTotals
        func value(_ column: Int) -> JSONValue {
            let members = (0..<table.unitCount).map { table.counts[$0 * table.groupCount + column] }
            let others = zip(totals, members).map { max(0, $0 - $1) }
            return JSONValue(HaltedSearch.dissimilarity(members: members, others: others))
        }
        guard let groups = entry["groups"]?.labels else { return value(0) }
        return .list(try groups.map { value(try table.column(of: Group(rawValue: $0))) })
    }
}

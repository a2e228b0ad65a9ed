internal import Foundation
internal import ReferenceFiles

/// A value as a package gives it where that departs from the published formula, to tell "the package does something
/// else" from "we are wrong". Only verification uses these.
struct PackageVariant {
    let value: JSONValue
    /// What the package does, to stand before "; the formula itself gives".
    let remark: String
}

extension ReferenceCalculator {
    /// The entry as the package that computed it gives it, where that is known to depart from the formula.
    func packageVariant(of entry: JSONValue) throws -> PackageVariant? {
        let packages = entry["computed_with"]?.list?.compactMap { $0["package"]?.text } ?? []
        func isBy(_ name: String) -> Bool { packages.contains { $0.hasPrefix(name) } }
        let index = entry["index"]?.text ?? ""
        if isBy("pysal"), let value = try valueOfHaltedSearch(entry) {
            return PackageVariant(
                value: value,
                remark:
                    "agrees with the package's search, which stays at 0 where the likelihood at 0 is too small for "
                    + "a Double")
        }
        if isBy("OasisR"), index == "DPxx" || index == "DPxy-matrix" {
            return try ownTotalExposure(entry)
        }
        if isBy("segindex") { return try nudgedPersonal(entry) }
        return nil
    }

    /// Distance-decay exposure with K_ij = c_ij t_i / Σ_j c_ij t_j as OasisR has it, where Morgan (1983) has t_j: its
    /// exposures to all groups do not add up to 1.
    private func ownTotalExposure(_ entry: JSONValue) throws -> PackageVariant? {
        guard let table = try reference.table(), let parameters = entry["params"] else { return nil }
        let geography = try reference.geography(distanceUnit: parameters["distance_unit"]?.number ?? 1)
        let places = try InhabitedPlaces(table, geography)
        let rate = parameters["beta"]?.number ?? 1
        let kernel = DistanceKernel.exponential(rate: rate, reach: nil)
        guard let sums = NeighbourSums(of: places, kernel: kernel, threads: 1) else { return nil }
        let alone = parameters["self_distance"]?.number == 0
        guard alone || places.areas != nil else { return nil }
        let own = (0..<places.count).map { unit in
            alone
                ? 1 : kernel.weight(at: 0.6 * (places.areas?[unit] ?? 0).squareRoot() / places.distanceUnit)
        }
        // Σ_j c_ij π_j takes sums over shares in place of counts.
        let shares = try ContingencyTable(
            groups: table.groups,
            counts: places.counts.indices.map { places.counts[$0] / places.totals[$0 / places.groupCount] },
            unitIdentifiers: places.rows.map { table.unitIdentifiers[$0] })
        let ofShares = try InhabitedPlaces(
            shares,
            UnitGeography(
                unitIdentifiers: shares.unitIdentifiers, x: places.x, y: places.y, distanceUnit: 1))
        guard let around = NeighbourSums(of: ofShares, kernel: kernel, threads: 1) else { return nil }
        let groups = places.groupCount
        var values = [Double](repeating: 0, count: groups * groups)
        for unit in 0..<places.count {
            let all = (0..<groups).reduce(0.0) {
                $0 + sums.count(of: $1, around: unit, own: own[unit], in: places)
            }
            for of in 0..<groups {
                let weight = places.count(of: of, in: unit) / places.groupTotals[of] * places.totals[unit]
                for to in 0..<groups {
                    values[of * groups + to] +=
                        weight * around.count(of: to, around: unit, own: own[unit], in: ofShares) / all
                }
            }
        }
        let wanted = try (entry["groups"]?.labels ?? []).map { try table.column(of: Group(rawValue: $0)) }
        let isMatrix = entry["index"]?.text == "DPxy-matrix"
        return PackageVariant(
            value: .list(
                wanted.map { of in
                    isMatrix
                        ? .list(wanted.map { .number(values[of * groups + $0]) })
                        : .number(values[of * groups + of])
                }),
            remark:
                "agrees with the package, which weighs neighbours by the persons of the unit itself, so that exposures "
                + "do not add up to 1")
    }
}

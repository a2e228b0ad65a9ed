internal import ReferenceFiles

/// Representative statements beside those of a file, in order; where two weigh the same either order is right.
struct RepresentativeEntries {
    let found: [RepresentativeStatement]
    let statements: [Int]
    let expected: [JSONValue]

    /// The single values, by their names in the file.
    private static let values: [(String, any KeyPath<RepresentativeStatement, Double> & Sendable)] = [
        ("p-success", \.probability), ("p-test", \.test), ("repness", \.ratio), ("repness-test", \.ratioTest),
    ]

    /// - Parameter tolerance: of the values; the server stores some with single precision.
    func compare(_ name: String, _ tally: inout ReferenceTally, tolerance: Double = 1e-9) {
        let ids = expected.map { $0["tid"]?.number.map { Int($0) } ?? -1 }
        tally.compare("\(name).tid", order(ids), true, count: ids.count)
        for entry in expected {
            guard let one = found.first(where: { Double(statements[$0.statement]) == entry["tid"]?.number })
            else {
                continue
            }
            let id = statements[one.statement]
            tally.compare(
                "\(name).\(id).n-success", [Double(one.successes)], entry["n-success"], tolerance: 0)
            tally.compare("\(name).\(id).n-trials", [Double(one.trials)], entry["n-trials"], tolerance: 0)
            tally.compare(
                "\(name).\(id).repful-for", one.isAgree ? "agree" : "disagree", entry["repful-for"]?.text)
            for (key, path) in Self.values {
                tally.compare("\(name).\(id).\(key)", [one[keyPath: path]], entry[key], tolerance: tolerance)
            }
        }
    }

    /// Whether the order is that of the file, up to exact ties of weight.
    private func order(_ ids: [Int]) -> Bool {
        guard ids.count == found.count else { return false }
        return zip(found, ids).allSatisfy { one, id in
            if statements[one.statement] == id { return true }
            guard let other = expected.first(where: { $0["tid"]?.number == Double(id) }),
                let weight = Self.weight(other)
            else { return false }
            let own = one.ratio * one.ratioTest * one.probability * one.test
            return abs(own - weight) <= 1e-6 * max(1, abs(weight))
        }
    }

    private static func weight(_ entry: JSONValue) -> Double? {
        let parts = values.compactMap { entry[$0.0]?.number }
        return parts.count == values.count ? parts.reduce(1, *) : nil
    }
}

/// Statements that everybody shares beside those of a file.
struct ConsensusEntries {
    let found: [ConsensusStatement]
    let statements: [Int]
    let expected: [JSONValue]

    func compare(_ name: String, _ tally: inout ReferenceTally) {
        let isSame =
            found.count == expected.count
            && zip(found, expected).allSatisfy { one, entry in
                guard let p = entry["p-success"]?.number ?? entry["p_success"]?.number,
                    let z = entry["p-test"]?.number ?? entry["p_test"]?.number
                else { return false }
                return entry["tid"]?.number == Double(statements[one.statement])
                    || abs(p * z - one.probability * one.test) <= 1e-9
            }
        tally.compare("\(name).tid", isSame, true, count: expected.count)
        for entry in expected {
            guard let one = found.first(where: { Double(statements[$0.statement]) == entry["tid"]?.number })
            else {
                continue
            }
            let id = statements[one.statement]
            tally.compare(
                "\(name).\(id).n-success", [Double(one.successes)], entry["n-success"], tolerance: 0)
            tally.compare("\(name).\(id).n-trials", [Double(one.trials)], entry["n-trials"], tolerance: 0)
            tally.compare("\(name).\(id).p-success", [one.probability], entry["p-success"], tolerance: 1e-12)
            tally.compare("\(name).\(id).p-test", [one.test], entry["p-test"], tolerance: 1e-9)
        }
    }
}

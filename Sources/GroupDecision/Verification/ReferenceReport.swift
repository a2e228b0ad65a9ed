/// How one reference file compares with this library.
public struct ReferenceReport: Sendable, Equatable {
    /// A value that differs by more than its tolerance.
    public struct Miss: Sendable, Equatable {
        /// Where the value stands, such as `cycle-5x33.margins[0][1]`.
        public let name: String
        /// What this library computes.
        public let found: String
        /// What the file says.
        public let expected: String
        /// The absolute difference, infinite if a set or shape differs.
        public let difference: Double
    }

    /// A value that is not compared, and why.
    public struct Gap: Sendable, Equatable {
        /// Where the value stands.
        public let name: String
        /// Why it is not compared.
        public let reason: String
    }

    /// The name of the file.
    public let file: String
    /// How many values agree within their tolerance.
    public internal(set) var matched = 0
    /// The values that do not.
    public internal(set) var missed: [Miss] = []
    /// The values that were not compared.
    public internal(set) var notCovered: [Gap] = []

    init(file: String) { self.file = file }

    /// Compares one number, absolutely or relative to the expected value.
    mutating func number(
        _ name: String, _ found: Double?, _ expected: ReferenceEntry, within tolerance: Double = 1e-9,
        relative: Bool = false
    ) {
        guard let expected = expected.number else { return skip(name, "the file holds no number here") }
        guard let found, found.isFinite else {
            missed.append(Miss(name: name, found: "none", expected: "\(expected)", difference: .infinity))
            return
        }
        let difference = abs(found - expected)
        if difference <= tolerance * (relative ? abs(expected) : 1) {
            matched += 1
        } else {
            missed.append(
                Miss(name: name, found: "\(found)", expected: "\(expected)", difference: difference))
        }
    }

    /// Compares a list of numbers one by one.
    mutating func numbers(
        _ name: String, _ found: [Double], _ expected: [ReferenceEntry], within tolerance: Double = 1e-9,
        relative: Bool = false
    ) {
        same("\(name).count", found.count, expected.count, counts: false)
        for (place, value) in expected.enumerated() {
            let own = found.indices.contains(place) ? found[place] : nil
            number("\(name)[\(place)]", own, value, within: tolerance, relative: relative)
        }
    }

    /// Compares a table of numbers one by one.
    mutating func table(
        _ name: String, _ found: [[Double]], _ expected: [ReferenceEntry], within tolerance: Double = 1e-9
    ) {
        same("\(name).count", found.count, expected.count, counts: false)
        for (place, row) in expected.enumerated() {
            let own = found.indices.contains(place) ? found[place] : []
            numbers("\(name)[\(place)]", own, row.list, within: tolerance)
        }
    }

    /// Compares two values that are equal or not.
    /// - Parameter counts: whether agreement counts as a matched value; shapes do not.
    mutating func same<Value: Equatable>(
        _ name: String, _ found: Value, _ expected: Value, counts: Bool = true
    ) {
        if found == expected {
            matched += counts ? 1 : 0
        } else {
            missed.append(
                Miss(name: name, found: "\(found)", expected: "\(expected)", difference: .infinity))
        }
    }

    mutating func skip(_ name: String, _ reason: String) {
        notCovered.append(Gap(name: name, reason: reason))
    }
}

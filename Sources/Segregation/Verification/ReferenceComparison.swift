internal import ReferenceFiles

/// Compares what was computed with what a reference file expects.
struct ReferenceComparison {
    let absolute: Double
    let relative: Double
    /// Numbers (and nulls) that agreed.
    private(set) var agreed = 0
    /// The first disagreement.
    private(set) var difference: String?

    /// Compares with the value and the tolerance of an entry.
    init(_ found: JSONValue, _ entry: JSONValue) {
        absolute = entry["tolerance"]?["absolute"]?.number ?? 0
        relative = entry["tolerance"]?["relative"]?.number ?? 0
        compare(found, with: entry["value"] ?? .null)
    }

    /// A comparison of simulated values, which bring their own allowance.
    init() {
        absolute = 0
        relative = 0
    }

    /// Compares a simulated number with another, allowing for the error of both simulations.
    mutating func compare(_ found: Double?, with expected: Double, within allowance: Double, at place: String)
    {
        guard difference == nil else { return }
        if let found, abs(found - expected) <= allowance {
            agreed += 1
        } else {
            let text = found.map { "\($0)" } ?? "no value"
            difference = "\(place) found \(text), expected \(expected) within \(allowance)"
        }
    }

    /// Walks both values side by side; a number passes when it is within absolute + relative x |expected|.
    private mutating func compare(_ found: JSONValue, with expected: JSONValue, at place: String = "") {
        guard difference == nil else { return }
        switch (found, expected) {
        case (.number(let found), .number(let expected)):
            if abs(found - expected) <= absolute + relative * abs(expected) {
                agreed += 1
            } else {
                difference = "\(place)found \(found), expected \(expected)"
            }
        case (.null, .null):
            agreed += 1
        case (.text(let found), .text(let expected)) where found == expected:
            return
        case (.list(let found), .list(let expected)) where found.count == expected.count:
            for (index, pair) in zip(found, expected).enumerated() {
                compare(pair.0, with: pair.1, at: "\(place)[\(index)] ")
            }
        case (.record(let found), .record(let expected)) where found.count == expected.count:
            for key in expected.keys.sorted() {
                compare(found[key] ?? .null, with: expected[key] ?? .null, at: "\(place)\(key) ")
            }
        default:
            difference = "\(place)found \(found.summary), expected \(expected.summary)"
        }
    }
}

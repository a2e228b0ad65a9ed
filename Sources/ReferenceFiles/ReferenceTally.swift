/// How far one reference file is reproduced.
public struct ReferenceTally: Sendable, Equatable {
    /// The file.
    public let name: String
    /// Entries of the file that were reproduced: a list or table of numbers counts as one.
    public private(set) var matched = 0
    /// Numbers in those entries.
    public private(set) var numbers = 0
    /// Entries that were not reproduced, each with how far off.
    public private(set) var missed: [String] = []
    /// Entries that nothing was computed for.
    public private(set) var notCovered: [String] = []

    /// An empty tally.
    public init(name: String) { self.name = name }

    /// Whether everything was reproduced.
    public var isComplete: Bool { missed.isEmpty && notCovered.isEmpty && matched > 0 }

    /// Says that an entry was not computed.
    public mutating func leave(_ entry: String) { notCovered.append(entry) }

    /// Compares numbers: the difference may be `tolerance`, or that share of the expected number where `isRelative`.
    /// A missing number must be missing on both sides.
    public mutating func compare(
        _ entry: String, _ found: [Double?], _ expected: JSONValue?, tolerance: Double,
        isRelative: Bool = false
    ) {
        guard let expected else { return }
        guard let numbers = expected.optionalNumbers ?? expected.number.map({ [$0] }) else {
            return missed.append("\(entry): no numbers in the file")
        }
        guard numbers.count == found.count else {
            return missed.append("\(entry): found \(found.count) numbers, expected \(numbers.count)")
        }
        for (place, pair) in zip(found, numbers).enumerated() {
            switch pair {
            case (nil, nil): continue
            case (let found?, let expected?):
                // Files hold ten digits; more cannot be asked for.
                let allowed = max(tolerance * (isRelative ? abs(expected) : 1), 5.001e-10 * abs(expected))
                if abs(found - expected) <= allowed { continue }
                return missed.append("\(entry)[\(place)]: found \(found), expected \(expected)")
            default:
                return missed.append("\(entry)[\(place)]: one of the two is missing")
            }
        }
        matched += 1
        self.numbers += numbers.count
    }

    /// Compares what must be the same.
    public mutating func compare<Value: Equatable>(
        _ entry: String, _ found: Value, _ expected: Value?, count: Int = 1
    ) {
        guard let expected else { return }
        guard found == expected else {
            return missed.append("\(entry): found \(found), expected \(expected)")
        }
        matched += 1
        numbers += count
    }
}

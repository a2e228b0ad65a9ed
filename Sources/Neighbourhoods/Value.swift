/// Why a value is not there. Missing is never zero.
public enum MissingReason: UInt8, Sendable, Codable, CaseIterable, Hashable {
    /// The producer hid it, mostly because too few people or homes are behind it ("." at CBS).
    case suppressed = 1
    /// The source has no such figure for this area or year.
    case notCollected = 2
    /// The figure has no meaning here, such as a rent share where nobody lives.
    case notApplicable = 3
    /// The source had something that cannot be a value; the import report says what.
    case refused = 4
    /// Hidden by this program because the cell is too small, or would follow from cells that are shown.
    case smallCell = 5
}

/// One figure of one area: known, or missing with its reason.
public enum Value: Sendable, Hashable {
    /// A figure in the unit of its variable.
    case known(Double)
    /// No figure, and why.
    case missing(MissingReason)

    /// The figure, or nil.
    public var number: Double? {
        if case .known(let number) = self { number } else { nil }
    }

    /// The reason, or nil when the figure is known.
    public var reason: MissingReason? {
        if case .missing(let reason) = self { reason } else { nil }
    }
}

/// The values of one variable for a row of areas, kept as two flat arrays.
///
/// `numbers` holds NaN where a value is missing and `reasons` the raw reason (0 where known).
public struct Column: Sendable, Hashable {
    /// The figures; NaN where missing.
    public private(set) var numbers: [Double]
    /// 0 where known, else the raw value of a ``MissingReason``.
    public private(set) var reasons: [UInt8]

    /// An empty column with room for `capacity` values.
    public init(capacity: Int = 0) {
        numbers = []
        reasons = []
        numbers.reserveCapacity(capacity)
        reasons.reserveCapacity(capacity)
    }

    /// A column of `values`.
    public init(_ values: some Sequence<Value>) {
        self.init()
        for value in values { append(value) }
    }

    /// A column from its two flat arrays, as a store keeps them; nil when they do not fit each other.
    public init?(numbers: [Double], reasons: [UInt8]) {
        guard numbers.count == reasons.count,
            zip(numbers, reasons).allSatisfy({
                $0.isNaN == ($1 != 0) && ($1 == 0 || MissingReason(rawValue: $1) != nil)
            })
        else { return nil }
        self.numbers = numbers
        self.reasons = reasons
    }

    /// Whether two columns hold the same values for the same reasons; a missing value equals a missing value.
    public static func == (left: Column, right: Column) -> Bool {
        left.reasons == right.reasons
            && left.numbers.elementsEqual(right.numbers) { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(reasons)
        for (number, reason) in zip(numbers, reasons) where reason == 0 { hasher.combine(number) }
    }

    /// How many areas.
    public var count: Int { numbers.count }

    /// How many values are known.
    public var knownCount: Int { reasons.reduce(0) { $0 + ($1 == 0 ? 1 : 0) } }

    /// The share of values that is known, 0 for an empty column.
    public var fillRate: Double { count == 0 ? 0 : Double(knownCount) / Double(count) }

    /// The value of the area at `index`.
    public subscript(index: Int) -> Value {
        get {
            reasons[index] == 0
                ? .known(numbers[index]) : .missing(MissingReason(rawValue: reasons[index]) ?? .notCollected)
        }
        set {
            switch newValue {
            case .known(let number) where number.isFinite:
                numbers[index] = number
                reasons[index] = 0
            case .known:
                numbers[index] = .nan
                reasons[index] = MissingReason.refused.rawValue
            case .missing(let reason):
                numbers[index] = .nan
                reasons[index] = reason.rawValue
            }
        }
    }

    /// Adds the value of the next area. A number that is not finite is kept as ``MissingReason/refused``.
    public mutating func append(_ value: Value) {
        numbers.append(0)
        reasons.append(0)
        self[numbers.count - 1] = value
    }

    /// How many values are missing for `reason`.
    public func count(of reason: MissingReason) -> Int {
        reasons.reduce(0) { $0 + ($1 == reason.rawValue ? 1 : 0) }
    }
}

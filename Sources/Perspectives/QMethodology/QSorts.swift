/// Sorts of the same statements by several people: who put what where (Stephenson 1953).
public struct QSorts: Sendable, Equatable {
    /// The names of the statements.
    public let statements: [String]
    /// The names of the sorts.
    public let names: [String]
    /// Per sort the place it gives to every statement, such as -4 ... 4.
    public let values: [[Double]]

    /// Sorts from lists of places.
    /// - Throws: ``PerspectivesError`` for fewer than 2 sorts or 3 statements, lists of another length, a number that is not
    ///   finite, or a sort that gives every statement the same place.
    public init(statements: [String], names: [String], values: [[Double]]) throws(PerspectivesError) {
        guard statements.count >= 3 else {
            throw .count(what: "statements", found: statements.count, expected: "at least 3")
        }
        guard values.count >= 2 else {
            throw .count(what: "sorts", found: values.count, expected: "at least 2")
        }
        guard names.count == values.count else {
            throw .count(
                what: "names of sorts", found: names.count, expected: "one per sort, \(values.count)")
        }
        for (place, sort) in values.enumerated() {
            guard sort.count == statements.count else {
                throw .count(
                    what: "places in sort \(place + 1)", found: sort.count,
                    expected: "one per statement, \(statements.count)")
            }
            if let row = sort.firstIndex(where: { !$0.isFinite }) {
                throw .notFinite(row: row + 1, column: place + 1)
            }
            guard sort.contains(where: { $0 != sort[0] }) else { throw .constantSort(place + 1) }
        }
        self.statements = statements
        self.names = names
        self.values = values
    }

    /// Whether every sort hands out the same places.
    public var isForced: Bool {
        let first = values[0].sorted()
        return values.allSatisfy { $0.sorted() == first }
    }

    /// The places that are handed out, ascending: those of the sorts where they are forced, else of the first sort.
    public var distribution: [Double] { values[0].sorted() }

    /// The correlations between sorts, sorts × sorts.
    func correlations(_ kind: QOptions.Correlation) -> [[Double]] {
        let columns = kind == .spearman ? values.map(Self.ranks) : values
        let standard = columns.map { column in
            let mean = column.reduce(0, +) / Double(column.count)
            var centred = column.map { $0 - mean }
            centred.normalise()
            return centred
        }
        return standard.indices.map { one in
            standard.indices.map { $0 == one ? 1 : standard[one].dot(standard[$0]) }
        }
    }

    /// Average ranks from 1.
    private static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = values
        var first = 0
        while first < order.count {
            var last = first
            while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
            for place in first...last { ranks[order[place]] = Double(first + last) / 2 + 1 }
            first = last + 1
        }
        return ranks
    }
}

/// How sorts are analysed.
public struct QOptions: Sendable, Hashable {
    /// How sorts are compared.
    public enum Correlation: String, Sendable, Hashable, CaseIterable {
        /// By places.
        case pearson
        /// By ranks.
        case spearman
    }

    /// How factors are found.
    public enum Extraction: String, Sendable, Hashable, CaseIterable {
        /// Principal components.
        case principalComponents
        /// The centroid method of Q methodology (Brown 1980, pp. 208-224).
        case centroid
    }

    /// How factors are turned.
    public enum Rotation: String, Sendable, Hashable, CaseIterable {
        /// Not at all.
        case none
        /// So that each sort loads on few factors (Kaiser 1958).
        case varimax
    }

    /// A turn by hand of one factor towards another.
    public struct HandTurn: Sendable, Hashable {
        /// The factor that is turned, from 0.
        public let factor: Int
        /// The factor it is turned towards.
        public let towards: Int
        /// How far, in degrees.
        public let degrees: Double

        /// A turn.
        public init(factor: Int, towards: Int, degrees: Double) {
            self.factor = factor
            self.towards = towards
            self.degrees = degrees
        }
    }

    /// The number of factors.
    public var factors: Int
    /// How sorts are compared.
    public var correlation: Correlation
    /// How factors are found.
    public var extraction: Extraction
    /// How factors are turned.
    public var rotation: Rotation
    /// Turns by hand, after ``rotation``, one after the other.
    public var turns: [HandTurn]
    /// Which sort stands for which factor, sorts × factors; `nil` for the automatic rule.
    public var flags: [[Bool]]?

    /// Options.
    public init(
        factors: Int, correlation: Correlation = .pearson, extraction: Extraction = .principalComponents,
        rotation: Rotation = .varimax, turns: [HandTurn] = [], flags: [[Bool]]? = nil
    ) {
        self.factors = factors
        self.correlation = correlation
        self.extraction = extraction
        self.rotation = rotation
        self.turns = turns
        self.flags = flags
    }

    func check(_ sorts: QSorts) throws(PerspectivesError) {
        guard factors >= 1, factors <= sorts.names.count else {
            throw .parameter(
                name: "factors", found: "\(factors)",
                expected: "between 1 and the number of sorts, \(sorts.names.count)")
        }
        for turn in turns {
            let range = 0..<factors
            guard range.contains(turn.factor), range.contains(turn.towards), turn.factor != turn.towards,
                turn.degrees.isFinite
            else {
                throw .parameter(
                    name: "turns",
                    found: "factor \(turn.factor + 1) towards \(turn.towards + 1) by \(turn.degrees)",
                    expected: "two different factors of 1 ... \(factors) and a number of degrees")
            }
        }
        if let flags, flags.count != sorts.names.count || flags.contains(where: { $0.count != factors }) {
            throw .count(
                what: "flags", found: flags.count,
                expected: "\(factors) for each of \(sorts.names.count) sorts")
        }
    }
}

/// Whether a measure changed between two dates by more than rounding and suppression alone can do.
public struct RangeChange: Sendable, Equatable {
    /// The identifier of the measure.
    public let identifier: String
    /// The groups concerned.
    public let groups: [Group]
    /// The bounds at the first date.
    public let before: MeasureBounds
    /// The bounds at the second date.
    public let after: MeasureBounds
    /// The bounds of the difference, after minus before. The dates hold different counts, so the lowest
    /// difference is the lowest after less the highest before, and the bounds are as sharp as those of the
    /// dates.
    public let difference: MeasureBounds
    /// What the bounds say.
    public let answer: RangeAnswer

    init(_ identifier: String, _ groups: [Group], _ before: MeasureBounds, _ after: MeasureBounds) {
        self.identifier = identifier
        self.groups = groups
        self.before = before
        self.after = after
        var difference = MeasureBounds(
            lowest: after.lowest - before.highest, highest: after.highest - before.lowest,
            lowestFound: after.lowestFound - before.highestFound,
            highestFound: after.highestFound - before.lowestFound,
            because: before.because.union(after.because))
        difference.kind = before.kind == .sharp && after.kind == .sharp ? .sharp : .outer
        self.difference = difference
        if difference.lowest > 0 {
            answer = .rose
        } else if difference.highest < 0 {
            answer = .fell
        } else {
            let isShown = difference.lowestFound <= 0 && difference.highestFound >= 0
            answer = isShown ? .withinRanges : .undecided
        }
    }
}

/// What bounds say about a change.
public enum RangeAnswer: String, Sendable, CaseIterable {
    /// The measure rose, whatever the true counts are.
    case rose
    /// The measure fell, whatever the true counts are.
    case fell
    /// There are true counts with a rise and true counts with a fall: the change is within rounding and
    /// suppression.
    case withinRanges
    /// The bounds are too wide to say, and no tables with both a rise and a fall were found.
    case undecided

    /// The answer in English.
    public var english: String {
        switch self {
        case .rose: "rose by more than rounding and suppression can explain"
        case .fell: "fell by more than rounding and suppression can explain"
        case .withinRanges: "may have risen or fallen: the change is within rounding and suppression"
        case .undecided: "cannot be told from rounding and suppression with these bounds"
        }
    }

    /// The answer in Dutch.
    public var dutch: String {
        switch self {
        case .rose: "steeg meer dan afronding en weglating kunnen verklaren"
        case .fell: "daalde meer dan afronding en weglating kunnen verklaren"
        case .withinRanges: "kan gestegen of gedaald zijn: de verandering valt binnen afronding en weglating"
        case .undecided: "is met deze grenzen niet van afronding en weglating te onderscheiden"
        }
    }
}

extension CountRanges {
    /// Whether measures changed between this table and a later one by more than rounding and suppression can
    /// do.
    ///
    /// Says nothing of chance: a change beyond rounding may still be one that would come about without any
    /// cause.
    /// - Parameter identifiers: measures that can be bounded, see ``boundedMeasures``; rows without bounds at
    ///   one of the dates are left out.
    /// - Throws: ``SegregationError/otherGroups(before:after:)`` and what ``measure(_:options:)`` throws.
    public func change(
        to later: CountRanges, in identifiers: [String] = ["D-vs-rest", "H-vs-rest", "isolation"]
    ) throws(SegregationError) -> [RangeChange] {
        guard groups == later.groups else {
            throw .otherGroups(before: groups.map(\.rawValue), after: later.groups.map(\.rawValue))
        }
        var options = MeasureOptions()
        options.draws = 0
        let pairs = zip(
            try measure(identifiers, options: options), try later.measure(identifiers, options: options))
        return pairs.compactMap { before, after in
            guard let first = before.estimate.bounds, let last = after.estimate.bounds else { return nil }
            return RangeChange(before.identifier, before.groups, first, last)
        }
    }
}

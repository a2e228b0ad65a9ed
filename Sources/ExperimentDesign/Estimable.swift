/// Why a value cannot be estimated from the outcomes given.
public enum NotEstimable: String, Error, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// All outcomes are the same up to rounding, so there is no variance to share out.
    case constantOutcome
    /// Nearly all outcomes drawn again were constant, so there is no spread to read an interval from.
    case constantResamples
    /// No case is of interest, so there is nothing to cover.
    case noCaseOfInterest

    /// One line in English.
    public var description: String {
        switch self {
        case .constantOutcome:
            "all outcomes are the same, so there is no variance to share out over the factors"
        case .constantResamples:
            "fewer than two samples drawn again had any variance; take more points for an interval"
        case .noCaseOfInterest:
            "no case is of interest, so there is nothing to cover; choose another threshold"
        }
    }
}

/// A value, or the reason why there is none.
public enum Estimable<Value: Sendable & Equatable>: Sendable, Equatable {
    /// The value.
    case value(Value)
    /// The reason.
    case notEstimable(NotEstimable)

    /// The value, or `nil`.
    @inlinable
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// The reason, or `nil`.
    @inlinable
    public var reason: NotEstimable? {
        if case .notEstimable(let reason) = self { reason } else { nil }
    }
}

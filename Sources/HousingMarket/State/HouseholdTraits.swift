public import Bilingual

/// Who lives together.
public enum HouseholdType: UInt8, Sendable, Codable, CaseIterable, Hashable {
    /// One person.
    case onePerson = 0
    /// A couple without children at home.
    case couple = 1
    /// A couple with children at home.
    case coupleWithChildren = 2
    /// One parent with children at home.
    case singleParent = 3

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .onePerson: BilingualText(nl: "één persoon", en: "one person")
        case .couple: BilingualText(nl: "paar zonder kinderen", en: "couple without children")
        case .coupleWithChildren: BilingualText(nl: "paar met kinderen", en: "couple with children")
        case .singleParent: BilingualText(nl: "eenoudergezin", en: "single-parent family")
        }
    }
}

/// The last move of a household.
public enum LastMove: UInt8, Sendable, CaseIterable, Hashable {
    /// None since the start of the run.
    case none = 0
    /// A move it chose.
    case wanted = 1
    /// A move that demolition or renovation made necessary.
    case forced = 2
    /// Back to the neighbourhood it had to leave.
    case returned = 3
}

/// How pressing the search for a home is.
public enum Urgency: UInt8, Sendable, CaseIterable, Hashable {
    /// No more than others.
    case none = 0
    /// Belongs to a group that is housed by direct mediation (permit holders, care outflow).
    case mediated = 1
    /// Must leave its home because of works.
    case displaced = 2
}

/// Where a household stands.
public enum Presence: UInt8, Sendable, CaseIterable, Hashable {
    /// The slot is free.
    case absent = 0
    /// In a home of its own.
    case housed = 1
    /// Without a home of its own: waiting with others (doubled up).
    case waiting = 2
    /// Left the municipality.
    case left = 3
    /// Ended: death, or joined another household.
    case ended = 4
}

/// What is known of one household, in eight bytes.
public struct HouseholdTraits: Sendable, Hashable, BitwiseCopyable {
    /// The place among all households of the country by income, 0 for the lowest and 65,535 for the highest.
    public var incomeRank: UInt16
    /// The age of the reference person in years.
    public var age: UInt8
    /// The number of persons, 1...15.
    @usableFromInline var personsAndType: UInt8
    /// Years of registration as home seeker, up to 255.
    public var registrationYears: UInt8
    /// Years in the present home, up to 255.
    public var yearsInDwelling: UInt8
    /// Raw values of ``Presence`` (bits 0-2), ``LastMove`` (3-4), ``Urgency`` (5-6), and whether it now looks for
    /// another home (7).
    @usableFromInline var state: UInt8
    /// What happened to it since the start of the run: bit 0 moved by choice, 1 forced, 2 returned.
    @usableFromInline var history: UInt8

    /// A household in its home.
    public init(
        incomeRank: UInt16, age: UInt8, type: HouseholdType, persons: UInt8, registrationYears: UInt8,
        yearsInDwelling: UInt8, presence: Presence = .housed
    ) {
        self.incomeRank = incomeRank
        self.age = age
        personsAndType = min(persons, 15) | type.rawValue << 4
        self.registrationYears = registrationYears
        self.yearsInDwelling = yearsInDwelling
        state = presence.rawValue
        history = 0
    }

    /// How many persons live together, 1...15.
    @inlinable public var persons: Int {
        get { Int(personsAndType & 15) }
        set { personsAndType = personsAndType & 0xF0 | UInt8(truncatingIfNeeded: min(max(newValue, 1), 15)) }
    }

    /// Who they are.
    @inlinable public var type: HouseholdType {
        get { HouseholdType(rawValue: personsAndType >> 4) ?? .onePerson }
        set { personsAndType = personsAndType & 15 | newValue.rawValue << 4 }
    }

    /// Where it stands.
    @inlinable public var presence: Presence {
        get { Presence(rawValue: state & 7) ?? .absent }
        set { state = state & ~7 | newValue.rawValue }
    }

    /// Its last move.
    @inlinable public var lastMove: LastMove {
        get { LastMove(rawValue: state >> 3 & 3) ?? .none }
        set {
            state = state & ~0x18 | newValue.rawValue << 3
            if newValue != .none { history |= 1 << (newValue.rawValue - 1) }
        }
    }

    /// How pressing its search is.
    @inlinable public var urgency: Urgency {
        get { Urgency(rawValue: state >> 5 & 3) ?? .none }
        set { state = state & ~0x60 | newValue.rawValue << 5 }
    }

    /// Whether it looks for another home.
    @inlinable public var isSearching: Bool {
        get { state & 0x80 != 0 }
        set { state = newValue ? state | 0x80 : state & 0x7F }
    }

    /// Whether it ever moved as `move` since the start of the run.
    @inlinable public func hasMoved(_ move: LastMove) -> Bool {
        move != .none && history & (1 << (move.rawValue - 1)) != 0
    }

    /// Whether it lives here now, with or without a home of its own.
    @inlinable public var isPresent: Bool { (state &- 1) & 7 < 2 }

    /// Whether it lives here and looks for a home.
    @inline(__always) var isSeeking: Bool { (state & 0x87) &- 0x81 < 2 }

    /// Whether it has no home of its own.
    @inline(__always) var isWaiting: Bool { state & 7 == Presence.waiting.rawValue }

    /// The income fifth of the country, 0...4.
    @inlinable public var quintile: Int { Int((UInt32(incomeRank) * 5) >> 16) }

    /// The income group 40/40/20 of the country, 0...2.
    @inlinable public var incomeGroup: Int { quintile / 2 }
}

/// When a home was built, in the classes of the stock variables.
public enum BuildingPeriod: UInt8, Sendable, Codable, CaseIterable, Hashable {
    /// Before 1945.
    case before1945 = 0
    /// 1945 to 1969.
    case from1945to1969 = 1
    /// 1970 to 1979.
    case from1970to1979 = 2
    /// 1980 to 1999.
    case from1980to1999 = 3
    /// 2000 or later.
    case from2000 = 4
}

/// Floor area, in the classes of the stock variables.
public enum DwellingSize: UInt8, Sendable, Codable, CaseIterable, Hashable {
    /// Under 50 m².
    case under50 = 0
    /// 50 to 75 m².
    case from50to75 = 1
    /// 75 to 100 m².
    case from75to100 = 2
    /// 100 to 150 m².
    case from100to150 = 3
    /// 150 m² and over.
    case over150 = 4
}

/// House or flat.
public enum DwellingType: UInt8, Sendable, Codable, CaseIterable, Hashable {
    /// A single-family house.
    case singleFamily = 0
    /// A flat.
    case multiFamily = 1
}

/// Whether a home can be lived in.
public enum DwellingStatus: UInt8, Sendable, Codable, CaseIterable, Hashable {
    /// Lived in or ready to be.
    case inUse = 0
    /// To be demolished or emptied for renovation: no new occupant.
    case emptying = 1
    /// Being built or renovated.
    case underConstruction = 2
    /// Gone: demolished, or merged into another.
    case gone = 4
}

/// What is known of one home, in eight bytes: a home for sale or to let carries these with it, so that a household
/// that looks at thirty homes reads thirty neighbours in memory.
public struct DwellingTraits: Sendable, Hashable, BitwiseCopyable {
    /// The neighbourhood, as a position in ``TownFrame/areas``.
    public var area: UInt16
    /// Raw value of ``Tenure``.
    @usableFromInline var tenureCode: UInt8
    /// Raw value of ``DwellingSize``.
    @usableFromInline var sizeCode: UInt8
    /// Raw value of ``BuildingPeriod`` plus 8 for a flat.
    @usableFromInline var buildCode: UInt8
    /// The class of rent or price: 0...9. For homes in the market it is a tenth of the municipality's values, lowest
    /// first. For social rent 0 lies below the lower capping limit, 1 below the higher, 2 below the rent ceiling.
    public var priceClass: UInt8
    /// Raw value of ``DwellingStatus``.
    @usableFromInline var statusCode: UInt8
    /// What a package did to it: raw value of ``DwellingMark``.
    @usableFromInline var markCode: UInt8

    /// A home in use.
    public init(
        area: UInt16, tenure: Tenure, size: DwellingSize, type: DwellingType, period: BuildingPeriod,
        priceClass: UInt8, status: DwellingStatus = .inUse, mark: DwellingMark = .none
    ) {
        self.area = area
        tenureCode = tenure.rawValue
        sizeCode = size.rawValue
        buildCode = period.rawValue | type.rawValue << 3
        self.priceClass = priceClass
        statusCode = status.rawValue
        markCode = mark.rawValue
    }

    /// How it is held.
    @inlinable public var tenure: Tenure {
        get { Tenure(rawValue: tenureCode) ?? .socialRent }
        set { tenureCode = newValue.rawValue }
    }

    /// Its floor area.
    @inlinable public var size: DwellingSize {
        get { DwellingSize(rawValue: sizeCode) ?? .from75to100 }
        set { sizeCode = newValue.rawValue }
    }

    /// House or flat.
    public var type: DwellingType { DwellingType(rawValue: buildCode >> 3) ?? .singleFamily }

    /// When it was built.
    public var period: BuildingPeriod { BuildingPeriod(rawValue: buildCode & 7) ?? .before1945 }

    /// Whether it can be lived in.
    @inlinable public var status: DwellingStatus {
        get { DwellingStatus(rawValue: statusCode) ?? .inUse }
        set { statusCode = newValue.rawValue }
    }

    /// What a package did to it.
    @inlinable public var mark: DwellingMark {
        get { DwellingMark(rawValue: markCode) ?? .none }
        set { markCode = newValue.rawValue }
    }

    /// The estate (complex) it belongs to: homes of one type and period in one neighbourhood, as a corporation
    /// would renew them together. Numbered within the neighbourhood, 0...9.
    @inlinable public var estateInArea: Int { Int(buildCode >> 3) * 5 + Int(buildCode & 7) }
}

/// What a package did to a home, so that outcomes can be told by lever.
public enum DwellingMark: UInt8, Sendable, CaseIterable, Hashable {
    /// Nothing.
    case none = 0
    /// Built by the baseline programme.
    case newBuild = 1
    /// Built by the package.
    case packageBuild = 2
    /// Sold by a corporation.
    case sold = 3
    /// Let above the ceiling, where it was social rent.
    case liberalised = 4
    /// Bought or kept as social rent by the package.
    case addedSocial = 5
    /// Renovated by the package.
    case renovated = 6
}

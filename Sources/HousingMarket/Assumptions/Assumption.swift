public import Bilingual

/// A number that the simulation needs and that nobody measured exactly: its value, the range in which it may lie,
/// and where that comes from.
public struct Assumption: Sendable, Hashable, Identifiable {
    /// Where a number comes from.
    public enum Ground: Sendable, Hashable {
        /// A publication, named.
        case source(String)
        /// Nobody's figure: a choice of this program, to be varied.
        case choice
        /// A number that calibration to published targets gave; the text names the targets.
        case calibrated(String)

        /// The ground in words.
        public var name: BilingualText {
            switch self {
            case .source(let text): BilingualText(nl: "bron: \(text)", en: "source: \(text)")
            case .choice: BilingualText(nl: "aanname", en: "assumption")
            case .calibrated(let text): BilingualText(nl: "geijkt op \(text)", en: "calibrated to \(text)")
            }
        }
    }

    /// Which assumption.
    public var id: AssumptionID
    /// Its name.
    public var name: BilingualText
    /// The value that is used unless it is drawn.
    public var value: Double
    /// The range from which it is drawn; equal to the value where it is held.
    public var range: ClosedRange<Double>
    /// Its unit, in words.
    public var unit: BilingualText
    /// Where it comes from.
    public var ground: Ground
}

/// A full set of values for all assumptions.
public struct Assumptions: Sendable, Hashable {
    /// The values, in the order of ``AssumptionID``.
    public private(set) var values: [Double]

    /// The values of the catalogue.
    public init() { values = Self.catalogue.map(\.value) }

    /// Given values, in the order of ``AssumptionID``; nil when their number is wrong or one is not finite.
    public init?(values: [Double]) {
        guard values.count == AssumptionID.allCases.count, values.allSatisfy(\.isFinite) else { return nil }
        self.values = values
    }

    /// The value of one assumption.
    public subscript(id: AssumptionID) -> Double {
        get { values[id.rawValue] }
        set { values[id.rawValue] = newValue }
    }

    /// Values from positions in the unit cube: 0 is the lower end of each range and 1 the upper.
    ///
    /// - Parameter positions: one position in 0...1 for each assumption, in the order of ``AssumptionID``.
    public static func at(_ positions: [Double]) -> Assumptions? {
        guard positions.count == catalogue.count else { return nil }
        return Assumptions(
            values: zip(catalogue, positions).map { assumption, position in
                assumption.range.lowerBound
                    + position * (assumption.range.upperBound - assumption.range.lowerBound)
            })
    }
}

extension Assumptions {
    /// The values that an assumption may take at all; its range lies within them.
    public static func allowed(_ id: AssumptionID) -> ClosedRange<Double> {
        switch id {
        case .offersSeen: 1...200
        case .preferOwning, .preferOwningIncome, .preferPrivateRent, .preferMidRent, .wishAgeSlope: -10...10
        case .wishLevel, .wishRecentMover, .wishMisfit, .birthLevel, .deathLevel, .departureLevel,
            .reservation,
            .tippingStrength:
            0...10
        case .choiceSize, .choicePrice, .choiceDistance, .choiceFacilities, .choiceHouse, .priceResponse,
            .feedbackComposition, .choiceSocialDistance, .wishSocialDistance:
            0...10
        case .priceLevel: 0.1...100
        case .incomeJitter: 0...30
        default: 0...1
        }
    }
}

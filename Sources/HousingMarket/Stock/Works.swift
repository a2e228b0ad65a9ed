/// Homes that are emptied together, then demolished and rebuilt, or renovated.
struct Site {
    /// The measure it belongs to.
    let entry: Int
    /// Its homes.
    let homes: [Int32]
    /// The year in which they began to be emptied.
    let begun: Int
    /// The year in which the works begin.
    let worksBegin: Int
    /// The year in which homes can be lived in again.
    let ready: Int
    /// Whether the same homes come back.
    let isRenovation: Bool
    var isDown = false
}

/// A home to be built.
struct BuildOrder {
    /// The year from which it can be lived in, when there is room to build it.
    let ready: Int
    let traits: DwellingTraits
    /// The measure that asked for it, or -1 for the baseline.
    let entry: Int
    /// Whether those who were displaced from its neighbourhood come first.
    let isForReturn: Bool
}

extension DwellingTraits {
    /// A new home of a tenure: sizes and rents as the class of its number in a row of ten, so that any ten in a row
    /// have the same mix. Social homes are smaller, owner-occupied ones larger and dearer; a choice of this program.
    static func new(area: Int, tenure: Tenure, type: DwellingType, number: Int, mark: DwellingMark)
        -> DwellingTraits
    {
        let place = number % 10
        let sizes: [UInt8]
        let prices: [UInt8]
        switch tenure {
        case .socialRent:
            sizes = [1, 2, 1, 2, 1, 2, 0, 2, 1, 3]
            prices = [0, 0, 1, 2, 0, 1, 0, 2, 1, 2]
        case .midRent:
            sizes = [1, 2, 1, 2, 2, 1, 2, 1, 2, 2]
            prices = [4, 5, 4, 5, 5, 4, 5, 4, 5, 5]
        case .privateRent:
            sizes = [1, 2, 1, 2, 1, 3, 1, 2, 2, 1]
            prices = [5, 6, 5, 7, 5, 8, 5, 6, 7, 6]
        case .ownerOccupied:
            sizes = [2, 3, 3, 2, 3, 4, 3, 2, 3, 3]
            prices = [4, 6, 7, 5, 6, 9, 8, 4, 6, 7]
        }
        var home = DwellingTraits(
            area: UInt16(truncatingIfNeeded: area), tenure: tenure, size: .from75to100, type: type,
            period: .from2000, priceClass: prices[place], mark: mark)
        home.sizeCode = sizes[place]
        return home
    }

    /// The price class in the market of a home that was let below it: by its size.
    var marketClass: UInt8 { min(9, sizeCode * 2) }
}

/// What a vacancy carries about the chain that it is part of.
struct ChainTag: Hashable {
    /// How many moves since the chain began; 0 for its first home.
    var depth: UInt8 = 0
    /// What began it.
    var start: Start = .other

    enum Start: UInt8 {
        /// A death, a departure or a household that joined another.
        case other
        /// A new home.
        case newBuild
    }

    /// The tag of the home that the next mover leaves.
    var next: ChainTag { ChainTag(depth: depth &+ (depth < 255 ? 1 : 0), start: start) }
}

/// What whoever looks at a vacancy reads of it, in four bytes: its neighbourhood and its places in the tables of weights.
struct VacancyLook: BitwiseCopyable {
    private let word: UInt32

    init(_ home: DwellingTraits) {
        let fit = UInt32(home.sizeCode & 7) << 1 | UInt32(home.buildCode >> 3 & 1)
        let price = UInt32(home.tenureCode & 3) << 4 | UInt32(min(home.priceClass, 15))
        word = UInt32(home.area) | fit << 16 | price << 20
    }

    /// Its neighbourhood.
    @inline(__always) var area: Int { Int(word & 0xFFFF) }
    /// Its column in ``EngineTables/fit``.
    @inline(__always) var fit: Int { Int(word >> 16 & 15) }
    /// Its column in ``EngineTables/price``.
    @inline(__always) var price: Int { Int(word >> 20) }
    /// Its class of rent or price.
    @inline(__always) var priceClass: Int { Int(word >> 20 & 15) }
    /// Social and private rent, the even codes.
    @inline(__always) var isRentBelowCeiling: Bool { word >> 24 & 1 == 0 }
}

/// Homes that wait for a taker, each with its traits beside it: a household that looks at twenty homes reads this list
/// and nothing else.
final class VacancyPool {
    private struct Body {
        var looks: UnsafeMutablePointer<VacancyLook>
        var traits: UnsafeMutablePointer<DwellingTraits>
        var dwellings: UnsafeMutablePointer<Int32>
        var tags: UnsafeMutablePointer<ChainTag>
        var count = 0
        var capacity: Int
    }

    // Behind a pointer, so that reading it in a loop costs no check of exclusive access.
    private let body: UnsafeMutablePointer<Body>

    init(capacity: Int = 256) {
        body = .allocate(capacity: 1)
        body.initialize(
            to: Body(
                looks: .allocate(capacity: capacity), traits: .allocate(capacity: capacity),
                dwellings: .allocate(capacity: capacity),
                tags: .allocate(capacity: capacity), capacity: capacity))
    }

    deinit {
        looks.deallocate()
        traits.deallocate()
        dwellings.deallocate()
        tags.deallocate()
        body.deallocate()
    }

    @inline(__always) var looks: UnsafeMutablePointer<VacancyLook> { body.pointee.looks }
    @inline(__always) var traits: UnsafeMutablePointer<DwellingTraits> { body.pointee.traits }
    @inline(__always) var dwellings: UnsafeMutablePointer<Int32> { body.pointee.dwellings }
    @inline(__always) var tags: UnsafeMutablePointer<ChainTag> { body.pointee.tags }
    @inline(__always) var count: Int { body.pointee.count }

    func append(_ dwelling: Int32, _ one: DwellingTraits, _ tag: ChainTag) {
        if count == body.pointee.capacity { grow() }
        let place = count
        looks[place] = VacancyLook(one)
        traits[place] = one
        dwellings[place] = dwelling
        tags[place] = tag
        body.pointee.count = place + 1
    }

    /// Takes the home at `place` out; the last one takes its place.
    func remove(at place: Int) {
        let last = count - 1
        looks[place] = looks[last]
        traits[place] = traits[last]
        dwellings[place] = dwellings[last]
        tags[place] = tags[last]
        body.pointee.count = last
    }

    /// Moves all homes to `other`.
    func empty(into other: VacancyPool) {
        for place in 0..<count { other.append(dwellings[place], traits[place], tags[place]) }
        body.pointee.count = 0
    }

    private func grow() {
        let larger = body.pointee.capacity * 2
        let count = self.count
        func moved<Element: BitwiseCopyable>(_ source: UnsafeMutablePointer<Element>)
            -> UnsafeMutablePointer<Element>
        {
            let target = UnsafeMutablePointer<Element>.allocate(capacity: larger)
            target.initialize(from: source, count: count)
            source.deallocate()
            return target
        }
        body.pointee.looks = moved(looks)
        body.pointee.traits = moved(traits)
        body.pointee.dwellings = moved(dwellings)
        body.pointee.tags = moved(tags)
        body.pointee.capacity = larger
    }
}

/// The lists of vacancies: one for each segment, and within social rent one for each rule that says who comes first.
enum PoolKind: Int, CaseIterable {
    /// Social rent in the ordinary order.
    case social = 0
    /// For groups in direct mediation.
    case mediated
    /// For those who live in the same district.
    case local
    /// By lottery.
    case lottery
    /// For incomes above the limit.
    case free
    /// By priority on socio-economic grounds (Wbmgp 9).
    case designated
    /// Held for households that were displaced from the same neighbourhood.
    case returning
    /// Mid rent.
    case mid
    /// Private rent.
    case privateRent
    /// Owner-occupied.
    case owner

    /// The ordinary list of a tenure.
    static func of(_ tenure: Tenure) -> PoolKind {
        switch tenure {
        case .socialRent: .social
        case .midRent: .mid
        case .privateRent: .privateRent
        case .ownerOccupied: .owner
        }
    }
}

/// Takes every so many out of a row, so that a share is kept exactly: after n of them, floor(n x share) were taken.
struct Quota {
    private var seen = 0
    private var taken = 0

    /// Whether the next one falls within `share`.
    mutating func takes(_ share: Double) -> Bool {
        seen += 1
        // A hair above the product, or 0.95 x 20 would come to 18.999….
        guard Double(taken + 1) <= Double(seen) * share + 1e-9 else { return false }
        taken += 1
        return true
    }
}

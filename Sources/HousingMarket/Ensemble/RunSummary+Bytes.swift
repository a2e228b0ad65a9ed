extension RunSummary {
    /// The summary as bytes, little-endian, every number to the bit: what one machine hands to another.
    public var bytes: [UInt8] {
        var writer = SummaryWriter()
        writer.add(measures.count)
        for year in measures { writer.add(year) }
        writer.add(households)
        writer.add(dwellings)
        writer.add(initialResidents.fates)
        writer.add(initialResidents.forced)
        writer.add(initialResidents.notBack)
        writer.add(initialResidents.rentChange)
        writer.add(initialResidents.distance)
        writer.add(deliveries.count)
        for delivery in deliveries {
            writer.add(delivery.measure)
            writer.add(delivery.lever.rawValue)
            writer.add(delivery.asked)
            writer.add(delivery.done)
            // A dictionary has no order of its own; the same summary must give the same bytes.
            writer.add(delivery.held.count)
            for (place, hindrance) in Hindrance.allCases.enumerated() {
                guard let count = delivery.held[hindrance] else { continue }
                writer.add(place)
                writer.add(count)
            }
        }
        return writer.bytes
    }

    /// The summary that ``bytes`` gave; nil when they are no summary.
    public init?(bytes: some Collection<UInt8>) {
        var reader = SummaryReader(bytes: Array(bytes))
        guard let years = reader.count() else { return nil }
        var measures: [[Double]] = []
        for _ in 0..<years {
            guard let values = reader.doubles(), values.count == OutcomeMeasure.allCases.count else {
                return nil
            }
            measures.append(values)
        }
        guard let households = reader.counts(), let dwellings = reader.counts(), let fates = reader.counts(),
            let forced = reader.counts(), let notBack = reader.counts(), let rentChange = reader.counts(),
            let distance = reader.doubles(), let deliveryCount = reader.count()
        else { return nil }
        var deliveries: [Delivery] = []
        for _ in 0..<deliveryCount {
            guard let delivery = reader.delivery() else { return nil }
            deliveries.append(delivery)
        }
        guard reader.isAtEnd else { return nil }
        self.measures = measures
        self.households = households
        self.dwellings = dwellings
        initialResidents = InitialResidents(
            fates: fates, forced: forced, notBack: notBack, rentChange: rentChange, distance: distance)
        self.deliveries = deliveries
    }
}

extension Ensemble {
    /// Whether `summary` can be of `arm` of this ensemble: as many years, areas and measures, and no number without
    /// end.
    public func fits(_ summary: RunSummary, arm: Int) -> Bool {
        let areas = start.frame.areas.count
        let residents = summary.initialResidents
        return summary.measures.count == years.count
            && summary.measures.allSatisfy { year in year.allSatisfy { !$0.isInfinite } }
            && summary.households.count == areas * 3 && summary.dwellings.count == areas * 4
            && residents.fates.count == areas * 3 * Fate.allCases.count && residents.forced.count == areas * 3
            && residents.notBack.count == areas * 3 && residents.rentChange.count == areas * 9
            && residents.distance.count == areas && residents.distance.allSatisfy(\.isFinite)
            && summary.deliveries.count == arms[arm].package.measures.count
    }
}

/// Puts numbers behind each other.
private struct SummaryWriter {
    var bytes: [UInt8] = []

    mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    mutating func add(_ numbers: [Double]) {
        add(numbers.count)
        for number in numbers { add(number.bitPattern) }
    }

    mutating func add(_ numbers: [Int32]) {
        add(numbers.count)
        for number in numbers { add(UInt32(bitPattern: number)) }
    }

    private mutating func add(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Takes them off again; nil at the first that is not there.
private struct SummaryReader {
    let bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    private mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
        let size = MemoryLayout<Number>.size
        guard bytes.count - place >= size else { return nil }
        var result = Number.zero
        for byte in 0..<size { result |= Number(truncatingIfNeeded: bytes[place + byte]) << (8 * byte) }
        place += size
        return result
    }

    mutating func integer() -> Int? { number(UInt64.self).map { Int(Int64(bitPattern: $0)) } }

    /// A number of things that follow: never more than there are bytes, so that damage cannot ask for all memory.
    mutating func count() -> Int? {
        guard let number = integer(), (0...(bytes.count - place)).contains(number) else { return nil }
        return number
    }

    mutating func doubles() -> [Double]? {
        guard let count = count(), count <= (bytes.count - place) / 8 else { return nil }
        return (0..<count).compactMap { _ in number(UInt64.self).map { Double(bitPattern: $0) } }
    }

    mutating func counts() -> [Int32]? {
        guard let count = count(), count <= (bytes.count - place) / 4 else { return nil }
        return (0..<count).compactMap { _ in number(UInt32.self).map { Int32(bitPattern: $0) } }
    }

    mutating func delivery() -> Delivery? {
        guard let measure = integer(), let lever = integer().flatMap({ LeverKind(rawValue: $0) }),
            let asked = integer(), let done = integer(), let reasons = count()
        else { return nil }
        var held: [Hindrance: Int] = [:]
        for _ in 0..<reasons {
            guard let place = integer(), Hindrance.allCases.indices.contains(place), let count = integer()
            else { return nil }
            held[Hindrance.allCases[place]] = count
        }
        return Delivery(measure: measure, lever: lever, asked: asked, done: done, held: held)
    }
}

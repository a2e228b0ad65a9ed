/// A street, or another way to get from one junction to the next.
public struct StreetEdge: Sendable, Equatable {
    /// The junction at one end, from 0.
    public let from: Int
    /// The junction at the other end, from 0.
    public let to: Int
    /// How far it is, in any unit: metres, minutes.
    public let length: Double
    /// Whether it can be walked from `from` to `to` only.
    public let isOneWay: Bool

    /// A street.
    public init(from: Int, to: Int, length: Double, isOneWay: Bool = false) {
        self.from = from
        self.to = to
        self.length = length
        self.isOneWay = isOneWay
    }
}

/// Junctions and the streets between them.
public struct StreetNetwork: Sendable, Equatable {
    /// The number of junctions.
    public let junctions: Int
    /// The streets out of junction i stand at starts[i] ..< starts[i+1].
    let starts: [Int]
    let targets: [Int]
    let lengths: [Double]

    /// A network.
    /// - Throws: ``SegregationError/contact(first:second:problem:)`` for a junction that is not there or a length that is no
    ///   distance.
    public init(junctions: Int, edges: [StreetEdge]) throws(SegregationError) {
        var starts = [Int](repeating: 0, count: max(0, junctions) + 1)
        for edge in edges {
            for end in [edge.from, edge.to] where !(0..<junctions).contains(end) {
                throw .contact(
                    first: "\(edge.from)", second: "\(edge.to)",
                    problem: "there is no junction \(end); junctions are numbered 0 to \(junctions - 1)")
            }
            guard edge.length >= 0, edge.length.isFinite else {
                throw .contact(
                    first: "\(edge.from)", second: "\(edge.to)",
                    problem: "length \(edge.length) where 0 or more is expected")
            }
            starts[edge.from + 1] += 1
            if !edge.isOneWay { starts[edge.to + 1] += 1 }
        }
        for junction in 0..<max(0, junctions) { starts[junction + 1] += starts[junction] }
        var free = starts
        var targets = [Int](repeating: 0, count: starts.last ?? 0)
        var lengths = [Double](repeating: 0, count: targets.count)
        for edge in edges {
            targets[free[edge.from]] = edge.to
            lengths[free[edge.from]] = edge.length
            free[edge.from] += 1
            if !edge.isOneWay {
                targets[free[edge.to]] = edge.from
                lengths[free[edge.to]] = edge.length
                free[edge.to] += 1
            }
        }
        self.junctions = max(0, junctions)
        self.starts = starts
        self.targets = targets
        self.lengths = lengths
    }
}

/// Shortest ways from one junction after another, by Dijkstra's method (1959) with a heap.
struct ShortestWays {
    private let network: StreetNetwork
    private let reach: Double
    private(set) var distances: [Double]
    /// The junctions within reach of the last origin, from near to far.
    private(set) var reached: [Int] = []
    private var isFinal: [Bool]
    private var touched: [Int] = []
    /// A binary heap of distances with their junctions; old entries are passed over when they come up.
    private var heap: [(distance: Double, junction: Int)] = []

    init(_ network: StreetNetwork, reach: Double) {
        self.network = network
        self.reach = reach
        distances = [Double](repeating: .infinity, count: network.junctions)
        isFinal = [Bool](repeating: false, count: network.junctions)
    }

    /// Finds all junctions within reach of one; their distances stand in ``distances``.
    mutating func search(from origin: Int) {
        for junction in touched {
            distances[junction] = .infinity
            isFinal[junction] = false
        }
        touched.removeAll(keepingCapacity: true)
        reached.removeAll(keepingCapacity: true)
        heap.removeAll(keepingCapacity: true)
        distances[origin] = 0
        touched.append(origin)
        push(0, origin)
        while let next = pop() {
            guard !isFinal[next.junction] else { continue }
            isFinal[next.junction] = true
            reached.append(next.junction)
            for street in network.starts[next.junction]..<network.starts[next.junction + 1] {
                let target = network.targets[street]
                let distance = next.distance + network.lengths[street]
                guard distance <= reach, distance < distances[target] else { continue }
                if distances[target] == .infinity { touched.append(target) }
                distances[target] = distance
                push(distance, target)
            }
        }
    }

    private mutating func push(_ distance: Double, _ junction: Int) {
        heap.append((distance, junction))
        var place = heap.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard Self.comesBefore(heap[place], heap[parent]) else { return }
            heap.swapAt(place, parent)
            place = parent
        }
    }

    private mutating func pop() -> (distance: Double, junction: Int)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var place = 0
        while true {
            var least = place
            let children = 2 * place + 1..<min(2 * place + 3, max(2 * place + 1, heap.count))
            for child in children where Self.comesBefore(heap[child], heap[least]) { least = child }
            guard least != place else { return first }
            heap.swapAt(place, least)
            place = least
        }
    }

    private static func comesBefore(
        _ first: (distance: Double, junction: Int), _ second: (distance: Double, junction: Int)
    ) -> Bool { (first.distance, first.junction) < (second.distance, second.junction) }
}

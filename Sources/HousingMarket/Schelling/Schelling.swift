internal import Stochastics

/// Why a Schelling model cannot be made, in one line.
public struct SchellingError: Error, Hashable, CustomStringConvertible {
    /// What was found and what is possible.
    public let description: String
}

/// Schelling's model of separation (1971, Journal of Mathematical Sociology 1), to explain: two groups on a grid, and a
/// wish about neighbours. A small wish makes large separation, without anyone wanting it.
///
/// A grid with edges; cells within a Chebyshev distance `radius` are neighbours; an agent is content with at least `wish`
/// neighbours of its own group; each step calls all agents in a new random order, and one that is not content moves to a
/// random empty cell. As in the public comparison of agent frameworks. It says nothing of a real town.
public struct Schelling: Sendable {
    /// Columns of the grid.
    public let width: Int
    /// Rows of the grid.
    public let height: Int
    /// How far neighbours reach.
    public let radius: Int
    /// How many neighbours of its own group content an agent.
    public let wish: Int
    /// Moves since the start.
    public private(set) var moves = 0

    // A rim as wide as the radius around the grid, so that the edge needs no test.
    private let stride: Int
    private var group: [UInt8]
    private var likeA: [UInt8]
    private var likeB: [UInt8]
    private var agents: [Int32]
    private var empty: [Int32]
    private var random: RandomStream

    /// A grid with agents at random places: half of group A, half of group B.
    ///
    /// - Parameters:
    ///   - width: columns, 3...10,000.
    ///   - height: rows, 3...10,000.
    ///   - count: how many agents; fewer than there are cells.
    ///   - radius: 1...7.
    ///   - wish: 0 or more.
    ///   - seed: the same seed gives the same grid.
    /// - Throws: ``SchellingError``.
    public init(width: Int, height: Int, agents count: Int, radius: Int, wish: Int, seed: UInt64)
        throws(SchellingError)
    {
        guard (3...10_000).contains(width), (3...10_000).contains(height) else {
            throw SchellingError(
                description: "a grid of \(width) x \(height) is not possible; give 3 to 10,000 on each side.")
        }
        guard (1...7).contains(radius) else {
            throw SchellingError(description: "a radius of \(radius) is not possible; give 1 to 7.")
        }
        guard wish >= 0 else { throw SchellingError(description: "a wish of \(wish) neighbours is below 0.") }
        guard count > 0, count < width * height else {
            throw SchellingError(
                description:
                    "\(count) agents do not fit \(width * height) cells with room to move; give 1 to \(width * height - 1)."
            )
        }
        self.width = width
        self.height = height
        self.radius = radius
        self.wish = wish
        stride = width + 2 * radius
        let size = stride * (height + 2 * radius)
        group = Array(repeating: 0, count: size)
        likeA = Array(repeating: 0, count: size)
        likeB = likeA
        random = RandomStream(seed: seed, purpose: .schelling)
        let gridStride = stride
        var cells = (0..<height).flatMap { row in
            (0..<width).map { Int32(truncatingIfNeeded: (row + radius) * gridStride + $0 + radius) }
        }
        Self.shuffle(&cells, &random)
        agents = Array(cells[0..<count])
        empty = Array(cells[count...])
        for (number, cell) in agents.enumerated() { put(Int(cell), number.isMultiple(of: 2) ? 1 : 2) }
    }

    private static func shuffle(_ cells: inout [Int32], _ random: inout RandomStream) {
        cells.withUnsafeMutableBufferPointer { cells in
            var place = cells.count - 1
            while place > 0 {
                let other = Int((UInt64(random.word()) &* UInt64(place + 1)) >> 32)
                cells.swapAt(place, other)
                place -= 1
            }
        }
    }

    private mutating func put(_ cell: Int, _ one: UInt8) {
        group[cell] = one
        count(cell, one, 1)
    }

    /// Adds `step` to the neighbour counts of one group around a cell, the cell itself left out.
    private mutating func count(_ cell: Int, _ one: UInt8, _ step: UInt8) {
        let (radius, stride) = (radius, stride)
        func change(_ counts: inout [UInt8]) {
            counts.withUnsafeMutableBufferPointer { counts in
                for row in -radius...radius {
                    let first = cell + row * stride - radius
                    for place in first...(first + 2 * radius) { counts[place] = counts[place] &+ step }
                }
                counts[cell] = counts[cell] &- step
            }
        }
        if one == 1 { change(&likeA) } else { change(&likeB) }
    }

    /// Calls every agent once, in a new random order.
    public mutating func step() {
        Self.shuffle(&agents, &random)
        let bound = UInt8(min(wish, 255))
        for number in agents.indices {
            let cell = Int(agents[number])
            let one = group[cell]
            guard (one == 1 ? likeA[cell] : likeB[cell]) < bound else { continue }
            let place = Int((UInt64(random.word()) &* UInt64(empty.count)) >> 32)
            let target = empty[place]
            count(cell, one, 255)
            group[cell] = 0
            put(Int(target), one)
            empty[place] = agents[number]
            agents[number] = target
            moves += 1
        }
    }

    /// The grid, row by row: 0 for an empty cell, 1 for group A, 2 for group B.
    public var cells: [UInt8] {
        (0..<height).flatMap { row in
            (0..<width).map { group[(row + radius) * stride + $0 + radius] }
        }
    }

    /// The share of agents with enough neighbours of their own group.
    public var contentShare: Double {
        let content = agents.count { like(Int($0)) >= wish }
        return Double(content) / Double(agents.count)
    }

    /// The mean share of its own group among the neighbours of an agent that has any; about a half by chance.
    public var likeShare: Double {
        var sum = 0.0
        var count = 0
        for cell in agents {
            let all = Int(likeA[Int(cell)]) + Int(likeB[Int(cell)])
            guard all > 0 else { continue }
            sum += Double(like(Int(cell))) / Double(all)
            count += 1
        }
        return count > 0 ? sum / Double(count) : 0
    }

    private func like(_ cell: Int) -> Int { Int(group[cell] == 1 ? likeA[cell] : likeB[cell]) }
}

extension DrawPurpose {
    /// The teaching model of Schelling.
    static let schelling = DrawPurpose(rawValue: 160)
}

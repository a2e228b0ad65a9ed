internal import Foundation

/// A symmetric tridiagonal matrix and its largest eigenpairs.
struct TridiagonalMatrix {
    var diagonal: [Double]
    /// Entry i joins rows i and i + 1; one fewer than the diagonal.
    var off: [Double]

    /// The `count` largest eigenvalues, descending, each to the last digits (Sturm sequences and bisection; Parlett
    /// 1980, The Symmetric Eigenvalue Problem), with orthonormal vectors by inverse iteration.
    func leading(_ count: Int) -> [(value: Double, vector: [Double])] {
        var found: [(value: Double, vector: [Double])] = []
        let size = diagonal.count
        for place in 0..<min(count, size) {
            let value = eigenvalue(rankFromTop: place)
            var vector = (0..<size).map { 1 + 0.5 * sin(Double($0 * (place + 1)) + Double(place)) }
            for _ in 0..<4 {
                solve(shift: value, &vector)
                for other in found { vector.removeComponent(along: other.vector) }
                vector.normalise()
            }
            found.append((value, vector))
        }
        return found
    }

    private var scale: Double {
        diagonal.indices.reduce(0) { sum, row in
            max(
                sum,
                abs(diagonal[row]) + (row > 0 ? abs(off[row - 1]) : 0) + (row < off.count ? abs(off[row]) : 0)
            )
        }
    }

    private func eigenvalue(rankFromTop rank: Int) -> Double {
        let bound = scale
        var low = -bound
        var high = bound
        // The eigenvalue is the largest x with more than `rank` eigenvalues at or above it.
        for _ in 0..<120 {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if countAbove(middle, bound) > rank { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }

    /// How many eigenvalues lie above `x`.
    private func countAbove(_ x: Double, _ bound: Double) -> Int {
        let tiny = max(bound, 1e-300) * 1e-18
        var count = 0
        var pivot = 1.0
        for row in diagonal.indices {
            let join = row > 0 ? off[row - 1] * off[row - 1] : 0
            pivot = diagonal[row] - x - join / pivot
            if abs(pivot) < tiny { pivot = -tiny }
            if pivot > 0 { count += 1 }
        }
        return count
    }

    /// Solves (T - shift) x = vector in place, by elimination with exchange of neighbouring rows.
    private func solve(shift: Double, _ vector: inout [Double]) {
        let size = diagonal.count
        let tiny = max(scale, 1e-300) * 2.3e-16
        var main = diagonal.map { $0 - shift }
        var above = off + [0]
        var second = Array(repeating: 0.0, count: size)
        var below = off
        for row in 0..<max(size - 1, 0) {
            if abs(below[row]) > abs(main[row]) {
                let (a, b, c) = (main[row], above[row], second[row])
                main[row] = below[row]
                above[row] = main[row + 1]
                second[row] = row + 2 < size ? above[row + 1] : 0
                below[row] = a
                main[row + 1] = b
                if row + 2 < size { above[row + 1] = c }
                vector.swapAt(row, row + 1)
            }
            if abs(main[row]) < tiny { main[row] = tiny }
            let factor = below[row] / main[row]
            main[row + 1] -= factor * above[row]
            if row + 2 < size { above[row + 1] -= factor * second[row] }
            vector[row + 1] -= factor * vector[row]
        }
        for row in stride(from: size - 1, through: 0, by: -1) {
            if abs(main[row]) < tiny { main[row] = tiny }
            var value = vector[row]
            if row + 1 < size { value -= above[row] * vector[row + 1] }
            if row + 2 < size { value -= second[row] * vector[row + 2] }
            vector[row] = value / main[row]
        }
    }
}

extension [Double] {
    func dot(_ other: [Double]) -> Double {
        var sum = 0.0
        for place in indices { sum += self[place] * other[place] }
        return sum
    }

    mutating func removeComponent(along unit: [Double]) {
        let part = dot(unit)
        for place in indices { self[place] -= part * unit[place] }
    }

    /// Brings the length to 1; a vector of length 0 stays.
    mutating func normalise() {
        let largest = reduce(0) { Swift.max($0, abs($1)) }
        guard largest > 0 else { return }
        let length = largest * map { ($0 / largest) * ($0 / largest) }.reduce(0, +).squareRoot()
        for place in indices { self[place] /= length }
    }
}

internal import Foundation

/// The largest eigenpairs of a full symmetric matrix.
struct SymmetricMatrix {
    let size: Int
    /// All entries, row by row.
    let entries: [Double]

    /// Up to here the matrix is brought to tridiagonal form whole; above, by the method of Lanczos.
    private static let largestWhole = 160

    /// The `count` largest eigenvalues, descending, with orthonormal vectors.
    func leading(_ count: Int) -> [(value: Double, vector: [Double])] {
        size <= Self.largestWhole ? whole(count) : lanczos(count)
    }

    /// Householder's reflections to tridiagonal form.
    private func whole(_ count: Int) -> [(value: Double, vector: [Double])] {
        var a = entries
        var reflections: [[Double]] = []
        var diagonal = Array(repeating: 0.0, count: size)
        var off = Array(repeating: 0.0, count: max(size - 1, 0))
        for step in 0..<max(size - 2, 0) {
            var v = Array(repeating: 0.0, count: size)
            for row in (step + 1)..<size { v[row] = a[row * size + step] }
            let norm = v.dot(v).squareRoot()
            off[step] = v[step + 1] > 0 ? -norm : norm
            guard norm > 0 else {
                reflections.append([])
                continue
            }
            v[step + 1] -= off[step]
            v.normalise()
            reflect(&a, v, from: step + 1)
            reflections.append(v)
        }
        for row in 0..<size { diagonal[row] = a[row * size + row] }
        if size > 1 { off[size - 2] = a[(size - 1) * size + size - 2] }
        return TridiagonalMatrix(diagonal: diagonal, off: off).leading(count).map { pair in
            var vector = pair.vector
            for v in reflections.reversed() where !v.isEmpty {
                let part = 2 * vector.dot(v)
                for row in 0..<size { vector[row] -= part * v[row] }
            }
            return (pair.value, vector)
        }
    }

    /// A - 2(v w' + w v') with w = Av - v(v'Av), on rows and columns from `first` on.
    private func reflect(_ a: inout [Double], _ v: [Double], from first: Int) {
        var w = Array(repeating: 0.0, count: size)
        a.withUnsafeMutableBufferPointer { a in
            for row in first..<size {
                var sum = 0.0
                for column in first..<size { sum += a[row * size + column] * v[column] }
                w[row] = sum
            }
            var part = 0.0
            for row in first..<size { part += w[row] * v[row] }
            for row in first..<size { w[row] -= part * v[row] }
            for row in first..<size {
                let (left, right) = (2 * v[row], 2 * w[row])
                for column in first..<size {
                    a[row * size + column] -= left * w[column] + right * v[column]
                }
            }
        }
    }

    private func product(_ vector: [Double]) -> [Double] {
        entries.withUnsafeBufferPointer { entries in
            vector.withUnsafeBufferPointer { vector in
                (0..<size).map { row in
                    // Four sums at once, so that the processor need not wait for one.
                    var sums = SIMD4<Double>.zero
                    var column = 0
                    let base = row * size
                    while column + 4 <= size {
                        let left = SIMD4(
                            entries[base + column], entries[base + column + 1], entries[base + column + 2],
                            entries[base + column + 3])
                        let right = SIMD4(
                            vector[column], vector[column + 1], vector[column + 2], vector[column + 3])
                        sums += left * right
                        column += 4
                    }
                    var sum = sums.sum()
                    while column < size {
                        sum += entries[base + column] * vector[column]
                        column += 1
                    }
                    return sum
                }
            }
        }
    }

    /// The method of Lanczos with full orthogonalisation, until the vectors no longer change (Parlett 1980).
    private func lanczos(_ count: Int) -> [(value: Double, vector: [Double])] {
        let found = krylov(count, avoiding: [], floor: nil)
        // A search meets one vector of each eigenvalue; a second one looks for what the first could not see.
        let more = krylov(count, avoiding: found.map(\.vector), floor: found.last?.value)
        return Array((found + more).sorted { $0.value > $1.value }.prefix(count))
    }

    /// - Parameter floor: pairs below this are of no interest, and the search ends once it is clear that none is left.

    private func krylov(
        _ count: Int, avoiding known: [[Double]], floor: Double?
    ) -> [(value: Double, vector: [Double])] {
        var basis: [[Double]] = []
        var diagonal: [Double] = []
        var off: [Double] = []
        var next = (0..<size).map { 1 + 0.5 * sin(Double($0 * (known.count + 2))) }
        for vector in known { next.removeComponent(along: vector) }
        next.normalise()
        let room = size - known.count
        while basis.count < room {
            basis.append(next)
            var image = product(next)
            diagonal.append(image.dot(next))
            // Twice is enough to keep the basis orthogonal to rounding.
            for _ in 0..<2 {
                for vector in known { image.removeComponent(along: vector) }
                for vector in basis { image.removeComponent(along: vector) }
            }
            let rest = image.dot(image).squareRoot()
            if basis.count % 8 == 0 || basis.count == room {
                let pairs = TridiagonalMatrix(diagonal: diagonal, off: off).leading(count)
                let largest = abs(pairs.first?.value ?? 0)
                let left = pairs.map { abs(rest * ($0.vector.last ?? 0)) }.max() ?? 0
                if let floor, basis.count >= 24, (pairs.first?.value ?? 0) + left < floor { return [] }
                if left <= 1e-14 * largest || basis.count == room { return combined(pairs, basis) }
            }
            off.append(rest)
            next = image
            if rest <= 1e-13 * (diagonal.map(abs).max() ?? 0) {
                off[off.count - 1] = 0
                next = freshDirection(basis, known)
            }
            next.normalise()
        }
        return combined(TridiagonalMatrix(diagonal: diagonal, off: off).leading(count), basis)
    }

    /// A direction outside what was searched, where the search came to an end by itself.
    private func freshDirection(_ basis: [[Double]], _ known: [[Double]]) -> [Double] {
        var direction = (0..<size).map { 1 + 0.5 * sin(Double($0 * $0 + basis.count)) }
        for _ in 0..<2 { for vector in known + basis { direction.removeComponent(along: vector) } }
        return direction
    }

    private func combined(
        _ pairs: [(value: Double, vector: [Double])], _ basis: [[Double]]
    ) -> [(value: Double, vector: [Double])] {
        pairs.map { pair in
            var vector = Array(repeating: 0.0, count: size)
            for (weight, direction) in zip(pair.vector, basis) {
                for row in 0..<size { vector[row] += weight * direction[row] }
            }
            vector.normalise()
            return (pair.value, vector)
        }
    }
}

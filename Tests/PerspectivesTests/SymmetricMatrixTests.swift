import Stochastics
import Testing

@testable import Perspectives

/// Eigenvectors by both ways, against what defines them.
@Suite struct SymmetricMatrixTests {
    static func random(_ size: Int, seed: UInt64) -> SymmetricMatrix {
        var stream = RandomStream(seed: seed, purpose: .selfTest)
        var entries = Array(repeating: 0.0, count: size * size)
        for row in 0..<size {
            for column in row..<size {
                entries[row * size + column] = stream.unit() - 0.5
                entries[column * size + row] = entries[row * size + column]
            }
        }
        return SymmetricMatrix(size: size, entries: entries)
    }

    private func residual(_ matrix: SymmetricMatrix, _ pair: (value: Double, vector: [Double])) -> Double {
        (0..<matrix.size).reduce(0) { most, row in
            let image = (0..<matrix.size).reduce(0.0) {
                $0 + matrix.entries[row * matrix.size + $1] * pair.vector[$1]
            }
            return max(most, abs(image - pair.value * pair.vector[row]))
        }
    }

    @Test(arguments: [1, 2, 3, 7, 40, 160, 161, 230]) func pairsSolveTheirEquation(size: Int) {
        let matrix = Self.random(size, seed: 3)
        let pairs = matrix.leading(2)
        #expect(pairs.count == min(2, size))
        for pair in pairs { #expect(residual(matrix, pair) < 1e-9 * Double(size)) }
        if size > 1 { #expect(abs(pairs[0].vector.dot(pairs[1].vector)) < 1e-10) }
    }

    /// All eigenvalues of a small matrix add to its trace.
    @Test func eigenvaluesAddToTheTrace() {
        let matrix = Self.random(9, seed: 5)
        let trace = (0..<9).reduce(0) { $0 + matrix.entries[$1 * 10] }
        #expect(abs(matrix.leading(9).reduce(0) { $0 + $1.value } - trace) < 1e-12)
    }

    /// An eigenvalue that occurs twice has two vectors, also where the search of Lanczos meets one only.
    @Test(arguments: [4, 200]) func valuesThatOccurTwiceAreFoundTwice(size: Int) {
        var entries = Array(repeating: 0.0, count: size * size)
        for row in 0..<size { entries[row * size + row] = row < 2 ? 5 : Double(row % 7) / 2 }
        let pairs = SymmetricMatrix(size: size, entries: entries).leading(2)
        #expect(abs(pairs[0].value - 5) < 1e-12 && abs(pairs[1].value - 5) < 1e-9)
        #expect(abs(pairs[0].vector.dot(pairs[1].vector)) < 1e-9)
    }

    @Test func aMatrixOfZerosHasZerosOnly() {
        let pairs = SymmetricMatrix(size: 5, entries: Array(repeating: 0, count: 25)).leading(2)
        #expect(pairs.allSatisfy { abs($0.value) < 1e-12 })
    }
}

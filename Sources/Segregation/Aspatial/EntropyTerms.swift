internal import Foundation

/// The terms n ln n, looked up for whole n below a limit and worked out above it.
///
/// Counts are whole numbers nearly always, and reading a table is about five times faster than taking a logarithm.
struct EntropyTerms: Sendable {
    /// Larger tables fall out of the processor's cache and win nothing.
    static let largest = 1 << 16

    private let terms: [Double]

    /// The term of 0 only.
    static let none = EntropyTerms(upTo: 0)

    /// A table for whole numbers up to `limit`.
    init(upTo limit: Double) {
        let size = Int(min(limit, Double(Self.largest))) + 1
        terms = (0..<size).map { $0 == 0 ? 0 : Double($0) * log(Double($0)) }
    }

    /// Lends the table to one hot loop.
    @inline(__always)
    func withTerms<Result>(_ body: (Lookup) -> Result) -> Result {
        terms.withUnsafeBufferPointer { body(Lookup(terms: $0)) }
    }

    /// The table while it is lent.
    struct Lookup {
        fileprivate let terms: UnsafeBufferPointer<Double>

        /// x ln x for x >= 0, with 0 ln 0 = 0.
        @inline(__always)
        func callAsFunction(_ x: Double) -> Double {
            if x < Double(terms.count) {
                // In range: x is at least 0 and below the count.
                let whole = Int(x)
                if Double(whole) == x { return terms[whole] }
            }
            return x * log(x)
        }
    }
}

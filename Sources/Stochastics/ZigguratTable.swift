internal import Foundation

/// The layers of the ziggurat method for the standard normal law (Marsaglia and Tsang 2000, Journal of Statistical
/// Software 5:8): 128 strips of equal area under exp(-x²/2).
@usableFromInline
struct ZigguratTable: Sendable {
    /// Where the lowest strip passes into the tail.
    static let tail = 3.442619855899
    private static let area = 9.91256303526217e-3

    /// The table, worked out once.
    @usableFromInline static let shared = ZigguratTable()

    /// The widths of the strips, lowest first, and 0 at the top.
    @usableFromInline let widths: [Double]
    private let heights: [Double]

    private init() {
        var widths = [Self.area / Self.density(Self.tail), Self.tail]
        for layer in 1..<127 {
            let height = Self.area / widths[layer] + Self.density(widths[layer])
            widths.append((-2 * log(height)).squareRoot())
        }
        widths.append(0)
        self.widths = widths
        heights = widths.map(Self.density)
    }

    private static func density(_ x: Double) -> Double { exp(-x * x / 2) }

    /// A normal number from 40 bits; more bits are taken in the one draw of eighty that leaves the inner rectangles.
    @inlinable @inline(__always)
    static func normal(
        _ bits: UInt64, widths: UnsafePointer<Double>, using generator: inout some RandomNumberGenerator
    ) -> Double {
        let layer = Int(bits & 127)
        let size = (Double(UInt32(truncatingIfNeeded: bits &>> 8)) + 0.5) * 0x1p-32 * widths[layer]
        let number = size < widths[layer + 1] ? size : shared.outside(layer, size, using: &generator)
        return bits & 128 == 0 ? number : -number
    }

    /// The wedge beside a rectangle, the tail under the lowest strip, or a new start.
    @usableFromInline @inline(never)
    func outside(_ layer: Int, _ size: Double, using generator: inout some RandomNumberGenerator) -> Double {
        var layer = layer
        var size = size
        while true {
            if layer == 0 { return fromTail(using: &generator) }
            let height = heights[layer] + unit(&generator) * (heights[layer + 1] - heights[layer])
            if height < Self.density(size) { return size }
            layer = Int(generator.next() >> 57)
            size = unit(&generator) * widths[layer]
            if size < widths[layer + 1] { return size }
        }
    }

    private func fromTail(using generator: inout some RandomNumberGenerator) -> Double {
        while true {
            let beyond = -log(1 - unit(&generator)) / Self.tail
            if -2 * log(1 - unit(&generator)) > beyond * beyond { return Self.tail + beyond }
        }
    }

    private func unit(_ generator: inout some RandomNumberGenerator) -> Double {
        Double(generator.next() >> 11) * 0x1p-53
    }
}

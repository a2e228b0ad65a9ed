internal import Foundation

extension RandomStream {
    /// A draw from the standard normal law, by the ziggurat method (Marsaglia and Tsang 2000).
    public mutating func standardNormal() -> Double {
        let bits = next()
        return ZigguratTable.shared.widths.withUnsafeBufferPointer { widths in
            // The table has 128 layers and is never empty.
            guard let widths = widths.baseAddress else { return 0 }
            return ZigguratTable.normal(bits, widths: widths, using: &self)
        }
    }

    /// A draw from the exponential law with mean 1.
    public mutating func standardExponential() -> Double {
        -log(1 - unit())
    }
}

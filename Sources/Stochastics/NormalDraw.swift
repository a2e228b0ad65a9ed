internal import Foundation

extension RandomStream {
    /// A draw from the standard normal law (Box and Muller 1958).
    public mutating func standardNormal() -> Double {
        let radius = (-2 * log(1 - unit())).squareRoot()
        return radius * cos(2 * Double.pi * unit())
    }

    /// A draw from the exponential law with mean 1.
    public mutating func standardExponential() -> Double {
        -log(1 - unit())
    }
}

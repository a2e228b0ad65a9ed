/// Numbers of GF(256) over x^8 + x^4 + x^3 + x^2 + 1, as QR codes have it, and the check words made with them.
enum ReedSolomon {
    private static let powers: [UInt8] = {
        var powers: [UInt8] = []
        var value = 1
        for _ in 0..<255 {
            powers.append(UInt8(value))
            value <<= 1
            if value > 255 { value ^= 0x11D }
        }
        return powers
    }()

    private static let logarithms: [Int] = {
        var logarithms = Array(repeating: 0, count: 256)
        for (power, value) in powers.enumerated() { logarithms[Int(value)] = power }
        return logarithms
    }()

    static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
        guard one != 0, other != 0 else { return 0 }
        return powers[(logarithms[Int(one)] + logarithms[Int(other)]) % 255]
    }

    /// The product of (x - 2^i) for i below `degree`, the highest power first and left out, as it is 1.
    static func generator(degree: Int) -> [UInt8] {
        var factors: [UInt8] = [1]
        for power in 0..<degree {
            factors.append(0)
            for place in stride(from: factors.count - 1, to: 0, by: -1) {
                factors[place] ^= product(factors[place - 1], powers[power])
            }
        }
        return Array(factors.dropFirst())
    }

    /// The check words of a block: what is left of data * x^count divided by the generator.
    static func checkWords(_ data: some Sequence<UInt8>, count: Int) -> [UInt8] {
        let generator = generator(degree: count)
        var rest = Array(repeating: UInt8(0), count: count)
        for word in data {
            let lead = word ^ rest.removeFirst()
            rest.append(0)
            for place in rest.indices { rest[place] ^= product(generator[place], lead) }
        }
        return rest
    }
}

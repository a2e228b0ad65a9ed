import ExperimentDesign
import Foundation

/// A fixture of this target.
func fixture<Content: Decodable>(_ name: String, as: Content.Type = Content.self) throws -> Content {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "Fixtures/\(name).json")
    return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
}

/// Whether two numbers agree within a tolerance, absolute below 1 and relative above.
func near(_ found: Double?, _ expected: Double, _ tolerance: Double = 1e-10) -> Bool {
    found.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
}

func near(_ found: [Double], _ expected: [Double], _ tolerance: Double = 1e-10) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { near($0, $1, tolerance) }
}

/// k factors on the unit interval.
func unitFactors(_ count: Int) throws -> [Factor] {
    try (1...count).map { try Factor("x\($0)", 0, 1) }
}

/// The three factors of the function of Ishigami and Homma (1990).
func ishigamiFactors() throws -> [Factor] {
    try (1...3).map { try Factor("x\($0)", -Double.pi, Double.pi) }
}

/// The function of Ishigami and Homma with a = 7 and b = 0.1 at every point.
func ishigami(_ design: Design) -> [Double] {
    (0..<design.count).map { place in
        let sines = design.point(place).map { sin($0) }
        return sines[0] + 7 * sines[1] * sines[1] + 0.1 * pow(design[place, 2], 4) * sines[0]
    }
}

/// The coefficients of the function of Sobol' in eight factors.
let gCoefficients: [Double] = [0, 1, 4.5, 9, 99, 99, 99, 99]

/// The function of Sobol' at every point.
func gFunction(_ design: Design) -> [Double] {
    (0..<design.count).map { place in
        zip(design.point(place), gCoefficients).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
}

/// The error that a call throws.
func thrown(_ body: () throws -> Void) -> ExperimentError? {
    do { try body() } catch { return error as? ExperimentError }
    return nil
}

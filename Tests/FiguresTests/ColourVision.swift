import Foundation

@testable import Figures

/// How a colour looks to a reader with a kind of colour blindness, at full severity: the matrices of Machado,
/// Oliveira and Fernandes (2009), table 1 of their supplement, on linear light.
enum ColourVision: CaseIterable {
    case normal, deutan, protan, tritan

    private var matrix: [[Double]] {
        switch self {
        case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protan:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deutan:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritan:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        }
    }

    /// Linear red, green and blue as this reader sees `colour`, within what a screen can show: the published table
    /// was made from simulated screens.
    func seen(_ colour: Colour) -> [Double] {
        let light = [colour.red, colour.green, colour.blue].map(Colour.linear)
        return matrix.map { row in min(max(zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) }
    }

    /// The difference this reader sees between two colours: Euclidean in CAM02-UCS.
    func difference(_ one: Colour, _ other: Colour) -> Double {
        CAM02UCS(linear: seen(one)).distance(to: CAM02UCS(linear: seen(other)))
    }
}

/// A colour in the uniform space of Luo, Cui and Li (2006) on CIECAM02 (CIE 159:2004), under the viewing conditions
/// of sRGB: D65, background 20, adapting luminance 64/π/5 cd/m², average surround.
struct CAM02UCS {
    let lightness: Double
    let a: Double
    let b: Double

    func distance(to other: CAM02UCS) -> Double {
        let parts = [lightness - other.lightness, a - other.a, b - other.b]
        return parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    init(linear rgb: [Double]) {
        let white = Self.response(to: [95.047, 100, 108.883])
        let seen = Self.response(
            to: Self.product(
                [[41.24, 35.76, 18.05], [21.26, 71.52, 7.22], [1.93, 11.92, 95.05]], rgb))
        let achromatic = { (cone: [Double]) in (2 * cone[0] + cone[1] + cone[2] / 20 - 0.305) * Self.nbb }
        let red = seen[0] - 12 * seen[1] / 11 + seen[2] / 11
        let yellow = (seen[0] + seen[1] - 2 * seen[2]) / 9
        let hue = atan2(yellow, red)
        let eccentricity = (cos(hue + 2) + 3.8) / 4
        let exponent = 0.69 * (1.48 + Self.n.squareRoot())
        let j = 100 * pow(max(achromatic(seen), 0) / achromatic(white), exponent)
        let t =
            50_000 / 13 * Self.nbb * eccentricity * hypot(red, yellow)
            / (seen[0] + seen[1] + 21 * seen[2] / 20)
        let chroma = pow(max(t, 0), 0.9) * (j / 100).squareRoot() * pow(1.64 - pow(0.29, Self.n), 0.73)
        let colourfulness = chroma * pow(Self.fl, 0.25)
        let uniform = log(1 + 0.0228 * colourfulness) / 0.0228
        lightness = 1.7 * j / (1 + 0.007 * j)
        a = uniform * cos(hue)
        b = uniform * sin(hue)
    }

    private static let adapting = 64 / Double.pi / 5
    private static let n = 0.2
    private static let nbb = 0.725 * pow(1 / n, 0.2)
    private static let fl: Double = {
        let k4 = pow(1 / (5 * adapting + 1), 4)
        return 0.2 * k4 * 5 * adapting + 0.1 * pow(1 - k4, 2) * pow(5 * adapting, 1.0 / 3)
    }()
    private static let cat02 = [
        [0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834],
    ]
    /// The inverse of CAT02 followed by the cones of Hunt, Pointer and Estévez, as one matrix.
    private static let toCones: [[Double]] = {
        let inverse = [
            [1.096123820835514, -0.278869000218287, 0.182745179382773],
            [0.454369041975359, 0.473533154307412, 0.072097803717229],
            [-0.009627608738429, -0.005698031216113, 1.015325639954543],
        ]
        let cones = [[0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0, 0, 1]]
        return cones.map { row in
            (0..<3).map { column in (0..<3).reduce(0) { $0 + row[$1] * inverse[$1][column] } }
        }
    }()

    private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    private static func response(to xyz: [Double]) -> [Double] {
        let degree = 1 - 1 / 3.6 * exp((-adapting - 42) / 92)
        let white = product(cat02, [95.047, 100, 108.883])
        let adapted = zip(product(cat02, xyz), white).map { value, white in
            value * (100 * degree / white + 1 - degree)
        }
        return product(toCones, adapted).map { cone in
            let power = pow(fl * abs(cone) / 100, 0.42)
            return (cone < 0 ? -1 : 1) * 400 * power / (power + 27.13) + 0.1
        }
    }
}

internal import Foundation
internal import Stochastics

/// The rounded outline that the town fills, around the origin, in metres.
struct TownOutline {
    static let halfWidth = 5_600.0
    static let halfHeight = 4_400.0

    private let phases: [Double]

    init(random: TownRandom) {
        var stream = random.stream(.outline)
        phases = (0..<3).map { _ in 2 * Double.pi * stream.unit() }
    }

    /// The point of the outline in a direction, moved `outward` metres.
    func point(at angle: Double, outward: Double = 0) -> (x: Double, y: Double) {
        let wave =
            1 + 0.05 * sin(2 * angle + phases[0]) + 0.045 * sin(3 * angle + phases[1])
            + 0.025 * sin(5 * angle + phases[2])
        let x = Self.halfWidth * wave * cos(angle)
        let y = Self.halfHeight * wave * sin(angle)
        let length = (x * x + y * y).squareRoot()
        return (x * (1 + outward / length), y * (1 + outward / length))
    }

    /// How far out a place is: 0 in the middle, about 1 on the outline.
    static func remoteness(x: Double, y: Double) -> Double {
        ((x / halfWidth) * (x / halfWidth) + (y / halfHeight) * (y / halfHeight)).squareRoot()
    }

    /// Points just outside: where cells of the town meet cells of these, the town ends.
    func surroundings(random: TownRandom) -> [GridPoint] {
        var stream = random.stream(.outline, entity: 1)
        let count = 66
        return (0..<count).map { index in
            let angle = 2 * Double.pi * (Double(index) + 0.3 * stream.unit()) / Double(count)
            let place = point(at: angle, outward: 260 + 140 * stream.unit())
            return GridPoint(x: Int(place.x.rounded()), y: Int(place.y.rounded()))
        }
    }

    /// Places spread evenly inside, closer together towards the middle (best of several candidates, Mitchell 1991).
    func sites(_ count: Int, random: TownRandom) -> [GridPoint] {
        var stream = random.stream(.sites)
        var sites: [GridPoint] = []
        while sites.count < count {
            var best = GridPoint(x: 0, y: 0)
            var widest = -1.0
            for _ in 0..<24 {
                let edge = point(at: 2 * Double.pi * stream.unit(), outward: -330)
                let depth = stream.unit().squareRoot()
                let candidate = GridPoint(
                    x: Int((edge.x * depth).rounded()), y: Int((edge.y * depth).rounded()))
                let gap =
                    sites.map { site in
                        let dx = Double(site.x - candidate.x)
                        let dy = Double(site.y - candidate.y)
                        return (dx * dx + dy * dy).squareRoot()
                    }.min() ?? 1e9
                let wanted = 0.45 + TownOutline.remoteness(x: Double(candidate.x), y: Double(candidate.y))
                if gap / wanted > widest {
                    widest = gap / wanted
                    best = candidate
                }
            }
            sites.append(best)
        }
        return sites
    }
}

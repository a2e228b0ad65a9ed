internal import Neighbourhoods

/// Where everything lies: neighbourhoods, their districts, names and codes, and the river. No figures yet.
struct TownPlan {
    /// What kind of place a neighbourhood is. All but the ordinary ones are there to have the gaps that real data
    /// have.
    enum Kind: Sendable {
        case ordinary
        /// Work only, a few homes: income is hidden.
        case industrial
        /// Three households: a small cell that must not be shown.
        case nature
        /// Nobody lives here: shares have no meaning.
        case park
        /// Mostly built between the two years.
        case newEstate
        /// Too small for the survey.
        case hamlet
    }

    struct Neighbourhood {
        var code: AreaCode
        var name: String
        var district: Int
        var kind: Kind
        /// Its cell in the mesh.
        var cell: Int
        var centre: Point
        /// Square metres of land: half of the river along its borders is left out.
        var land: Double
        /// 0 in the middle of the town, about 1 at its edge.
        var remoteness: Double
    }

    static let municipality = AreaCode("GM9999")
    static let townName = "Mengstede"
    static let neighbourhoodCount = 84
    static let districtCount = 12

    let mesh: TownMesh
    let river: River
    /// In code order.
    let neighbourhoods: [Neighbourhood]
    let districts: [Area]

    init(random: TownRandom) {
        let mesh = TownMesh(
            cells: Self.neighbourhoodCount, outline: TownOutline(random: random), random: random)
        let river = River(through: mesh)
        let shapes = (0..<mesh.cellCount).map { cell in mesh.shape { $0 == cell } }
        let centres = shapes.map { $0.centroid ?? Point(x: 0, y: 0) }
        let districtOf = Districts.assign(
            mesh: mesh, river: river, centres: centres, count: Self.districtCount)
        var land = shapes.map(\.area)
        var bank: Set<Int> = []
        for index in river.arcs {
            let arc = mesh.arcs[index]
            for cell in [arc.left, arc.right].compactMap({ $0 }) {
                bank.insert(cell)
                land[cell] -= min(land[cell] / 2, arc.length * River.halfWidth)
            }
        }
        let kinds = Self.kinds(mesh: mesh, bank: bank, centres: centres, land: land)
        let order = (0..<mesh.cellCount).sorted {
            (districtOf[$0], -centres[$0].y, $0) < (districtOf[$1], -centres[$1].y, $1)
        }
        var names = TownNames()
        var numberInDistrict = Array(repeating: 0, count: Self.districtCount)
        neighbourhoods = order.map { cell in
            let district = districtOf[cell]
            numberInDistrict[district] += 1
            let kind = kinds[cell] ?? .ordinary
            return Neighbourhood(
                code: AreaCode("BU9999" + twoDigits(district) + twoDigits(numberInDistrict[district])),
                name: names.next(for: kind, onTheRiver: bank.contains(cell)), district: district, kind: kind,
                cell: cell, centre: centres[cell], land: land[cell],
                remoteness: TownOutline.remoteness(x: centres[cell].x, y: centres[cell].y))
        }
        districts = (0..<Self.districtCount).map { index in
            Area(
                code: AreaCode("WK9999" + twoDigits(index)), name: TownNames.districts[index],
                level: .district)
        }
        self.mesh = mesh
        self.river = river
    }

    /// Picks the places that are not ordinary, all but the park at the edge of the town.
    private static func kinds(mesh: TownMesh, bank: Set<Int>, centres: [Point], land: [Double]) -> [Int: Kind]
    {
        let edge = Set(mesh.arcs.filter { $0.right == nil }.map(\.left))
        let outer = edge.sorted { (land[$0], $0) > (land[$1], $1) }
        var kinds: [Int: Kind] = [:]
        func take(_ kind: Kind, _ candidates: [Int]) {
            if let cell = candidates.first(where: { kinds[$0] == nil }) { kinds[cell] = kind }
        }
        take(.industrial, outer.filter(bank.contains) + outer)
        take(.nature, outer)
        take(.hamlet, outer)
        take(.newEstate, outer)
        let inner = centres.indices.filter { !edge.contains($0) && !bank.contains($0) }
        take(
            .park,
            inner.sorted {
                let first = abs(TownOutline.remoteness(x: centres[$0].x, y: centres[$0].y) - 0.45)
                let second = abs(TownOutline.remoteness(x: centres[$1].x, y: centres[$1].y) - 0.45)
                return (first, $0) < (second, $1)
            })
        return kinds
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

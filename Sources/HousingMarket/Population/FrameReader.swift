internal import Foundation
internal import Neighbourhoods

/// The map of a town from its data: middles, districts, facilities, turnover, values.
struct FrameReader {
    let dataset: Dataset
    let level: AreaLevel
    let year: Int?

    private var geometry: AreaGeometry? { dataset.geometry(at: level, year: year) }

    /// Whether distances come from real boundaries.
    var hasMap: Bool { geometry != nil }

    func frame(of areas: [Area]) -> TownFrame {
        let parents = areas.map { area in level == .district ? area.code : area.parent ?? area.code }
        let codes = Array(Set(parents)).sorted()
        let districts = codes.map { code in
            dataset.area(code) ?? Area(code: code, name: code.rawValue, level: .district)
        }
        let positions = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        let middles = middles(of: areas)
        let facilities = facilities(of: areas)
        let turnover = turnover(of: areas)
        let places = areas.indices.map { index in
            TownFrame.Place(
                code: areas[index].code, name: areas[index].name, district: positions[parents[index]] ?? 0,
                x: middles[index].x, y: middles[index].y, facilities: facilities[index],
                turnoverLevel: turnover[index])
        }
        return TownFrame(
            municipality: dataset.municipality, areas: places, districts: districts, startYear: startYear)
    }

    /// The year asked, or the newest year with incomes or homes.
    private var startYear: Int {
        if let year { return year }
        let ids: [Variable.ID] = [
            "income.lowest40", "income.quintile1", "stock.dwellings", "population.households",
        ]
        for id in ids {
            if let found = dataset.series(id, at: level), found.values.knownCount > 0 { return found.year }
        }
        return dataset.variables(at: level).compactMap { dataset.series($0.id, at: level)?.year }.max()
            ?? 2025
    }

    /// Middles in kilometres. An area without a shape lies in the middle of the town; without any shape areas lie on a
    /// spiral in the order of their codes, so that neighbours by code are near.
    private func middles(of areas: [Area]) -> [(x: Double, y: Double)] {
        guard let geometry else {
            return areas.indices.map { index in
                let angle = 2.4 * Double(index).squareRoot() * 2
                let reach = 0.45 * Double(index).squareRoot()
                return (x: reach * cos(angle), y: reach * sin(angle))
            }
        }
        let found = areas.map { geometry.shapes[$0.code]?.centroid }
        let known = found.compactMap(\.self)
        let middle = (
            x: known.reduce(0) { $0 + $1.x } / Double(max(1, known.count)),
            y: known.reduce(0) { $0 + $1.y } / Double(max(1, known.count))
        )
        return found.map { point in
            (x: ((point?.x ?? middle.x) - middle.x) / 1000, y: ((point?.y ?? middle.y) - middle.y) / 1000)
        }
    }

    /// Standard scores by function: the mean over its variables, near and many counting as high.
    private func facilities(of areas: [Area]) -> [[FacilityFunction: Double]] {
        var result: [[FacilityFunction: Double]] = Array(repeating: [:], count: areas.count)
        for function in FacilityFunction.allCases {
            var sums = Array(repeating: 0.0, count: areas.count)
            var counts = sums
            for variable in function.variables {
                guard let scores = scores(variable, areas) else { continue }
                for (area, score) in scores.enumerated() where score.isFinite {
                    sums[area] += score
                    counts[area] += 1
                }
            }
            for area in areas.indices where counts[area] > 0 {
                result[area][function] = min(2.5, max(-2.5, sums[area] / counts[area]))
            }
        }
        return result
    }

    private func scores(_ variable: Variable.ID, _ areas: [Area]) -> [Double]? {
        guard
            let series = dataset.series(variable, at: level, year: year)
                ?? dataset.series(variable, at: level),
            let known = VariableCatalogue.variable(variable)
        else { return nil }
        let isDistance = known.unit == .kilometres
        let values = areas.map { area -> Double in
            guard let index = dataset.index(of: area.code, at: level), let value = series.values[index].number
            else {
                return .nan
            }
            return isDistance ? -log(value + 0.1) : known.unit == .share ? value : log(value + 1)
        }
        return Self.standardised(values)
    }

    /// Values as standard scores; unknown ones stay unknown. Nil when all are the same.
    static func standardised(_ values: [Double]) -> [Double]? {
        let known = values.filter(\.isFinite)
        guard known.count > 2 else { return nil }
        let mean = known.reduce(0, +) / Double(known.count)
        let spread = (known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)).squareRoot()
        guard spread > 1e-12 else { return nil }
        return values.map { ($0 - mean) / spread }
    }

    private func turnover(of areas: [Area]) -> [Double] {
        let values = areas.map { area in
            dataset.value("moving.turnover", of: area.code, at: level).number ?? .nan
        }
        let known = values.filter { $0.isFinite && $0 > 0 }
        guard known.count > 2 else { return Array(repeating: 1, count: areas.count) }
        let mean = known.reduce(0, +) / Double(known.count)
        // Half of the difference is left to the stock and the residents, who move at different rates themselves.
        return values.map { $0.isFinite && $0 > 0 ? min(2, max(0.5, ($0 / mean).squareRoot())) : 1 }
    }

    /// How high assessed values are, in standard scores; 0 where no source tells.
    func values(of areas: [Area]) -> [Double] {
        let means = areas.map { area -> Double in
            let value = dataset.value("assessedValue.mean", of: area.code, at: level).number
            return value.map { $0 > 0 ? log($0) : .nan } ?? .nan
        }
        if let scores = Self.standardised(means) {
            return scores.map { $0.isFinite ? min(3, max(-3, $0)) : 0 }
        }
        let classes = areas.map { area -> Double in
            let low = dataset.value("valueClass.low", of: area.code, at: level).number
            let high = dataset.value("valueClass.high", of: area.code, at: level).number
            guard let low, let high else { return .nan }
            return high - low
        }
        return Self.standardised(classes)?.map { $0.isFinite ? min(3, max(-3, $0)) : 0 }
            ?? Array(repeating: 0, count: areas.count)
    }
}

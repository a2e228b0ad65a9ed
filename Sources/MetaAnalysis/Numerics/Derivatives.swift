/// First and second derivatives by central differences, taken twice and extrapolated (Richardson).
enum Derivatives {
    static func gradient(
        at point: [Double], scales: [Double], _ function: ([Double]) -> Double
    ) -> [Double] {
        point.indices.map { i in
            func slope(_ h: Double) -> Double {
                var up = point
                var down = point
                up[i] += h
                down[i] -= h
                return (function(up) - function(down)) / (2 * h)
            }
            let h = scales[i] * 1e-3
            return (4 * slope(h / 2) - slope(h)) / 3
        }
    }

    static func hessian(
        at point: [Double], scales: [Double], _ function: ([Double]) -> Double
    ) -> Matrix {
        let n = point.count
        let centre = function(point)
        var result = Matrix(rows: n, columns: n)
        func moved(_ changes: [(Int, Double)]) -> Double {
            var place = point
            for (index, change) in changes { place[index] += change }
            return function(place)
        }
        func second(_ i: Int, _ h: Double) -> Double {
            (moved([(i, h)]) - 2 * centre + moved([(i, -h)])) / (h * h)
        }
        func mixed(_ i: Int, _ j: Int, _ h: Double, _ g: Double) -> Double {
            (moved([(i, h), (j, g)]) - moved([(i, h), (j, -g)]) - moved([(i, -h), (j, g)])
                + moved([(i, -h), (j, -g)])) / (4 * h * g)
        }
        for i in 0..<n {
            let h = scales[i] * 4e-3
            result[i, i] = (4 * second(i, h / 2) - second(i, h)) / 3
            for j in 0..<i {
                let g = scales[j] * 4e-3
                let value = (4 * mixed(i, j, h / 2, g / 2) - mixed(i, j, h, g)) / 3
                result[i, j] = value
                result[j, i] = value
            }
        }
        return result
    }
}

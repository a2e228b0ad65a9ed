/// How hard a code is to read: long runs, blocks, patterns that look like the corners, and too much of one colour
/// (ISO/IEC 18004, 7.8.3).
enum Penalty {
    static func of(_ grid: ModuleGrid) -> Int {
        let lines = (0..<grid.size).flatMap { line in
            [
                (0..<grid.size).map { grid[$0, line] }, (0..<grid.size).map { grid[line, $0] },
            ]
        }
        return lines.reduce(0) { $0 + runs($1) + corners($1) } + blocks(grid) + balance(grid)
    }

    /// 3 for a run of five, and 1 for each more.
    static func runs(_ line: [Bool]) -> Int {
        var penalty = 0
        var length = 0
        for (place, isDark) in line.enumerated() {
            length = place > 0 && line[place - 1] == isDark ? length + 1 : 1
            if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
        }
        return penalty
    }

    private static let corner = [true, false, true, true, true, false, true]
    private static let light = [false, false, false, false]

    /// 40 for every 1:1:3:1:1 with four light modules on a side; around the code all is light.
    static func corners(_ line: [Bool]) -> Int {
        let padded = light + line + light
        var count = 0
        for start in 0...(padded.count - 11) {
            let part = Array(padded[start..<start + 11])
            if part == corner + light { count += 1 }
            if part == light + corner { count += 1 }
        }
        return 40 * count
    }

    /// 3 for every two by two of one colour.
    static func blocks(_ grid: ModuleGrid) -> Int {
        var count = 0
        for row in 0..<(grid.size - 1) {
            for column in 0..<(grid.size - 1) {
                let one = grid[column, row]
                if grid[column + 1, row] == one, grid[column, row + 1] == one,
                    grid[column + 1, row + 1] == one
                {
                    count += 1
                }
            }
        }
        return 3 * count
    }

    /// 10 for every full 5% that the dark part is away from half.
    static func balance(_ grid: ModuleGrid) -> Int {
        let all = grid.dark.count
        let dark = grid.dark.count(where: \.self)
        return 10 * (abs(20 * dark - 10 * all) / all)
    }
}

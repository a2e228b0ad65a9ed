internal import Bilingual
internal import Neighbourhoods

extension Calibration {
    /// The calibration as comma-separated lines, each with its kind first; full precision, the same bytes every time.
    /// ``init(text:)`` reads them back.
    public var text: String {
        var rows: [[String]] = [
            ["calibration", "1"], ["seed", "\(seed)"], ["ending", ending.rawValue],
        ]
        for one in problem.parameters {
            rows.append(["parameter", one.id, one.name.nl, one.name.en, "\(one.low)", "\(one.high)"])
        }
        for one in problem.targets {
            rows.append([
                "target", one.id, one.name.nl, one.name.en, "\(one.observed)", "\(one.uncertainty)",
                "\(one.discrepancy)", one.unit.rawValue, "\(one.year)", one.source,
            ])
        }
        for wave in waves {
            rows.append(
                [
                    "wave", "\(wave.number)", "\(wave.replicates)", "\(wave.cutoff)", "\(wave.spaceSearched)",
                    "\(wave.spaceLeft)",
                ] + wave.chance.map { "\($0)" })
            for point in wave.points {
                rows.append(
                    ["point", "\(point.implausibility)", "\(point.worstTarget)"]
                        + (point.parameters + point.simulated).map { "\($0)" })
            }
        }
        for one in posterior?.generations ?? [] {
            rows.append(["generation", "\(one.tolerance)", "\(one.effectiveSize)"])
        }
        for draw in posterior?.draws ?? [] {
            rows.append(["draw", "\(draw.weight)"] + (draw.parameters + draw.simulated).map { "\($0)" })
        }
        return rows.map { QuotedRow.line($0) + "\n" }.joined()
    }

    /// Reads what ``text`` wrote.
    /// - Throws: ``CalibrationError/line(number:problem:)`` at the first line that does not fit, and what
    ///   ``CalibrationProblem/init(parameters:targets:)`` throws.
    public init(text: String) throws(CalibrationError) {
        guard let rows = QuotedRow.rows(text) else {
            throw .line(number: 1, problem: "a quotation mark is not closed; restore the file")
        }
        var reader = CalibrationReader()
        for (index, row) in rows.enumerated() { try reader.read(row, line: index + 1) }
        self = try reader.calibration(lines: rows.count)
    }
}

/// Takes the lines of a stored calibration one by one.
private struct CalibrationReader {
    private var seed: UInt64?
    private var ending: HistoryMatchingEnding?
    private var parameters: [CalibrationParameter] = []
    private var targets: [CalibrationTarget] = []
    private var waves: [CalibrationWave] = []
    private var generations: [CalibrationPosterior.Generation] = []
    private var draws: [CalibrationPosterior.Draw] = []

    mutating func read(_ row: [String], line: Int) throws(CalibrationError) {
        if line == 1 {
            guard row == ["calibration", "1"] else {
                throw .line(
                    number: 1,
                    problem:
                        "found ‘\(QuotedRow.line(row))’, expected ‘calibration,1’; give a stored calibration")
            }
            return
        }
        switch row[0] {
        case "seed":
            guard row.count == 2, let number = UInt64(row[1]) else {
                throw Self.misfit(row, line, "one whole number")
            }
            seed = number
        case "ending":
            guard row.count == 2, let found = HistoryMatchingEnding(rawValue: row[1]) else {
                throw Self.misfit(
                    row, line, HistoryMatchingEnding.allCases.map(\.rawValue).joined(separator: ", "))
            }
            ending = found
        case "parameter":
            let numbers = try Self.numbers(row, line, from: 4, count: 2)
            parameters.append(
                CalibrationParameter(
                    id: row[1], name: BilingualText(nl: row[2], en: row[3]), low: numbers[0], high: numbers[1]
                ))
        case "target": try readTarget(row, line)
        case "wave": try readWave(row, line)
        case "point": try readPoint(row, line)
        case "generation":
            let numbers = try Self.numbers(row, line, from: 1, count: 2)
            generations.append(.init(tolerance: numbers[0], effectiveSize: numbers[1]))
        case "draw":
            let numbers = try Self.numbers(row, line, from: 1, count: 1 + parameters.count + targets.count)
            draws.append(
                .init(
                    parameters: Array(numbers.dropFirst().prefix(parameters.count)),
                    simulated: Array(numbers.dropFirst(1 + parameters.count)), weight: numbers[0]))
        default:
            throw .line(number: line, problem: "the kind ‘\(row[0])’ is not known; restore the file")
        }
    }

    func calibration(lines: Int) throws(CalibrationError) -> Calibration {
        guard let seed else { throw .line(number: lines, problem: "no line with the seed; restore the file") }
        guard let ending else {
            throw .line(number: lines, problem: "no line with the ending; restore the file")
        }
        let problem = try CalibrationProblem(parameters: parameters, targets: targets)
        return Calibration(
            problem: problem, seed: seed, waves: waves, ending: ending,
            posterior: draws.isEmpty ? nil : CalibrationPosterior(draws: draws, generations: generations))
    }

    private mutating func readTarget(_ row: [String], _ line: Int) throws(CalibrationError) {
        guard row.count == 10, let unit = MeasurementUnit(rawValue: row[7]), let year = Int(row[8]) else {
            throw Self.misfit(row, line, "name, three numbers, unit, year and source")
        }
        let numbers = try Self.numbers(Array(row[0..<7]), line, from: 4, count: 3)
        targets.append(
            CalibrationTarget(
                id: row[1], name: BilingualText(nl: row[2], en: row[3]), observed: numbers[0],
                uncertainty: numbers[1],
                discrepancy: numbers[2], unit: unit, year: year, source: row[9]))
    }

    private mutating func readWave(_ row: [String], _ line: Int) throws(CalibrationError) {
        guard row.count > 2, let number = Int(row[1]), let replicates = Int(row[2]) else {
            throw Self.misfit(row, line, "the wave's number and runs")
        }
        let numbers = try Self.numbers(row, line, from: 3, count: 3 + targets.count)
        waves.append(
            CalibrationWave(
                number: number, replicates: replicates, cutoff: numbers[0], spaceSearched: numbers[1],
                spaceLeft: numbers[2], chance: Array(numbers[3...]), points: []))
    }

    private mutating func readPoint(_ row: [String], _ line: Int) throws(CalibrationError) {
        guard !waves.isEmpty else {
            throw .line(number: line, problem: "a point before the first wave; restore the file")
        }
        guard row.count > 2, let worst = Int(row[2]), targets.indices.contains(worst) else {
            throw Self.misfit(row, line, "the position of a target")
        }
        let all = try Self.numbers(
            [row[0], row[1]] + row[3...], line, from: 1, count: 1 + parameters.count + targets.count)
        waves[waves.count - 1].points.append(
            CalibrationWave.Point(
                parameters: Array(all.dropFirst().prefix(parameters.count)),
                simulated: Array(all.dropFirst(1 + parameters.count)),
                implausibility: all[0], worstTarget: worst))
    }

    private static func numbers(_ row: [String], _ line: Int, from start: Int, count: Int)
        throws(CalibrationError)
        -> [Double]
    {
        let fields = row.dropFirst(start)
        let numbers = fields.compactMap(Double.init)
        guard fields.count == count, numbers.count == count else {
            throw misfit(row, line, "\(count) numbers")
        }
        return numbers
    }

    private static func misfit(_ row: [String], _ line: Int, _ expected: String) -> CalibrationError {
        .line(number: line, problem: "found ‘\(QuotedRow.line(row))’, expected \(expected); restore the file")
    }
}

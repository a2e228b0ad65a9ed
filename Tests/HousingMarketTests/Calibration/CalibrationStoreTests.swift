import Bilingual
import HousingMarket
import Neighbourhoods
import Testing

@Suite struct CalibrationStoreTests {
    private func made(workers: Int = 1, seed: UInt64 = 9, particles: Int = 100) async throws -> Calibration {
        let problem = try CalibrationProblem(
            parameters: [
                CalibrationParameter(
                    id: "moveRate", name: BilingualText(nl: "kans, per jaar", en: "rate \"a year\""), low: 0,
                    high: 1),
                Toy.parameter("choice", -2, 3),
            ],
            targets: [
                CalibrationTarget(
                    id: "freed", name: BilingualText(nl: "vrijgekomen", en: "freed"), interval: 0.4...0.6,
                    unit: .share, year: 2022, source: "made,\nfor a test"),
                Toy.target("chain", 1.2, 0.2, discrepancy: 0.1),
            ])
        var options = CalibrationOptions(
            waves: 2, points: 40, replicates: 2, particles: particles, seed: seed)
        options.workers = workers
        return try await Calibration(of: problem, options: options) { values, seed in
            [values[0] + 0.02 * Toy.noise(seed), values[0] + values[1] + 0.02 * Toy.noise(seed, 1)]
        }
    }

    @Test func theResultIsTheSameWhateverTheNumberOfWorkers() async throws {
        let one = try await made().text
        #expect(try await made(workers: 3).text == one)
        #expect(try await made().text == one)
        #expect(try await made(seed: 10).text != one)
    }

    @Test func whatIsStoredIsReadBackToTheLastDigit() async throws {
        let calibration = try await made()
        #expect(calibration.posterior != nil && calibration.waves.count > 0)
        let back = try Calibration(text: calibration.text)
        #expect(back == calibration)
        #expect(back.text == calibration.text)
        #expect(CalibrationReport(back) == CalibrationReport(calibration))
    }

    @Test func aCalibrationWithoutPosteriorIsReadBackToo() async throws {
        let problem = try CalibrationProblem(
            parameters: [Toy.parameter("x", 0, 1)], targets: [Toy.target("far", 9, 0.1)])
        let calibration = try await Calibration(of: problem, options: Toy.small) { values, _ in
            [values[0] < 0.1 ? .infinity : values[0]]
        }
        let back = try Calibration(text: calibration.text)
        #expect(back == calibration && back.posterior == nil)
    }

    @Test func linesBeforeTheListsThatTheyBelongToAreRefused() {
        let head = "calibration,1\nseed,1\nending,settled\n"
        for lines in ["draw,1\n", "target,t,a,b,1,1,0,share,2022,c\nwave,1,1,1,1,1,0\npoint,1,0,1\n"] {
            #expect(throws: CalibrationError.self, "\(lines)") { try Calibration(text: head + lines) }
        }
    }

    @Test func aDamagedFileIsRefusedAtItsLine() async throws {
        let text = try await made().text
        func refusal(_ text: String) -> String {
            do {
                _ = try Calibration(text: text)
                return "read"
            } catch { return "\(error)" }
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func changed(_ line: Int, _ new: String) -> String {
            var lines = lines
            lines[line - 1] = new
            return lines.joined(separator: "\n")
        }
        #expect(refusal("").contains("no line with the seed"))
        #expect(refusal("name,value\n").hasPrefix("line 1 of the calibration: found ‘name,value’"))
        #expect(refusal(changed(2, "seed,many")).hasPrefix("line 2 of the calibration: found ‘seed,many’"))
        #expect(refusal(changed(3, "ending,happy")).contains("line 3"))
        #expect(refusal(changed(4, "parameter,moveRate,a,b,0")).contains("line 4"))
        #expect(refusal(changed(4, "guess,1")).contains("‘guess’ is not known"))
        #expect(refusal(text + "point,1,7,0,0,0,0\n").contains("the position of a target"))
        #expect(refusal(text + "draw,\"0.1\n").contains("quotation mark"))
        for refused in [refusal(""), refusal(changed(2, "seed,many"))] { #expect(!refused.contains("\n")) }
    }

    @Test func nonsenseIsRefusedInOneLine() async throws {
        let x = Toy.parameter("x", 0, 1)
        let seen = Toy.target("seen", 0.5, 0.1)
        func refusal(_ parameters: [CalibrationParameter], _ targets: [CalibrationTarget])
            -> CalibrationError?
        {
            do {
                _ = try CalibrationProblem(parameters: parameters, targets: targets)
                return nil
            } catch { return error }
        }
        #expect(refusal([], [seen]) == .noParameters)
        #expect(refusal([x], []) == .noTargets)
        #expect(refusal([x], [Toy.target("x", 1, 1)]) == .duplicate(id: "x"))
        #expect(refusal([Toy.parameter("x", 1, 1)], [seen]) == .range(parameter: "x", low: 1, high: 1))
        #expect(refusal([x], [Toy.target("seen", 0.5, 0)]) == .noUncertainty(target: "seen"))
        #expect(refusal([x], [Toy.target("seen", 0.5, 0, discrepancy: 0.1)]) == nil)
        #expect(
            refusal([x], [Toy.target("seen", 0.5, -0.1)])
                == .number(target: "seen", what: "uncertainty", found: -0.1))
        #expect(
            refusal([x], [Toy.target("seen", .infinity, 0.1)])
                == .number(target: "seen", what: "observed value", found: .infinity))
        let problem = try CalibrationProblem(parameters: [x], targets: [seen])
        await #expect(throws: CalibrationError.outcome(found: 2, expected: 1)) {
            _ = try await Calibration(of: problem, options: Toy.small) { _, _ in [1, 2] }
        }
        var options = Toy.small
        options.points = 3
        await #expect(throws: CalibrationError.self) {
            _ = try await Calibration(of: problem, options: options) { _, _ in [1] }
        }
        let all: [CalibrationError] = [
            .noParameters, .noTargets, .duplicate(id: "x"), .range(parameter: "x", low: 1, high: 0),
            .number(target: "t", what: "uncertainty", found: -1), .noUncertainty(target: "t"),
            .outcome(found: 2, expected: 1), .option(name: "waves", found: 0, expected: "1 or more"),
        ]
        for error in all { #expect(error.description.count > 20 && !error.description.contains("\n")) }
    }

    @Test func anIntervalBecomesItsMiddleAndStandardDeviation() {
        let target = CalibrationTarget(
            id: "freed", name: BilingualText(same: "freed"), interval: 0.12...0.17, unit: .share, year: 2022,
            source: "CBS")
        #expect(abs(target.observed - 0.145) < 1e-12 && abs(target.uncertainty - 0.012755) < 1e-6)
    }
}

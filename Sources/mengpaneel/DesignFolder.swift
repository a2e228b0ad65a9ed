import ExperimentDesign
import Foundation

/// A folder with a design and its outcomes in the files of SALib and of the EMA workbench.
struct DesignFolder {
    /// The name of the outcome, also of its file.
    let outcome: String

    private static func text(_ path: String) throws -> String {
        try InputFile.text(path, expected: "a file of a design", largest: 1 << 30)
    }

    private func path(_ folder: String, _ name: String) -> String {
        (folder as NSString).appendingPathComponent(name)
    }

    /// Writes all files of both.
    func write(_ design: Design, _ means: [Double], policy: String, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let table = try ScenarioTable(
            design: design, ofInterest: Array(repeating: false, count: design.count))
        let results = try EMAResults(
            variables: table.variables, scenario: (0..<design.count).map { "\($0)" },
            policy: Array(repeating: policy, count: design.count),
            model: Array(repeating: "mengpaneel", count: design.count),
            outcomes: [EMAResults.Outcome(outcome, means)])
        var files = [
            ("problem.txt", try SALibText.problem(design.factors)),
            ("param_values.txt", SALibText.paramValues(design)),
            ("Y.txt", try SALibText.outcomes([means])),
        ]
        files += results.files().map { ($0.name, $0.text) }
        for (name, text) in files { try WholeFile.write(Data(text.utf8), to: path(folder, name)) }
    }

    /// Whether the folder holds results of the workbench and none of SALib.
    func isOfWorkbench(_ folder: String) -> Bool {
        let known = FileManager.default
        return known.fileExists(atPath: path(folder, "experiments.csv"))
            && !known.fileExists(atPath: path(folder, "problem.txt"))
    }

    /// The design and its outcomes; a mistake names the file, line and column.
    func salib(_ folder: String) throws -> (Design, [Double]) {
        let factors = try named(folder, "problem.txt") { try SALibText.factors(fromProblem: $0) }
        let design = try named(folder, "param_values.txt") {
            try SALibText.design(fromParamValues: $0, factors: factors)
        }
        let outcomes = try named(folder, "Y.txt") { try SALibText.outcomes(from: $0, points: design.count) }
        guard outcomes.count == 1 else {
            throw UserError(
                "\(path(folder, "Y.txt")): found \(outcomes.count) columns, expected one outcome; keep one column."
            )
        }
        return (design, outcomes[0])
    }

    /// The experiments of the workbench, unpacked, with one outcome from `<outcome>.cls` or `<outcome>.csv`.
    func workbench(_ folder: String) throws -> EMAResults {
        let names = ["\(outcome).cls", "\(outcome).csv"]
        let found = names.first { FileManager.default.fileExists(atPath: path(folder, $0)) }
        guard let found else {
            throw UserError(
                "\(folder): there is no \(names.joined(separator: " or ")); give --outcome its name.")
        }
        let values = try Self.text(path(folder, found))
        return try named(folder, "experiments.csv") {
            try EMAResults(experiments: $0, outcomes: [(outcome, values)])
        }
    }

    private func named<Value>(_ folder: String, _ name: String, _ read: (String) throws -> Value) throws
        -> Value
    {
        let text = try Self.text(path(folder, name))
        do {
            return try read(text)
        } catch let error as ExperimentError {
            throw UserError("\(path(folder, name)): \(error.description)")
        }
    }
}

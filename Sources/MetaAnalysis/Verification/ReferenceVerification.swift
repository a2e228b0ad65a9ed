internal import Foundation
public import ReferenceFiles

/// Recomputes every value in files of reference values for meta-analysis and says which agree.
///
/// Anyone can point this at a folder of files with values from other software and see on their own machine
/// what this library reproduces, what it does not and what it does not cover.
public struct ReferenceVerification: VerifiedFiles {
    /// One expected value, or one list of values.
    public struct Entry: VerifiedEntry {
        /// The keys from the top of the file, with slashes.
        public let path: String
        /// What became of it.
        public let outcome: ReferenceOutcome
    }

    /// The files, by name; their entries with the keys in alphabetical order.
    public let files: [VerifiedFile<Entry>]

    /// Verifies all reference files in a folder, or one file.
    /// - Throws: ``ReferenceError`` when there is nothing to read or a file has another form.
    public init(path: String) throws(ReferenceError) {
        guard let paths = ReferenceFolder.files(at: path) else { throw .notFound(path: path) }
        guard !paths.isEmpty else { throw .noFiles(path: path) }
        var files: [VerifiedFile<Entry>] = []
        for path in paths { files.append(try Self.verify(path)) }
        self.files = files
    }

    private static func verify(_ path: String) throws(ReferenceError) -> VerifiedFile<Entry> {
        let name = (path as NSString).lastPathComponent
        guard let data = FileManager.default.contents(atPath: path) else { throw .notFound(path: path) }
        guard let file = try? JSONValue(contentsOf: data) else { throw .notJSON(file: name) }
        guard let dataset = file.at("meta", "dataset")?.text, var expected = file.record else {
            throw .otherFormat(file: name)
        }
        expected["meta"] = nil
        expected["inputs"] = nil
        let calculator = ReferenceCalculator(file: file, dataset: dataset)
        let comparison = ReferenceComparison(
            dataset: dataset, expected: .record(expected), found: .record(calculator.values()))
        var remarks: [String: String] = [:]
        let entries = comparison.entries.map { entry -> Entry in
            guard case .missed(let difference) = entry.outcome else { return entry }
            let key = calculator.remarkKey(entry.path)
            if let key, remarks[key] == nil { remarks[key] = calculator.remark(key) ?? "" }
            guard let key, let remark = remarks[key], !remark.isEmpty else { return entry }
            return Entry(path: entry.path, outcome: .matched(numbers: 0, remark: "\(remark); \(difference)"))
        }
        return VerifiedFile(name: name, entries: entries)
    }
}

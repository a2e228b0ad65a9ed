internal import Foundation
internal import ReferenceFiles

/// Recomputes every value in files of reference values for meta-analysis and says which agree.
///
/// Anyone can point this at a folder of files with values from other software and see on their own machine
/// what this library reproduces, what it does not and what it does not cover.
public struct ReferenceVerification: Sendable, Equatable {
    /// What became of one expected value or list of values.
    public enum Outcome: Sendable, Equatable {
        /// All numbers lie within the tolerance; or, where there is a remark, the package's value is known
        /// to fall short and the remark says what was checked in its place.
        case matched(numbers: Int, remark: String?)
        /// A number differs, or could not be computed.
        case missed(String)
        /// This version does not compute it.
        case notCovered
    }

    /// One expected value, or one list of values.
    public struct Entry: Sendable, Equatable {
        /// The keys from the top of the file, with slashes.
        public let path: String
        /// What became of it.
        public let outcome: Outcome
    }

    /// One file.
    public struct File: Sendable, Equatable {
        /// The name of the file.
        public let name: String
        /// Its expected values, keys in alphabetical order.
        public let entries: [Entry]

        /// Entries that agree.
        public var matched: Int { entries.count { if case .matched = $0.outcome { true } else { false } } }

        /// Single numbers that agree.
        public var numbersMatched: Int {
            entries.reduce(0) { sum, entry in
                if case .matched(let numbers, _) = entry.outcome { sum + numbers } else { sum }
            }
        }

        /// Entries that count as matched with a remark; their numbers are not in ``numbersMatched``.
        public var remarked: [Entry] {
            entries.filter { if case .matched(_, .some) = $0.outcome { true } else { false } }
        }

        /// Entries that differ.
        public var missed: [Entry] { entries.filter { if case .missed = $0.outcome { true } else { false } } }

        /// Entries that this version does not compute.
        public var notCovered: [Entry] { entries.filter { $0.outcome == .notCovered } }
    }

    /// The files, by name.
    public let files: [File]

    /// Entries that agree.
    public var matched: Int { files.reduce(0) { $0 + $1.matched } }

    /// Single numbers that agree.
    public var numbersMatched: Int { files.reduce(0) { $0 + $1.numbersMatched } }

    /// Entries that count as matched with a remark.
    public var remarked: Int { files.reduce(0) { $0 + $1.remarked.count } }

    /// Entries that differ.
    public var missed: Int { files.reduce(0) { $0 + $1.missed.count } }

    /// Entries that this version does not compute.
    public var notCovered: Int { files.reduce(0) { $0 + $1.notCovered.count } }

    /// Whether every entry was computed and agrees.
    public var isComplete: Bool { missed == 0 && notCovered == 0 && matched > 0 }

    /// Verifies all reference files in a folder, or one file.
    /// - Throws: ``ReferenceError`` when there is nothing to read or a file has another form.
    public init(path: String) throws(ReferenceError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .notFound(path: path)
        }
        var paths = [path]
        if isFolder.boolValue {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            paths = names.filter { $0.hasSuffix(".json") }.sorted().map { path + "/" + $0 }
            guard !paths.isEmpty else { throw .noFiles(path: path) }
        }
        var files: [File] = []
        for path in paths { files.append(try Self.verify(path)) }
        self.files = files
    }

    private static func verify(_ path: String) throws(ReferenceError) -> File {
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
        return File(name: name, entries: entries)
    }
}

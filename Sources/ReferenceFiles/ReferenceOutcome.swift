internal import Foundation

/// What became of one expected value, or one list of values.
public enum ReferenceOutcome: Sendable, Equatable {
    /// All numbers lie within the tolerance; or, where there is a remark, what else there is to know: that the package's
    /// value is known to fall short, say, and what was checked in its place.
    case matched(numbers: Int, remark: String?)
    /// A number differs, or could not be computed.
    case missed(String)
    /// This version does not compute it.
    case notCovered
}

/// One expected value, or one list of values, and what became of it.
public protocol VerifiedEntry: Sendable, Equatable {
    /// What became of it.
    var outcome: ReferenceOutcome { get }
}

/// One file of expected values.
public struct VerifiedFile<Entry: VerifiedEntry>: Sendable, Equatable {
    /// The name of the file.
    public let name: String
    /// Its expected values.
    public let entries: [Entry]

    /// A file with what became of its values.
    public init(name: String, entries: [Entry]) {
        self.name = name
        self.entries = entries
    }

    /// Entries that agree.
    public var matched: Int { entries.count { if case .matched = $0.outcome { true } else { false } } }

    /// Single numbers that agree.
    public var numbersMatched: Int {
        entries.reduce(0) { sum, entry in
            if case .matched(let numbers, _) = entry.outcome { sum + numbers } else { sum }
        }
    }

    /// Entries that count as matched with a remark.
    public var remarked: [Entry] {
        entries.filter { if case .matched(_, .some) = $0.outcome { true } else { false } }
    }

    /// Entries that differ.
    public var missed: [Entry] { entries.filter { if case .missed = $0.outcome { true } else { false } } }

    /// Entries that this version does not compute.
    public var notCovered: [Entry] { entries.filter { $0.outcome == .notCovered } }
}

/// Files of expected values, recomputed.
public protocol VerifiedFiles: Sendable, Equatable {
    /// What stands in the files.
    associatedtype Entry: VerifiedEntry
    /// The files, by name.
    var files: [VerifiedFile<Entry>] { get }
}

extension VerifiedFiles {
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
}

/// The files of expected values that a path stands for.
public enum ReferenceFolder {
    /// The JSON files of a folder in alphabetical order, or the file itself; nothing where there is no such path.
    public static func files(at path: String) -> [String]? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        guard isFolder.boolValue else { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { path + "/" + $0 }
    }
}

internal import Foundation
public import ReferenceFiles

/// Recomputes every value in reference files of the form `segref/1` and says which agree.
///
/// Anyone can point this at a folder of files with values from other software and see on their own machine what this
/// library reproduces, what it does not and what it does not cover.
public struct ReferenceVerification: VerifiedFiles {
    /// One expected value.
    public struct Entry: VerifiedEntry {
        /// The case within the file.
        public let caseIdentifier: String
        /// The identifier of the measure.
        public let index: String
        /// The kind of measure.
        public let family: ReferenceFamily
        /// What became of it.
        public let outcome: ReferenceOutcome
    }

    /// The files, by name; their entries in the order of the file.
    public let files: [VerifiedFile<Entry>]

    /// Verifies all reference files in a folder, or one file.
    /// - Parameters:
    ///   - path: a folder with `.json` files, or a file.
    ///   - families: the kinds of measures to look at; all if left out.
    /// - Throws: ``ReferenceError`` when there is nothing to read or a file has another form.
    public init(
        path: String, families: Set<ReferenceFamily> = Set(ReferenceFamily.allCases)
    ) throws(ReferenceError) {
        guard let paths = ReferenceFolder.files(at: path) else { throw .notFound(path: path) }
        guard !paths.isEmpty else { throw .noFiles(path: path) }
        var files: [VerifiedFile<Entry>] = []
        for path in paths { files.append(try Self.verify(path, families: families)) }
        self.files = files
    }

    private static func verify(
        _ path: String, families: Set<ReferenceFamily>
    ) throws(ReferenceError) -> VerifiedFile<Entry> {
        let name = (path as NSString).lastPathComponent
        guard let data = FileManager.default.contents(atPath: path) else { throw .notFound(path: path) }
        guard let file = try? JSONValue(contentsOf: data) else { throw .notJSON(file: name) }
        guard file["format"]?.text == "segref/1" else {
            throw .otherFormat(file: name, found: file["format"]?.label ?? "none")
        }
        var entries: [Entry] = []
        for (position, value) in (file["cases"]?.list ?? []).enumerated() {
            let reference = ReferenceCase(value, position: position)
            for expected in value["expected"]?.list ?? [] {
                guard let entry = entry(expected, of: reference, families: families) else { continue }
                entries.append(entry)
            }
            if let simulated = value["random_reference"]?.list, families.contains(.aspatial) {
                entries += try compare(simulated, of: reference, file: name)
            }
        }
        // Files of egohoods hold runs instead of cases.
        for (position, run) in (file["runs"]?.list ?? []).enumerated() where families.contains(.profile) {
            entries.append(
                Entry(
                    caseIdentifier: "run \(position + 1)", index: "knn-egohoods", family: .profile,
                    outcome: EgohoodReference(file, run: run).outcome()))
        }
        return VerifiedFile(name: name, entries: entries)
    }

    private static func entry(
        _ expected: JSONValue, of reference: ReferenceCase, families: Set<ReferenceFamily>
    ) -> Entry? {
        let index = expected["index"]?.label ?? "unnamed"
        let family = ReferenceFamily(index: index)
        guard families.contains(family) else { return nil }
        return Entry(
            caseIdentifier: reference.identifier, index: index, family: family,
            outcome: outcome(expected, of: reference))
    }

    private static func compare(
        _ simulated: [JSONValue], of reference: ReferenceCase, file: String
    ) throws(ReferenceError) -> [Entry] {
        guard let table = try? reference.table() else {
            throw .brokenCase(file: file, identifier: reference.identifier)
        }
        var simulation = SimulatedReference(table)
        return simulated.map { expected in
            var outcome = ReferenceOutcome.notCovered
            if let comparison = simulation.compare(with: expected) {
                outcome = .matched(numbers: comparison.agreed, remark: nil)
                if let difference = comparison.difference { outcome = .missed(difference) }
            }
            return Entry(
                caseIdentifier: reference.identifier, index: expected["index"]?.label ?? "unnamed",
                family: .aspatial, outcome: outcome)
        }
    }

    private static func outcome(_ expected: JSONValue, of reference: ReferenceCase) -> ReferenceOutcome {
        let calculator = ReferenceCalculator(reference: reference)
        do {
            guard let found = try calculator.value(of: expected) else { return .notCovered }
            let comparison = ReferenceComparison(found, expected)
            guard let difference = comparison.difference else {
                return .matched(numbers: comparison.agreed, remark: nil)
            }
            guard let variant = try calculator.packageVariant(of: expected) else {
                return .missed(difference)
            }
            let second = ReferenceComparison(variant.value, expected)
            guard second.difference == nil else { return .missed(difference) }
            return .matched(
                numbers: second.agreed, remark: "\(variant.remark); the formula itself gives: \(difference)")
        } catch {
            return .missed("\(error)")
        }
    }
}

extension VerifiedFile<ReferenceVerification.Entry> {
    /// The identifiers that this version does not compute, once each, in alphabetical order.
    public var indicesNotCovered: [String] { Set(notCovered.map(\.index)).sorted() }
}

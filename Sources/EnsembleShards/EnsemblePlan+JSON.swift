internal import Foundation

extension EnsemblePlan {
    /// The largest plan file that is read, in bytes: packages take at most 1 MB each.
    public static let largestFile = 64 << 20

    /// The plan as it stands in its file.
    private struct Document: Codable {
        var name: String
        var shards: Int
        var plan: EnsemblePlan
    }

    /// The plan as JSON text, with its name and the number of its shards; the same plan gives the same bytes.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and whole numbers only: nothing in a plan can fail to be encoded.
        let data = (try? encoder.encode(Document(name: name, shards: shards, plan: self))) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// The plan from its JSON text.
    ///
    /// - Parameter file: the name of the file, for errors.
    /// - Throws: ``ShardError`` in one line: no plan, or one that was changed after it was made.
    public static func read(json: String, file: String) throws(ShardError) -> EnsemblePlan {
        let document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: Data(json.utf8))
        } catch {
            throw ShardError(
                file, "is no plan: \(reason(error)); make it again with `mengpaneel ensemble plan`.")
        }
        let plan = document.plan
        guard (1...mostRuns).contains(plan.settings.runs), plan.runsPerShard >= 1,
            plan.runsPerShard <= plan.settings.runs, !plan.arms.isEmpty,
            document.name == plan.name, document.shards == plan.shards
        else {
            throw ShardError(
                file,
                "was changed after it was made: its name does not fit what it holds; put the original back, or make a new plan."
            )
        }
        return plan
    }

    private static func reason(_ error: any Error) -> String {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(
                separator: ".")
        }
        switch error as? DecodingError {
        case .keyNotFound(let key, let context):
            let place = path(context)
            return "the field '\(place.isEmpty ? "" : place + ".")\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "the field '\(path(context))' holds something else than expected"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "the field '\(path(context))' holds something else than expected"
        default: return "the text is not whole JSON"
        }
    }
}

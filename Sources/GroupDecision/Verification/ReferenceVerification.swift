public import ReferenceFiles

/// Recomputes reference files of voting rules, committees, budgets, criteria and portfolio choice, and counts agreement.
/// Tolerances are those stated in the files.
public enum ReferenceVerification {
    /// The names of the files that can be recomputed.
    public static let fileNames = [
        RankedReference.file, GradesReference.file, ApprovalReference.file, CriteriaReference.file,
        PortfolioReference.file,
    ]

    /// Recomputes one file.
    /// - Parameters:
    ///   - name: the name of the file, which says what it holds.
    ///   - content: what it holds.
    ///   - draws: lists of weights drawn for the acceptability shares; fewer draws widen their tolerance.
    /// - Returns: `nil` for a file of another kind.
    /// - Throws: ``GroupDecisionError`` for a file with another layout.
    public static func report(
        name: String, content: JSONValue, draws: Int = 1_000_000
    ) throws -> ReferenceReport? {
        let entry = ReferenceEntry(content)
        return switch name {
        case RankedReference.file: try RankedReference().report(on: entry)
        case GradesReference.file: try GradesReference().report(on: entry)
        case ApprovalReference.file: try ApprovalReference().report(on: entry)
        case CriteriaReference.file: try CriteriaReference(draws: draws).report(on: entry)
        case PortfolioReference.file: try PortfolioReference().report(on: entry)
        default: nil
        }
    }
}

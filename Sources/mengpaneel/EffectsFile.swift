import Foundation
import MetaAnalysis

/// A table of studies of the user's own: effects as they are, or the numbers that papers give.
struct EffectsFile {
    let plain: PlainTable
    /// The effects, in the order of the file.
    let effects: [StudyEffect]
    /// The rows that they stand in, from 0.
    let rows: [Int]
    /// The rows without a usable number, by their place in the file.
    let leftOut: [Int]

    var name: String { plain.fileName }

    /// Reads a table. Each row is taken in the first form whose cells it fills.
    ///
    /// - Parameters:
    ///   - metric: the scale of the effects where no column `metric` says so.
    ///   - outcome: keeps only rows of this outcome; nil keeps all.
    init(path: String, metric: EffectMetric?, outcome wanted: String? = nil) throws {
        let plain = try PlainTable(path: path)
        let forms = StudyForm.allCases.compactMap { form -> (StudyForm, [Int])? in
            let places = form.columns.compactMap { plain.column(Self.names(of: $0)) }
            return places.count == form.columns.count ? (form, places) : nil
        }
        guard !forms.isEmpty else {
            throw UserError(
                "\(plain.fileName): the header (\(plain.header.prefix(12).joined(separator: ", "))) holds no set of columns that is read: \(StudyForm.listing)."
            )
        }
        let studyColumn = plain.column(["study", "slab", "studlab", "author", "id", "label", "study_id"])
        let outcomeColumn = plain.column(["outcome"])
        let metricColumn = plain.column(["metric", "measure", "estimand"])
        let sizeColumn = plain.column(["ni", "n", "sample_size"])
        let directionColumn = plain.column(["direction", "sign"])
        var effects: [StudyEffect] = []
        var rows: [Int] = []
        var leftOut: [Int] = []
        var outcomes: [String] = []
        for row in plain.rows.indices {
            func text(_ column: Int?) -> String {
                column.map { plain.rows[row][$0].trimmingCharacters(in: .whitespaces) } ?? ""
            }
            let outcome = text(outcomeColumn)
            if !outcomes.contains(outcome) { outcomes.append(outcome) }
            if let wanted, wanted.lowercased() != outcome.lowercased() { continue }
            var taken: (StudyForm, [Double])?
            for (form, places) in forms where taken == nil {
                let values = try places.compactMap {
                    try plain.number(row: row, column: $0, expected: "a number")
                }
                if values.count == places.count { taken = (form, values) }
            }
            guard let taken else {
                leftOut.append(row)
                continue
            }
            let study = text(studyColumn).isEmpty ? "\(row + 1)" : text(studyColumn)
            let given = text(metricColumn)
            let sign = text(directionColumn)
            do {
                effects.append(
                    try taken.0.effect(
                        taken.1, study: study,
                        metric: given.isEmpty ? metric : try EffectWords.metric(given, "column 'metric'"),
                        outcome: outcome,
                        sampleSize: try sizeColumn.flatMap {
                            try plain.number(row: row, column: $0, expected: "a number")
                        },
                        isPositive: ["+", "-", "−"].contains(sign) ? sign == "+" : nil))
                rows.append(row)
            } catch let error as MetaAnalysisError {
                throw UserError("\(plain.fileName), row \(row + 2): \(error).")
            }
        }
        guard !effects.isEmpty else {
            if let wanted, !outcomes.contains(where: { $0.lowercased() == wanted.lowercased() }) {
                throw CodedWords.unknown(wanted, of: "--outcome", among: outcomes)
            }
            throw UserError(
                "\(plain.fileName): no row holds a whole set of numbers; there is nothing to read.")
        }
        self.plain = plain
        self.effects = effects
        self.rows = rows
        self.leftOut = leftOut
    }

    /// The labels in a column of the user's own, one per effect; nil where a cell is empty.
    func labels(_ column: String, _ option: String) throws -> [String?] {
        let place = try self.place(column, option)
        return rows.map { row in
            let cell = plain.rows[row][place].trimmingCharacters(in: .whitespaces)
            return cell.isEmpty || cell.uppercased() == "NA" ? nil : cell
        }
    }

    /// The labels in a column that may not have an empty cell.
    func fullLabels(_ column: String, _ option: String) throws -> [String] {
        try zip(labels(column, option), rows).map { label, row in
            guard let label else {
                throw UserError(
                    "\(name), row \(row + 2), column '\(column)': is empty; \(option) needs a label.")
            }
            return label
        }
    }

    /// The numbers in a column; nil when it holds words.
    func numbers(_ column: String, _ option: String) throws -> [Double?]? {
        let place = try self.place(column, option)
        let isText = rows.contains { row in
            let cell = plain.rows[row][place].trimmingCharacters(in: .whitespaces)
            return !cell.isEmpty && !["NA", "."].contains(cell.uppercased())
                && Double(cell.replacing(",", with: ".")) == nil
        }
        return isText
            ? nil : try rows.map { try plain.number(row: $0, column: place, expected: "a number") }
    }

    /// A remark on rows that hold no number; nil when there are none.
    var remark: String? {
        guard !leftOut.isEmpty else { return nil }
        let shown = leftOut.prefix(8).map { "\($0 + 2)" }.joined(separator: ", ")
        return
            "\(name): \(leftOut.count) row(s) hold no whole set of numbers and are left out (row \(shown)\(leftOut.count > 8 ? ", …" : ""))."
    }

    private func place(_ column: String, _ option: String) throws -> Int {
        guard let place = plain.column([column.lowercased()]) else {
            throw CodedWords.unknown(column, of: option, among: plain.header)
        }
        return place
    }

    private static func names(of column: String) -> [String] {
        switch column {
        case "yi": ["yi", "effect", "estimate"]
        case "vi": ["vi", "variance"]
        case "sei": ["sei", "se", "standard_error"]
        case "ci_lb": ["ci_lb", "ci95_lb", "lower"]
        case "ci_ub": ["ci_ub", "ci95_ub", "upper"]
        case "ni": ["ni", "n", "sample_size"]
        default: [column]
        }
    }
}

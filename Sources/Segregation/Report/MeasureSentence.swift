internal import Foundation

extension MeasureRow {
    /// The row as one plain English sentence: what was measured, the value and what it says, how sure it is, and what
    /// chance alone gives; or why there is no value.
    public var english: String { MeasureSentence(self, isDutch: false).text }

    /// The row as one plain Dutch sentence.
    public var dutch: String { MeasureSentence(self, isDutch: true).text }
}

/// Puts a row into words. Neither good nor bad: a sentence says what is, not what should be.
private struct MeasureSentence {
    private let row: MeasureRow
    private let isDutch: Bool

    init(_ row: MeasureRow, isDutch: Bool) {
        self.row = row
        self.isDutch = isDutch
    }

    var text: String {
        if let reason = row.estimate.value.reason {
            return isDutch
                ? "\(subject): niet te berekenen, want \(reason.dutch)."
                : "\(subject): undefined, because \(reason.english)."
        }
        guard let value = row.estimate.value.number else { return "\(subject)." }
        let clauses = ["\(subject): \(decimal(value))" + (reading(value).map { ", \($0)" } ?? "")]
        return (clauses + [certainty, chance].compactMap(\.self)).joined(separator: "; ") + "."
    }

    private func words(_ dutch: String, _ english: String) -> String { isDutch ? dutch : english }

    // MARK: What was measured

    private var subject: String {
        let name = row.definition.map { isDutch ? $0.dutch : $0.english } ?? row.identifier
        let capital = name.prefix(1).uppercased() + name.dropFirst()
        let groups = row.groups.map { "'\($0.rawValue)'" }
        let of = groups.isEmpty ? "" : " (\(groups.joined(separator: words(" en ", " and "))))"
        let place = row.unit.map { words(" in gebied '\($0)'", " in unit '\($0)'") } ?? ""
        let scale = row.scale.map { words(", per \($0)", ", by \($0)") } ?? ""
        let year = row.year.map { words(" in \($0)", " in \($0)") } ?? ""
        return capital + of + place + scale + year
    }

    // MARK: What the value says

    private func reading(_ value: Double) -> String? {
        let first = row.groups.first?.rawValue ?? ""
        let last = row.groups.last?.rawValue ?? ""
        switch row.identifier {
        case "D-vs-rest":
            return words(
                "\(hundred(value)) van elke 100 uit '\(first)' zouden moeten verhuizen voor een gelijke spreiding",
                "\(hundred(value)) of every 100 in '\(first)' would have to move for an even spread")
        case "isolation", "isolation-exact":
            return words(
                "iemand uit '\(first)' heeft in het eigen gebied gemiddeld \(hundred(value)) van elke 100 medebewoners uit de eigen groep",
                "someone in '\(first)' has on average \(hundred(value)) of every 100 residents of the own unit from the own group"
            )
        case "interaction-with-rest":
            return words(
                "iemand uit '\(first)' heeft in het eigen gebied gemiddeld \(hundred(value)) van elke 100 medebewoners uit een andere groep",
                "someone in '\(first)' has on average \(hundred(value)) of every 100 residents of the own unit from another group"
            )
        case "exposure-matrix", "exposure-matrix-exact":
            return words(
                "iemand uit '\(first)' heeft in het eigen gebied gemiddeld \(hundred(value)) van elke 100 medebewoners uit '\(last)'",
                "someone in '\(first)' has on average \(hundred(value)) of every 100 residents of the own unit from '\(last)'"
            )
        case "LQ":
            return words(
                "\(decimal(value)) keer het aandeel in de hele tabel",
                "\(decimal(value)) times the share in the whole table")
        default: return scaleReading
        }
    }

    /// The ends of the scale, for measures that run from even to apart.
    private var scaleReading: String? {
        guard let definition = row.definition, definition.direction == .moreSegregated,
            definition.lowest == 0
        else { return nil }
        return definition.highest == 1
            ? words(
                "op een schaal van 0 (gelijk verdeeld) tot 1 (geheel gescheiden)",
                "on a scale from 0 (evenly spread) to 1 (fully apart)")
            : words("0 is gelijk verdeeld", "0 is evenly spread")
    }

    // MARK: How sure it is

    private var certainty: String? {
        if let interval = row.estimate.interval {
            let level = percent(interval.level)
            let (low, high) = (decimal(interval.lower), decimal(interval.upper))
            return words("marge van \(level): \(low) tot \(high)", "\(level) interval: \(low) to \(high)")
        }
        guard let absence = row.estimate.intervalAbsence, absence != .undefinedMeasure else { return nil }
        return words("geen marge, want \(absence.dutch)", "no interval: \(absence.english)")
    }

    private var chance: String? {
        guard let expected = row.estimate.expectedUnderNoSegregation else { return nil }
        let alone = words(
            "toeval alleen geeft \(decimal(expected))", "chance alone gives \(decimal(expected))")
        guard let corrected = row.estimate.corrected else { return alone }
        return alone
            + words(
                ", zonder toeval blijft \(decimal(corrected)) over",
                ", without it \(decimal(corrected)) is left")
    }

    // MARK: Numbers

    private func hundred(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }

    private func percent(_ share: Double) -> String {
        let number = share * 100
        let text = number == number.rounded() ? "\(Int(number))" : "\(number)"
        return isDutch ? text.replacingOccurrences(of: ".", with: ",") + "%" : text + "%"
    }

    /// Two decimals, and two figures for smaller numbers.
    private func decimal(_ number: Double) -> String {
        let size = abs(number)
        let decimals = size == 0 || size >= 0.095 ? 2 : min(9, 1 - Int(log10(size).rounded(.down)))
        let text = String(format: "%.\(decimals)f", number)
        return isDutch ? text.replacingOccurrences(of: ".", with: ",") : text
    }
}

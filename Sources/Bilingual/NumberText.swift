/// Numbers as readers of one language write them: the only place where a number becomes text for a page, a
/// figure or a report. Dutch groups by `.` and writes a decimal comma; English the other way round. A negative
/// number gets a real minus sign (U+2212). Not-a-number becomes an en dash, never a figure.
public struct NumberText: Sendable, Hashable {
    /// The language whose marks are used.
    public let language: Language

    /// Number texts for `language`.
    public init(_ language: Language) { self.language = language }

    /// `value` with exactly `decimals` decimals (0 to 9), rounded half away from zero: `1.234,5`.
    public func decimal(_ value: Double, decimals: Int = 0) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return value.isFinite ? "\(value)" : "–" }
        let places = min(max(decimals, 0), 9)
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e18 else { return "\(value)" }
        let digits = String(Int64(scaled))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let whole = padded.dropLast(places)
        let fraction = padded.suffix(places)
        let sign = value < 0 && scaled != 0 ? "\u{2212}" : ""
        return sign + grouped(whole) + (places > 0 ? decimalMark + fraction : "")
    }

    /// A share in 0...1 as a percentage: `0.384` becomes `38%`.
    public func percent(_ share: Double, decimals: Int = 0) -> String {
        share.isFinite ? decimal(share * 100, decimals: decimals) + "%" : "–"
    }

    /// A whole count: `60.000`.
    public func count(_ value: Int) -> String { decimal(Double(value)) }

    /// A signed difference, always with its sign: `+3,1` or `−3,1`.
    public func signed(_ value: Double, decimals: Int = 0) -> String {
        let text = decimal(value, decimals: decimals)
        return value > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+" + text : text
    }

    /// The interval `lower` to `upper` with an en dash between plain ends: `0,29–0,33`.
    public func interval(_ lower: Double, _ upper: Double, decimals: Int = 2) -> String {
        let separator = lower < 0 || upper < 0 ? (language == .dutch ? " tot " : " to ") : "–"
        return decimal(lower, decimals: decimals) + separator + decimal(upper, decimals: decimals)
    }

    private var decimalMark: String { language == .dutch ? "," : "." }
    private var groupMark: String { language == .dutch ? "." : "," }

    private func grouped(_ digits: Substring) -> String {
        var result = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 { result += groupMark }
            result.append(digit)
        }
        return result
    }
}

import Bilingual

/// A horizontal scale from values to positions, with three to six round ticks.
struct Axis {
    let low: Double
    let high: Double
    let ticks: [Double]
    let decimals: Int
    private let left: Double
    private let right: Double

    /// A scale over `values` between `left` and `right`; `includesZero` starts (or ends) it at zero, as bars need.
    init(over values: [Double], from left: Double, to right: Double, includesZero: Bool, format: ValueFormat)
    {
        var known = values.filter(\.isFinite)
        if includesZero { known.append(0) }
        let (least, most) = (known.min() ?? 0, known.max() ?? 1)
        let spread = most > least ? most - least : max(abs(most), 1) / 10
        let step = RoundStep(atLeast: spread / 5, withQuarters: false)
        let first = step.stepsBelow(least)
        let last = max(step.stepsAbove(most), first + 1)
        low = step.multiple(first)
        high = step.multiple(last)
        ticks = (first...last).map(step.multiple)
        decimals = step.decimals(isShare: format.isShare)
        self.left = left
        self.right = right
    }

    func place(_ value: Double) -> Double {
        left + (min(max(value, low), high) - low) / (high - low) * (right - left)
    }

    /// The line at `y` with its ticks; every other tick is named when the names would touch.
    func drawn(y: Double, format: ValueFormat, _ language: Language) -> [Markup] {
        // A unit of more than a sign or two stands in the subtitle, not at every tick.
        let hasShortUnit = format.suffix[language].count <= 2 && format.prefix[language].count <= 2
        let shown = format.withDecimals(decimals)
        let names = ticks.map { hasShortUnit ? shown.text($0, language) : shown.bare($0, language) }
        let widest = names.map { Drawing.width(of: $0) }.max() ?? 0
        let gap = (right - left) / Double(max(ticks.count - 1, 1))
        let every = max(1, Int(((widest + 6) / gap).rounded(.up)))
        var parts = [Drawing.line(left, y, right, y, colour: .border)]
        for (place, tick) in ticks.enumerated() {
            let x = self.place(tick)
            parts.append(Drawing.line(x, y, x, y + 4, colour: .border))
            guard place % every == 0 else { continue }
            parts.append(
                Drawing.text(
                    names[place], x: Drawing.clamped(x, text: names[place]), y: y + 18, anchor: .middle,
                    colour: .muted))
        }
        return parts
    }
}

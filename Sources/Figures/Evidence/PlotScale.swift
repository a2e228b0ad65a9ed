import Bilingual
import Foundation

/// A scale from values to positions in either direction, linear or of logarithms written as ratios, that
/// knows what lies outside it.
struct PlotScale {
    let low: Double
    let high: Double
    /// Where the ticks stand, in the unit of the values.
    let ticks: [Double]
    let names: [String]
    private let from: Double
    private let to: Double

    /// Beyond this no picture can tell values apart, and whole steps would not fit a machine word.
    private static let limit = 1e12

    /// A scale over `values` that puts its low end at `from` and its high end at `to`. A `range` fixes the
    /// ends.
    init(
        over values: [Double], range: ClosedRange<Double>? = nil, from: Double, to: Double,
        scale: EffectScale = .linear, format: ValueFormat, ticks count: Int = 5, _ language: Language
    ) {
        self.from = from
        self.to = to
        let known = (range.map { [$0.lowerBound, $0.upperBound] } ?? values).filter(\.isFinite)
            .map { min(max($0, -Self.limit), Self.limit) }
        var (least, most) = (known.min() ?? 0, known.max() ?? 1)
        // Never less than a billionth of the size: closer values are one place in any picture.
        let floor = max(abs(least), abs(most)) * 1e-9
        if most - least <= floor {
            let half = max(abs(most) / 10, floor, scale == .logRatio ? 0.1 : 0.05)
            (least, most) = (least - half, most + half)
        }
        if scale == .logRatio {
            (least, most) = (max(least, -300), min(most, 300))
            if most <= least { (least, most) = (-1, 1) }
            let places = Self.ratioTicks(from: least, to: most, count: count)
            let slack = range == nil ? (most - least) * 0.03 : 0
            low = min(least - slack, range == nil ? places.map(log).min() ?? least : least)
            high = max(most + slack, range == nil ? places.map(log).max() ?? most : most)
            ticks = places.map(log)
            names = places.map { Self.ratioName($0, format, language) }
            return
        }
        let step = RoundStep(atLeast: (most - least) / Double(count), withQuarters: false)
        let first = range == nil ? step.stepsBelow(least) : step.stepsAbove(least)
        let last = range == nil ? max(step.stepsAbove(most), first + 1) : max(step.stepsBelow(most), first)
        let places = (first...last).map(step.multiple)
        ticks = places
        low = range == nil ? step.multiple(first) : least
        high = range == nil ? step.multiple(last) : most
        let hasShortUnit = format.suffix[language].count <= 2 && format.prefix[language].count <= 2
        let shown = format.withDecimals(step.decimals(isShare: format.isShare))
        names = places.map { hasShortUnit ? shown.text($0, language) : shown.bare($0, language) }
    }

    func place(_ value: Double) -> Double {
        from + (min(max(value, low), high) - low) / (high - low) * (to - from)
    }

    /// Where a value would be if the scale went on, for lines that are clipped.
    func extended(_ value: Double) -> Double { from + (value - low) / (high - low) * (to - from) }

    func contains(_ value: Double) -> Bool { value >= low && value <= high }

    /// 1, 2 and 5 times powers of ten; only powers when those are too many; round steps when there are too
    /// few.
    private static func ratioTicks(from low: Double, to high: Double, count: Int) -> [Double] {
        let decades = Int((low / log(10)).rounded(.down))...Int((high / log(10)).rounded(.up))
        func candidates(_ leads: [Double], every: Int = 1) -> [Double] {
            decades.filter { $0 % every == 0 }.flatMap { decade in
                leads.map { lead in
                    decade < 0 ? lead / pow(10, Double(-decade)) : lead * pow(10, Double(decade))
                }
            }.filter { log($0) >= low - 1e-9 && log($0) <= high + 1e-9 }
        }
        let fine = candidates([1, 2, 5])
        // Far from 1 round ratios in between cannot be told from each other, nor counted in a machine word.
        if fine.count < 3, exp(high) < 1e6, exp(low) > 1e-6 {
            let step = RoundStep(atLeast: (exp(high) - exp(low)) / Double(count))
            let places =
                (step.stepsAbove(exp(low))...max(step.stepsBelow(exp(high)), step.stepsAbove(exp(low))))
                .map(step.multiple).filter { $0 > 0 }
            return places.isEmpty ? fine : places
        }
        if fine.count <= count + 2 { return fine }
        var every = 1
        while candidates([1], every: every).count > count + 1 { every += 1 }
        let coarse = candidates([1], every: every)
        return coarse.count >= 2 ? coarse : fine
    }

    private static func ratioName(_ ratio: Double, _ format: ValueFormat, _ language: Language) -> String {
        if ratio >= 1e5 || ratio < 1e-4 { return "10^\(Int(log10(ratio).rounded()))" }
        var decimals = 0
        var scaled = ratio
        while abs(scaled - scaled.rounded()) > 1e-9, decimals < 5 {
            decimals += 1
            scaled = ratio * pow(10, Double(decimals))
        }
        return NumberText(language).decimal(ratio, decimals: decimals)
    }

    /// The scale as a horizontal line at `y` with its ticks; every other tick is named when names would
    /// touch.
    func drawnAcross(y: Double, within width: Double) -> [Markup] {
        let widest = names.map { Drawing.width(of: $0) }.max() ?? 0
        let gaps = zip(ticks, ticks.dropFirst()).map { abs(place($1) - place($0)) }
        let every = max(1, Int(((widest + 8) / max(gaps.min() ?? widest + 8, 1)).rounded(.up)))
        // Zero (or 1) keeps its name when others lose theirs.
        let kept = (ticks.firstIndex { abs($0) < 1e-12 } ?? 0) % every
        var parts = [Drawing.line(min(from, to), y, max(from, to), y, colour: .border)]
        for (index, tick) in ticks.enumerated() {
            let x = place(tick)
            parts.append(Drawing.line(x, y, x, y + 4, colour: .border))
            guard index % every == kept else { continue }
            parts.append(
                Drawing.text(
                    names[index], x: Drawing.clamped(x, text: names[index], within: width), y: y + 18,
                    anchor: .middle, colour: .muted))
        }
        return parts
    }

    /// The scale as horizontal grid lines from `left` to `right`, named at the left.
    func drawnUp(left: Double, right: Double) -> [Markup] {
        zip(ticks, names).flatMap { tick, name -> [Markup] in
            let y = place(tick)
            return [
                Drawing.line(left, y, right, y, colour: .line),
                Drawing.text(name, x: left - 6, y: y + 5, anchor: .end, colour: .muted),
            ]
        }
    }
}

public import Bilingual

/// The limits between the colour classes of a map: round numbers at equal distances, made once from the values of
/// all years and scenarios so that a colour means the same on every map of one indicator.
///
/// A class runs from its lower limit up to but not including its upper limit; the first and last are open.
public struct ClassBreaks: Sendable, Hashable {
    /// The limits, ascending; one fewer than there are classes.
    public let limits: [Double]
    /// Decimals needed to print the limits in the unit of the format they were made for.
    public let decimals: Int
    /// Whether the classes run from below to above zero.
    public let isDiverging: Bool

    /// Limits that were chosen elsewhere, such as those of a norm.
    public init(limits: [Double], decimals: Int, isDiverging: Bool = false) {
        self.limits = limits.sorted()
        self.decimals = decimals
        self.isDiverging = isDiverging
    }

    /// Round, equally wide classes over the values of all years of one indicator.
    ///
    /// The open classes at both ends take the outermost twentieths, so that one extreme neighbourhood does not
    /// pour all others into one colour. Linear in the number of values, but for one sort.
    public static func sequential(
        over values: [Double], classes: Int = 5, format: ValueFormat
    ) -> ClassBreaks {
        let sorted = values.filter(\.isFinite).sorted()
        let count = max(classes, 2)
        guard let least = sorted.first, let most = sorted.last else {
            return ClassBreaks(limits: [], decimals: format.decimals)
        }
        let trimmed = sorted.count / 20
        let (low, high) = (sorted[trimmed], sorted[sorted.count - 1 - trimmed])
        let spread = high > low ? high - low : most - least
        let step = RoundStep(atLeast: spread > 0 ? spread / Double(count) : abs(least) / 10)
        let middle = (low + high) / 2 - Double(count - 2) / 2 * step.length
        var first = Int((middle / step.length).rounded())
        // No class that can have no area in it, as "< 0%" would be: least < first limit, last limit <= most.
        if step.multiple(first + count - 2) > most { first = step.stepsBelow(most) - count + 2 }
        if step.multiple(first) <= least { first = step.stepsBelow(least) + 1 }
        return ClassBreaks(
            limits: (0..<count - 1).map { step.multiple(first + $0) },
            decimals: step.decimals(isShare: format.isShare))
    }

    /// Round, equally wide classes on both sides of zero, over the differences of all years.
    ///
    /// An odd number of classes has a middle class around zero; an even number breaks at zero, which is the choice
    /// when differences within the noise have a colour of their own.
    public static func diverging(
        over values: [Double], classes: Int = 7, format: ValueFormat
    ) -> ClassBreaks {
        let sizes = values.filter(\.isFinite).map(abs).sorted()
        let count = max(classes, 2)
        guard let most = sizes.last, most > 0 else {
            return ClassBreaks(limits: [], decimals: format.decimals, isDiverging: true)
        }
        let size = sizes[sizes.count - 1 - sizes.count / 20]
        let reach = size > 0 ? size : most
        if count % 2 == 0 {
            let step = RoundStep(atLeast: reach / (Double(count) / 2))
            let half = count / 2
            return ClassBreaks(
                limits: (1 - half...half - 1).map(step.multiple),
                decimals: step.decimals(isShare: format.isShare),
                isDiverging: true)
        }
        // The middle class is as wide as the others: limits at odd multiples of half a class.
        let half = RoundStep(atLeast: reach / Double(count))
        let side = (count - 1) / 2
        let odd = (0..<side).map { half.multiple(2 * $0 + 1) }
        return ClassBreaks(
            limits: odd.reversed().map { -$0 } + odd, decimals: half.decimals(isShare: format.isShare),
            isDiverging: true)
    }

    /// The number of classes.
    public var classCount: Int { limits.count + 1 }

    /// The class of `value`, from 0.
    public func index(of value: Double) -> Int { limits.count { $0 <= value } }

    /// How many of `values` are in each class.
    public func counts(of values: [Double]) -> [Int] {
        var counts = Array(repeating: 0, count: classCount)
        for value in values where value.isFinite { counts[index(of: value)] += 1 }
        return counts
    }

    /// The names of the classes: `< 12%`, `12–20`, …, `≥ 36%`.
    public func labels(_ format: ValueFormat, _ language: Language) -> [String] {
        guard let first = limits.first, let last = limits.last else {
            return [BilingualText(nl: "alle waarden", en: "all values")[language]]
        }
        let shown = format.withDecimals(decimals)
        var inner = shown
        inner.prefix = BilingualText(same: "")
        inner.suffix = BilingualText(same: "")
        let between = zip(limits, limits.dropFirst()).map { inner.interval($0, $1, language) }
        return ["< " + shown.text(first, language)] + between + ["≥ " + shown.text(last, language)]
    }
}

/// The marks of one row on the axis of a forest plot.
struct ForestMarks {
    let scale: PlotScale
    let y: Double

    /// Half the side of the largest square.
    private static let largest = 7.0
    private static let smallest = 2.0

    func drawn(_ row: ForestRow) -> [Markup] {
        switch row.mark {
        case .heading, .note: []
        case .study(let area): (row.interval.map(whisker) ?? []) + (row.value.map { square($0, area) } ?? [])
        case .dot(let isMarked):
            (row.interval.map(whisker) ?? []) + (row.value.map { dot($0, isMarked) } ?? [])
        case .diamond(let isOverall): diamond(row, isOverall: isOverall)
        case .bar: row.interval.map(bar) ?? []
        }
    }

    private func square(_ value: Double, _ area: Double?) -> [Markup] {
        guard scale.contains(value) else { return [arrow(value)] }
        let half = max((area ?? 0).squareRoot() * Self.largest, Self.smallest)
        let x = scale.place(value)
        return [
            area == nil
                ? Drawing.box(x: x - 3, y: y - 3, width: 6, height: 6, fill: .paper, stroke: .ink)
                : Drawing.box(
                    x: x - half, y: y - half, width: 2 * half, height: 2 * half, fill: Palette.bar,
                    stroke: .ink)
        ]
    }

    private func dot(_ value: Double, _ isMarked: Bool) -> [Markup] {
        guard scale.contains(value) else { return [arrow(value)] }
        let x = scale.place(value)
        if isMarked {
            return [
                Drawing.shape(
                    [(x: x, y: y - 6), (x: x + 6, y: y), (x: x, y: y + 6), (x: x - 6, y: y)], fill: .focus,
                    stroke: .paper)
            ]
        }
        return [Drawing.dot(x: x, y: y, radius: 4.5, fill: Palette.bar, stroke: .ink)]
    }

    private func whisker(_ interval: ClosedRange<Double>) -> [Markup] {
        guard interval.upperBound >= scale.low, interval.lowerBound <= scale.high else {
            return [arrow(interval.lowerBound > scale.high ? interval.lowerBound : interval.upperBound)]
        }
        return [
            Drawing.line(
                scale.place(interval.lowerBound), y, scale.place(interval.upperBound), y, colour: .ink,
                width: 1.5)
        ] + arrows(interval)
    }

    private func arrows(_ interval: ClosedRange<Double>) -> [Markup] {
        [interval.lowerBound, interval.upperBound].filter { !scale.contains($0) }.map(arrow)
    }

    /// An arrow head on the edge of the axis, towards what lies beyond it.
    private func arrow(_ value: Double) -> Markup {
        let isLeft = value < scale.low
        let tip = scale.place(value) + (isLeft ? -6 : 6)
        let back = tip + (isLeft ? 8 : -8)
        return Drawing.shape([(x: tip, y: y), (x: back, y: y - 4.5), (x: back, y: y + 4.5)], fill: .ink)
    }

    private func diamond(_ row: ForestRow, isOverall: Bool) -> [Markup] {
        guard let value = row.value else { return [] }
        guard scale.contains(value) else { return [arrow(value)] }
        let x = scale.place(value)
        let half = isOverall ? 8.0 : 6.5
        guard let interval = row.interval else {
            // Without an interval: an open mark of one size that cannot be read as a width.
            return [
                Drawing.shape(
                    [(x: x - 4, y: y), (x: x, y: y - 6), (x: x + 4, y: y), (x: x, y: y + 6)], fill: .paper,
                    stroke: .ink, strokeWidth: 1.5)
            ]
        }
        // A very short interval keeps a diamond of two units, so that it does not vanish.
        let left = min(scale.place(interval.lowerBound), x - 1)
        let right = max(scale.place(interval.upperBound), x + 1)
        return [
            Drawing.shape(
                [(x: left, y: y), (x: x, y: y - half), (x: right, y: y), (x: x, y: y + half)],
                fill: isOverall ? .accentDark : SequentialPalette.teal.colours[1], stroke: .accentDark,
                strokeWidth: 1.5)
        ] + arrows(interval)
    }

    private func bar(_ interval: ClosedRange<Double>) -> [Markup] {
        guard interval.upperBound >= scale.low, interval.lowerBound <= scale.high else {
            return arrows(interval)
        }
        let (left, right) = (scale.place(interval.lowerBound), scale.place(interval.upperBound))
        return [
            Drawing.box(
                x: left, y: y - 3, width: max(right - left, 1), height: 6, fill: Palette.diverging[4],
                stroke: .accentDark)
        ] + arrows(interval)
    }
}

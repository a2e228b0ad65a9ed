/// Where the columns of a forest plot lie: as wide as their texts need, the plot gets the rest.
struct ForestColumns {
    let layout: PlotLayout
    let labelRoom: Double
    let textRoom: Double
    let hasWeight: Bool
    let plot: ClosedRange<Double>
    /// Studies under a heading stand a little in.
    let indent: Double
    private let isTight: Bool
    /// Whether weights stand on a phone too: only where every row then still fits one line.
    let writesWeight: Bool

    private static let weightRoom = 62.0

    init(layout: PlotLayout, rows: [ForestRow], words: EvidenceWords) {
        self.layout = layout
        hasWeight = rows.contains { !$0.weight.isEmpty }
        indent = rows.contains(where: \.isHeading) ? 18 : 8
        isTight = rows.count > 30
        func room(_ texts: [String], _ least: Double, _ most: Double) -> Double {
            min(max((texts.map(\.count).max() ?? 0).asLetters + 12, least), most)
        }
        let marked = rows.filter { $0.value != nil || $0.interval != nil }
        if layout.isWide {
            let text = room(marked.map(\.text), 120, 250)
            let weight = hasWeight ? Self.weightRoom : 0
            let label = room(
                rows.filter { $0.mark != .note && !$0.isHeading }.map { $0.label + " " + $0.tag }, 120,
                layout.width - text - weight - 220)
            (textRoom, labelRoom) = (text, label)
            writesWeight = true
            plot = (label + 14)...(layout.width - text - weight - 16)
        } else {
            (textRoom, labelRoom) = (layout.width, layout.width)
            let room = layout.width - indent - 8
            writesWeight = !marked.contains { Self.length($0, withWeight: true).asLetters > room }
            plot = 16...(layout.width - 16)
        }
    }

    var textRight: Double { layout.width - (hasWeight ? Self.weightRoom : 0) - 8 }

    func height(of row: ForestRow) -> Double {
        switch row.mark {
        case .heading: return layout.isWide ? (isTight ? 22 : 28) : 28
        case .note:
            return Double(Drawing.lines(of: row.label, within: layout.width - 24).count) * 19 + 5
        default:
            if layout.isWide { return max(isTight ? 19 : 26, Double(barLines(row).count) * 18 + 4) }
            return 42 + (needsTwoLines(row) ? 18 : 0)
        }
    }

    /// Whether name and figures of a row do not fit beside each other on a phone.
    func needsTwoLines(_ row: ForestRow) -> Bool {
        guard !layout.isWide else { return false }
        return Self.length(row, withWeight: writesWeight).asLetters > layout.width - indent - 8
    }

    /// What a row says at the right.
    func figures(of row: ForestRow) -> String {
        layout.isWide || row.weight.isEmpty || !writesWeight ? row.text : "\(row.text) \(row.weight)"
    }

    /// The name of a prediction interval over as many lines as it needs; one line for other rows.
    func barLines(_ row: ForestRow) -> [String] {
        row.mark == .bar ? Drawing.lines(of: row.label, within: labelRoom) : [row.label]
    }

    private static func length(_ row: ForestRow, withWeight: Bool) -> Int {
        let name = row.label.count + (row.tag.isEmpty ? 0 : row.tag.count + 2)
        return name + row.text.count + (row.weight.isEmpty || !withWeight ? 0 : row.weight.count + 1) + 1
    }
}

extension Int {
    /// The room that this many letters of running text take, in units of the picture.
    fileprivate var asLetters: Double { Double(self) * Drawing.textSize * 0.56 }
}

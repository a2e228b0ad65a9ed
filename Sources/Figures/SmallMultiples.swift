extension Figure {
    /// Several figures of one kind side by side under one frame: each panel keeps its picture under its own title,
    /// and their numbers come together in one table with the panel in the first column.
    ///
    /// The key is that of the first panel, so panels must share their colours (and should share their scale).
    public static func smallMultiples(_ frame: FigureFrame, panels: [Figure]) -> Figure {
        let words = FigureWords(language: frame.language)
        var columns: [String] = []
        for title in panels.flatMap(\.table.columns) where !columns.contains(title) { columns.append(title) }
        let rows = panels.flatMap { panel in
            panel.table.rows.map { row -> [FigureTable.Cell] in
                [.text(panel.frame.title)]
                    + columns.map { title in
                        panel.table.columns.firstIndex(of: title).map { row[$0] } ?? .blank
                    }
            }
        }
        let grid = Markup.element("div", ["class": "mp-panels"]) {
            for panel in panels {
                Markup.element("div", ["class": "mp-panel"]) {
                    Markup.element("p", ["class": "mp-panel-title"]) { panel.frame.title }
                    panel.picture
                }
            }
        }
        return Figure(
            frame: frame, picture: grid, legend: panels.first?.legend ?? .empty,
            sentence: panels.map { panel in
                let names = panel.sentence.hasPrefix(panel.frame.title)
                return names ? panel.sentence : "\(panel.frame.title): \(panel.sentence)"
            }.joined(separator: " "),
            table: FigureTable(
                caption: frame.title, columns: [words.part] + columns, rows: rows, language: frame.language))
    }
}

import Bilingual
import Figures

extension Scene {
    /// The numbers of `table` for a spreadsheet. A made-up municipality says so in a column of its own, so that it
    /// stays with every row wherever the file goes.
    func export(_ table: FigureTable) -> String {
        guard studio.isSynthetic else { return table.csv() }
        var table = table
        let note = Strings.synthetic[language]
        table = FigureTable(
            caption: table.caption, columns: table.columns + [note],
            rows: table.rows.map { $0 + [.text(note.lowercased())] }, language: language)
        return table.csv()
    }
}

import Bilingual
import Figures

extension Scene {
    /// The numbers of `figure` for a spreadsheet. A made-up municipality says so in a column of its own, so that it
    /// stays with every row wherever the file goes.
    func export(_ figure: Figure) -> String {
        guard studio.isSynthetic else { return figure.table.csv() }
        var table = figure.table
        let note = Strings.synthetic[language]
        table = FigureTable(
            caption: table.caption, columns: table.columns + [note],
            rows: table.rows.map { $0 + [.text(note.lowercased())] }, language: language)
        return table.csv()
    }
}

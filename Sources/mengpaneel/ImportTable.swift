import Bilingual
import OpenData

extension DataTable {
    /// The whole report: one row per column, scale and year.
    init(report: ImportReport, language: Language) {
        let texts = report.rows(language)
        self.init(
            columns: ImportReport.header(language),
            rows: zip(report.entries, texts).map { entry, text in
                text.prefix(5).map { .text($0) }
                    + [
                        .integer(entry.year), .integer(entry.areas), .number(entry.fillRate),
                        .integer(entry.suppressed), .integer(entry.zeroAsMissing), .integer(entry.refused),
                    ]
            })
    }

    /// What a person reads first: where each column went and how complete it is.
    init(entries: [ImportReport.Entry], language: Language) {
        let number = NumberText(language)
        self.init(
            columns: language == .dutch
                ? ["bestand", "kolom", "variabele", "jaar", "gebieden", "gevuld", "afgeschermd", "geweigerd"]
                : ["file", "column", "variable", "year", "areas", "filled", "suppressed", "refused"],
            rows: entries.map { entry in
                let column = entry.column.count > 36 ? entry.column.prefix(35) + "…" : entry.column
                return [
                    .text(entry.file), .text(column), .text(entry.target), .integer(entry.year),
                    .integer(entry.areas), .text(number.percent(entry.fillRate)), .integer(entry.suppressed),
                    .integer(entry.refused),
                ]
            })
    }
}

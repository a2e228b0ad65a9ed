import Bilingual
import Figures

extension Scene {
    /// The observed groups in both directions of exposure, as numbers; nil where nothing was observed.
    func originTable() -> FigureTable? { nil }
}

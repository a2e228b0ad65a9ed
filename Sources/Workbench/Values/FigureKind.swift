import Figures
import Neighbourhoods

/// The figures that can be asked for by name, so that a page, the report and a download draw the same one.
enum FigureKind: String, Sendable, CaseIterable {
    /// The map of one indicator.
    case map = "kaart"
    /// All areas on one line.
    case strip = "strook"
}

extension Scene {
    /// The figure with this name for the choices of this scene; nil when there is nothing to draw.
    func figure(_ kind: FigureKind) -> Figure? {
        switch kind {
        case .map: mapFigure()
        case .strip: stripFigure()
        }
    }

    /// Where the numbers of a figure can be downloaded.
    func csvHref(_ kind: FigureKind, _ change: (inout PageState) -> Void = { _ in }) -> String {
        let query = state.with(change).query
        return "/csv/\(kind.rawValue)" + (query.isEmpty ? "" : "?" + query)
    }
}

import Bilingual
import Figures

/// One page before the frame of the site is put around it.
struct Page: Sendable {
    /// Where it lives; nil for an error page.
    var route: Route?
    /// The title of the window, without the name of the project.
    var title: String
    /// What stands in `<main>`, with one `h1`.
    var main: Markup
    /// Whether the page is made for paper first.
    var isPrinted = false

    /// Whether it tells of real studies beside the figures of the municipality.
    var holdsStudies: Bool {
        switch route {
        case .evidence, .study, .answers, .pooling, .claims, .claim, .questions, .question, .theory, .edge,
            .contradictions, .report:
            true
        default: false
        }
    }
}

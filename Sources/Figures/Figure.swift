/// One figure: a picture, the same numbers as a table, and one sentence that says what is drawn.
///
/// The builders (``choropleth(_:outlines:areas:options:)`` and its sisters) are pure functions from plain values to a
/// figure. They compute positions and classes, never statistics: intervals, benchmarks and findings come in.
public struct Figure: Sendable {
    /// Title, notes and source.
    public var frame: FigureFrame
    /// The picture: `<svg>` elements (several in a grid for small multiples), each with a viewBox, its own text alternative and inline
    /// colours, so that it can be copied into a report, a print or an e-mail.
    public var picture: Markup
    /// The key of the picture in HTML (empty when the picture needs none).
    public var legend: Markup
    /// What is drawn, in one sentence; also the text alternative of the picture.
    public var sentence: String
    /// The numbers that are drawn.
    public var table: FigureTable

    /// A figure from its parts.
    public init(
        frame: FigureFrame, picture: Markup, legend: Markup = .empty, sentence: String, table: FigureTable
    ) {
        self.frame = frame
        self.picture = picture
        self.legend = legend
        self.sentence = sentence
        self.table = table
    }

    /// How much of the frame is written around a picture.
    public enum Detail: Sendable, Hashable {
        /// Title, subtitle, key, notes, provenance and table.
        case full
        /// As full, with the table open: for paper, where nothing can be unfolded.
        case printed
        /// The picture, its key, its provenance and its table, for a page that has its own title and notes near it.
        case compact
    }

    /// The figure as `<figure>`. `heading` is the level of its title (1 to 4) in the page.
    public func html(_ detail: Detail = .full, heading: Int = 2) -> Markup {
        let words = FigureWords(language: frame.language)
        return .element("figure", ["class": "mp-figure", "id": .text(frame.id)]) {
            if detail == .compact {
                Markup.element("figcaption", ["class": "mp-hidden"]) { frame.title }
            } else {
                Markup.element("figcaption", ["class": "mp-caption"]) {
                    title(level: heading)
                    if !frame.subtitle.isEmpty {
                        Markup.element("p", ["class": "mp-subtitle"]) { frame.subtitle }
                    }
                }
            }
            Markup.element("div", ["class": "mp-plot"]) { picture }
            legend
            if detail != .compact {
                Markup.element("div", ["class": "mp-notes"]) {
                    note(words.seen, frame.seen)
                    note(words.notSaid, frame.notSaid)
                }
            }
            frame.provenance.markup(frame.language)
            Markup.element("details", ["class": "mp-numbers", "open": .flag(detail == .printed)]) {
                Markup.element("summary") { words.table }
                // Wide tables scroll inside their own box; the box takes focus so that the keyboard can scroll it.
                Markup.element(
                    "div",
                    [
                        "class": "mp-scroll", "tabindex": 0, "role": "region",
                        "aria-label": .text(table.caption),
                    ]
                ) { table.html() }
                if let href = frame.csvHref {
                    Markup.element("p") {
                        Markup.element("a", ["href": .text(href), "download": .flag(true)]) { words.download }
                    }
                }
            }
        }
    }

    private func title(level: Int) -> Markup {
        let style: MarkupAttributes = ["class": "mp-title"]
        return switch level {
        case ...1: .element("h1", style) { frame.title }
        case 2: .element("h2", style) { frame.title }
        case 3: .element("h3", style) { frame.title }
        default: .element("h4", style) { frame.title }
        }
    }

    private func note(_ label: String, _ text: String) -> Markup {
        guard !text.isEmpty else { return .empty }
        return .element("p") {
            Markup.element("strong") { label }
            " " + text
        }
    }
}

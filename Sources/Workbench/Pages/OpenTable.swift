import Figures

/// A table that stands open on its page, under a heading that says what its caption says. It scrolls sideways in its
/// own box, which takes focus so that the keyboard can scroll it.
enum OpenTable {
    static func markup(_ table: FigureTable) -> Markup {
        .element(
            "div",
            [
                "class": "mp-scroll mp-open", "tabindex": 0, "role": "region",
                "aria-label": .text(table.caption),
            ]
        ) { table.html() }
    }
}

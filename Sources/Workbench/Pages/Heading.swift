import Figures

/// A title of a level that only the page around it knows.
enum Heading {
    static func markup(_ level: Int, id: String? = nil, _ content: () -> Markup) -> Markup {
        let attributes: MarkupAttributes = ["id": .optional(id)]
        return switch level {
        case ...2: .element("h2", attributes, children: [content()])
        case 3: .element("h3", attributes, children: [content()])
        case 4: .element("h4", attributes, children: [content()])
        default: .element("h5", attributes, children: [content()])
        }
    }
}

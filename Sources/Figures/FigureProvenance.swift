public import Bilingual

/// Where the numbers of a figure come from and what they bear on: one step back and one step forward.
///
/// Every figure carries one. A page, a report and a download draw it in the same way, so that no page has to paste
/// links of its own under its figures.
public struct FigureProvenance: Sendable, Hashable {
    /// A place to go to, or only its name where there is nowhere to go.
    public struct Link: Sendable, Hashable {
        /// What stands on the page.
        public var text: String
        /// What it is called in full, for a reader who only hears the link; empty where `text` says it all.
        public var fullName: String
        /// Where it leads; nil where there is no page.
        public var href: String?

        /// A link from its parts.
        public init(_ text: String, fullName: String = "", href: String? = nil) {
            self.text = text
            self.fullName = fullName
            self.href = href
        }
    }

    /// The sources, each with table, year, version and licence as far as it has them.
    public var sources: [Link]
    /// The claims and arrows of the policy theory that the numbers bear on.
    public var bearsOn: [Link]
    /// A sentence that stands before ``bearsOn``, such as that a figure is an example only. Empty = left out.
    public var remark: String

    /// A provenance from its parts.
    public init(sources: [Link] = [], bearsOn: [Link] = [], remark: String = "") {
        self.sources = sources
        self.bearsOn = bearsOn
        self.remark = remark
    }

    /// A provenance of which only the source is known, in words: for a figure outside the workbench.
    public init(source: String) {
        self.init(sources: source.isEmpty ? [] : [Link(source)])
    }

    /// Whether there is nothing to write.
    public var isEmpty: Bool { sources.isEmpty && bearsOn.isEmpty && remark.isEmpty }

    /// The two lines under a figure, table or number.
    public func markup(_ language: Language) -> Markup {
        guard !isEmpty else { return .empty }
        let words = FigureWords(language: language)
        return .element("div", ["class": "mp-provenance"]) {
            if !sources.isEmpty {
                Markup.element("p", ["class": "mp-back"]) {
                    Markup.element("strong") { words.source }
                    " "
                    Self.list(sources, between: " ")
                }
            }
            if !bearsOn.isEmpty || !remark.isEmpty {
                Markup.element("p", ["class": "mp-forward"]) {
                    Markup.element("strong") { words.bearsOn }
                    " "
                    if !remark.isEmpty { remark + (bearsOn.isEmpty ? "" : " ") }
                    Self.list(bearsOn, between: " · ")
                }
            }
        }
    }

    private static func list(_ links: [Link], between mark: String) -> Markup {
        .fragment(
            links.enumerated().map { place, link in
                .fragment([.text(place == 0 ? "" : mark), markup(of: link)])
            })
    }

    private static func markup(of link: Link) -> Markup {
        let name = Markup.fragment([
            .text(link.text),
            link.fullName.isEmpty
                ? .empty : .element("span", ["class": "mp-hidden"]) { " " + link.fullName },
        ])
        guard let href = link.href else { return name }
        return .element("a", ["href": .text(href)], children: [name])
    }
}

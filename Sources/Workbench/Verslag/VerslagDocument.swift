public import Bilingual
import Figures
import WorkingGroup

/// The report as one file for a browser, and the sheet of the chair.
public struct VerslagDocument: Sendable {
    private let source: VerslagSource
    private let language: Language

    /// Documents of a session in one language.
    public init(_ source: VerslagSource, language: Language = .dutch) {
        self.source = source
        self.language = language
    }

    /// The whole report. The same source gives the same bytes.
    public var html: String {
        let verslag = Verslag(source, language: language)
        let markup = VerslagMarkup(verslag: verslag)
        return SelfContainedDocument(
            title: verslag.title, language: language,
            content: .element("div", ["class": "mp-report mp-verslag"]) {
                head(verslag)
                markup.contents
                markup.parts
            }, style: Self.style
        ).html
    }

    /// The sheet of the chair: the evening on one side of A4.
    public var summary: String {
        page(of: sheet)
    }

    /// A report that fits one sheet, as one file for a browser.
    func page(of sheet: Verslag, style: String = "") -> String {
        let markup = VerslagMarkup(verslag: sheet, level: 1)
        let names = ["mp-report", "mp-verslag", "mp-blad", style].filter { !$0.isEmpty }
        return SelfContainedDocument(
            title: sheet.title, language: language,
            content: .element("div", ["class": .text(names.joined(separator: " "))]) {
                head(sheet)
                for part in sheet.parts { for block in part.blocks { markup.markup(block) } }
            }, style: Self.style
        ).html
    }

    /// The sheet of the chair, for other forms.
    public var sheet: Verslag {
        let writer = VerslagWriter(source, language: language)
        let title = writer.say("Samenvatting", "Summary")
        return Verslag(
            title: "\(title): \(source.state.title)", lines: [writer.whereAndWhen, writer.dataLine],
            lead: writer.lead, language: language,
            parts: [.init(id: "samenvatting", title: title, blocks: writer.summaryBlocks)],
            moment: source.closed / 1000)
    }

    private func head(_ verslag: Verslag) -> Markup {
        let isSynthetic = source.studio?.isSynthetic ?? false
        return .fragment([
            .element("p", ["class": "mp-subtitle"]) { verslag.lines.first ?? "" },
            .element("h1") { verslag.title },
            .fragment(
                verslag.lines.dropFirst().map { line in .element("p", ["class": "mp-subtitle"]) { line } }),
            isSynthetic
                ? .element("p") {
                    Markup.element("strong", ["class": "mp-badge"]) { Strings.synthetic[language] }
                    " " + Strings.syntheticNoteWithStudies[language]
                } : .empty,
            .element("p") {
                Markup.element("strong") { language == .dutch ? "In het kort. " : "In brief. " }
                verslag.lead
            },
        ])
    }

    static let style = String(decoding: PackageResources.verslag_css, as: UTF8.self)
}

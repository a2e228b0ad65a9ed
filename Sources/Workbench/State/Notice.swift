public import Bilingual

/// Something the reader must know about the page: a choice that could not be followed, or why something is not shown.
public struct Notice: Sendable, Hashable {
    /// The message, in both languages.
    public let text: BilingualText

    /// A notice that says `text`.
    public init(_ text: BilingualText) { self.text = text }

    static func notUnderstood(_ item: QueryString.Item) -> Notice {
        let shown = "\(item.name.prefix(40))=\(item.value.prefix(40))"
        return Notice(
            BilingualText(
                nl: "De keuze “\(shown)” in het adres kennen we niet. We laten die weg.",
                en: "The choice “\(shown)” in the address is not known. It is left out."))
    }

    static let normWithoutAuthor = Notice(
        BilingualText(
            nl: "Een grens telt alleen mee als erbij staat wie die heeft gekozen.",
            en: "A threshold only counts when it says who chose it."))
}

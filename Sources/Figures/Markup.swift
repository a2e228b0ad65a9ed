/// A piece of HTML or SVG as a value: elements, texts and lists of them.
///
/// A page or figure is built from these values and written once by ``render()``. Texts and attribute values are
/// escaped there and nowhere else, so a name from a foreign file can never become markup. Element and attribute
/// names are `StaticString`, which the compiler only accepts as a literal: they cannot come from data.
///
/// ```swift
/// Markup.element("p", ["class": "mp-note"]) {
///     "Bron: "
///     Markup.element("cite") { source }
/// }
/// ```
public struct Markup: Sendable {
    indirect enum Node: Sendable {
        case element(StaticString, MarkupAttributes, [Markup])
        case text(String)
        case fragment([Markup])
        case trusted(StaticString)
        case stylesheet(String)
    }

    let node: Node

    /// Nothing at all.
    public static let empty = Markup(node: .fragment([]))

    /// An element with the content of `content`; without content an element that may stand alone in HTML
    /// (`br`, `input`) or a SVG shape is closed in its own tag, any other gets a closing tag.
    public static func element(
        _ name: StaticString, _ attributes: MarkupAttributes = [:],
        @MarkupBuilder _ content: () -> Markup
    ) -> Markup {
        Markup(node: .element(name, attributes, [content()]))
    }

    /// An element with `children`, none by default.
    public static func element(
        _ name: StaticString, _ attributes: MarkupAttributes = [:], children: [Markup] = []
    ) -> Markup {
        Markup(node: .element(name, attributes, children))
    }

    /// A text, escaped when written.
    public static func text(_ text: String) -> Markup { Markup(node: .text(text)) }

    /// Several pieces after each other, without an element around them.
    public static func fragment(_ parts: [Markup]) -> Markup { Markup(node: .fragment(parts)) }

    /// Markup of this program itself, written as it stands. Only a literal fits: data cannot come in here.
    public static func trusted(_ constant: StaticString) -> Markup { Markup(node: .trusted(constant)) }

    /// A `<style>` element around `css`. Every `</` in the sheet is written `<\/`, which CSS reads as the same
    /// text, so that the sheet cannot end its own element.
    public static func stylesheet(_ css: String) -> Markup { Markup(node: .stylesheet(css)) }

    /// Whether nothing would be written.
    public var isEmpty: Bool {
        switch node {
        case .fragment(let parts): parts.allSatisfy(\.isEmpty)
        case .text(let text): text.isEmpty
        case .element, .trusted, .stylesheet: false
        }
    }

    /// This markup as text. Linear in the length of the result.
    public func render() -> String {
        String(decoding: renderBytes(), as: UTF8.self)
    }

    /// This markup as UTF-8, for a response body.
    public func renderBytes() -> [UInt8] {
        var writer = MarkupWriter()
        writer.write(self)
        return writer.bytes
    }
}

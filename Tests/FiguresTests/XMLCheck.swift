import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Figures

/// What a strict XML parser finds in a piece of markup.
final class XMLCheck: NSObject, XMLParserDelegate {
    private(set) var elements: [(name: String, attributes: [String: String])] = []
    private(set) var text = ""
    private(set) var isWellFormed = false

    init(_ markup: Markup) {
        super.init()
        let parser = XMLParser(data: Data("<root>\(markup.render())</root>".utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func all(_ name: String) -> [[String: String]] { elements.filter { $0.name == name }.map(\.attributes) }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { elements.append((name, attributes)) }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

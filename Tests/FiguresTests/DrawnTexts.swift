import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Figures

/// The texts of a picture with the place that they take, read back from its markup.
final class DrawnTexts: NSObject, XMLParserDelegate {
    struct Text {
        var picture: Int
        var content: String
        var left: Double
        var right: Double
        var baseline: Double
        var isTurned: Bool

        /// Whether both would be printed over each other; letters are 10 units high, and a hair of touch is
        /// allowed.
        func covers(_ other: Text) -> Bool {
            picture == other.picture && !isTurned && !other.isTurned && left + 1 < other.right
                && other.left + 1 < right && abs(baseline - other.baseline) < 10
        }
    }

    private(set) var isWellFormed = false
    private(set) var texts: [Text] = []
    /// Widths and heights of the view boxes.
    private(set) var boxes: [(width: Double, height: Double)] = []
    private var attributes: [String: String]?
    private var content = ""

    init(_ markup: Markup) {
        super.init()
        let parser = XMLParser(data: Data("<root>\(markup.render())</root>".utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if name == "svg" {
            let box = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
            boxes.append((box.count == 4 ? box[2] : 0, box.count == 4 ? box[3] : 0))
        }
        if name == "text" { (self.attributes, content) = (attributes, "") }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { content += string }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard name == "text", let attributes else { return }
        // Letters of Open Sans are 0.5 to 0.57 of the size wide on average.
        let wide = Double(content.count) * Drawing.textSize * 0.52
        let x = Double(attributes["x"] ?? "") ?? .nan
        let left =
            switch attributes["text-anchor"] {
            case "end": x - wide
            case "middle": x - wide / 2
            default: x
            }
        texts.append(
            Text(
                picture: boxes.count - 1, content: content, left: left, right: left + wide,
                baseline: Double(attributes["y"] ?? "") ?? .nan, isTurned: attributes["transform"] != nil))
        self.attributes = nil
    }
}

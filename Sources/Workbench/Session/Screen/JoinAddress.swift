import Figures
import QRCode

/// Where phones join, and the code to scan.
struct JoinAddress {
    /// Where this server is found.
    let address: ServerAddress
    let code: String

    /// As people type it.
    var text: String { "\(address.host)/s/\(code)" }

    /// As a phone opens it.
    var link: String { "\(address.link)/s/\(code)" }

    /// Whether phones cannot find the address, because it means the computer that shows it.
    var isThisComputerOnly: Bool {
        let host = address.host
        let name = host.hasPrefix("[") ? host : String(host.prefix { $0 != ":" })
        return name == "localhost" || name.hasPrefix("127.") || name.hasPrefix("[::1]")
    }

    /// The QR code as one shape, dark on light with its margin; empty where the address is too long for one.
    func drawing(title: String) -> Markup {
        guard let code = try? QRCode(link) else { return .empty }
        let side = code.size + 2 * QRCode.margin
        var path = PathData()
        for row in 0..<code.size {
            // A run of dark modules is one rectangle: no light seams between them on a screen.
            var column = 0
            while column < code.size {
                guard code[column, row] else {
                    column += 1
                    continue
                }
                var end = column
                while end < code.size, code[end, row] { end += 1 }
                let (left, right) = (Double(column + QRCode.margin), Double(end + QRCode.margin))
                let (top, bottom) = (Double(row + QRCode.margin), Double(row + QRCode.margin + 1))
                path.addRing([(left, top), (right, top), (right, bottom), (left, bottom)])
                column = end
            }
        }
        return .element(
            "svg",
            [
                "viewBox": .numbers([0, 0, Double(side), Double(side)]), "class": "mp-qr", "role": "img",
                "aria-labelledby": "qr-titel", "shape-rendering": "crispEdges",
            ]
        ) {
            Markup.element("title", ["id": "qr-titel"]) { title }
            Markup.element(
                "rect", ["width": .integer(side), "height": .integer(side), "fill": "#fff"])
            Markup.element("path", ["d": .path(path), "fill": "#000"])
        }
    }
}

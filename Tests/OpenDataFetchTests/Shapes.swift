import Foundation
import Neighbourhoods

@testable import OpenDataFetch

/// Pages in the shapes that CBS and PDOK document. Every figure in them is made up.
enum Shapes {
    static func v3Page(_ rows: Range<Int>, next: String? = nil) -> String {
        let items = rows.map {
            #"{"ID":\#($0),"WijkenEnBuurten":"BU0153\#(String(format: "%04d", $0))  ","Gemeentenaam_1":"Voorbeeldstad   ","AantalInwoners_5":\#(100 + $0),"GemiddeldInkomenPerInwoner_83":null}"#
        }
        let link = next.map { #","odata.nextLink":"\#($0)""# } ?? ""
        return #"{"odata.metadata":"x/$metadata#Cbs","value":[\#(items.joined(separator: ","))]\#(link)}"#
    }

    static func v4Page(_ ids: Range<Int>, next: String? = nil) -> String {
        let items = ids.map {
            $0 % 2 == 0
                ? #"{"Id":\#($0),"Measure":"T001036","ValueAttribute":"None","Value":\#(100 + $0),"StringValue":null,"WijkenEnBuurten":"BU01530001"}"#
                : #"{"Id":\#($0),"Measure":"M001642","ValueAttribute":".","Value":null,"StringValue":null,"WijkenEnBuurten":"BU01530001"}"#
        }
        let link = next.map { #","@odata.nextLink":"\#($0)""# } ?? ""
        return #"{"@odata.context":"x","value":[\#(items.joined(separator: ","))]\#(link)}"#
    }

    static func features(_ ids: Range<Int>, of matched: Int, returned: Int? = nil) -> String {
        let items = ids.map {
            #"{"type":"Feature","id":"buurten.\#($0)","properties":{"buurtcode":"BU0153\#(String(format: "%04d", $0))","gemeentecode":"GM0153","water":"NEE","aantalInwoners":-99997},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}}"#
        }
        return
            #"{"type":"FeatureCollection","numberMatched":\#(matched),"numberReturned":\#(returned ?? ids.count),"features":[\#(items.joined(separator: ","))]}"#
    }

    static func v3(_ address: String, name: String = "rows") -> Retrieval {
        Retrieval(name: name, address: address, content: .odataV3Rows, paging: .odataV3)
    }

    static func v4(_ address: String) -> Retrieval {
        Retrieval(name: "cells", address: address, content: .odataV4Cells, paging: .odataV4)
    }

    static func layer(_ address: String, count: Int) -> Retrieval {
        Retrieval(
            name: "map", address: address + "?service=WFS&count=\(count)&startIndex=0",
            content: .mapFeatures, paging: .features(count: count))
    }

    static func file(_ address: String) -> Retrieval {
        Retrieval(name: "bulk", address: address, content: .file, paging: .single)
    }
}

/// A folder that is gone after the test.
@discardableResult
func withFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fetch-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

internal import Foundation
internal import Harness

@testable import PageInspection

extension FuzzTarget {
    /// Pages of services as `fetch` gets them, and the lists it keeps beside them.
    static let downloads = FuzzTarget("downloads") { input in
        var input = input
        let form = input.choice(6)
        let file = Scratch("page.json")
        file.write(input.bytes)
        let url = URL(fileURLWithPath: file.path)
        let address = "https://example.nl/feed?$top=2&$skip=4&startIndex=6"
        let paging: [Retrieval.Paging] = [.odataV3, .odataV4, .features(count: 2), .single]
        switch form {
        case 0..<4:
            let retrieval = Retrieval(
                name: input.text, address: address, content: .mapFeatures, paging: paging[form])
            promise(
                !retrieval.name.contains("/") && !retrieval.name.hasPrefix("."), "a name stays in its folder")
            let next = refusable { try PageInspection.next(after: url, from: address, retrieval: retrieval) }
            if case .some(.some(let next)) = next {
                promise(
                    Address.host(next).lowercased() == "example.nl",
                    "the next page is on the same host: \(next)")
            }
        case 4:
            if let next = refusable({ try Address.follow(input.text, from: address) }) {
                promise(Address.host(next).lowercased() == "example.nl", "a link stays on its host: \(next)")
                promise(next.hasPrefix("https:"), "a link stays secret: \(next)")
            }
            _ = Address.number("$top", in: input.text)
            let set = Address.setting("$skip", to: "3", in: input.text)
            promise(Address.number("$skip", in: set) == 3, "a number that was set is found: \(set)")
        default:
            guard let manifest = try? JSONDecoder().decode(FetchManifest.self, from: Data(input.bytes))
            else { return }
            let again = try? JSONDecoder().decode(FetchManifest.self, from: JSONEncoder().encode(manifest))
            promise(again == manifest, "a list that was written is read as it was")
        }
    }
}

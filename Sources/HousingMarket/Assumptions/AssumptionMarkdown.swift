internal import Bilingual

extension Assumptions {
    /// The catalogue as a table in Markdown, in English: what the protocol in the documentation holds.
    public static var markdown: String {
        let head = "| name | meaning | value | range | unit | ground |\n|---|---|---|---|---|---|\n"
        return head
            + catalogue.map { one in
                "| `\(one.id)` | \(one.name.en) | \(plain(one.value)) | \(plain(one.range.lowerBound)) to \(plain(one.range.upperBound)) | \(one.unit.en) | \(one.ground.name.en) |\n"
            }.joined()
    }

    private static func plain(_ value: Double) -> String { PackageNode.plain(value) }
}

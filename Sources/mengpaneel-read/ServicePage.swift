import Foundation

/// A page of a data service (OData v3 or v4): an object whose `value` is a list of flat records. Fields come in
/// alphabetical order, because JSON objects have none; readers go by name.
struct ServicePage {
    let opened: Opened

    /// Writes the records as one layer. The address of the next page, if any, becomes part of the layer's name, so
    /// that a reader can notice that a page is missing.
    func write(to writer: inout FrameWriter, request: Request) throws(ReadFailure) {
        let parsed: Any
        do {
            parsed = try JSONSerialization.jsonObject(with: Data(opened.page ?? []))
        } catch {
            throw ReadFailure(.truncated, "JSON")
        }
        guard let object = parsed as? [String: Any], let records = object["value"] as? [[String: Any]] else {
            throw ReadFailure(.format, "JSON")
        }
        var names: Set<String> = []
        for record in records { names.formUnion(record.keys) }
        let fields = names.sorted()
        writer.layer(
            FrameWriter.Layer(
                name: opened.name, encoding: opened.encoding, rowCount: records.count, fields: fields))
        if request.listsOnly { return }
        for record in records {
            if let filter = request.filter {
                guard let text = record[filter.field] as? String, text.hasPrefix(filter.prefix) else {
                    continue
                }
            }
            for field in fields { Self.write(record[field], to: &writer) }
            writer.endRow()
        }
    }

    private static func write(_ value: Any?, to writer: inout FrameWriter) {
        let text: String
        switch value {
        case let string as String: text = string
        case let number as NSNumber: text = number.stringValue
        default: return writer.cell(nil)
        }
        var copy = text
        copy.withUTF8 { writer.cell($0) }
    }
}

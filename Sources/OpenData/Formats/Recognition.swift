import Foundation

/// Finds the mapping that fits a table of a known form, by its columns.
enum Recognition {
    /// The mapping of the Leefbaarometer, of recorded crime, or of the CBS tables.
    static func mapping(for table: ForeignTable, file: String) throws(ImportError) -> TableMapping {
        let names = Set(table.fields.map { FieldName($0).unnumbered })
        if names.isSuperset(of: ["bucode", "versie", "lbm"]) {
            return try only(try Presets.mapping("leefbaarometer"), 0, file)
        }
        if names.isSuperset(of: ["niveau", "vanjaar", "naarjaar", "adressen"]) {
            throw ImportError(.format, file: file, found: "grenswijzigingen")
        }
        let cbs = try Presets.cbs()
        // The pivot of recorded crime has the offence numbers of the police as columns.
        return try only(cbs, table.fields.contains("0.0.0") ? 1 : 0, file)
    }

    /// The rule by which a long service table becomes wide, or nil for a wide one.
    static func longRule(_ table: ForeignTable) -> (rule: TableMapping.LongRule, identity: [String])? {
        let names = Set(table.fields.map { FieldName($0).unnumbered })
        let identity = ["WijkenEnBuurten", "RegioS", "Perioden"]
        if names.isSuperset(of: ["measure", "value", "wijkenenbuurten"]) {
            return (TableMapping.LongRule(keys: ["Measure"], value: "Value"), identity)
        }
        if names.isSuperset(of: ["soortmisdrijf", "geregistreerdemisdrijven"]) {
            return (
                TableMapping.LongRule(keys: ["SoortMisdrijf"], value: "GeregistreerdeMisdrijven"), identity
            )
        }
        return nil
    }

    /// The table number of CBS in a file's name (`85984NED`).
    static func tableNumber(in name: String) -> String? {
        guard let mark = name.range(of: "NED") else { return nil }
        let digits = name[..<mark.lowerBound].reversed().prefix { ("0"..."9").contains($0) }
        return digits.count == 5 ? String(digits.reversed()) + "NED" : nil
    }

    private static func only(_ file: MappingFile, _ index: Int, _ name: String) throws(ImportError)
        -> TableMapping
    {
        guard index < file.tables.count else { throw ImportError(.mapping, file: name) }
        return file.tables[index]
    }
}

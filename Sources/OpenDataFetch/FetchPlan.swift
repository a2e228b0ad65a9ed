public import Neighbourhoods

/// What to get for one municipality and one year, and why these and no others.
///
/// - Key figures (KWB) of exactly the year; without a known table there is no plan.
/// - Socio-economic status and facilities: the newest table that is not about a later year. Facilities are
///   counted every few years; their own year stays on the retrieval, so nothing is passed off as newer.
/// - Registered crime of exactly the year, from 2012.
/// - The map of the year, where PDOK serves it: municipality, districts and neighbourhoods.
///
/// Of every table the rows of the municipality, its districts and neighbourhoods come, and the row of the
/// Netherlands for reference. Rows are chosen by code, never by name: names of places repeat.
public enum FetchPlan {
    /// Which protocol of CBS is asked.
    public enum Dialect: String, Sendable, Hashable, Codable, CaseIterable {
        /// OData v3: one row per area with named columns. The default: a column's name carries its meaning.
        case v3
        /// OData v4: one row per cell with coded measures. CBS announced that v3 ends one day.
        case v4
    }

    /// The retrievals for `municipality` in `year`, in a fixed order.
    ///
    /// Two subjects are asked in v3 under either dialect: crime, because the police publish in v3 only, and
    /// socio-economic status, because the codes of its measures in v4 were not established and figures without a
    /// known meaning are of no use.
    /// - Throws: ``FetchError/notAMunicipality(_:)`` and ``FetchError/unknownYear(_:known:)``.
    public static func municipality(
        _ municipality: AreaCode, year: Int, hosts: OpenDataHosts = .public, dialect: Dialect = .v3,
        tables: TableRegister = .shipped
    ) throws(FetchError) -> [Retrieval] {
        let digits = municipality.rawValue.dropFirst(2)
        guard municipality.level == .municipality, digits.count == 4,
            digits.allSatisfy({ $0.isASCII && $0.isNumber })
        else { throw .notAMunicipality(municipality.rawValue) }
        guard let keyFigures = tables.table(.keyFigures, year: year) else {
            throw .unknownYear(year, known: tables.years(of: .keyFigures))
        }
        let scope = Scope(municipality: municipality.rawValue, digits: String(digits), hosts: hosts)
        var plan = scope.table(keyFigures, year: year, as: dialect)
        if let status = tables.latest(.socioEconomicStatus, notAfter: year) {
            plan += scope.table(status, year: year, as: .v3)
        }
        if let facilities = tables.latest(.facilities, notAfter: year) {
            plan += scope.table(facilities, year: facilities.year, as: dialect)
        }
        if let crime = tables.latest(.crime, notAfter: year) { plan += scope.crime(crime, year: year) }
        if tables.mapYears.contains(year) { plan += scope.map(year: year) }
        return plan
    }
}

/// The municipality for which addresses are written.
private struct Scope {
    let municipality: String
    let digits: String
    let hosts: OpenDataHosts

    private func stem(_ subject: String, _ year: Int) -> String { "\(municipality)-\(year)-\(subject)" }

    /// v3 knows `substring` and `startswith`; positions count from 0. Keys are padded, so never `eq` on a whole key.
    private var rowsV3: String {
        "(substring(WijkenEnBuurten,2,4) eq '\(digits)' or startswith(WijkenEnBuurten,'NL'))"
    }

    func table(_ entry: TableRegister.Entry, year: Int, as dialect: FetchPlan.Dialect) -> [Retrieval] {
        dialect == .v3 ? v3(entry, year: year) : v4(entry, year: year)
    }

    private func v3(_ entry: TableRegister.Entry, year: Int) -> [Retrieval] {
        let base = Address.base(hosts.odataV3, "ODataFeed/odata/\(entry.table)")
        let stem = stem("\(entry.subject.fileWord)-\(entry.table)-v3", year)
        return [
            Retrieval(
                name: stem + "-rows",
                address: Address.query(
                    base + "/TypedDataSet", [("$format", "json"), ("$filter", rowsV3)]),
                content: .odataV3Rows, paging: .odataV3, table: entry.table, year: year),
            metadataV3(stem + "-columns", base + "/DataProperties", .odataV3Columns, entry, year),
            metadataV3(stem + "-table", base + "/TableInfos", .odataV3Table, entry, year),
        ]
    }

    private func metadataV3(
        _ name: String, _ address: String, _ content: Retrieval.Content, _ entry: TableRegister.Entry,
        _ year: Int, dimension: String? = nil
    ) -> Retrieval {
        Retrieval(
            name: name, address: Address.query(address, [("$format", "json")]), content: content,
            paging: .odataV3, table: entry.table, year: year, dimension: dimension)
    }

    private func v4(_ entry: TableRegister.Entry, year: Int) -> [Retrieval] {
        let base = Address.base(hosts.odataV4, "odata/v1/CBS/\(entry.table)")
        let stem = stem("\(entry.subject.fileWord)-\(entry.table)-v4", year)
        let cells = ["GM", "WK", "BU"].map { "startswith(WijkenEnBuurten,'\($0)\(digits)')" }
            .joined(separator: " or ")
        // Districts and neighbourhoods both name their municipality as group; the municipality itself does not.
        let codes =
            "DimensionGroupId eq '\(municipality)' or Identifier eq '\(municipality)' "
            + "or startswith(Identifier,'NL')"
        func part(
            _ name: String, _ set: String, _ content: Retrieval.Content, filter: String? = nil,
            dimension: String? = nil
        ) -> Retrieval {
            Retrieval(
                name: stem + name,
                address: filter.map { Address.query(base + set, [("$filter", $0)]) } ?? base + set,
                content: content, paging: content == .odataV4Table ? .single : .odataV4,
                table: entry.table, year: year, dimension: dimension)
        }
        return [
            part(
                "-cells", "/Observations", .odataV4Cells,
                filter: "\(cells) or startswith(WijkenEnBuurten,'NL')"),
            part("-measures", "/MeasureCodes", .odataV4Measures),
            part(
                "-codes", "/WijkenEnBuurtenCodes", .odataV4Codes, filter: codes,
                dimension: "WijkenEnBuurten"),
            part("-table", "/Properties", .odataV4Table),
        ]
    }

    func crime(_ entry: TableRegister.Entry, year: Int) -> [Retrieval] {
        let base = Address.base(hosts.thirdParty, "ODataFeed/odata/\(entry.table)")
        let stem = stem("crime-\(entry.table)-v3", year)
        return [
            Retrieval(
                name: stem + "-rows",
                address: Address.query(
                    base + "/TypedDataSet",
                    [("$format", "json"), ("$filter", "\(rowsV3) and startswith(Perioden,'\(year)JJ')")]),
                content: .odataV3Rows, paging: .odataV3, table: entry.table, year: year),
            metadataV3(stem + "-columns", base + "/DataProperties", .odataV3Columns, entry, year),
            metadataV3(
                stem + "-kinds", base + "/SoortMisdrijf", .odataV3Codes, entry, year,
                dimension: "SoortMisdrijf"),
        ]
    }

    func map(year: Int) -> [Retrieval] {
        let layers: [(String, AreaLevel)] = [
            ("gemeenten", .municipality), ("wijken", .district), ("buurten", .neighbourhood),
        ]
        let base = Address.base(hosts.maps, "cbs/wijkenbuurten/\(year)/wfs/v1_0")
        let filter =
            "<fes:Filter xmlns:fes=\"http://www.opengis.net/fes/2.0\"><fes:PropertyIsEqualTo>"
            + "<fes:ValueReference>gemeentecode</fes:ValueReference>"
            + "<fes:Literal>\(municipality)</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>"
        return layers.map { layer, level in
            Retrieval(
                name: stem("map-\(layer)", year),
                address: Address.query(
                    base,
                    [
                        ("service", "WFS"), ("version", "2.0.0"), ("request", "GetFeature"),
                        ("typeNames", Self.layerName(layer, year: year)),
                        ("outputFormat", "json"),
                        ("srsName", "EPSG:28992"), ("filter", filter), ("count", "1000"),
                        ("startIndex", "0"),
                    ]),
                content: .mapFeatures, paging: .features(count: 1000), year: year, level: level)
        }
    }

    /// The layers carried their year in the name until 2021.
    private static func layerName(_ layer: String, year: Int) -> String {
        switch year {
        case ...2020: "wijkenbuurten\(year):cbs_\(layer)_\(year)"
        case 2021: "wijkenbuurten:cbs_\(layer)_2021"
        default: "wijkenbuurten:\(layer)"
        }
    }
}

extension TableRegister.Subject {
    fileprivate var fileWord: String {
        switch self {
        case .keyFigures: "kwb"
        case .facilities: "facilities"
        case .socioEconomicStatus: "ses"
        case .crime: "crime"
        }
    }
}

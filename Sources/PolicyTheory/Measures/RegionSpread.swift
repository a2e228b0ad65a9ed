internal import Bilingual
public import Neighbourhoods
internal import Segregation

/// How much of the unevenness of a subject arises between the municipalities of a region, between districts within
/// them, and between neighbourhoods within districts.
public struct RegionSpread: Sendable, Hashable {
    /// What is divided.
    public let subject: SpreadSubject
    /// The year that all municipalities share.
    public let year: Int
    /// The municipalities that take part, in code order.
    public let municipalities: [AreaCode]
    /// Municipalities of the project without the same groups, year and version; they are never mixed in.
    public let leftOut: [AreaCode]
    /// The parts, largest areas first; they add up to the whole.
    public let parts: [SpreadReport.Part]
    /// H of the region, 0...1.
    public let entropyIndex: Double
    /// How many neighbourhoods it stands on.
    public let areas: Int
    /// The series behind it, of the municipality that the others are chosen to fit.
    public let data: [DataUse]

    /// Puts the municipalities of a project together that have the groups, year and version of `reference`.
    public static func of(
        _ datasets: [Dataset], like reference: Dataset, subject: SpreadSubject, settings: ClaimSettings
    ) -> Derived<RegionSpread> {
        let source = SpreadCounts(dataset: reference, subject: subject, settings: settings)
        guard let own = source.table() else { return .none(reason: noFigures) }
        let version = source.version(year: own.year)
        var rows: [[Double]] = []
        var names: [String] = []
        var towns: [String] = []
        var districts: [String?] = []
        var (joined, leftOut): ([AreaCode], [AreaCode]) = ([], [])
        for dataset in datasets.sorted(by: { $0.municipality.code < $1.municipality.code }) {
            let code = dataset.municipality.code
            let other = SpreadCounts(dataset: dataset, subject: subject, settings: settings)
            guard let table = other.table(year: own.year), table.year == own.year,
                table.counts.groups == own.counts.groups, other.version(year: own.year) == version
            else {
                leftOut.append(code)
                continue
            }
            joined.append(code)
            for (unit, name) in table.counts.unitIdentifiers.enumerated() {
                rows.append(Array(table.counts.counts(inUnit: unit)))
                names.append(name)
                towns.append(code.rawValue)
                let parent = dataset.area(AreaCode(name))?.parent.flatMap { dataset.area($0) }
                districts.append(parent?.level == .district ? parent?.code.rawValue : nil)
            }
        }
        guard joined.count > 1 else { return .none(reason: alone) }
        let known = districts.compactMap(\.self)
        let hasDistricts = settings.level == .neighbourhood && known.count == names.count
        let levels =
            [(name: "municipality", labels: towns)]
            + (hasDistricts ? [(name: "district", labels: known)] : [])
        guard
            let counts = try? ContingencyTable(
                groups: own.counts.groups, rows: rows, unitIdentifiers: names),
            let found = try? counts.nestedSegregation(levels)
        else { return .none(reason: noFigures) }
        let parts = SpreadReport.Part.parts(
            found, [.municipality] + (hasDistricts ? [.district] : []) + [settings.level])
        guard !parts.isEmpty else { return .none(reason: noFigures) }
        let frame = AreaFrame(reference, level: settings.level, year: own.year)
        return .found(
            RegionSpread(
                subject: subject, year: own.year, municipalities: joined, leftOut: leftOut, parts: parts,
                entropyIndex: parts.map(\.entropyIndex).reduce(0, +), areas: names.count,
                data: source.series(year: own.year, universe: own.universe).map(frame.use)))
    }

    private static let noFigures = BilingualText(
        nl: "er zijn geen cijfers op deze schaal", en: "there are no figures at this scale")
    private static let alone = BilingualText(
        nl: "geen andere gemeente in dit project heeft dezelfde groepen, hetzelfde jaar en dezelfde versie",
        en: "no other municipality in this project has the same groups, year and version")
}

import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

extension Scene {
    /// The finding on `claim`.
    func finding(_ claim: Claim) -> ClaimFinding? { findings.first { $0.claim == claim } }

    /// The figures that the verdict on a claim follows from, with their intervals; nil when it is not testable.
    /// Only figures of one unit can share an axis: those of the first.
    func claimFigure(_ claim: Claim) -> Figure? {
        guard let finding = finding(claim), let first = finding.headlines.first else { return nil }
        let figures = finding.headlines.filter { $0.unit == first.unit }
        return intervalFigure(
            "bewering-\(claim.rawValue)", title: claim.title[language], figures, finding, benchmarks: first)
    }

    /// A claim's first figure through the years; nil without at least two years.
    func claimTrend(_ claim: Claim) -> Figure? {
        guard let finding = finding(claim), let first = finding.trend.figures.first,
            finding.trend.figures.count > 1
        else { return nil }
        let frame = FigureFrame(
            id: "verloop-\(claim.rawValue)", title: Strings.Claims.trend[language],
            subtitle: first.label[language], source: sources(finding), csvHref: csvHref(.claimTrend(claim)),
            language: language)
        return Figure.sparkline(
            frame,
            points: finding.trend.figures.map {
                TrendPoint(year: $0.year, value: .value($0.value), interval: $0.interval)
            }, options: SparklineOptions(format: first.unit.format, quantity: first.label[language]))
    }

    private func intervalFigure(
        _ id: String, title: String, _ figures: [LocalFigure], _ finding: ClaimFinding,
        benchmarks: LocalFigure? = nil
    ) -> Figure {
        let unit = figures.first?.unit ?? .index
        let isSame = { (reference: Reference) -> Double? in
            guard case .value(_, let value, let its, _) = reference, its == unit else { return nil }
            return value
        }
        let frame = FigureFrame(
            id: id, title: title,
            subtitle: figures.map { "\($0.label[language]), \($0.year)" }.joined(separator: "; "),
            source: sources(finding), csvHref: csvHref(.claim(finding.claim)), language: language)
        return Figure.intervalPlot(
            frame,
            rows: figures.map { figure in
                IntervalRow(
                    label: figures.count > 1 ? figure.label[language] : "", value: .value(figure.value),
                    interval: figure.interval, noIntervalReason: figure.uncertainty.reason?[language] ?? "")
            }, format: unit.format, quantity: Strings.Claims.figure[language],
            benchmarks: Benchmarks(
                municipality: benchmarks.flatMap { isSame($0.municipal) },
                national: benchmarks.flatMap { isSame($0.national) }))
    }

    /// The sources of a finding, in one line.
    func sources(_ finding: ClaimFinding) -> String {
        var titles: [String] = []
        for use in finding.data {
            let source = dataset.source(use.source)
            let title =
                (source.map { "\($0.producer): \($0.title)" } ?? use.source.rawValue) + ", \(use.year)"
            if !titles.contains(title) { titles.append(title) }
        }
        return titles.joined(separator: "; ") + (titles.isEmpty ? "" : ".")
    }
}

public import Bilingual
import Figures
public import MetaAnalysis

/// The figures of a pooled set of the user's own as one file that needs nothing else. A figure that needs a column
/// that was not given becomes a sentence that says so.
public struct PoolingReport: Sendable {
    /// A column with a number per study, in the order of the set; nil where a study has none.
    public struct Column: Sendable {
        /// What it is called.
        public var name: String
        /// One value per study.
        public var values: [Double?]

        /// A column from its parts.
        public init(name: String, values: [Double?]) {
            self.name = name
            self.values = values
        }

        /// As many decimals as the values have, up to three.
        fileprivate var numbers: PoolingFigures.Numbers {
            let known = values.compactMap(\.self)
            let scales: [(decimals: Int, scale: Double)] = [(0, 1), (1, 10), (2, 100)]
            let decimals = scales.first { _, scale in
                known.allSatisfy { abs($0 * scale - ($0 * scale).rounded()) < 1e-9 * max(1, abs($0 * scale)) }
            }
            return .init(name: name, values: values, decimals: decimals?.decimals ?? 3)
        }
    }

    /// A column with a class per study, in the order of the set; nil where a study has none.
    public struct Classes: Sendable {
        /// What it is called.
        public var name: String
        /// One class per study.
        public var labels: [String?]
        /// Which τ² the classes have.
        public var heterogeneity: SubgroupHeterogeneity

        /// A column from its parts.
        public init(name: String, labels: [String?], heterogeneity: SubgroupHeterogeneity) {
            self.name = name
            self.labels = labels
            self.heterogeneity = heterogeneity
        }
    }

    private let pooled: PooledEffect
    private let file: String
    private let moderator: Column?
    private let order: Column?
    private let classes: Classes?
    private let language: Language

    /// A report.
    ///
    /// - Parameters:
    ///   - pooled: the pooled set.
    ///   - file: the name of the file that the effects stand in, for the source under each figure.
    ///   - moderator: what a regression explains the effects by; nil leaves the bubble plot out.
    ///   - order: the order in which studies come in, such as years; nil leaves the cumulative plot out.
    ///   - classes: what the studies are grouped by; nil leaves the groups out.
    ///   - language: the language of the file.
    /// - Throws: a column of another length than the set.
    public init(
        _ pooled: PooledEffect, file: String, moderator: Column? = nil, order: Column? = nil,
        classes: Classes? = nil, language: Language = .dutch
    ) throws(MetaAnalysisError) {
        for (what, count) in [
            ("moderator", moderator?.values.count), ("order", order?.values.count),
            ("class", classes?.labels.count),
        ] {
            if let count, count != pooled.count {
                throw .count(what: what, found: count, expected: pooled.count)
            }
        }
        self.pooled = pooled
        self.file = file
        self.moderator = moderator
        self.order = order
        self.classes = classes
        self.language = language
    }

    /// The whole file. The same set and columns always give the same bytes.
    public var html: String {
        let words = Strings.Pooling.self
        let title = words.reportTitle(file)[language]
        return SelfContainedDocument(
            title: title, language: language,
            content: .element("div", ["class": "mp-report"]) {
                Markup.element("h1") { title }
                Markup.element("p") { words.reportLead(pooled.count)[language] }
                for warning in pooled.warnings {
                    Note.markup(
                        Strings.notices[language] + ":",
                        (language == .dutch ? warning.dutch : warning.english) + ".")
                }
                for part in EvidencePart.pooling {
                    switch figures.outcome(part) {
                    case .drawn(let figure): figure.html(.printed, heading: 2)
                    case .missing(let reason):
                        Markup.element("section") {
                            Markup.element("h2") { words.kind(part)[language] }
                            Markup.element("p") { reason[language] }
                        }
                    }
                }
            }
        ).html
    }

    private var figures: PoolingFigures {
        let order = order?.numbers
        let language = language
        let source = Strings.Pooling.reportSource(file)[language]
        let outcome = pooled.effects.estimand.outcome
        return PoolingFigures(
            pooled: pooled, measure: measure, names: pooled.effects.studies,
            tags: pooled.effects.studies.enumerated().map { place, name in
                // A name that ends with its year needs it no second time.
                let tag = order?.text(place, language) ?? ""
                return name.hasSuffix(tag) ? "" : tag
            },
            moderator: moderator?.numbers, order: order,
            groups: classes.map {
                .init(name: $0.name, labels: $0.labels, heterogeneity: $0.heterogeneity)
            }, language: language
        ) { part, title, subtitle in
            FigureFrame(
                id: part.rawValue.replacing("voorbeeld-", with: ""), title: title,
                subtitle: [outcome.isEmpty ? "" : outcome + ".", subtitle].filter { !$0.isEmpty }
                    .joined(separator: " "),
                source: source, language: language)
        }
    }

    /// Logarithms are shown as the ratios that readers know; other scales stay as they are.
    private var measure: EffectMeasure {
        let metric = pooled.effects.estimand.metric
        let name = language == .dutch ? metric.dutch : metric.english
        guard metric.isLogarithm else {
            return EffectMeasure(name: name.capitalisedFirst, format: .number(decimals: 2, isSigned: true))
        }
        let ratio = name.hasPrefix("log ") ? String(name.dropFirst(4)) : name
        return EffectMeasure(
            name: ratio.capitalisedFirst, scale: .logRatio, format: .number(decimals: 2))
    }
}

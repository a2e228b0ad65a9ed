import Bilingual

/// One study in a forest plot.
public struct ForestStudy: Sendable, Hashable {
    /// Its name, such as "Chetty e.a.".
    public var label: String
    /// Year and country in short, "2016, VS"; may be empty.
    public var tag: String
    /// Its effect, in the unit of the measure.
    public var value: MapValue
    /// The interval of the effect; an end may be infinite. nil = none known.
    public var interval: ClosedRange<Double>?
    /// Its share in the mean, 0...1; nil where nothing is pooled. What is no finite number is said to be
    /// unknown.
    public var weight: Double?
    /// The page of the study; nil = none.
    public var href: String?

    /// A study from its parts.
    public init(
        label: String, tag: String = "", value: MapValue, interval: ClosedRange<Double>? = nil,
        weight: Double? = nil, href: String? = nil
    ) {
        self.label = label
        self.tag = tag
        self.value = value
        self.interval = interval
        self.weight = weight
        self.href = href
    }

    var isDrawn: Bool { value.number?.isFinite ?? false }
}

/// The interval in which the effect of a new study is expected, and which kind of interval it is.
public struct PredictionInterval: Sendable, Hashable {
    /// The interval.
    public var interval: ClosedRange<Double>
    /// Which kind: "95%-voorspellingsinterval, t met k − 2".
    public var name: String

    /// An interval from its parts.
    public init(_ interval: ClosedRange<Double>, name: String) {
        self.interval = interval
        self.name = name
    }
}

/// How much studies differ, for the foot of a forest plot. Parts that are nil are left out.
public struct HeterogeneityNote: Sendable, Hashable {
    /// The variance of true effects.
    public var tau2: Double?
    /// I² as a share, 0...1.
    public var i2Share: Double?
    /// Cochran's Q.
    public var q: Double?
    /// The degrees of freedom of Q.
    public var degreesOfFreedom: Double?
    /// The p value of Q, 0...1.
    public var pValue: Double?
    /// How τ² and the interval were made: "REML, Hartung-Knapp".
    public var method: String

    /// A note from its parts.
    public init(
        tau2: Double? = nil, i2Share: Double? = nil, q: Double? = nil, degreesOfFreedom: Double? = nil,
        pValue: Double? = nil, method: String
    ) {
        self.tau2 = tau2
        self.i2Share = i2Share
        self.q = q
        self.degreesOfFreedom = degreesOfFreedom
        self.pValue = pValue
        self.method = method
    }
}

/// A mean over studies, as a diamond.
public struct ForestSummary: Sendable, Hashable {
    /// The mean, or why there is none.
    public var value: MapValue
    /// Its interval: the width of the diamond.
    public var interval: ClosedRange<Double>?
    /// Where a new study is expected; nil leaves the bar out.
    public var prediction: PredictionInterval?
    /// The figures under the plot (overall) or under the group.
    public var heterogeneity: HeterogeneityNote?

    /// A mean from its parts.
    public init(
        value: MapValue, interval: ClosedRange<Double>? = nil, prediction: PredictionInterval? = nil,
        heterogeneity: HeterogeneityNote? = nil
    ) {
        self.value = value
        self.interval = interval
        self.prediction = prediction
        self.heterogeneity = heterogeneity
    }
}

/// Studies that belong together, in the order in which they are drawn.
public struct ForestGroup: Sendable, Hashable {
    /// The heading; empty when the plot has no groups.
    public var title: String
    /// The studies.
    public var studies: [ForestStudy]
    /// Their mean; drawn from two studies on. With one study the plot says that there is no summary.
    public var summary: ForestSummary?

    /// A group from its parts.
    public init(title: String = "", studies: [ForestStudy], summary: ForestSummary? = nil) {
        self.title = title
        self.studies = studies
        self.summary = summary
    }

    /// How many of its studies have an estimate.
    var k: Int { studies.count(where: \.isDrawn) }
}

extension Figure {
    /// A forest plot: a square per study with an area in proportion to its weight and a line for its
    /// interval, diamonds for the means of groups and of all, and a bar for the prediction interval. Studies
    /// stay in the order given. More than forty rows are spread over sheets with one axis.
    public static func forestPlot(
        _ frame: FigureFrame, groups: [ForestGroup], overall: ForestSummary? = nil, measure: EffectMeasure
    ) -> Figure {
        let words = EvidenceWords(language: frame.language)
        let hasSummary = overall != nil || groups.contains { $0.summary != nil }
        let hasPrediction = ([overall] + groups.map(\.summary)).contains { $0?.prediction != nil }
        let frame = frame.noted(
            seen: words.pick(
                "Elk vierkant is een studie: groter is zwaarder. De streep is het interval"
                    + (hasSummary ? "; een ruit is een gemiddelde met zijn interval" : "")
                    + (hasPrediction ? ", de balk is waar een nieuwe studie wordt verwacht." : "."),
                "Each square is a study: larger is heavier. The line is its interval"
                    + (hasSummary ? "; a diamond is a mean with its interval" : "")
                    + (hasPrediction ? ", the bar is where a new study is expected." : ".")),
            notSaid: words.pick(
                "Of de studies goed zijn opgezet, en of hetzelfde hier gebeurt: een gemiddelde van "
                    + "elders is geen voorspelling voor deze gemeente.",
                "Whether the studies are sound, and whether the same will happen here: a mean from "
                    + "elsewhere is no forecast for this municipality."
            ))
        let table = ForestTable(words: words, measure: measure, caption: frame.title)
            .table(groups, overall: overall)
        let all = groups.flatMap(\.studies)
        guard !all.isEmpty else { return PlotLayout.nothing(frame, words.noStudies, table) }
        let rows = ForestRow.rows(groups, overall: overall, measure: measure, words: words)
        let sentence = forestSentence(groups, overall: overall, measure: measure, words: words)
        let foot = overall?.heterogeneity.map { $0.text(k: groups.reduce(0) { $0 + $1.k }, words) } ?? ""
        return Figure(
            frame: frame,
            picture: ForestDrawing(frame: frame, rows: rows, measure: measure, foot: foot)
                .picture(sentence: sentence),
            sentence: sentence, table: table)
    }

    private static func forestSentence(
        _ groups: [ForestGroup], overall: ForestSummary?, measure: EffectMeasure, words: EvidenceWords
    ) -> String {
        let language = words.language
        let all = groups.flatMap(\.studies)
        let k = groups.reduce(0) { $0 + $1.k }
        var text = words.studies(all.count)
        if groups.count > 1 {
            text += words.pick(" in \(groups.count) groepen", " in \(groups.count) groups")
        }
        text += words.notDrawn(all.count - k)
        let estimates = all.compactMap(\.value.number).filter(\.isFinite)
        if let least = estimates.min(), let most = estimates.max(), k > 1 {
            text +=
                words.pick("; schattingen van ", "; estimates from ") + measure.text(least, language)
                + words.pick(" tot ", " to ") + measure.text(most, language)
        }
        if let overall {
            if k < 2 {
                text += "; " + words.noSummary
            } else if let mean = overall.value.number {
                text += "; \(words.overall.lowercased()) " + measure.text(mean, overall.interval, language)
                if let prediction = overall.prediction {
                    text += ", \(prediction.name) " + measure.text(prediction.interval, language)
                }
            } else if case .missing(let reason) = overall.value {
                text += "; \(words.overall.lowercased()): \(reason)"
            }
        }
        return text + "."
    }
}

extension HeterogeneityNote {
    /// `k = 13; τ² = 0,31; I² = 92%; Q = 152,2 (df 12, p < 0,001); REML, Hartung-Knapp`.
    /// Spaces around the equals signs do not break.
    func text(k: Int, _ words: EvidenceWords) -> String {
        var parts = ["k\u{A0}=\u{A0}\(NumberText(words.language).count(k))"]
        if let tau2 { parts.append("τ²\u{A0}=\u{A0}\(words.number(tau2, 3))") }
        if let i2Share { parts.append("I²\u{A0}=\u{A0}\(words.number(i2Share * 100, 0))%") }
        if let q {
            var inner: [String] = []
            if let degreesOfFreedom {
                let isWhole = degreesOfFreedom == degreesOfFreedom.rounded()
                inner.append("df \(words.number(degreesOfFreedom, isWhole ? 0 : 1))")
            }
            if let pValue { inner.append("p \(words.probability(pValue))") }
            parts.append(
                "Q\u{A0}=\u{A0}\(words.number(q))"
                    + (inner.isEmpty ? "" : " (\(inner.joined(separator: ", ")))"))
        }
        if !method.isEmpty { parts.append(method) }
        return parts.joined(separator: "; ")
    }
}

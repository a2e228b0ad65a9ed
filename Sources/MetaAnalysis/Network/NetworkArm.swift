/// One arm of a study in a network of treatments.
public struct NetworkArm: Sendable, Hashable {
    /// The study.
    public var study: String
    /// The treatment.
    public var treatment: String
    /// Persons with the outcome.
    public var events: Double
    /// All persons.
    public var persons: Double

    /// An arm.
    public init(study: String, treatment: String, events: Double, persons: Double) {
        self.study = study
        self.treatment = treatment
        self.events = events
        self.persons = persons
    }
}

/// Log odds ratios of treatments within studies against one arm of each study, with what they share.
public struct NetworkContrasts: Sendable, Equatable {
    /// The study of every contrast.
    public let studies: [String]
    /// The treatment.
    public let first: [String]
    /// What it is compared with.
    public let second: [String]
    /// The effects with their variances.
    public let effects: [StudyEffect]
    /// Sampling covariances: contrasts of one study share an arm.
    public let covariances: [[Double]]
    let arms: [(first: NetworkArm, second: NetworkArm)]

    /// Whether all values are the same.
    public static func == (left: NetworkContrasts, right: NetworkContrasts) -> Bool {
        left.studies == right.studies && left.first == right.first && left.second == right.second
            && left.effects == right.effects && left.covariances == right.covariances
    }

    /// Contrasts from arms. Each study is compared with its arm of the reference, or with the treatment
    /// that comes first in `treatments` where it has none.
    /// - Parameters:
    ///   - arms: two or more per study, each treatment once.
    ///   - treatments: all treatments, the reference first.
    /// - Throws: a study with one arm or a repeated treatment, a treatment that is not listed.
    public init(arms: [NetworkArm], treatments: [String]) throws(MetaAnalysisError) {
        var order: [String] = []
        for arm in arms where !order.contains(arm.study) { order.append(arm.study) }
        var studies: [String] = []
        var first: [String] = []
        var second: [String] = []
        var effects: [StudyEffect] = []
        var pairs: [(first: NetworkArm, second: NetworkArm)] = []
        for study in order {
            let own = arms.filter { $0.study == study }
            guard own.count >= 2 else {
                throw .studyData(study: study, problem: "it has one arm; a comparison needs two")
            }
            guard Set(own.map(\.treatment)).count == own.count else {
                throw .studyData(study: study, problem: "a treatment occurs twice; add up its arms first")
            }
            for arm in own where !treatments.contains(arm.treatment) {
                throw .unknown(what: "treatment", name: arm.treatment, known: treatments)
            }
            let sorted = own.sorted {
                (treatments.firstIndex(of: $0.treatment) ?? 0)
                    < (treatments.firstIndex(of: $1.treatment) ?? 0)
            }
            let base = sorted[0]
            for arm in sorted.dropFirst() {
                let table = FourfoldTable(
                    a: arm.events, b: arm.persons - arm.events, c: base.events, d: base.persons - base.events)
                effects.append(try StudyEffect(study: study, metric: .logOddsRatio, table: table))
                studies.append(study)
                first.append(arm.treatment)
                second.append(base.treatment)
                pairs.append((arm, base))
            }
        }
        var covariances = [[Double]](
            repeating: [Double](repeating: 0, count: effects.count), count: effects.count)
        for i in effects.indices {
            covariances[i][i] = effects[i].variance
            for j in effects.indices where i != j && studies[i] == studies[j] {
                let base = pairs[i].second
                let with = base.events
                let without = base.persons - base.events
                // Where one contrast had a half added and the other not, the shared arm is taken without.
                let added =
                    effects[i].route.contains(.addedHalf) && effects[j].route.contains(.addedHalf) ? 0.5 : 0
                covariances[i][j] = 1 / (with + added) + 1 / (without + added)
                guard covariances[i][j].isFinite else {
                    throw .studyData(
                        study: studies[i],
                        problem: "the arm that contrasts share has an empty cell; add 1/2 to its arms first")
                }
            }
        }
        self.studies = studies
        self.first = first
        self.second = second
        self.effects = effects
        self.covariances = covariances
        self.arms = pairs
    }
}

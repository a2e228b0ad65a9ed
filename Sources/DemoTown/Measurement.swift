internal import Neighbourhoods

/// What is known of every neighbourhood before it is published. From this follow the figures of neighbourhoods,
/// districts and the town, so that the three agree.
struct Measurement {
    enum Content {
        /// Whole things, published to the nearest 5.
        case count([Int])
        /// A quantity that adds up, published as it is.
        case total([Int])
        /// Persons per square kilometre.
        case density([Int], hectares: [Int])
        /// A part of a whole, published in whole percents.
        case share(part: [Int], whole: [Int])
        /// Events per 1,000, published to a tenth.
        case rate(events: [Int], base: [Int])
        /// A mean of the people behind `weights`, published in steps.
        case mean([Double], weights: [Int], step: Double)
        /// Answers to a question put to a sample; `weights` are the people that the sample stands for.
        case sample(yes: [Int], asked: [Int], weights: [Int])
    }

    /// When a figure is kept secret by its producer.
    enum Secrecy {
        case open
        /// Hidden where fewer inhabitants than this live.
        case inhabitantsBelow(Int)
    }

    static let smallestSample = 30

    var variable: Variable.ID
    var source: DemoSource
    var content: Content
    var secrecy = Secrecy.open
    var version = ""
    /// Neighbourhoods for which the producer has no figure.
    var notCollected: Set<Int> = []

    init(_ variable: Variable.ID, _ source: DemoSource, _ content: Content) {
        self.variable = variable
        self.source = source
        self.content = content
    }

    /// The figure, and half of its 95% interval, of the neighbourhoods `members` taken together.
    func published(_ members: [Int], inhabitants: [Int]) -> (value: Value, margin: Value) {
        let none = Value.missing(.notApplicable)
        let present = members.filter { !notCollected.contains($0) }
        guard !present.isEmpty else { return (.missing(.notCollected), .missing(.notCollected)) }
        if case .inhabitantsBelow(let limit) = secrecy {
            let people = present.reduce(0) { $0 + inhabitants[$1] }
            if people > 0, people < limit { return (.missing(.suppressed), .missing(.suppressed)) }
        }
        switch content {
        case .count(let counts):
            return (.known(Self.rounded(present.sum(of: counts))), none)
        case .total(let amounts):
            return (.known(Double(present.sum(of: amounts))), none)
        case .density(let persons, let hectares):
            let land = present.sum(of: hectares)
            guard land > 0 else { return (none, none) }
            return (.known((Double(present.sum(of: persons)) * 100 / Double(land)).rounded()), none)
        case .share(let part, let whole):
            let total = present.sum(of: whole)
            guard total > 0 else { return (none, none) }
            return (.known(Self.ratio(present.sum(of: part), total, steps: 100)), none)
        case .rate(let events, let base):
            let total = present.sum(of: base)
            guard total > 0 else { return (none, none) }
            return (.known(Self.ratio(present.sum(of: events) * 1000, total, steps: 10)), none)
        case .mean(let values, let weights, let step):
            let total = Double(present.sum(of: weights))
            guard total > 0 else { return (none, none) }
            let mean = present.reduce(0.0) { $0 + values[$1] * Double(weights[$1]) } / total
            return (
                .known(step < 1 ? (mean / step).rounded() / (1 / step) : (mean / step).rounded() * step), none
            )
        case .sample(let yes, let asked, let weights):
            return estimate(present.filter { asked[$0] > 0 }, yes, asked, weights)
        }
    }

    /// A stratified estimate. The standard error adds two answers of each kind, so that a sample in which all say
    /// the same still has a margin (Agresti and Coull 1998).
    private func estimate(_ members: [Int], _ yes: [Int], _ asked: [Int], _ weights: [Int]) -> (Value, Value)
    {
        let total = Double(members.sum(of: weights))
        guard total > 0 else { return (.missing(.notApplicable), .missing(.notApplicable)) }
        guard members.sum(of: asked) >= Self.smallestSample else {
            return (.missing(.suppressed), .missing(.suppressed))
        }
        var mean = 0.0
        var variance = 0.0
        for member in members {
            let weight = Double(weights[member]) / total
            let answers = Double(asked[member])
            let careful = (Double(yes[member]) + 2) / (answers + 4)
            mean += weight * Double(yes[member]) / answers
            variance += weight * weight * careful * (1 - careful) / (answers + 4)
        }
        return (
            .known((mean * 100).rounded() / 100),
            .known((1.96 * variance.squareRoot() * 1000).rounded() / 1000)
        )
    }

    /// To the nearest 5 like CBS; 1 to 4 stay as they are in a municipal register, so that hiding them is up to
    /// the program that shows them.
    private static func rounded(_ count: Int) -> Double {
        count < 5 ? Double(count) : (Double(count) / 5).rounded() * 5
    }

    private static func ratio(_ part: Int, _ whole: Int, steps: Double) -> Double {
        (Double(part) / Double(whole) * steps).rounded() / steps
    }
}

extension [Int] {
    /// The sum of `values` at these positions.
    fileprivate func sum(of values: [Int]) -> Int { reduce(0) { $0 + values[$1] } }
}

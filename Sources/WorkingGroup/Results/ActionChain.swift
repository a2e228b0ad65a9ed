public import Bilingual

/// What a simulation that the project keeps says of an alternative, in plain numbers: against doing nothing, under the
/// same luck. The area and the people who live there now stand side by side.
public struct ActionRun: Sendable, Hashable {
    /// A number with the band of nine in ten runs.
    public struct Figure: Sendable, Hashable {
        /// Which outcome, by the word of the simulation.
        public var measure: String
        /// The middle of the runs.
        public var middle: Double
        /// The lower end.
        public var low: Double
        /// The upper end.
        public var high: Double

        /// A number with its band.
        public init(measure: String, middle: Double, low: Double, high: Double) {
            self.measure = measure
            self.middle = middle
            self.low = low
            self.high = high
        }
    }

    /// The alternative.
    public var alternative: Int
    /// The year at the end of the simulation.
    public var year: Int
    /// How many runs.
    public var runs: Int
    /// The seed.
    public var seed: String
    /// The version of the program that made it.
    public var program: String
    /// What it changes in the areas.
    public var area: [Figure]
    /// What becomes of the households that live there now, in the whole municipality.
    public var residents: [Figure]

    /// What a simulation says.
    public init(
        alternative: Int, year: Int, runs: Int, seed: String, program: String, area: [Figure],
        residents: [Figure]
    ) {
        self.alternative = alternative
        self.year = year
        self.runs = runs
        self.seed = seed
        self.program = program
        self.area = area
        self.residents = residents
    }
}

/// From ambition to Monday morning: for each ambition its targets, the levers on an estate, what simulations say, what
/// the group chose, and who does what, where and when. A link that is not there is told, never left out.
public struct ActionChain: Sendable, Hashable {
    /// A target with its levers.
    public struct Goal: Sendable, Hashable {
        /// The target.
        public let target: Target
        /// The levers for it, in order of arrival.
        public let levers: [LeverChoice]
    }

    /// An alternative that levers of the ambition belong to, with how the group chose.
    public struct Choice: Sendable, Hashable {
        /// The alternative.
        public let alternative: Alternative
        /// How many would take it; `nil` where too few people chose.
        public let choice: AlternativeChoices.Choice?
        /// What simulations say of it.
        public let runs: [ActionRun]
    }

    /// One ambition with all that hangs on it.
    public struct Link: Sendable, Hashable {
        /// The ambition.
        public let ambition: Ambition
        /// Its targets.
        public let goals: [Goal]
        /// The alternatives that its levers belong to.
        public let choices: [Choice]
        /// Its tasks, those that were dropped included.
        public let tasks: [AgreedTask]

        /// What is missing, from the top of the chain to its end.
        public var gaps: [Gap] {
            guard !goals.isEmpty else { return [.noTarget] + taskGaps }
            var gaps: [Gap] = []
            for goal in goals {
                let number = goal.target.number
                if let measure = goal.target.measure {
                    if measure.from == nil { gaps.append(.noFigure(target: number)) }
                } else {
                    gaps.append(.noMeasure(target: number))
                }
                if goal.levers.isEmpty { gaps.append(.noLever(target: number)) }
                if goal.levers.contains(where: { $0.estate == nil }) {
                    gaps.append(.noEstate(target: number))
                }
                if goal.levers.contains(where: { $0.alternative == nil }) {
                    gaps.append(.noAlternative(target: number))
                }
            }
            for one in choices {
                if one.runs.isEmpty { gaps.append(.noRun(alternative: one.alternative.name)) }
                if one.choice?.takers == nil { gaps.append(.noChoice(alternative: one.alternative.name)) }
            }
            return gaps + taskGaps
        }

        private var taskGaps: [Gap] {
            let open = tasks.filter { $0.status != .dropped }
            guard !open.isEmpty else { return [.noTask] }
            return open.flatMap { task -> [Gap] in
                (task.place.isEmpty ? [.noPlace(task: task.number)] : [])
                    + (task.day == nil ? [.noDay(task: task.number)] : [])
            }
        }
    }

    /// The ambitions in order of number.
    public let links: [Link]
    /// Tasks for no ambition.
    public let loose: [AgreedTask]
    /// How many people chose among the alternatives; `nil` where there are none.
    public let people: Int?
    /// What people do not agree with, in their words. It was said of the evening, not of one ambition.
    public let dissent: [String]
    /// Objections, likewise.
    public let objections: [String]

    /// The chain of a session.
    /// - Parameters:
    ///   - state: the session as it stands, most often with what was done after closing.
    ///   - choices: how the group chose, as may be told; `nil` where there is nothing to choose.
    ///   - runs: what simulations say of alternatives.
    public init(of state: SessionState, choices: AlternativeChoices?, runs: [ActionRun]) {
        links = state.ambitions.map { ambition in
            let goals = state.targets.filter { $0.ambition == ambition.number }.map { target in
                Goal(target: target, levers: state.leverChoices.filter { $0.target == target.number })
            }
            let numbers = Set(goals.flatMap(\.levers).compactMap(\.alternative)).sorted()
            return Link(
                ambition: ambition, goals: goals,
                choices: numbers.map { number in
                    Choice(
                        alternative: state.alternatives[number - 1],
                        choice: choices?.choices.first { $0.alternative == number },
                        runs: runs.filter { $0.alternative == number })
                },
                tasks: state.tasks.filter { state.ambition(of: $0.plan) == ambition.number })
        }
        loose = state.tasks.filter { state.ambition(of: $0.plan) == nil }
        people = choices?.people
        func texts(_ register: Register) -> [String] {
            state.notes.filter { $0.register == register }.map(\.text)
        }
        (dissent, objections) = (texts(.dissent), texts(.objection))
    }

    /// All tasks, ambition by ambition.
    public var tasks: [AgreedTask] { links.flatMap(\.tasks) + loose }

    /// Nothing was named and nothing agreed.
    public var isEmpty: Bool { links.isEmpty && loose.isEmpty }
}

extension ActionChain {
    /// A link that is not there.
    public enum Gap: Sendable, Hashable {
        /// The ambition has no target.
        case noTarget
        /// The target is not measured by anything in the data.
        case noMeasure(target: Int)
        /// The data hold no figure for the target now.
        case noFigure(target: Int)
        /// No lever was chosen for the target.
        case noLever(target: Int)
        /// A lever has a place, but the homes were not named.
        case noEstate(target: Int)
        /// A lever belongs to no alternative.
        case noAlternative(target: Int)
        /// No simulation of the alternative is kept.
        case noRun(alternative: String)
        /// Too few people chose to tell it.
        case noChoice(alternative: String)
        /// Nobody does anything for it.
        case noTask
        /// It was not agreed where.
        case noPlace(task: Int)
        /// It was not agreed by which day.
        case noDay(task: Int)

        /// What is missing, in words.
        public var text: BilingualText {
            switch self {
            case .noTarget:
                BilingualText(nl: "Er is nog geen doel gezet.", en: "No target was set yet.")
            case .noMeasure(let target):
                BilingualText(
                    nl: "Doel \(target) heeft nog geen cijfer: niemand koos waaraan u het meet.",
                    en: "Target \(target) has no figure yet: nobody chose what it is measured by.")
            case .noFigure(let target):
                BilingualText(
                    nl: "Voor doel \(target) staat er geen cijfer van nu in de gegevens.",
                    en: "For target \(target) the data hold no figure of now.")
            case .noLever(let target):
                BilingualText(
                    nl: "Bij doel \(target) is nog geen maatregel gekozen.",
                    en: "For target \(target) no lever was chosen yet.")
            case .noEstate(let target):
                BilingualText(
                    nl: "Bij doel \(target) is niet genoemd om welke woningen het gaat.",
                    en: "For target \(target) it was not named which homes it is about.")
            case .noAlternative(let target):
                BilingualText(
                    nl: "De maatregel bij doel \(target) hoort bij geen alternatief.",
                    en: "The lever for target \(target) belongs to no alternative.")
            case .noRun(let alternative):
                BilingualText(
                    nl: "“\(alternative)” is niet doorgerekend.", en: "“\(alternative)” was not simulated.")
            case .noChoice(let alternative):
                BilingualText(
                    nl: "Te weinig mensen kozen om te tonen wie “\(alternative)” zou doen.",
                    en: "Too few people chose to show how many would do “\(alternative)”.")
            case .noTask:
                BilingualText(nl: "Er is nog geen taak afgesproken.", en: "No task was agreed yet.")
            case .noPlace(let task):
                BilingualText(
                    nl: "Bij taak \(task) is niet afgesproken waar.",
                    en: "For task \(task) it was not agreed where.")
            case .noDay(let task):
                BilingualText(
                    nl: "Bij taak \(task) is geen dag afgesproken.",
                    en: "For task \(task) no day was agreed.")
            }
        }
    }
}

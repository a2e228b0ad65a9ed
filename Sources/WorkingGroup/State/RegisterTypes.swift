public import Bilingual

/// A question that the group raises.
public struct Question: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// Its text.
    public var text: String
    /// Which of the seven questions of the announcement it belongs to, 1 ... 7.
    public var theme: Int?
    /// How it stands.
    public var status: QuestionStatus
    /// Who takes it further.
    public var owner: String
    /// The answer.
    public var answer: String
}

/// An entry in one of the registers.
public struct Note: Sendable, Hashable {
    /// Which register.
    public var register: Register
    /// Its text.
    public var text: String
    /// What it bears on: claims (`C1`), arrows of the policy theory (`E5`) and questions (`Q3`).
    public var claims: [String]
}

/// What stands in the way.
public struct Bottleneck: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// Its text.
    public var text: String
    /// What it is made of.
    public var type: BottleneckType
    /// Who can remove it.
    public var remover: String
    /// The lever that it is about.
    public var lever: String?
}

/// An ambition.
public struct Ambition: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// Its text.
    public var text: String
}

/// A local target under an ambition.
public struct Target: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// The ambition.
    public var ambition: Int
    /// Its text.
    public var text: String
    /// The year in which it is to be reached.
    public var year: Int
    /// What it is measured by, where that was set.
    public var measure: TargetMeasure?
}

/// A lever on a place, for a target.
public struct LeverChoice: Sendable, Hashable {
    /// The target.
    public var target: Int
    /// The lever, L1 ... L22.
    public var lever: String
    /// The place, as the group calls it.
    public var place: String
    /// The homes, where they were named.
    public var estate: NamedEstate?
    /// The alternative that it is a part of.
    public var alternative: Int?
}

/// A package of measures that the group considers.
public struct Alternative: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// Its name.
    public var name: String
    /// The package as YAML; empty where only sketched in words.
    public var package: String
    /// Its price in millions of euros, where known.
    public var price: Double?
}

/// The alternatives that somebody would choose within the budget.
public struct Portfolio: Sendable, Hashable {
    /// Their numbers, ascending.
    public var alternatives: [Int]
    /// Why.
    public var reason: String
}

/// A task that was agreed.
public struct AgreedTask: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// What was agreed of it.
    public var plan: TaskPlan
    /// How it stands.
    public var status = TaskStatus.agreed
    /// Why it stands so, where somebody said; always for a task that was dropped.
    public var reason = ""

    /// What is to be done.
    public var text: String { plan.text }
    /// By which organisation or role.
    public var actor: String { plan.actor }
    /// Where.
    public var place: String { plan.place }
    /// The target that it serves.
    public var target: Int? { plan.target }
    /// The task that must be done first.
    public var waitsFor: Int? { plan.waitsFor }
    /// By which day, where one was agreed.
    public var day: CalendarDay? { plan.due.flatMap { CalendarDay($0) } }

    /// By when, in words; empty where nothing was agreed.
    public func when(_ language: Language) -> String {
        guard let day = day?.name(language) else { return plan.when }
        return plan.when.isEmpty ? day : "\(day) (\(plan.when))"
    }
}

/// A norm that the chair asks for.
public struct AskedNorm: Sendable, Hashable {
    /// Its name.
    public var norm: String
    /// The unit of the value.
    public var unit: String
    /// The lowest value that can be given.
    public var low: Double
    /// The highest.
    public var high: Double

    /// A norm with its range.
    public init(norm: String, unit: String, low: Double, high: Double) {
        self.norm = norm
        self.unit = unit
        self.low = low
        self.high = high
    }
}

/// A question with a true answer from the local data.
public struct PollItem: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// Its text.
    public var text: String
    /// The unit of the answer.
    public var unit: String
    /// The true answer, where the data hold it.
    public var truth: Double?
    /// Where the true answer comes from.
    public var source: String
}

/// Answers at the start and at the end.
public struct PollAnswers: Sendable, Hashable {
    /// At the start.
    public var before: PollAnswer?
    /// At the end.
    public var after: PollAnswer?
}

/// An answer with how sure one is.
public struct PollAnswer: Sendable, Hashable {
    /// The value.
    public var value: Double
    /// 0 ... 100.
    public var confidence: Int
}

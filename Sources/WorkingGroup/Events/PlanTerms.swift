public import Bilingual

/// What a target is measured by, with the figure as it stood in the local data when the group set the target. It is kept
/// with the target, so that a later import does not change what the group went by.
public struct TargetMeasure: Codable, Sendable, Hashable {
    /// The variable of the local data.
    public var indicator: String
    /// The code of the area.
    public var area: String
    /// The name of the area.
    public var areaName: String
    /// The figure then, in the unit of the variable; `nil` where it was not known.
    public var from: Double?
    /// The lower end of its interval; `nil` where the source gives none.
    public var low: Double?
    /// The upper end.
    public var high: Double?
    /// The year of the figure.
    public var fromYear: Int?
    /// Where the figure comes from.
    public var source: String
    /// What it should become, in the same unit.
    public var to: Double

    /// A measure with its figure.
    public init(
        indicator: String, area: String, areaName: String, from: Double?, low: Double? = nil,
        high: Double? = nil, fromYear: Int?, source: String, to: Double
    ) {
        self.indicator = indicator
        self.area = area
        self.areaName = areaName
        self.from = from
        self.low = low
        self.high = high
        self.fromYear = fromYear
        self.source = source
        self.to = to
    }
}

/// Homes that a lever works on: by where they stand, what they are and when they were built; never by who lives there.
public struct NamedEstate: Codable, Sendable, Hashable {
    /// The code of the neighbourhood.
    public var area: String
    /// Its name.
    public var areaName: String
    /// Houses or flats, in the word of package files; `nil` for both.
    public var dwelling: String?
    /// The building period, likewise; `nil` for all.
    public var period: String?

    /// An estate.
    public init(area: String, areaName: String, dwelling: String? = nil, period: String? = nil) {
        self.area = area
        self.areaName = areaName
        self.dwelling = dwelling
        self.period = period
    }
}

/// All that is agreed of a task.
public struct TaskPlan: Codable, Sendable, Hashable {
    /// What is to be done.
    public var text: String
    /// By which organisation or role; several with commas or `en`.
    public var actor: String
    /// In which street or estate.
    public var place: String
    /// By which day, as `2027-03-01`; `nil` where no day was agreed.
    public var due: String?
    /// By when in words, such as `na de zomer`.
    public var when: String
    /// The ambition that it serves.
    public var ambition: Int?
    /// The target that it serves.
    public var target: Int?
    /// The task that must be done first.
    public var waitsFor: Int?

    /// A plan.
    public init(
        text: String, actor: String, place: String = "", due: String? = nil, when: String = "",
        ambition: Int? = nil, target: Int? = nil, waitsFor: Int? = nil
    ) {
        self.text = text
        self.actor = actor
        self.place = place
        self.due = due
        self.when = when
        self.ambition = ambition
        self.target = target
        self.waitsFor = waitsFor
    }
}

/// How a task stands.
public enum TaskStatus: String, Codable, Sendable, Hashable, CaseIterable {
    /// Agreed and not begun.
    case agreed
    /// Somebody is at it.
    case underWay
    /// Done.
    case done
    /// It will not be done.
    case dropped

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .agreed: BilingualText(nl: "afgesproken", en: "agreed")
        case .underWay: BilingualText(nl: "bezig", en: "under way")
        case .done: BilingualText(nl: "klaar", en: "done")
        case .dropped: BilingualText(nl: "vervallen", en: "dropped")
        }
    }
}

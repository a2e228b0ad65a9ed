public import Bilingual

/// Which measures were studied for which outcomes: nine rows, twelve columns. It shows what was studied, not
/// what works; empty cells are its message.
public struct EvidenceMap: Sendable, Hashable {
    /// One measure and one outcome.
    public struct Cell: Sendable, Hashable {
        /// The measure.
        public let lever: Lever
        /// The outcome.
        public let domain: OutcomeDomain
        /// The independent studies, each with its publications.
        public let units: [EvidenceUnit]
        /// How many.
        public let count: IndependentCount
        /// How many publications have a result to show.
        public let papersWithResult: Int
        /// How many by direction. A trial whose publications differ is counted once, as mixed; one without a
        /// result to show is not counted.
        public let byDirection: [Direction: IndependentCount]
        /// How many by class of design. A trial with publications of several classes is counted in each.
        public let byDesign: [DesignClass: IndependentCount]
        /// How many by how much was read. A trial can be counted in several.
        public let byVerification: [Verification: IndependentCount]

        /// Whether there is nothing.
        public var isEmpty: Bool { units.isEmpty }

        /// The cell in words, also when it is empty.
        public var statement: BilingualText {
            let tail = BilingualText(
                nl: "\(lever.name.nl) → \(domain.name.nl)", en: "\(lever.name.en) → \(domain.name.en)")
            let unread = count.papers - papersWithResult
            var text = BilingualText(
                nl: "\(count.text.nl): \(tail.nl)", en: "\(count.text.en): \(tail.en)")
            if unread > 0 {
                text = BilingualText(
                    nl: text.nl + "; van \(unread) is het resultaat niet gelezen",
                    en: text.en + "; of \(unread) the result was not read")
            }
            return text
        }
    }

    /// The rows.
    public let levers: [Lever]
    /// The columns.
    public let domains: [OutcomeDomain]
    private let cells: [Cell]

    /// Maps the studies of `register` that `filter` keeps.
    public init(of register: Register, filter: StudyFilter = StudyFilter()) {
        levers = Lever.allCases
        domains = OutcomeDomain.allCases
        let kept = register.studies(matching: filter)
        let leversOf = register.leverLinks.reduce(into: [String: Set<Lever>]()) {
            $0[$1.study, default: []].insert($1.lever)
        }
        var cells: [Cell] = []
        for lever in levers {
            let row = kept.filter { leversOf[$0.id]?.contains(lever) ?? false }
            for domain in domains {
                let studies = row.filter { $0.outcomeDomains.contains(domain) }
                cells.append(Cell(lever: lever, domain: domain, studies: studies, register: register))
            }
        }
        self.cells = cells
    }

    /// The cell of a measure and an outcome.
    public subscript(lever: Lever, domain: OutcomeDomain) -> Cell {
        let row = levers.firstIndex(of: lever) ?? 0
        let column = domains.firstIndex(of: domain) ?? 0
        return cells[row * domains.count + column]
    }

    /// The cells without any study, row by row.
    public var gaps: [Cell] { cells.filter(\.isEmpty) }

    /// The cells that hold studies of which no result was read, row by row.
    public var cellsWithoutResult: [Cell] { cells.filter { !$0.isEmpty && $0.papersWithResult == 0 } }
}

extension EvidenceMap.Cell {
    fileprivate init(lever: Lever, domain: OutcomeDomain, studies: [Study], register: Register) {
        self.lever = lever
        self.domain = domain
        units = register.units(of: studies)
        count = IndependentCount(trials: units.count, papers: studies.count)
        papersWithResult = studies.count { $0.shownFinding != nil }
        byDirection = Dictionary(grouping: units.filter { $0.direction != nil }) { $0.direction ?? .unclear }
            .mapValues { units in
                IndependentCount(
                    trials: units.count,
                    papers: units.reduce(0) { $0 + $1.papers.count { $0.shownFinding?.direction != nil } })
            }
        byDesign = Dictionary(grouping: studies, by: \.designClass).mapValues(register.count)
        byVerification = Dictionary(grouping: studies, by: \.verification).mapValues(register.count)
    }
}

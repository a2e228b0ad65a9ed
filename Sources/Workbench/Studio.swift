public import EvidenceRegister
public import Neighbourhoods
public import Origins
public import PolicyTheory

/// All that the pages are made from: the municipalities of a project with their provenance. A value; the pages are
/// functions of it and of a ``PageState``, so the same studio and address always give the same bytes.
public struct Studio: Sendable {
    /// One column of an import, as the provenance page tells it.
    public struct ImportRow: Sendable, Hashable {
        /// The file it came from.
        public var file: String
        /// The name of the column in that file.
        public var column: String
        /// The variable that it became; nil for a column that was not recognised and so left out.
        public var outcome: Variable.ID?
        /// The reference year, where it has one.
        public var year: Int?
        /// The share of areas with a figure, 0...1; nil for a column that was not taken.
        public var fillRate: Double?

        /// Makes a row.
        public init(file: String, column: String, outcome: Variable.ID?, year: Int?, fillRate: Double?) {
            self.file = file
            self.column = column
            self.outcome = outcome
            self.year = year
            self.fillRate = fillRate
        }
    }

    /// The name of the project, as shown in the header.
    public let title: String
    /// The municipalities, in order of their codes; never empty.
    public let towns: [Town]
    /// What the imports did with each column, in the order of the imports.
    public let imports: [ImportRow]
    /// The register of studies on mixing, with the changes that the project holds.
    public let evidence: RegisterLog

    /// What the simulations that the project keeps say of packages.
    public let outcomes: [ModelOutcome]

    /// The name and version of the program that serves it.
    public let program: String
    /// The name of the project file, without its folder, for a command that repeats what a page shows.
    public let file: String

    let memory: StudioMemory

    /// Makes a studio; nil when there is no municipality to show.
    ///
    /// - Parameters:
    ///   - title: the name of the project.
    ///   - towns: the municipalities.
    ///   - imports: what the import reports say of each column.
    ///   - evidence: the register of studies; nil takes the one that the program carries.
    ///   - outcomes: what simulations say of packages.
    ///   - program: the name and version of the program.
    ///   - file: the name of the project file; nil makes one from the title.
    public init?(
        title: String, towns: [Town], imports: [ImportRow] = [], evidence: RegisterLog? = nil,
        outcomes: [ModelOutcome] = [], program: String = "Mengpaneel", file: String? = nil
    ) {
        guard !towns.isEmpty, let evidence = evidence ?? (try? RegisterLog(start: .seed())) else {
            return nil
        }
        self.evidence = evidence
        self.title = title
        self.towns = towns.sorted { $0.code < $1.code }
        self.imports = imports
        self.outcomes = outcomes
        self.program = program
        self.file = file ?? title + ".mengpaneel"
        memory = StudioMemory()
    }

    /// What stands beside the name of the program: the municipality where there is one, else the name of the project.
    var heading: String { towns.count == 1 ? towns[0].dataset.municipality.name : title }

    /// Whether any figure describes a made-up place; every page and export then says so.
    public var isSynthetic: Bool { towns.contains(where: \.dataset.isSynthetic) }
}

/// One municipality of a project.
public struct Town: Sendable {
    /// Its figures.
    public let dataset: Dataset

    /// Groups of residents as a statistical office observed them: they enter the first claim only.
    public let observedGroups: [ObservedGroup]
    /// Origin as observed, for the page that shows it and for nothing else.
    public let origins: OriginTable?

    /// Makes a town from its figures.
    public init(dataset: Dataset, observedGroups: [ObservedGroup] = [], origins: OriginTable? = nil) {
        self.dataset = dataset
        self.observedGroups = observedGroups
        self.origins = origins
    }

    var code: AreaCode { dataset.municipality.code }

    /// The scales at which the town has areas with figures, finest first.
    var levels: [AreaLevel] {
        PageState.levels.map(\.level).filter { level in
            !dataset.areas(level).isEmpty && !dataset.variables(at: level).isEmpty
        }
    }
}

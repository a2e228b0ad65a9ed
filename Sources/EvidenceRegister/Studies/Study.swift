public import PolicyTheory

/// One publication of the register.
///
/// What it found can be had only through ``disclosure``: a row of which the result was not read has no
/// finding to show, whatever its cell holds.
public struct Study: RegisterRow {
    /// The columns of `studies.csv`.
    public enum Field: String, RegisterColumn {
        case id, region, authors, year, title, journal, doi, country, place
        case studyType = "study_type"
        case design, population
        case sampleSize = "n"
        case exposure
        case outcomeDomains = "outcome_domains"
        case direction, questions, finding
        case riskOfBias = "risk_of_bias"
        case biasRemark = "bias_remark"
        case verified
        case bibliographySeen = "bibliography_seen"
        case sourceSeen = "source_seen"
        case note
    }

    /// The table it belongs to.
    public static let table = RegisterTable.studies
    /// The columns that name the row.
    public static let keyFields: [Field] = [.id]

    /// Its identifier, such as `NL-10`.
    public let id: String
    /// The country it is about, as a code.
    public let region: Region
    /// The authors as written: `Das, M.; Musterd, S.`.
    public let authors: String
    /// The year; nil when it was not seen.
    public let year: Int?
    /// The title.
    public let title: String
    /// Journal or series with volume and pages, as written.
    public let journal: String
    /// The DOI; nil when it was not seen in a source.
    public let doi: String?
    /// The countries in words, as written: `Netherlands; Sweden`.
    public let country: String
    /// The place, as written; empty when there is none.
    public let place: String
    /// What kind of publication; nil when not filled in yet.
    public let studyType: StudyType?
    /// How it was set up; nil when not filled in yet.
    public let design: Design?
    /// Whom or what it looked at.
    public let population: String
    /// How many, as written; empty when not seen.
    public let sampleSize: String
    /// The measure or the exposure.
    public let exposure: String
    /// What it looked at.
    public let outcomeDomains: [OutcomeDomain]
    /// The questions of the working group it was entered for. See ``bears(on:)``.
    public let questions: [Question]
    /// How far it may be off; nil when not filled in yet.
    public let riskOfBias: RiskOfBias?
    /// Why.
    public let biasRemark: String
    /// How much of it was read.
    public let verification: Verification
    /// Whether its particulars were seen.
    public let bibliographySeen: BibliographySeen
    /// Where it was seen.
    public let sourceSeen: String
    /// Dependence on other rows, and what came from memory.
    public let note: String

    let recordedDirection: Direction?
    let recordedFinding: String

    /// Reads a row from its cells.
    ///
    /// - Throws: ``RegisterError`` whose place is the column.
    public init(cells: (Field) -> String) throws(RegisterError) {
        id = try Cell.identifier(cells(.id), Field.id.rawValue)
        guard let region = Region(rawValue: cells(.region)) else {
            throw RegisterError(
                .cell, at: "column 'region'", found: cells(.region),
                expected: "two capital letters such as NL, or INT", mend: "give the code of the country")
        }
        self.region = region
        authors = cells(.authors)
        year = try Cell.year(cells(.year), Field.year.rawValue)
        title = try Cell.required(cells(.title), Field.title.rawValue)
        journal = cells(.journal)
        doi = try Cell.doi(cells(.doi), Field.doi.rawValue)
        country = cells(.country)
        place = cells(.place)
        studyType = try Cell.optionalTerm(cells(.studyType), Field.studyType.rawValue)
        design = try Cell.optionalTerm(cells(.design), Field.design.rawValue)
        population = cells(.population)
        sampleSize = cells(.sampleSize)
        exposure = cells(.exposure)
        outcomeDomains = try Cell.terms(cells(.outcomeDomains), Field.outcomeDomains.rawValue)
        recordedDirection = try Cell.optionalTerm(cells(.direction), Field.direction.rawValue)
        questions = try QuestionCell.questions(cells(.questions), Field.questions.rawValue)
        recordedFinding = cells(.finding)
        riskOfBias = try Cell.optionalTerm(cells(.riskOfBias), Field.riskOfBias.rawValue)
        biasRemark = cells(.biasRemark)
        verification = try Cell.term(cells(.verified), Field.verified.rawValue)
        bibliographySeen = try Cell.term(cells(.bibliographySeen), Field.bibliographySeen.rawValue)
        sourceSeen = cells(.sourceSeen)
        note = cells(.note)
    }

    /// The cell of one column, as it stands in a file.
    public func cell(_ field: Field) -> String {
        switch field {
        case .id: id
        case .region: region.rawValue
        case .authors: authors
        case .year: year.map(String.init) ?? ""
        case .title: title
        case .journal: journal
        case .doi: doi ?? ""
        case .country: country
        case .place: place
        case .studyType: studyType?.rawValue ?? ""
        case .design: design?.rawValue ?? ""
        case .population: population
        case .sampleSize: sampleSize
        case .exposure: exposure
        case .outcomeDomains: outcomeDomains.map(\.rawValue).joined(separator: ";")
        case .direction: recordedDirection?.rawValue ?? ""
        case .questions: questions.map(\.rawValue).joined(separator: ";")
        case .finding: recordedFinding
        case .riskOfBias: riskOfBias?.rawValue ?? ""
        case .biasRemark: biasRemark
        case .verified: verification.rawValue
        case .bibliographySeen: bibliographySeen.rawValue
        case .sourceSeen: sourceSeen
        case .note: note
        }
    }

    /// Whether it bears on `question`. Every study bears on the seventh, whether there is evidence.
    public func bears(on question: Question) -> Bool { question == .evidence || questions.contains(question) }

    /// The countries it is about, one by one.
    public var countries: [String] { Cell.list(country).filter { !$0.isEmpty } }

    /// The places it is about, one by one.
    public var places: [String] { Cell.list(place).filter { !$0.isEmpty } }

    /// Its class on the evidence map.
    public var designClass: DesignClass { design?.designClass ?? .notClassed }
}

enum QuestionCell {
    static func questions(_ text: String, _ column: String) throws(RegisterError) -> [Question] {
        var result: [Question] = []
        for part in Cell.list(text) { result.append(try question(part, column)) }
        return result
    }

    static func question(_ text: String, _ column: String) throws(RegisterError) -> Question {
        guard let question = Question(rawValue: text) else {
            throw RegisterError(
                .cell, at: "column '\(column)'", found: text, expected: "Q1 to Q7",
                mend: "name a question of the working group")
        }
        return question
    }
}

public import Bilingual
public import PolicyTheory

/// One sentence of the provisional answer to a question of the working group, with the studies it rests on.
public struct AnswerSentence: RegisterRow {
    /// The columns of `answers.csv`.
    public enum Field: String, RegisterColumn {
        case id, question, studies, nl, en
    }

    /// The table it belongs to.
    public static let table = RegisterTable.answers
    /// The columns that name the row.
    public static let keyFields: [Field] = [.id, .question]

    /// Its identifier, such as `Q2-3`.
    public let id: String
    /// The question.
    public let question: Question
    /// The studies it rests on; never empty.
    public let studies: [String]
    /// The sentence.
    public let text: BilingualText

    /// Reads a row from its cells.
    ///
    /// - Throws: ``RegisterError`` whose place is the column.
    public init(cells: (Field) -> String) throws(RegisterError) {
        id = try Cell.identifier(cells(.id), Field.id.rawValue)
        question = try QuestionCell.question(cells(.question), Field.question.rawValue)
        studies = try Cell.identifiers(cells(.studies), Field.studies.rawValue)
        guard !studies.isEmpty else {
            throw RegisterError(
                .cell, at: "column 'studies'", found: "", expected: "at least one study",
                mend: "name the studies that the sentence rests on")
        }
        text = BilingualText(
            nl: try Cell.required(cells(.nl), Field.nl.rawValue),
            en: try Cell.required(cells(.en), Field.en.rawValue))
    }

    /// The cell of one column, as it stands in a file.
    public func cell(_ field: Field) -> String {
        switch field {
        case .id: id
        case .question: question.rawValue
        case .studies: studies.joined(separator: ";")
        case .nl: text.nl
        case .en: text.en
        }
    }
}

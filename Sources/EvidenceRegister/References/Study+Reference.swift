import Bilingual

extension Study {
    /// The record of this publication for a reference manager. Place and country of the study go along as
    /// keywords; they are not the place of publication.
    public var reference: Reference {
        var reference = Reference(kind: kindOfPublication)
        reference.key = id
        reference.authors = Cell.list(authors).filter { !$0.isEmpty }
        reference.year = year
        reference.title = title
        reference.setJournalLine(journal)
        reference.doi = doi ?? ""
        if !country.isEmpty { reference.keywords.append("country: \(country)") }
        if !place.isEmpty { reference.keywords.append("place: \(place)") }
        return reference
    }

    /// A row for a record of a reference manager: title page only, with nothing said of what it found. An
    /// abstract is not taken over, because its text belongs to others.
    ///
    /// - Parameters:
    ///   - id: the identifier, such as one of
    ///     ``Register/newStudyID(region:title:year:authors:makeAnother:)``.
    ///   - source: where the record comes from, such as the name of the file.
    /// - Throws: ``RegisterError`` when the record has no title.
    public init(
        importing reference: Reference, id: String, region: Region, source: String
    ) throws(RegisterError) {
        func keyword(_ name: String) -> String {
            reference.keywords.first { $0.hasPrefix(name + ": ") }.map {
                String($0.dropFirst(name.count + 2))
            }
                ?? ""
        }
        let doi = NormalisedText.doi(reference.doi)
        let hasDOI = (try? Cell.doi(doi, "doi")) ?? nil != nil
        let country = keyword("country")
        try self.init(cells: { field in
            switch field {
            case .id: id
            case .region: region.rawValue
            case .authors: reference.authors.joined(separator: "; ")
            case .year: reference.year.map(String.init) ?? ""
            case .title: reference.title
            case .journal: reference.journalLine
            case .doi: !hasDOI ? "" : reference.doi.hasPrefix("10.") ? reference.doi : doi
            case .country: country.isEmpty && region != .international ? region.name.en : country
            case .place: keyword("place")
            case .verified: Verification.bibliographicOnly.rawValue
            case .bibliographySeen: BibliographySeen.seen.rawValue
            case .sourceSeen: source
            case .note:
                (reference.notes + reference.kept.map { "[\($0.name)] \($0.value)" }).joined(separator: "; ")
            default: ""
            }
        })
    }

    private var kindOfPublication: Reference.Kind {
        let line = journal.lowercased()
        if line.hasPrefix("in: ") { return .chapter }
        if line.contains("thesis") { return .thesis }
        if line.contains("conference") || line.hasPrefix("paa ") { return .conferencePaper }
        if line.contains("working paper") || line.contains(" dp ") || line.contains(" wp") {
            return .workingPaper
        }
        if line.contains("report") || line.contains("brief") || studyType == .policyEvaluation {
            return .report
        }
        if line.hasSuffix(" book") { return .book }
        return line.isEmpty ? .other("GEN") : .article
    }
}

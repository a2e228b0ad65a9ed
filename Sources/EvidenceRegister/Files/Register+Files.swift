extension Register {
    /// The register that the program carries: 141 publications and 34 numbers, of which no full text was
    /// read, with their links.
    ///
    /// - Throws: ``RegisterErrors`` when a file it carries is damaged.
    public static func seed() throws(RegisterErrors) -> Register { try seedResult.get() }

    private static let seedResult = Result { () throws(RegisterErrors) in
        func rows<Row: TableRow>(
            _ type: Row.Type, _ bytes: [UInt8], _ name: String
        ) throws(RegisterErrors) -> [Row] {
            try TableFile.read(type, from: String(decoding: bytes, as: UTF8.self), name: name + ".csv")
        }
        return try Register(
            studies: rows(Study.self, PackageResources.studies_csv, "studies"),
            effects: rows(Effect.self, PackageResources.effects_csv, "effects"),
            trials: rows(Trial.self, PackageResources.trials_csv, "trials"),
            leverLinks: rows(LeverLink.self, PackageResources.lever_links_csv, "lever-links"),
            edgeLinks: rows(EdgeLink.self, PackageResources.edge_links_csv, "edge-links"),
            answers: rows(AnswerSentence.self, PackageResources.answers_csv, "answers"),
            poolingCandidates: rows(
                PoolingCandidate.self, PackageResources.pooling_candidates_csv, "pooling-candidates"))
    }

    /// A register from rows, such as those of files.
    ///
    /// - Throws: ``RegisterErrors`` when an identifier comes twice or a row names a study that is not there.
    public init(
        studies: [Study], effects: [Effect] = [], trials: [Trial] = [], leverLinks: [LeverLink] = [],
        edgeLinks: [EdgeLink] = [], answers: [AnswerSentence] = [],
        poolingCandidates: [PoolingCandidate] = []
    ) throws(RegisterErrors) {
        self.init(poolingCandidates: poolingCandidates)
        var errors: [RegisterError] = []
        func add<Row: RegisterRow>(_ rows: [Row]) {
            for row in rows {
                do {
                    try apply(.adding(row))
                } catch {
                    errors.append(error)
                }
            }
        }
        add(studies)
        add(effects)
        add(trials)
        add(leverLinks)
        add(edgeLinks)
        add(answers)
        guard errors.isEmpty else { throw RegisterErrors(errors) }
    }

    /// One table as comma separated text, withdrawn rows left out.
    public func csv(_ table: RegisterTable) -> String {
        switch table {
        case .studies: TableFile.write(studies)
        case .effects: TableFile.write(effects)
        case .trials: TableFile.write(trials)
        case .leverLinks: TableFile.write(leverLinks)
        case .edgeLinks: TableFile.write(edgeLinks)
        case .remarks: TableFile.write(remarkRows.active)
        case .answers: TableFile.write(answerRows.active)
        case .strength: TableFile.write(strengthRows.active)
        }
    }
}

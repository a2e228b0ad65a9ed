import Bilingual
import EvidenceRegister
import Testing

@Suite struct ReferenceTests {
    func full() -> Reference {
        var one = Reference(kind: .article)
        one.key = "vanham2010"
        one.authors = [
            "van Ham, M.", "Måård, Ö. {x}", "Sørenson, K., Jr", "RIGO", "Black and Decker", "et al.",
        ]
        one.editors = ["Bolt, G."]
        one.year = 2010
        one.title = "100% of $5 & more: a_b #1 – ‘so’ -- ''quoted'' \\ ~ ^ {braces}"
        one.container = "Journal of Economic Geography"
        one.volume = "10"
        one.issue = "2"
        one.firstPage = "257"
        one.lastPage = "282"
        one.doi = "10.1093/jeg/lbp017"
        one.place = "Oxford"
        one.publisher = "OUP"
        one.abstract = "Some text."
        one.keywords = ["tenure, mix", "work; income"]
        one.url = "https://example.org/a_b?c=d&e=%20"
        one.notes = ["first", "second"]
        one.kept = [.init(name: "C1", value: "kept"), .init(name: "annote", value: "also kept")]
        return one
    }

    @Test func risComesBackWhole() throws {
        let one = full()
        #expect(try RIS.read(RIS.write([one, one]), name: "a.ris") == [one, one])
    }

    @Test func aYearDoesNotRunOnOverTheNextLine() {
        #expect(throws: RegisterErrors.self) {
            try RIS.read("TY  - JOUR\nTI  - x\nPY  - 2019\n T- 1\nER  - \n", name: "a.ris")
        }
    }

    @Test(arguments: ["a\u{0B}b", "a\u{2028} b", "\u{0C} a", "a\n \u{85}b\u{0C}", " \u{301}a"])
    func whatRISReadsItReadsAgain(title: String) throws {
        let first = try RIS.read("TY  - JOUR\nTI  - \(title)\nER  - \n", name: "a.ris")
        let written = RIS.write(first)
        #expect(!first.contains { $0.title.isEmpty || $0.title.contains(where: \.isNewline) })
        #expect(try RIS.read(written, name: "a.ris") == first, "\(written)")
    }

    @Test func bibtexComesBackWhole() throws {
        let one = full()
        #expect(try BibTeX.read(BibTeX.write([one, one]), name: "a.bib") == [one, one])
    }

    @Test(arguments: ["", "a b", "x,y", "kl{03}", "record", "Ökey"])
    func anyKeyComesBack(key: String) throws {
        var one = Reference(kind: .other("GEN"))
        one.key = key
        one.title = "T"
        #expect(try BibTeX.read(BibTeX.write([one]), name: "a.bib") == [one])
        #expect(try RIS.read(RIS.write([one]), name: "a.ris") == [one])
    }

    @Test func oneFormatComesBackThroughTheOther() throws {
        let one = full()
        let there = try BibTeX.read(BibTeX.write(RIS.read(RIS.write([one]), name: "a.ris")), name: "a.bib")
        #expect(try RIS.read(RIS.write(there), name: "a.ris") == [one])
    }

    @Test(arguments: ["ris", "bib"])
    func theWholeRegisterComesBack(format: String) throws {
        let register = try seed()
        let records = register.studies.map(\.reference)
        let back =
            format == "ris"
            ? try RIS.read(RIS.write(records), name: "a.ris")
            : try BibTeX.read(BibTeX.write(records), name: "a.bib")
        #expect(back.count == 141)
        for (record, study) in zip(back, register.studies) {
            let again = try Study(importing: record, id: study.id, region: study.region, source: "a")
            for field in [Study.Field.id, .authors, .year, .title, .journal, .doi, .place] {
                #expect(again.cell(field) == study.cell(field), "\(study.id) \(field)")
            }
            if !study.country.isEmpty { #expect(again.country == study.country) }
            #expect(again.shownFinding == nil)
            #expect(again.verification == .bibliographicOnly)
        }
    }

    @Test func aJournalLineIsTakenApartOnlyWhereItFitsAgain() throws {
        func record(_ journal: String) throws -> Reference { try study("X-1", [.journal: journal]).reference }
        let whole = try record("Journal of Economic Geography 10(2) 257-282")
        #expect(whole.container == "Journal of Economic Geography")
        #expect([whole.volume, whole.issue, whole.firstPage, whole.lastPage] == ["10", "2", "257", "282"])
        #expect(try record("IZA DP 9557").container == "IZA DP 9557")
        #expect(try record("Urban Studies 44(5-6) 1069-").container == "Urban Studies 44(5-6) 1069-")
    }

    @Test func risOfOthersIsRead() throws {
        let text = """
            \u{FEFF}TY  - JOUR
            A1  - Müller, A.
            AU  - de Vries, B.
            T1  - A title that runs
                on over two lines
            JO  - Buren
            JA  - Brn.
            Y1  - 2003/05/12/
            SP  - 12-34
            DO  - https://doi.org/10.1000/ABC
            XX  - unknown
            KW  - one
            ER  -

            TY  - RPRT
            TI  - Second
            ER  - 
            """.replacing("\u{FEFF}", with: "")
        let records = try RIS.read(text.replacing("\n", with: "\r\n"), name: "a.ris")
        #expect(records.count == 2)
        #expect(records[0].authors == ["Müller, A.", "de Vries, B."])
        #expect(records[0].title == "A title that runs on over two lines")
        #expect(records[0].year == 2003)
        #expect([records[0].firstPage, records[0].lastPage] == ["12", "34"])
        #expect(records[0].doi == "10.1000/abc")
        #expect(
            records[0].kept == [
                .init(name: "JA", value: "Brn."), .init(name: "Y1", value: "2003/05/12/"),
                .init(name: "XX", value: "unknown"),
            ])
        #expect(records[1].kind == .report)
    }

    @Test(arguments: [
        ("TY  - JOUR\nAU - Jansen, A.\nER  - ", [2]), ("AU  - Jansen, A.\nER  - ", [1]),
        ("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  - ", [3]), ("TY  - JOUR\nTI  - One", [1]),
        ("TY  - \nTI  - One\nER  - ", [1]), ("TY  - JOUR\nPY  - soon\nER  - ", [2]),
        ("nothing of the kind", [1]), ("ER  - ", [1]),
        ("TY  - JOUR\nTY: x\nPY  - 20\nER  - \nAU  - A\nER  - ", [2, 3, 5]),
    ])
    func malformedRISIsRefusedWithItsLine(text: String, lines: [Int]) {
        let errors = #expect(throws: RegisterErrors.self) { try RIS.read(text, name: "a.ris") }
        #expect(errors?.errors.map(\.place) == lines.map { "a.ris, line \($0)" })
    }

    @Test func bibtexOfOthersIsRead() throws {
        let text = #"""
            Anything here is a comment.
            @string{hs = "Housing Studies"}
            @comment{ @article{no, title = {No}} }
            @preamble{"\newcommand{\x}{y}"}
            @Article{kl03,
              author = "Kleinhans, R. and Maarten van Ham and {Centraal Bureau voor de Statistiek} and
                Andr{\'e} Mus{\"u}rd and S{\o}renson, Jr, K{\aa}re and others",
              title = {{Displaced} but \emph{still} moving {--} ``upwards''
                 \& \c{c}a \v{s}o na\"{\i}ve},
              journal = hs # " (online)", year = 2003,
              pages = {473--499}, month = jan, keywords = {one, two},
              DOI = {https://doi.org/10.1080/02673030304248},
            }
            @book(b1, title = {In parentheses}, date = {2011-05})
            """#
        let records = try BibTeX.read(text, name: "a.bib")
        #expect(records.count == 2)
        let one = try #require(records.first)
        #expect(
            one.authors == [
                "Kleinhans, R.", "van Ham, Maarten", "Centraal Bureau voor de Statistiek", "Musürd, André",
                "Sørenson, Kåre, Jr", "et al.",
            ])
        #expect(one.title == "Displaced but still moving – “upwards” & ça šo naïve")
        #expect(one.container == "Housing Studies (online)")
        #expect([one.firstPage, one.lastPage] == ["473", "499"])
        #expect(one.year == 2003)
        #expect(one.keywords == ["one", "two"])
        #expect(one.doi == "10.1080/02673030304248")
        #expect(one.kept == [.init(name: "month", value: "jan")])
        #expect(records[1].kind == .book)
        #expect(records[1].year == 2011)
    }

    @Test(arguments: [
        ("@article{a,\n title = {Open\n", [2]), ("@article{a,\n title {x}\n}", [2]),
        ("@article{a,\n title = {x}\n year = 2000}", [3]), ("@article{a, year = {soon}}", [1]),
        ("@article{a, title = \"x}", [1]), ("@article a, title = {x}}", [1]), ("@{a}", [1]),
        ("@article{a, journal = unknown}", [1]),
        ("@article{a, title = }\n@book{b, title = {ok}}\n@book{c, x}", [1, 3]),
    ])
    func malformedBibTeXIsRefusedWithItsLine(text: String, lines: [Int]) {
        let errors = #expect(throws: RegisterErrors.self) { try BibTeX.read(text, name: "a.bib") }
        #expect(
            errors?.errors.map { $0.place.prefix { $0 != "f" }.prefix(13) }
                == lines.map { "a.bib, line \($0)" })
        #expect(errors?.errors.allSatisfy { !$0.description.contains("\n") } == true)
    }

    @Test func bracesWithoutEndDoNoHarm() throws {
        let deep = String(repeating: "{", count: 50_000) + "x" + String(repeating: "}", count: 50_000)
        let accents = String(repeating: "\\\"", count: 50_000)
        for text in ["@article{a, title = {\(deep)}}", "@article{a, title = {t}, note = {\(accents)o}}"] {
            #expect(try BibTeX.read(text, name: "a.bib").count == 1)
        }
    }

    @Test func duplicatesAreFoundWithTheirReasonAndNeverMerged() throws {
        let register = try Register(studies: [
            study("A", [.doi: "10.1/ABC", .title: "One"]), study("B", [.doi: "10.1/abc", .title: "Two"]),
            study("C", [.title: "Étude: of “Buren”", .year: "2001", .authors: "Jansen, A.; Smit, B."]),
            study("D", [.title: "ETUDE OF BUREN", .year: "2001", .authors: "Jansen, Anna"]),
            study("E", [.title: "Etude of buren", .year: "2003", .authors: "Jansen, A."]),
            study("F", [.title: "Etude of buren", .year: "2001", .authors: "Pieters, P."]),
        ])
        let pairs = register.possibleDuplicates()
        #expect(pairs.map { "\($0.first)\($0.second)" } == ["AB", "CD", "CE", "DE"])
        #expect(pairs[0].reason == .sameDOI("10.1/abc"))
        #expect(pairs[1].reason == .sameTitleYearAndAuthor)
        #expect(pairs[2].reason == .sameTitleAndAuthor)
        #expect(register.studies.count == 6)
        let candidate = try study("G", [.title: "Two", .doi: "10.1/abc"])
        #expect(register.possibleDuplicates(of: candidate).map(\.first) == ["A", "B"])
    }

    @Test func theRegisterItselfHoldsNoDuplicates() throws {
        #expect(try seed().possibleDuplicates().isEmpty)
    }
}

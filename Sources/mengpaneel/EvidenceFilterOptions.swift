import ArgumentParser
import EvidenceRegister
import PolicyTheory

/// Which studies to look at; shared by `evidence list` and `evidence map`.
struct EvidenceFilterOptions: ParsableArguments {
    @Option(parsing: .upToNextOption, help: "Only these regions, such as NL, US or INT.")
    var region: [String] = []

    @Option(parsing: .upToNextOption, help: "Only studies of these countries, by their English name.")
    var country: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: "Only these designs: \(Design.allCases.map(\.rawValue).joined(separator: ", ")).")
    var design: [String] = []

    @Option(
        parsing: .upToNextOption,
        help:
            "Only where this much was read: \(Verification.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var verified: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: "Only these outcomes: \(OutcomeDomain.allCases.map(\.rawValue).joined(separator: ", ")).")
    var domain: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: "Only these measures: \(Lever.allCases.map(\.rawValue).joined(separator: ", ")).")
    var lever: [String] = []

    @Option(parsing: .upToNextOption, help: "Only studies that bear on these questions: Q1 to Q7.")
    var question: [String] = []

    @Option(help: "Only these years of publication, such as 2000-2015.")
    var years: String?

    @Option(help: "Only studies whose title, authors, place or exposure holds these words.")
    var words = ""

    @Flag(help: "Only studies with a finding that may be shown.")
    var withFinding = false

    @Option(help: "A project file, whose changes to the register then count.")
    var project: String?

    /// The register that is looked at.
    var log: RegisterLog { get throws { try RegisterLoader.log(project) } }

    /// The filter as the register takes it.
    func filter(in register: Register) throws -> StudyFilter {
        var filter = StudyFilter()
        let known = Set(register.studies.map(\.region.rawValue)).sorted()
        filter.regions = try set(region, "--region", known) { Region(rawValue: $0.uppercased()) }
        filter.countries = try set(country, "--country", register.countries) { word in
            register.countries.first { $0.lowercased() == word.lowercased() }
        }
        filter.questions = try set(question, "--question", Question.allCases.map(\.rawValue)) {
            Question(rawValue: $0.uppercased())
        }
        filter.designs = try CodedWords.terms(design, of: "--design")
        filter.verifications = try CodedWords.terms(verified, of: "--verified")
        filter.domains = try CodedWords.terms(domain, of: "--domain")
        filter.levers = try CodedWords.terms(lever, of: "--lever")
        filter.years = try span
        filter.words = words
        filter.onlyWithFinding = withFinding
        return filter
    }

    private func set<Term: Hashable>(
        _ given: [String], _ option: String, _ known: [String], _ read: (String) -> Term?
    ) throws -> Set<Term> {
        var result: Set<Term> = []
        for word in given {
            guard known.contains(where: { $0.lowercased() == word.lowercased() }), let term = read(word)
            else {
                throw CodedWords.unknown(word, of: option, among: known)
            }
            result.insert(term)
        }
        return result
    }

    private var span: ClosedRange<Int>? {
        get throws {
            guard let years else { return nil }
            let ends = years.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last
            else {
                throw UserError("--years: '\(years)' is no span of years; give for instance 2000-2015.")
            }
            return first...last
        }
    }
}

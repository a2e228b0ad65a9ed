public import Bilingual
import EvidenceRegister
import HousingMarket
import Perspectives
import PolicyTheory
import WorkingGroup

/// Writes the parts of a report in one language. Each part has a file of its own; this one holds what they share.
struct VerslagWriter {
    let source: VerslagSource
    let language: Language
    let scene: Scene?

    init(_ source: VerslagSource, language: Language) {
        self.source = source
        self.language = language
        scene = source.scene(language)
    }

    var state: SessionState { source.state }
    var findings: SessionFindings { source.findings }
    var numbers: NumberText { NumberText(language) }

    func say(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }

    /// Why a number is not told.
    var notShown: String { say("niet getoond", "not shown") }

    /// What stands under a number that is not told.
    var smallCellNote: String {
        say(
            "‘Niet getoond’ staat bij minder dan \(SmallCells.least) mensen. Het betekent niet nul.",
            "‘Not shown’ stands for fewer than \(SmallCells.least) people. It does not mean zero.")
    }

    /// A statement by its number, with its text.
    func statement(_ number: Int) -> String {
        state.statements.indices.contains(number - 1) ? state.statements[number - 1].text : "\(number)"
    }

    /// A count of people: always with the whole, never a percentage.
    func count(_ share: VoteShare) -> String {
        say("\(share.count) van \(share.of)", "\(share.count) of \(share.of)")
    }

    /// `eens 5 van 9, oneens 3, geen mening 1`.
    func counts(_ one: StatementSummary) -> String {
        guard one.agree.of >= SmallCells.least else { return notShown }
        return say(
            "\(one.agree.count) van \(one.agree.of) eens, \(one.disagree.count) oneens, \(one.pass.count) geen mening",
            "\(one.agree.count) of \(one.agree.of) agree, \(one.disagree.count) disagree, \(one.pass.count) pass"
        )
    }

    /// The interval of a share as numbers of people, so that nobody reads a percentage of nine people.
    func margin(_ share: VoteShare) -> String {
        let low = Int((share.low * Double(share.of)).rounded())
        let high = Int((share.high * Double(share.of)).rounded())
        return say("\(low) tot \(high) van \(share.of)", "\(low) to \(high) of \(share.of)")
    }

    /// `1 deelnemer`, `9 deelnemers`.
    func people(_ count: Int) -> String {
        count == 1
            ? say("1 deelnemer", "1 participant") : say("\(count) deelnemers", "\(count) participants")
    }

    /// A price in millions of euros.
    func millions(_ price: Double?) -> String {
        guard let price else { return say("prijs niet bekend", "price not known") }
        let decimals = price == price.rounded() ? 0 : 1
        return "€ " + numbers.decimal(price, decimals: decimals) + say(" mln", " million")
    }

    /// A list of names with a word before the last one.
    func listed(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + say(" en ", " and ") + last
    }

    /// The texts of a register of notes.
    func notes(_ register: WorkingGroup.Register) -> [String] {
        state.notes.filter { $0.register == register }.map(\.text)
    }

    /// A study that leads to its line among the literature.
    func link(_ study: Study) -> Verslag.Inline {
        .link(study.shortName(language), href: "#bron-\(study.id)")
    }

    /// `L7 Nieuwbouw`; a lever that the catalogue does not know stays as it was written.
    func lever(_ code: String) -> String { chainWords.name(ofLever: code) }

    /// The links of the chain in words.
    var chainWords: ChainWords { ChainWords(language: language) }

    /// The name of a reading of votes.
    func name(_ reading: StatementSummary.Reading) -> String {
        switch reading {
        case .sharedAgreement: say("gedeeld: eens", "shared: agree")
        case .sharedDisagreement: say("gedeeld: oneens", "shared: disagree")
        case .disputed: say("verdeeld", "disputed")
        case .unsure: say("onzeker", "unsure")
        case .leaning: say("neigt naar een kant", "leans to one side")
        case .noVotes: say("geen stemmen", "no votes")
        }
    }

    /// The title of a norm: the policy's own words where it is one of those.
    func title(ofNorm norm: String) -> String {
        NormKind(rawValue: norm)?.title[language] ?? norm.capitalisedFirst
    }

    /// A plain value of a norm or knowledge item: whole where it is whole.
    func plain(_ value: Double) -> String {
        numbers.decimal(value, decimals: value == value.rounded() ? 0 : 1)
    }

    /// The report.
    var verslag: Verslag {
        let parts =
            [
                aboutPart, summaryPart, aimPart, introductionsPart, perspectivesPart, claimsPart,
                arrowsPart,
                contributionsPart, bottlenecksPart, alternativesPart, normsPart, knowledgePart, practicePart,
                dissentPart, questionsPart, ambitionsPart, methodPart, statementsAnnex, runSheetAnnex,
                literatureAnnex,
            ] + (source.since.isEmpty ? [] : [sinceAnnex])
        return Verslag(
            title: say("Verslag: ", "Report: ") + state.title, lines: [whereAndWhen, dataLine], lead: lead,
            language: language, parts: numbered(parts), moment: source.closed / 1000)
    }

    /// Parts carry a number, annexes a letter.
    private func numbered(_ parts: [Verslag.Part]) -> [Verslag.Part] {
        let annexes = source.since.isEmpty ? 3 : 4
        return parts.enumerated().map { place, part in
            let main = parts.count - annexes
            let letter = ["A", "B", "C", "D"][max(0, min(3, place - main))]
            return Verslag.Part(
                id: part.id,
                title: place < main
                    ? "\(place + 1) \(part.title)" : say("Bijlage ", "Annex ") + "\(letter) \(part.title)",
                blocks: part.blocks)
        }
    }
}

extension Verslag {
    /// The report of a session.
    public init(_ source: VerslagSource, language: Language = .dutch) {
        self = VerslagWriter(source, language: language).verslag
    }
}

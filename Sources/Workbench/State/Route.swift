import Foundation
public import Neighbourhoods

/// A page of the workbench. Paths are Dutch in both languages; the language is `?taal=en`, so that one link can be
/// shared between readers of both.
public enum Route: Sendable, Hashable {
    /// The map of the municipality.
    case map
    /// The list of all areas, by name.
    case areas
    /// The profile of one area.
    case profile(AreaCode)
    /// The claims of the policy theory.
    case claims
    /// One claim in full.
    case claim(String)
    /// The questions, and the norms without a number.
    case questions
    /// One question, with what data, model, studies and group say.
    case question(String)
    /// The policy theory as a picture and a list.
    case theory
    /// One arrow of the policy theory, by its short name, with what data, model, studies and group say.
    case edge(String)
    /// Where data, model, studies and groups differ, claim by claim and arrow by arrow.
    case contradictions
    /// The working groups of a conference, side by side.
    case groups
    /// What the working groups agreed.
    case agreements
    /// How evenly incomes and homes are spread.
    case spread
    /// Origin, observed only.
    case origin
    /// What was studied on mixing, and what was not.
    case evidence
    /// One study.
    case study(String)
    /// What studies answer to the questions.
    case answers
    /// Pooling: why nothing of the register is pooled, and what it looks like.
    case pooling
    /// The mixing desk: packages of measures and what they change.
    case desk
    /// How the simulation did on years that are past.
    case backtest
    /// Where all figures come from.
    case sources
    /// What this program is.
    case about
    /// The report on one page, for paper.
    case report

    /// The path of the page.
    public var path: String {
        switch self {
        case .map: "/kaart"
        case .areas: "/buurt"
        case .profile(let code): "/buurt/" + QueryString.encoded(code.rawValue)
        case .claims: "/beweringen"
        case .claim(let id): "/beweringen/" + QueryString.encoded(id)
        case .questions: "/vragen"
        case .question(let id): "/vragen/" + QueryString.encoded(id)
        case .theory: "/schema"
        case .edge(let code): "/schema/" + QueryString.encoded(code)
        case .contradictions: "/tegenspraak"
        case .groups: "/werkgroepen"
        case .agreements: "/afspraken"
        case .spread: "/verdeling"
        case .origin: "/waargenomen-herkomst"
        case .evidence: "/bewijs"
        case .study(let id): "/bewijs/studie/" + QueryString.encoded(id)
        case .answers: "/bewijs/vragen"
        case .pooling: "/bewijs/samenvatten"
        case .desk: "/mengtafel"
        case .backtest: "/mengtafel/terugblik"
        case .sources: "/bronnen"
        case .about: "/over"
        case .report: "/rapport"
        }
    }

    /// The address of the page in `state`.
    public func href(_ state: PageState) -> String {
        var state = state
        // The path of a profile already says which area is chosen.
        if case .profile = self { state.selection = nil }
        let query = state.query
        return query.isEmpty ? path : path + "?" + query
    }

    /// The route of a path without query; nil where there is no such page.
    public init?(path: String) {
        let parts = path.split(separator: "/").map { String($0).removingPercentEncoding ?? String($0) }
        switch (parts.first, parts.count) {
        case ("kaart", 1): self = .map
        case ("buurt", 1): self = .areas
        case ("buurt", 2): self = .profile(AreaCode(parts[1]))
        case ("beweringen", 1): self = .claims
        case ("beweringen", 2): self = .claim(parts[1])
        case ("vragen", 1): self = .questions
        case ("vragen", 2): self = .question(parts[1])
        case ("schema", 1): self = .theory
        case ("schema", 2): self = .edge(parts[1])
        case ("tegenspraak", 1): self = .contradictions
        case ("werkgroepen", 1): self = .groups
        case ("afspraken", 1): self = .agreements
        case ("verdeling", 1): self = .spread
        case ("waargenomen-herkomst", 1): self = .origin
        case ("bewijs", 1): self = .evidence
        case ("bewijs", 2) where parts[1] == "vragen": self = .answers
        case ("bewijs", 2) where parts[1] == "samenvatten": self = .pooling
        case ("bewijs", 3) where parts[1] == "studie": self = .study(parts[2])
        case ("mengtafel", 1): self = .desk
        case ("mengtafel", 2) where parts[1] == "terugblik": self = .backtest
        case ("bronnen", 1): self = .sources
        case ("over", 1): self = .about
        case ("rapport", 1): self = .report
        default: return nil
        }
    }
}

import Bilingual
import EvidenceRegister
import Neighbourhoods
import PolicyTheory

extension PageState {
    /// The names that an address uses, in the order in which they are written.
    enum Key {
        static let language = "taal"
        static let municipality = "gemeente"
        static let level = "schaal"
        static let indicator = "ind"
        static let year = "jaar"
        static let comparison = "met"
        static let extent = "beeld"
        static let selection = "sel"
        static let lowIncome = "laag"
        static let changeFrom = "van"
        static let changeTo = "tot"
        static let norm = "grens."
        static let author = "door."
        static let packages = ["a", "b", "c"]
        static let slot = "pakket"
        static let before = "vorig"
        static let horizon = "eind"
        static let areas = "gebieden"
        static let region = "land"
        static let design = "opzet"
        static let verification = "gelezen"
        static let domain = "uitkomst"
        static let lever = "maatregel"
        static let question = "vraag"
    }

    /// The state as the query of an address: only what was chosen, always in the same order.
    public var query: String { QueryString.text(of: items) }

    /// The state as names and values, for the hidden fields of a form.
    var items: [QueryString.Item] {
        var items: [QueryString.Item] = []
        func add(_ name: String, _ value: String?) {
            if let value { items.append(.init(name, value)) }
        }
        add(Key.language, language == .dutch ? nil : language.rawValue)
        add(Key.municipality, municipality?.rawValue)
        add(Key.level, level.flatMap { level in Self.levels.first { $0.level == level }?.word })
        add(Key.indicator, indicator?.rawValue)
        add(Key.year, year.map(String.init))
        switch comparison {
        case .none: break
        case .year(let year): add(Key.comparison, String(year))
        case .municipality: add(Key.comparison, "gemeente")
        case .nation: add(Key.comparison, "nederland")
        }
        add(Key.extent, showsWhole ? Self.wholeWord : nil)
        add(Key.selection, selection?.rawValue)
        add(Key.lowIncome, lowIncome?.rawValue)
        add(Key.changeFrom, changeFrom.map(String.init))
        add(Key.changeTo, changeTo.map(String.init))
        for norm in groupNorms {
            add(Key.norm + norm.norm.rawValue, String(norm.hundredths))
            add(Key.author + norm.norm.rawValue, norm.author)
        }
        for (key, text) in zip(Key.packages, desk.packages) { add(key, text.isEmpty ? nil : text) }
        add(Key.slot, desk.open == 0 ? nil : DeskState.slots[desk.open])
        add(Key.before, desk.before)
        add(Key.horizon, desk.horizon.map(String.init))
        add(Key.areas, desk.areas.isEmpty ? nil : desk.areas.map(\.rawValue).joined(separator: ","))
        add(Key.region, evidence.region?.rawValue)
        add(Key.design, evidence.design?.rawValue)
        add(Key.verification, evidence.verification?.rawValue)
        add(Key.domain, evidence.domain?.rawValue)
        add(Key.lever, evidence.lever?.rawValue)
        add(Key.question, evidence.question?.rawValue)
        return items
    }

    static let wholeWord = "heel"

    static let levels: [(level: AreaLevel, word: String)] = [(.neighbourhood, "buurt"), (.district, "wijk")]

    /// Reads a state from the query of an address. What cannot be read or is not known in `studio` is left out and
    /// named in a notice; it never stops the page.
    ///
    /// - Parameters:
    ///   - query: the text behind the question mark, without it.
    ///   - studio: what the choices are about.
    /// - Returns: the state and one notice for each choice that was not followed.
    public static func read(_ query: String, in studio: Studio) -> (state: PageState, notices: [Notice]) {
        var reader = PageStateReader(studio: studio)
        for item in QueryString.items(of: query) { reader.read(item) }
        return reader.finish()
    }
}

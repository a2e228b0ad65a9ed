import Bilingual
import EvidenceRegister
import Neighbourhoods
import PolicyTheory

/// Takes the items of an address one by one and keeps what the project knows.
struct PageStateReader {
    let studio: Studio
    private var state = PageState()
    private var notices: [Notice] = []
    private var numbers: [NormKind: Int] = [:]
    private var authors: [NormKind: String] = [:]

    init(studio: Studio) { self.studio = studio }

    mutating func read(_ item: QueryString.Item) {
        // An empty field of a form means "no choice"; only a package can have been empty before.
        if item.name == PageState.Key.before, item.value.isEmpty { state.desk.before = "" }
        guard !item.value.isEmpty, !DeskEdit.isOwn(item.name) else { return }
        let value = item.value
        switch item.name {
        case PageState.Key.language: keep(Language(rawValue: value), item) { $0.language = $1 }
        case PageState.Key.municipality:
            keep(studio.towns.first { $0.code.rawValue == value }?.code, item) { $0.municipality = $1 }
        case PageState.Key.level:
            keep(PageState.levels.first { $0.word == value }?.level, item) { $0.level = $1 }
        case PageState.Key.indicator:
            keep(VariableCatalogue.variable(Variable.ID(rawValue: value))?.id, item) { $0.indicator = $1 }
        case PageState.Key.year: keep(Self.year(value), item) { $0.year = $1 }
        case PageState.Key.comparison: keep(Self.comparison(value), item) { $0.comparison = $1 }
        case PageState.Key.extent:
            keep(value == PageState.wholeWord ? true : nil, item) { $0.showsWhole = $1 }
        case PageState.Key.selection: keep(knownArea(value), item) { $0.selection = $1 }
        case PageState.Key.lowIncome:
            keep(LowIncomeDefinition(rawValue: value), item) { $0.lowIncome = $1 }
        case PageState.Key.changeFrom: keep(Self.year(value), item) { $0.changeFrom = $1 }
        case PageState.Key.changeTo: keep(Self.year(value), item) { $0.changeTo = $1 }
        case PageState.Key.packages[0]: keep(Self.package(value), item) { $0.desk.packages[0] = $1 }
        case PageState.Key.packages[1]: keep(Self.package(value), item) { $0.desk.packages[1] = $1 }
        case PageState.Key.packages[2]: keep(Self.package(value), item) { $0.desk.packages[2] = $1 }
        case PageState.Key.slot:
            keep(DeskState.slots.firstIndex(of: value), item) { $0.desk.open = $1 }
        case PageState.Key.before: keep(Self.package(value), item) { $0.desk.before = $1 }
        case PageState.Key.horizon: keep(Self.year(value), item) { $0.desk.horizon = $1 }
        case PageState.Key.areas: keep(knownAreas(value), item) { $0.desk.areas = $1 }
        case PageState.Key.region:
            keep(Region(rawValue: value).flatMap { knownRegion($0) }, item) { $0.evidence.region = $1 }
        case PageState.Key.design: keep(DesignClass(rawValue: value), item) { $0.evidence.design = $1 }
        case PageState.Key.verification:
            keep(Verification(rawValue: value), item) { $0.evidence.verification = $1 }
        case PageState.Key.domain: keep(OutcomeDomain(rawValue: value), item) { $0.evidence.domain = $1 }
        case PageState.Key.lever: keep(Lever(rawValue: value), item) { $0.evidence.lever = $1 }
        case PageState.Key.question: keep(Question(rawValue: value), item) { $0.evidence.question = $1 }
        default: readNorm(item)
        }
    }

    private func knownRegion(_ region: Region) -> Region? {
        studio.evidence.state.studies.contains { $0.region == region } ? region : nil
    }

    private mutating func keep<T>(_ value: T?, _ item: QueryString.Item, _ set: (inout PageState, T) -> Void)
    {
        if let value { set(&state, value) } else { notices.append(.notUnderstood(item)) }
    }

    private static func year(_ text: String) -> Int? {
        Int(text).flatMap { (1900...2100).contains($0) && String($0) == text ? $0 : nil }
    }

    private static func package(_ text: String) -> String? {
        text.count <= DeskState.longestPackage ? text : nil
    }

    private static func comparison(_ text: String) -> PageState.Comparison? {
        switch text {
        case "geen": PageState.Comparison.none
        case "gemeente": .municipality
        case "nederland": .nation
        default: year(text).map(PageState.Comparison.year)
        }
    }

    private func knownArea(_ text: String) -> AreaCode? {
        let code = AreaCode(text)
        return studio.towns.contains { $0.dataset.area(code) != nil } ? code : nil
    }

    /// Areas in the order of their codes, each once; nil when one of them is not known.
    private func knownAreas(_ text: String) -> [AreaCode]? {
        let parts = text.split(separator: ",")
        guard parts.count <= DeskState.mostAreas else { return nil }
        let known = parts.compactMap { knownArea(String($0)) }
        return known.count == parts.count ? Set(known).sorted() : nil
    }

    private mutating func readNorm(_ item: QueryString.Item) {
        if item.name.hasPrefix(PageState.Key.norm),
            let norm = NormKind(rawValue: String(item.name.dropFirst(PageState.Key.norm.count))),
            let number = Int(item.value), norm.range.contains(number)
        {
            numbers[norm] = number
        } else if item.name.hasPrefix(PageState.Key.author),
            let norm = NormKind(rawValue: String(item.name.dropFirst(PageState.Key.author.count)))
        {
            authors[norm] = item.value
        } else {
            notices.append(.notUnderstood(item))
        }
    }

    /// The state, with a norm only where its number has an author: a threshold nobody owns is not used.
    consuming func finish() -> (state: PageState, notices: [Notice]) {
        for norm in NormKind.allCases {
            guard let number = numbers[norm] else { continue }
            if let set = PageState.GroupNorm(norm: norm, hundredths: number, author: authors[norm] ?? "") {
                state.groupNorms.append(set)
            } else {
                notices.append(.normWithoutAuthor)
            }
        }
        return (state, notices)
    }
}

internal import Harness
internal import HousingMarket

@testable import Workbench

extension FuzzTarget {
    /// What stands in an address and in the forms of the mixing desk.
    static let addresses = FuzzTarget("addresses") { input in
        var input = input
        let form = input.choice(3)
        let text = input.text
        let items = QueryString.items(of: text)
        promise(
            QueryString.items(of: QueryString.text(of: items)) == items.filter { !$0.name.isEmpty },
            "names and values that were written are read as they were")
        let (state, notices) = PageState.read(text, in: studio)
        promise(
            PageState.read(state.query, in: studio).state == state,
            "an address shows the same: \(state.query)")
        switch form {
        case 0:
            let typed = Dictionary(items.map { ($0.name, $0.value) }) { first, _ in first }
            if case .success(let limits) = DeskLimit.read(typed, state.language) {
                let again = DeskLimit.allCases.map { ($0.field, $0.text(in: limits, state.language)) }
                let read = DeskLimit.read(Dictionary(again) { first, _ in first }, state.language)
                promise(
                    (try? read.get()) == limits, "limits that were written are read as they were: \(limits)")
            }
        case 1:
            guard let edit = DeskEdit(items) else { return }
            let scene = Scene(studio: studio, state: state, notices: notices)
            let answer = maker.edited(edit, scene)
            promise(answer.status < 500, "a form is taken or refused: \(answer.status)")
        default:
            let path = text.prefix { $0 != "?" && $0 != "\n" }
            guard !path.contains("mengtafel") else { return }
            let answer = maker.page(
                path: "/" + path, query: String(text.dropFirst(path.count).dropFirst()))
            promise([200, 302, 404].contains(answer.status), "an address has a page or has none")
        }
    }

    private static let studio = SmallTown.studio()
    private static let maker = PageMaker(studio: studio)
}

import Bilingual
import Figures
import Foundation
import HousingMarket
import Hummingbird
import NIOCore

/// The mixing desk answers in one stream: the frame and the form at once, a coarse answer after about a second, the
/// full one as soon as it is there. No script is needed, and the runs of a reader who leaves stop.
extension WorkbenchServer {
    /// The page of the mixing desk at `query`.
    static func desk(_ maker: PageMaker, query: String, reader: ReaderPresence) -> Response {
        let items = QueryString.items(of: query)
        let (state, notices) = PageState.read(query, in: maker.studio)
        let scene = Scene(studio: maker.studio, state: state, notices: notices)
        if let edit = DeskEdit(items) {
            return Response(answer: maker.edited(edit, scene))
        }
        guard case .success(let town) = scene.startingTown, let model = try? scene.deskModel(town) else {
            return Response(answer: maker.page(path: Route.desk.path, query: query))
        }
        let whole = Layout.document(DeskPage(scene: scene).page, scene)
        let gap = String(describing: DeskPage.gap)
        guard let range = whole.range(of: gap) else {
            return Response(answer: Answer(bytes: Array(whole.utf8)))
        }
        let (before, after) = (String(whole[..<range.lowerBound]), String(whole[range.upperBound...]))
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-cache", .vary: "Accept-Encoding",
            ],
            body: .init { writer in
                try await writer.write(ByteBuffer(string: before))
                for runs in [model.quickRuns, DeskModel.fullRuns] {
                    let result = try await reader.during {
                        try await scene.deskResult(model, runs: runs, stop: $0)
                    }
                    let answer = DeskAnswer(scene: scene, result: result, isFull: runs == DeskModel.fullRuns)
                    try await writer.write(ByteBuffer(string: answer.markup.render()))
                }
                try await writer.write(ByteBuffer(string: after))
                try await writer.finish(nil)
            })
    }
}

extension WorkbenchServer {
    /// The page that scores the simulation on years that are past.
    static func backtest(_ maker: PageMaker, query: String) async -> Response {
        let (state, notices) = PageState.read(query, in: maker.studio)
        let scene = Scene(studio: maker.studio, state: state, notices: notices)
        let table: BacktestTable? =
            if let years = scene.chosenBacktest { await scene.backtest(years) } else { nil }
        let page = BacktestPage(scene: scene, table: table).page
        return Response(answer: Answer(bytes: Array(Layout.document(page, scene).utf8)))
    }

    /// The same as a file.
    static func backtestFile(_ maker: PageMaker, query: String) async -> Response {
        let scene = Scene(studio: maker.studio, state: PageState.read(query, in: maker.studio).state)
        guard let years = scene.chosenBacktest, let table = await scene.backtest(years) else {
            return Response(answer: maker.notFound(query: query))
        }
        // A made-up town says so on every row, wherever the file goes.
        let lines = table.csv.split(separator: "\n").enumerated().map { number, line in
            maker.studio.isSynthetic ? line + (number == 0 ? ",synthetic" : ",yes") : line
        }
        let text = lines.joined(separator: "\n") + "\n"
        return Response(
            answer: Answer(
                type: "text/csv; charset=utf-8", bytes: Array(text.utf8), fileName: "terugblik.csv"))
    }
}

extension Scene {
    /// The result of `model`, from memory where it is known.
    /// - Throws: `CancellationError` when `stop` is raised or the server stops before it is there.
    func deskResult(_ model: DeskModel, runs: Int, stop: StopSign) async throws -> EnsembleResult {
        let key = deskKey(model, runs: runs)
        let memory = studio.memory
        if let known = memory.simulations.known(key) { return known }
        return try await memory.simulating {
            // While this one waited, another may have asked the same.
            if let known = memory.simulations.known(key) { return known }
            let result = try await model.result(runs: runs, stop: stop)
            return memory.simulations(key) { result }
        }
    }
}

extension PageMaker {
    /// Where an edit of the mixing desk leads: to the address of the changed desk, or to a page that says in one line
    /// why it cannot be.
    func edited(_ edit: DeskEdit, _ scene: Scene) -> Answer {
        guard case .success(let town) = scene.startingTown else { return notFound(query: "") }
        let start = StartingState(frame: town.frame, state: town.state)
        switch edit.applied(
            to: scene.state.desk, start: start, horizon: scene.deskHorizon(town), language: scene.language)
        {
        case .success(let desk):
            return Answer(status: 302, bytes: [], location: scene.href(.desk) { $0.desk = desk })
        case .failure(let refusal):
            let told = Scene(
                studio: studio, state: scene.state, notices: [Notice(refusal.text)] + scene.notices)
            var page = DeskPage(scene: told)
            page.limits = DeskLimitForm.Typed(texts: edit.typedLimits, refused: refusal.limit)
            return Answer(status: 422, bytes: Array(Layout.document(page.page, told).utf8))
        }
    }

    /// The open package of the desk as a file that the command line reads; nil where there is none.
    func deskFile(query: String) -> Answer? {
        let scene = Scene(studio: studio, state: PageState.read(query, in: studio).state)
        guard case .success(let town) = scene.startingTown, let model = try? scene.deskModel(town),
            !model.isEmpty
        else { return nil }
        let file = DeskFile(scene: scene, model: model)
        return Answer(
            type: "text/yaml; charset=utf-8", bytes: Array(file.text.utf8), fileName: file.name)
    }
}

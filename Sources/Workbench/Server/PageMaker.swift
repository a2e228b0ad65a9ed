import Bilingual
import EvidenceRegister
import Figures
import PolicyTheory

/// The answer to a request as plain values, before any server is involved.
struct Answer: Sendable {
    /// The status of the answer, in the numbers of HTTP.
    var status = 200
    var type = "text/html; charset=utf-8"
    var bytes: [UInt8]
    /// The name under which a browser saves it; nil for a page.
    var fileName: String?
    /// Where to go instead, for a moved page.
    var location: String?
}

/// Turns an address into an answer: the pure heart of the server.
struct PageMaker: Sendable {
    let studio: Studio
    /// What working groups have said so far.
    var voices: [GroupVoice] = []
    /// Which version of that: it changes whenever ``voices`` does.
    var voicesVersion = ""

    /// The page at `path` with `query`. The newest pages are kept: a page follows from its address and from what groups
    /// said.
    func page(path: String, query: String) -> Answer {
        studio.memory.pages(path + "?" + query + "#" + voicesVersion) { make(path: path, query: query) }
    }

    private func make(path: String, query: String) -> Answer {
        let (state, notices) = PageState.read(query, in: studio)
        if path == "/" { return Answer(status: 302, bytes: [], location: Route.map.href(state)) }
        let route = Route(path: path)
        var opened = state
        if case .profile(let code) = route {
            opened.selection = code
            opened.level = nil
        }
        var scene = Scene(studio: studio, state: opened, notices: notices)
        scene.voices = voices
        guard let page = route.flatMap({ self.page($0, scene) }) else {
            return notFound(query: query)
        }
        return answer(page, scene, status: 200)
    }

    /// The page that says that there is no such page.
    func notFound(query: String) -> Answer {
        let scene = Scene(studio: studio, state: PageState.read(query, in: studio).state)
        return answer(ErrorPage.notFound(scene), scene, status: 404)
    }

    /// The page that says that no PDF can be made here, and what to do instead.
    func noPDF(query: String) -> Answer {
        let scene = Scene(studio: studio, state: PageState.read(query, in: studio).state)
        return answer(ErrorPage.noPDF(scene), scene, status: 501)
    }

    /// The page that says that too many ask for a PDF at once.
    func busy(query: String) -> Answer {
        let scene = Scene(studio: studio, state: PageState.read(query, in: studio).state)
        return answer(ErrorPage.busy(scene), scene, status: 503)
    }

    /// The page that says that something went wrong here.
    func failure(query: String) -> Answer {
        let scene = Scene(studio: studio, state: PageState.read(query, in: studio).state)
        return answer(ErrorPage.failure(scene), scene, status: 500)
    }

    /// The numbers of the figure called `name`, as a file.
    func csv(_ name: String, query: String) -> Answer? {
        guard let kind = FigureKind(name: name) else { return nil }
        let scene = Scene(studio: studio, state: PageState.read(query, in: studio).state)
        guard let table = scene.table(kind) else { return nil }
        return Answer(
            type: "text/csv; charset=utf-8",
            bytes: Array((kind.isOnStudies ? table.csv() : scene.export(table)).utf8), fileName: "\(name).csv"
        )
    }

    private func page(_ route: Route, _ scene: Scene) -> Page? {
        switch route {
        case .map: MapPage(scene: scene).page
        case .areas: AreasPage(scene: scene).page
        case .profile: ProfilePage(scene: scene)?.page
        case .claims: ClaimsPage(scene: scene).page
        case .claim(let id):
            Claim(rawValue: id).flatMap(scene.finding).map { ClaimPage(scene: scene, finding: $0).page }
        case .questions: QuestionsPage(scene: scene).page
        case .question(let id): Question(rawValue: id).map { QuestionPage(scene: scene, question: $0).page }
        case .theory: TheoryPage(scene: scene).page
        case .edge(let code):
            TheoryGraph.seed.edge(code: code).map { EdgePage(scene: scene, edge: $0).page }
        case .contradictions: ContradictionsPage(scene: scene).page
        case .groups: GroupsPage(scene: scene).page
        // The server gathers the sessions; without it no session is live.
        case .agreements: AgreementsPage(scene: scene, sources: []).page
        case .spread: SpreadPage(scene: scene).page
        case .origin: OriginPage(scene: scene).page
        case .evidence: EvidencePage(scene: scene).page
        case .study(let id): scene.register.study(id).map { StudyPage(scene: scene, study: $0).page }
        case .answers: EvidenceAnswersPage(scene: scene).page
        case .pooling: PoolingPage(scene: scene).page
        case .desk: DeskPage(scene: scene).page
        // The server computes the scores first; without them the page says what can be scored.
        case .backtest: BacktestPage(scene: scene, table: nil).page
        case .sources: SourcesPage(scene: scene).page
        case .about: AboutPage(scene: scene).page
        case .report: ReportPage(scene: scene).page
        }
    }

    func answer(_ page: Page, _ scene: Scene, status: Int) -> Answer {
        Answer(status: status, bytes: Array(Layout.document(page, scene).utf8))
    }
}

import ArgumentParser
import Bilingual
import Foundation
import Neighbourhoods
import OpenData
import OpenDataFetch
import ProjectFile

/// `mengpaneel fetch`: the open data of one municipality over the network.
struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Get the open data of one municipality over the network, into a project.",
        discussion: """
            What was fetched is kept in a cache: a second run asks only whether it changed, a broken run goes on where
            it stopped. The proxy of HTTPS_PROXY is used when it is set.

            EXAMPLES
              mengpaneel fetch GM0153 --year 2024 --into enschede.mengpaneel
              mengpaneel fetch GM0153 --year 2024 --offline       from the cache only
              mengpaneel fetch GM0153 --year 2024 --mirror http://mirror.local/
            """)

    @Argument(help: "The code of the municipality, such as GM0153.")
    var municipality: String

    @Option(help: "The year of the tables.")
    var year: Int

    @Option(help: "The project file; made when it is not there [default: named after the municipality].")
    var into: String?

    @Option(help: "The folder in which fetched files are kept.")
    var cache = "mengpaneel-cache"

    @Option(help: "A server that answers for CBS, police and PDOK together.")
    var mirror: String?

    @Option(help: "The dialect of CBS's service: v3 or v4.")
    var odata = FetchPlan.Dialect.v3

    @Flag(help: "Use what is in the cache and ask nothing of the network.")
    var offline = false

    @Flag(help: "Fetch only; do not import.")
    var download = false

    @Option(help: "The language of messages: nl or en.")
    var language = Terminal.language

    func run() async throws {
        let code = AreaCode(municipality)
        // A folder is imported whole: the two dialects would put the same table in it twice.
        let name = "\(code)-\(year)" + (odata == .v3 ? "" : "-\(odata.rawValue)")
        let folder = URL(fileURLWithPath: cache, isDirectory: true).appendingPathComponent(name)
        do {
            let plan = try FetchPlan.municipality(code, year: year, hosts: try hosts, dialect: odata)
            var options = FetchOptions(folder: folder)
            options.cacheUse = offline ? .cacheOnly : .revalidate
            options.proxy = Self.proxy
            let language = language
            let report = try await Fetcher(options).fetch(plan) { Self.show($0, language) }
            Terminal.endProgress()
            for failure in Self.causes(report.failures) { Terminal.say(failure.error.text(language)) }
            if report.isComplete || !report.files.isEmpty { Terminal.say(summary(report, folder: folder)) }
            guard report.isComplete else { throw ExitCode.failure }
        } catch let error as FetchError {
            Terminal.endProgress()
            throw UserError(error.text(language))
        }
        guard !download else { return }
        var arguments = [
            folder.path, "--into", into ?? "\(code).mengpaneel", "--municipality", code.rawValue,
        ]
        arguments += ["--language", language.rawValue]
        // The same command that a user gives by hand, so that both ways lead to the same bytes. Without a year: status
        // and facilities run behind the key figures, and every table tells its own.
        try await ImportCommand.parse(arguments).run()
    }

    /// One failure for one cause: a server that is down, or an empty cache, fails every part of the plan.
    private static func causes(_ failures: [FetchReport.Failure]) -> [FetchReport.Failure] {
        var told: Set<String> = []
        return failures.filter { failure in
            switch failure.error {
            case .unreachable(let host, _, _): told.insert(host).inserted
            case .notInCache(_, let folder): told.insert(folder).inserted
            default: true
            }
        }
    }

    private var hosts: OpenDataHosts {
        get throws {
            guard let mirror else { return .public }
            guard let url = URL(string: mirror), url.scheme?.hasPrefix("http") == true, url.host != nil else {
                throw ValidationError("--mirror is an address such as http://mirror.local/, not '\(mirror)'.")
            }
            return OpenDataHosts(mirror: url)
        }
    }

    private func summary(_ report: FetchReport, folder: URL) -> String {
        let number = NumberText(language)
        let size = number.decimal(Double(report.bytesReceived) / 1_000_000, decimals: 1)
        return language == .dutch
            ? "\(report.files.count) bestanden in \(folder.relativePath): \(report.requests) vragen, \(size) MB ontvangen."
            : "\(report.files.count) files in \(folder.relativePath): \(report.requests) requests, \(size) MB received."
    }

    private static func show(_ progress: FetchProgress, _ language: Language) {
        let place = "\(progress.position)/\(progress.count) \(progress.retrieval.name)"
        switch progress.event {
        case .received(let bytes): Terminal.progress("\(place): \(bytes >> 10) kB")
        case .pausing(_, let reason): Terminal.progress("\(place): \(reason(language))")
        default: Terminal.progress(place)
        }
    }

    private static var proxy: URL? {
        let environment = ProcessInfo.processInfo.environment
        return (environment["HTTPS_PROXY"] ?? environment["https_proxy"]).flatMap { URL(string: $0) }
    }
}

public import Bilingual

/// Why something could not be fetched, in one line: what, where, and what to do about it.
public enum FetchError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The code is not that of a Dutch municipality.
    case notAMunicipality(String)
    /// No table of key figures is known for the year.
    case unknownYear(Int, known: [Int])
    /// The host did not answer at all.
    case unreachable(host: String, address: String, detail: BilingualText)
    /// The host answered, but never with a whole page.
    case interrupted(address: String, detail: BilingualText)
    /// The host is too busy and asks to come back later than the longest wait allowed.
    case busy(address: String, seconds: Int)
    /// The host refuses the request.
    case refused(address: String, status: Int)
    /// The table, layer or file is not there.
    case notFound(address: String)
    /// The host keeps failing on its own side.
    case serverFailure(address: String, status: Int)
    /// The page is not in the documented shape.
    case notTheShape(address: String, expected: String, found: String)
    /// A page points to another host, or to something that is no address.
    case strangeLink(page: String, link: String)
    /// A page points back to a page that was already fetched.
    case circle(address: String)
    /// A page or file is larger than the limit.
    case tooLarge(address: String, limit: Int)
    /// There are more pages than the limit.
    case tooManyPages(address: String, limit: Int)
    /// Asked for offline, and not, or not wholly, in the cache.
    case notInCache(name: String, folder: String)
    /// Two parts of a plan have one name, so that their files would overwrite each other.
    case sameName(String)
    /// Another run is writing in the cache.
    case cacheInUse(folder: String)
    /// The disk refused.
    case storage(path: String, detail: String)

    /// The line in both languages.
    public var text: BilingualText {
        switch self {
        case .notAMunicipality(let code):
            BilingualText(
                nl: "'\(code)' is geen gemeentecode; geef GM en vier cijfers, zoals GM0153.",
                en: "'\(code)' is not a municipality code; give GM and four digits, such as GM0153.")
        case .unknownYear(let year, let known):
            BilingualText(
                nl: "Voor \(year) is geen tabel met kerncijfers bekend; wel voor \(Self.list(known)).",
                en: "No table of key figures is known for \(year); there is one for \(Self.list(known)).")
        case .unreachable(let host, let address, let detail):
            BilingualText(
                nl: "\(host) is niet bereikbaar (\(detail.nl)); \(Self.byHand(address).nl).",
                en: "\(host) cannot be reached (\(detail.en)); \(Self.byHand(address).en).")
        case .interrupted(let address, let detail):
            BilingualText(
                nl:
                    "\(address): de verbinding brak steeds af (\(detail.nl)); start opnieuw, wat klaar is blijft.",
                en:
                    "\(address): the connection kept breaking (\(detail.en)); run again, what is done is kept."
            )
        case .busy(let address, let seconds):
            BilingualText(
                nl: "\(address): de server is druk en vraagt \(seconds) s te wachten; start later opnieuw.",
                en: "\(address): the server is busy and asks to wait \(seconds) s; run again later.")
        case .refused(let address, let status):
            BilingualText(
                nl: "\(address): de server weigert (HTTP \(status)); \(Self.byHand(address).nl).",
                en: "\(address): the server refuses (HTTP \(status)); \(Self.byHand(address).en).")
        case .notFound(let address):
            BilingualText(
                nl:
                    "\(address): bestaat niet (meer); zoek de tabel bij de uitgever en lees het bestand in met `mengpaneel import`.",
                en:
                    "\(address): does not exist (any more); find the table at its publisher and `mengpaneel import` the file."
            )
        case .serverFailure(let address, let status):
            BilingualText(
                nl:
                    "\(address): storing bij de server (HTTP \(status)); start later opnieuw, wat klaar is blijft.",
                en: "\(address): the server fails (HTTP \(status)); run again later, what is done is kept.")
        case .notTheShape(let address, let expected, let found):
            BilingualText(
                nl: "\(address): verwacht \(expected), gekregen \(found); niet bewaard.",
                en: "\(address): expected \(expected), got \(found); not kept.")
        case .strangeLink(let page, let link):
            BilingualText(
                nl:
                    "\(page): verwijst voor de volgende pagina naar '\(link)', een ander adres dan de eigen server; niet gevolgd.",
                en: "\(page): names '\(link)' as next page, which is not on its own server; not followed.")
        case .circle(let address):
            BilingualText(
                nl: "\(address): deze pagina is al opgehaald en zou zich herhalen; gestopt.",
                en: "\(address): this page was already fetched and would repeat; stopped.")
        case .tooLarge(let address, let limit):
            BilingualText(
                nl: "\(address): groter dan de grens van \(limit) bytes; gestopt, niets bewaard.",
                en: "\(address): larger than the limit of \(limit) bytes; stopped, nothing kept.")
        case .tooManyPages(let address, let limit):
            BilingualText(
                nl: "\(address): meer dan \(limit) pagina's; gestopt.",
                en: "\(address): more than \(limit) pages; stopped.")
        case .notInCache(let name, let folder):
            BilingualText(
                nl: "\(name) staat niet (compleet) in \(folder); haal het op zonder --offline.",
                en: "\(name) is not (wholly) in \(folder); fetch it without --offline.")
        case .cacheInUse(let folder):
            BilingualText(
                nl: "\(folder): een ander proces haalt hier gegevens op; wacht tot dat klaar is.",
                en: "\(folder): another run is fetching into it; wait until it is done.")
        case .storage(let path, let detail):
            BilingualText(
                nl: "\(path): schrijven of lezen mislukte (\(detail)); maak ruimte of kies een andere map.",
                en: "\(path): could not be written or read (\(detail)); free space or choose another folder.")
        case .sameName(let name):
            BilingualText(
                nl: "'\(name)' staat twee keer in het plan; geef elk onderdeel een eigen naam.",
                en: "'\(name)' is in the plan twice; give every part its own name.")
        }
    }

    /// The line in English.
    public var description: String { text.en }

    /// Whether what arrived so far may be the beginning of what was asked for.
    var leavesAPart: Bool {
        switch self {
        case .tooLarge, .notTheShape, .notFound, .refused: false
        default: true
        }
    }

    /// The way round a closed network: any browser can get the same address.
    private static func byHand(_ address: String) -> BilingualText {
        BilingualText(
            nl:
                "haal \(address) op met een browser, bewaar het en lees het in met `mengpaneel import BESTAND`",
            en: "get \(address) with a browser, save it and `mengpaneel import FILE`")
    }

    private static func list(_ years: [Int]) -> String { years.map(String.init).joined(separator: ", ") }
}

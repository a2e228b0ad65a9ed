import Bilingual
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a request to a session says: the fields of its form and the keys that the browser keeps.
struct SessionRequest: Sendable {
    let code: String
    let fields: [String: String]
    /// All fields in their order; a list of ticks has one name many times.
    let items: [QueryString.Item]
    /// The code of the seat that this browser sits in.
    let seat: String?
    /// The key of the chair.
    let chairKey: String?
    /// Whether a script sent it, which wants no page back.
    let isQuiet: Bool
    /// Whether a page of another site sent it, as far as the browser says.
    let isForeign: Bool
    /// The language that this viewer reads.
    let language: Language
    /// Whether the viewer asks for another language now, to be kept by the browser.
    let choosesLanguage: Bool

    static let largest = 16_384
    /// A package of measures is longer than what a phone sends.
    static let largestOfChair = 262_144

    init(_ request: Request, code: String, largest: Int = largest) async throws {
        self.code = code
        var items = QueryString.items(of: request.uri.query ?? "")
        if request.method == .post {
            do {
                let body = try await request.body.collect(upTo: largest)
                items += QueryString.items(of: String(buffer: body))
            } catch is NIOTooManyBytesError {
                throw SessionRefusal.tooLarge
            }
        }
        var fields = Dictionary(items.map { ($0.name, $0.value) }) { _, last in last }
        if let notice = fields["fout"], !SessionSeal.fits(fields["zegel"] ?? "", notice) {
            fields["fout"] = nil
        }
        self.items = items
        self.fields = fields
        let cookies = Self.cookies(request.headers[.cookie] ?? "")
        seat = cookies[Self.seatCookie(code)]
        chairKey = cookies[Self.chairCookie(code)]
        let asked = fields["taal"].flatMap(Language.init(rawValue:))
        choosesLanguage = asked != nil && request.method == .get
        language = asked ?? cookies[Self.languageCookie(code)].flatMap(Language.init(rawValue:)) ?? .dutch
        isQuiet = request.headers[.accept]?.contains("application/json") ?? false
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        isForeign = request.method == .post && site == "cross-site"
    }

    /// A request with these fields and no others.
    init(code: String, fields: [String: String] = [:], seat: String? = nil, language: Language = .dutch) {
        self.code = code
        self.fields = fields
        self.seat = seat
        self.language = language
        items = fields.sorted { $0.key < $1.key }.map { QueryString.Item($0.key, $0.value) }
        (chairKey, isQuiet, isForeign, choosesLanguage) = (nil, false, false, false)
    }

    func number(_ name: String) -> Int? { fields[name].flatMap { Int($0) } }

    /// All numbers under one name.
    func numbers(_ name: String) -> [Int] {
        items.filter { $0.name == name }.compactMap { Int($0.value) }
    }

    /// A number with a decimal point or comma.
    func decimal(_ name: String) -> Double? {
        fields[name].flatMap { Double($0.replacing(",", with: ".")) }.flatMap { $0.isFinite ? $0 : nil }
    }

    static func seatCookie(_ code: String) -> String { "plaats-\(code)" }
    static func languageCookie(_ code: String) -> String { "taal-\(code)" }
    static func chairCookie(_ code: String) -> String { "voorzitter-\(code)" }

    /// A cookie for the pages of this session only, which no script can read.
    static func cookie(_ name: String, _ value: String, code: String) -> String {
        "\(name)=\(value); Path=/s/\(code); Max-Age=86400; HttpOnly; SameSite=Strict"
    }

    private static func cookies(_ header: String) -> [String: String] {
        let pairs = header.split(separator: ";").compactMap { part -> (String, String)? in
            let halves = part.split(separator: "=", maxSplits: 1)
            guard halves.count == 2 else { return nil }
            return (halves[0].trimmingCharacters(in: .whitespaces), String(halves[1]))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

/// Codes and keys that nobody guesses, without letters and digits that look alike.
public enum SessionCode {
    private static let letters = Array("BCDFGHJKLMNPQRSTVWXZ2345679")

    /// A code of six characters to join with.
    public static func join() -> String { random(6) }

    /// The key of the chair's pages: 24 characters.
    public static func key() -> String { random(24) }

    /// The code of a seat: 12 characters.
    public static func seat() -> String { random(12) }

    private static func random(_ count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
    }

    /// What is kept of a key.
    public static func hash(_ key: String) -> String {
        SHA256.hash(data: Data(key.utf8)).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}

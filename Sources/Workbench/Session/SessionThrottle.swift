import Crypto
import Foundation

/// Holds off who guesses keys, takes seats by the hundred, or floods a session from one seat.
///
/// No address is kept: memory holds a hash of it with a salt that is drawn when the program starts and is written nowhere.
/// Behind a proxy, or in one building, a whole room has one address; the limits leave room for that.
actor SessionThrottle {
    /// What is limited.
    enum Kind: Hashable {
        /// Joining without the code of a seat.
        case joining
        /// A seat, a session or a chair's page asked for with a code or key that is wrong.
        case wrongKey
        /// Whatever somebody in a seat sends.
        case sending

        /// From one address; of ``sending`` from one seat.
        var each: TokenBucket.Size {
            switch self {
            case .joining: .init(burst: 1_200, perSecond: 5)
            case .wrongKey: .init(burst: 20, perSecond: 1.0 / 6)
            case .sending: .init(burst: 200, perSecond: 4)
            }
        }

        /// From everybody together.
        var all: TokenBucket.Size? {
            switch self {
            case .joining: .init(burst: 3_000, perSecond: 20)
            case .wrongKey: .init(burst: 100, perSecond: 1)
            case .sending: nil
            }
        }
    }

    private struct Place: Hashable {
        var kind: Kind
        var who: Data
    }

    private let salt = SymmetricKey(size: .bits256)
    private let clock: @Sendable () -> Double
    private var each: [Place: TokenBucket] = [:]
    private var all: [Kind: TokenBucket] = [:]

    /// The most places that are remembered.
    private static let most = 10_000

    /// - Parameter clock: seconds on a clock that only goes forward; that of this machine where left out.
    init(clock: (@Sendable () -> Double)? = nil) {
        let start = ContinuousClock.now
        self.clock = clock ?? { (ContinuousClock.now - start) / .seconds(1) }
    }

    /// How many places are remembered.
    var remembered: Int { each.count }

    /// Takes one for `who`.
    /// - Throws: ``SessionRefusal/tooSoon(seconds:)`` when there is none.
    func take(_ kind: Kind, _ who: String) throws(SessionRefusal) {
        let now = clock()
        forget(now)
        let place = place(kind, who)
        let wait = each[place, default: TokenBucket(kind.each, now: now)].take(at: now)
        guard wait == 0 else { throw .waiting(wait) }
        guard let size = kind.all else { return }
        let waitOfAll = all[kind, default: TokenBucket(size, now: now)].take(at: now)
        guard waitOfAll == 0 else { throw .waiting(waitOfAll) }
    }

    /// Whether `who` may still try.
    /// - Throws: ``SessionRefusal/tooSoon(seconds:)`` when not.
    func check(_ kind: Kind, _ who: String) throws(SessionRefusal) {
        let now = clock()
        let wait = max(
            each[place(kind, who)]?.wait(at: now) ?? 0, all[kind]?.wait(at: now) ?? 0)
        guard wait == 0 else { throw .waiting(wait) }
    }

    private func place(_ kind: Kind, _ who: String) -> Place {
        let code = HMAC<SHA256>.authenticationCode(for: Data(who.utf8), using: salt)
        return Place(kind: kind, who: Data(code.prefix(16)))
    }

    /// Memory stays small also when many addresses come by: full buckets say nothing and go first.
    private func forget(_ now: Double) {
        guard each.count >= Self.most else { return }
        each = each.filter { !$0.value.isFull(at: now) }
        if each.count >= Self.most { each = [:] }
    }
}

/// Whose address counts as one: a version 6 network hands out whole ranges of 2^64 addresses to one household.
enum PeerAddress {
    /// The part of an address that belongs to one subscriber; "?" for none.
    static func subscriber(_ address: String?) -> String {
        guard let address else { return "?" }
        guard address.contains(":"), !address.contains(".") else { return address }
        let sides = address.split(separator: "%")[0].components(separatedBy: "::")
        let left = sides[0].split(separator: ":")
        let right = sides.count > 1 ? sides[1].split(separator: ":") : []
        let zeros = sides.count > 1 ? max(0, 8 - left.count - right.count) : 0
        return (left + Array(repeating: "0", count: zeros) + right).prefix(4).joined(separator: ":")
    }
}

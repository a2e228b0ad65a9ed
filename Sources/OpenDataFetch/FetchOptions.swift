public import Foundation

/// How far a fetch may go before it stops with a clear line. Sizes in bytes, after decompression.
public struct FetchLimits: Sendable, Hashable {
    /// The largest page of a paged table or layer.
    public var pageBytes: Int
    /// The largest file that is fetched whole.
    public var fileBytes: Int
    /// The most pages of one table or layer.
    public var pages: Int
    /// Rows per page once a v3 server refused to give more than 10,000 at once.
    public var rowsPerPage: Int

    /// Limits; the defaults hold the largest municipality many times over.
    public init(
        pageBytes: Int = 64 << 20, fileBytes: Int = 2 << 30, pages: Int = 500, rowsPerPage: Int = 5_000
    ) {
        self.pageBytes = max(1, pageBytes)
        self.fileBytes = max(1, fileBytes)
        self.pages = max(1, pages)
        self.rowsPerPage = max(1, rowsPerPage)
    }
}

/// How often and after what pause a failed request is repeated.
public struct RetryPolicy: Sendable, Hashable {
    /// Requests in all for one page, the first included. At least 1.
    public var attempts: Int
    /// The pause before the second request; it doubles each time.
    public var firstPause: Duration
    /// No pause is longer. A server that asks for a longer one is left alone with a clear line.
    public var longestPause: Duration

    /// A policy.
    public init(
        attempts: Int = 5, firstPause: Duration = .seconds(1), longestPause: Duration = .seconds(60)
    ) {
        self.attempts = max(1, attempts)
        self.firstPause = max(.zero, firstPause)
        self.longestPause = max(.zero, longestPause)
    }

    /// The pause after failed attempt number `attempt` (from 1): doubled each time, between half and all of that
    /// by `spread` in 0..<1, so that many town halls that failed together do not come back together.
    func pause(after attempt: Int, spread: Double) -> Duration {
        var pause = firstPause
        for _ in 1..<max(attempt, 1) where pause < longestPause { pause *= 2 }
        return min(pause, longestPause) * (0.5 + 0.5 * spread)
    }
}

/// When the network is asked and when the cache is enough.
public enum CacheUse: String, Sendable, Hashable, Codable, CaseIterable {
    /// Ask the server whether what is in the cache is still current; it answers in few bytes when it is.
    case revalidate
    /// Take what is wholly in the cache without asking.
    case preferCache
    /// Never touch the network (`--offline`).
    case cacheOnly
}

/// The settings of a ``Fetcher``.
public struct FetchOptions: Sendable {
    /// The folder where files are kept. It is made when it is not there.
    public var folder: URL
    /// When the network is asked.
    public var cacheUse: CacheUse
    /// How far a fetch may go.
    public var limits: FetchLimits
    /// How often a failed request is repeated.
    public var retries: RetryPolicy
    /// The longest wait for a connection.
    public var connectTimeout: Duration
    /// The longest silence of a server that is answering.
    public var silenceTimeout: Duration
    /// The longest time for one page or file in all.
    public var exchangeTimeout: Duration
    /// The proxy of the town hall's network, such as `http://proxy.example:8080`.
    public var proxy: URL?

    /// Settings.
    public init(
        folder: URL, cacheUse: CacheUse = .revalidate, limits: FetchLimits = FetchLimits(),
        retries: RetryPolicy = RetryPolicy(), connectTimeout: Duration = .seconds(10),
        silenceTimeout: Duration = .seconds(60), exchangeTimeout: Duration = .seconds(3600),
        proxy: URL? = nil
    ) {
        self.folder = folder
        self.cacheUse = cacheUse
        self.limits = limits
        self.retries = retries
        self.connectTimeout = connectTimeout
        self.silenceTimeout = silenceTimeout
        self.exchangeTimeout = exchangeTimeout
        self.proxy = proxy
    }
}

public import Bilingual
public import Foundation

/// One file in the cache, with what it holds.
public struct FetchedFile: Sendable, Hashable {
    /// How it came to be there.
    public enum State: String, Sendable, Hashable, Codable {
        /// The server sent it in this run.
        case downloaded
        /// The server was asked and said that it did not change, or sent the same bytes.
        case unchanged
        /// It was in the cache and the server was not asked.
        case cached
    }

    /// What was asked for: content, table, year and scale.
    public let retrieval: Retrieval
    /// The page, from 1.
    public let page: Int
    /// The address of this page.
    public let address: String
    /// Where the file is.
    public let file: URL
    /// Its size.
    public let bytes: Int
    /// Its SHA-256, in hexadecimal.
    public let sha256: String
    /// How it came to be there.
    public let state: State
}

/// What a fetch brought: the files in the order of the plan, page by page, and what failed.
public struct FetchReport: Sendable {
    /// A retrieval that failed, and why.
    public struct Failure: Sendable, Hashable {
        /// What was asked for.
        public let retrieval: Retrieval
        /// Why it did not come.
        public let error: FetchError
    }

    /// The files, in the order of the plan and by page. Only of retrievals that are whole.
    public var files: [FetchedFile] = []
    /// What failed, in the order of the plan.
    public var failures: [Failure] = []
    /// Requests sent, repeated ones included.
    public var requests = 0
    /// Bytes received and written, after decompression.
    public var bytesReceived = 0

    /// Whether everything asked for is there.
    public var isComplete: Bool { failures.isEmpty }
}

/// Where a fetch is, for a line on the terminal.
public struct FetchProgress: Sendable, Hashable {
    /// What just happened.
    public enum Event: Sendable, Hashable {
        /// The retrieval begins.
        case started
        /// Bytes of a page or file arrived; the count is of this page so far.
        case received(bytes: Int)
        /// A page is whole and safe on disk.
        case pageDone(page: Int, state: FetchedFile.State)
        /// A request failed and will be repeated after a pause.
        case pausing(Duration, reason: BilingualText)
        /// The whole retrieval is there.
        case finished(pages: Int)
        /// The retrieval failed.
        case failed(FetchError)
    }

    /// What is being fetched.
    public let retrieval: Retrieval
    /// Its place in the plan, from 1.
    public let position: Int
    /// The length of the plan.
    public let count: Int
    /// What just happened.
    public let event: Event
}

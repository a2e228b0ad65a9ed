internal import Crypto
internal import Foundation

/// All that the outcome of an ensemble follows from, and how its runs are cut into shards: what every machine that
/// takes part must agree on.
public struct EnsemblePlan: Sendable, Hashable, Codable {
    /// Which program made it. Two builds may round differently or hold another model, so the build counts too.
    public struct Program: Sendable, Hashable, Codable {
        /// Its version.
        public var version: String
        /// The SHA-256 of the program file, in hexadecimal digits.
        public var build: String

        /// Names a program.
        public init(version: String, build: String) {
            self.version = version
            self.build = build
        }
    }

    /// The settings, as they are given to `mengpaneel simulate`.
    public struct Settings: Sendable, Hashable, Codable {
        /// The code of the municipality.
        public var municipality: String
        /// The scale of the areas.
        public var level: String
        /// The year of the figures; nil for the newest.
        public var year: Int?
        /// The last year; nil for the horizon of the packages.
        public var until: Int?
        /// How many runs of each arm.
        public var runs: Int
        /// The seed.
        public var seed: UInt64
        /// Which uncertainty the runs show.
        public var uncertainty: String
        /// Parts of the model that are switched on.
        public var with: [String]
        /// Other values for assumptions, as name=value.
        public var assume: [String]

        /// Makes settings.
        public init(
            municipality: String, level: String, year: Int? = nil, until: Int? = nil, runs: Int, seed: UInt64,
            uncertainty: String, with: [String] = [], assume: [String] = []
        ) {
            self.municipality = municipality
            self.level = level
            self.year = year
            self.until = until
            self.runs = runs
            self.seed = seed
            self.uncertainty = uncertainty
            self.with = with
            self.assume = assume
        }
    }

    /// A package file.
    public struct PackageFile: Sendable, Hashable, Codable {
        /// Its name, for complaints.
        public var file: String
        /// Its text.
        public var yaml: String

        /// Makes one.
        public init(file: String, yaml: String) {
            self.file = file
            self.yaml = yaml
        }
    }

    /// The most runs of an ensemble: what the columns of its outcomes can number.
    public static let mostRuns = 65_536

    /// The program.
    public var program: Program
    /// A text that changes whenever the starting population or its map does.
    public var data: String
    /// The settings.
    public var settings: Settings
    /// The packages.
    public var packages: [PackageFile]
    /// The names of the arms, doing nothing first.
    public var arms: [String]
    /// How many runs of every arm go into one shard; the last may have fewer.
    public var runsPerShard: Int

    /// Makes a plan.
    public init(
        program: Program, data: String, settings: Settings, packages: [PackageFile], arms: [String],
        runsPerShard: Int
    ) {
        self.program = program
        self.data = data
        self.settings = settings
        self.packages = packages
        self.arms = arms
        self.runsPerShard = max(1, runsPerShard)
    }

    /// How many shards.
    public var shards: Int { (settings.runs + runsPerShard - 1) / runsPerShard }

    /// The runs of shard `index`.
    public func runs(ofShard index: Int) -> Range<Int> {
        index * runsPerShard..<min(settings.runs, (index + 1) * runsPerShard)
    }

    /// The SHA-256 over all of it: the name of the plan, which every shard carries.
    public var digest: [UInt8] {
        var hash = SHA256()
        // Each text goes in behind its length, so that nothing can move from one field into the next.
        func add(_ text: String) {
            let bytes = Data(text.utf8)
            hash.update(data: Data("\(bytes.count):".utf8))
            hash.update(data: bytes)
        }
        func add(_ texts: [String]) {
            add("\(texts.count)")
            for text in texts { add(text) }
        }
        add("mengpaneel ensemble 1")
        add([program.version, program.build, data, settings.municipality, settings.level])
        add(settings.year.map { "\($0)" } ?? "")
        add(settings.until.map { "\($0)" } ?? "")
        add(["\(settings.runs)", "\(settings.seed)", settings.uncertainty, "\(runsPerShard)"])
        add(settings.with)
        add(settings.assume)
        add(packages.flatMap { [$0.file, $0.yaml] })
        add(arms)
        return Array(hash.finalize())
    }

    /// The name in hexadecimal digits.
    public var name: String { Hexadecimal.text(digest) }
}

/// Bytes as people write them.
enum Hexadecimal {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

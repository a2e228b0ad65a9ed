internal import Foundation
internal import Harness

/// The readers of files, tables and entries.
@main
enum Main {
    static func main() {
        exit(
            FuzzTarget.run(among: [
                .counts, .votes, .ballots, .effects, .register, .references, .packages, .mappings, .openData,
                .frames, .designs, .shards, .sessions, .project, .downloads, .texts,
            ]))
    }
}

import ArgumentParser
import Foundation
import HousingMarket

/// `mengpaneel schelling`: how a small wish separates, as a card to explain.
struct SchellingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schelling",
        abstract: "Schelling's model, to explain: a small wish makes large separation.",
        discussion: """
            Two groups on a grid. Who has too few neighbours of their own group moves to a random empty cell. It is a
            teaching model: it says nothing of a real town.

            EXAMPLES
              mengpaneel schelling
              mengpaneel schelling --wish 5 --picture
              mengpaneel schelling --width 100 --height 100 --agents 8000 --radius 2 --wish 8 --format csv
            """)

    @Option(help: "Columns of the grid.") var width = 40
    @Option(help: "Rows of the grid.") var height = 40
    @Option(help: "How many agents, half of each group.") var agents = 1_000
    @Option(help: "How far neighbours reach.") var radius = 1
    @Option(help: "How many neighbours of its own group content an agent.") var wish = 3
    @Option(help: "How many steps.") var steps = 20
    @Option(help: "The seed.") var seed: UInt64 = 1
    @Flag(help: "Draw the last grid with letters.") var picture = false
    @Option(help: "How to write the outcome.") var format = OutputFormat.table

    func validate() throws {
        guard (0...100_000).contains(steps) else {
            throw ValidationError("--steps: \(steps) is not between 0 and 100,000.")
        }
        guard !picture || width <= 120 else {
            throw ValidationError(
                "--picture: \(width) columns do not fit a line; give a grid of 120 columns at most.")
        }
    }

    func run() throws {
        var model = try Schelling(
            width: width, height: height, agents: agents, radius: radius, wish: wish, seed: seed)
        var rows: [[Cell]] = []
        for step in 0...steps {
            if step > 0 { model.step() }
            rows.append([
                .integer(step), .number(model.likeShare), .number(model.contentShare), .integer(model.moves),
            ])
        }
        DataTable(columns: ["step", "like_share", "content_share", "moves"], rows: rows).write(as: format)
        guard picture else { return }
        let cells = model.cells
        let lines = (0..<height).map { row in
            (0..<width).map { [" ", "o", "#"][Int(cells[row * width + $0])] }.joined()
        }
        Terminal.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}

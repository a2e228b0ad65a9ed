import ArgumentParser
import Segregation

/// How distance, centres and neighbours enter measures of places.
struct PlaceOptions: ParsableArguments {
    @Option(help: "How fast proximity falls: b in exp(-b distance).")
    var decay = 1.0

    @Option(
        help:
            "The unit at the centre, or several with commas between for the measures around centres [default: the one with most persons]."
    )
    var centre: String?

    @Option(help: "How many neighbours local centralisation (local-RCE-vs-rest) looks at.")
    var neighbours = 8

    @Option(help: "How many borders away differences still count (D-adj-Morrill-K).")
    var steps = 2

    @Option(help: "A file with travel distances (RO-travel): two ids and a distance.")
    var distances: String?

    /// Hands the options to what measures.
    func set(_ measuring: inout Measuring) {
        let names = (centre ?? "").split(separator: ",").map(String.init)
        measuring.spatial.decay = decay
        measuring.spatial.centre = names.first
        measuring.centres = names
        measuring.neighbours = neighbours
        measuring.steps = steps
        measuring.distances = distances
    }
}

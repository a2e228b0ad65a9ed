import Figures

/// How evenly groups are spread over the areas: the segregation measures with their margins.
struct EvennessCard {
    let scene: Scene

    var markup: Markup { .empty }
}

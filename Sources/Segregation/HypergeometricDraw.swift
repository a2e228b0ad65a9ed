internal import Stochastics

extension Hypergeometric {
    /// One draw, by inversion from the most likely number outwards: the uniform number is used up by the probabilities
    /// of the mode, one above, one below and so on, each from its neighbour by one multiplication.
    func draw(using stream: inout RandomStream) -> Double {
        guard highest > lowest else { return lowest }
        let mode = min(max(((drawn + 1) * (marked + 1) / (total + 2)).rounded(.down), lowest), highest)
        var left = stream.unit()
        var above = mode
        var below = mode
        var aboveProbability = probability(mode)
        var belowProbability = aboveProbability
        left -= aboveProbability
        guard left > 0 else { return mode }
        while above < highest || below > lowest {
            if above < highest {
                aboveProbability *=
                    (marked - above) * (drawn - above)
                    / ((above + 1) * (total - marked - drawn + above + 1))
                above += 1
                left -= aboveProbability
                if left <= 0 { return above }
            }
            if below > lowest {
                belowProbability *=
                    below * (total - marked - drawn + below)
                    / ((marked - below + 1) * (drawn - below + 1))
                below -= 1
                left -= belowProbability
                if left <= 0 { return below }
            }
        }
        // Only rounding is left over.
        return mode
    }
}

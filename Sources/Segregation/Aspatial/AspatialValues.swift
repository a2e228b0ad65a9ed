internal import Foundation

/// Turns the sums of one pass into the measures of the literature.
///
/// X members, Y others, T persons in the table; P = X/T. Symbols and papers stand in ``MeasureDefinition``.
struct AspatialValues {
    let layout: AspatialLayout
    let parts: AspatialParts
    let sums: GroupSums

    func write(into result: UnsafeMutableBufferPointer<Double>) {
        for group in 0..<layout.groupCount where sums.members[group] > 0 {
            let hasRest = sums.members[group] < sums.total
            if parts.contains(.spread) { writeExposure(of: group, into: result) }
            if parts.contains(.deviation), hasRest { writeDeviation(of: group, into: result) }
            if parts.contains(.spread), hasRest { writeUnevenness(of: group, into: result) }
            if parts.contains(.groupInformation) {
                writeInformation(of: group, hasRest: hasRest, into: result)
            }
            if parts.contains(.order), hasRest {
                let own = sums.members[group]
                result[layout.place(.gini, group: group)] =
                    sums.pairDifferences[group] / (own * (sums.total - own))
            }
        }
        if parts.contains(.pairs) { writeMatrix(into: result) }
        writeScalars(into: result)
    }

    private func writeExposure(of group: Int, into result: UnsafeMutableBufferPointer<Double>) {
        let own = sums.members[group]
        result[layout.place(.isolation, group: group)] = sums[group, .meetingOwn] / own
        result[layout.place(.isolationExact, group: group)] = sums[group, .meetingOwnOthers] / own
        result[layout.place(.interactionWithRest, group: group)] = sums[group, .meetingRest] / own
    }

    private func writeInformation(
        of group: Int, hasRest: Bool, into result: UnsafeMutableBufferPointer<Double>
    ) {
        result[layout.place(.localSegregation, group: group)] = localSegregation(of: group)
        guard hasRest else { return }
        let own = sums.members[group]
        let rest = sums.total - own
        let share = own / sums.total
        let restShare = rest / sums.total
        let information = sums[group, .ownTerms] + sums[group, .restTerms] - sums.unitTerms
        let margins = own * log(own) + rest * log(rest) - sums.total * log(sums.total)
        let entropy = -share * log(share) - restShare * log(restShare)
        result[layout.place(.entropyIndex, group: group)] =
            max(0, (information - margins) / (entropy * sums.total))
    }

    /// The sum over units of (x/X) ln((x/X) / (t/T)).
    private func localSegregation(of group: Int) -> Double {
        let own = sums.members[group]
        let value = (sums[group, .ownTerms] - sums[group, .logPersons]) / own - log(own) + log(sums.total)
        return max(0, value)
    }

    private func writeDeviation(of group: Int, into result: UnsafeMutableBufferPointer<Double>) {
        let own = sums.members[group]
        let restShare = (sums.total - own) / sums.total
        let dissimilarity = sums.deviations[group] / (2 * own * restShare)
        result[layout.place(.dissimilarity, group: group)] = dissimilarity
        // x/X - t/T is the rest's share times x/X - y/Y, and min and max of two numbers are their half sum less
        // or more their half difference.
        result[layout.place(.gorard, group: group)] = dissimilarity * restShare
        result[layout.place(.minMax, group: group)] = 2 * dissimilarity / (1 + dissimilarity)
    }

    private func writeUnevenness(of group: Int, into result: UnsafeMutableBufferPointer<Double>) {
        let own = sums.members[group]
        let rest = sums.total - own
        let restShare = rest / sums.total
        result[layout.place(.correlationRatio, group: group)] =
            sums[group, .squaredDeviation] / (own * restShare)
        let overlap = sums[group, .root] / (own * rest).squareRoot()
        result[layout.place(.hutchens, group: group)] = max(0, 1 - overlap)
        result[layout.place(.concentrationProfile, group: group)] =
            sums[group, .weightedDeviation] / (own * restShare)
        for shape in layout.atkinsonShapes.indices {
            result[layout.place(atkinson: shape, group: group)] = atkinson(
                group, shape: shape, overlap: overlap)
        }
    }

    /// 1 - P/(1-P) |sum of (1-p)^(1-b) p^b t / (PT)|^(1/(1-b)), Massey and Denton (1988).
    private func atkinson(_ group: Int, shape: Int, overlap: Double) -> Double {
        let b = layout.atkinsonShapes[shape]
        if b == 0.5 { return 1 - overlap * overlap }
        let own = sums.members[group]
        let mean = sums.atkinson[group * layout.atkinsonShapes.count + shape] / own
        return 1 - own / (sums.total - own) * pow(mean, 1 / (1 - b))
    }

    private func writeMatrix(into result: UnsafeMutableBufferPointer<Double>) {
        let groups = layout.groupCount
        for of in 0..<groups where sums.members[of] > 0 {
            for to in 0..<groups {
                let cell = min(of, to) * groups + max(of, to)
                result[layout.place(.exposure, of: of, to: to)] = sums.meeting[cell] / sums.members[of]
                result[layout.place(.exposureExact, of: of, to: to)] =
                    sums.meetingOthers[cell] / sums.members[of]
                guard sums.members[to] > 0 else { continue }
                result[layout.place(.dissimilarity, of: of, to: to)] = of == to ? 0 : sums.apart[cell] / 2
            }
        }
    }

    private func writeScalars(into result: UnsafeMutableBufferPointer<Double>) {
        var entropy = 0.0
        var margins = 0.0
        var interaction = 0.0
        var spread = 0.0
        var deviation = 0.0
        var differences = 0.0
        var exposure = 0.0
        var relative = 0.0
        var present = 0
        for group in 0..<layout.groupCount where sums.members[group] > 0 {
            let share = sums.members[group] / sums.total
            present += 1
            entropy -= share * log(share)
            margins += sums.members[group] * log(sums.members[group])
            interaction += share * (1 - share)
            spread += sums[group, .squaredDeviation] / sums.total
            deviation += sums.deviations[group] / sums.total
            differences += sums.pairDifferences[group] / (sums.total * sums.total)
            relative += sums[group, .squaredDeviation] / sums.members[group]
            if share < 1 { exposure += sums[group, .squaredDeviation] / (sums.total * (1 - share)) }
        }
        func set(_ scalar: AspatialLayout.Scalar, _ value: Double) { result[layout.place(scalar)] = value }
        set(.groupEntropy, entropy)
        set(.simpsonInteraction, interaction)
        set(.simpsonConcentration, 1 - interaction)
        if layout.groupCount > 1 { set(.normalisedEntropy, entropy / log(Double(layout.groupCount))) }
        if parts.contains(.information) {
            // The same terms in the same order for one unit, so that nothing is left of them there.
            let ofUnits = sums.unitTerms - sums.total * log(sums.total)
            let information = max(0, (sums.cellTerms - margins - ofUnits) / sums.total)
            set(.mutualInformation, information)
            set(.unitEntropy, max(0, log(sums.total) - sums.unitTerms / sums.total))
            if present > 1 { set(.entropyIndex, information / entropy) }
        }
        if parts.contains(.order), present > 1 { set(.gini, differences / interaction) }
        if parts.contains(.deviation), present > 1 { set(.dissimilarity, deviation / (2 * interaction)) }
        guard parts.contains(.spread) else { return }
        set(.meanUnitInteraction, max(0, interaction - spread))
        guard present > 1 else { return }
        set(.normalisedExposure, exposure)
        set(.relativeDiversity, spread / interaction)
        set(.squaredCoefficientOfVariation, relative / Double(present - 1))
    }
}

public import Neighbourhoods

/// Tests the claims of the policy theory on the data of one municipality.
///
/// A pure function of its arguments: the same data, groups and settings give the same findings to the last bit.
public enum ClaimBoard {
    /// The findings on C1 to C6, in that order; a claim that cannot be tested says what is lacking.
    ///
    /// - Parameters:
    ///   - dataset: the municipality.
    ///   - observedGroups: counts for C1 only. The first identifier is the group that the claim speaks of; others
    ///     are shown beside it. No other claim sees them.
    ///   - settings: the choices that all cards share.
    /// - Complexity: draws x areas x figures; one set of draws serves all figures.
    public static func evaluate(
        dataset: Dataset, observedGroups: [ObservedGroup] = [], settings: ClaimSettings
    ) -> [ClaimFinding] {
        let context = ClaimContext(dataset, settings: settings)
        return [
            ResidenceTest(groups: observedGroups).finding(in: context),
            ContrastTest.crime.finding(in: context),
            ContrastTest.dissatisfaction.finding(in: context),
            ContrastTest.wishToMove.finding(in: context),
            FacilitiesTest().finding(in: context),
            MixingTest().finding(in: context),
        ]
    }
}

import Stochastics
import Testing

@testable import Perspectives

/// Groups of points in the plane.
struct PlaneClustersTests {
    /// People who vote the same lie on one point. With more groups than places rounding alone decides who is nearest; the
    /// exchange of single points went on for ever in these cases.
    @Test(.timeLimit(.minutes(5))) func groupingEndsWhenManyPeopleShareFewPlaces() {
        for seed in [1234, 1880, 1903, 2794] as [UInt64] {
            var stream = RandomStream(seed: seed, entity: 0, purpose: .clusterStart)
            let count = 2 + Int(stream.integer(below: 4))
            let places = (0..<count).map { _ in
                SIMD2<Double>(stream.unit() * 6 - 3, stream.unit() * 4 - 2)
            }
            let people = 5 + Int(stream.integer(below: 30))
            let points = (0..<people).map { _ in places[Int(stream.integer(below: UInt32(count)))] }
            for k in 2...5 {
                let clusters = PlaneClusters.best(
                    of: 10, points, k: k, seed: seed, tolerance: PlaneClusters.tolerance(points))
                #expect(clusters.labels.count == people)
                // Each place apart from the others: nothing is left within the groups.
                if k >= count { #expect(clusters.inertia < 1e-20) }
            }
        }
    }
}

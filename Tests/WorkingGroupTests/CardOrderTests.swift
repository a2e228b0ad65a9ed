import Testing
import WorkingGroup

/// Not everybody sees the same statement first, and a phone that starts anew goes on where it was.
@Suite struct CardOrderTests {
    private let letters = Array("BCDFGHJKLMNPQRSTVWXZ2345679")

    private func seats(_ count: Int) -> [String] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in
            String((0..<12).compactMap { _ in letters.randomElement(using: &generator) })
        }
    }

    @Test(arguments: [0, 1, 2, 3, 7, 24, 41])
    func everyStatementComesOnceAndTheSameSeatGetsTheSameOrder(count: Int) {
        let statements = (0..<count).map { 3 * $0 + 1 }
        for seat in seats(20) {
            let order = CardOrder.order(statements, seat: seat)
            #expect(order.sorted() == statements)
            #expect(order == CardOrder.order(statements, seat: seat))
        }
    }

    @Test(arguments: [6, 7])
    func everyStatementStandsAtEveryPlaceAndFollowsEveryOtherEquallyOften(count: Int) {
        // Enough seats to meet every row of the square: the rows themselves must be balanced to the digit.
        let rows = Set(seats(4_000).map { CardOrder.order(Array(0..<count), seat: $0) })
        #expect(rows.count == (count.isMultiple(of: 2) ? count : 2 * count))
        for statement in 0..<count {
            for place in 0..<count {
                #expect(rows.count { $0[place] == statement } == rows.count / count)
            }
            for other in 0..<count where other != statement {
                let followed = rows.count { row in
                    zip(row, row.dropFirst()).contains { $0 == statement && $1 == other }
                }
                #expect(followed == rows.count / count)
            }
        }
    }

    @Test func seatsSpreadOverAllOrders() {
        let count = 10
        let firsts = seats(10_000).compactMap { CardOrder.order(Array(0..<count), seat: $0).first }
        for statement in 0..<count {
            // A thousand expected; six standard deviations are 180.
            #expect(abs(firsts.count { $0 == statement } - 1_000) < 180)
        }
    }
}

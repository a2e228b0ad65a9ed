/// In which order a seat gets the statements, so that not everybody sees the same one first.
///
/// The rows of a balanced Latin square (Williams 1949): over all rows every statement stands at every place equally often,
/// and follows every other equally often. Which row a seat gets follows from its code alone, so that a phone that starts
/// anew goes on where it was.
public enum CardOrder {
    /// The statements in the order of this seat. Linear in their number.
    /// - Parameters:
    ///   - statements: their numbers; another list gives another order.
    ///   - seat: the code of the seat.
    public static func order(_ statements: [Int], seat: String) -> [Int] {
        let count = statements.count
        guard count > 1 else { return statements }
        // With an odd number a row follows its neighbours once too often in one direction; its mirror makes up for that.
        let rows = count.isMultiple(of: 2) ? count : 2 * count
        let row = Int(hash(seat) % UInt64(rows))
        let order = (0..<count).map { place in
            let step = place.isMultiple(of: 2) ? count - place / 2 : (place + 1) / 2
            return statements[(step + row) % count]
        }
        return row < count ? order : order.reversed()
    }

    /// The same number on every machine for the same code, unlike `hashValue`: FNV-1a, then mixed so that the last bits
    /// depend on all letters.
    private static func hash(_ code: String) -> UInt64 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in code.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}

extension RandomAccessCollection where Element == Double, Index == Int {
    /// The quantile of a sorted collection, type 7 of Hyndman and Fan (1996): straight lines between order
    /// statistics, the default of R, NumPy and spreadsheets.
    /// - Parameter probability: in 0 ... 1.
    /// - Returns: `nil` for an empty collection or a probability outside 0 ... 1.
    /// - Precondition: the elements ascend and none is NaN.
    @inlinable
    public func quantileOfSorted(_ probability: Double) -> Double? {
        guard !isEmpty, probability >= 0, probability <= 1 else { return nil }
        let position = probability * Double(count - 1)
        let lower = Int(position)
        let upper = Swift.min(lower + 1, count - 1)
        let weight = position - Double(lower)
        let below = self[startIndex + lower]
        let above = self[startIndex + upper]
        return below + weight * (above - below)
    }
}

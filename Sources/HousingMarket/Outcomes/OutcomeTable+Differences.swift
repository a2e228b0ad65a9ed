extension OutcomeTable {
    /// What an arm changes against the first one, which does nothing, under the same luck in the last year: one number for
    /// each run. Forced moves and moves back stand in the table added up over the years, so the last year holds them all.
    ///
    /// - Parameters:
    ///   - measure: the outcome for the municipality.
    ///   - arm: the position of the arm in ``arms``.
    /// - Returns: in the unit of the measure; empty where it does not exist.
    public func differences(_ measure: OutcomeMeasure, arm: Int) -> [Double] {
        guard let position = measures.firstIndex(of: measure.rawValue), let last = year.max() else {
            return []
        }
        var values: [UInt16: (Double?, Double?)] = [:]
        for row in 0..<count
        where self.measure[row] == position && area[row] == 0 && year[row] == last {
            if self.arm[row] == 0 { values[run[row], default: (nil, nil)].0 = value[row] }
            if self.arm[row] == arm { values[run[row], default: (nil, nil)].1 = value[row] }
        }
        return values.sorted { $0.key < $1.key }.compactMap { _, pair in
            guard let nothing = pair.0, let own = pair.1 else { return nil }
            return own - nothing
        }
    }

    /// How many of the initial residents end in a way, for each run of an arm; over all areas.
    public func residents(_ fate: Fate, arm: Int) -> [Double] {
        guard let measure = measures.firstIndex(of: "initialResidentsByFate"),
            let place = classes.firstIndex(of: "\(fate)")
        else { return [] }
        var sums: [UInt16: Double] = [:]
        for row in 0..<count
        where self.measure[row] == measure && classOf[row] == place && self.arm[row] == arm {
            sums[run[row], default: 0] += value[row]
        }
        return sums.sorted { $0.key < $1.key }.map(\.value)
    }
}

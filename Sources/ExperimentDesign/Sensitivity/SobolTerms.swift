internal import Dispatch
internal import Stochastics

/// Per base sample what it adds to each sum that the indices are made of, so that drawing base samples again is a
/// weighted sum of rows.
///
/// A row holds: A + B, A² + B², B(AB_j − A) per factor, (A − AB_j)² / 2 per factor, and BA_j AB_k − A B per pair, all of
/// outcomes in standard form, for estimates of a large mean lose digits otherwise.
struct SobolTerms {
    let factors: Int
    let width: Int
    let baseSamples: Int
    let rows: [Double]

    init(outcomes: [Double], factors: Int, secondOrder: Bool, moments: (mean: Double, deviation: Double)) {
        self.factors = factors
        let pairs = secondOrder ? factors * (factors - 1) / 2 : 0
        let width = 2 + 2 * factors + pairs
        let block = secondOrder ? 2 * factors + 2 : factors + 2
        self.width = width
        baseSamples = outcomes.count / block
        var rows: [Double] = []
        rows.reserveCapacity(width * baseSamples)
        var y = [Double](repeating: 0, count: block)
        for sample in 0..<baseSamples {
            for step in 0..<block {
                y[step] = (outcomes[sample * block + step] - moments.mean) / moments.deviation
            }
            let a = y[0]
            let b = y[block - 1]
            rows.append(a + b)
            rows.append(a * a + b * b)
            for crossed in y[1...factors] { rows.append(b * (crossed - a)) }
            for crossed in y[1...factors] { rows.append(0.5 * (a - crossed) * (a - crossed)) }
            guard secondOrder else { continue }
            for first in 1...factors {
                for second in first + 1..<max(factors, first) + 1 {
                    rows.append(y[factors + first] * y[second] - a * b)
                }
            }
        }
        self.rows = rows
    }

    /// The sums over all base samples.
    func sums() -> [Double] {
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: width)
        for row in 0..<baseSamples {
            for place in 0..<width { sums[place].add(rows[row * width + place]) }
        }
        return sums.map(\.value)
    }

    /// First order, total and pair indices from sums, or `nil` when A and B do not vary.
    func indices(fromSums sums: [Double]) -> [Double]? {
        let size = Double(baseSamples)
        let mean = sums[0] / (2 * size)
        let variance = sums[1] / (2 * size) - mean * mean
        guard variance > 1e-12 else { return nil }
        var indices = sums.dropFirst(2).map { $0 / size / variance }
        var place = 2 * factors
        guard place < indices.count else { return indices }
        for first in 0..<factors {
            for second in first + 1..<max(factors, first + 1) {
                indices[place] -= indices[first] + indices[second]
                place += 1
            }
        }
        return indices
    }

    /// The indices of base samples drawn again, an empty list where they have no variance. Draw number i reads the random
    /// stream with run i, so the number of threads changes nothing.
    func bootstrap(_ options: ResamplingOptions) -> [[Double]] {
        var results = [[Double]](repeating: [], count: options.resamples)
        let workers = min(options.threads, options.resamples)
        results.withUnsafeMutableBufferPointer { results in
            // Every worker writes the places of its own draws only, and all are done before the pointer is handed
            // back.
            nonisolated(unsafe) let results = results
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                var counts = [UInt32](repeating: 0, count: baseSamples)
                for draw in stride(from: worker, to: options.resamples, by: workers) {
                    let stream = RandomStream(
                        seed: options.seed, run: UInt32(draw), purpose: .pointBootstrap)
                    results[draw] = indices(fromSums: drawnSums(stream, counts: &counts)) ?? []
                }
            }
        }
        return results
    }

    /// The sums over as many base samples, drawn with replacement. Rows are added in their own order with the number of
    /// times that they are drawn, which reads the memory straight through.
    private func drawnSums(_ stream: RandomStream, counts: inout [UInt32]) -> [Double] {
        var stream = stream
        let samples = baseSamples
        let width = width
        counts.withUnsafeMutableBufferPointer { counts in
            counts.update(repeating: 0)
            for _ in 0..<samples { counts[Int(stream.integer(below: UInt32(samples)))] += 1 }
        }
        return [Double](unsafeUninitializedCapacity: width) { sums, filled in
            sums.update(repeating: 0)
            filled = width
            counts.withUnsafeBufferPointer { counts in
                rows.withUnsafeBufferPointer { rows in
                    for row in 0..<samples where counts[row] > 0 {
                        let weight = Double(counts[row])
                        let base = row &* width
                        for place in 0..<width { sums[place] += weight * rows[base &+ place] }
                    }
                }
            }
        }
    }
}

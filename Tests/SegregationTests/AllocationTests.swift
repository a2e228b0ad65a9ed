// The C library of Linux lets a program count its own allocations: the name `malloc` in the program comes before the one
// in the library, which keeps a second name.
#if os(Linux) && canImport(Glibc)
    import Glibc
    import Segregation
    import Testing

    /// The thread whose allocations are counted; 0 for none. Tests run side by side, so one thread is watched at a time.
    @exclusivity(unchecked) nonisolated(unsafe) private var watched: pthread_t = 0
    @exclusivity(unchecked) nonisolated(unsafe) private var allocations = 0

    @_silgen_name("__libc_malloc")
    private func libraryMalloc(_ size: Int) -> UnsafeMutableRawPointer?

    @_cdecl("malloc")
    public func countedMalloc(_ size: Int) -> UnsafeMutableRawPointer? {
        if watched != 0, pthread_self() == watched { allocations &+= 1 }
        return libraryMalloc(size)
    }

    /// A draw works in the memory of its worker: more draws need longer lists of results, and nothing else.
    @Suite(.serialized) struct AllocationTests {
        private let table: ContingencyTable

        init() throws {
            table = try randomTable(units: 300, seed: 5, empty: [4])
        }

        private func count(_ body: () throws -> Void) rethrows -> Int {
            allocations = 0
            watched = pthread_self()
            defer { watched = 0 }
            try body()
            return allocations
        }

        /// Allocations per draw after the first ones.
        private func perDraw(_ body: (Int) throws -> Void) rethrows -> Double {
            try body(10)
            let few = try count { try body(10) }
            let many = try count { try body(1010) }
            return Double(many - few) / 1000
        }

        @Test func allocationsAreCounted() {
            let found = count {
                for size in 1...50 { #expect([Double](repeating: 1, count: 100 * size).count == 100 * size) }
            }
            #expect(found >= 50)
        }

        @Test(arguments: Resampling.allCases)
        func aBootstrapAllocatesNothingAfterItsFirstDraw(resampling: Resampling) throws {
            let found = try perDraw { draws in
                var options = MeasureOptions()
                options.draws = draws
                options.resampling = resampling
                _ = try table.measure(
                    ["H", "D-vs-rest", "Gini-vs-rest", "isolation", "D-matrix", "M"], options: options)
            }
            #expect(found < 0.2)
        }

        @Test func aPermutationAllocatesNothingAfterItsFirstDraw() throws {
            let found = try perDraw { draws in
                var options = MeasureOptions()
                options.draws = draws
                _ = try table.permutationTest(["H", "D-vs-rest", "Gini-vs-rest"], options: options)
            }
            #expect(found < 0.2)
        }

        @Test(arguments: DifferenceNull.allCases, UnitPairing.allCases)
        func aComparisonAllocatesNothingAfterItsFirstDraws(null: DifferenceNull, pairing: UnitPairing) throws {
            let other = try randomTable(units: 300, seed: 6)
            let found = try perDraw { draws in
                var options = ComparisonOptions()
                options.measuring.draws = draws
                options.measuring.resampling = .units
                options.permutations = draws
                options.null = null
                options.pairing = pairing
                _ = try table.difference(to: other, in: ["H", "D-vs-rest"], options: options)
            }
            #expect(found < 0.2)
        }
    }
#endif

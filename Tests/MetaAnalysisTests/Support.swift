import Foundation
import MetaAnalysis
import Testing

/// Whether two numbers agree to a relative tolerance; 0 must be met to the tolerance itself.
func near(_ found: Double, _ expected: Double, relative: Double = 1e-13) -> Bool {
    abs(found - expected) <= relative * (expected == 0 ? 1 : abs(expected))
}

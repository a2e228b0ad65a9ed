import Figures
import Neighbourhoods

extension Norm {
    /// How the number is written: amounts in cents where they have cents, shares in tenths where they have them.
    var format: ValueFormat {
        let isWhole = { (number: Double) in abs(number - number.rounded()) < 1e-9 }
        switch unit {
        case .euro: return .euro(decimals: isWhole(value) ? 0 : 2)
        case .share: return .percent(decimals: isWhole(value * 100) ? 0 : 1)
        default: return .number(decimals: isWhole(value) ? 0 : 2)
        }
    }
}

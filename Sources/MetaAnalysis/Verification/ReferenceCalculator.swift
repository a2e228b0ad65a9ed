internal import ReferenceFiles

/// Recomputes what a reference file expects, in the shape of the file. A key that is left out counts as not
/// covered.
struct ReferenceCalculator {
    let file: JSONValue
    let dataset: String

    func values() -> [String: JSONValue] {
        switch dataset {
        case "bcg", "normand1999", "molloy2014", "bangertdrowns2004": univariate()
        case "conversions": conversions()
        case "pcurve": pCurves()
        case "konstantopoulos2011": threeLevel()
        case "assink2016": dependentEffects()
        case "bayes": posteriors()
        case "hasselblad1998": network()
        default: [:]
        }
    }

    var inputs: JSONValue { file["inputs"] ?? .null }

    /// The result of a calculation, or a text with the error that stands where numbers were expected.
    func attempt(_ calculation: () throws -> JSONValue?) -> JSONValue? {
        do { return try calculation() } catch { return .text("\(error)") }
    }

    func numbers(_ key: String) -> [Double] { inputs[key]?.numbers ?? [] }

    func labels(_ key: String) -> [String] { inputs[key]?.labels ?? [] }
}

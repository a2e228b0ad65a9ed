internal import Foundation

/// How close a number must come, by where it stands in a file. The files state these rules in words under
/// `meta.tolerance`.
struct ReferenceTolerance {
    var absolute: Double
    var relative: Double

    static let closedForm = ReferenceTolerance(absolute: 1e-12, relative: 1e-8)

    /// - Parameters:
    ///   - path: keys from the top of the file.
    ///   - dataset: the name of the data set.
    init(path: [String], dataset: String) {
        self = .closedForm
        let key = path.last { Int($0) == nil } ?? ""
        if dataset == "bayes" {
            self = ReferenceTolerance(absolute: 5e-4, relative: 0)
        } else if dataset == "pcurve" {
            self = ReferenceTolerance(absolute: key == "power_estimate" ? 1e-3 : 1e-6, relative: 0)
        } else if path.contains("henmi_copas_DL") {
            // The package's root has a tolerance of 1e-4.
            self = ReferenceTolerance(absolute: 1e-4, relative: 0)
        } else if path.contains("RTET") {
            // The package maximises over three parameters and stops at 2e-5; the equation here is solved
            // exactly.
            self = ReferenceTolerance(absolute: 1e-4, relative: 0)
        } else if path.contains(where: Self.optimised.contains) {
            // The optimisers of the packages stop early; the files allow 1e-3 there, and 1e-4 for
            // multilevel coefficients.
            let isLikelihood = Self.likelihoods.contains(key)
            let isLoose =
                path.contains("selection_models") || path.contains("glmm_OR") || key == "sigma2"
                || key == "tau2"
            absolute = isLoose || isLikelihood ? 1e-3 : 1e-5
            relative = isLikelihood ? 0 : isLoose || path.contains("sigma2_profile_ci") ? 1e-3 : 1e-4
        } else if Self.isIterative(path) {
            self =
                Self.likelihoods.contains(key)
                ? ReferenceTolerance(absolute: 1e-4, relative: 0)
                : ReferenceTolerance(absolute: 1e-5, relative: 1e-5)
            // Percentages, and ratios to a variance, magnify an error of 1e-5 in τ².
            if ["I2", "R2", "I2_levels_pct", "weight_pct", "weights_pct"].contains(key) {
                absolute = 1e-3
            }
            // An error of 1e-5 in a small standard error moves what is divided by it, or made of its
            // square, by more.
            if Self.derived.contains(key) { self = ReferenceTolerance(absolute: 5e-5, relative: 4e-4) }
        }
    }

    private init(absolute: Double, relative: Double) {
        self.absolute = absolute
        self.relative = relative
    }

    func accepts(_ found: Double, _ expected: Double) -> Bool {
        abs(found - expected) <= absolute + relative * abs(expected)
    }

    private static let likelihoods: Set<String> = [
        "logLik", "deviance", "AIC", "BIC", "AICc", "AIC_full", "AIC_null", "LRT", "QE_LRT",
    ]

    private static let derived: Set<String> = ["stat", "H2", "pi_lb", "pi_ub", "Q", "Q_between", "QM"]

    private static let optimised: Set<String> = [
        "selection_models", "glmm_OR", "three_level_REML", "three_level_ML", "district_only_REML",
        "compound_symmetry_REML", "year_moderator_REML", "multilevel_V_rho06", "multilevel_V_rho06_deltype",
        "multilevel_independent", "network_RE_REML", "arm_based_fixed_study_RE", "p_scores_RE",
    ]

    private static func isIterative(_ path: [String]) -> Bool {
        let closed: Set = ["EE", "DL", "HE", "HS", "HSk", "SJ", "GENQ"]
        if path.contains("models"), let place = path.firstIndex(of: "models"), path.count > place + 1 {
            return !closed.contains(path[place + 1]) || path.contains { $0.hasPrefix("confint") }
        }
        let iterativeMarks = [
            "REML", "ML", "PM", "knha", "robust", "wald", "LRT", "separate", "common", "aggregate", "rma_",
        ]
        return path.contains { part in
            iterativeMarks.contains { mark in part.contains(mark) }
        } || path.contains { $0.hasPrefix("confint") }
    }
}

/// Why studies cannot be analysed, in one line that says what, where and how to mend it.
public enum MetaAnalysisError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Fewer studies than the analysis can work with.
    case tooFewStudies(found: Int, needed: Int, purpose: String)
    /// A list has another length than there are studies.
    case count(what: String, found: Int, expected: Int)
    /// An effect, a variance or a moderator is not a finite number.
    case notFinite(what: String, study: String)
    /// A variance is 0 or below.
    case variance(study: String, found: Double)
    /// Studies that estimate different things were put together.
    case mixedEstimands([String])
    /// A moderator is a combination of the ones before it, or the same for all studies.
    case collinear(moderator: String)
    /// There is no moderator, term or study of this name.
    case unknown(what: String, name: String, known: [String])
    /// A parameter lies outside its range.
    case parameter(name: String, found: Double, expected: String)
    /// The numbers given for a study contradict each other or leave something out.
    case studyData(study: String, problem: String)
    /// The analysis asks for something about the studies that was not given.
    case needs(String)
    /// Iteration ended without a maximum or a root.
    case notConverged(String)
    /// Two options do not go together.
    case contradiction(String)

    /// One line: what, where, what was found and how to mend it.
    public var description: String {
        switch self {
        case .tooFewStudies(let found, let needed, let purpose):
            "there are \(found) usable studies and \(purpose) needs at least \(needed); add studies or "
                + "only describe them"
        case .count(let what, let found, let expected):
            "there are \(found) values of \(what) for \(expected) studies; give one per study"
        case .notFinite(let what, let study):
            "study '\(study)': \(what) is not a finite number; leave the study out or give a number"
        case .variance(let study, let found):
            "study '\(study)' has variance \(found); a sampling variance is above 0 (add 1/2 to empty "
                + "cells, or leave it out)"
        case .mixedEstimands(let names):
            "the studies estimate different things (\(names.joined(separator: "; "))); pool each "
                + "apart, or convert first"
        case .collinear(let moderator):
            "moderator '\(moderator)' is the same for all studies or a combination of others; leave it out"
        case .unknown(let what, let name, let known):
            "there is no \(what) '\(name)'; there is "
                + "\(known.isEmpty ? "none" : known.joined(separator: ", "))"
        case .parameter(let name, let found, let expected):
            "parameter \(name) is \(found); it must be \(expected)"
        case .studyData(let study, let problem):
            "study '\(study)': \(problem)"
        case .needs(let what):
            "this analysis also asks for \(what)"
        case .notConverged(let what):
            "\(what) found no maximum; there may be too few studies for it"
        case .contradiction(let what):
            what
        }
    }
}

/// What peeling maximises at each step.
public enum PeelingObjective: String, Sendable, Hashable, CaseIterable {
    /// Gain in density per case removed. The default of the EMA workbench 2.5.
    case lenient1
    /// Gain in density times the cases left, per case removed (Friedman and Fisher 1999, equation 14.6). The default here.
    case lenient2
    /// Density of the new box (Friedman and Fisher 1999).
    case original

    /// The worth of going from a box to another, each as cases and cases of interest.
    func worth(from old: (cases: Int, hits: Int), to new: (cases: Int, hits: Int)) -> Double {
        let density = new.cases > 0 ? Double(new.hits) / Double(new.cases) : 0
        let gain = density - Double(old.hits) / Double(old.cases)
        let change = Double(abs(old.cases - new.cases))
        return switch self {
        case .lenient1: change > 0 ? gain / change : 0
        case .lenient2: change > 0 ? Double(new.cases) * gain / change : 0
        case .original: new.cases > 0 ? density : -1
        }
    }
}

/// Scenario discovery by the patient rule induction method (PRIM; Friedman and Fisher 1999, Statistics and Computing 9;
/// Bryant and Lempert 2010): in which part of the uncertain space do the cases of interest lie?
///
/// Follows the EMA workbench: limits lie halfway between cases, ties are never cut, equal worth goes to fewer restricted
/// variables and then to the earlier column, upper end first.
public struct PatientRuleInduction: Sendable, Hashable {
    /// The share of the cases in the box that a step peels off a number, between 0 and 0.5.
    public var peelShare: Double
    /// The share of the cases outside that a step pastes back, between 0 and 0.5.
    public var pasteShare: Double
    /// The smallest box, as a share of all cases, between 0 and 1.
    public var smallestMass: Double
    /// What peeling and pasting maximise.
    public var objective: PeelingObjective

    /// The method with its settings.
    public init(
        peelShare: Double = 0.05, pasteShare: Double = 0.05, smallestMass: Double = 0.05,
        objective: PeelingObjective = .lenient2
    ) {
        self.peelShare = peelShare
        self.pasteShare = pasteShare
        self.smallestMass = smallestMass
        self.objective = objective
    }

    /// Peels and pastes once.
    /// - Parameters:
    ///   - table: the cases.
    ///   - boxes: boxes found before, whose cases are left out. Coverage and mass stay shares of all cases.
    /// - Returns: `notEstimable` when no remaining case is of interest.
    /// - Throws: ``ExperimentError`` for settings out of range or boxes of another table.
    public func trajectory(
        of table: ScenarioTable, leavingOut boxes: [ScenarioBox] = []
    ) throws -> Estimable<PeelingTrajectory> {
        try check()
        var remaining = [Bool](repeating: true, count: table.ofInterest.count)
        for box in boxes {
            for (place, holds) in try box.holds(table).enumerated() where holds { remaining[place] = false }
        }
        guard zip(remaining, table.ofInterest).contains(where: { $0 && $1 }) else {
            return .notEstimable(.noCaseOfInterest)
        }
        let cases = CodedCases(table, remaining: remaining)
        var peeling = Peeling(cases, settings: self)
        while peeling.peel() {}
        let peeled = peeling.steps.count
        while peeling.paste() {}
        return .value(
            PeelingTrajectory(steps: peeling.steps, pasted: peeling.steps.count - peeled))
    }

    /// Several boxes by covering: the cases in the last box of a trajectory are left out and the rest is peeled again, until
    /// a last box has a lower density than asked, no case of interest is left, or there are enough boxes.
    /// - Parameters:
    ///   - table: the cases.
    ///   - smallestDensity: 0 ... 1.
    ///   - atMost: the largest number of boxes, at least 1.
    /// - Returns: a trajectory per box, in the order found; empty when nothing meets the density.
    /// - Throws: as ``trajectory(of:leavingOut:)``.
    public func covering(
        _ table: ScenarioTable, smallestDensity: Double, atMost: Int
    ) throws -> [PeelingTrajectory] {
        guard smallestDensity >= 0, smallestDensity <= 1 else {
            throw ExperimentError.parameter(
                name: "smallestDensity", found: "\(smallestDensity)", expected: "between 0 and 1")
        }
        guard atMost >= 1 else {
            throw ExperimentError.parameter(name: "atMost", found: "\(atMost)", expected: "at least 1")
        }
        var found: [PeelingTrajectory] = []
        var boxes: [ScenarioBox] = []
        while found.count < atMost {
            guard let next = try trajectory(of: table, leavingOut: boxes).value, let last = next.steps.last,
                last.density >= smallestDensity
            else { break }
            found.append(next)
            boxes.append(last.box)
        }
        return found
    }

    private func check() throws {
        for (name, share) in [("peelShare", peelShare), ("pasteShare", pasteShare)] {
            guard share > 0, share < 0.5 else {
                throw ExperimentError.parameter(
                    name: name, found: "\(share)", expected: "above 0 and below 0.5, such as 0.05")
            }
        }
        guard smallestMass > 0, smallestMass < 1 else {
            throw ExperimentError.parameter(
                name: "smallestMass", found: "\(smallestMass)", expected: "above 0 and below 1, such as 0.05")
        }
    }
}

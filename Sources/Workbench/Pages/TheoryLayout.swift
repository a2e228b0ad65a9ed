import Bilingual
import Figures
import PolicyTheory

/// Where the nodes of the policy theory stand in the picture, and how its arrows run: measures on the left, what is
/// wished for on the right.
enum TheoryLayout {
    /// The upper left corner of each node.
    static func place(of concept: Concept) -> (x: Double, y: Double) {
        switch concept {
        case .physicalInterventions: (4, 20)
        case .socialFacilities: (4, 90)
        case .stockSteering: (4, 160)
        case .oneSidedStock: (4, 310)
        case .limitedFacilities: (4, 500)
        case .incomeMixing: (290, 90)
        case .lowIncomeConcentration: (290, 290)
        case .residenceOfMigrants: (290, 410)
        case .crimeAndNuisance: (560, 220)
        case .dissatisfaction: (560, 290)
        case .wishToMove: (560, 360)
        case .integration: (850, 20)
        case .liveability: (850, 150)
        case .emancipation: (850, 420)
        case .wellbeing: (850, 500)
        }
    }

    static func nodes(_ language: Language, href: (Concept) -> String) -> [DiagramNode] {
        Concept.allCases.map { concept in
            let place = place(of: concept)
            return DiagramNode(
                id: concept.rawValue, name: concept.name[language], x: place.x, y: place.y,
                href: href(concept), isTinted: concept.kind == .goal)
        }
    }

    static func arrows(_ language: Language, href: (TheoryEdge) -> String) -> [DiagramArrow] {
        TheoryGraph.seed.edges.map { edge in
            var arrow = DiagramArrow(
                label: "\(edge.code) \(sign(edge.effect))", fullName: "\(edge.code): \(edge.text[language])",
                href: href(edge), from: edge.from.rawValue, to: edge.to.rawValue, line: line(edge.ground),
                hasHead: edge.effect != .goesWith)
            run(&arrow, edge)
            return arrow
        }
    }

    /// How an arrow runs where a straight line from right to left would cross a box or another label.
    private static func run(_ arrow: inout DiagramArrow, _ edge: TheoryEdge) {
        switch (edge.from, edge.to) {
        case (.incomeMixing, .lowIncomeConcentration):
            arrow.leaves = .bottom
            arrow.reaches = .top
        case (.incomeMixing, .emancipation):
            arrow.bend = 330
            arrow.labelAt = 0.72
        case (.incomeMixing, .integration), (.incomeMixing, .liveability): arrow.labelAt = 0.6
        case (.oneSidedStock, .residenceOfMigrants): arrow.labelAt = 0.75
        case (.oneSidedStock, .lowIncomeConcentration): arrow.labelAt = 0.5
        case (.limitedFacilities, .lowIncomeConcentration): arrow.labelAt = 0.35
        case (.limitedFacilities, .residenceOfMigrants): arrow.labelAt = 0.5
        default: break
        }
    }

    /// Up, down, or together.
    static func sign(_ effect: TheoryEdge.Effect) -> String {
        switch effect {
        case .raises: "+"
        case .lowers: "−"
        case .goesWith: "="
        }
    }

    static func line(_ ground: TheoryEdge.Ground) -> DiagramArrow.Line {
        switch ground {
        case .stated: .solid
        case .implied: .dashed
        case .asked: .dotted
        }
    }
}

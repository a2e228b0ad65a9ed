public import Neighbourhoods

/// What a figure bears on: the arrows that start or end at a node which its variables stand for, and the claims that
/// state those arrows. It follows from ``Concept/indicators`` and ``TheoryGraph`` and from nothing else.
public struct TheoryBearing: Sendable, Hashable {
    /// The claims, in order.
    public let claims: [Claim]
    /// The arrows, in order.
    public let edges: [TheoryEdge]

    /// Whether it bears on nothing: a figure that only describes the municipality.
    public var isEmpty: Bool { claims.isEmpty && edges.isEmpty }

    private init(claims: [Claim], edges: [TheoryEdge]) {
        self.claims = Claim.allCases.filter(claims.contains)
        self.edges = TheoryGraph.seed.edges.filter(edges.contains)
    }

    /// What figures about `concepts` bear on.
    public init(of concepts: [Concept]) {
        let edges = concepts.flatMap(TheoryGraph.seed.edges(touching:))
        self.init(claims: edges.compactMap(\.claim), edges: edges)
    }

    /// What figures of `variables` bear on.
    public init(of variables: [Variable.ID]) {
        self.init(of: variables.flatMap { Self.concepts[$0] ?? [] })
    }

    /// A claim and the arrows that it states.
    public init(of claim: Claim) {
        self.init(claims: [claim], edges: TheoryGraph.seed.edges(stating: claim))
    }

    /// An arrow and the claim that states it.
    public init(of edge: TheoryEdge) {
        self.init(claims: [edge.claim].compactMap(\.self), edges: [edge])
    }

    /// Everything that either bears on.
    public func united(with other: TheoryBearing) -> TheoryBearing {
        TheoryBearing(claims: claims + other.claims, edges: edges + other.edges)
    }

    /// The nodes that each variable stands for. Made once: every figure of every page asks.
    private static let concepts: [Variable.ID: [Concept]] = Concept.allCases.reduce(into: [:]) {
        map, concept in
        for variable in concept.indicators { map[variable, default: []].append(concept) }
    }
}

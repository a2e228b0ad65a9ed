import EvidenceRegister

/// The register that the program carries.
func seed() throws -> Register { try Register.seed() }

func on(_ day: String) throws -> ISODate { try ISODate(day) }

/// A study with the least that a row must hold, and what `cells` adds.
func study(_ id: String, _ cells: [Study.Field: String] = [:]) throws -> Study {
    let base: [Study.Field: String] = [
        .id: id, .region: "NL", .title: "A title", .authors: "Jansen, A.", .verified: "abstract",
        .bibliographySeen: "seen", .country: "Netherlands", .finding: "Something was found.", .direction: "+",
        .design: "panel", .outcomeDomains: "health",
    ]
    return try Study(cells: { cells[$0] ?? base[$0] ?? "" })
}

func effect(_ id: String, of study: String, _ cells: [Effect.Field: String] = [:]) throws -> Effect {
    let base: [Effect.Field: String] = [
        .id: id, .study: study, .outcomeDomain: "health", .outcome: "obesity", .measure: "risk difference",
        .value: "-2", .unit: "percentage points", .favoursMixing: "yes",
    ]
    return try Effect(cells: { cells[$0] ?? base[$0] ?? "" })
}

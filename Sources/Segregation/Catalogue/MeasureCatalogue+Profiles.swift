extension MeasureDefinition {
    /// Every profile over distance or neighbours that comes down to one number, see
    /// ``ContingencyTable/distanceProfiles(geography:thresholds:threads:intervals:)``.
    public static let profiles: [MeasureDefinition] = [
        place(
            "distortion-global", "Δ", "distortion: how long surroundings take to resemble the town",
            "vertekening: hoe lang de omgeving op zich laat wachten met lijken op de stad", .profile, .table,
            nil, "Olteanu, Randon-Furling & Clark 2019"),
        place(
            "distortion-local", "Δ_i", "distortion around a unit", "vertekening rond een gebied", .profile,
            .unit, nil,
            "Olteanu, Randon-Furling & Clark 2019; De Bézenac, Clark, Olteanu & Randon-Furling 2022"
        ),
        place(
            "SPP", "SPP", "spatial proximity profile", "profiel van ruimtelijke nabijheid", .profile, .group,
            nil, "Hong & Sadahiro 2014"),
    ]
}

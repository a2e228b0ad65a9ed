import Testing

@testable import Figures

/// Published differences were printed with one decimal, so half of that is lost; a hundredth is left for the last digits
/// of the matrices. A wrong matrix, white point or formula is off by whole units.
private let tolerance = 0.06

private func smallest(of pairs: [(Colour, Colour)], for reader: ColourVision) -> Double {
    pairs.map { reader.difference($0.0, $0.1) }.min() ?? .nan
}

private func neighbours(_ colours: [Colour]) -> [(Colour, Colour)] {
    Array(zip(colours, colours.dropFirst()))
}

private func allPairs(_ colours: [Colour]) -> [(Colour, Colour)] {
    colours.indices.flatMap { one in colours.indices.filter { $0 > one }.map { (colours[one], colours[$0]) } }
}

struct PaletteCase: Sendable, CustomTestStringConvertible {
    let name: String
    let pairs: [(Colour, Colour)]
    /// Published smallest differences: normal, deutan, protan, tritan.
    let published: [Double]
    var testDescription: String { name }
}

private let cases = [
    PaletteCase(
        name: "sequential teal", pairs: neighbours(SequentialPalette.teal.colours),
        published: [11.8, 10.5, 9.3, 12.6]),
    PaletteCase(
        name: "sequential violet", pairs: neighbours(SequentialPalette.violet.colours),
        published: [14.5, 13.9, 14.8, 12.7]),
    PaletteCase(
        name: "sequential ochre", pairs: neighbours(SequentialPalette.ochre.colours),
        published: [13.3, 13.0, 14.1, 12.5]),
    PaletteCase(
        name: "diverging neighbours", pairs: neighbours(Palette.diverging),
        published: [17.1, 16.7, 15.7, 15.7]),
    PaletteCase(
        name: "diverging ends", pairs: [(Palette.diverging[0], Palette.diverging[6])],
        published: [47.5, 46.3, 43.1, 40.2]),
    PaletteCase(
        name: "diverging weak pair", pairs: [(Palette.diverging[2], Palette.diverging[4])],
        published: [27.5, 27.0, 25.4, 25.1]),
    PaletteCase(name: "groups", pairs: allPairs(Palette.groups), published: [24.3, 23.9, 25.4, 22.5]),
    PaletteCase(
        name: "bivariate", pairs: allPairs(Palette.bivariate.flatMap { $0 }),
        published: [12.8, 12.3, 13.1, 12.8]),
]

@Test(arguments: cases)
func paletteDifferencesMatchThePublishedTableForEveryKindOfColourVision(_ palette: PaletteCase) {
    for (reader, published) in zip(ColourVision.allCases, palette.published) {
        let found = smallest(of: palette.pairs, for: reader)
        #expect(abs(found - published) <= tolerance, "\(palette.name), \(reader): \(found)")
    }
}

/// The published differences in grey: every colour as the grey of its own luminance.
@Test(
    arguments: [
        (neighbours(SequentialPalette.teal.colours), 10.0),
        (neighbours(SequentialPalette.violet.colours), 12.4),
        (neighbours(SequentialPalette.ochre.colours), 9.4), (neighbours(Palette.diverging), 10.0),
        (allPairs(Palette.groups), 2.0), (allPairs(Palette.bivariate.flatMap { $0 }), 0.2),
        (allPairs(Palette.votes), 22.0),
    ] as [([(Colour, Colour)], Double)])
func differencesInGreyMatchThePublishedTable(_ pairs: [(Colour, Colour)], published: Double) {
    let grey = { (colour: Colour) in CAM02UCS(linear: Array(repeating: colour.luminance, count: 3)) }
    let found = pairs.map { grey($0.0).distance(to: grey($0.1)) }.min() ?? .nan
    #expect(abs(found - published) <= tolerance, "\(found)")
}

@Test func voteColoursStayApartForEveryKindOfColourVision() {
    let worst = ColourVision.allCases.map { smallest(of: allPairs(Palette.votes), for: $0) }.min() ?? 0
    #expect(abs(worst - 30.9) <= tolerance)
}

@Test func theRejectedPurpleTealEndsAreIndeedTooCloseForDeutans() {
    let found = ColourVision.deutan.difference(Colour(0x5A3475), Colour(0x0C5C66))
    #expect(abs(found - 9.5) <= tolerance)
}

@Test func sequentialPalettesDarkenStepByStep() {
    for palette in SequentialPalette.allCases {
        for (light, dark) in neighbours(palette.colours) { #expect(light.luminance > dark.luminance) }
    }
}

@Test(
    arguments: [
        (Colour.ink, 16.1, 14.8), (.muted, 7.1, 6.5), (.border, 5.1, 4.7), (.accent, 7.8, nil),
        (.accentDark, 11.5, nil), (.focus, 5.5, 5.0), (.disagreeButton, 8.5, nil),
        (Palette.votes[2], 3.2, nil),
    ] as [(Colour, Double, Double?)])
func contrastOnPaperAndSurfaceMatchesThePublishedTable(_ colour: Colour, paper: Double, surface: Double?) {
    // One printed decimal.
    #expect(abs(colour.contrast(with: .paper) - paper) <= 0.05)
    if let surface { #expect(abs(colour.contrast(with: .surface) - surface) <= 0.05) }
}

@Test func groupsStandOutOnPaper() {
    for colour in Palette.groups { #expect(colour.contrast(with: .paper) >= 3) }
}

@Test func textOnEveryPaletteColourReachesFourAndAHalf() {
    // Texts in bars are bold and large on a desk but small on a phone, so the rule for small text is kept.
    for colour in Palette.groups + SequentialPalette.allCases.flatMap(\.colours) + Palette.votes {
        #expect(colour.contrast(with: colour.legibleText) >= 4.5, "\(colour.hex)")
    }
}

@Test func aColourIsWrittenAsSixDigits() {
    #expect(Colour(0x0B5A6B).hex == "#0B5A6B")
    #expect(Colour(0xFFFFFF).contrast(with: Colour(0)) == 21)
}

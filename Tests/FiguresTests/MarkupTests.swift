import Testing

@testable import Figures

@Test func textAndAttributesAreEscaped() {
    let markup = Markup.element("p", ["title": "a\"b'<>&"]) { "<script>alert('x') & \"y\"</script>" }
    #expect(
        markup.render() == "<p title=\"a&quot;b&#39;&lt;&gt;&amp;\">"
            + "&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;</p>")
}

@Test func controlCharactersCannotBreakThePage() {
    let check = XMLCheck(.element("p", ["title": "a\u{0}b"]) { "c\u{1B}d\te" })
    #expect(check.isWellFormed)
    #expect(check.text == "c\u{FFFD}d\te")
}

@Test func aStyleSheetCannotEndItsElement() {
    #expect(
        Markup.stylesheet("p{content:'</style><script>'}").render()
            == "<style>p{content:'<\\/style><script>'}</style>")
}

@Test func coordinatesAreRoundedToTenthsAndStayShort() {
    let numbers: [(Double, String)] = [
        (0, "0"), (0.04, "0"), (-0.04, "0"), (0.05, ".1"), (-0.5, "-.5"), (12.25, "12.3"), (100, "100"),
        (1e300, "100000000"),
    ]
    for (number, text) in numbers {
        #expect(Markup.element("rect", ["x": .number(number)]).render() == "<rect x=\"\(text)\"/>")
    }
}

@Test func whatIsNoNumberHasNoAttribute() {
    #expect(Markup.element("rect", ["x": .number(.nan), "y": .number(.infinity)]).render() == "<rect/>")
}

@Test func elementsWithoutContentCloseAsTheirKindDoes() {
    #expect(Markup.element("br").render() == "<br/>")
    #expect(Markup.element("div").render() == "<div></div>")
    #expect(Markup.element("div") { "" }.render() == "<div></div>")
}

@Test func aListOfLinesKeepsItsOrder() {
    let isShown = true
    let markup = Markup.element("ul") {
        for name in ["a", "b"] { Markup.element("li") { name } }
        if isShown { "c" } else { "d" }
        Markup.trusted("<hr/>")
    }
    #expect(markup.render() == "<ul><li>a</li><li>b</li>c<hr/></ul>")
}

@Test func flagsAndMissingTextsLeaveNoTrace() {
    let markup = Markup.element("input", ["a": .flag(true), "b": .flag(false), "c": .optional(nil), "d": 3])
    #expect(markup.render() == "<input a=\"\" d=\"3\"/>")
}

@Test func aPathIsWrittenInStepsOfTenths() {
    var path = PathData()
    path.addRing([(x: 0, y: 0), (x: 10.04, y: 0), (x: 10.04, y: -0.5), (x: 0, y: 0)])
    path.addLine([(x: 1, y: 1), (x: 1.01, y: 1.01), (x: 2, y: 3)])
    #expect(Markup.element("path", ["d": .path(path)]).render() == "<path d=\"M0 0l10 0 0-.5ZM1 1l1 2\"/>")
    #expect(path.pointCount == 5)
}

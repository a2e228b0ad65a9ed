extension SessionError {
    /// Words in an error, in Dutch; what is no word of this program stays as it is.
    static func dutch(_ words: String) -> String {
        if let known = known[words] { return known }
        // "between 1 and 240", "at most the budget, 12.5"
        for (start, dutch) in starts where words.hasPrefix(start) {
            return dutch
                + words.dropFirst(start.count).split(separator: " ", omittingEmptySubsequences: false)
                .map { $0 == "and" ? "en" : String($0) }.joined(separator: " ")
        }
        return words
    }

    private static let starts = [
        ("between ", "tussen "), ("at most the budget, ", "hooguit het budget, "), ("at most ", "hooguit "),
    ]

    private static let known = [
        "the session is not open": "de bijeenkomst is niet begonnen",
        "the session is open already": "de bijeenkomst is al begonnen", "the step runs": "de stap loopt",
        "no step runs": "er loopt geen stap", "nobody proposed this": "niemand stelde dit voor",
        "statement": "stelling", "statement to vote on": "stelling om op te stemmen",
        "poll item": "kennisvraag",
        "item": "kennisvraag", "step": "stap", "question": "vraag", "bottleneck": "knelpunt",
        "bottlenecks": "knelpunten", "ambition": "ambitie", "target": "doel", "alternative": "alternatief",
        "alternatives": "alternatieven", "task": "taak", "round": "ronde",
        "round with votes": "ronde met stemmen", "introduction": "inleiding", "minutes": "minuten",
        "page": "bladzijde", "theme": "thema", "year": "jaar", "time": "tijd",
        "a moment between 1970 and 9999": "een moment tussen 1970 en 9999", "price": "prijs",
        "budget": "budget",
        "answer": "antwoord", "confidence": "zekerheid", "ballot": "biljet", "1 or 2": "1 of 2",
        "date": "datum", "a day such as 2027-03-01": "een dag zoals 2027-03-01",
        "a task that does not wait for this one": "een taak die niet op deze wacht",
        "measure": "maat", "estate": "complex", "area": "gebied",
        "a number": "een getal", "number": "getal",
        "a lowest below a highest value": "een laagste waarde onder de hoogste",
        "a whole number": "een geheel getal", "0 or more": "0 of meer",
        "0 or more, or nothing where unknown": "0 of meer, of niets als het onbekend is",
        "a number that is free": "een nummer dat vrij is", "different ones": "verschillende",
        "one of the buttons": "een van de knoppen",
        "another statement that stands by itself": "een andere stelling die op zichzelf staat",
        "lever": "knop", "one of L1 to L22": "een van L1 tot en met L22", "vote": "stem",
        "type": "soort", "one of the list": "een uit de lijst",
    ]
}

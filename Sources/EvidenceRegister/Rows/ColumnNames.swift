public import Bilingual

extension RegisterTable {
    /// Its name on a page.
    public var name: BilingualText {
        switch self {
        case .studies: BilingualText(nl: "onderzoeken", en: "studies")
        case .effects: BilingualText(nl: "getallen", en: "numbers")
        case .trials: BilingualText(nl: "telt als één", en: "counts once")
        case .leverLinks: BilingualText(nl: "koppelingen aan maatregelen", en: "links to measures")
        case .edgeLinks:
            BilingualText(nl: "koppelingen aan de beleidstheorie", en: "links to the policy theory")
        case .remarks: BilingualText(nl: "opmerkingen", en: "remarks")
        case .answers: BilingualText(nl: "antwoorden", en: "answers")
        case .strength: BilingualText(nl: "stemmen over sterkte", en: "votes on strength")
        }
    }

    /// The name of a column on a page, such as in a history; the column itself where it has none.
    public static func columnName(_ column: String) -> BilingualText {
        columnNames[column] ?? BilingualText(same: column)
    }

    private static let columnNames: [String: BilingualText] = [
        "id": BilingualText(nl: "nummer", en: "identifier"),
        "region": BilingualText(nl: "regio", en: "region"),
        "authors": BilingualText(nl: "auteurs", en: "authors"),
        "year": BilingualText(nl: "jaar", en: "year"),
        "title": BilingualText(nl: "titel", en: "title"),
        "journal": BilingualText(nl: "tijdschrift of reeks", en: "journal or series"),
        "doi": BilingualText(nl: "DOI", en: "DOI"),
        "country": BilingualText(nl: "land", en: "country"),
        "place": BilingualText(nl: "plaats", en: "place"),
        "study_type": BilingualText(nl: "soort publicatie", en: "kind of publication"),
        "design": BilingualText(nl: "opzet", en: "design"),
        "population": BilingualText(nl: "wie of wat", en: "population"),
        "n": BilingualText(nl: "aantal", en: "sample size"),
        "exposure": BilingualText(nl: "maatregel of blootstelling", en: "measure or exposure"),
        "outcome_domains": BilingualText(nl: "uitkomsten", en: "outcomes"),
        "direction": BilingualText(nl: "richting", en: "direction"),
        "questions": BilingualText(nl: "vragen", en: "questions"),
        "finding": BilingualText(nl: "bevinding", en: "finding"),
        "risk_of_bias": BilingualText(nl: "kans op vertekening", en: "risk of bias"),
        "bias_remark": BilingualText(nl: "waarom", en: "why"),
        "verified": BilingualText(nl: "hoeveel is gelezen", en: "how much was read"),
        "bibliography_seen": BilingualText(nl: "titelgegevens gezien", en: "particulars seen"),
        "source_seen": BilingualText(nl: "waar gezien", en: "where seen"),
        "note": BilingualText(nl: "opmerking", en: "note"),
        "effect_id": BilingualText(nl: "nummer", en: "identifier"),
        "study_id": BilingualText(nl: "onderzoek", en: "study"),
        "outcome_domain": BilingualText(nl: "uitkomst", en: "outcome domain"),
        "outcome": BilingualText(nl: "wat is gemeten", en: "what was measured"),
        "group": BilingualText(nl: "groep", en: "group"),
        "contrast": BilingualText(nl: "vergelijking", en: "contrast"),
        "measure": BilingualText(nl: "maat", en: "measure"),
        "value": BilingualText(nl: "waarde", en: "value"),
        "se": BilingualText(nl: "standaardfout", en: "standard error"),
        "ci95_lb": BilingualText(nl: "ondergrens", en: "lower end"),
        "ci95_ub": BilingualText(nl: "bovengrens", en: "upper end"),
        "unit": BilingualText(nl: "eenheid", en: "unit"),
        "favours_mixing": BilingualText(nl: "spreekt voor mengen", en: "speaks for mixing"),
        "name_nl": BilingualText(nl: "naam (Nederlands)", en: "name (Dutch)"),
        "name_en": BilingualText(nl: "naam (Engels)", en: "name (English)"),
        "studies": BilingualText(nl: "onderzoeken", en: "studies"),
        "other_papers": BilingualText(nl: "andere publicaties", en: "other papers"),
        "why_nl": BilingualText(nl: "waarom (Nederlands)", en: "why (Dutch)"),
        "why_en": BilingualText(nl: "waarom (Engels)", en: "why (English)"),
        "lever": BilingualText(nl: "maatregel", en: "measure"),
        "why": BilingualText(nl: "waarom", en: "why"),
        "target": BilingualText(nl: "bewering of pijl", en: "claim or arrow"),
        "stance": BilingualText(nl: "houding", en: "stance"),
        "text": BilingualText(nl: "tekst", en: "text"),
        "question": BilingualText(nl: "vraag", en: "question"),
        "nl": BilingualText(nl: "Nederlands", en: "Dutch"),
        "en": BilingualText(nl: "Engels", en: "English"),
        "high": BilingualText(nl: "hoog", en: "high"),
        "moderate": BilingualText(nl: "redelijk", en: "moderate"),
        "low": BilingualText(nl: "laag", en: "low"),
        "very_low": BilingualText(nl: "zeer laag", en: "very low"),
        "no_answer": BilingualText(nl: "geen antwoord", en: "no answer"),
    ]
}

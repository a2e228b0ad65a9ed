import Bilingual

extension Strings {
    enum About {
        static let title = BilingualText(nl: "Over Mengpaneel", en: "About Mengpaneel")
        static let paragraphs = [
            BilingualText(
                nl:
                    "Mengpaneel helpt gemeenten om het gesprek te voeren over het mengen van inkomensgroepen in buurten. Het laat zien wat er bekend is, hoe zeker dat is, en wat niet bekend is.",
                en:
                    "Mengpaneel helps municipalities to discuss the mixing of income groups over neighbourhoods. It shows what is known, how sure that is, and what is not known."
            ),
            BilingualText(
                nl:
                    "Alles draait op deze ene computer. Er gaan geen gegevens naar buiten en er zijn geen cookies.",
                en: "Everything runs on this one computer. No data leave it and there are no cookies."),
        ]
        static let rulesTitle = BilingualText(
            nl: "Wat Mengpaneel niet doet", en: "What Mengpaneel does not do")
        static let rules = [
            BilingualText(
                nl: "Het rangschikt geen buurten en geeft geen totaalscore.",
                en: "It does not rank neighbourhoods and gives no total score."),
            BilingualText(nl: "Het doet geen aanbeveling.", en: "It makes no recommendation."),
            BilingualText(
                nl: "Herkomst is alleen waargenomen. Het is geen knop, geen doel en geen filter.",
                en: "Origin is only observed. It is no lever, no target and no filter."),
            BilingualText(
                nl: "Het toont geen cijfers over kleine groepen.", en: "It shows no figures on small groups."),
            BilingualText(
                nl: "Het verzint geen grens: wat “te hoog” of “voldoende” is, zegt de groep.",
                en: "It invents no threshold: what is “too high” or “sufficient” is for the group to say."),
        ]
        static let words = BilingualText(nl: "Woorden", en: "Words")
        static let glossary: [(word: BilingualText, meaning: BilingualText)] = [
            (
                BilingualText(nl: "Ongelijkheidsindex (D)", en: "Dissimilarity index (D)"),
                BilingualText(
                    nl:
                        "Het deel van een groep dat zou moeten verhuizen om overal even sterk vertegenwoordigd te zijn. 0 is gelijk verdeeld, 1 is helemaal gescheiden.",
                    en:
                        "The part of a group that would have to move to be equally present everywhere. 0 is evenly spread, 1 wholly apart."
                )
            ),
            (
                BilingualText(nl: "Isolatie", en: "Isolation"),
                BilingualText(
                    nl:
                        "De kans dat een willekeurige buurtgenoot van iemand uit de groep zelf ook tot die groep hoort.",
                    en:
                        "The chance that a random neighbour of someone in the group belongs to that group as well."
                )
            ),
            (
                BilingualText(nl: "Contactkans", en: "Interaction"),
                BilingualText(
                    nl:
                        "De kans dat een willekeurige buurtgenoot van iemand uit de ene groep tot de andere groep hoort. Die kans verschilt per richting.",
                    en:
                        "The chance that a random neighbour of someone in one group belongs to the other. It differs by direction."
                )
            ),
            (
                BilingualText(nl: "Entropie-index (H)", en: "Entropy index (H)"),
                BilingualText(
                    nl:
                        "Hoe sterk gebieden in samenstelling verschillen van de hele gemeente, voor alle groepen tegelijk. 0 is gelijk, 1 is helemaal gescheiden.",
                    en:
                        "How far areas differ in composition from the whole municipality, for all groups at once. 0 is equal, 1 wholly apart."
                )
            ),
            (
                BilingualText(nl: "Marge (95%-interval)", en: "Margin (95% interval)"),
                BilingualText(
                    nl:
                        "De ruimte waarbinnen het echte cijfer waarschijnlijk ligt. Hoe breder, hoe minder zeker.",
                    en: "The room within which the true figure probably lies. The wider, the less sure.")
            ),
            (
                BilingualText(nl: "Binnen de ruis", en: "Within the noise"),
                BilingualText(
                    nl: "Een verschil dat kleiner is dan de marge. Het kan toeval zijn.",
                    en: "A difference smaller than the margin. It can be chance.")
            ),
            (
                BilingualText(nl: "Geheim", en: "Withheld"),
                BilingualText(
                    nl:
                        "De bron publiceert dit cijfer niet, omdat er te weinig mensen of woningen achter zitten.",
                    en:
                        "The source does not publish this figure, because too few people or homes are behind it."
                )
            ),
        ]
    }
}

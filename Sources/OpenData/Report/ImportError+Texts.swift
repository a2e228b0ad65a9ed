import Bilingual

extension ImportError.Kind {
    /// What is wrong and how to mend it, in both languages.
    var texts: (what: BilingualText, mend: BilingualText) {
        switch self {
        case .readerMissing, .readerStopped, .stream, .unreadable, .directory, .empty, .noRows: fileTexts
        case .binary, .format, .truncated, .tooLarge, .lineTooLong, .encoding, .quotes, .raggedRow: formTexts
        case .noLayer, .severalMembers, .missingColumn, .mappedColumnMissing, .duplicateColumn, .nothingKnown,
            .oldExport:
            columnTexts
        default: valueTexts
        }
    }

    private func say(_ nl: String, _ en: String, _ mendNL: String, _ mendEN: String)
        -> (what: BilingualText, mend: BilingualText)
    {
        (BilingualText(nl: nl, en: en), BilingualText(nl: mendNL, en: mendEN))
    }

    private var fileTexts: (what: BilingualText, mend: BilingualText) {
        switch self {
        case .readerMissing:
            say(
                "het leesprogramma mengpaneel-read is niet gevonden",
                "the reading program mengpaneel-read was not found",
                "Bouw het (script/bootstrap) of wijs het aan met MENGPANEEL_READ.",
                "Build it (script/bootstrap) or point to it with MENGPANEEL_READ.")
        case .readerStopped:
            say(
                "het bestand liet het leesprogramma stoppen", "the file made the reading program stop",
                "Het is beschadigd of veel te groot; haal het opnieuw op.",
                "It is damaged or far too large; get it again.")
        case .stream:
            say(
                "het leesprogramma geeft een onbekend antwoord",
                "the reading program gives an unknown answer",
                "Gebruik mengpaneel en mengpaneel-read van dezelfde versie.",
                "Use mengpaneel and mengpaneel-read of the same version.")
        case .unreadable:
            say(
                "het bestand is er niet of mag niet worden gelezen",
                "the file is not there or may not be read",
                "Controleer de naam en de leesrechten.", "Check its name and its permissions.")
        case .directory:
            say(
                "dit is een map en geen bestand", "this is a folder and not a file",
                "Noem het bestand in de map.", "Name the file in the folder.")
        case .empty:
            say("het bestand is leeg", "the file is empty", "Haal het opnieuw op.", "Get it again.")
        default:
            say(
                "er staan geen rijen in die bij deze invoer horen",
                "it holds no rows that belong to this import",
                "Controleer de selectie waarmee het bestand is gemaakt.",
                "Check the selection with which the file was made.")
        }
    }

    private var formTexts: (what: BilingualText, mend: BilingualText) {
        switch self {
        case .binary:
            say(
                "dit is geen tekst en geen bekend bestandstype", "this is no text and no known kind of file",
                "Bewaar de tabel als CSV, XLSX of GeoPackage.", "Save the table as CSV, XLSX or GeoPackage.")
        case .format:
            say(
                "dit bestandstype wordt niet gelezen", "this kind of file is not read",
                "Bewaar de tabel als CSV, XLSX of GeoPackage.", "Save the table as CSV, XLSX or GeoPackage.")
        case .truncated:
            say(
                "het bestand is beschadigd of houdt halverwege op", "the file is damaged or stops halfway",
                "Haal het opnieuw op.", "Get it again.")
        case .tooLarge:
            say(
                "het bestand wordt bij uitpakken veel te groot", "the file grows far too large when unpacked",
                "Pak het zelf uit en kies alleen wat nodig is.",
                "Unpack it yourself and take only what is needed.")
        case .lineTooLong:
            say(
                "een regel is langer dan 8 MB", "a line is longer than 8 MB",
                "Het is geen tabel met één rij per gebied; controleer het bestand.",
                "This is no table with one row per area; check the file.")
        case .encoding:
            say(
                "de tekencodering klopt niet", "the character encoding is not right",
                "Bewaar het bestand als UTF-8.", "Save the file as UTF-8.")
        case .quotes:
            say(
                "een aanhalingsteken wordt niet gesloten", "a quotation mark is never closed",
                "Sluit het of haal het weg.", "Close it or take it away.")
        default:
            say(
                "de rij heeft een ander aantal cellen dan de kop",
                "the row has another number of cells than the header",
                "Herstel de rij of haal het bestand opnieuw op.", "Mend the row or get the file again.")
        }
    }

    private var columnTexts: (what: BilingualText, mend: BilingualText) {
        switch self {
        case .noLayer:
            say(
                "de laag of het blad is er niet of is niet gekozen",
                "the layer or sheet is not there or not chosen",
                "Kies een van de genoemde met --layer.", "Choose one of those named with --layer.")
        case .severalMembers:
            say(
                "in dit archief zitten verschillende bestanden", "this archive holds several files",
                "Pak het uit en noem het bestand.", "Unpack it and name the file.")
        case .missingColumn:
            say(
                "een kolom die nodig is ontbreekt", "a column that is needed is missing",
                "Maak de uitvoer opnieuw met deze kolom erbij.",
                "Make the export again with this column in it.")
        case .mappedColumnMissing:
            say(
                "de kolommen van het koppelbestand staan niet in het bestand",
                "the columns of the mapping file are not in the file",
                "Verbeter de namen in het koppelbestand.", "Correct the names in the mapping file.")
        case .duplicateColumn:
            say(
                "twee kolommen geven hetzelfde cijfer", "two columns give the same figure",
                "Laat er één weg.", "Leave one of them out.")
        case .nothingKnown:
            say(
                "geen enkele kolom is bekend", "none of the columns is known",
                "Schrijf een koppelbestand (YAML) en geef het mee met --mapping.",
                "Write a mapping file (YAML) and give it with --mapping.")
        default:
            say(
                "dit is een oude StatLine-uitvoer met namen in plaats van codes",
                "this is an old StatLine export with names in place of codes",
                "Haal de tabel opnieuw op als “CSV met statistische symbolen”, met de kolom Regiocode.",
                "Get the table again as “CSV with statistical symbols”, with the column Regiocode.")
        }
    }

    private var valueTexts: (what: BilingualText, mend: BilingualText) {
        switch self {
        case .missingCode, .invalidCode:
            say(
                "hier moet een gebiedscode staan", "there must be an area code here",
                "Vul de code in of laat de rij weg.", "Fill in the code or leave the row out.")
        case .duplicateCode:
            say(
                "dit gebied komt twee keer voor", "this area occurs twice",
                "Laat één rij staan.", "Keep one row.")
        case .notANumber:
            say(
                "hier moet een getal staan, of een punt als het ontbreekt",
                "there must be a number here, or a point when it is missing",
                "Verbeter de cel of noem de tekst onder “missing” in een koppelbestand.",
                "Mend the cell or name the text under “missing” in a mapping file.")
        case .outOfRange:
            say(
                "dit getal kan niet voorkomen", "this number cannot occur",
                "Verbeter de cel, of de eenheid in het koppelbestand.",
                "Mend the cell, or the unit in the mapping file.")
        case .sumTooLarge:
            say(
                "de delen zijn samen veel meer dan het geheel", "the parts add up to far more than the whole",
                "Controleer of de kolommen bij elkaar horen.", "Check whether the columns belong together.")
        case .unknownYear:
            say(
                "het jaar van de cijfers is niet te vinden", "the year of the figures cannot be found",
                "Geef het mee met --year.", "Give it with --year.")
        case .mixedYears:
            say(
                "de jaren spreken elkaar tegen", "the years contradict each other",
                "Voer elk jaar apart in.", "Import each year by itself.")
        case .geometry:
            say(
                "de grens van dit gebied klopt niet", "the boundary of this area is not sound",
                "Herstel de geometrie, bijvoorbeeld met “Fix geometries” in QGIS.",
                "Mend the geometry, for instance with “Fix geometries” in QGIS.")
        case .coordinates:
            say(
                "de coördinaten passen niet bij het coördinatenstelsel of liggen buiten Nederland",
                "the coordinates do not fit their coordinate system or lie outside the Netherlands",
                "Bewaar het bestand opnieuw in RD (EPSG:28992) of WGS84 (EPSG:4326).",
                "Save the file again in RD (EPSG:28992) or WGS84 (EPSG:4326).")
        case .mapping:
            say(
                "het koppelbestand klopt niet", "the mapping file is not right",
                "De documentatie van OpenData geeft een voorbeeld.",
                "The documentation of OpenData has an example.")
        case .municipalityMissing:
            say(
                "deze gemeente staat niet in het bestand", "this municipality is not in the file",
                "Controleer de gemeentecode (GM en vier cijfers).", "Check the code (GM and four digits).")
        default:
            say(
                "dit is geen volledig antwoord van de dataservice",
                "this is no complete answer of the data service",
                "Haal het opnieuw op met mengpaneel fetch.", "Get it again with mengpaneel fetch.")
        }
    }
}

extension VariableCatalogue {
    static let facilities: [Variable] = [
        Variable(
            "facility.generalPractice.distance", nl: "Afstand tot huisarts",
            en: "Distance to general practice",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.supermarket.distance", nl: "Afstand tot grote supermarkt",
            en: "Distance to large supermarket",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.childcare.distance", nl: "Afstand tot kinderdagverblijf", en: "Distance to childcare",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.primarySchool.distance", nl: "Afstand tot basisschool",
            en: "Distance to primary school",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.primarySchool.within3km", nl: "Basisscholen binnen 3 km",
            en: "Primary schools within 3 km",
            unit: .count, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facility.secondarySchool.distance", nl: "Afstand tot middelbare school",
            en: "Distance to secondary school",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.library.distance", nl: "Afstand tot bibliotheek", en: "Distance to library",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.park.distance", nl: "Afstand tot park of plantsoen", en: "Distance to park",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.sports.distance", nl: "Afstand tot sportterrein", en: "Distance to sports ground",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.cafe.distance", nl: "Afstand tot café", en: "Distance to café",
            unit: .kilometres, of: .persons, theme: .facilities),
        Variable(
            "facility.shops.within1km", nl: "Winkels binnen 1 km", en: "Shops within 1 km",
            unit: .count, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facility.hospital.distance", nl: "Afstand tot ziekenhuis", en: "Distance to hospital",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.station.distance", nl: "Afstand tot treinstation", en: "Distance to railway station",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.outOfSchoolCare.distance", nl: "Afstand tot buitenschoolse opvang",
            en: "Distance to out-of-school care",
            unit: .kilometres, of: .persons, theme: .facilities, direction: .lowerIsWished),
        Variable(
            "facility.mainRoad.distance", nl: "Afstand tot oprit hoofdweg", en: "Distance to main road",
            unit: .kilometres, of: .persons, theme: .facilities),
        Variable(
            "facilityScore.overall", nl: "Voorzieningen (index)", en: "Facilities (index)",
            unit: .points, of: .area, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facilitySatisfaction.overall", nl: "Tevreden over voorzieningen",
            en: "Satisfied with facilities",
            unit: .share, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facilitySatisfaction.recreation", nl: "Tevreden over groen en recreatie",
            en: "Satisfied with green space and recreation",
            unit: .share, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facilitySatisfaction.sports", nl: "Tevreden over sportvoorzieningen",
            en: "Satisfied with sports facilities",
            unit: .share, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facilitySatisfaction.play", nl: "Tevreden over speelplekken",
            en: "Satisfied with places to play",
            unit: .share, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facilitySatisfaction.culture", nl: "Tevreden over culturele voorzieningen",
            en: "Satisfied with cultural facilities",
            unit: .share, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facilitySatisfaction.education", nl: "Tevreden over onderwijs", en: "Satisfied with education",
            unit: .share, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facilitySatisfaction.shops", nl: "Tevreden over winkels", en: "Satisfied with shops",
            unit: .share, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facilitySatisfaction.care", nl: "Tevreden over zorg", en: "Satisfied with care",
            unit: .share, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facilitySatisfaction.transport", nl: "Tevreden over openbaar vervoer",
            en: "Satisfied with public transport",
            unit: .share, of: .persons, theme: .facilities, direction: .higherIsWished),
        Variable(
            "facility.workplaces", nl: "Werkzame personen", en: "Jobs in the area",
            unit: .persons, of: .persons, theme: .facilities),
    ]
}

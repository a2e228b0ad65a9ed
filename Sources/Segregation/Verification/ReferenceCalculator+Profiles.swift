internal import ReferenceFiles

extension ReferenceCalculator {
    /// A profile in the shape of the file.
    func profile(
        _ index: String, _ table: ContingencyTable, _ groups: [Group], _ parameters: JSONValue?
    ) throws -> JSONValue? {
        if index == "kl-profile-origin0" { return try divergence(table) }
        guard MeasureDefinition.profiles.contains(where: { $0.identifier == index }) else { return nil }
        let geography = try reference.geography(distanceUnit: 1)
        let rows = try table.distanceProfiles(
            geography: geography, thresholds: parameters?["m"]?.number.map { Int($0) } ?? 1000
        ).filter { $0.identifier == index }
        if index == "SPP" {
            let values = shape(rows, groups)
            return groups.count == 1 ? values.list?.first : values
        }
        if index == "distortion-global" { return shape(rows, []) }
        // Packages list units with persons only.
        var values: [JSONValue] = []
        for row in rows {
            if case .defined(let number) = row.estimate.value { values.append(.number(number)) }
        }
        return .list(values)
    }

    private func divergence(_ table: ContingencyTable) throws -> JSONValue? {
        guard let row = table.unitTotals.firstIndex(where: { $0 > 0 }) else { return nil }
        let steps = try table.divergenceProfile(
            around: table.unitIdentifiers[row], geography: reference.geography(distanceUnit: 1))
        return .list(
            steps.map { .list([.number($0.distance), .number($0.divergence), .number($0.persons)]) })
    }
}

/// Compares the egohoods in a file with its own.
struct EgohoodReference {
    private let file: JSONValue
    private let run: JSONValue

    init(_ file: JSONValue, run: JSONValue) {
        self.file = file
        self.run = run
    }

    func outcome() -> ReferenceOutcome {
        do {
            guard let found = try values() else { return .notCovered }
            let comparison = ReferenceComparison(
                found,
                .record([
                    "tolerance": file["tolerance"] ?? .null,
                    "value": .record([
                        "cells": run["cells"] ?? .null, "profile": run["profile"] ?? .null,
                    ]),
                ]))
            if let difference = comparison.difference { return .missed(difference) }
            return .matched(numbers: comparison.agreed, remark: nil)
        } catch {
            return .missed("\(error)")
        }
    }

    /// The file's cells are squares of 100 by 100.
    private static let cellArea = 10_000.0

    private func values() throws -> JSONValue? {
        guard let sizes = file["k"]?.list?.compactMap(\.number),
            let cells = run["cells"]?.list?.compactMap({ $0.list?.compactMap(\.number) }),
            cells.allSatisfy({ $0.count == 4 + 3 * sizes.count })
        else { return nil }
        let table = try ContingencyTable(
            groups: ["low", "other"], rows: cells.map { [$0[3], $0[2] - $0[3]] })
        let geography = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: cells.map { $0[0] }, y: cells.map { $0[1] },
            areas: cells.map { _ in Self.cellArea }, distanceUnit: 1)
        let scales = try table.egohoodProfile(
            of: "low", sizes: sizes, geography: geography,
            selfPotential: run["self_potential"]?.number ?? 0)
        let rows = cells.enumerated().map { place, cell in
            JSONValue.list(
                (cell.prefix(4)
                    + scales.dropFirst().flatMap { scale in
                        let egohood = scale.egohoods[place]
                        return [egohood.persons, egohood.members, egohood.radius]
                    }).map { .number($0) })
        }
        return .record(["cells": .list(rows), "profile": .list(scales.map(Self.record))])
    }

    private static func record(_ scale: EgohoodScale) -> JSONValue {
        .record([
            "scale": scale.size.map { .number($0) } ?? .text("local"), "D": .number(scale.dissimilarity),
            "Gini": .number(scale.gini), "H": .number(scale.informationTheoryIndex),
            "Atkinson_0.5": .number(scale.atkinson), "Isolation": .number(scale.isolation),
            "Interaction": .number(scale.interaction), "CorrelationV": .number(scale.correlationRatio),
            "SI": .number(scale.meanShareAroundMembers),
        ])
    }
}

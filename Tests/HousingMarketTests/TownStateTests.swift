import Testing

@testable import HousingMarket

/// The state keeps to the sizes that make a country fit in memory.
@Suite struct TownStateTests {
    @Test func aHomeTakesTwelveBytesAndAHouseholdTwentyFour() {
        #expect(MemoryLayout<DwellingTraits>.stride + MemoryLayout<Int32>.stride == 12)
        #expect(
            MemoryLayout<HouseholdTraits>.stride + 2 * MemoryLayout<Int32>.stride
                + MemoryLayout<UInt32>.stride + MemoryLayout<UInt16>.stride + MemoryLayout<UInt8>.stride <= 24
        )
    }

    @Test func addressesAndPlacesToReturnToComeBackFromARun() {
        var state = SmallTown(households: 600).start.state
        #expect(state.keys.prefix(3) == [0, 1, 2] && state.returnAreas.allSatisfy { $0 == TownState.noArea })
        #expect(TownStore(state).snapshot() == state)
        state.keys[5] = 4_000_000_000
        state.returnAreas[7] = 2
        let store = TownStore(state)
        #expect(store.key(4) == 4 && store.key(5) == 4_000_000_000)
        #expect(store.returnAreas == [7: 2])
        let slot = Int(store.addHousehold(state.households[0], key: 77))
        #expect(store.key(slot) == 77)
        store.households[7].urgency = .displaced
        store.endHousehold(7, as: .left)
        #expect(store.returnAreas.isEmpty)
        let after = store.snapshot()
        #expect(after.keys[5] == 4_000_000_000 && after.keys[slot] == 77 && after.keys[6] == 6)
    }

    @Test(arguments: HouseholdType.allCases, LastMove.allCases)
    func fieldsOfAHouseholdDoNotDisturbEachOther(type: HouseholdType, move: LastMove) {
        var one = HouseholdTraits(
            incomeRank: 40_000, age: 43, type: type, persons: 3, registrationYears: 7, yearsInDwelling: 2)
        one.lastMove = move
        one.urgency = .displaced
        one.isSearching = true
        one.presence = .waiting
        #expect(one.type == type && one.persons == 3 && one.lastMove == move)
        #expect(one.urgency == .displaced && one.isSearching && one.presence == .waiting)
        #expect(one.incomeRank == 40_000 && one.age == 43 && one.registrationYears == 7)
        #expect(one.hasMoved(move) == (move != .none))
        one.lastMove = .wanted
        #expect(one.hasMoved(move) == (move != .none), "an earlier move is remembered")
    }

    @Test func incomeRanksFallIntoFifthsAndGroups() {
        let ranks: [UInt16] = [0, 13_107, 13_108, 26_214, 26_215, 52_428, 52_429, 65_535]
        let traits = ranks.map {
            HouseholdTraits(
                incomeRank: $0, age: 40, type: .couple, persons: 2, registrationYears: 0, yearsInDwelling: 0)
        }
        #expect(traits.map(\.quintile) == [0, 0, 1, 1, 2, 3, 4, 4])
        #expect(traits.map(\.incomeGroup) == [0, 0, 0, 0, 1, 1, 2, 2])
    }
}

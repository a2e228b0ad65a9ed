public import WorkingGroup

extension SessionRoom {
    /// What may be told of the votes and choices now, made once for every state: shuffling votes takes a tenth of a
    /// second, too long for every request. Made away from the room, so that votes need not wait for it; a round whose
    /// votes stayed the same is not made again. `nil` where votes cannot be analysed.
    public func findings() async -> SessionFindings? {
        let version = count
        if let found, found.version == version { return await found.task.value }
        let earlier = found?.task
        let told = state.told
        let task = Task.detached {
            let before = await earlier?.value
            return try? SessionFindings(told, earlier: before)
        }
        found = (version, task)
        return await task.value
    }

    /// What the projector showed before it went black.
    public var screenBeforeBlack: RoomScreen {
        for entry in entries.reversed() {
            if case .screenShown(let screen) = entry.event, screen != .black { return screen }
        }
        return .waiting
    }
}

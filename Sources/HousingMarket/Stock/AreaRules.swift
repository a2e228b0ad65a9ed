/// The rules that hold in one neighbourhood this year: what a package or the baseline lays down for homes that come free
/// and for lettings.
struct AreaRules: BitwiseCopyable {
    /// Shares of social lettings, and the group in which each is counted.
    var free: Float = 0
    var freeGroup: UInt16 = 0
    var local: Float = 0
    var localGroup: UInt16 = 0
    var mediated: Float = 0
    var mediatedGroup: UInt16 = 0
    /// The entry whose classes of rent hold, or -1.
    var rents: Int16 = -1
    /// The entry of land policy that holds for the baseline's new homes, or -1.
    var land: Int16 = -1
    /// See ``Flag``.
    var flags: UInt8 = 0
    /// The wish to move is multiplied by this.
    var stay: Float = 1

    enum Flag {
        static let keepsSocial: UInt8 = 1
        static let noBuyToLet: UInt8 = 2
        static let noSplit: UInt8 = 4
        static let workIncomeFirst: UInt8 = 8
        static let noNewcomersWithoutWork: UInt8 = 16
        /// A measure of the package takes homes here when they come free.
        static let takesFreeHomes: UInt8 = 32
    }

    func has(_ flag: UInt8) -> Bool { flags & flag != 0 }
}

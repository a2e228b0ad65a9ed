#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How many files and connections this process may have open. Every phone holds a stream of news open, and many systems
/// give a program 1,024 to begin with although it may take more.
enum OpenFiles {
    /// Left for the project file, its journal, the programs that make reports, and what the system needs.
    private static let reserve = 128
    private static let most = 16_384

    /// Asks the system for as many as it allows, within reason.
    /// - Returns: how many connections there is room for.
    static func raise() -> Int {
        #if canImport(Glibc)
            let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let kind = RLIMIT_NOFILE
        #endif
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { return 1_024 - reserve }
        let wanted = min(limit.rlim_max, rlim_t(most))
        if limit.rlim_cur < wanted {
            var raised = rlimit(rlim_cur: wanted, rlim_max: limit.rlim_max)
            if setrlimit(kind, &raised) == 0 { limit = raised }
        }
        let allowed = Int(min(limit.rlim_cur, rlim_t(most)))
        return max(allowed / 2, allowed - reserve)
    }
}

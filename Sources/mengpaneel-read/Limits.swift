#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the reading process may use. It sets these on itself before it opens anything, so that a hostile or
/// broken file can cost one process and one clear line, never the machine.
struct Limits {
    /// Bytes of address space. GDAL's libraries alone map about half a gigabyte.
    static let addressSpace: UInt64 = 4 << 30
    /// Seconds of processor time.
    static let processorSeconds: UInt64 = 300
    /// Bytes that a compressed file may grow to.
    static let expandedSize: UInt64 = 1 << 30
    /// How many times larger than its file the content may be, once it is over `ratioFrom`.
    static let expansionRatio: UInt64 = 250
    /// Below this size a high ratio is no danger: spreadsheets of zeros compress well.
    static let ratioFrom: UInt64 = 64 << 20
    /// Bytes in one line of a text file. The geometry of a large area in one cell stays under it.
    static let lineLength = 8 << 20

    /// Sets the limits; a limit that the system refuses is left as it was, which is lower or unlimited.
    static func apply() {
        if !isSanitized { set(.addressSpace, to: addressSpace) }
        set(.processorTime, to: processorSeconds)
        set(.coreSize, to: 0)
        // A regular file cannot be written at all; the pipe on standard output is none.
        signal(SIGXFSZ, SIG_IGN)
        set(.fileSize, to: 0)
    }

    /// Whether this program looks for its own mistakes in memory or its races (`script/sanitize`): the shadow that it keeps of
    /// memory takes terabytes of address space, nearly all of it empty.
    private static var isSanitized: Bool {
        let program = dlopen(nil, RTLD_NOW)
        return dlsym(program, "__asan_init") != nil || dlsym(program, "__tsan_init") != nil
    }

    private enum Resource { case addressSpace, processorTime, coreSize, fileSize }

    private static func set(_ resource: Resource, to value: UInt64) {
        var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
        #if canImport(Glibc)
            let kind: __rlimit_resource_t =
                switch resource {
                case .addressSpace: __rlimit_resource_t(RLIMIT_AS.rawValue)
                case .processorTime: __rlimit_resource_t(RLIMIT_CPU.rawValue)
                case .coreSize: __rlimit_resource_t(RLIMIT_CORE.rawValue)
                case .fileSize: __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
                }
        #else
            let kind =
                switch resource {
                case .addressSpace: RLIMIT_AS
                case .processorTime: RLIMIT_CPU
                case .coreSize: RLIMIT_CORE
                case .fileSize: RLIMIT_FSIZE
                }
        #endif
        _ = setrlimit(kind, &limit)
    }
}

import CGDAL

/// Collects what GDAL says instead of letting it write to standard error.
final class GDALMessages {
    private(set) var last = ""
    private(set) var hadFailure = false

    /// Starts to collect; ends with the process.
    init() {
        let box = Unmanaged.passRetained(self).toOpaque()
        CPLSetErrorHandlerEx(
            { severity, _, message in
                guard let message, let data = CPLGetErrorHandlerUserData() else { return }
                let log = Unmanaged<GDALMessages>.fromOpaque(data).takeUnretainedValue()
                log.note(String(cString: message), severity: severity)
            }, box)
    }

    /// Forgets what was said so far.
    func clear() {
        last = ""
        hadFailure = false
    }

    private func note(_ message: String, severity: CPLErr) {
        if severity == CE_Failure || severity == CE_Fatal { hadFailure = true }
        if severity != CE_Debug { last = message }
    }
}

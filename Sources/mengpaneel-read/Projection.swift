import CGDAL

/// Brings shapes to the Dutch national grid (RD New, EPSG:28992) and refuses those that are not sound.
final class Projection {
    /// A shape in the stream: its well-known binary, and the handle while its feature is being written.
    final class Shape {
        let handle: OGRGeometryH
        private(set) var bytes: UnsafeMutableBufferPointer<UInt8>

        init(_ handle: OGRGeometryH) {
            self.handle = handle
            bytes = .allocate(capacity: Int(OGR_G_WkbSize(handle)))
            _ = OGR_G_ExportToIsoWkb(handle, wkbNDR, bytes.baseAddress)
        }

        deinit {
            bytes.deallocate()
            OGR_G_DestroyGeometry(handle)
        }
    }

    private let transformation: OGRCoordinateTransformationH?
    /// How many shapes were rebuilt because they touched themselves.
    private(set) var mended = 0

    /// Prepares the way from `system` to RD; nil stands for a file that does not say, whose numbers stay as they are.
    init(from system: OGRSpatialReferenceH?) throws(ReadFailure) {
        guard let system, !Self.isNationalGrid(system) else {
            transformation = nil
            return
        }
        guard let target = OSRNewSpatialReference(nil) else { throw ReadFailure(.memory) }
        defer { OSRDestroySpatialReference(target) }
        OSRImportFromEPSG(target, 28992)
        OSRSetAxisMappingStrategy(target, OAMS_TRADITIONAL_GIS_ORDER)
        OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
        transformation = OCTNewCoordinateTransformation(system, target)
        if transformation == nil { throw ReadFailure(.coordinates, Self.name(of: system)) }
    }

    deinit { if let transformation { OCTDestroyCoordinateTransformation(transformation) } }

    /// `EPSG:4326` where the file names a registered system, else its own name, else "".
    static func name(of system: OGRSpatialReferenceH?) -> String {
        guard let system else { return "" }
        if isNationalGrid(system) { return "EPSG:28992" }
        if let code = OSRGetAuthorityCode(system, nil), let authority = OSRGetAuthorityName(system, nil) {
            return "\(String(cString: authority)):\(String(cString: code))"
        }
        return OSRGetName(system).map { String(cString: $0) } ?? ""
    }

    /// Old .prj files call it RD_New and carry no code.
    private static func isNationalGrid(_ system: OGRSpatialReferenceH) -> Bool {
        if let code = OSRGetAuthorityCode(system, nil), String(cString: code) == "28992" { return true }
        let name = OSRGetName(system).map { String(cString: $0) } ?? ""
        return ["RD_New", "Amersfoort / RD New"].contains(name)
    }

    /// The shape of a feature as polygons in RD, or nil where it has none.
    func shape(of feature: OGRFeatureH, row: Int, messages: GDALMessages) throws(ReadFailure) -> Shape? {
        guard let found = OGR_F_GetGeometryRef(feature), OGR_G_IsEmpty(found) == 0 else { return nil }
        guard let linear = OGR_G_GetLinearGeometry(found, 0, nil) else {
            throw ReadFailure(.geometry, row: row)
        }
        guard let shape = OGR_G_ForceToMultiPolygon(linear),
            OGR_GT_Flatten(OGR_G_GetGeometryType(shape)) == wkbMultiPolygon
        else {
            OGR_G_DestroyGeometry(linear)
            let kind = OGR_G_GetGeometryName(found).map { String(cString: $0) } ?? "?"
            throw ReadFailure(.geometry, row: row, kind)
        }
        OGR_G_FlattenTo2D(shape)
        var envelope = OGREnvelope()
        OGR_G_GetEnvelope(shape, &envelope)
        if let transformation {
            messages.clear()
            guard OGR_G_Transform(shape, transformation) == OGRERR_NONE else {
                OGR_G_DestroyGeometry(shape)
                throw ReadFailure(.coordinates, row: row, "\(envelope.MinX) \(envelope.MinY)")
            }
        }
        return Shape(try sound(shape, row: row, messages: messages))
    }

    /// The shape itself when it is valid. Boundaries that were simplified touch themselves now and then: those are
    /// rebuilt, and accepted when their surface stays the same to one part in a thousand. A ring that crosses
    /// itself or a hole outside its ring changes the surface and is refused.
    private func sound(_ shape: OGRGeometryH, row: Int, messages: GDALMessages) throws(ReadFailure)
        -> OGRGeometryH
    {
        messages.clear()
        if OGR_G_IsValid(shape) != 0 { return shape }
        let reason = messages.last
        defer { OGR_G_DestroyGeometry(shape) }
        guard let rebuilt = OGR_G_MakeValid(shape), let polygons = OGR_G_CreateGeometry(wkbMultiPolygon)
        else {
            throw ReadFailure(.geometry, row: row, reason)
        }
        defer { OGR_G_DestroyGeometry(rebuilt) }
        Self.gatherPolygons(of: rebuilt, into: polygons)
        let surface = OGR_G_Area(shape)
        guard OGR_GT_Flatten(OGR_G_GetGeometryType(polygons)) == wkbMultiPolygon,
            OGR_G_IsValid(polygons) != 0,
            abs(OGR_G_Area(polygons) - surface) <= surface / 1000
        else {
            OGR_G_DestroyGeometry(polygons)
            throw ReadFailure(.geometry, row: row, reason)
        }
        messages.clear()
        mended += 1
        return polygons
    }

    /// Leaves out the lines and points that rebuilding makes of spikes.
    private static func gatherPolygons(of shape: OGRGeometryH, into polygons: OGRGeometryH) {
        if OGR_GT_Flatten(OGR_G_GetGeometryType(shape)) == wkbPolygon {
            OGR_G_AddGeometry(polygons, shape)
            return
        }
        for index in 0..<OGR_G_GetGeometryCount(shape) {
            guard let part = OGR_G_GetGeometryRef(shape, index), OGR_G_GetDimension(part) == 2 else {
                continue
            }
            gatherPolygons(of: part, into: polygons)
        }
    }
}

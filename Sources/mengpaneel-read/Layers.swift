import CGDAL
import Foundation

/// Reads the layers of one opened file into the stream.
struct Layers {
    let request: Request
    let opened: Opened
    let messages: GDALMessages

    /// Writes the asked layer, or the list of layers.
    func write(to writer: inout FrameWriter) throws(ReadFailure) {
        messages.clear()
        let data = try open()
        defer { GDALClose(data) }
        let count = Int(GDALDatasetGetLayerCount(data))
        guard count > 0 else { throw ReadFailure(.noLayer, messages.last) }
        let layers = (0..<count).compactMap { GDALDatasetGetLayer(data, Int32($0)) }
        if request.listsOnly {
            for layer in layers { writer.layer(try describe(layer)) }
            return
        }
        let names = layers.map { Self.name(of: $0) }
        if let wanted = request.layer {
            guard let index = names.firstIndex(of: wanted) else {
                throw ReadFailure(.noLayer, "\(wanted): \(names.joined(separator: ", "))")
            }
            try write(layers[index], to: &writer)
        } else if layers.count == 1 || opened.driver == "XLSX" || opened.driver == "XLS" {
            // A workbook of figures has its table on the first sheet that holds any rows.
            let filled = layers.first { OGR_L_GetFeatureCount($0, 1) > 0 }
            guard let layer = filled ?? layers.first else { throw ReadFailure(.noLayer) }
            try write(layer, to: &writer)
        } else {
            throw ReadFailure(.noLayer, names.joined(separator: ", "))
        }
    }

    private func open() throws(ReadFailure) -> GDALDatasetH {
        var options: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        for option in opened.options { options = CSLAddString(options, option) }
        var drivers = CSLAddString(nil, opened.driver)
        defer {
            CSLDestroy(options)
            CSLDestroy(drivers)
            drivers = nil
        }
        let readOnly = UInt32(GDAL_OF_VECTOR) | UInt32(GDAL_OF_READONLY)
        let data = drivers.flatMap { names in
            names.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 2) { allowed in
                guard let options else { return GDALOpenEx(opened.path, readOnly, allowed, nil, nil) }
                return options.withMemoryRebound(
                    to: UnsafePointer<CChar>?.self, capacity: opened.options.count + 1
                ) {
                    GDALOpenEx(opened.path, readOnly, allowed, $0, nil)
                }
            }
        }
        guard let data else {
            throw ReadFailure(
                opened.driver.isEmpty ? .format : .truncated, "\(opened.driver) \(messages.last)")
        }
        return data
    }

    private func describe(_ layer: OGRLayerH) throws(ReadFailure) -> FrameWriter.Layer {
        let definition = OGR_L_GetLayerDefn(layer)
        let fields = (0..<OGR_FD_GetFieldCount(definition)).map { index in
            String(cString: OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, index)))
        }
        let hasShapes = OGR_FD_GetGeomFieldCount(definition) > 0
        return FrameWriter.Layer(
            name: Self.name(of: layer), encoding: opened.encoding,
            crs: hasShapes ? Projection.name(of: OGR_L_GetSpatialRef(layer)) : "", hasShapes: hasShapes,
            rowCount: Int(OGR_L_GetFeatureCount(layer, 0)), fields: fields)
    }

    private func write(_ layer: OGRLayerH, to writer: inout FrameWriter) throws(ReadFailure) {
        var description = try describe(layer)
        let filterIndex = try filterIndex(in: description.fields)
        description.hasShapes = description.hasShapes && request.wantsShapes
        if request.filter != nil { description.rowCount = -1 }
        writer.layer(description)
        let projection = description.hasShapes ? try Projection(from: OGR_L_GetSpatialRef(layer)) : nil
        var shapes: [(row: Int, shape: OGRGeometryH)] = []
        defer { for (_, shape) in shapes { OGR_G_DestroyGeometry(shape) } }
        var row = 1
        var written = 0
        let fieldCount = Int32(description.fields.count)
        messages.clear()
        OGR_L_ResetReading(layer)
        while let feature = OGR_L_GetNextFeature(layer) {
            defer { OGR_F_Destroy(feature) }
            row += 1
            if let filterIndex, !matches(feature, filterIndex) { continue }
            for index in 0..<fieldCount { Self.writeCell(of: feature, index, to: &writer) }
            if let projection {
                let shape = try projection.shape(of: feature, row: row, messages: messages)
                writer.cell(shape.map { UnsafeBufferPointer($0.bytes) })
                if let shape, request.adjacencyTolerance != nil, let copy = OGR_G_Clone(shape.handle) {
                    shapes.append((written, copy))
                }
            }
            writer.endRow()
            written += 1
        }
        if messages.hadFailure { throw ReadFailure(.truncated, row: row, messages.last) }
        if let projection, projection.mended > 0 { writer.mended(projection.mended) }
        if let tolerance = request.adjacencyTolerance, projection != nil {
            writer.adjacency(try Contacts(shapes: shapes, tolerance: tolerance).pairs())
        }
    }

    private func filterIndex(in fields: [String]) throws(ReadFailure) -> Int32? {
        guard let filter = request.filter else { return nil }
        guard let index = fields.firstIndex(where: { $0.lowercased() == filter.field.lowercased() }) else {
            throw ReadFailure(.noField, filter.field)
        }
        return Int32(index)
    }

    private func matches(_ feature: OGRFeatureH, _ index: Int32) -> Bool {
        guard let prefix = request.filter?.prefix, let text = OGR_F_GetFieldAsString(feature, index) else {
            return false
        }
        return String(cString: text).hasPrefix(prefix)
    }

    private static func writeCell(of feature: OGRFeatureH, _ index: Int32, to writer: inout FrameWriter) {
        guard OGR_F_IsFieldSetAndNotNull(feature, index) != 0,
            let text = OGR_F_GetFieldAsString(feature, index)
        else {
            return writer.cell(nil)
        }
        let length = strlen(text)
        text.withMemoryRebound(to: UInt8.self, capacity: length) {
            writer.cell(UnsafeBufferPointer(start: $0, count: length))
        }
    }

    private static func name(of layer: OGRLayerH) -> String {
        OGR_L_GetName(layer).map { String(cString: $0) } ?? ""
    }
}

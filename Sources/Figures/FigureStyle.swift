/// The style sheet of figures, for pages and self-contained reports. Pictures carry their colours themselves; the
/// sheet only sets sizes, tables and keys, so nothing is lost where it does not arrive.
public enum FigureStyle {
    /// The rules, all for classes that start with `mp-`.
    ///
    /// Pictures stop growing at a comfortable width. Names on a map are large in the drawing, for phones; where the
    /// map is shown wide they are made smaller here. Pictures drawn in two shapes show the one that fits.
    public static let css = """
        .mp-figure{margin:0;container-type:inline-size;min-width:0}
        .mp-title{margin:0 0 8px;line-height:1.2}
        .mp-subtitle,.mp-notes,.mp-legend,.mp-legend-note,.mp-numbers{font-size:.875rem}
        .mp-subtitle,.mp-notes,.mp-legend-note{color:#4A5B65;max-width:66ch}
        .mp-subtitle,.mp-legend-note{margin:0 0 12px}
        .mp-notes p{margin:0 0 4px}
        .mp-svg{display:block;height:auto}
        .mp-svg text{font-variant-numeric:tabular-nums}
        .mp-plot{margin-bottom:8px}
        .mp-provenance{font-size:.875rem;color:#4A5B65;margin:4px 0 8px}
        .mp-provenance p{margin:0 0 4px;max-width:66ch}
        .mp-forward a{display:inline-block;min-width:24px;line-height:28px;text-align:center}
        .mp-diagram{overflow-x:auto;padding:4px}
        .mp-nodes{min-width:60rem}
        .mp-nodes a{cursor:pointer;outline:none}
        .mp-nodes a:hover rect{stroke-width:3}
        .mp-nodes a:focus-visible rect{stroke:#B4470B;stroke-width:4}
        .mp-chart{max-width:24rem}
        .mp-spark{max-width:17rem}
        .mp-shape-wide{max-width:52rem}
        .mp-svg.mp-shape-narrow{display:none;max-width:28rem}
        @container (max-width:639px){.mp-svg.mp-shape-wide{display:none}.mp-svg.mp-shape-narrow{display:block}}
        .mp-cell{cursor:pointer;outline:none}
        .mp-cell:hover rect{stroke:#14232B}
        .mp-cell:focus-visible rect{stroke:#B4470B;stroke-width:3px}
        .mp-sheets .mp-panel-title{margin-top:12px}
        .mp-map{max-width:52rem;touch-action:pan-y}
        .mp-map a{cursor:pointer;outline:none}
        .mp-map a:hover path{stroke:#14232B;stroke-width:2.5}
        .mp-map a:focus-visible path{stroke:#B4470B;stroke-width:8px;vector-effect:non-scaling-stroke}
        @container (min-width:480px){.mp-map-name{font-size:20px}}
        .mp-legend{list-style:none;margin:12px 0;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px}
        .mp-legend li{display:flex;align-items:center;gap:6px}
        .mp-swatch{flex:none}
        .mp-count{color:#4A5B65;font-variant-numeric:tabular-nums}
        .mp-panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr));gap:16px}
        .mp-panel-title{margin:0;font-weight:600}
        .mp-numbers{margin-top:8px}
        .mp-numbers summary{cursor:pointer;min-height:44px;display:flex;align-items:center;color:#0B5A6B;
        text-decoration:underline}
        .mp-scroll{overflow-x:auto;max-height:28rem;overflow-y:auto}
        .mp-table{border-collapse:collapse;width:100%}
        .mp-table caption{text-align:left;padding:4px 0 8px;font-weight:600}
        .mp-table th,.mp-table td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid #D5DBD8;
        vertical-align:top;font-weight:400}
        .mp-table thead th{font-weight:600}
        .mp-table .mp-number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .mp-table .mp-missing{color:#4A5B65;font-style:italic}
        .mp-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        @media print{.mp-nodes{min-width:0}.mp-sheets .mp-shape-wide{break-inside:avoid;max-width:150mm}.mp-sheets p{break-after:avoid}
        .mp-figure{break-inside:avoid;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .mp-scroll{max-height:none;overflow:visible}}

        """
}

//! Draws the map as a band from edge to edge, as in the story's masthead on a phone.

use chuhai::content::Map;
use chuhai::content::load::colors::FILL;

use super::layout::CardCanvas;
use super::svg_canvas::{HEIGHT, WIDTH};

/// The y coordinate of the band, which extends to the image's bottom.
pub(super) const BAND: f32 = 250.0;
/// The share of the map's height that is cut off at its top.
const CUT: f32 = 0.2;

impl CardCanvas<'_> {
    /// Draws the map from [`BAND`] down, and background above it.
    pub(super) fn map_band(&mut self, map: &Map) {
        let (colors, story) = (self.colors, self.story);
        let scale = WIDTH as f32 / map.width as f32;
        let top = BAND - map.height as f32 * scale * CUT;
        let transform = format!("transform=\"matrix({scale:.5} 0 0 {scale:.5} 0 {top:.2})\"");
        let canvas = &mut self.canvas;
        canvas.element(format_args!(
            "rect y=\"{BAND}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{}\" fill-opacity=\"0.08\"",
            colors.accent
        ));
        canvas.element(format_args!("path {transform} d=\"{}\" fill=\"{}\"", map.land, colors.land));
        let [fill, _] = FILL;
        for region in map.regions.iter().filter(|region| !region.shape.is_empty()) {
            let color = colors.section(&story[region.section].id);
            canvas.element(format_args!(
                "path {transform} d=\"{}\" fill=\"{color}\" fill-opacity=\"{fill}\"",
                region.shape
            ));
        }
        let [width, gap] = [Map::ROUTE_WIDTH, Map::ROUTE_DOT_GAP].map(|length| map.scaled(length));
        canvas.element(format_args!(
            "path {transform} d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" \
             stroke-linecap=\"round\" stroke-dasharray=\"0 {gap}\"",
            map.route, colors.accent
        ));
        let [radius, stroke] = [Map::RING, Map::RING_STROKE].map(|length| map.scaled(length));
        for region in &map.regions {
            let color = colors.section(&story[region.section].id);
            for [x, y] in &region.ports {
                canvas.element(format_args!(
                    "circle {transform} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{}\" stroke=\"{color}\" \
                     stroke-width=\"{stroke}\"",
                    colors.background
                ));
            }
        }
        canvas
            .element(format_args!("rect width=\"{WIDTH}\" height=\"{BAND}\" fill=\"{}\"", colors.background));
    }
}

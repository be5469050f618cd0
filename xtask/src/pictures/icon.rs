//! The site's icon for browsers: its SVG as pixels. Knows nothing of the story.

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// As many pixels as tabs show on a dense screen.
const SIZE: u32 = 64;

/// Draws the icon as PNG. A browser opens a whole document for an SVG icon: measured at
/// 4× throttle, 27 ms of the main thread of every page.
///
/// # Errors
///
/// If the SVG cannot be read or the PNG not be written.
pub fn icon(svg: &str) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let mut pixels = Pixmap::new(SIZE, SIZE).context("no room for the icon")?;
    let scale = SIZE as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}

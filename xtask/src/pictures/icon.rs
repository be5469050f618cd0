//! The site's icon: its SVG as pixels, for tabs and for the screens of those who install it. Knows nothing of the story.

use anyhow::{Context, Result};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// As many pixels as tabs show on a dense screen.
pub const TAB: u32 = 64;

/// How an icon fills its square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As it is drawn.
    Own,
    /// Its ground goes to every edge and what is drawn stands further in: the system cuts it to a shape of its own, and
    /// leaves no less than a circle of four fifths (W3C Web App Manifest, "Icon masks and safe zone").
    Cut,
}

/// Draws the icon as PNG. A browser opens a whole document for an SVG icon: measured at
/// 4× throttle, 27 ms of the main thread of every page.
///
/// # Errors
///
/// If the SVG cannot be read or the PNG not be written.
pub fn icon(svg: &str, size: u32, shape: Shape) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let whole = Transform::from_scale(size as f32 / tree.size().width(), size as f32 / tree.size().height());
    let mut pixels = Pixmap::new(size, size).context("no room for the icon")?;
    resvg::render(&tree, whole, &mut pixels.as_mut());
    if shape == Shape::Cut {
        let ground = pixels.pixel(size / 2, 0).context("the icon has no ground")?.demultiply();
        pixels.fill(Color::from_rgba8(ground.red(), ground.green(), ground.blue(), u8::MAX));
        let (inner, margin) = (0.85, size as f32 * 0.075);
        resvg::render(
            &tree,
            whole.post_scale(inner, inner).post_translate(margin, margin),
            &mut pixels.as_mut(),
        );
    }
    Ok(pixels.encode_png()?)
}

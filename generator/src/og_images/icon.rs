//! Renders the site's icon for tabs and for the installed site.

use anyhow::{Context, Result, ensure};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The favicon's size in pixels, for tabs on a dense screen.
pub const FAVICON_SIZE: u32 = 64;

/// The purpose of an icon, as in the web app manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconPurpose {
    /// Shown as drawn.
    Any,
    /// Masked by the system. The background fills the square; the drawing stays in the safe zone (Web App Manifest).
    Maskable,
}

/// Renders the icon as PNG, because browsers open a document for an SVG icon (src/decisions/loading.md).
///
/// # Errors
///
/// If the SVG cannot be parsed, is not square, or has no background at its top, for the maskable icon.
pub fn icon(svg: &str, size: u32, purpose: IconPurpose) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let (width, height) = (tree.size().width(), tree.size().height());
    ensure!(width == height, "a drawing of {width} by {height}, which is not square");
    let whole = Transform::from_scale(size as f32 / width, size as f32 / height);
    let mut pixels = Pixmap::new(size, size).context("no room for the icon")?;
    resvg::render(&tree, whole, &mut pixels.as_mut());
    if purpose == IconPurpose::Maskable {
        let background = pixels.pixel(size / 2, 0).map(|pixel| pixel.demultiply());
        let background = background.filter(|color| color.alpha() == u8::MAX);
        let background = background.context("no background at the middle of the upper edge")?;
        pixels.fill(Color::from_rgba8(background.red(), background.green(), background.blue(), u8::MAX));
        let (inner, margin) = (0.85, size as f32 * 0.075);
        resvg::render(
            &tree,
            whole.post_scale(inner, inner).post_translate(margin, margin),
            &mut pixels.as_mut(),
        );
    }
    Ok(pixels.encode_png()?)
}

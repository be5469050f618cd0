//! Rasterizes SVG to PNG, always the same bytes for the same SVG.

use std::sync::Arc;

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{FontResolver, Options, Tree};
use sha2::{Digest, Sha256};

use super::fonts;
use super::svg_canvas::{HEIGHT, WIDTH};

/// Inputs besides the SVG and fonts: this source and the dependencies' versions.
const INPUTS: [&str; 2] = [include_str!("rasterize.rs"), include_str!("../../../Cargo.lock")];

/// The fonts, and the hash of all inputs besides the SVG.
pub(super) struct Rasterizer {
    fonts: Arc<Database>,
    base_hash: Sha256,
}

impl Rasterizer {
    /// Loads the fonts.
    pub(super) fn new() -> Self {
        let mut base_hash = Sha256::new();
        INPUTS.iter().for_each(|text| base_hash.update(text));
        fonts::bytes().for_each(|font| base_hash.update(font));
        Self { fonts: fonts::database(), base_hash }
    }

    /// The name of this SVG's image in the cache.
    pub(super) fn file_name(&self, svg: &str) -> String {
        let hash = self.base_hash.clone().chain_update(svg).finalize();
        hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>() + ".png"
    }

    /// Rasterizes an image.
    ///
    /// # Errors
    ///
    /// If the SVG cannot be parsed or the PNG not be encoded.
    pub(super) fn png(&self, svg: &str) -> Result<Vec<u8>> {
        let options = Options {
            fontdb: Arc::clone(&self.fonts),
            // Every run names a font that has its letters; a fallback would be a mistake.
            font_resolver: FontResolver {
                select_fallback: Box::new(|_, _, _| None),
                ..FontResolver::default()
            },
            ..Options::default()
        };
        let tree = Tree::from_str(svg, &options)?;
        let mut pixels = Pixmap::new(WIDTH, HEIGHT).context("no room for an image")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        // The background is opaque, so three channels are enough.
        let opaque: Vec<u8> =
            pixels.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&opaque)?;
        writer.finish()?;
        Ok(bytes)
    }
}

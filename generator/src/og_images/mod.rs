//! Renders the OG image (social card) of every page and the image of every plot: story → SVG → PNG.

mod card_frame;
mod fonts;
mod icon;
mod layout;
mod map_band;
mod missing_letters;
mod plots;
mod rasterize;
mod svg_canvas;
mod text_fit;
mod tokens;

use std::path::Path;

use anyhow::{Context, Result, ensure};
use chuhai::content::Story;
use chuhai::content::load::{self, Diagnostics};
use chuhai::routes::{Page, plot_file};
use rayon::prelude::*;

use self::fonts::Fonts;
pub use self::icon::{FAVICON_SIZE, IconPurpose, icon};
use self::missing_letters::MissingInImage;
use self::rasterize::Rasterizer;
pub use self::svg_canvas::{HEIGHT, WIDTH};
use self::tokens::ColorTokens;
pub use self::tokens::token_colors;
use crate::cache::Cache;
use crate::paths::write_file;
use crate::prerender::ContentError;

/// The size limit in bytes; some messengers ignore larger images.
pub const MAX_BYTES: usize = 300_000;

/// An image before it is rasterized.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OgImage {
    /// The path below the site's root.
    pub file: String,
    /// The SVG.
    pub svg: String,
    /// Whether the SVG is published beside the PNG, as for plots.
    pub is_svg_published: bool,
}

/// The number of images, and how many of them were rasterized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImageCount {
    /// All images.
    pub all: usize,
    /// Images that were not in the cache.
    pub rendered: usize,
}

/// Draws the SVG of every page's card and of every plot, and checks the icon. `content` is the story's folder.
///
/// # Errors
///
/// All letters that no font has, and an icon that cannot be rendered, each with file and line.
pub fn compose(story: &Story, content: &Path) -> Result<Vec<OgImage>> {
    let (images, missing) = render_all(story)?;
    let mut diagnostics: Vec<_> = missing.iter().flat_map(|letters| letters.located(content)).collect();
    let drawn = story.icon.as_ref().map(|svg| icon(svg, FAVICON_SIZE, IconPurpose::Maskable));
    if let Some(Err(error)) = drawn {
        diagnostics.push(missing_letters::diagnostic_at(
            load::ICON,
            "",
            0,
            "a square SVG with a background",
            &error.to_string(),
        ));
    }
    diagnostics.sort();
    // Many images may lack the same letter of one text.
    diagnostics.dedup_by(|next, first| {
        (&next.file, next.line, next.column) == (&first.file, first.line, first.column)
    });
    if diagnostics.is_empty() {
        Ok(images)
    } else {
        Err(ContentError { content: content.to_owned(), diagnostics: Diagnostics(diagnostics) }.into())
    }
}

fn render_all(story: &Story) -> Result<(Vec<OgImage>, Vec<MissingInImage>)> {
    let colors = ColorTokens::parse(&tokens::read()?, story.sections.iter())?;
    let fonts = Fonts::new()?;
    let (mut images, mut missing) = (Vec::new(), Vec::new());
    let pages = Page::all(story).into_iter().filter(|page| page.is_citable());
    for image in pages.filter_map(|page| page.meta(story).image) {
        match layout::render(&image.content, story, &fonts, &colors) {
            Ok(svg) => images.push(OgImage { file: image.file, svg, is_svg_published: false }),
            Err(letters_of_page) => missing.extend(
                letters_of_page.into_iter().map(|letters| MissingInImage::of_page(&image, story, letters)),
            ),
        }
    }
    for plot in &story.plots {
        let file = plot_file(plot, "png");
        match plots::render_plot(plot, story, &fonts, &colors) {
            Ok(svg) => images.push(OgImage { file, svg, is_svg_published: true }),
            Err(letters_of_plot) => missing
                .extend(letters_of_plot.into_iter().map(|letters| MissingInImage::of_plot(plot, letters))),
        }
    }
    Ok((images, missing))
}

/// Writes images into the site's folder. `cache_dir` keeps these images, and no others, for the next build.
///
/// # Errors
///
/// If an image cannot be rendered, or a file cannot be read or written.
pub fn write(images: &[OgImage], folder: &Path, cache_dir: &Path) -> Result<ImageCount> {
    let (cache, rasterizer) = (Cache::open(cache_dir)?, Rasterizer::new());
    // Rasterizes on every core.
    images.par_iter().try_for_each(|image| write_image(image, folder, &cache, &rasterizer))?;
    Ok(ImageCount { all: images.len(), rendered: cache.evict_unused()? })
}

/// Writes an image like [`write`], but keeps all others in the cache.
///
/// # Errors
///
/// If the image cannot be rendered, or a file cannot be read or written.
pub fn write_one(image: &OgImage, folder: &Path, cache_dir: &Path) -> Result<()> {
    write_image(image, folder, &Cache::open(cache_dir)?, &Rasterizer::new())
}

fn write_image(
    OgImage { file, svg, is_svg_published }: &OgImage,
    folder: &Path,
    cache: &Cache,
    rasterizer: &Rasterizer,
) -> Result<()> {
    let png = cache.get_or_create(rasterizer.file_name(svg), || {
        let png = rasterizer.png(svg).with_context(|| format!("cannot draw {file}"))?;
        ensure!(png.len() <= MAX_BYTES, "{file} has {} bytes; {MAX_BYTES} are the most", png.len());
        Ok(png)
    })?;
    let path = folder.join(file);
    write_file(&path, png)?;
    if *is_svg_published { write_file(&path.with_extension("svg"), svg) } else { Ok(()) }
}

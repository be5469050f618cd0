//! Renders the OG image (social card) of every page and the picture of every plot: story → SVG → PNG.

mod cache;
mod card_frame;
mod fonts;
mod icon;
mod layout;
mod missing_letters;
mod plots;
mod rasterize;
mod svg_canvas;
mod text_fit;
mod tokens;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use chuhai::content::Story;
use chuhai::content::load::{self, Diagnostics};
use chuhai::routes::{Page, plot_file};
use rayon::prelude::*;

use self::cache::Cache;
use self::fonts::Fonts;
pub use self::icon::{FAVICON_SIZE, IconPurpose, icon};
use self::missing_letters::MissingInPicture;
pub use self::svg_canvas::{HEIGHT, WIDTH};
use self::tokens::ColorTokens;
pub use self::tokens::token_colors;
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
    /// The SVG to publish beside it, for a plot.
    pub vector: Option<String>,
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
/// Every letter that no font has, and an icon that cannot be drawn, each with its file and line.
pub fn compose(story: &Story, content: &Path) -> Result<Vec<OgImage>> {
    let (pictures, missing) = render_all(story)?;
    let mut mistakes: Vec<_> = missing.iter().flat_map(|letters| letters.located(content)).collect();
    let drawn = story.icon.as_ref().map(|svg| icon(svg, FAVICON_SIZE, IconPurpose::Any));
    if let Some(Err(error)) = drawn {
        mistakes.push(missing_letters::diagnostic_at(
            load::ICON,
            "",
            0,
            "an SVG that can be drawn",
            &error.to_string(),
        ));
    }
    mistakes.sort();
    mistakes.dedup();
    if mistakes.is_empty() {
        Ok(pictures)
    } else {
        Err(ContentError { content: content.to_owned(), mistakes: Diagnostics(mistakes) }.into())
    }
}

fn render_all(story: &Story) -> Result<(Vec<OgImage>, Vec<MissingInPicture>)> {
    let colors = ColorTokens::parse(&tokens::read()?, story.sections.iter())?;
    let fonts = Fonts::new()?;
    let (mut pictures, mut missing) = (Vec::new(), Vec::new());
    for page in Page::all(story) {
        let Some(file) = page.picture(story) else { continue };
        match layout::render_page(page, story, &fonts, &colors) {
            Ok(svg) => pictures.push(OgImage { file, svg, vector: None }),
            Err(own) => {
                missing.extend(own.into_iter().map(|letters| MissingInPicture::of_page(page, story, letters)))
            }
        }
    }
    for plot in &story.plots {
        let file = plot_file(plot, "png");
        match plots::render_plot(plot, story, &fonts, &colors) {
            Ok(svg) => pictures.push(OgImage { file, vector: Some(plots::vector(&svg, plot)), svg }),
            Err(own) => {
                missing.extend(own.into_iter().map(|letters| MissingInPicture::of_plot(plot, letters)))
            }
        }
    }
    Ok((pictures, missing))
}

/// Writes images into the site's folder. `cache_dir` keeps them from one build to the next.
///
/// # Errors
///
/// If an image cannot be drawn, or a file not read or written.
pub fn write(pictures: &[OgImage], folder: &Path, cache_dir: &Path) -> Result<ImageCount> {
    let cache = Cache::open(cache_dir)?;
    let cache_paths: Vec<_> =
        pictures.iter().map(|picture| (cache.path_for(&picture.svg), picture)).collect();
    let missing: Vec<_> = cache_paths.iter().filter(|(path, _)| !path.exists()).collect();
    rasterize_missing(&missing)?;
    for (path, OgImage { file, vector, .. }) in &cache_paths {
        let file = folder.join(file);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(path, &file).with_context(|| format!("cannot write {}", file.display()))?;
        if let Some(vector) = vector {
            fs::write(file.with_extension("svg"), vector)?;
        }
    }
    Ok(ImageCount { all: cache_paths.len(), rendered: missing.len() })
}

/// Rasterizes on every core.
fn rasterize_missing(pictures: &[&(PathBuf, &OgImage)]) -> Result<()> {
    let fonts = fonts::database();
    pictures.par_iter().try_for_each(|(path, OgImage { file, svg, .. })| {
        let png = rasterize::to_png(svg, &fonts).with_context(|| format!("cannot draw {file}"))?;
        if png.len() > MAX_BYTES {
            bail!("{file} has {} bytes; {MAX_BYTES} are the most", png.len());
        }
        cache::store(path, &png)
    })
}

//! A picture for every page, for those who meet its link elsewhere: story → SVG → PNG. Knows what a picture shows;
//! nothing of HTML or of how pages speak of their pictures.

mod cache;
mod colours;
mod design;
mod draw;
mod fit;
mod fonts;
mod frame;
mod icon;
mod plots;
mod sheet;

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use chuhai::content::Story;
use chuhai::routes::{Page, plot_file};

use self::cache::Cache;
use self::colours::Colours;
pub use self::colours::papers;
use self::fonts::Fonts;
pub use self::icon::{Shape, TAB, icon};
pub use self::sheet::{HEIGHT, WIDTH};
use crate::root;

/// How many bytes a picture may have: some messengers show none that is larger.
pub const MOST_BYTES: usize = 300_000;

/// A picture before it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its file below the site's root.
    pub file: String,
    /// What is to be drawn.
    pub svg: String,
    /// The same as a file for readers' own programs, if there is to be one beside it.
    pub vector: Option<String>,
}

/// How many pictures there are, and how many had to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// All.
    pub all: usize,
    /// Those that had not been drawn before.
    pub drawn: usize,
}

/// Composes the picture of every page and of every plot.
///
/// # Errors
///
/// Everything that is wrong with any of them: a letter that no font has, words that do not fit.
pub fn compose(story: &Story) -> Result<Vec<Picture>> {
    let tokens = root::project().join("style/tokens.css");
    let tokens = fs::read_to_string(&tokens).with_context(|| format!("cannot read {}", tokens.display()))?;
    let colours = Colours::read(&tokens, story.sections.iter().map(|section| section.id.as_str()))?;
    let fonts = Fonts::new()?;
    let (mut pictures, mut flaws) = (Vec::new(), Vec::new());
    for page in Page::all(story) {
        let Some(file) = page.picture(story) else { continue };
        match design::picture(page, story, &fonts, &colours) {
            Ok(svg) => pictures.push(Picture { file, svg, vector: None }),
            Err(own) => flaws.extend(own.into_iter().map(|flaw| format!("{}: {flaw}", name(page, story)))),
        }
    }
    for plot in &story.plots {
        let file = plot_file(plot, "png");
        match plots::picture(plot, story, &fonts, &colours) {
            Ok(svg) => pictures.push(Picture { file, vector: Some(plots::vector(&svg, plot)), svg }),
            Err(own) => flaws.extend(own.into_iter().map(|flaw| format!("the plot `{}`: {flaw}", plot.id))),
        }
    }
    match flaws.len() {
        0 => Ok(pictures),
        count => {
            let plural = if count == 1 { "" } else { "s" };
            Err(anyhow!("{}\n{count} mistake{plural} in the pictures", flaws.join("\n")))
        }
    }
}

/// Writes every picture into the folder of the site. `kept` is where pictures stay from one build to the next.
///
/// # Errors
///
/// What [`compose`] finds, or what could not be read or written.
pub fn write(story: &Story, folder: &Path, kept: &Path) -> Result<Count> {
    let pictures = compose(story)?;
    let cache = Cache::open(kept)?;
    let places: Vec<_> = pictures.iter().map(|picture| (cache.place(&picture.svg), picture)).collect();
    let missing: Vec<_> = places.iter().filter(|(place, _)| !place.exists()).collect();
    draw(&missing)?;
    for (place, Picture { file, vector, .. }) in &places {
        let file = folder.join(file);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(place, &file).with_context(|| format!("cannot write {}", file.display()))?;
        if let Some(vector) = vector {
            fs::write(file.with_extension("svg"), vector)?;
        }
    }
    Ok(Count { all: places.len(), drawn: missing.len() })
}

/// Draws on every core.
fn draw(pictures: &[&(PathBuf, &Picture)]) -> Result<()> {
    let fonts = fonts::database();
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some((place, Picture { file, svg, .. })) =
            pictures.get(next.fetch_add(1, Ordering::Relaxed))
        {
            let png = draw::png(svg, &fonts).with_context(|| format!("cannot draw {file}"))?;
            if png.len() > MOST_BYTES {
                bail!("{file} has {} bytes; {MOST_BYTES} are the most", png.len());
            }
            cache::keep(place, &png)?;
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(pictures.len());
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .unwrap_or_else(|_| Err(anyhow!("a picture could not be drawn: the renderer gave up")))
        })
    })
}

/// What a message calls a page: its id, or the story.
fn name(page: Page, story: &Story) -> String {
    match page {
        Page::Fact(fact) => format!("the fact `{}`", story[fact].id),
        Page::Section(section) => format!("the section `{}`", story[section].id),
        Page::Facts => "the page of all facts".to_owned(),
        _ => "the story".to_owned(),
    }
}

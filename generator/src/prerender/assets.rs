//! Adds content hashes to file names, so that the files can be cached for ever.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use chuhai::content::Story;
use chuhai::routes::WORKER;
use sha2::{Digest, Sha256};

use super::style::Style;
use crate::og_images::{self, IconPurpose};
use crate::paths::write_file;

/// The licence of the fonts, which must be published with them.
const FONT_LICENCE: &str = include_str!("../../fonts/OFL.txt");

/// The style of a site, and the paths of its files below the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// Inline styles. A separate file would delay the first paint by a round trip (src/decisions/loading.md).
    pub style: Style,
    /// The stylesheet for what only the program shows.
    pub deferred_style: String,
    /// All styles in one file, for hosts whose policy refuses inline styles.
    pub style_file: String,
    /// The fonts in the style: for text, labels, italics and Devanagari.
    pub fonts: [String; 4],
    /// The print stylesheet, a separate file that does not block rendering.
    pub print: String,
    /// The inline script of every page: applies preferences before the first paint.
    pub first_paint: String,
    /// Sends the height of an embed to its host.
    pub embed_frame: String,
    /// Loads the program when it is first needed.
    pub boot: String,
    /// Mounts islands. Contains wasm-bindgen's JavaScript glue.
    pub program: String,
    /// The WebAssembly.
    pub wasm: String,
    /// The favicon.
    pub icon: String,
    /// The app icons: 192 px, 512 px, 512 px maskable.
    pub app_icons: [String; 3],
    /// The page background for `theme-color`, light and dark. Not a file.
    pub theme_colors: [String; 2],
}

impl Assets {
    /// Renames the files in the build folder, and renders the icons.
    ///
    /// # Errors
    ///
    /// If a file is missing, or cannot be read, drawn or renamed.
    pub fn fingerprint(folder: &Path, story: &Story) -> Result<Self> {
        let fonts = ["text", "label", "italic", "devanagari"].map(|font| {
            let file = format!("{font}.woff2");
            let from = folder.join("style/fonts").join(&file);
            fs::rename(&from, folder.join(&file))
                .with_context(|| format!("cannot read {}", from.display()))?;
            fingerprint_file(folder, font, "woff2")
        });
        let [text, label, italic, devanagari] = fonts;
        let fonts = [text?, label?, italic?, devanagari?];
        write_file(&folder.join("OFL.txt"), FONT_LICENCE)?;
        let style = Style::read(&folder.join("style"), &fonts, story)?;
        for script in ["boot.js", "embed-frame.js", "embed.js", WORKER] {
            fs::rename(folder.join("js").join(script), folder.join(script))?;
        }
        fs::rename(folder.join("style/print.css"), folder.join("print.css"))?;
        let first_paint = read_and_remove(&folder.join("js"), "first-paint.js")?.trim().to_owned();
        let default = read_and_remove(&folder.join("style"), "icon.svg")?;
        let svg = story.icon.clone().unwrap_or(default);
        fs::remove_dir_all(folder.join("js"))?;
        fs::remove_dir_all(folder.join("style"))?;
        write_file(&folder.join("style.css"), style.full_stylesheet())?;
        write_file(&folder.join("deferred.css"), style.deferred())?;
        let drawn = |stem: &str, size, shape| -> Result<String> {
            write_file(&folder.join(format!("{stem}.png")), og_images::icon(&svg, size, shape)?)?;
            fingerprint_file(folder, stem, "png")
        };
        Ok(Self {
            style,
            deferred_style: fingerprint_file(folder, "deferred", "css")?,
            style_file: fingerprint_file(folder, "style", "css")?,
            fonts,
            print: fingerprint_file(folder, "print", "css")?,
            first_paint,
            embed_frame: fingerprint_file(folder, "embed-frame", "js")?,
            boot: fingerprint_file(folder, "boot", "js")?,
            program: fingerprint_file(folder, "program", "js")?,
            wasm: fingerprint_file(folder, "chuhai_bg", "wasm")?,
            icon: drawn("icon", og_images::FAVICON_SIZE, IconPurpose::Any)?,
            app_icons: [
                drawn("icon-192", 192, IconPurpose::Any)?,
                drawn("icon-512", 512, IconPurpose::Any)?,
                drawn("icon-maskable", 512, IconPurpose::Maskable)?,
            ],
            theme_colors: og_images::token_colors("color-bg")?,
        })
    }
}

/// Reads a file that becomes part of another one, and removes it.
pub(super) fn read_and_remove(folder: &Path, file: &str) -> Result<String> {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    fs::remove_file(&path)?;
    Ok(text)
}

fn fingerprint_file(folder: &Path, stem: &str, extension: &str) -> Result<String> {
    let from = folder.join(format!("{stem}.{extension}"));
    let bytes = fs::read(&from).with_context(|| format!("cannot read {}", from.display()))?;
    let name = format!("{stem}-{}.{extension}", hash(&bytes));
    fs::rename(&from, folder.join(&name))?;
    Ok(name)
}

/// Whether a file name ends in a [`hash`], as written by [`Assets::fingerprint`]. Such files are cached for ever.
pub fn is_hashed(file: &str) -> bool {
    let (name, _) = file.rsplit_once('.').unwrap_or((file, ""));
    let hash = name.rsplit_once('-').map(|(_, hash)| hash);
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The first 64 bits of the bytes' SHA-256, in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

//! Writes brotli and gzip files beside the built files, for hosts that serve them. Caches them by content.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use walkdir::WalkDir;

use super::assets::hash;
use crate::cache::Cache;
use crate::paths::write_file;

/// Extensions of files to compress. Images are compressed already.
const COMPRESSIBLE: [&str; 8] = ["html", "js", "css", "wasm", "json", "csv", "xml", "svg"];

/// Inputs besides the files: this source with its settings, and the encoders' versions.
const INPUTS: [&str; 2] = [include_str!("compress.rs"), include_str!("../../../Cargo.lock")];

/// Writes `file.br` and `file.gz` beside each file where they are smaller. `cache_dir` keeps compressed files between
/// builds. Returns how many files it compressed.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn write_precompressed(folder: &Path, cache_dir: &Path) -> Result<usize> {
    let cache = Cache::open(cache_dir)?;
    let settings = hash(INPUTS.concat().as_bytes());
    let formats = [("br", brotli as fn(&[u8]) -> Result<Vec<u8>>), ("gz", gzip)];
    compressible(folder)?.par_iter().try_for_each(|file| {
        let each = formats.par_iter();
        each.try_for_each(|(extension, compress)| {
            compress_file(file, extension, *compress, &settings, &cache)
        })
    })?;
    cache.evict_unused()
}

/// Writes a compressed file beside its source. Takes it from the cache, or adds it.
fn compress_file(
    file: &Path,
    extension: &str,
    compress: fn(&[u8]) -> Result<Vec<u8>>,
    settings: &str,
    cache: &Cache,
) -> Result<()> {
    let bytes = fs::read(file)?;
    let name = format!("{}-{settings}.{extension}", hash(&bytes));
    let compressed = cache.get_or_create(name, || compress(&bytes))?;
    if compressed.len() < bytes.len() {
        write_file(&append_extension(file, extension), compressed)?;
    }
    Ok(())
}

/// The files in a folder that are compressed.
fn compressible(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_compressible = |path: &PathBuf| {
        path.extension().is_some_and(|found| COMPRESSIBLE.iter().any(|extension| found == *extension))
    };
    let files = WalkDir::new(folder).into_iter().map(|entry| Ok(entry?.into_path()));
    files.filter(|path| path.as_ref().map_or(true, is_compressible)).collect()
}

fn append_extension(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{extension}"));
    name.into()
}

/// Compresses with brotli, at the highest level and with the largest window.
///
/// # Errors
///
/// If the encoder fails.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)?;
    Ok(out)
}

/// Compresses with gzip. Without name and time, so that the same input gives the same output.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

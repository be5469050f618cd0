//! Writes brotli and gzip files beside the built files, for hosts that serve them. Caches them by content.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::Result;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use walkdir::WalkDir;

use super::assets::hash;

/// Extensions of files to compress; images are compressed already.
const COMPRESSIBLE: [&str; 8] = ["html", "js", "css", "wasm", "json", "csv", "xml", "svg"];

/// Writes `file.br` and `file.gz` beside each file where they are smaller. `cache_dir` keeps compressed files between
/// builds. Returns how many files it compressed.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn write_precompressed(folder: &Path, cache_dir: &Path) -> Result<usize> {
    fs::create_dir_all(cache_dir)?;
    let files = compressible(folder)?;
    let formats = [("br", brotli as fn(&[u8]) -> Result<Vec<u8>>), ("gz", gzip)];
    let cached = files.par_iter().flat_map(|file| {
        formats.par_iter().map(|(extension, compress)| compress_file(file, extension, *compress, cache_dir))
    });
    let cached = cached.collect::<Result<Vec<_>>>()?;
    let compressed = cached.iter().filter(|entry| entry.is_new).count();
    evict_unused(cache_dir, &cached.into_iter().map(|entry| entry.name).collect())?;
    Ok(compressed)
}

/// A compressed file in the cache.
struct CacheEntry {
    name: String,
    is_new: bool,
}

/// Writes a compressed file beside its source, from the cache or into it.
fn compress_file(
    file: &Path,
    extension: &str,
    compress: fn(&[u8]) -> Result<Vec<u8>>,
    cache_dir: &Path,
) -> Result<CacheEntry> {
    let bytes = fs::read(file)?;
    let name = format!("{}.{extension}", hash(&bytes));
    let cached = cache_dir.join(&name);
    let is_new = !cached.exists();
    if is_new {
        // Renamed last, so that an existing file is complete.
        let draft = cached.with_extension(format!("{extension}-{:?}", thread::current().id()));
        fs::write(&draft, compress(&bytes)?)?;
        fs::rename(draft, &cached)?;
    }
    if fs::metadata(&cached)?.len() < bytes.len() as u64 {
        fs::copy(&cached, append_extension(file, extension))?;
    }
    Ok(CacheEntry { name, is_new })
}

/// The files of a folder that are compressed.
fn compressible(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_compressible = |path: &PathBuf| {
        path.extension().is_some_and(|found| COMPRESSIBLE.iter().any(|extension| found == *extension))
    };
    let files = WalkDir::new(folder).into_iter().map(|entry| Ok(entry?.into_path()));
    files.filter(|path| path.as_ref().map_or(true, is_compressible)).collect()
}

/// Removes cache entries that this site does not use.
fn evict_unused(cache_dir: &Path, used: &BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(cache_dir)? {
        let entry = entry?;
        if !used.contains(&*entry.file_name().to_string_lossy()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
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

/// Without name and time, so that the same input gives the same output.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

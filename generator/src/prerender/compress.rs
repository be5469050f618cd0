//! Writes brotli and gzip files beside the built files, for hosts that serve them. Caches them by content.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Result, anyhow};
use flate2::{Compression, GzBuilder};

use super::assets::hash;

/// Extensions of files to compress; images are compressed already.
const ENDINGS: [&str; 8] = ["html", "js", "css", "wasm", "json", "csv", "xml", "svg"];

/// Writes `file.br` and `file.gz` beside each file where they are smaller. `cache_dir` keeps compressed files between
/// builds. Returns how many files it compressed.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn write_precompressed(folder: &Path, cache_dir: &Path) -> Result<usize> {
    fs::create_dir_all(cache_dir)?;
    let mut files = Vec::new();
    gather(folder, &mut files)?;
    let (next, compressed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let used = Mutex::new(BTreeSet::new());
    let work = || -> Result<()> {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let bytes = fs::read(file)?;
            for (ending, compress) in [("br", brotli as fn(&[u8]) -> Result<Vec<u8>>), ("gz", gzip)] {
                let name = format!("{}.{ending}", hash(&bytes));
                let cached = cache_dir.join(&name);
                if !cached.exists() {
                    compressed.fetch_add(1, Ordering::Relaxed);
                    // Renamed last, so that an existing file is complete.
                    let draft = cached.with_extension(format!("{ending}-{:?}", thread::current().id()));
                    fs::write(&draft, compress(&bytes)?)?;
                    fs::rename(draft, &cached)?;
                }
                if fs::metadata(&cached)?.len() < bytes.len() as u64 {
                    fs::copy(&cached, with_ending(file, ending))?;
                }
                used.lock().map_err(|_| anyhow!("another thread failed"))?.insert(name);
            }
        }
        Ok(())
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow!("a thread failed"))?)
    })?;
    let used = used.into_inner().map_err(|_| anyhow!("another thread failed"))?;
    evict_unused(cache_dir, &used)?;
    Ok(compressed.into_inner())
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|found| ENDINGS.iter().any(|ending| found == *ending)) {
            files.push(path);
        }
    }
    Ok(())
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

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    name.into()
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
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

//! Compresses the built files as far as it goes, beside the originals, for hosts that send them as they are. What has
//! been compressed before is kept by what is in it, so an unchanged file costs no time. Knows nothing of what is in one.

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

/// Endings of files worth compressing; pictures are compressed already.
const ENDINGS: [&str; 8] = ["html", "js", "css", "wasm", "json", "csv", "xml", "svg"];

/// Writes `file.br` and `file.gz` beside every such file where they are smaller; `kept` is the folder of earlier ones.
/// Tells how many files it compressed anew.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn beside(folder: &Path, kept: &Path) -> Result<usize> {
    fs::create_dir_all(kept)?;
    let mut files = Vec::new();
    gather(folder, &mut files)?;
    let (next, anew) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let used = Mutex::new(BTreeSet::new());
    let work = || -> Result<()> {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let bytes = fs::read(file)?;
            for (ending, compress) in [("br", brotli as fn(&[u8]) -> Result<Vec<u8>>), ("gz", gzip)] {
                let name = format!("{}.{ending}", hash(&bytes));
                let kept = kept.join(&name);
                if !kept.exists() {
                    anew.fetch_add(1, Ordering::Relaxed);
                    // Named last: a file that is there is whole.
                    let draft = kept.with_extension(format!("{ending}-{:?}", thread::current().id()));
                    fs::write(&draft, compress(&bytes)?)?;
                    fs::rename(draft, &kept)?;
                }
                if fs::metadata(&kept)?.len() < bytes.len() as u64 {
                    fs::copy(&kept, with_ending(file, ending))?;
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
    forget(kept, &used)?;
    Ok(anew.into_inner())
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

/// Removes what no file of this site needs.
fn forget(kept: &Path, used: &BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(kept)? {
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

/// Without a name or a time, so that the same bytes make the same file.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

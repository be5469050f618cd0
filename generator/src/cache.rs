//! Keeps generated files between builds. Each is named by the hash of its input.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use tempfile::NamedTempFile;

/// A folder of generated files.
#[derive(Debug)]
pub(crate) struct Cache {
    folder: PathBuf,
    /// The requested files, and whether each was generated for the request.
    requested: Mutex<BTreeMap<String, bool>>,
}

impl Cache {
    /// Opens the folder, creating it if it is missing.
    ///
    /// # Errors
    ///
    /// If the folder cannot be created.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self { folder: folder.to_owned(), requested: Mutex::default() })
    }

    /// Returns the bytes of a file. Generates the file if it is missing.
    ///
    /// # Errors
    ///
    /// If the bytes cannot be generated, written or read.
    pub(crate) fn get_or_create(
        &self,
        name: String,
        make: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        let path = self.folder.join(&name);
        let is_new = !path.exists();
        let bytes = if is_new { make()? } else { fs::read(&path)? };
        if is_new {
            self.store(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
        }
        self.requested.lock().unwrap_or_else(PoisonError::into_inner).entry(name).or_insert(is_new);
        Ok(bytes)
    }

    /// Writes a file atomically, so that it is complete even if two builds run at once.
    fn store(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let mut draft = NamedTempFile::new_in(&self.folder)?;
        draft.write_all(bytes)?;
        // Otherwise a power cut could leave an empty file under the final name.
        draft.as_file().sync_all()?;
        draft.persist(path)?;
        Ok(())
    }

    /// Removes the files that were not requested. Returns how many were generated.
    ///
    /// # Errors
    ///
    /// If a file cannot be removed.
    pub(crate) fn evict_unused(self) -> Result<usize> {
        let requested = self.requested.into_inner().unwrap_or_else(PoisonError::into_inner);
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if !requested.contains_key(&*entry.file_name().to_string_lossy()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(requested.into_values().filter(|is_new| *is_new).count())
    }
}

//! A program that a test has started, and that goes with all it wrote for itself. Knows nothing of what it does.

use std::process::{Child, ChildStdout, Command};

use tempfile::TempDir;

/// Killed when it is dropped, however its test ends. A browser so ended leaves its profile, tens of megabytes, in the
/// folder for temporary files: this gives it one that is removed.
pub struct Process {
    child: Child,
    /// Dropped after the program has ended.
    _folder: TempDir,
}

impl Process {
    pub fn start(command: &mut Command) -> std::io::Result<Self> {
        let folder = TempDir::new()?;
        let child = command.env("TMPDIR", folder.path()).spawn()?;
        Ok(Self { child, _folder: folder })
    }

    /// What it prints, where that was piped and not yet taken.
    pub fn out(&mut self) -> Option<ChildStdout> {
        self.child.stdout.take()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

//! Runs a child process that is killed, with its temporary files, when it is dropped.

use std::process::{Child, ChildStdout, Command};

use tempfile::TempDir;

/// A child process, killed when dropped. Has a temporary folder of its own, which is then removed.
pub struct Process {
    child: Child,
    /// Dropped after the process has ended.
    _folder: TempDir,
}

impl Process {
    pub fn start(command: &mut Command) -> std::io::Result<Self> {
        let folder = TempDir::new()?;
        let child = command.env("TMPDIR", folder.path()).spawn()?;
        Ok(Self { child, _folder: folder })
    }

    /// Its standard output, if piped and not yet taken.
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

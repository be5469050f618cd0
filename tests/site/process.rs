//! A program that a test has started, and that goes with it. Knows nothing of what it does.

use std::process::Child;

/// Killed when it is dropped, however its test ends.
pub struct Process(pub Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

//! Runs other programs, and describes a failure in one line.

use std::ffi::OsStr;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

/// A command with arguments, in the project's folder.
pub fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(crate::paths::project());
    command
}

/// Runs a command and waits for it.
///
/// # Errors
///
/// If it cannot be started or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", command_line(command)))?;
    succeeded(status, command)
}

const PROGRESS_INTERVAL: Duration = Duration::from_secs(10);

/// Runs a long, silent command. Prints a progress line every ten seconds.
///
/// # Errors
///
/// If it cannot be started or fails.
pub fn run_with_progress(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command.spawn().with_context(|| format!("cannot start `{}`", command_line(command)))?;
    let (running, ended) = mpsc::channel::<()>();
    let began = Instant::now();
    let status = thread::scope(|scope| {
        scope.spawn(move || {
            while ended.recv_timeout(PROGRESS_INTERVAL) == Err(RecvTimeoutError::Timeout) {
                eprintln!("{program} has been running for {} s", began.elapsed().as_secs());
            }
        });
        let status = child.wait();
        drop(running);
        status
    })?;
    succeeded(status, command)
}

fn succeeded(status: ExitStatus, command: &Command) -> Result<()> {
    ensure!(status.success(), "`{}` failed ({status})", command_line(command));
    Ok(())
}

/// The standard output of a command, or `None` if it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn command_line(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

//! A thread whose stack is deep enough for every document.

use std::io;
use std::panic::resume_unwind;
use std::thread;

/// The size of the stack in bytes. Stages recurse along nested schemas, whose nesting is only limited by `source`; only
/// the used part of the stack takes memory.
const STACK: usize = 128 << 20;

/// Runs a function on a thread with a deep stack.
///
/// # Errors
/// Returns an error if the system cannot start a thread.
pub fn on_deep_stack<T: Send>(run: impl FnOnce() -> T + Send) -> io::Result<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run)?;
        Ok(thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

//! A thread whose stack is deep enough for every document.

use std::cell::Cell;
use std::io;
use std::panic::resume_unwind;
use std::thread;

/// The size of the stack in bytes. Stages recurse along nested schemas, whose nesting is only limited by `source`; only
/// the used part of the stack takes memory.
const STACK: usize = 128 << 20;

thread_local! {
    /// Whether this thread has a deep stack.
    static IS_DEEP: Cell<bool> = const { Cell::new(false) };
}

/// Runs a function on a thread with a deep stack: the current thread if it has one, or else a new one.
///
/// A new thread for each of several documents would also keep the memory that the others have freed from being used
/// again, because allocators divide memory among threads.
///
/// # Errors
/// Returns an error if the system cannot start a thread.
pub fn on_deep_stack<T: Send>(run: impl FnOnce() -> T + Send) -> io::Result<T> {
    if IS_DEEP.get() {
        return Ok(run());
    }
    let run = || {
        IS_DEEP.set(true);
        run()
    };
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run)?;
        Ok(thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

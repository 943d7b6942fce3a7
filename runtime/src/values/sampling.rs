//! Whether a sample is being created on this thread, in which case types that accept any text return a valid value.

use std::cell::Cell;

thread_local! {
    static IS_RUNNING: Cell<bool> = const { Cell::new(false) };
}

/// Returns `true` while [`run`] runs.
pub(crate) fn is_running() -> bool {
    IS_RUNNING.get()
}

/// Runs a function that creates a sample.
pub(crate) fn run<T>(create: impl FnOnce() -> T) -> T {
    /// The end of a run, even if the function panics.
    struct Reset(bool);
    impl Drop for Reset {
        fn drop(&mut self) {
            IS_RUNNING.set(self.0);
        }
    }
    let _reset = Reset(IS_RUNNING.replace(true));
    create()
}

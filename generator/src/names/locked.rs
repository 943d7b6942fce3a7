//! Names that were given before: who had one keeps it.

use std::cell::RefCell;

use super::identifier::is_word;
use super::scope::Scope;
use crate::diagnostics::{Code, Diagnostics};
use crate::settings::{Locked, NamesLock};
use crate::source::Pointer;

/// The names that were given before, and those that are to be kept for the next time.
pub(crate) struct LockedNames<'l> {
    before: &'l NamesLock,
    now: RefCell<NamesLock>,
    moved: RefCell<Vec<Moved>>,
}

/// Something that could not keep its name.
struct Moved {
    what: Locked,
    origin: Pointer,
    before: String,
    now: String,
}

impl<'l> LockedNames<'l> {
    pub(crate) fn new(before: &'l NamesLock) -> Self {
        Self { before, now: RefCell::default(), moved: RefCell::default() }
    }

    /// The name that something had.
    pub(crate) fn get(&self, what: Locked, key: &str) -> Option<&'l str> {
        self.before.get(what, key)
    }

    /// Takes the name that something had, if nobody else has it.
    pub(crate) fn claim(&self, what: Locked, key: &str, scope: &mut Scope) -> Option<String> {
        let name = self.get(what, key)?;
        (is_word(name) && scope.take(name)).then(|| name.to_owned())
    }

    /// Notes the name that something has, unless no update can move it; and that it had another before.
    pub(crate) fn note(&self, what: Locked, key: &str, name: &str, is_certain: bool, origin: &Pointer) {
        if !is_certain {
            self.insert(what, key.to_owned(), name.to_owned());
        }
        if let Some(before) = self.get(what, key).filter(|before| *before != name) {
            self.report(what, origin, before, name);
        }
    }

    /// Notes a name for the next time.
    pub(crate) fn insert(&self, what: Locked, key: String, name: String) {
        self.now.borrow_mut().insert(what, key, name);
    }

    /// Notes that something has another name than before.
    pub(crate) fn report(&self, what: Locked, origin: &Pointer, before: &str, now: &str) {
        let (before, now) = (before.to_owned(), now.to_owned());
        self.moved.borrow_mut().push(Moved { what, origin: origin.clone(), before, now });
    }

    /// Reports what moved, and gives the lock for the next time.
    pub(crate) fn finish(self, diagnostics: &mut Diagnostics) -> NamesLock {
        for Moved { what, origin, before, now } in self.moved.into_inner() {
            let noun = what.noun();
            let message =
                format!("this {noun} was called `{before}`, which something else is called now; it is `{now}`");
            diagnostics.report(Code::MovedName, &origin, message);
        }
        self.now.into_inner()
    }
}

/// Whether a text is written as fields of Rust are, so that its name is its own whatever else is there: `in_progress`.
pub(crate) fn is_snake(text: &str) -> bool {
    text.split('_').all(|word| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}

//! Names from the lock: an item that had a name before keeps it.

use std::cell::RefCell;
use std::fmt::Display;

use super::identifier::is_word;
use super::overrides::AppliedOverrides;
use super::scope::Scope;
use crate::diagnostics::{Code, Diagnostics};
use crate::settings::{Locked, NamesLock};
use crate::source::Pointer;

/// The names of the previous run, and the names to lock for the next one.
pub(crate) struct LockedNames<'l> {
    before: &'l NamesLock,
    now: RefCell<NamesLock>,
    moved: RefCell<Vec<Moved>>,
    /// Overrides of fields and variants, which take precedence over locked names.
    members: Option<MemberOverrides<'l>>,
}

/// The overrides of fields and variants, by their keys in the lock.
pub(crate) struct MemberOverrides<'l> {
    pub(crate) fields: AppliedOverrides<'l>,
    pub(crate) variants: AppliedOverrides<'l>,
}

/// An item that could not keep its locked name.
struct Moved {
    what: Locked,
    origin: Pointer,
    before: String,
    now: String,
}

impl<'l> LockedNames<'l> {
    pub(crate) fn new(before: &'l NamesLock) -> Self {
        Self { before, now: RefCell::default(), moved: RefCell::default(), members: None }
    }

    /// Sets the overrides of fields and variants.
    pub(crate) fn set_members(&mut self, members: MemberOverrides<'l>) {
        self.members = Some(members);
    }

    fn overrides(&self, what: Locked) -> Option<&AppliedOverrides<'l>> {
        let members = self.members.as_ref()?;
        match what {
            Locked::Field => Some(&members.fields),
            Locked::Variant => Some(&members.variants),
            _ => None,
        }
    }

    /// Returns the locked name of an item.
    pub(crate) fn get(&self, what: Locked, key: &str) -> Option<&'l str> {
        self.before.get(what, key)
    }

    /// Returns `true` if items of a kind have neither overrides nor locked names, so that their keys need not be
    /// written.
    fn has_no_names(&self, what: Locked) -> bool {
        self.before.is_empty() && self.overrides(what).is_none_or(AppliedOverrides::is_empty)
    }

    /// Claims the name of an item from an override or the lock. Returns `None` if there is none or it is taken.
    pub(crate) fn claim(&self, what: Locked, key: impl Display, scope: &mut Scope) -> Option<String> {
        if self.has_no_names(what) {
            return None;
        }
        let key = key.to_string();
        self.claim_override(what, &key, scope).or_else(|| {
            let overrides = self.overrides(what);
            let is_free = |name: &&str| is_word(name) && !overrides.is_some_and(|chosen| chosen.takes(&key, name));
            let name = self.get(what, &key).filter(is_free)?;
            scope.take(name).then(|| name.to_owned())
        })
    }

    /// Claims the name of an item that the lock does not contain from an override.
    pub(crate) fn claim_override(&self, what: Locked, key: &str, scope: &mut Scope) -> Option<String> {
        self.overrides(what)?.claim(key, scope)
    }

    /// Locks the name of an item, unless no update can change it, and records a change of its locked name.
    pub(crate) fn note(&self, what: Locked, key: impl Display, name: &str, is_certain: bool, origin: &Pointer) {
        if is_certain && self.has_no_names(what) {
            return;
        }
        let key = key.to_string();
        if self.overrides(what).is_some_and(|overrides| overrides.applied(&key).is_some()) {
            return;
        }
        if let Some(before) = self.get(what, &key).filter(|before| *before != name) {
            self.report(what, origin, before, name);
        }
        if !is_certain {
            self.insert(what, key, name.to_owned());
        }
    }

    /// Locks a name for the next run.
    pub(crate) fn insert(&self, what: Locked, key: String, name: String) {
        self.now.borrow_mut().insert(what, key, name);
    }

    /// Records that an item changed its name.
    pub(crate) fn report(&self, what: Locked, origin: &Pointer, before: &str, now: &str) {
        let (before, now) = (before.to_owned(), now.to_owned());
        self.moved.borrow_mut().push(Moved { what, origin: origin.clone(), before, now });
    }

    /// Reports changed names and overrides of fields and variants without an effect, and returns the lock for the next
    /// run.
    pub(crate) fn finish(self, diagnostics: &mut Diagnostics) -> NamesLock {
        for overrides in self.members.iter().flat_map(|members| [&members.fields, &members.variants]) {
            overrides.report(std::iter::empty(), diagnostics);
        }
        for Moved { what, origin, before, now } in self.moved.into_inner() {
            let noun = what.noun();
            let message = format!(
                "this {noun} is renamed from `{before}` to `{now}`: `{before}` is taken by another item or reserved"
            );
            diagnostics.report(Code::MovedName, &origin, message);
        }
        self.now.into_inner()
    }
}

/// Returns `true` if a text is already a field name in Rust style, such as `in_progress`. Its name then does not depend
/// on other names.
pub(crate) fn is_snake(text: &str) -> bool {
    text.split('_').all(|word| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}

//! Names of parameters, which are arguments if they are required and setters of the call otherwise.
//!
//! ```text
//! GET /pets/{id}   in: path     id          id
//!                  in: query    id          id_query: the path takes precedence
//!                  in: query    page_size   page_size: a name that is already in Rust style takes precedence
//!                  in: header   Page-Size   page_size_header
//!                  in: query    body        body_: every call may have an argument `body`
//! ```
//!
//! The result does not depend on the order of the parameters.

use super::body_word;
use crate::ir::{Operation, Parameter, ParameterLocation};
use crate::names::identifier::{escape, snake, split_words};
use crate::names::locked::LockedNames;
use crate::names::overrides::{AppliedOverrides, parameter_item};
use crate::names::scope::Scope;
use crate::settings::Locked;

/// Names that no parameter can have, because every call has a method or argument of that name.
const CALL_METHODS: &[&str] = &[
    "with_response",
    "options",
    "raw",
    "stream",
    "pages",
    "items",
    "blocking",
    "download",
    "into_future",
    "new",
    "clone",
    "core",
    "call",
];

/// The argument of the request body.
const BODY: &str = "body";

/// The suffix of a setter that sends another body.
const BODY_ENDING: &str = "_body";

/// A parameter that is being named.
struct ParameterDraft<'a> {
    parameter: &'a Parameter,
    /// The key in the lock.
    key: String,
    /// The name without a suffix.
    plain: String,
    name: Option<String>,
    is_chosen: bool,
}

impl<'a> ParameterDraft<'a> {
    fn new(operation: &Operation, parameter: &'a Parameter) -> Self {
        let plain = snake(&split_words(&parameter.wire_name), "value");
        Self { parameter, key: parameter_item(operation, parameter), plain, name: None, is_chosen: false }
    }

    /// Returns `true` if the wire name is already in Rust style and every call leaves it free.
    fn is_exact(&self) -> bool {
        self.parameter.wire_name == self.plain && !is_of_call(&self.plain)
    }

    /// Returns `true` if no update can change the name: no other parameter of its location has the same wire name, and
    /// those of the path never change.
    fn is_certain(&self, name: &str) -> bool {
        let is_first = matches!(self.parameter.location, ParameterLocation::Path | ParameterLocation::Query);
        is_first && self.is_exact() && name == self.plain && !name.ends_with(BODY_ENDING)
    }

    fn candidates(&self) -> [String; 2] {
        let located = format!("{}_{}", self.plain, self.parameter.location.word());
        if is_of_call(&self.plain) { [format!("{}_", self.plain), located] } else { [self.plain.clone(), located] }
    }
}

/// Returns the names of the parameters of an operation, in its order.
pub(crate) fn parameter_names(
    operation: &Operation,
    overrides: &AppliedOverrides<'_>,
    lock: &LockedNames<'_>,
) -> Vec<String> {
    let mut scope = call_scope(operation);
    let parameters = operation.parameters.iter();
    let mut drafts: Vec<ParameterDraft<'_>> =
        parameters.map(|parameter| ParameterDraft::new(operation, parameter)).collect();
    // Overrides are claimed first, so that no other parameter takes them.
    for draft in &mut drafts {
        draft.name = overrides.claim(&draft.key, &mut scope);
        draft.is_chosen = draft.name.is_some();
    }
    for draft in drafts.iter_mut().filter(|draft| draft.name.is_none()) {
        draft.name = lock.claim(Locked::Argument, &draft.key, &mut scope);
    }
    let mut unnamed: Vec<&mut ParameterDraft<'_>> = drafts.iter_mut().filter(|draft| draft.name.is_none()).collect();
    unnamed.sort_by(|one, other| precedence(one).cmp(&precedence(other)));
    for draft in unnamed {
        draft.name = Some(scope.claim(draft.candidates()));
    }
    let names = drafts.into_iter().map(|draft| {
        let name = draft.name.clone().unwrap_or_default();
        if !draft.is_chosen {
            lock.note(Locked::Argument, &draft.key, &name, draft.is_certain(&name), &draft.parameter.origin);
        }
        escape(name)
    });
    names.collect()
}

/// Returns the scope of an operation's parameters, without the names of the call and of the bodies.
fn call_scope(operation: &Operation) -> Scope {
    let mut scope = Scope::new(CALL_METHODS.iter().copied());
    if !operation.bodies.is_empty() {
        scope.take(BODY);
    }
    if operation.bodies.iter().any(|body| !body.required) {
        for body in operation.bodies.iter().skip(1) {
            scope.take(&format!("{}{BODY_ENDING}", body_word(body)));
        }
    }
    scope
}

/// Returns the order in which parameters receive names: those in Rust style first, then by location and wire name.
fn precedence<'d>(draft: &'d ParameterDraft<'_>) -> (bool, u8, &'d str) {
    let location = match draft.parameter.location {
        ParameterLocation::Path => 0,
        ParameterLocation::Query => 1,
        ParameterLocation::Header => 2,
        ParameterLocation::Cookie => 3,
    };
    (!draft.is_exact(), location, &draft.parameter.wire_name)
}

/// Returns `true` if a call may have a method or an argument of this name.
fn is_of_call(name: &str) -> bool {
    CALL_METHODS.contains(&name) || name == BODY
}

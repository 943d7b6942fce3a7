//! The information in an `operationId` beyond the method and the path.
//!
//! ```text
//! getConversation            GET  /conversations/{id}     written: get conversation
//! UsersController_findAll    GET  /users                  written: find all
//! getUserUsingGET_1          GET  /users/{id}             written: get user
//! PostCustomersCustomer      POST /customers/{customer}   generated: it repeats method and path
//! beta_messages_post         POST /v1/messages            generated, after `beta`
//! add_pet_pets__id__post     POST /pets/{id}              written: add pet; FastAPI added path and method
//! users_partial_update       PATCH /users/{id}            generated, with the verb partial update
//! user_keys_revoke           POST /users/{id}/keys/revoke generated: the path has the verb
//! ```

use super::resource_path::{ResourcePath, Step};
use super::verbs::{is_action, is_http_method, is_reading, trailing_verb};
use crate::hash::HashMap;
use crate::ir::Operation;
use crate::names::identifier::split_words;
use crate::names::inflection::singular;

/// The maximum number of words of an id that are compared with a path.
const LONGEST: usize = 64;

/// The contents of an `operationId`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum IdWords {
    /// Words chosen by the provider.
    Written(Vec<String>),
    /// The method and the path.
    Generated {
        /// The words before it, such as `beta`.
        prefix: Vec<String>,
        /// The verb, if it is not the HTTP method.
        verb: Option<Vec<String>>,
    },
}

impl IdWords {
    /// Parses the id of an operation; `lists` is `true` if it may be a `GET` of a list. Without an id, only the path is
    /// used.
    pub(crate) fn of(operation: &Operation, path: &ResourcePath, lists: bool) -> Self {
        match &operation.id {
            Some(id) => read(id, &operation.method, path, lists),
            None => Self::generated(&[], None),
        }
    }

    fn generated(prefix: &[String], verb: Option<&[String]>) -> Self {
        Self::Generated { prefix: prefix.to_vec(), verb: verb.map(<[String]>::to_vec) }
    }
}

fn read(id: &str, method: &str, path: &ResourcePath, lists: bool) -> IdWords {
    let method = method.to_ascii_lowercase();
    let words = id_words(id, &method);
    let is_qualified = id.contains(['.', '/', ':']);
    if let Some((_, before)) = words.split_last().filter(|(last, _)| **last == method) {
        if let Some(function) = fastapi_function(id, &method, before, path) {
            return IdWords::Written(function.to_vec());
        }
        let found = matching(before, path, Form::Loose).filter(|_| !matches!(&*method, "head" | "options"));
        // `pull-request-stacks/get` says more than `GET /stacks/{id}`.
        if let Some(found) = found.filter(|found| found.prefix == 0 || !is_qualified) {
            return IdWords::generated(&before[..found.prefix], None);
        }
    }
    if let Some((_, after)) = words.split_first().filter(|(first, _)| **first == method) {
        let is_crud = matches!(&*method, "get" | "patch" | "delete");
        let found = matching(after, path, if is_crud { Form::Exact } else { Form::Loose });
        let repeats = found.filter(|found| found.prefix == 0);
        let is_reading = path.segments.last().is_some_and(|last| is_reading(&last.words));
        // Providers do not spell out a whole path, but names such as `getHealth` are common.
        let is_certain = !is_crud || lists || is_reading || path.segments.len() > 2;
        let is_repetition = repeats.is_some_and(|found| is_certain || found.parameters > 0);
        if is_repetition || (!is_crud && ends_with(path, after)) {
            return IdWords::generated(&[], None);
        }
    }
    // `message_batches_cancel` has no word beyond the path, whose last part is the verb.
    let is_deed = method == "post" && path.segments.last().is_some_and(|last| is_action(&last.words));
    if !is_qualified && is_deed && path.segments.len() > 1 {
        let found = matching(&words, path, Form::Loose).map(|found| &words[..found.prefix]);
        if let Some(prefix) = found.filter(|prefix| prefix.is_empty() || *prefix == path.query) {
            return IdWords::generated(prefix, None);
        }
    }
    let (nouns, verb) = words.split_at(words.len() - trailing_verb(&words));
    if !verb.is_empty() && !is_qualified {
        let prefix = match matching(nouns, path, Form::Loose) {
            Some(found) => Some(&nouns[..found.prefix]),
            // `admin_api_keys_get` of `GET /organization/admin_api_keys/{key_id}` repeats the end of the path.
            None => ends_with(path, nouns).then_some(&[][..]),
        };
        if let Some(prefix) = prefix {
            let verb = Some(verb).filter(|verb| !verb.first().is_some_and(|word| is_http_method(word)));
            return IdWords::generated(prefix, verb);
        }
    }
    IdWords::Written(words)
}

/// Returns the words of an id without those that frameworks add.
fn id_words(id: &str, method: &str) -> Vec<String> {
    let name = without_suffix(without_controller(id));
    // `Post3dSecure` has no capital after the method.
    match name.split_at_checked(method.len()) {
        Some((first, rest)) if first.eq_ignore_ascii_case(method) && rest.starts_with(|c: char| c.is_ascii_digit()) => {
            [vec![method.to_owned()], split_words(rest)].concat()
        }
        _ => split_words(name),
    }
}

/// Returns the words of a function from a FastAPI id, which ends with the whole path and the method.
fn fastapi_function<'w>(id: &str, method: &str, before: &'w [String], path: &ResourcePath) -> Option<&'w [String]> {
    if !id.ends_with(&format!("_{method}")) {
        return None;
    }
    let end = match path.steps.is_empty() {
        true => id.ends_with(&format!("__{method}")).then_some(before.len())?,
        false => matching(before, path, Form::Whole)?.prefix,
    };
    (end > 0).then_some(&before[..end])
}

/// Removes the class that NestJS prepends to the function: `PetsController_findOne`.
fn without_controller(id: &str) -> &str {
    match id.split_once('_') {
        Some((class, function)) if class.ends_with("Controller") && !function.is_empty() => function,
        _ => id,
    }
}

/// Removes the suffixes that Spring appends to functions: `getUserUsingGET_1`, `getUser_1`.
fn without_suffix(id: &str) -> &str {
    let numbered = id.rsplit_once('_').filter(|(_, number)| number.chars().all(|c| c.is_ascii_digit()));
    let name = numbered.map_or(id, |(name, _)| name);
    if let Some((function, method)) = name.rsplit_once("Using")
        && !function.is_empty()
        && is_http_method(&method.to_ascii_lowercase())
        && method.chars().all(|c| c.is_ascii_uppercase())
    {
        return function;
    }
    // Names in snake case may end with a number of their own.
    if numbered.is_some() && name.chars().all(char::is_alphanumeric) { name } else { id }
}

/// The way in which the words of an id repeat a path.
#[derive(Clone, Copy, Debug)]
struct Match {
    /// The number of words before the path.
    prefix: usize,
    /// The number of parameters among the words.
    parameters: usize,
}

/// The agreement between the words of an id and a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// All parts of the path are present in full, as in FastAPI ids.
    Whole,
    /// The literals are those of the path. Versions and parameters may be missing or abbreviated.
    Exact,
    /// Like `Exact`, but literals may be singular or plural.
    Loose,
}

/// Matches the end of `words` with a path.
fn matching(words: &[String], path: &ResourcePath, form: Form) -> Option<Match> {
    if path.segments.is_empty() { None } else { matching_steps(words, &path.steps, &path.selector, form) }
}

/// Returns `true` if words are the end of a path from one of its literals on.
fn ends_with(path: &ResourcePath, words: &[String]) -> bool {
    let starts = (0..path.steps.len()).filter(|start| matches!(path.steps[*start], Step::Literal(_)));
    let mut matches = starts.map(|start| matching_steps(words, &path.steps[start..], &path.selector, Form::Loose));
    matches.any(|found| found.is_some_and(|found| found.prefix == 0))
}

fn matching_steps(words: &[String], steps: &[Step], selector: &[String], form: Form) -> Option<Match> {
    if words.len() > LONGEST || steps.len() > LONGEST {
        return None;
    }
    (0..words.len()).find_map(|prefix| {
        // The words that are matched so far, with the number of parameters among them.
        let mut reached = HashMap::from_iter([(prefix, 0_usize)]);
        for step in steps {
            let mut next = HashMap::default();
            for (at, parameters) in reached {
                for length in lengths(step, &words[at..], form) {
                    let named = usize::from(step.parameter().is_some() && length > 0);
                    let best = next.entry(at + length).or_insert(0);
                    *best = (parameters + named).max(*best);
                }
            }
            reached = next;
        }
        if !selector.is_empty() {
            let ends = reached.iter().filter_map(|(at, parameters)| {
                starts_with(&words[*at..], selector, form).then_some((at + selector.len(), *parameters))
            });
            let ends: Vec<_> = ends.collect();
            reached.extend(ends);
        }
        reached.get(&words.len()).map(|parameters| Match { prefix, parameters: *parameters })
    })
}

/// Returns the numbers of words at the beginning of `words` that a part of a path may match.
fn lengths(step: &Step, words: &[String], form: Form) -> Vec<usize> {
    let matched = |own: &[String]| starts_with(words, own, form).then_some(own.len());
    match step {
        Step::Literal(own) => matched(own).into_iter().collect(),
        Step::Empty(own) | Step::Parameter(own) if form == Form::Whole => matched(own).into_iter().collect(),
        Step::Empty(own) => matched(own).into_iter().chain([0]).collect(),
        Step::Parameter(own) => {
            let by = usize::from(words.first().is_some_and(|word| word == "by"));
            let short = own.last().cloned().into_iter().collect::<Vec<_>>();
            let forms = [own.clone(), short, vec!["id".to_owned()]];
            let named = forms.iter().filter(|own| starts_with(&words[by..], own, form)).map(|own| own.len() + by);
            named.chain([0]).collect()
        }
    }
}

/// Returns `true` if words begin with other words.
fn starts_with(words: &[String], own: &[String], form: Form) -> bool {
    let is_same = |word: &String, own: &String| word == own || (form == Form::Loose && singular(word) == singular(own));
    words.len() >= own.len() && words.iter().zip(own).all(|(word, own)| is_same(word, own))
}

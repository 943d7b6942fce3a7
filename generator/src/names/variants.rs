//! Names of enum values and union variants.
//!
//! ```text
//! enum Runtime       STATUS$READY, CHAT$CLOSED         Ready, Closed
//! enum EventType     response.created, response.failed   ResponseCreated, ResponseFailed
//! enum OrderStatus   STATUS_OPEN, SHUT                   Open, Shut
//! enum Access        read_only, read_write               ReadOnly, ReadWrite
//! enum Order         ASC, asc, Asc                       AscUpper, Asc, AscMixed
//! union Item         ItemMessage                         Message
//! ```
//!
//! Whether a word is dropped depends on the value alone, so that a new value renames no other.

use std::iter;

use super::file_name::fingerprint;
use super::identifier::{pascal, spelled_words, split_words};
use super::inflection::plural;
use super::locked::{LockedNames, is_snake};
use super::scope::Scope;
use crate::hash::HashMap;
use crate::ir::{Api, Scalar, Type, TypeId, TypeKind, Union, Variant};
use crate::settings::Locked;
use crate::source::Pointer;

/// The prefix of a value that starts with a digit.
const PREFIX: &str = "Value";

/// Reserved names of variants: the catch-all, the constant with all variants, and the keyword that cannot be raw.
const RESERVED: &[&str] = &["Unknown", "VARIANTS", "Self"];

/// A value to be named: its text and, if the document defines one, its name.
pub(crate) struct NamedValue<'a> {
    /// The value, as text.
    pub(crate) text: &'a str,
    /// The document's name for the value.
    pub(crate) name: Option<&'a str>,
}

/// A value that is being named.
struct ValueDraft<'a> {
    /// The text that its name is derived from: the document's name, or the value without the words of the enum's name.
    text: &'a str,
    /// The name without regard to other values.
    plain: String,
    /// Whether the name does not depend on the other values of the enum: that of a value in snake case whose first word
    /// is not a word of the enum's name, so that no prefix can be dropped.
    is_certain: bool,
}

impl<'a> ValueDraft<'a> {
    fn new(value: &NamedValue<'a>, enum_words: &[String]) -> Self {
        if let Some(name) = value.name {
            return Self { text: name, plain: pascal(&split_words(name), PREFIX), is_certain: false };
        }
        let words = split_words(value.text);
        let begins_differently = words.first().is_some_and(|word| !enum_words.contains(word))
            && value.text.starts_with(|c: char| c.is_ascii_alphanumeric());
        if begins_differently && !value.text.contains('$') {
            return Self { text: value.text, plain: pascal(&words, PREFIX), is_certain: is_snake(value.text) };
        }
        let text = without_prefix(enum_words, value.text);
        Self { text, plain: pascal(&split_words(text), PREFIX), is_certain: false }
    }
}

/// Returns names for the values of an enum called `enum_name`.
///
/// The words of a value are kept, except for a namespace or a prefix that repeats the end of the enum's name. Values whose
/// names are then equal are distinguished by their signs or, if they differ only in case, by a word for the case.
pub(crate) fn value_names(
    enum_name: &str,
    values: &[NamedValue<'_>],
    origin: &Pointer,
    lock: &LockedNames<'_>,
) -> Vec<String> {
    let enum_words = split_words(enum_name);
    let drafts: Vec<ValueDraft<'_>> = values.iter().map(|value| ValueDraft::new(value, &enum_words)).collect();
    let mut names: Vec<String> = drafts.iter().map(|draft| draft.plain.clone()).collect();
    let mut by_name: Vec<usize> = (0..drafts.len()).collect();
    by_name.sort_by_key(|&at| &drafts[at].plain);
    for places in by_name.chunk_by(|&one, &other| drafts[one].plain == drafts[other].plain) {
        if places.len() > 1 {
            tell_apart(&drafts, places, &mut names);
        }
    }
    let mut scope = Scope::new(RESERVED.iter().copied());
    let claimed =
        values.iter().map(|value| lock.claim(Locked::Variant, format_args!("{enum_name}.{}", value.text), &mut scope));
    let mut own: Vec<Option<String>> = claimed.collect();
    // Names are claimed in the order of the values as text, which reordering the enum does not change.
    let mut order: Vec<usize> = (0..values.len()).filter(|&at| own[at].is_none()).collect();
    order.sort_by_key(|&at| values[at].text);
    for &at in &order {
        let ValueDraft { plain, is_certain, .. } = &drafts[at];
        own[at] = (*is_certain && scope.take(plain)).then(|| plain.clone());
    }
    for at in order {
        own[at].get_or_insert_with(|| scope.claim(candidates(&names[at], values[at].text)));
    }
    let names: Vec<String> = own.into_iter().map(Option::unwrap_or_default).collect();
    for ((value, draft), name) in values.iter().zip(&drafts).zip(&names) {
        let key = format_args!("{enum_name}.{}", value.text);
        lock.note(Locked::Variant, key, name, draft.is_certain && draft.plain == *name, origin);
    }
    names
}

/// Returns the names that a value may have, in order of preference.
fn candidates(name: &str, text: &str) -> impl Iterator<Item = String> {
    iter::once_with(move || name.to_owned())
        .chain(iter::once_with(move || format!("{name}Value")))
        .chain(iter::once_with(move || format!("{name}X{:08x}", fingerprint(text))))
}

/// Renames values whose plain names are equal.
fn tell_apart(drafts: &[ValueDraft<'_>], places: &[usize], names: &mut [String]) {
    let text = |at: usize| drafts[at].text;
    let mut spelled: HashMap<String, Vec<usize>> = HashMap::default();
    for &at in places {
        spelled.entry(pascal(&spelled_words(text(at)), PREFIX)).or_default().push(at);
    }
    for (name, mut equal) in spelled {
        // Of `asc`, `Asc` and `ASC`, the one in lower case, or the one nearest to it, gets the plain name; of `ﬁ` and
        // `fi`, the one whose letters are those of the name.
        equal.sort_by_key(|&at| (letter_case(text(at)), !text(at).is_ascii(), text(at)));
        for (position, at) in equal.into_iter().enumerate() {
            let case = if position == 0 { "" } else { letter_case(text(at)).word() };
            names[at] = format!("{name}{case}");
        }
    }
}

/// The case of the letters of a value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum LetterCase {
    Lower,
    Mixed,
    Upper,
}

impl LetterCase {
    fn word(self) -> &'static str {
        match self {
            Self::Lower => "Lower",
            Self::Mixed => "Mixed",
            Self::Upper => "Upper",
        }
    }
}

fn letter_case(text: &str) -> LetterCase {
    match (text.contains(char::is_lowercase), text.contains(char::is_uppercase)) {
        (_, false) => LetterCase::Lower,
        (true, true) => LetterCase::Mixed,
        (false, true) => LetterCase::Upper,
    }
}

/// Removes the namespace before a `$` (`STATUS$READY`), or a prefix that repeats the last words of the enum's name
/// (`ORDER_STATUS_OPEN` and `STATUS_OPEN` in `OrderStatus`); other prefixes carry meaning (`order_received`).
fn without_prefix<'a>(enum_words: &[String], text: &'a str) -> &'a str {
    let is_good = |rest: &&str| {
        let name = pascal(&split_words(rest), PREFIX);
        rest.starts_with(char::is_alphabetic) && !RESERVED.contains(&name.as_str())
    };
    let rest = match text.rsplit_once('$') {
        Some((_, rest)) => Some(rest),
        None => {
            let ends = text.match_indices(|c: char| c.is_ascii_punctuation()).map(|(at, sign)| at + sign.len());
            let repeats = |end: &usize| enum_words.ends_with(&split_words(&text[..*end]));
            ends.take(enum_words.len()).filter(repeats).last().map(|end| &text[end..])
        }
    };
    rest.filter(is_good).unwrap_or(text)
}

/// Returns names for the variants of a union called `union_name`.
pub(crate) fn variant_names(
    api: &Api,
    union_name: &str,
    outer_name: Option<&str>,
    union: &Union,
    type_name: &dyn Fn(TypeId) -> String,
    lock: &LockedNames<'_>,
) -> Vec<String> {
    let mut scope = Scope::new(RESERVED.iter().copied());
    let ids = variant_ids(api, union_name, union, type_name);
    let locked = |id: &VariantId| match id.lock_key() {
        Some(key) => lock.claim(Locked::Variant, key, &mut scope),
        None => lock.claim_override(Locked::Variant, &id.text, &mut scope),
    };
    let mut own: Vec<Option<String>> = ids.iter().map(locked).collect();
    let mut contexts = vec![union_name];
    contexts.extend(outer_name);
    let short = short_names(api, union, &contexts, type_name);
    // Variants claim names in the order of their own names and types as text, which reordering the union does not change.
    let mut order: Vec<(Option<&String>, String, usize)> = union
        .variants
        .iter()
        .enumerate()
        .map(|(at, variant)| (variant.names.first(), type_words(api, &variant.type_, type_name), at))
        .filter(|(.., at)| own[*at].is_none())
        .collect();
    order.sort();
    for (_, type_words, at) in order {
        let mut candidates: Vec<String> =
            union.variants[at].names.iter().map(|name| pascal(&split_words(name), "Variant")).collect();
        candidates.extend(short.get(at).cloned().flatten());
        candidates.push(type_words);
        let value = candidates.first().map_or_else(String::new, |first| format!("{first}Value"));
        candidates.extend([value, format!("Variant{}", at + 1)]);
        own[at] = Some(scope.claim(candidates));
    }
    let names: Vec<String> = own.into_iter().map(Option::unwrap_or_default).collect();
    for ((variant, name), id) in union.variants.iter().zip(&names).zip(&ids) {
        if let Some(key) = id.lock_key() {
            lock.note(Locked::Variant, key, name, false, &variant.origin);
        }
    }
    names
}

/// The identity of a variant in overrides and in the lock.
pub(crate) struct VariantId {
    /// The union with the variant's type, or else its tag or kind; or with its location, if that is not unique.
    pub(crate) text: String,
    is_unique: bool,
}

impl VariantId {
    /// Returns the key in the lock. A location is not a key, because it changes with the order of the variants.
    pub(crate) fn lock_key(&self) -> Option<&str> {
        self.is_unique.then_some(self.text.as_str())
    }
}

/// Returns the identity of each variant of a union.
pub(crate) fn variant_ids(
    api: &Api,
    union_name: &str,
    union: &Union,
    type_name: &dyn Fn(TypeId) -> String,
) -> Vec<VariantId> {
    let key = |variant: &Variant| match (&variant.type_, variant.names.first()) {
        (Type::Named(id), _) => type_name(*id),
        (_, Some(name)) => name.clone(),
        (type_, None) => type_words(api, type_, type_name),
    };
    let keys: Vec<String> = union.variants.iter().map(key).collect();
    let mut counts: HashMap<&str, usize> = HashMap::default();
    keys.iter().for_each(|key| *counts.entry(key).or_default() += 1);
    let ids = union.variants.iter().zip(&keys).map(|(variant, key)| {
        let is_unique = counts.get(key.as_str()) == Some(&1);
        let text = if is_unique { format!("{union_name}.{key}") } else { format!("{union_name}.{}", variant.origin) };
        VariantId { text, is_unique }
    });
    ids.collect()
}

/// Returns the name of each type without the union's name, unless several variants would have it.
fn short_names(
    api: &Api,
    union: &Union,
    contexts: &[&str],
    type_name: &dyn Fn(TypeId) -> String,
) -> Vec<Option<String>> {
    let short = union.variants.iter().map(|variant| match &variant.type_ {
        Type::Named(id) if variant.names.is_empty() => {
            let name = type_name(*id);
            let short = contexts.iter().find_map(|context| without_context(context, &name));
            short.filter(|short| !RESERVED.contains(&short.as_str()))
        }
        _ => None,
    });
    let short: Vec<Option<String>> = short.collect();
    let others = union.variants.iter().map(|variant| match variant.names.first() {
        Some(name) => pascal(&split_words(name), "Variant"),
        None => type_words(api, &variant.type_, type_name),
    });
    let others: Vec<String> = others.collect();
    let mut counts: HashMap<&str, usize> = HashMap::default();
    short.iter().flatten().chain(&others).for_each(|name| *counts.entry(name).or_default() += 1);
    let is_alone = |name: &&String| counts.get(name.as_str()) == Some(&1);
    short.iter().map(|name| name.as_ref().filter(is_alone).cloned()).collect()
}

/// Removes the union's name: `ItemMessage` and `MessageItem` in the union `Item` become `Message`.
fn without_context(union_name: &str, name: &str) -> Option<String> {
    let context = split_words(union_name);
    let own = split_words(name);
    let shared_start = own.iter().zip(&context).take_while(|(a, b)| a == b).count();
    let rest = &own[shared_start..];
    let shared_end = rest.iter().rev().zip(context.iter().rev()).take_while(|(a, b)| a == b).count();
    let rest = if shared_end < rest.len() { &rest[..rest.len() - shared_end] } else { rest };
    let starts_with_letter = rest.first().is_some_and(|word| word.starts_with(char::is_alphabetic));
    (starts_with_letter && rest.len() < own.len()).then(|| pascal(rest, "Variant"))
}

/// Returns the default name of a variant of a type.
fn type_words(api: &Api, type_: &Type, type_name: &dyn Fn(TypeId) -> String) -> String {
    let word = match type_ {
        Type::Scalar(scalar) => scalar.noun(),
        Type::Map(_) => "Object",
        Type::Tuple(_) => "Tuple",
        Type::Nullable(inner) => return type_words(api, inner, type_name),
        Type::Custom(custom) => custom.path.rsplit("::").next().unwrap_or(&custom.path).trim_start_matches("r#"),
        Type::Named(id) => return type_name(*id),
        Type::Array(element) => return list_name(api, element, type_name),
    };
    word.to_owned()
}

fn list_name(api: &Api, element: &Type, type_name: &dyn Fn(TypeId) -> String) -> String {
    match element {
        Type::Scalar(Scalar::Any) | Type::Nullable(_) | Type::Map(_) | Type::Array(_) | Type::Tuple(_) => {
            "List".to_owned()
        }
        Type::Named(id) if matches!(api.definition(*id).kind, TypeKind::Alias(_)) => "List".to_owned(),
        element => {
            let mut words = split_words(&type_words(api, element, type_name));
            if let Some(last) = words.last_mut() {
                *last = plural(last);
            }
            pascal(&words, "List")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::NamesLock;

    fn names(enum_name: &str, values: &[&str]) -> Vec<String> {
        let values: Vec<_> = values.iter().map(|text| NamedValue { text, name: None }).collect();
        let lock = NamesLock::default();
        value_names(enum_name, &values, &Pointer::root(), &LockedNames::new(&lock))
    }

    #[test]
    fn new_value_renames_no_other() {
        assert_eq!(names("OrderStatus", &["STATUS_OPEN"]), ["Open"]);
        assert_eq!(names("OrderStatus", &["OTHER", "STATUS_OPEN"]), ["Other", "Open"]);
    }

    #[test]
    fn namespaces_and_the_name_of_the_enum_are_dropped() {
        assert_eq!(names("Runtime", &["STATUS$READY", "CHAT_INTERFACE$STOPPED"]), ["Ready", "Stopped"]);
        assert_eq!(names("EventType", &["response.created", "response.failed"]), ["ResponseCreated", "ResponseFailed"]);
        assert_eq!(
            names("OrderStatus", &["STATUS_OPEN", "ORDER_STATUS_SHUT", "order_sent"]),
            ["Open", "Shut", "OrderSent"]
        );
        assert_eq!(names("Access", &["read_only", "read_write"]), ["ReadOnly", "ReadWrite"]);
        assert_eq!(names("Model", &["gpt-3.5", "gpt-3.1"]), ["Gpt3_5", "Gpt3_1"]);
    }

    #[test]
    fn values_that_differ_little_are_told_apart() {
        assert_eq!(names("Order", &["ASC", "asc", "Asc"]), ["AscUpper", "Asc", "AscMixed"]);
        assert_eq!(names("Text", &["", "empty", "EMPTY"]), ["EmptyString", "Empty", "EmptyUpper"]);
        assert_eq!(names("Age", &["<5", ">5"]), ["Less5", "Greater5"].map(|n| n.to_owned()));
        assert_eq!(names("Sort", &["created_at", "-created_at"]), ["CreatedAt", "MinusCreatedAt"]);
        assert_eq!(names("State", &["unknown", "Self"]), ["UnknownValue", "SelfValue"]);
        assert_eq!(names("Reaction", &["+1", "-1", "", "*"]), ["Plus1", "Minus1", "Empty", "Asterisk"]);
    }

    #[test]
    fn a_variant_is_called_what_the_union_does_not_say() {
        assert_eq!(without_context("Item", "ItemMessage").as_deref(), Some("Message"));
        assert_eq!(without_context("Item", "MessageItem").as_deref(), Some("Message"));
        assert_eq!(without_context("Item", "Item"), None);
        assert_eq!(without_context("Item", "Call"), None);
    }
}

//! Mistakes in structs that are JSON objects.

use apiarist_derive::Object;
use std::collections::BTreeMap;

struct Maybe<T>(T);

#[derive(Object)]
#[object]
#[object(old)]
#[object("type" = "message")]
#[object(is("type"), is(kind, "message"), is("type", message), is)]
#[wire("Settings")]
struct Settings {}

#[derive(Object)]
#[object(new)]
struct Presences {
    #[wire(nullable)]
    required: String,
    #[wire(keep_null)]
    maybe: Maybe<String>,
    #[wire(write_only)]
    write_only: String,
    #[wire(nullable, keep_null)]
    both: Option<String>,
    #[wire(nullable, write_only)]
    nullable_write_only: Option<String>,
    #[wire(optional)]
    unknown_word: Option<String>,
    #[wire(1)]
    number: i64,
}

#[derive(Object)]
#[object(new, is("type", "message"))]
struct Names {
    #[wire("a", "b")]
    two: String,
    #[wire("type")]
    constant: String,
    once: String,
    #[wire("once")]
    again: String,
    #[wire = "c"]
    equals: String,
    #[object(new)]
    elsewhere: String,
    #[wire(rest)]
    rest: BTreeMap<String, String>,
    #[wire(rest)]
    more: BTreeMap<String, String>,
    #[wire(rest, "x")]
    named_rest: BTreeMap<String, String>,
}

#[derive(Object)]
#[object(new)]
struct Setters {
    #[wire(setter = "set size")]
    two_words: Option<i64>,
    #[wire(setter = set_size)]
    no_literal: Option<i64>,
    #[wire(setter = 7)]
    number: Option<i64>,
    #[wire(setter = "set_required")]
    required: i64,
    #[wire(into)]
    text: Option<String>,
    #[wire(null_setter = "no_size")]
    size: Option<i64>,
    #[wire(null_setter = "no size")]
    age: Maybe<i64>,
}

//! Writes code that requires the derived traits of a client's types.
//!
//! ```text
//! #[derive(Clone, Copy, Object)]          →   has::<types::Pet>() where T: Copy + Eq
//! #[object(Debug, PartialEq, Eq)]
//! pub struct Pet { …
//! ```

use std::fmt::Write as _;

use apiarist::files::Files;
use syn::{Attribute, Item, Meta, Token, punctuated::Punctuated};

/// The traits that a type has only if all its parts have them or the settings add them.
const TRAITS: [(&str, &str); 6] = [
    ("Copy", "std::marker::Copy"),
    ("Eq", "std::cmp::Eq"),
    ("PartialOrd", "std::cmp::PartialOrd"),
    ("Ord", "std::cmp::Ord"),
    ("Hash", "std::hash::Hash"),
    ("Default", "std::default::Default"),
];

/// The attributes that list traits.
const LISTS: [&str; 5] = ["derive", "object", "union", "string_enum", "integer_enum"];

/// Returns functions that compile if the types of a client implement the traits derived in these files.
pub fn uses(files: &Files) -> String {
    let mut text = String::new();
    let types = files.iter().filter(|(path, _)| path.to_string_lossy().replace('\\', "/").contains("/types/"));
    for (number, (path, source)) in types.enumerate() {
        let file = syn::parse_file(source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for (at, item) in file.items.iter().enumerate() {
            let (name, attributes) = match item {
                Item::Struct(item) => (&item.ident, &item.attrs),
                Item::Enum(item) => (&item.ident, &item.attrs),
                _ => continue,
            };
            let bounds = bounds(attributes);
            if !bounds.is_empty() {
                let bounds = bounds.join(" + ");
                let _ = write!(
                    text,
                    "\nfn derives_{number}_{at}() {{\n    fn has<T: {bounds}>() {{}}\n    has::<types::{name}>();\n}}\n"
                );
            }
        }
    }
    text
}

fn bounds(attributes: &[Attribute]) -> Vec<&'static str> {
    let lists = attributes.iter().filter(|attribute| LISTS.iter().any(|name| attribute.path().is_ident(name)));
    let arguments = lists.flat_map(|list| {
        list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).expect("a list of traits and settings")
    });
    let arguments: Vec<Meta> = arguments.collect();
    let is_derived = |name: &str| arguments.iter().any(|argument| argument.path().is_ident(name));
    TRAITS.iter().filter(|(name, _)| is_derived(name)).map(|(_, path)| *path).collect()
}

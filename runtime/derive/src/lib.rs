//! Derive macros of generated Apiarist clients.
//!
//! `apiarist-runtime` re-exports them and should be used instead, because their output refers to that crate.
//!
//! | derive | for | attributes |
//! | --- | --- | --- |
//! | [`Object`](macro@Object) | structs that are JSON objects | `#[object(…)]`, on fields `#[wire(…)]` |
//! | [`StringEnum`](macro@StringEnum) | open enums of strings | `#[string_enum(…)]`, on variants `#[wire(…)]` |
//! | [`IntegerEnum`](macro@IntegerEnum) | open enums of integers | `#[integer_enum(…)]`, on variants `#[wire(…)]` |
//! | [`TaggedUnion`](macro@TaggedUnion) | enums of objects that are distinguished by one property | `#[union(…)]`, on variants `#[wire(…)]`, `#[union(…)]` |
//! | [`Union`](macro@Union) | enums whose variants are distinguished by the shape of the value | `#[union(…)]`, on variants `#[shape(…)]`, `#[union(…)]` |
//! | [`Multipart`](macro@Multipart) | structs that are sent as multipart forms | `#[object(…)]`, on fields `#[part(…)]` |
//! | [`MultipartUnion`](macro@MultipartUnion) | enums of multipart forms | `#[union(…)]`, on variants `#[union(…)]` |
//! | [`Newtype`](macro@Newtype) | structs around one value | |
//! | [`StatusEnum`](macro@StatusEnum) | enums of responses by status | on variants `#[status(…)]` |
//!
//! All attributes have the syntax of `Meta`: words, literals, `name = literal` and `name(…)`, separated by commas. A
//! literal is a string, an integer or another number, `true`, `false` or `null`. Tags and values of integer enums are always
//! explicit. By default, a field has its own name on the wire, and a string enum's variant has its name in snake case.
//! `rename_all = "camelCase"` selects another rule for all of them, as in `serde`, and `#[wire("createdAt")]` another name.
//!
//! `Object`, the enums of scalars and the unions also implement traits of the standard library, which are listed in the
//! attribute of the item: `#[object(Debug, PartialEq)]`. Standard derives work as well, but take longer to compile.
//!
//! The derives parse tokens and write implementations as text, without `syn` and `quote`: generated code has neither
//! generics nor lifetimes, so there is little to parse, and the crate builds in a fraction of a second. Everything that
//! does not refer to the type by name is a function of the module `tables` of the runtime.

mod attribute;
mod constructor;
mod enumeration;
mod errors;
mod field;
mod item;
mod multipart;
mod multipart_union;
mod naming_rule;
mod newtype;
mod object;
mod output;
mod renaming;
mod standard_traits;
mod status_enum;
mod tagged_union;
#[cfg(test)]
mod tests;
mod tokens;
mod union;
mod written_type;

use errors::Errors;
use item::{Attributes, Item};
use output::Output;
use proc_macro::TokenStream;
use tokens::TokenStream as Tokens;

/// A function that expands a derive. It returns `None` after an error that leaves nothing to expand.
type Expand = fn(&Item, &mut Errors) -> Option<Output>;

/// Expands a derive, or returns all errors of the item.
fn derive(input: Tokens, attributes: Attributes, expand: Expand) -> Result<Output, Errors> {
    let mut errors = Errors::default();
    let item = Item::parse(input, attributes, &mut errors);
    match item.and_then(|item| expand(&item, &mut errors)) {
        Some(output) if errors.is_empty() => Ok(output),
        _ => Err(errors),
    }
}

/// Runs a derive for the compiler. In unit tests, the token types are not those of the compiler.
#[allow(clippy::useless_conversion, reason = "outside of unit tests the types are the same")]
fn run(input: TokenStream, attributes: Attributes, expand: Expand) -> TokenStream {
    derive(input.into(), attributes, expand).map_or_else(Errors::into_compile_errors, Output::into_tokens).into()
}

#[doc = include_str!("../docs/object.md")]
#[proc_macro_derive(Object, attributes(object, wire))]
pub fn object(input: TokenStream) -> TokenStream {
    run(input, object::ATTRIBUTES, object::expand)
}

#[doc = include_str!("../docs/string_enum.md")]
#[proc_macro_derive(StringEnum, attributes(string_enum, wire))]
pub fn string_enum(input: TokenStream) -> TokenStream {
    run(input, enumeration::STRING_ATTRIBUTES, enumeration::expand_strings)
}

#[doc = include_str!("../docs/integer_enum.md")]
#[proc_macro_derive(IntegerEnum, attributes(integer_enum, wire))]
pub fn integer_enum(input: TokenStream) -> TokenStream {
    run(input, enumeration::INTEGER_ATTRIBUTES, enumeration::expand_integers)
}

#[doc = include_str!("../docs/tagged_union.md")]
#[proc_macro_derive(TaggedUnion, attributes(union, wire))]
pub fn tagged_union(input: TokenStream) -> TokenStream {
    run(input, tagged_union::ATTRIBUTES, tagged_union::expand)
}

#[doc = include_str!("../docs/union.md")]
#[proc_macro_derive(Union, attributes(union, shape))]
pub fn union(input: TokenStream) -> TokenStream {
    run(input, union::ATTRIBUTES, union::expand)
}

#[doc = include_str!("../docs/multipart.md")]
#[proc_macro_derive(Multipart, attributes(object, part))]
pub fn multipart(input: TokenStream) -> TokenStream {
    run(input, multipart::ATTRIBUTES, multipart::expand)
}

#[doc = include_str!("../docs/multipart_union.md")]
#[proc_macro_derive(MultipartUnion, attributes(union))]
pub fn multipart_union(input: TokenStream) -> TokenStream {
    run(input, multipart_union::ATTRIBUTES, multipart_union::expand)
}

#[doc = include_str!("../docs/status_enum.md")]
#[proc_macro_derive(StatusEnum, attributes(status))]
pub fn status_enum(input: TokenStream) -> TokenStream {
    run(input, status_enum::ATTRIBUTES, status_enum::expand)
}

#[doc = include_str!("../docs/newtype.md")]
#[proc_macro_derive(Newtype)]
pub fn newtype(input: TokenStream) -> TokenStream {
    run(input, newtype::ATTRIBUTES, newtype::expand)
}

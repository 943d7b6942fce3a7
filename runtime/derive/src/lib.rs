//! Derive macros of generated Apiarist clients.
//!
//! `apiarist-runtime` re-exports them and should be used instead, because their output refers to that crate.
//!
//! | derive | for | attributes |
//! | --- | --- | --- |
//! | [`Object`](macro@Object) | structs that are JSON objects | `#[object(…)]`, on fields `#[wire(…)]` |
//! | [`StringEnum`](macro@StringEnum), [`IntegerEnum`](macro@IntegerEnum) | open enums of scalars | on variants `#[wire(…)]` |
//! | [`TaggedUnion`](macro@TaggedUnion) | enums of objects that are distinguished by one property | `#[union(…)]`, on variants `#[wire(…)]`, `#[union(…)]` |
//! | [`Union`](macro@Union) | enums whose variants are distinguished by the shape of the value | `#[union(…)]`, on variants `#[shape(…)]`, `#[union(…)]` |
//! | [`Multipart`](macro@Multipart) | structs that are sent as multipart forms | `#[object(…)]`, on fields `#[part(…)]` |
//! | [`MultipartUnion`](macro@MultipartUnion) | enums of multipart forms | `#[union(…)]`, on variants `#[union(…)]` |
//! | [`Newtype`](macro@Newtype) | structs around one value | |
//!
//! All attributes have the syntax of `Meta`: words, literals, `name = literal` and `name(…)`, separated by commas. A
//! literal is a string, an integer or another number, `true`, `false` or `null`. Names on the wire, values and tags are
//! always explicit: none is derived from a Rust name by a rule, except that a field uses its own name by default.
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
mod newtype;
mod object;
mod output;
mod shape;
mod tagged_union;
#[cfg(test)]
mod tests;
mod tokens;
mod union;
mod variants;
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

/// Implements reading and writing of a struct as a JSON object.
///
/// The type of a field, as written in the source, determines its presence on the wire:
///
/// | field | on the wire |
/// | --- | --- |
/// | `T` | always; reading fails if it is absent |
/// | `Option<T>` | unless it is `None`; null is read as `None` |
/// | `#[wire(nullable)] Option<T>` | always; `None` is written as null |
/// | `#[wire(keep_null)] Option<T>` | unless it is `None`; null is a value of `T`, for example of `Value` |
/// | `Maybe<T>` | unless it is absent; null is distinguished from absence |
/// | `#[wire(write_only)] Option<T>` | always in requests, never in responses |
/// | `#[wire(write_only)] Maybe<T>` | likewise, for a nullable property |
/// | `#[wire(rest)] BTreeMap<String, T>` | the undeclared properties |
///
/// Further arguments of `#[wire(…)]`:
///
/// * `"createdAt"`: the name on the wire, if it differs from the name of the field;
/// * `setter = "set_size"`: the name of the setter, if it differs from the name of the field;
/// * `null_setter = "clear_size"`: the name of the setter that sends null, if it differs from the name of the field
///   with the suffix `_null`.
///
/// Arguments of `#[object(…)]` on the struct:
///
/// * `is("type", "message")`: a property with a constant value. It is written first, is skipped when reading, and has
///   no field. The value is a literal or `null`.
/// * `new`: adds a constructor `new`, which takes the required, nullable and write-only fields in order, and a setter
///   for each other field, with the documentation of the field. A `Maybe<T>` has a second setter, such as
///   `hive_null()`, which sets it to null.
///
/// | field holds | `new` and setters take |
/// | --- | --- |
/// | `String`, or a type with a name and without arguments, such as an enum | `impl Into<T>` |
/// | `Vec<T>` | an iterator over values that convert into `T` |
/// | `Box<T>`, `OpaqueBox<T>` | the same as for `T` |
/// | `bool`, numbers, maps and tuples | the type itself |
///
/// With the feature `testing` of the runtime, every struct has these methods, so that tests can create responses.
///
/// ```
/// use apiarist_runtime::{Maybe, Object, Value};
/// use std::collections::BTreeMap;
///
/// /// A bee.
/// #[derive(Clone, Debug, PartialEq, Object)]
/// #[object(new, is("object", "bee"))]
/// pub struct Bee {
///     /// Its name.
///     pub name: String,
///     #[wire("hiveId")]
///     pub hive_id: Option<i64>,
///     pub queen: Maybe<Box<Bee>>,
///     #[wire(rest)]
///     pub extra: BTreeMap<String, Value>,
/// }
///
/// let bee: Bee = serde_json::from_str(r#"{"name":"Maja","hiveId":null,"age":3}"#)?;
/// assert_eq!(serde_json::to_string(&bee)?, r#"{"object":"bee","name":"Maja","age":3}"#);
/// assert_eq!(serde_json::to_string(&Bee::new("Willy").hive_id(7))?, r#"{"object":"bee","name":"Willy","hiveId":7}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[proc_macro_derive(Object, attributes(object, wire))]
pub fn object(input: TokenStream) -> TokenStream {
    run(input, object::ATTRIBUTES, object::expand)
}

/// Implements reading and writing of an enum as a string.
///
/// Each variant specifies its value: `#[wire("asc")]`. The last variant must be `Unknown(String)`, which holds every
/// other value. The derive adds the constant `VARIANTS`, `as_str`, `is_unknown`, `Display`, `AsRef<str>`,
/// `PartialEq<str>`, `From<&str>` and `From<String>`, which preserve unknown values, and `FromStr`, which rejects them.
/// The enum must implement `Clone`.
///
/// ```
/// use apiarist_runtime::StringEnum;
///
/// #[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
/// #[non_exhaustive]
/// pub enum Order {
///     #[wire("asc")]
///     Asc,
///     #[wire("desc")]
///     Desc,
///     /// A value that this version does not know.
///     Unknown(String),
/// }
///
/// assert_eq!(Order::from("asc"), Order::Asc);
/// assert_eq!(Order::Asc, "asc");
/// assert_eq!(Order::VARIANTS, [Order::Asc, Order::Desc]);
/// assert!(Order::from("random").is_unknown());
/// let error = "random".parse::<Order>().unwrap_err();
/// assert_eq!(error.to_string(), r#"expected one of "asc", "desc"; found "random""#);
/// assert_eq!(serde_json::from_str::<Order>("\"random\"")?.as_str(), "random");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[proc_macro_derive(StringEnum, attributes(wire))]
pub fn string_enum(input: TokenStream) -> TokenStream {
    run(input, enumeration::ATTRIBUTES, enumeration::expand_strings)
}

/// Implements reading and writing of an enum as an integer.
///
/// Each variant specifies its value: `#[wire(-1)]`. The last variant must be `Unknown(i64)`, `Unknown(u64)` or
/// `Unknown(i128)`, which holds every other value. The derive adds the constant `VARIANTS`, `as_i64` (or `as_u64`,
/// `as_i128`), `is_unknown`, `Display`, `From` of the integer, which preserves unknown values, and `FromStr`, which
/// rejects them. The enum must implement `Clone`.
///
/// ```
/// use apiarist_runtime::IntegerEnum;
///
/// #[derive(Clone, Debug, PartialEq, Eq, Hash, IntegerEnum)]
/// #[non_exhaustive]
/// pub enum Level {
///     #[wire(-1)]
///     Low,
///     #[wire(1)]
///     High,
///     /// A value that this version does not know.
///     Unknown(i64),
/// }
///
/// assert_eq!(serde_json::from_str::<Level>("1.0")?, Level::High);
/// assert_eq!(Level::from(7), Level::Unknown(7));
/// assert_eq!("1".parse(), Ok(Level::High));
/// assert!("7".parse::<Level>().is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[proc_macro_derive(IntegerEnum, attributes(wire))]
pub fn integer_enum(input: TokenStream) -> TokenStream {
    run(input, enumeration::ATTRIBUTES, enumeration::expand_integers)
}

/// Implements reading and writing of an enum of objects that are distinguished by one property, the tag.
///
/// `#[union(tag = "type")]` on the enum names the property. The last variant must be `Unknown(Value)`, which holds
/// objects that match no other variant. Arguments of `#[wire(…)]` on a variant:
///
/// * `"message"`: the tags that select the variant, as strings, integers or booleans;
/// * `adds_tag`: the union writes the first tag, because the type of the variant does not write one that selects the
///   variant; `adds_tag = "b"` writes another of the tags;
/// * `default`: the variant is selected by all other tags, and for objects without a tag.
///
/// `#[union(exact)]` on the enum preserves the digits of numbers that are buffered until the variant is known. It is
/// required if a variant contains an `i128` at any depth: without it, reading an `i128` of 2^53 or more may fail. It
/// makes buffering slower.
///
/// The derive adds `From` of the value of each variant, unless another variant has the same type. The conversion omits
/// a `Box` or an `OpaqueBox` around the value. Types are compared as written: a variant whose type is an alias of
/// another variant's type must be excluded with `#[union(no_from)]`.
///
/// ```
/// use apiarist_runtime::{Object, TaggedUnion, Value};
///
/// #[derive(Clone, Debug, PartialEq, Object)]
/// #[object(new, is("type", "message"))]
/// pub struct Message {
///     pub text: String,
/// }
///
/// #[derive(Clone, Debug, PartialEq, Object)]
/// pub struct Pause {}
///
/// #[derive(Clone, Debug, PartialEq, TaggedUnion)]
/// #[union(tag = "type")]
/// #[non_exhaustive]
/// pub enum Item {
///     #[wire("message", "chat_message")]
///     Message(Message),
///     #[wire("pause", adds_tag)]
///     Pause(Pause),
///     /// A value of a kind that this version does not know.
///     Unknown(Value),
/// }
///
/// let item: Item = serde_json::from_str(r#"{"text":"hum","type":"chat_message"}"#)?;
/// assert_eq!(item, Item::from(Message::new("hum")));
/// assert_eq!(serde_json::to_string(&Item::Pause(Pause {}))?, r#"{"type":"pause"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[proc_macro_derive(TaggedUnion, attributes(union, wire))]
pub fn tagged_union(input: TokenStream) -> TokenStream {
    run(input, tagged_union::ATTRIBUTES, tagged_union::expand)
}

/// Implements reading and writing of an enum whose variants are distinguished by the shape of the value.
///
/// A variant has one or more `#[shape(…)]` attributes, one of which must match. The last variant must be
/// `Unknown(Value)`. It holds values that match no other variant, and scalars that no matching variant can read, such
/// as an integer out of range. If several variants match, the most specific ones are tried first. The first variant
/// that writes the value back unchanged is selected, or else the one that preserves the most of it.
///
/// * `string`, `integer`, `number`, `boolean`: any value of the type; `string("auto", "none")` matches only these
///   values;
/// * `array`, `any`;
/// * `object`, followed by conditions that must all be met:
///   * `has("id", "name")`: the object has these properties;
///   * `is("type", "file", "image")`: the property has one of these values;
///   * `is_or_absent("role", "user")`: likewise, unless the property is absent or null;
///   * `starts("id", "file-")`: the property is a string with this prefix.
///
/// `#[union(exact)]`, `#[union(no_from)]` and the conversions are those of [`TaggedUnion`](macro@TaggedUnion). A `&str`
/// converts into the variant for strings: the `String`, or else the only variant with the shape `string` if its type
/// converts from a `&str`.
///
/// ```
/// use apiarist_runtime::{Union, Value};
/// use std::collections::BTreeMap;
///
/// #[derive(Clone, Debug, PartialEq, Union)]
/// #[non_exhaustive]
/// pub enum Stop {
///     #[shape(string)]
///     One(String),
///     #[shape(array)]
///     Many(Vec<String>),
///     #[shape(object, has("after"), is("unit", "second", "minute"))]
///     After(BTreeMap<String, Value>),
///     /// A value of a kind that this version does not know.
///     Unknown(Value),
/// }
///
/// assert_eq!(serde_json::from_str::<Stop>(r#""end""#)?, Stop::from("end"));
/// assert!(matches!(serde_json::from_str(r#"{"after":3,"unit":"second"}"#)?, Stop::After(_)));
/// assert_eq!(serde_json::from_str::<Stop>("7")?, Stop::Unknown(7.into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[proc_macro_derive(Union, attributes(union, shape))]
pub fn union(input: TokenStream) -> TokenStream {
    run(input, union::ATTRIBUTES, union::expand)
}

/// Implements writing of a struct as a multipart form.
///
/// A field is a `T`, which is always sent, or an `Option<T>`, which is omitted if it is `None`. Arguments of
/// `#[part(…)]`:
///
/// * the kind of the part: `file`, `files` (a part for each element), `text`, `texts`, `json`, or `parts` (a part for
///   each element if the value is an array, otherwise as `json`);
/// * `"purpose[]"`: the name of the part, if it differs from the name of the field;
/// * `setter = "set_size"`, as in [`Object`](macro@Object);
/// * `rest`: the field contains the undeclared parts: `#[part(file, rest)] BTreeMap<String, FilePart>`, or
///   `#[part(form, rest)] MultipartForm`.
///
/// `#[object(…)]` is that of [`Object`](macro@Object).
///
/// ```
/// use apiarist_runtime::{FilePart, Multipart, codegen::ToMultipart};
///
/// #[derive(Clone, Debug, PartialEq, Multipart)]
/// #[object(new)]
/// pub struct Upload {
///     #[part(file)]
///     pub file: FilePart,
///     #[part(text)]
///     pub purpose: String,
///     #[part(texts, "tags[]")]
///     pub tags: Option<Vec<String>>,
/// }
///
/// let upload = Upload::new(FilePart::bytes("a.txt", "bees"), "test").tags(["a", "b"]);
/// assert_eq!(upload.to_parts()?[3].name, "tags[]");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[proc_macro_derive(Multipart, attributes(object, part))]
pub fn multipart(input: TokenStream) -> TokenStream {
    run(input, multipart::ATTRIBUTES, multipart::expand)
}

/// Implements writing of an enum of multipart forms.
///
/// Each variant contains a form. The last variant must be `Unknown(MultipartForm)`. Forms are never read, so the
/// variants need no distinction. `#[union(no_from)]` and the conversions are those of
/// [`TaggedUnion`](macro@TaggedUnion).
///
/// ```
/// use apiarist_runtime::{FilePart, Multipart, MultipartForm, MultipartUnion, codegen::ToMultipart};
///
/// #[derive(Clone, Debug, PartialEq, Multipart)]
/// #[object(new, is("kind", "picture"))]
/// pub struct Picture {
///     #[part(file)]
///     pub file: FilePart,
/// }
///
/// #[derive(Clone, Debug, PartialEq, Multipart)]
/// #[object(new, is("kind", "link"))]
/// pub struct Link {
///     #[part(text)]
///     pub url: String,
/// }
///
/// #[derive(Clone, Debug, PartialEq, MultipartUnion)]
/// #[non_exhaustive]
/// pub enum Poster {
///     Picture(Picture),
///     Link(Link),
///     /// A form of a kind that this version does not know.
///     Unknown(MultipartForm),
/// }
///
/// let poster = Poster::from(Link::new("https://bees.test/hive.png"));
/// assert_eq!(poster.to_parts()?[1].name, "url");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[proc_macro_derive(MultipartUnion, attributes(union))]
pub fn multipart_union(input: TokenStream) -> TokenStream {
    run(input, multipart_union::ATTRIBUTES, multipart_union::expand)
}

/// Implements reading and writing of a struct with one value as that value.
///
/// The derive adds `From` of the value, and `Deref`.
///
/// ```
/// use apiarist_runtime::Newtype;
/// use std::collections::BTreeMap;
///
/// #[derive(Debug, PartialEq, Newtype)]
/// pub struct Tree(pub BTreeMap<String, Tree>);
///
/// let tree: Tree = serde_json::from_str(r#"{"left":{"leaf":{}}}"#)?;
/// assert_eq!(tree.len(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[proc_macro_derive(Newtype)]
pub fn newtype(input: TokenStream) -> TokenStream {
    run(input, newtype::ATTRIBUTES, newtype::expand)
}

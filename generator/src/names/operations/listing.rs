//! The distinction between responses that are lists and responses that are single values.
//!
//! ```text
//! [Pet]                                     a list
//! {data: [Pet], next_cursor: string}        a list: an array that responses of lists have, and no id
//! {pets: [Pet], total: integer}             a list for `/pets`: an array of that name
//! {available: [Pet], total: integer}        the same, since it is the only array
//! {id: string, items: [Item]}               one thing, which has items
//! ```

use crate::ir::{Api, Field, Operation, Outcome, Payload, Scalar, Struct, Type, TypeKind};
use crate::names::identifier::split_words;
use crate::names::inflection::singular;

/// Properties that contain the elements of a list.
const WRAPPERS: &[&str] = &[
    "collection",
    "content",
    "data",
    "edges",
    "elements",
    "entries",
    "hits",
    "items",
    "list",
    "matches",
    "objects",
    "records",
    "resources",
    "results",
    "rows",
    "value",
    "values",
];

/// The maximum number of references that are followed to determine the shape of a response.
const DEEPEST: usize = 8;

/// The kind of response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listing {
    /// Several values of one kind.
    Many,
    /// A single value.
    One,
    /// The document does not describe the response.
    Unknown,
}

/// Returns the kind of an operation's successful response. `noun` is the last word of its path, if it denotes several
/// values.
pub(super) fn listing(api: &Api, operation: &Operation, noun: Option<&str>) -> Listing {
    if operation.pagination.is_some() {
        return Listing::Many;
    }
    let payload = match &operation.success {
        Outcome::One(payload) => Some(payload),
        Outcome::ByStatus(id) => {
            let payloads = api.status_enum(*id).rows.iter().map(|row| &row.payload);
            payloads.into_iter().find(|payload| **payload != Payload::None)
        }
    };
    match payload {
        Some(Payload::Json(type_)) => type_listing(api, type_, noun),
        Some(Payload::Text(_) | Payload::Binary | Payload::Events(..)) => Listing::One,
        Some(Payload::None) | None => Listing::Unknown,
    }
}

/// Returns the kind of response that a type represents.
pub(super) fn type_listing(api: &Api, type_: &Type, noun: Option<&str>) -> Listing {
    of_type(api, type_, noun, DEEPEST)
}

fn of_type(api: &Api, type_: &Type, noun: Option<&str>, depth: usize) -> Listing {
    match type_ {
        Type::Array(_) => Listing::Many,
        Type::Nullable(inner) => of_type(api, inner, noun, depth),
        Type::Custom(custom) => of_type(api, &custom.stands_for, noun, depth),
        Type::Scalar(Scalar::Any) => Listing::Unknown,
        Type::Map(inner) if **inner == Type::Scalar(Scalar::Any) => Listing::Unknown,
        Type::Scalar(_) | Type::Tuple(_) | Type::Map(_) => Listing::One,
        Type::Named(_) if depth == 0 => Listing::Unknown,
        Type::Named(id) => match &api.definition(*id).kind {
            TypeKind::Alias(inner) => of_type(api, inner, noun, depth - 1),
            TypeKind::Struct(object) => of_struct(object, noun),
            TypeKind::Union(union) => {
                let mut variants = union.variants.iter();
                let is_many = variants.any(|variant| of_type(api, &variant.type_, noun, 0) == Listing::Many);
                if is_many { Listing::Many } else { Listing::One }
            }
            TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => Listing::One,
        },
    }
}

fn of_struct(object: &Struct, noun: Option<&str>) -> Listing {
    let is_identified = object.fields.iter().any(|field| field.wire_name == "id");
    let arrays: Vec<&Field> = object.fields.iter().filter(|field| is_array(&field.type_)).collect();
    let is_elements = |name: &str| {
        let last = split_words(name).pop().map(|word| singular(&word));
        WRAPPERS.contains(&name) || last.as_deref() == noun.map(singular).as_deref()
    };
    let is_only = noun.is_some() && arrays.len() == 1;
    let is_many = !is_identified && (is_only || arrays.iter().any(|field| is_elements(&field.wire_name)));
    if is_many { Listing::Many } else { Listing::One }
}

fn is_array(type_: &Type) -> bool {
    match type_ {
        Type::Array(_) => true,
        Type::Nullable(inner) => is_array(inner),
        _ => false,
    }
}

//! A text that is equal for types of the same structure, whatever their names and order.
//!
//! ```text
//! Card: {number: string, kind: const card}      {kind="card",number!:String}
//! inline: {kind: const card, number: string}    the same
//! ```

use crate::diff::Side;
use crate::ir::{Struct, Type, TypeKind};

/// The depth of definitions in definitions. Deeper ones are compared as pairs.
const DEEPEST: usize = 2;

/// The maximum number of properties, values and members of a definition. Without a limit, unions of large objects would
/// take quadratic time.
const MOST: usize = 64;

/// Returns the structure of a type.
pub(super) fn signature(side: &Side<'_>, type_: &Type) -> String {
    of_type(side, type_, DEEPEST)
}

fn of_type(side: &Side<'_>, type_: &Type, depth: usize) -> String {
    let of = |inner: &Type| of_type(side, inner, depth);
    match side.resolved(type_) {
        Type::Array(element) => format!("[{}]", of(element)),
        Type::Map(value) => format!("{{*:{}}}", of(value)),
        Type::Nullable(inner) => format!("{}?", of(inner)),
        Type::Tuple(elements) => format!("({})", elements.iter().map(of).collect::<Vec<_>>().join(",")),
        Type::Custom(custom) => custom.path.clone(),
        Type::Named(_) if depth == 0 => "…".to_owned(),
        Type::Named(id) => match &side.api.definition(*id).kind {
            TypeKind::Struct(object) => of_struct(side, object, depth - 1),
            TypeKind::StringEnum(values) => sorted("|", values.values.iter().map(|value| format!("{:?}", value.value))),
            TypeKind::IntegerEnum(values) => sorted("|", values.values.iter().map(|value| value.value.to_string())),
            TypeKind::Union(union) => {
                let members = union.variants.iter().map(|variant| of_type(side, &variant.type_, depth - 1));
                format!("<{}>", sorted("|", members))
            }
            // An alias that only refers to itself.
            TypeKind::Alias(_) => "…".to_owned(),
        },
        scalar => format!("{scalar:?}"),
    }
}

fn of_struct(side: &Side<'_>, object: &Struct, depth: usize) -> String {
    let literals = object.literals.iter().map(|literal| format!("{}={}", literal.wire_name, literal.value));
    let fields = object.fields.iter().map(|field| {
        let mark = if field.required { "!" } else { "" };
        let null = if field.nullable { "?" } else { "" };
        format!("{}{mark}:{}{null}", field.wire_name, of_type(side, &field.type_, depth))
    });
    let extra = object.extra.iter().map(|extra| format!("*:{}", of_type(side, extra, depth)));
    format!("{{{}}}", sorted(",", literals.chain(fields).chain(extra)))
}

fn sorted(separator: &str, parts: impl Iterator<Item = String>) -> String {
    let mut parts: Vec<String> = parts.take(MOST).collect();
    parts.sort();
    parts.join(separator)
}

//! `Object`: structs that are JSON objects.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::attribute::{Constant, ConstantKind, Form};
use crate::constructor;
use crate::errors::Errors;
use crate::field::{Field, FieldAttribute, Presence};
use crate::item::{Attributes, Item, Member};
use crate::naming_rule::NamingRule;
use crate::output::Output;
use crate::renaming;
use crate::standard_traits::{StandardTraits, Supported};
use crate::tokens::{TokenStream, unraw};

pub const ATTRIBUTES: Attributes = Attributes { item: &["object"], member: &["wire"] };

/// The arguments of `#[object(…)]`.
#[derive(Default)]
pub struct Settings {
    /// Properties with constant values: names and values as literals.
    pub constants: Vec<(String, Constant)>,
    /// Whether the struct has a constructor and setters in every build, not only in tests (`new`).
    is_constructed: bool,
    /// The standard traits of the struct.
    standard: StandardTraits,
    /// The rule that implies names on the wire (`rename_all`).
    rule: Option<NamingRule>,
}

impl Settings {
    /// Parses the attributes of a struct.
    pub fn of(item: &Item, attribute: FieldAttribute, errors: &mut Errors) -> Self {
        let mut settings = Self::default();
        for argument in item.arguments() {
            if attribute == FieldAttribute::Wire
                && (settings.standard.read(argument, Supported::Equality, errors)
                    || renaming::read(argument, &mut settings.rule, errors))
            {
                continue;
            }
            match &argument.form {
                Form::Word(word) if word == "new" => settings.is_constructed = true,
                Form::List(word, arguments) if word == "is" => match arguments.as_slice() {
                    [name, value] => match (&name.form, &value.form) {
                        (Form::Constant(name), Form::Constant(value)) if name.kind == ConstantKind::String => {
                            settings.constants.push((name.text.clone(), value.clone()));
                        }
                        _ => errors.add(name.span, "expected a name and a literal: write `is(\"type\", \"message\")`"),
                    },
                    _ => errors.add(argument.span, "expected a name and a literal: write `is(\"type\", \"message\")`"),
                },
                _ => errors.add(argument.span, "expected `new` or a constant: write `is(\"type\", \"message\")`"),
            }
        }
        settings
    }

    /// Returns `new` and the setters if the struct has them.
    pub fn methods(&self, item: &Item, fields: &[Field<'_>]) -> TokenStream {
        if self.is_constructed || item.is_for_tests { constructor::methods(item, fields) } else { TokenStream::new() }
    }
}

/// Parses the fields of a struct, and reports duplicate names.
pub fn fields<'i>(
    members: &'i [Member],
    attribute: FieldAttribute,
    settings: &Settings,
    errors: &mut Errors,
) -> Vec<Field<'i>> {
    let fields: Vec<_> = members.iter().map(|member| Field::of(member, attribute, settings.rule, errors)).collect();
    let mut names: BTreeSet<&str> = settings.constants.iter().map(|(name, _)| name.as_str()).collect();
    let (rest, named): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.presence == Presence::Rest);
    for field in named {
        if !names.insert(&field.wire_name) {
            let message = format!("{} is already the name of another property: rename one of them", field.wire_name);
            errors.add(field.member.name.span(), message);
        }
    }
    for field in rest.iter().skip(1) {
        errors.add(field.member.name.span(), "only one field can have `rest`: remove `rest` from this one");
    }
    fields
}

/// Expands `#[derive(Object)]`.
pub fn expand(item: &Item, errors: &mut Errors) -> Option<Output> {
    let settings = Settings::of(item, FieldAttribute::Wire, errors);
    let fields = fields(item.fields("Object", errors)?, FieldAttribute::Wire, &settings, errors);
    let mut output = Output { items: settings.methods(item, &fields), ..Output::default() };
    // Writing to a string cannot fail.
    let _ = implementations(&mut output.text, item, &settings, &fields);
    Some(output)
}

/// The expansion of a struct determines the compile time of a generated crate: see the module `object` of the runtime.
fn implementations(out: &mut String, item: &Item, settings: &Settings, fields: &[Field<'_>]) -> std::fmt::Result {
    let (name, bare_name) = (&item.name, unraw(&item.name));
    write!(out, "#[automatically_derived] impl ::apiarist_runtime::tables::object::Object for {name} {{")?;
    read(out, settings, fields)?;
    visit(out, settings, fields)?;
    write!(
        out,
        "}} \
         #[automatically_derived] impl<'de> ::apiarist_runtime::serde::Deserialize<'de> for {name} {{ \
         fn deserialize<D: ::apiarist_runtime::serde::Deserializer<'de>>(deserializer: D) \
         -> ::core::result::Result<Self, D::Error> {{ ::apiarist_runtime::tables::object::decode(deserializer, \"{bare_name}\") }} }} \
         #[automatically_derived] impl ::apiarist_runtime::serde::Serialize for {name} {{ \
         fn serialize<S: ::apiarist_runtime::serde::Serializer>(&self, serializer: S) \
         -> ::core::result::Result<S::Ok, S::Error> {{ ::apiarist_runtime::tables::object::encode(self, serializer) }} }}"
    )?;
    settings.standard.write_with_debug(out, name, "object", &debug_arguments(&bare_name, fields))
}

/// Writes `Object::read`. The local variable of a field is named `field_…`, so that it cannot conflict with other
/// variables.
fn read(out: &mut String, settings: &Settings, fields: &[Field<'_>]) -> std::fmt::Result {
    out.push_str(
        "fn read<R: ::apiarist_runtime::tables::object::Reader>(members: &mut R) \
         -> ::core::result::Result<Self, &'static str> {",
    );
    for field in fields {
        let initial = match field.presence {
            Presence::Rest => "::std::collections::BTreeMap::new()",
            _ => "::core::option::Option::None",
        };
        write!(out, "let mut field_{} = {initial};", unraw(&field.member.name))?;
    }
    // The object expression precedes the reads of its properties, so that their types are known. The object is
    // constructed only once all of them have been read, directly in its final location.
    out.push_str(
        "#[allow(clippy::never_loop, unreachable_code)] let missing = loop { \
         let ::core::option::Option::Some(name) = members.next_name() else { return ::core::result::Result::Ok(Self {",
    );
    for field in fields {
        let (name, local) = (&field.member.name, unraw(&field.member.name));
        match field.presence {
            Presence::Required => write!(
                out,
                "{name}: match field_{local} {{ ::core::option::Option::Some(value) => value, \
                 ::core::option::Option::None => break {} }},",
                field.wire_name
            )?,
            Presence::Maybe | Presence::NullableWriteOnly => write!(out, "{name}: field_{local}.unwrap_or_default(),")?,
            _ => write!(out, "{name}: field_{local},")?,
        }
    }
    out.push_str("}); }; match name {");
    for field in fields.iter().filter(|field| field.presence != Presence::Rest) {
        let (method, local) = (method(field.presence), unraw(&field.member.name));
        write!(out, "{} => members.{method}(&mut field_{local}),", field.wire_name)?;
    }
    for (name, constant) in &settings.constants {
        write!(out, "{name} => members.constant::<{}>(),", constant.owned_type())?;
    }
    match fields.iter().find(|field| field.presence == Presence::Rest) {
        Some(rest) => write!(
            out,
            "_ => {{ let member = name.to_owned(); members.other(member, &mut field_{}) }}",
            unraw(&rest.member.name)
        )?,
        None => out.push_str("_ => members.skip(),"),
    }
    out.push_str("} }; #[allow(unreachable_code)] ::core::result::Result::Err(missing) }");
    Ok(())
}

/// Writes `Object::visit`.
fn visit(out: &mut String, settings: &Settings, fields: &[Field<'_>]) -> std::fmt::Result {
    let class = settings.standard.class();
    write!(
        out,
        "type Class = {class}; \
         fn visit<F: ::apiarist_runtime::tables::fields::Fields<{class}>>(&self, other: &Self, fields: &mut F) {{"
    )?;
    for (name, constant) in &settings.constants {
        // Without a suffix, the literal would be an `i32`.
        let of_type = match constant.kind {
            ConstantKind::Integer => format!("::<{}>", constant.owned_type()),
            _ => String::new(),
        };
        write!(out, "fields.constant{of_type}({name}, &{});", constant.text)?;
    }
    for field in fields {
        let name = &field.member.name;
        let (method, wire_name) = match field.presence {
            Presence::Required | Presence::Nullable => ("field", field.wire_name.clone()),
            Presence::Optional | Presence::Maybe | Presence::WriteOnly | Presence::NullableWriteOnly => {
                ("optional", field.wire_name.clone())
            }
            Presence::KeepNull => ("any", field.wire_name.clone()),
            Presence::Rest => ("others", own_name(field)),
        };
        write!(out, "fields.{method}({wire_name}, &self.{name}, &other.{name});")?;
    }
    out.push('}');
    Ok(())
}

/// Returns the name of a field as a literal.
fn own_name(field: &Field<'_>) -> String {
    format!("\"{}\"", unraw(&field.member.name))
}

/// Returns the arguments of the runtime's function `debug`: the name of the struct, and the names of the fields if
/// they differ from the names on the wire.
fn debug_arguments(name: &str, fields: &[Field<'_>]) -> String {
    let is_same = |field: &Field<'_>| field.presence == Presence::Rest || own_name(field) == field.wire_name;
    let names = if fields.iter().all(is_same) { Vec::new() } else { fields.iter().map(own_name).collect() };
    format!(", \"{name}\", &[{}]", names.join(","))
}

/// Returns the name of the method of the runtime's reader.
fn method(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "required",
        Presence::Nullable => "nullable",
        Presence::Optional => "optional",
        Presence::KeepNull => "any",
        Presence::Maybe => "maybe",
        Presence::WriteOnly => "write_only",
        Presence::NullableWriteOnly => "nullable_write_only",
        Presence::Rest => "others",
    }
}

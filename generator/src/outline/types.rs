//! Structs, enums, unions and aliases in an outline.

use serde_json::Value;

use super::Outline;
use crate::ir::{
    Field, Integer, Literal, Presence, Scalar, Struct, StructForm, Type, TypeId, TypeKind, Union, UnionDispatch,
};
use crate::names::{MemberNames, TypeMembers};

impl Outline<'_> {
    pub(super) fn types(&mut self) {
        let mut ids: Vec<TypeId> = self.api.type_ids().collect();
        ids.sort_by_key(|id| &self.names.type_(*id).name);
        for id in ids {
            let names = self.names.type_(id);
            let name = (self.type_name)(id);
            match (&self.api.definition(id).kind, &names.members) {
                (TypeKind::Struct(object), TypeMembers::Struct(members)) => {
                    self.item(names.name.clone());
                    self.structure(id, object, members);
                }
                (TypeKind::StringEnum(values), TypeMembers::Variants(variants)) => {
                    let variants = values.values.iter().zip(variants);
                    let variants = variants.map(|(value, variant)| format!("#[wire({:?})] {variant},", value.value));
                    self.enumeration(&names.name, &name, variants.collect(), "String");
                }
                (TypeKind::IntegerEnum(values), TypeMembers::Variants(variants)) => {
                    let integer = match values.integer() {
                        Integer::I32 | Integer::I64 => "i64",
                        Integer::U64 => "u64",
                        Integer::I128 => "i128",
                    };
                    let variants = values.values.iter().zip(variants);
                    let variants = variants.map(|(value, variant)| format!("#[wire({})] {variant},", value.value));
                    self.enumeration(&names.name, &name, variants.collect(), integer);
                }
                (TypeKind::Union(union), TypeMembers::Variants(variants)) => {
                    let variants = self.variants(id, union, variants);
                    let unknown = if matches!(union.dispatch, UnionDispatch::Form) { "MultipartForm" } else { "Value" };
                    self.enumeration(&names.name, &name, variants, unknown);
                }
                (TypeKind::Alias(type_), _) => {
                    self.item(names.name.clone());
                    let line = match self.graph.is_newtype(id) {
                        true => format!("pub struct {name}(pub {});", self.held(id, type_)),
                        false => format!("pub type {name} = {};", self.type_(type_)),
                    };
                    self.line(&line);
                }
                _ => {}
            }
        }
    }

    /// Appends an enum, whose last variant contains values of other kinds.
    fn enumeration(&mut self, item: &str, name: &str, mut variants: Vec<String>, unknown: &str) {
        variants.push(format!("Unknown({unknown}),"));
        self.item(item.to_owned());
        self.line("#[non_exhaustive]");
        self.block(&format!("pub enum {name}"), &variants);
    }

    fn variants(&self, id: TypeId, union: &Union, names: &[String]) -> Vec<String> {
        let variants = union.variants.iter().zip(names);
        variants.map(|(variant, name)| format!("{name}({}),", self.held(id, &variant.type_))).collect()
    }

    fn structure(&mut self, id: TypeId, object: &Struct, members: &MemberNames) {
        let is_form = object.form == StructForm::Multipart;
        let is_constructed = is_form || self.graph.usage(id).request;
        let mut arguments: Vec<String> = object.literals.iter().map(constant).collect();
        if is_constructed {
            arguments.insert(0, "new".to_owned());
        }
        if !arguments.is_empty() {
            self.line(&format!("#[object({})]", arguments.join(", ")));
        }
        if !is_constructed {
            self.line("#[non_exhaustive]");
        }
        let attribute = if is_form { "part" } else { "wire" };
        let names = members.fields.iter().zip(&members.setters).zip(&members.null_setters);
        let fields = object.fields.iter().zip(names);
        let mut fields: Vec<String> = fields
            .map(|(field, ((name, setter), null_setter))| {
                let presence = self.graph.presence(id, object, field);
                let arguments = self.field_arguments(field, presence, name, setter, null_setter.as_deref());
                let arguments = match arguments.is_empty() {
                    true => String::new(),
                    false => format!("#[{attribute}({})] ", arguments.join(", ")),
                };
                let type_ = self.held(id, &field.type_);
                let type_ = match presence {
                    Presence::Required => type_,
                    Presence::Optional | Presence::Nullable | Presence::WriteOnly => format!("Option<{type_}>"),
                    Presence::Maybe | Presence::NullableWriteOnly => format!("Maybe<{type_}>"),
                };
                format!("{arguments}pub {name}: {type_},")
            })
            .collect();
        if let Some(extra) = &object.extra {
            let type_ = match *self.graph.resolved(self.api, extra) == Type::Scalar(Scalar::Form) {
                true => self.type_(extra),
                false => format!("BTreeMap<String, {}>", self.element(id, extra)),
            };
            fields.push(format!("#[{attribute}(rest)] pub {}: {type_},", members.extra));
        }
        let head = format!("pub struct {}", (self.type_name)(id));
        if fields.is_empty() {
            self.line(&format!("{head} {{}}"));
        }
        self.block(&head, &fields);
    }

    /// Returns the arguments of a field's attribute that callers notice: its wire name, the meaning of null, and the
    /// names of its setters if they differ from the field's.
    fn field_arguments(
        &self,
        field: &Field,
        presence: Presence,
        name: &str,
        setter: &str,
        null_setter: Option<&str>,
    ) -> Vec<String> {
        let mut arguments = Vec::new();
        if name.strip_prefix("r#").unwrap_or(name) != field.wire_name {
            arguments.push(format!("{:?}", field.wire_name));
        }
        match presence {
            Presence::Nullable => arguments.push("nullable".to_owned()),
            Presence::WriteOnly | Presence::NullableWriteOnly => arguments.push("write_only".to_owned()),
            Presence::Required | Presence::Optional | Presence::Maybe => {}
        }
        if !presence.is_argument() && setter != name {
            arguments.push(format!("setter = {setter:?}"));
        }
        if let (Presence::Maybe, Some(setter)) = (presence, null_setter) {
            arguments.push(format!("null_setter = {setter:?}"));
        }
        arguments
    }
}

/// Returns the argument for a property that always has the same value.
fn constant(literal: &Literal) -> String {
    let value = match &literal.value {
        Value::String(value) => format!("{value:?}"),
        Value::Null | Value::Array(_) | Value::Object(_) => "null".to_owned(),
        value => value.to_string(),
    };
    format!("is({:?}, {value})", literal.wire_name)
}

//! The spelling of types and arguments in Rust.

use super::Outline;
use crate::ir::{ArgumentForm, Holder, Scalar, Type, TypeId};
use crate::names::Names;

impl Outline<'_> {
    /// Returns a type as spelled in Rust.
    pub(super) fn type_(&self, type_: &Type) -> String {
        type_text_with(type_, self.type_name)
    }

    /// Returns `true` if values of a type are plain strings.
    pub(super) fn is_string(&self, type_: &Type) -> bool {
        *self.graph.resolved(self.api, type_) == Type::Scalar(Scalar::String)
    }

    /// Returns a type with the pointer in which `owner` holds it.
    pub(super) fn held(&self, owner: TypeId, type_: &Type) -> String {
        let text = self.type_(type_);
        match self.graph.holder(owner, type_).name() {
            Some(pointer) => format!("{pointer}<{text}>"),
            None => text,
        }
    }

    /// Returns the element type of a map in `owner`. The map is already a pointer.
    pub(super) fn element(&self, owner: TypeId, type_: &Type) -> String {
        match self.graph.holder(owner, type_) {
            Holder::OpaqueBox => self.held(owner, type_),
            Holder::Inline | Holder::Box => self.type_(type_),
        }
    }

    /// Returns a required argument.
    pub(super) fn argument(&self, name: &str, form: ArgumentForm<'_>) -> String {
        match form {
            ArgumentForm::Text => format!("{name}: &str"),
            ArgumentForm::OwnedText => format!("{name}: impl Into<String>"),
            ArgumentForm::Value(type_) => format!("{name}: {}", self.type_(type_)),
            ArgumentForm::Reference(type_) => format!("{name}: &{}", self.type_(type_)),
            ArgumentForm::Slice(element) => format!("{name}: &[{}]", self.type_(element)),
            ArgumentForm::Elements(element) => {
                format!("{name}: impl IntoIterator<Item: Into<{}>>", self.type_(element))
            }
            ArgumentForm::Upload => format!("{name}: impl Into<Upload>"),
        }
    }

    /// Returns the signature of a setter of a call. `argument` is the name of its argument.
    pub(super) fn setter(&self, name: &str, argument: &str, form: ArgumentForm<'_>) -> String {
        let (lifetime, accepted) = match form {
            ArgumentForm::Text => ("", "str".to_owned()),
            ArgumentForm::Value(type_) => ("", self.type_(type_)),
            ArgumentForm::Reference(type_) => ("<'a>", format!("&'a {}", self.type_(type_))),
            ArgumentForm::Slice(element) => ("", format!("[{}]", self.type_(element))),
            ArgumentForm::OwnedText | ArgumentForm::Elements(_) | ArgumentForm::Upload => {
                return format!("pub fn {name}(self, {}) -> Self;", self.argument(argument, form));
            }
        };
        format!("pub fn {name}{lifetime}(self, {argument}: impl Optional<{accepted}>) -> Self;")
    }
}

/// Returns a type as spelled in Rust.
pub fn type_text(names: &Names, type_: &Type) -> String {
    type_text_with(type_, &|id| names.type_(id).name.clone())
}

/// Returns a type as spelled in Rust; `named` returns the spelling of types with a definition.
pub fn type_text_with(type_: &Type, named: &dyn Fn(TypeId) -> String) -> String {
    let text = |type_| type_text_with(type_, named);
    match type_ {
        Type::Scalar(scalar) => scalar.rust_name().to_owned(),
        Type::Array(element) => format!("Vec<{}>", text(element)),
        Type::Tuple(elements) => {
            let elements: Vec<String> = elements.iter().map(text).collect();
            format!("({})", elements.join(", "))
        }
        Type::Map(value) => format!("BTreeMap<String, {}>", text(value)),
        Type::Nullable(inner) => format!("Option<{}>", text(inner)),
        Type::Custom(custom) => custom.path.clone(),
        Type::Named(id) => named(*id),
    }
}

//! The forms in which methods and setters accept parameters and bodies.
//!
//! ```text
//! a string                          Text        id: &str
//! an integer, an enum of a query    Value       limit: i64
//! an object                         Reference   body: &Pet
//! a body that is an array           Slice       body: &[Pet]
//! a parameter that is an array      Elements    tags: impl IntoIterator<Item: Into<String>>
//! ```

use super::{Api, Body, BodyContent, Graph, Parameter, Scalar, Type};

/// The form of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentForm<'a> {
    /// A string, by reference.
    Text,
    /// A string that the call stores, because the body of a request is sent as it is.
    OwnedText,
    /// A value of this type.
    Value(&'a Type),
    /// A reference to a value of this type.
    Reference(&'a Type),
    /// A reference to values of this type.
    Slice(&'a Type),
    /// Any iterable of values that convert into this type.
    Elements(&'a Type),
    /// Bytes that are sent as they are.
    Upload,
}

impl Graph {
    /// Returns the form of a parameter: strings and structs by reference, other values by value, and arrays as any
    /// iterable of their elements.
    pub fn parameter_form<'a>(&self, api: &'a Api, parameter: &'a Parameter) -> ArgumentForm<'a> {
        match self.resolved(api, &parameter.type_) {
            Type::Array(element) => ArgumentForm::Elements(element),
            Type::Named(id) if api.definition(*id).kind.is_value_enum() => ArgumentForm::Value(&parameter.type_),
            _ => self.value_form(api, &parameter.type_),
        }
    }

    /// Returns the form of a body.
    pub fn body_form<'a>(&self, api: &'a Api, body: &'a Body) -> ArgumentForm<'a> {
        match &body.content {
            BodyContent::Json(type_) => self.value_form(api, type_),
            BodyContent::Form(type_, _) => ArgumentForm::Reference(type_),
            BodyContent::Multipart(Type::Array(element), _) => ArgumentForm::Slice(element),
            BodyContent::Multipart(type_, _) => ArgumentForm::Reference(type_),
            BodyContent::Text(type_) => match self.value_form(api, type_) {
                ArgumentForm::Text if body.required => ArgumentForm::OwnedText,
                ArgumentForm::Slice(_) => ArgumentForm::Reference(type_),
                form => form,
            },
            BodyContent::Bytes => ArgumentForm::Upload,
        }
    }

    fn value_form<'a>(&self, api: &'a Api, type_: &'a Type) -> ArgumentForm<'a> {
        match self.resolved(api, type_) {
            Type::Scalar(Scalar::String) => ArgumentForm::Text,
            Type::Scalar(Scalar::Boolean | Scalar::Integer(_) | Scalar::Number) => ArgumentForm::Value(type_),
            Type::Array(element) => ArgumentForm::Slice(element),
            _ => ArgumentForm::Reference(type_),
        }
    }
}

//! Writes values as Rust expressions for the arguments of methods.

use apiarist::Client;
use apiarist::ir::{BodyContent, Graph, Presence, Scalar, Struct, Type, TypeId, TypeKind};
use apiarist::names::TypeMembers;
use apiarist::outline::type_text_with;
use serde_json::Value;

/// A writer of arguments for the methods of a client.
pub struct Expressions<'c> {
    client: &'c Client,
    graph: Graph,
}

impl<'c> Expressions<'c> {
    /// Creates a writer for this client.
    pub fn new(client: &'c Client) -> Self {
        Self { client, graph: Graph::new(client.api()) }
    }

    /// Returns an argument for a parameter: strings and structs by reference, scalars by value, arrays as iterables.
    pub fn argument(&self, type_: &Type, value: &Value) -> String {
        match self.resolved(type_) {
            Type::Scalar(Scalar::String) => format!("&{}", read(Some("String"), value)),
            Type::Scalar(Scalar::Boolean | Scalar::Integer(_) | Scalar::Number) => {
                read(Some(&self.type_(type_)), value)
            }
            Type::Array(element) => read(Some(&format!("Vec<{}>", self.type_(element))), value),
            Type::Named(id) if self.is_value_enum(*id) => read(Some(&self.type_(type_)), value),
            _ => format!("&{}", read(None, value)),
        }
    }

    /// Returns an argument for the body of a request.
    pub fn body(&self, content: &BodyContent, value: &Value) -> String {
        match content {
            BodyContent::Json(type_) => match self.resolved(type_) {
                Type::Scalar(Scalar::Boolean | Scalar::Integer(_) | Scalar::Number) => {
                    read(Some(&self.type_(type_)), value)
                }
                Type::Scalar(Scalar::String) => format!("&{}", read(Some("String"), value)),
                Type::Array(element) => format!("&{}", read(Some(&format!("Vec<{}>", self.type_(element))), value)),
                _ => format!("&{}", read(None, value)),
            },
            BodyContent::Form(..) => format!("&{}", read(None, value)),
            BodyContent::Multipart(Type::Array(element), _) => match &**element {
                Type::Scalar(Scalar::File) => "&[file()]".to_owned(),
                element => format!("&{}", read(Some(&format!("Vec<{}>", self.type_(element))), value)),
            },
            BodyContent::Multipart(Type::Tuple(elements), _) => {
                let parts = elements.iter().enumerate().map(|(place, element)| match element {
                    Type::Scalar(Scalar::File) => "file()".to_owned(),
                    _ => read(None, value.get(place).unwrap_or(&Value::Null)),
                });
                format!("&({})", parts.collect::<Vec<_>>().join(", "))
            }
            BodyContent::Multipart(type_, _) => format!("&{}", self.form(type_, value)),
            BodyContent::Text(type_) => match self.resolved(type_) {
                Type::Scalar(Scalar::String) => format!("{:?}", value.as_str().unwrap_or("text")),
                Type::Scalar(Scalar::Boolean | Scalar::Integer(_) | Scalar::Number) => {
                    read(Some(&self.type_(type_)), value)
                }
                _ => format!("&{}", read(None, value)),
            },
            BodyContent::Bytes => "b\"bytes\".to_vec()".to_owned(),
        }
    }

    /// Returns a multipart form, which cannot be decoded from JSON. File parts contain a file; other parts are taken
    /// from the value.
    fn form(&self, form: &Type, value: &Value) -> String {
        let Type::Named(id) = form else { return self.any_form(value) };
        let name = format!("client::types::{}", self.client.names().type_(*id).name);
        match &self.client.api().definition(*id).kind {
            TypeKind::Struct(object) => {
                let fields: Vec<String> = self.form_fields(*id, object, value);
                format!("{name} {{ {} }}", fields.join(", "))
            }
            // The form that a value belongs to is only known by its properties.
            _ => format!("{name}::Unknown({})", self.any_form(value)),
        }
    }

    /// Returns a generic form with the properties of a value.
    fn any_form(&self, value: &Value) -> String {
        let members = value.as_object().into_iter().flatten();
        let parts = members.map(|(name, value)| format!(".json({name:?}, {})", read(Some("serde_json::Value"), value)));
        format!("apiarist_runtime::MultipartForm::new(){}", parts.collect::<String>())
    }

    fn form_fields(&self, id: TypeId, object: &Struct, value: &Value) -> Vec<String> {
        let TypeMembers::Struct(names) = &self.client.names().type_(id).members else { return Vec::new() };
        let fields = object.fields.iter().zip(&names.fields).map(|(field, name)| {
            let given = value.get(&field.wire_name).filter(|value| !value.is_null());
            let content = match self.resolved(&field.type_) {
                Type::Scalar(Scalar::File) => Some("file()".to_owned()),
                Type::Array(element) if *self.resolved(element) == Type::Scalar(Scalar::File) => {
                    Some("vec![file()]".to_owned())
                }
                _ => given.map(|value| read(None, value)),
            };
            let is_given = self.graph.presence(id, object, field) == Presence::Required;
            match content {
                Some(content) if is_given => format!("{name}: {content}"),
                Some(content) if given.is_some() => format!("{name}: Some({content})"),
                _ => format!("{name}: None"),
            }
        });
        let extra = object.extra.iter().map(|_| format!("{}: Default::default()", names.extra));
        fields.chain(extra).collect()
    }

    fn is_value_enum(&self, id: TypeId) -> bool {
        matches!(self.client.api().definition(id).kind, TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_))
    }

    fn resolved<'t>(&'t self, type_: &'t Type) -> &'t Type {
        self.graph.resolved(self.client.api(), type_)
    }

    /// Returns the path of a type in the program.
    fn type_(&self, type_: &Type) -> String {
        type_text_with(type_, &|id| format!("client::types::{}", self.client.names().type_(id).name))
    }
}

/// Returns an expression that decodes a value as a type, or as the inferred type if it is `None`.
fn read(type_: Option<&str>, value: &Value) -> String {
    let type_ = type_.map(|type_| format!("::<{type_}>")).unwrap_or_default();
    format!("read{type_}({:?})?", value.to_string())
}

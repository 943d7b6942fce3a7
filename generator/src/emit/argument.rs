//! How parameters and bodies are given to methods.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::imports::Imports;
use super::{Emitter, ident};
use crate::ir::{Body, BodyContent, Operation, Parameter, ParameterLocation, ParameterStyle, Type, TypeKind};

/// Methods of the trait `BuildCall`, which a setter of the same name hides.
const BUILD_METHODS: &[&str] = &["bytes", "cookie", "form", "header", "json", "multipart", "query", "query_as", "text"];

/// A value that a method takes.
pub(crate) struct Argument {
    /// Its name and type.
    pub(crate) declaration: TokenStream,
    /// What is sent, by reference.
    pub(crate) value: TokenStream,
}

impl Emitter<'_> {
    /// A parameter as an argument: strings and structs by reference, the rest by value, lists as anything that
    /// gives the elements.
    pub(crate) fn argument(&self, parameter: &Parameter, name: &str, imports: &mut Imports) -> Argument {
        let name = ident(name);
        match self.resolved(&parameter.type_) {
            Type::String => Argument { declaration: quote!(#name: &str), value: quote!(&#name) },
            Type::Boolean | Type::Integer(_) | Type::Number => {
                let type_ = self.type_(&parameter.type_, imports);
                Argument { declaration: quote!(#name: #type_), value: quote!(&#name) }
            }
            Type::Array(element) => {
                let element = self.type_(element, imports);
                imports.runtime("list");
                Argument {
                    declaration: quote!(#name: impl IntoIterator<Item: Into<#element>>),
                    value: quote!(&list::<#element>(#name)),
                }
            }
            Type::Named(id) if self.is_value_enum(&self.api.definition(*id).kind) => {
                let type_ = self.type_(&parameter.type_, imports);
                Argument { declaration: quote!(#name: #type_), value: quote!(&#name) }
            }
            _ => {
                let type_ = self.type_(&parameter.type_, imports);
                Argument { declaration: quote!(#name: &#type_), value: quote!(#name) }
            }
        }
    }

    fn is_value_enum(&self, kind: &TypeKind) -> bool {
        matches!(kind, TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_))
    }

    /// The call with a parameter added.
    pub(crate) fn with_parameter(
        &self,
        call: TokenStream,
        operation: &Builder,
        parameter: &Parameter,
        value: &TokenStream,
        imports: &mut Imports,
    ) -> TokenStream {
        let wire = &parameter.wire_name;
        let style = match parameter.style {
            ParameterStyle::Simple | ParameterStyle::Form => None,
            ParameterStyle::FormComma => Some(quote!(FormComma)),
            ParameterStyle::SpaceDelimited => Some(quote!(SpaceDelimited)),
            ParameterStyle::PipeDelimited => Some(quote!(PipeDelimited)),
            ParameterStyle::DeepObject => Some(quote!(DeepObject)),
            ParameterStyle::Json => Some(quote!(Json)),
        };
        match (parameter.location, style) {
            (ParameterLocation::Header, _) => operation.call(call, "header", &quote!(#wire, #value)),
            (ParameterLocation::Cookie, _) => operation.call(call, "cookie", &quote!(#wire, #value)),
            (_, Some(style)) => {
                imports.runtime("Style");
                operation.call(call, "query_as", &quote!(Style::#style, #wire, #value))
            }
            (_, None) => operation.call(call, "query", &quote!(#wire, #value)),
        }
    }

    /// The body as an argument.
    pub(crate) fn body_argument(&self, body: &Body, imports: &mut Imports) -> Argument {
        let by_reference = |type_: TokenStream| Argument { declaration: quote!(body: &#type_), value: quote!(body) };
        match &body.content {
            BodyContent::Json(type_) | BodyContent::Form(type_) => match self.resolved(type_) {
                Type::String => Argument { declaration: quote!(body: &str), value: quote!(body) },
                Type::Array(element) => {
                    let element = self.type_(element, imports);
                    Argument { declaration: quote!(body: &[#element]), value: quote!(body) }
                }
                Type::Boolean | Type::Integer(_) | Type::Number => {
                    let type_ = self.type_(type_, imports);
                    Argument { declaration: quote!(body: #type_), value: quote!(&body) }
                }
                _ => by_reference(self.type_(type_, imports)),
            },
            BodyContent::Multipart(id) => by_reference(imports.named(*id, self.type_ident(*id))),
            BodyContent::Text => {
                let media_type = &body.media_type;
                Argument { declaration: quote!(body: impl Into<String>), value: quote!(#media_type, body) }
            }
            BodyContent::Bytes => {
                let media_type = &body.media_type;
                let bytes = imports.runtime("Bytes");
                Argument { declaration: quote!(body: impl Into<#bytes>), value: quote!(#media_type, body) }
            }
        }
    }

    /// The call with the body added.
    pub(crate) fn with_body(
        &self,
        call: TokenStream,
        operation: &Builder,
        body: &Body,
        value: &TokenStream,
    ) -> TokenStream {
        let method = match &body.content {
            BodyContent::Json(_) => "json",
            BodyContent::Form(_) => "form",
            BodyContent::Multipart(_) => "multipart",
            BodyContent::Text => "text",
            BodyContent::Bytes => "bytes",
        };
        let call = operation.call(call, method, value);
        let media_type = &body.media_type;
        // A dialect of JSON, such as that of merge patches, is JSON with a type of its own.
        if matches!(body.content, BodyContent::Json(_)) && !is_json(media_type) {
            operation.call(call, "header", &quote!("Content-Type", &#media_type))
        } else {
            call
        }
    }
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.is_empty() || essence.contains('*') || essence.eq_ignore_ascii_case("application/json")
}

/// How the call of an operation is put together.
pub(crate) struct Builder {
    /// Whether a setter of this operation hides a method that builds calls.
    hidden: bool,
}

impl Builder {
    pub(crate) fn new(operation: &Operation, names: &[String]) -> Self {
        let setters = operation.parameters.iter().zip(names).filter(|(parameter, _)| !parameter.required);
        let hidden = setters.into_iter().any(|(_, name)| BUILD_METHODS.contains(&name.as_str()));
        Self { hidden }
    }

    /// A method of `BuildCall` on a call.
    fn call(&self, call: TokenStream, method: &str, arguments: &TokenStream) -> TokenStream {
        let method: Ident = ident(method);
        if self.hidden { quote!(BuildCall::#method(#call, #arguments)) } else { quote!(#call.#method(#arguments)) }
    }
}

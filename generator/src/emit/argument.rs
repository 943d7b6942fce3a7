//! Arguments for parameters and bodies.
//!
//! ```text
//! `id: string` in the path                   id: &str
//! `limit: integer` in the query, optional    limit: impl Optional<i64>
//! `tags: [string]` in the query, required    tags: impl IntoIterator<Item: Into<String>>
//! a body of type `Pet`                       body: &Pet
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::imports::Imports;
use super::{Emitter, ident};
use crate::hash::HashSet;
use crate::ir::{
    ArgumentForm, Body, BodyContent, Field, Operation, Parameter, ParameterLocation, ParameterStyle, PartEncoding,
    Scalar, Type, TypeKind,
};
use crate::names::OperationNames;
use crate::runtime_items::{BUILD_METHODS, RuntimeItem};

/// An argument of a method.
pub(crate) struct Argument {
    /// The lifetime in its type, as the generics of the method, if it must be named.
    pub(crate) lifetime: Option<TokenStream>,
    /// The name and type.
    pub(crate) declaration: TokenStream,
    /// The value to send, by reference.
    pub(crate) value: TokenStream,
}

impl Argument {
    fn new(declaration: TokenStream, value: TokenStream) -> Self {
        Self { lifetime: None, declaration, value }
    }

    /// Returns the argument with other arguments before it in the call of the sending method.
    fn after(self, arguments: TokenStream) -> Self {
        let value = self.value;
        Self { value: quote!(#arguments, #value), ..self }
    }
}

/// The way in which a value is passed: as a required argument, or by a setter that also accepts an `Option`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Required,
    Optional,
}

impl Emitter<'_> {
    /// Returns the argument for a parameter.
    pub(crate) fn argument(
        &self,
        parameter: &Parameter,
        name: &str,
        need: Need,
        operation: &Builder,
        imports: &mut Imports,
    ) -> Argument {
        let name = ident(name);
        let form = self.graph.parameter_form(self.api, parameter);
        if let ArgumentForm::Elements(element) = form {
            let element = self.type_(element, imports);
            let list = if operation.has_list {
                quote!(apiarist_runtime::codegen::list)
            } else {
                imports.runtime(RuntimeItem::List)
            };
            let declaration = quote!(#name: impl IntoIterator<Item: Into<#element>>);
            return Argument::new(declaration, quote!(&#list::<#element>(#name)));
        }
        let mut argument = self.form(form, &name, need, imports);
        if form == ArgumentForm::Text || need == Need::Optional {
            // A trait object for a parameter requires a sized value.
            let value = argument.value;
            argument.value = quote!(&#value);
        }
        argument
    }

    /// Returns the argument in a form. Its value is a reference, or an `Option` of one.
    fn form(&self, form: ArgumentForm<'_>, name: &Ident, need: Need, imports: &mut Imports) -> Argument {
        let is_optional = need == Need::Optional;
        let value = if is_optional { quote!(#name.as_option()) } else { quote!(#name) };
        let (lifetime, accepted) = match form {
            ArgumentForm::Text => (None, quote!(str)),
            ArgumentForm::Value(type_) => (None, self.type_(type_, imports)),
            ArgumentForm::Reference(type_) => (is_optional.then(|| quote!(<'a>)), self.type_(type_, imports)),
            ArgumentForm::Slice(element) => {
                let element = self.type_(element, imports);
                (None, quote!([#element]))
            }
            ArgumentForm::OwnedText => return Argument::new(quote!(#name: impl Into<String>), quote!(Some(#name))),
            ArgumentForm::Elements(element) => {
                let element = self.type_(element, imports);
                return Argument::new(quote!(#name: impl IntoIterator<Item: Into<#element>>), quote!(#name));
            }
            ArgumentForm::Upload => {
                let upload = imports.runtime(RuntimeItem::Upload);
                return Argument::new(quote!(#name: impl Into<#upload>), quote!(#name));
            }
        };
        let optional = is_optional.then(|| imports.runtime(RuntimeItem::Optional));
        let (declaration, value) = match (optional, form) {
            (Some(optional), ArgumentForm::Reference(_)) => (quote!(#name: impl #optional<&'a #accepted>), value),
            (Some(optional), _) => (quote!(#name: impl #optional<#accepted>), value),
            (None, ArgumentForm::Value(_)) => (quote!(#name: #accepted), quote!(&#value)),
            (None, _) => (quote!(#name: &#accepted), value),
        };
        Argument { lifetime, declaration, value }
    }

    /// Adds a parameter to the call.
    pub(crate) fn with_parameter(
        &self,
        call: TokenStream,
        operation: &Builder,
        parameter: &Parameter,
        value: &TokenStream,
        imports: &mut Imports,
    ) -> TokenStream {
        let wire = &parameter.wire_name;
        let (method, usual) = match parameter.location {
            ParameterLocation::Header => ("header", ParameterStyle::Simple),
            ParameterLocation::Cookie => ("cookie", ParameterStyle::Form),
            ParameterLocation::Query | ParameterLocation::Path => ("query", ParameterStyle::Form),
        };
        let styled = match method {
            "query" if parameter.allow_reserved => Some("query_reserved"),
            _ if parameter.style == usual => None,
            "header" => Some("header_as"),
            "cookie" => Some("cookie_as"),
            _ => Some("query_as"),
        };
        match styled {
            None => operation.call(call, method, &quote!(#wire, #value)),
            Some(method) => {
                let style = style(parameter.style, imports);
                operation.call(call, method, &quote!(#style, #wire, #value))
            }
        }
    }

    /// Returns an argument of the path, with its style unless that is the default.
    pub(crate) fn path_value(&self, parameter: &Parameter, value: TokenStream, imports: &mut Imports) -> TokenStream {
        if parameter.style == ParameterStyle::Simple && !parameter.allow_reserved {
            return value;
        }
        let style = style(parameter.style, imports);
        if parameter.allow_reserved { quote!(&#style.reserved(#value)) } else { quote!(&#style.of(#value)) }
    }

    /// Returns the argument for the body.
    pub(crate) fn body_argument(&self, body: &Body, need: Need, imports: &mut Imports) -> Argument {
        let media_type = &body.media_type;
        let form = self.graph.body_form(self.api, body);
        let mut argument = self.form(form, &ident("body"), need, imports);
        match &body.content {
            BodyContent::Json(_) if is_plain_json(media_type) => argument,
            BodyContent::Json(_) | BodyContent::Text(_) | BodyContent::Bytes => argument.after(quote!(#media_type)),
            BodyContent::Form(_, styles) if styles.is_empty() => argument,
            BodyContent::Form(type_, styles) if self.is_all_deep(type_, styles) => {
                argument.after(style(ParameterStyle::DeepObject, imports))
            }
            BodyContent::Form(_, styles) => {
                let styles = styles.iter().map(|(name, member)| {
                    let style = style(*member, imports);
                    quote!((#name, #style))
                });
                let styles: Vec<TokenStream> = styles.collect();
                argument.after(quote!(&[#(#styles),*]))
            }
            BodyContent::Multipart(_, parts) => {
                if let ArgumentForm::Slice(_) = form {
                    let value = argument.value;
                    argument.value = if need == Need::Optional { quote!(#value.as_ref()) } else { quote!(&#value) };
                }
                let parts: Vec<TokenStream> =
                    parts.iter().map(|(name, part)| part_encoding(name, part, imports)).collect();
                match (is_form_data(media_type), parts.as_slice()) {
                    (true, []) => argument,
                    (true, parts) => argument.after(quote!(&[#(#parts),*])),
                    (false, parts) => argument.after(quote!(#media_type, &[#(#parts),*])),
                }
            }
        }
    }

    /// Adds the body to the call.
    pub(crate) fn with_body(
        &self,
        call: TokenStream,
        operation: &Builder,
        body: &Body,
        value: &TokenStream,
    ) -> TokenStream {
        let method = match &body.content {
            BodyContent::Json(_) if is_plain_json(&body.media_type) => "json",
            // A dialect of JSON, such as JSON merge patch, or JSON with parameters is sent with its own media type.
            BodyContent::Json(_) => "json_as",
            BodyContent::Form(_, styles) if styles.is_empty() => "form",
            BodyContent::Form(type_, styles) if self.is_all_deep(type_, styles) => "form_in",
            BodyContent::Form(..) => "form_as",
            BodyContent::Multipart(..) if !is_form_data(&body.media_type) => "multipart_of",
            BodyContent::Multipart(_, parts) if parts.is_empty() => "multipart",
            BodyContent::Multipart(..) => "multipart_as",
            BodyContent::Text(type_) if *self.resolved(type_) == Type::Scalar(Scalar::String) => "text",
            BodyContent::Text(_) => "scalar",
            BodyContent::Bytes => "bytes",
        };
        operation.call(call, method, value)
    }
}

impl Emitter<'_> {
    /// Returns `true` if all properties of a form can be sent in the style `deepObject`: properties without a style are
    /// scalars, whose serialization is the same.
    fn is_all_deep(&self, form: &Type, styles: &[(String, ParameterStyle)]) -> bool {
        let Type::Named(id) = self.resolved(form) else { return false };
        let TypeKind::Struct(object) = &self.api.definition(*id).kind else { return false };
        let styled: HashSet<&str> = styles.iter().map(|(name, _)| name.as_str()).collect();
        let has_style = |field: &Field| styled.contains(field.wire_name.as_str());
        let is_plain = |field: &Field| has_style(field) || self.is_scalar(&field.type_);
        !styles.is_empty()
            && styles.iter().all(|(_, style)| *style == ParameterStyle::DeepObject)
            && object.extra.is_none()
            && object.fields.iter().all(is_plain)
    }

    fn is_scalar(&self, type_: &Type) -> bool {
        match self.resolved(type_) {
            Type::Scalar(scalar) => scalar.is_plain(),
            Type::Nullable(inner) => self.is_scalar(inner),
            Type::Named(id) => self.api.definition(*id).kind.is_value_enum(),
            _ => false,
        }
    }
}

/// Returns the encoding of a part of a multipart form.
fn part_encoding(name: &str, part: &PartEncoding, imports: &mut Imports) -> TokenStream {
    let encoding = imports.runtime(RuntimeItem::PartEncoding);
    match part {
        PartEncoding::ContentType(media_type) => quote!((#name, #encoding::ContentType(#media_type))),
        PartEncoding::Header(header, value) => quote!((#name, #encoding::Header(#header, #value))),
        PartEncoding::Style(member) => {
            let style = style(*member, imports);
            quote!((#name, #encoding::Style(#style)))
        }
    }
}

/// Returns a style of the runtime.
fn style(style: ParameterStyle, imports: &mut Imports) -> TokenStream {
    let name = ident(match style {
        ParameterStyle::Simple => "Simple",
        ParameterStyle::SimpleExploded => "SimpleExploded",
        ParameterStyle::Label => "Label",
        ParameterStyle::LabelExploded => "LabelExploded",
        ParameterStyle::Matrix => "Matrix",
        ParameterStyle::MatrixExploded => "MatrixExploded",
        ParameterStyle::Form => "Form",
        ParameterStyle::FormComma => "FormComma",
        ParameterStyle::SpaceDelimited => "SpaceDelimited",
        ParameterStyle::TabDelimited => "TabDelimited",
        ParameterStyle::PipeDelimited => "PipeDelimited",
        ParameterStyle::DeepObject => "DeepObject",
        ParameterStyle::Prefixed => "Prefixed",
        ParameterStyle::Cookie => "Cookie",
        ParameterStyle::CookieComma => "CookieComma",
        ParameterStyle::Json => "Json",
        ParameterStyle::Urlencoded => "Urlencoded",
        ParameterStyle::WholeJson => "WholeJson",
    });
    let style = imports.runtime(RuntimeItem::Style);
    quote!(#style::#name)
}

fn is_plain_json(media_type: &str) -> bool {
    media_type.is_empty() || media_type.contains('*') || media_type.eq_ignore_ascii_case("application/json")
}

fn is_form_data(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("multipart/form-data")
}

/// The construction of an operation's call.
pub(crate) struct Builder {
    /// Whether a setter of this operation hides a method that builds calls.
    hidden: bool,
    /// Whether an argument has the name of the function that collects arrays.
    has_list: bool,
}

impl Builder {
    pub(crate) fn new(operation: &Operation, names: &OperationNames) -> Self {
        let setters = operation.parameters.iter().zip(&names.parameters).filter(|(parameter, _)| !parameter.required);
        let hidden = setters.into_iter().any(|(_, name)| BUILD_METHODS.contains(&name.as_str()));
        Self { hidden, has_list: names.parameters.iter().any(|name| name == "list") }
    }

    /// Calls a method of `CallBuilder` on a call.
    fn call(&self, call: TokenStream, method: &str, arguments: &TokenStream) -> TokenStream {
        let method: Ident = ident(method);
        if self.hidden { quote!(CallBuilder::#method(#call, #arguments)) } else { quote!(#call.#method(#arguments)) }
    }
}

//! Operations: the method that starts a call, the type that describes the operation, and the setters of its call.

use proc_macro2::TokenStream;
use quote::quote;

use super::argument::{Builder, Need};
use super::imports::Imports;
use super::stream_rules::stream_rules;
use super::types::trait_method_allowance;
use super::url::{path_template, server_url};
use super::{Emitter, Moved, ident};
use crate::code_span::code_span;
use crate::ir::{
    Body, EventForm, HeaderFormat, Operation, OperationId, Outcome, ParameterLocation, Payload, Scalar, Type,
};
use crate::names::identifier::is_identifier;
use crate::runtime_items::RuntimeItem;

impl Emitter<'_> {
    /// Returns the methods of the group that start the call: one, or one for each alternative of a required body.
    pub(crate) fn methods(&self, id: OperationId, imports: &mut Imports) -> TokenStream {
        let (operation, names) = (self.api.operation(id), self.names.operation(id));
        let mut bodies = operation.bodies.iter().filter(|body| body.required);
        let first = Moved::new(self.method(id, &names.method, bodies.next(), imports));
        let others = names.bodies.iter().zip(bodies).map(|(name, body)| self.method(id, name, Some(body), imports));
        let others: Moved = others.collect();
        quote!(#first #others)
    }

    fn method(&self, id: OperationId, name: &str, body: Option<&Body>, imports: &mut Imports) -> TokenStream {
        let operation = self.api.operation(id);
        let names = self.names.operation(id);
        let builder = Builder::new(operation, names);
        let call_name = ident(&names.call);
        let mut declarations = Vec::new();
        let mut places = Vec::new();
        let mut others = Vec::new();
        for (parameter, name) in operation.parameters.iter().zip(&names.parameters) {
            if !parameter.is_argument() {
                continue;
            }
            let argument = self.argument(parameter, name, Need::Required, &builder, imports);
            declarations.push(argument.declaration);
            if parameter.location == ParameterLocation::Path {
                places.push(self.path_value(parameter, argument.value, imports));
            } else {
                others.push((parameter, argument.value));
            }
        }
        let mut call = quote!(#call_name::new(self.core, &[#(#places),*]));
        for (parameter, value) in others {
            call = self.with_parameter(call, &builder, parameter, &value, imports);
        }
        if let Some(body) = body {
            let argument = self.body_argument(body, Need::Required, imports);
            declarations.push(argument.declaration);
            call = self.with_body(call, &builder, body, &argument.value);
        }
        let documentation = match body {
            Some(body) if name != names.method => {
                // The link names a method explicitly, and text within a code span cannot end the span.
                let (text, method) = (names.method.trim_start_matches("r#"), &names.method);
                let text =
                    format!("Like [`{text}`](Self::{method}), but sends the body as {}.", code_span(&body.media_type));
                self.doc_texts.add(text)
            }
            _ => self.method_comment(id, body, imports).into_tokens(&self.doc_texts),
        };
        let deprecation = self.deprecation(&operation.documentation);
        let documentation = Moved::new(documentation);
        let example = self.example(id, name, body).map(Moved::new);
        let inline = body.map(|_| quote!(#[inline]));
        let allow =
            (declarations.len() > 6).then(|| quote!(#[allow(clippy::too_many_arguments, reason = "all are required")]));
        let operator = trait_method_allowance(name);
        let name = ident(name);
        quote! {
            #documentation
            #example
            #deprecation
            #allow
            #operator
            #inline
            pub fn #name(self #(, #declarations)*) -> #call_name {
                #call
            }
        }
    }

    /// Returns the alias of the call, the marker type of the operation, its description, and the setters of its call.
    pub(crate) fn marker(&self, id: OperationId, imports: &mut Imports) -> TokenStream {
        let operation = self.api.operation(id);
        let names = self.names.operation(id);
        let (marker, call) = (ident(&names.marker), ident(&names.call));
        let group = &self.names.group(operation.group).type_name;
        // The link names a method explicitly.
        let method = names.method.trim_start_matches("r#");
        let about = self.doc_comment(&[format!("Marker for the operation {}.", route(operation))]);
        let spec = Moved::new(self.operation_spec(operation, imports));
        let success = self.success(operation, imports);
        let failure = self.failure(&operation.failure, imports);
        let events = operation.events.as_ref().map(|type_| {
            let event = self.event(operation, type_, operation.event_form, imports);
            let stream = imports.runtime(RuntimeItem::StreamOperation);
            quote! {
                impl #stream for #marker {
                    type Event = #event;
                }
            }
        });
        let pages = operation.pagination.as_ref().map(|pagination| self.pagination(&marker, pagination, imports));
        let headers = self.header_constants(id, imports);
        let setters = self.setter_methods(id, imports);
        let set = if setters.is_some() { " Set optional parameters, then await it." } else { "" };
        let about_call = self.doc_texts.add(format!("A call to [`{group}::{method}`].{set}"));
        quote! {
            #about_call
            pub type #call = Call<#marker>;
            #about
            pub enum #marker {}
            impl Operation for #marker {
                const SPEC: &'static OperationSpec = &#spec;
                type Success = #success;
                type Failure = #failure;
            }
            #events
            #pages
            #headers
            #setters
        }
    }

    /// Returns the part of the description that is the same for every call of an operation.
    fn operation_spec(&self, operation: &Operation, imports: &mut Imports) -> TokenStream {
        let id = operation.id.as_ref().unwrap_or(&operation.route);
        let path = path_template(&operation.path);
        let route = match operation.method.as_str() {
            "GET" => quote!(.get(#path)),
            "POST" => quote!(.post(#path)),
            "PUT" => quote!(.put(#path)),
            "PATCH" => quote!(.patch(#path)),
            "DELETE" => quote!(.delete(#path)),
            method => quote!(.route(#method, #path)),
        };
        let server = operation.server.as_deref().map(server_url).map(|server| quote!(.base_url(#server)));
        let accept = accept(operation).map(|accept| quote!(.accept(#accept)));
        let streams = streams(operation).map(|streams| quote!(.streams(#streams)));
        let stream_rules = stream_rules(&operation.stream_rules, imports);
        let security = self.security(operation, imports);
        quote!(OperationSpec::new(#id) #route #server #accept #streams #stream_rules #security)
    }

    /// Returns a constant for each response header.
    fn header_constants(&self, id: OperationId, imports: &mut Imports) -> Option<TokenStream> {
        let (operation, names) = (self.api.operation(id), self.names.operation(id));
        let marker = ident(&names.marker);
        let constants = operation.headers.iter().zip(&names.headers).map(|(header, name)| {
            let about = || format!("Response header {}.", code_span(&header.wire_name));
            let documentation = self.documentation_or(&header.documentation, about);
            let (type_, kind) = (self.type_(&header.type_, imports), imports.runtime(RuntimeItem::Header));
            let (name, wire) = (ident(name), &header.wire_name);
            let value = match header.format {
                HeaderFormat::Simple => quote!(#kind::new(#wire)),
                HeaderFormat::Separated(sign) => quote!(#kind::separated(#wire, #sign)),
                HeaderFormat::Prefixed => quote!(#kind::prefixed(#wire)),
                HeaderFormat::Json => quote!(#kind::json(#wire)),
            };
            quote! {
                #documentation
                pub const #name: #kind<#type_> = #value;
            }
        });
        let constants: Vec<TokenStream> = constants.collect();
        (!constants.is_empty()).then(|| quote!(impl #marker { #(#constants)* }))
    }

    /// Returns the alternative sets of credentials, if there are any.
    fn security(&self, operation: &Operation, imports: &mut Imports) -> Option<TokenStream> {
        let sets = operation.security.iter().map(|set| {
            let constants: Vec<_> = set
                .iter()
                .filter_map(|need| self.names.credential(&need.scheme))
                .map(|names| ident(&names.constant))
                .collect();
            imports.client |= !constants.is_empty();
            quote!(&[#(client::#constants),*])
        });
        let sets: Vec<TokenStream> = sets.collect();
        (!sets.is_empty()).then(|| quote!(.security(&[#(#sets),*])))
    }

    /// Returns the setters for optional parameters and bodies.
    fn setter_methods(&self, id: OperationId, imports: &mut Imports) -> Option<TokenStream> {
        let operation = self.api.operation(id);
        let names = self.names.operation(id);
        let builder = Builder::new(operation, names);
        let call_name = ident(&names.call);
        let mut setters = Vec::new();
        for (parameter, name) in operation.parameters.iter().zip(&names.parameters) {
            if parameter.is_argument() {
                continue;
            }
            // Only the name of the setter conflicts with the methods of every call, not its argument.
            let plain = name.strip_suffix('_').filter(|plain| is_identifier(plain)).unwrap_or(name);
            let argument = self.argument(parameter, plain, Need::Optional, &builder, imports);
            let call = self.with_parameter(quote!(self), &builder, parameter, &argument.value, imports);
            let (lifetime, declaration, setter) = (argument.lifetime, argument.declaration, ident(name));
            let about = || format!("Sets {}.", code_span(&parameter.wire_name));
            let documentation = self.documentation_or(&parameter.documentation, about);
            let allow = trait_method_allowance(name);
            setters.push(quote! {
                #documentation
                #allow
                pub fn #setter #lifetime(self, #declaration) -> Self {
                    #call
                }
            });
        }
        let setter_names = ["body"].into_iter().chain(names.bodies.iter().map(String::as_str));
        for (body, name) in operation.bodies.iter().zip(setter_names).filter(|(body, _)| !body.required) {
            let argument = self.body_argument(body, Need::Optional, imports);
            let call = self.with_body(quote!(self), &builder, body, &argument.value);
            let (lifetime, declaration) = (argument.lifetime, argument.declaration);
            let mut documentation = self.paragraphs(&body.documentation);
            if documentation.is_empty() {
                documentation.push("Sets the request body.".to_owned());
            }
            if operation.bodies.len() > 1 {
                documentation.push(format!("Sent as {}.", code_span(&body.media_type)));
            }
            let (documentation, name) = (self.doc_comment(&documentation), ident(name));
            setters.push(quote! {
                #documentation
                #[inline]
                pub fn #name #lifetime(self, #declaration) -> Self {
                    #call
                }
            });
        }
        (!setters.is_empty()).then(|| quote!(impl #call_name { #(#setters)* }))
    }

    /// Returns the type that decodes a successful response.
    fn success(&self, operation: &Operation, imports: &mut Imports) -> TokenStream {
        match &operation.success {
            Outcome::One(Payload::Events(type_, form)) => {
                let (stream, event) =
                    (imports.runtime(RuntimeItem::EventStream), self.event(operation, type_, *form, imports));
                quote!(#stream<#event, Self::Failure>)
            }
            outcome => self.outcome(outcome, imports),
        }
    }

    fn outcome(&self, outcome: &Outcome, imports: &mut Imports) -> TokenStream {
        match outcome {
            Outcome::One(payload) => self.payload(payload, imports),
            Outcome::ByStatus(id) => {
                let name = ident(&self.names.status_enum(*id).type_name);
                quote!(#name)
            }
        }
    }

    /// Returns the type that decodes an event. The data of a server-sent event may be plain text; a line of JSON may
    /// not.
    fn event(&self, operation: &Operation, type_: &Type, form: EventForm, imports: &mut Imports) -> TokenStream {
        let is_sent_event = |name: &String| name.starts_with("text/event-stream");
        if *type_ == Type::Scalar(Scalar::String) && operation.streams.iter().all(is_sent_event) {
            return self.payload(&Payload::Text(Type::Scalar(Scalar::String)), imports);
        }
        self.typed_event(type_, form, imports)
    }

    /// Returns the type that decodes an event that is not plain text.
    fn typed_event(&self, type_: &Type, form: EventForm, imports: &mut Imports) -> TokenStream {
        let kind = imports.runtime(if form == EventForm::Fields { RuntimeItem::Envelope } else { RuntimeItem::Json });
        let type_ = self.type_(type_, imports);
        quote!(#kind<#type_>)
    }

    /// Returns the type of errors; any JSON if the document does not describe them.
    fn failure(&self, outcome: &Outcome, imports: &mut Imports) -> TokenStream {
        match outcome {
            Outcome::One(Payload::None) => self.payload(&Payload::Json(Type::Scalar(Scalar::Any)), imports),
            outcome => self.outcome(outcome, imports),
        }
    }

    /// Returns the type that decodes the body of a response.
    pub(crate) fn payload(&self, payload: &Payload, imports: &mut Imports) -> TokenStream {
        match payload {
            Payload::None => imports.runtime(RuntimeItem::NoContent),
            Payload::Text(type_) if *self.resolved(type_) == Type::Scalar(Scalar::String) => {
                imports.runtime(RuntimeItem::Text)
            }
            Payload::Text(type_) => {
                let (kind, type_) = (imports.runtime(RuntimeItem::TextOf), self.type_(type_, imports));
                quote!(#kind<#type_>)
            }
            Payload::Binary => imports.runtime(RuntimeItem::Binary),
            Payload::Json(type_) => {
                let (kind, type_) = (imports.runtime(RuntimeItem::Json), self.type_(type_, imports));
                quote!(#kind<#type_>)
            }
            Payload::Events(type_, form) => {
                let (stream, event) =
                    (imports.runtime(RuntimeItem::EventStream), self.typed_event(type_, *form, imports));
                quote!(#stream<#event, Self::Failure>)
            }
        }
    }
}

/// Returns the method and path of an operation, as code.
pub(super) fn route(operation: &Operation) -> String {
    code_span(&format!("{} {}", operation.method, operation.path))
}

/// Returns the media types for the `Accept` header, or `None` if it is JSON alone. The media types of streams are only
/// sent if the call is streamed.
fn accept(operation: &Operation) -> Option<String> {
    let joined = operation.accepts.join(", ");
    (!joined.is_empty() && joined != "application/json").then_some(joined)
}

/// Returns the media types for the `Accept` header of a streamed call, or `None` if it is `text/event-stream` alone.
fn streams(operation: &Operation) -> Option<String> {
    let joined = operation.streams.join(", ");
    (!joined.is_empty() && joined != "text/event-stream").then_some(joined)
}

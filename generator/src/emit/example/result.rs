//! The use of the result of a call in an example.
//!
//! ```text
//! nothing     client.pets().delete("id").await?;
//! a value     let pet = client.pets().get("id").await?;
//! pages       let mut items = client.pets().list().items();
//!             while let Some(item) = items.next().await { … }
//! a stream    let mut events = client.pets().watch().stream().await?;
//!             while let Some(event) = events.next().await { … }
//! a file      client.pets().photo("id").download().await?.save_to("photo.bin").await?;
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::{Emitter, ident};
use crate::ir::{NameHint, Operation, Outcome, Payload, Type};
use crate::names::identifier::{is_identifier, snake, split_words};
use crate::names::inflection::plural;

/// Words at the end of a type name that do not describe the value.
const SUFFIXES: &[&str] = &["dto", "output", "resource", "response", "result"];

/// Words at the beginning of a type that is named after its operation.
const VERBS: &[&str] = &["create", "delete", "get", "list", "retrieve", "update"];

/// The maximum length of the name of a result.
const LONGEST: usize = 30;

impl Emitter<'_> {
    /// Returns the statements that send a call.
    pub(super) fn statements(&self, operation: &Operation, call: &TokenStream) -> TokenStream {
        if operation.pagination.is_some() {
            return quote! {
                let mut items = #call.items();
                while let Some(item) = items.next().await {
                    println!("{:?}", item?);
                }
            };
        }
        let payload = match &operation.success {
            Outcome::One(payload) => payload,
            Outcome::ByStatus(_) => return quote!(let response = #call.await?;),
        };
        match payload {
            Payload::None => quote!(#call.await?;),
            Payload::Events(..) => quote! {
                let mut events = #call.stream().await?;
                while let Some(event) = events.next().await {
                    println!("{:?}", event?);
                }
            },
            Payload::Binary => quote!(#call.download().await?.save_to("content.bin").await?;),
            Payload::Text(_) => quote!(let text = #call.await?;),
            Payload::Json(type_) => {
                let name = self.result_name(type_);
                quote!(let #name = #call.await?;)
            }
        }
    }

    /// Returns the variable name for a value of this type: that of the component, in the plural for an array.
    fn result_name(&self, type_: &Type) -> Ident {
        let (type_, is_list) = match type_ {
            Type::Array(element) => (&**element, true),
            type_ => (type_, false),
        };
        let component = match type_ {
            Type::Named(id) if matches!(self.api.definition(*id).name, NameHint::Component(_)) => Some(*id),
            _ => None,
        };
        let name = component.and_then(|id| {
            let mut words = split_words(&self.names.type_(id).name);
            while words.len() > 1 && words.last().is_some_and(|last| SUFFIXES.contains(&last.as_str())) {
                words.pop();
            }
            if words.len() > 1 && words.first().is_some_and(|first| VERBS.contains(&first.as_str())) {
                words.remove(0);
            }
            let last = words.last_mut().filter(|_| is_list);
            last.into_iter().for_each(|last| *last = plural(last));
            Some(snake(&words, "value")).filter(|name| name.len() <= LONGEST && is_identifier(name) && name != "client")
        });
        ident(name.as_deref().unwrap_or("response"))
    }
}

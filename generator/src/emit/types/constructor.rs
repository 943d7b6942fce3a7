//! How values that requests carry are made: `new` with what is required, a setter for everything else.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{Field, Presence, Struct, StructForm, Type, TypeId};

/// Names of traits' methods that clippy wants to be of the trait (`clippy::should_implement_trait`).
const TRAIT_METHODS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

impl Emitter<'_> {
    /// The methods that make and fill a struct.
    pub(crate) fn constructor(&self, id: TypeId, object: &Struct, imports: &mut Imports) -> TokenStream {
        let name = self.type_ident(id);
        let new = self.has_required(id, object).then(|| self.new_function(id, object, imports));
        let setters = self.setters(id, object, imports);
        if new.is_none() && setters.is_empty() {
            return TokenStream::new();
        }
        quote! {
            impl #name {
                #new
                #(#setters)*
            }
        }
    }

    fn new_function(&self, id: TypeId, object: &Struct, imports: &mut Imports) -> TokenStream {
        let members = self.members(id);
        let mut arguments = Vec::new();
        let mut values = Vec::new();
        for (field, name) in object.fields.iter().zip(&members.fields) {
            let name = ident(name);
            match self.presence(id, object, field) {
                Presence::Required => {
                    let (type_, value) = self.given(id, field, &quote!(#name), imports);
                    arguments.push(quote!(#name: #type_));
                    values.push(if name == value.to_string() { quote!(#name) } else { quote!(#name: #value) });
                }
                Presence::Nullable => {
                    let type_ = self.field_type(id, field, Presence::Nullable, imports);
                    arguments.push(quote!(#name: #type_));
                    values.push(quote!(#name));
                }
                Presence::Optional => values.push(quote!(#name: None)),
                Presence::Maybe => values.push(quote!(#name: Maybe::Absent)),
            }
        }
        if object.extra.is_some() && object.form == StructForm::Json {
            let name = ident(&members.extra);
            values.push(quote!(#name: BTreeMap::new()));
        }
        let allow =
            (arguments.len() > 7).then(|| quote!(#[allow(clippy::too_many_arguments, reason = "all are required")]));
        quote! {
            #[doc = "With what is required."]
            #allow
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }
        }
    }

    fn setters(&self, id: TypeId, object: &Struct, imports: &mut Imports) -> Vec<TokenStream> {
        let members = self.members(id);
        let names = members.fields.iter().zip(&members.setters);
        let mut setters = Vec::new();
        for (field, (name, setter_name)) in object.fields.iter().zip(names) {
            let presence = self.presence(id, object, field);
            if matches!(presence, Presence::Required | Presence::Nullable) {
                continue;
            }
            let (name, setter) = (ident(name), ident(setter_name));
            let (type_, value) = self.given(id, field, &quote!(#name), imports);
            let value = match presence {
                Presence::Maybe => quote!(Maybe::Value(#value)),
                _ => quote!(Some(#value)),
            };
            let allow = trait_method_allowance(setter_name);
            setters.push(quote! {
                #allow
                pub fn #setter(mut self, #name: #type_) -> Self {
                    self.#name = #value;
                    self
                }
            });
        }
        setters
    }

    /// When a field is there. A part of a form is there or not, but never null.
    pub(crate) fn presence(&self, id: TypeId, object: &Struct, field: &Field) -> Presence {
        match (object.form, field.presence(self.graph.usage(id))) {
            (StructForm::Multipart, Presence::Nullable | Presence::Maybe) => Presence::Optional,
            (_, presence) => presence,
        }
    }

    /// How a value is given to a function, and what the function makes of it.
    fn given(
        &self,
        owner: TypeId,
        field: &Field,
        name: &TokenStream,
        imports: &mut Imports,
    ) -> (TokenStream, TokenStream) {
        let type_ = self.type_(&field.type_, imports);
        if self.is_boxed(owner, &field.type_) {
            return (type_, quote!(Box::new(#name)));
        }
        match self.resolved(&field.type_) {
            Type::String => (quote!(impl Into<#type_>), quote!(#name.into())),
            Type::Array(element) => {
                let element = self.type_(element, imports);
                // An argument of that name would stand before the function.
                let list = if self.members(owner).fields.iter().any(|member| member == "list") {
                    quote!(apiarist_runtime::list)
                } else {
                    imports.runtime("list");
                    quote!(list)
                };
                (quote!(impl IntoIterator<Item: Into<#element>>), quote!(#list(#name)))
            }
            _ => (type_, name.clone()),
        }
    }
}

/// Lets a method have the name of an operator's, where the document asks for it.
pub(crate) fn trait_method_allowance(name: &str) -> Option<TokenStream> {
    TRAIT_METHODS
        .contains(&name)
        .then(|| quote!(#[allow(clippy::should_implement_trait, reason = "the document calls it so")]))
}

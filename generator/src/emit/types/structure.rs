//! Structs that are JSON objects.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{Field, Literal, Presence, Struct, TypeId};
use crate::names::{MemberNames, TypeMembers};

/// The names in what is no struct.
static NO_MEMBERS: MemberNames = MemberNames { fields: Vec::new(), setters: Vec::new(), extra: String::new() };

impl Emitter<'_> {
    /// A struct and its table, with a constructor where requests carry it.
    pub(crate) fn structure(&self, id: TypeId, object: &Struct, imports: &mut Imports) -> TokenStream {
        imports.runtime("object");
        let name = self.type_ident(id);
        let documentation = self.documentation(&self.api.definition(id).documentation);
        let members = self.members(id);
        let usage = self.graph.usage(id);
        let is_default = usage.request && !self.has_required(id, object);
        let default = is_default.then(|| quote!(Default,));
        let non_exhaustive = (!usage.request).then(|| quote!(#[non_exhaustive]));
        let fields = object.fields.iter().zip(&members.fields).map(|(field, name)| {
            let presence = field.presence(usage);
            self.field(id, field, name, presence, imports)
        });
        let fields: Vec<TokenStream> = fields.collect();
        let literals = object.literals.iter().map(literal_row);
        let rows = object.fields.iter().zip(&members.fields).map(|(field, name)| {
            let (name, wire) = (ident(name), &field.wire_name);
            let presence = presence_ident(field.presence(usage));
            quote!(#name: #presence(#wire),)
        });
        let extra = object.extra.as_ref().map(|type_| {
            let (name, type_) = (ident(&members.extra), self.type_(type_, imports));
            imports.map = true;
            quote! {
                #[doc = "Members that the document does not name."]
                pub #name: BTreeMap<String, #type_>,
            }
        });
        let rest = object.extra.as_ref().map(|_| {
            let name = ident(&members.extra);
            quote!(..#name)
        });
        let constructor = usage.request.then(|| self.constructor(id, object, imports));
        quote! {
            #documentation
            #[derive(Clone, Debug, #default PartialEq)]
            #non_exhaustive
            pub struct #name {
                #(#fields)*
                #extra
            }
            object!(#name {
                #(#literals)*
                #(#rows)*
                #rest
            });
            #constructor
        }
    }

    /// A field with its documentation.
    pub(crate) fn field(
        &self,
        owner: TypeId,
        field: &Field,
        name: &str,
        presence: Presence,
        imports: &mut Imports,
    ) -> TokenStream {
        let documentation = self.documentation(&field.documentation);
        let name = ident(name);
        let type_ = self.field_type(owner, field, presence, imports);
        quote! { #documentation pub #name: #type_, }
    }

    /// The type of a field that is there in this way.
    pub(crate) fn field_type(
        &self,
        owner: TypeId,
        field: &Field,
        presence: Presence,
        imports: &mut Imports,
    ) -> TokenStream {
        let inner = self.held_type(owner, &field.type_, imports);
        match presence {
            Presence::Required => inner,
            Presence::Nullable | Presence::Optional => quote!(Option<#inner>),
            Presence::Maybe => {
                imports.runtime("Maybe");
                quote!(Maybe<#inner>)
            }
        }
    }

    /// The names in a struct.
    pub(crate) fn members(&self, id: TypeId) -> &MemberNames {
        match &self.names.type_(id).members {
            TypeMembers::Struct(members) => members,
            TypeMembers::Variants(_) | TypeMembers::None => &NO_MEMBERS,
        }
    }

    /// Whether a value cannot be made without saying something.
    pub(crate) fn has_required(&self, id: TypeId, object: &Struct) -> bool {
        let usage = self.graph.usage(id);
        object.fields.iter().any(|field| matches!(field.presence(usage), Presence::Required | Presence::Nullable))
    }
}

fn presence_ident(presence: Presence) -> TokenStream {
    match presence {
        Presence::Required => quote!(required),
        Presence::Nullable => quote!(nullable),
        Presence::Optional => quote!(optional),
        Presence::Maybe => quote!(maybe),
    }
}

fn literal_row(literal: &Literal) -> TokenStream {
    let (wire, value) = (&literal.wire_name, literal_value(&literal.value));
    quote!(#wire = #value,)
}

/// A constant of the document in Rust; null is `()`, which is written as null.
pub(crate) fn literal_value(value: &Value) -> TokenStream {
    match value {
        Value::Bool(value) => quote!(#value),
        Value::String(value) => quote!(#value),
        Value::Number(number) => {
            if let Some(value) = number.as_i64() {
                let literal = proc_macro2::Literal::i64_unsuffixed(value.saturating_abs());
                if value < 0 { quote!(-#literal) } else { quote!(#literal) }
            } else if let Some(value) = number.as_u64() {
                let literal = proc_macro2::Literal::u64_unsuffixed(value);
                quote!(#literal)
            } else {
                let value = number.as_f64().filter(|value| value.is_finite()).unwrap_or_default();
                let literal = proc_macro2::Literal::f64_unsuffixed(value.abs());
                if value < 0.0 { quote!(-#literal) } else { quote!(#literal) }
            }
        }
        Value::Null | Value::Array(_) | Value::Object(_) => quote!(()),
    }
}

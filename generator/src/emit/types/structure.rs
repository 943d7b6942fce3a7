//! Structs that are JSON objects.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{Field, Literal, Presence, Struct, Type, TypeId};
use crate::names::{MemberNames, TypeMembers};

/// The names in what is no struct.
static NO_MEMBERS: MemberNames = MemberNames { fields: Vec::new(), setters: Vec::new(), extra: String::new() };

impl Emitter<'_> {
    /// A struct as a table, with a constructor where requests carry it.
    pub(crate) fn structure(&self, id: TypeId, object: &Struct, imports: &mut Imports) -> TokenStream {
        imports.runtime("object");
        let name = self.type_ident(id);
        let documentation = self.documentation(&self.api.definition(id).documentation);
        let literals = object.literals.iter().map(literal_row);
        let rows = self.fields(id, object).map(|member| {
            let (documentation, field) = (self.documentation(&member.field.documentation), ident(member.name));
            let (presence, wire) = (self.row_word(&member), &member.field.wire_name);
            let (type_, method) = (self.row_type(id, member.field, imports), self.method_word(id, &member));
            quote!(#documentation #field: #presence(#type_) #method = #wire,)
        });
        let rows: Vec<TokenStream> = rows.collect();
        let extra = object.extra.as_ref().map(|type_| {
            let (name, type_) = (ident(&self.members(id).extra), self.type_(type_, imports));
            quote!(..#name(#type_),)
        });
        let constructor = self.graph.usage(id).request.then(|| self.constructor(id, object, imports));
        quote! {
            object! {
                #documentation
                pub struct #name {
                    #(#literals)*
                    #(#rows)*
                    #extra
                }
                #constructor
            }
        }
    }

    /// The fields of a struct with their names, and when they are there.
    pub(crate) fn fields<'s>(&'s self, id: TypeId, object: &'s Struct) -> impl Iterator<Item = Member<'s>> {
        let members = self.members(id);
        let names = members.fields.iter().zip(&members.setters);
        object.fields.iter().zip(names).map(move |(field, (name, setter))| Member {
            field,
            name,
            setter,
            presence: self.graph.presence(id, object, field),
        })
    }

    /// When a field is there, as the table of a struct says it. Null is one of the values of a field that may hold any.
    fn row_word(&self, member: &Member<'_>) -> TokenStream {
        match member.presence {
            Presence::Optional if *self.resolved(&member.field.type_) == Type::Any => quote!(any),
            presence => presence_word(presence),
        }
    }

    /// The type of a field in a table, without what its presence adds: `into` stands before another name for a text or
    /// a list, whose table cannot tell what may be given for it.
    pub(crate) fn row_type(&self, owner: TypeId, field: &Field, imports: &mut Imports) -> TokenStream {
        let type_ = self.held_type(owner, &field.type_, imports);
        let is_renamed = matches!(field.type_, Type::Named(_))
            && matches!(self.resolved(&field.type_), Type::String | Type::Array(_))
            && self.graph.usage(owner).request;
        if is_renamed { quote!(into #type_) } else { type_ }
    }

    /// `by` and the name of the method that fills a field, where it is not called as the field.
    pub(crate) fn method_word(&self, owner: TypeId, member: &Member<'_>) -> Option<TokenStream> {
        let is_filled_so = matches!(member.presence, Presence::Optional | Presence::Maybe);
        (is_filled_so && member.setter != member.name && self.graph.usage(owner).request).then(|| {
            let setter = ident(member.setter);
            quote!(by #setter)
        })
    }

    /// The names in a struct.
    pub(crate) fn members(&self, id: TypeId) -> &MemberNames {
        match &self.names.type_(id).members {
            TypeMembers::Struct(members) => members,
            TypeMembers::Variants(_) | TypeMembers::None => &NO_MEMBERS,
        }
    }
}

/// A field of a struct in the output.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member<'s> {
    pub(crate) field: &'s Field,
    pub(crate) name: &'s str,
    /// The method that fills it.
    pub(crate) setter: &'s str,
    pub(crate) presence: Presence,
}

pub(crate) fn presence_word(presence: Presence) -> TokenStream {
    match presence {
        Presence::Required => quote!(required),
        Presence::Nullable => quote!(nullable),
        Presence::Optional => quote!(optional),
        Presence::Maybe => quote!(maybe),
        Presence::WriteOnly => quote!(write_only),
        Presence::NullableWriteOnly => quote!(nullable_write_only),
    }
}

pub(crate) fn literal_row(literal: &Literal) -> TokenStream {
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
                // Without a suffix an integer is an `i32` where nothing else says its type.
                let digits = value.saturating_abs();
                let literal = match i32::try_from(value) {
                    Ok(_) => proc_macro2::Literal::i64_unsuffixed(digits),
                    Err(_) => proc_macro2::Literal::i64_suffixed(digits),
                };
                if value < 0 { quote!(-#literal) } else { quote!(#literal) }
            } else if let Some(value) = number.as_u64() {
                let literal = proc_macro2::Literal::u64_suffixed(value);
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

//! Status enums, the enums of responses by status.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::derive::derive_attribute;
use super::imports::Imports;
use super::{Emitter, ident};
use crate::ir::{Api, GroupId, IdVec, Payload, Scalar, StatusEnum, StatusEnumId, Statuses, Type};
use crate::runtime_items::RuntimeItem;

impl Emitter<'_> {
    /// Returns a status enum with its documentation and its decoder, or an alias of the definition that it shares with
    /// others.
    pub(crate) fn status_enum(&self, id: StatusEnumId, imports: &mut Imports) -> TokenStream {
        let documentation = self.about_status_enum(self.api.status_enum(id));
        let name = ident(&self.names.status_enum(id).type_name);
        let item = match self.shared_status_enums().name_of(id) {
            Some(shared) => {
                let shared = ident(shared);
                quote!(pub type #name = super::shared::#shared;)
            }
            None => self.status_enum_item(id, &name, imports),
        };
        let documentation = self.doc_texts.add(documentation);
        quote!(#documentation #item)
    }

    /// Returns a status enum of this name and its decoder.
    pub(crate) fn status_enum_item(&self, id: StatusEnumId, name: &Ident, imports: &mut Imports) -> TokenStream {
        let (from_response, response) =
            (imports.runtime(RuntimeItem::FromResponse), imports.runtime(RuntimeItem::RawResponse));
        let decode_error = imports.runtime(RuntimeItem::DecodeError);
        let status_enum = self.api.status_enum(id);
        let names = self.names.status_enum(id);
        let exact = status_enum.rows.iter().filter_map(|row| match row.statuses {
            Statuses::Exact(status) => Some(status),
            Statuses::Class(_) | Statuses::Default => None,
        });
        let exact: BTreeSet<u16> = exact.collect();
        let mut variants = Vec::new();
        let mut arms = Vec::new();
        for (row, variant) in status_enum.rows.iter().zip(&names.rows) {
            let (variant, comment) = (ident(variant), status_comment(row.statuses));
            let (content, received) = self.row(&row.payload, imports);
            let statuses = status_pattern(row.statuses, &exact);
            variants.push(quote!(#[doc = #comment] #variant #content,));
            arms.push(match (statuses.is_empty(), received) {
                // All statuses of the class have their own arms.
                (true, _) => TokenStream::new(),
                (false, Some(received)) => quote!(#statuses => #received.map(#name::#variant),),
                (false, None) => quote!(#statuses => Ok(#name::#variant),),
            });
        }
        if !status_enum.rows.iter().any(|row| row.statuses == Statuses::Default) {
            let (value, decode_other) =
                (imports.runtime(RuntimeItem::Value), imports.runtime(RuntimeItem::DecodeOther));
            variants.push(quote! {
                #[doc = "An undocumented status."]
                Other(#value),
            });
            arms.push(quote!(_ => #decode_other(response).map(#name::Other),));
        }
        let derives = derive_attribute(self.derives.of_status_enum(id), None);
        let allow = self
            .has_large_row(&status_enum.rows)
            .then(|| quote!(#[allow(clippy::large_enum_variant, reason = "variants are not boxed")]));
        quote! {
            #derives
            #[non_exhaustive]
            #allow
            pub enum #name {
                #(#variants)*
            }
            impl #from_response for #name {
                type Value = Self;
                fn from_response(response: &mut #response) -> Result<Self, #decode_error> {
                    match response.status().as_u16() { #(#arms)* }
                }
            }
        }
    }

    /// Describes the call that returns a status enum.
    fn about_status_enum(&self, status_enum: &StatusEnum) -> String {
        let noun = if status_enum.is_failure { "Error response" } else { "Response" };
        let group = &self.names.group(self.api.operation(status_enum.operation).group).type_name;
        let method = self.names.operation(status_enum.operation).method.trim_start_matches("r#");
        // The link names a method explicitly.
        format!("{noun} of [`{group}::{method}`], by status.")
    }

    /// Returns the content of a variant, and the call that decodes it from the response, or `None` if it is empty.
    fn row(&self, payload: &Payload, imports: &mut Imports) -> (TokenStream, Option<TokenStream>) {
        match payload {
            Payload::None => (TokenStream::new(), None),
            Payload::Text(type_) if *self.resolved(type_) == Type::Scalar(Scalar::String) => {
                let (text, type_) = (imports.runtime(RuntimeItem::Text), self.type_(type_, imports));
                (quote!((#type_)), Some(quote!(#text::from_response(response))))
            }
            Payload::Text(type_) => {
                let (decode_text, type_) = (imports.runtime(RuntimeItem::DecodeText), self.type_(type_, imports));
                (quote!((#type_)), Some(quote!(#decode_text(response))))
            }
            Payload::Binary => {
                let (binary, bytes) = (imports.runtime(RuntimeItem::Binary), imports.runtime(RuntimeItem::Bytes));
                (quote!((#bytes)), Some(quote!(#binary::from_response(response))))
            }
            Payload::Json(type_) | Payload::Events(type_, _) => {
                let (decode_json, type_) = (imports.runtime(RuntimeItem::DecodeJson), self.type_(type_, imports));
                (quote!((#type_)), Some(quote!(#decode_json(response))))
            }
        }
    }
}

/// Returns the status enums of the operations of each group.
pub(super) fn status_enums_by_group(api: &Api) -> IdVec<GroupId, Vec<StatusEnumId>> {
    let mut found: IdVec<GroupId, Vec<StatusEnumId>> = IdVec::filled(Vec::new(), api.groups.len());
    for (id, status_enum) in api.numbered_status_enums() {
        found[api.operation(status_enum.operation).group].push(id);
    }
    found
}

fn status_comment(statuses: Statuses) -> String {
    match statuses {
        Statuses::Exact(status) => format!("Status {status}."),
        Statuses::Class(class) => format!("Status {class}00 to {class}99."),
        Statuses::Default => "Any other status.".to_owned(),
    }
}

/// Returns the pattern of statuses. The pattern of a class excludes statuses with their own arms: `200..=203 |
/// 205..=299`.
fn status_pattern(statuses: Statuses, exact: &BTreeSet<u16>) -> TokenStream {
    match statuses {
        Statuses::Exact(status) => {
            let status = Literal::u16_unsuffixed(status);
            quote!(#status)
        }
        Statuses::Class(class) => {
            let (first, last) = (class.saturating_mul(100), class.saturating_mul(100).saturating_add(99));
            let mut ranges = Vec::new();
            let mut start = first;
            for &status in exact.range(first..=last) {
                ranges.push((start, status.saturating_sub(1)));
                start = status.saturating_add(1);
            }
            ranges.push((start, last));
            let ranges = ranges.into_iter().filter(|(start, end)| start <= end).map(|(start, end)| range(start, end));
            quote!(#(#ranges)|*)
        }
        Statuses::Default => quote!(_),
    }
}

fn range(start: u16, end: u16) -> TokenStream {
    let (first, last) = (Literal::u16_unsuffixed(start), Literal::u16_unsuffixed(end));
    if start == end { quote!(#first) } else { quote!(#first..=#last) }
}

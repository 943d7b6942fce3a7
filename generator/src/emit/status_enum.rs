//! Status enums, the enums of responses by status.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use super::derive::derive_attribute;
use super::imports::Imports;
use super::{Emitter, ident};
use crate::ir::{Api, GroupId, IdVec, Payload, Scalar, StatusEnum, StatusEnumId, Statuses, Type};
use crate::runtime_items::RuntimeItem;

impl Emitter<'_> {
    /// Returns a status enum with its documentation, or an alias of the definition that it shares with others.
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

    /// Returns a status enum of this name.
    pub(crate) fn status_enum_item(&self, id: StatusEnumId, name: &Ident, imports: &mut Imports) -> TokenStream {
        let status_enum = self.api.status_enum(id);
        let names = self.names.status_enum(id);
        let mut variants = Vec::new();
        for (row, variant) in status_enum.rows.iter().zip(&names.rows) {
            let (variant, comment) = (ident(variant), status_comment(row.statuses));
            let statuses = status_argument(row.statuses);
            let (content, kind) = self.row(&row.payload, imports);
            variants.push(quote!(#[doc = #comment] #[status(#statuses #kind)] #variant #content,));
        }
        if !status_enum.rows.iter().any(|row| row.statuses == Statuses::Default) {
            let value = imports.runtime(RuntimeItem::Value);
            variants.push(quote! {
                #[doc = "An undocumented status."]
                #[status(default)]
                Other(#value),
            });
        }
        let derive = imports.runtime(RuntimeItem::StatusEnum);
        let derives = derive_attribute(self.derives.of_status_enum(id), Some(&quote!(#derive)));
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

    /// Returns the content of a variant, and the argument that states how it is decoded, unless it is JSON or empty.
    fn row(&self, payload: &Payload, imports: &mut Imports) -> (TokenStream, TokenStream) {
        let (type_, kind) = match payload {
            Payload::None => return (TokenStream::new(), TokenStream::new()),
            Payload::Text(type_) if *self.resolved(type_) == Type::Scalar(Scalar::String) => {
                (self.type_(type_, imports), quote!(, text))
            }
            Payload::Text(type_) => (self.type_(type_, imports), quote!(, scalar)),
            Payload::Binary => {
                let bytes = imports.runtime(RuntimeItem::Bytes);
                (quote!(#bytes), quote!(, binary))
            }
            Payload::Json(type_) | Payload::Events(type_, _) => (self.type_(type_, imports), TokenStream::new()),
        };
        (quote!((#type_)), kind)
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

/// Returns the argument of `#[status(…)]`: `404`, `"4XX"` or `default`.
fn status_argument(statuses: Statuses) -> TokenStream {
    match statuses {
        Statuses::Exact(status) => Literal::u16_unsuffixed(status).to_token_stream(),
        Statuses::Class(class) => format!("{class}XX").to_token_stream(),
        Statuses::Default => quote!(default),
    }
}

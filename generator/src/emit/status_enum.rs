//! Enums of what operations answer by status.

use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::imports::Imports;
use super::{Emitter, ident};
use crate::ir::{Api, GroupId, Payload, StatusEnumId, Statuses, Type};

impl Emitter<'_> {
    /// An enum by status and its table.
    pub(crate) fn status_enum(&self, id: StatusEnumId, imports: &mut Imports) -> TokenStream {
        imports.runtime("by_status");
        let status_enum = &self.api.status_enums[id.0];
        let names = self.names.status_enum(id);
        let name = ident(&names.type_name);
        let noun = if status_enum.is_failure { "fails" } else { "succeeds" };
        let documentation = format!("What comes when a call {noun}, by status.");
        let mut variants = Vec::new();
        let mut rows = Vec::new();
        for (row, variant) in status_enum.rows.iter().zip(&names.rows) {
            let (variant, comment) = (ident(variant), status_comment(row.statuses));
            let (content, kind) = match &row.payload {
                Payload::None => (TokenStream::new(), quote!(NoContent)),
                Payload::Text(type_) => {
                    let is_string = *self.resolved(type_) == Type::String;
                    let kind = if is_string { quote!(Text) } else { quote!(TextOf) };
                    let type_ = self.type_(type_, imports);
                    (quote!((#type_)), kind)
                }
                Payload::Binary => {
                    let bytes = imports.runtime("Bytes");
                    (quote!((#bytes)), quote!(Binary))
                }
                Payload::Json(type_) | Payload::Events(type_, _) => {
                    let type_ = self.type_(type_, imports);
                    (quote!((#type_)), quote!(Json))
                }
            };
            variants.push(quote!(#[doc = #comment] #variant #content,));
            let statuses = status_pattern(row.statuses);
            rows.push(quote!(#statuses: #kind #variant,));
        }
        let other = (!status_enum.rows.iter().any(|row| row.statuses == Statuses::Default)).then(|| {
            let value = imports.runtime("Value");
            quote! {
                #[doc = "What comes with a status that the document does not name."]
                Other(#value),
            }
        });
        let allow = self
            .has_large_row(&status_enum.rows)
            .then(|| quote!(#[allow(clippy::large_enum_variant, reason = "variants hold their types")]));
        quote! {
            #[doc = #documentation]
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            #allow
            pub enum #name {
                #(#variants)*
                #other
            }
            by_status!(#name { #(#rows)* });
        }
    }

    /// The enums by status that stand in the file of a group, or in that of all groups.
    pub(crate) fn status_enums_of(&self, group: Option<GroupId>) -> Vec<StatusEnumId> {
        self.status_enums_by_home.get(&group).cloned().unwrap_or_default()
    }
}

/// Returns the enums by status of each group whose operations alone answer with them, and those of several groups.
pub(super) fn status_enums_by_home(api: &Api) -> HashMap<Option<GroupId>, Vec<StatusEnumId>> {
    let mut homes: HashMap<Option<GroupId>, Vec<StatusEnumId>> = HashMap::new();
    for (number, status_enum) in api.status_enums.iter().enumerate() {
        let mut groups = status_enum.operations.iter().map(|id| api.operations[id.0].group);
        let first = groups.next();
        let home = first.filter(|first| groups.all(|group| group == *first));
        homes.entry(home).or_default().push(StatusEnumId(number));
    }
    homes
}

fn status_comment(statuses: Statuses) -> String {
    match statuses {
        Statuses::Exact(status) => format!("Status {status}."),
        Statuses::Class(class) => format!("Status {class}00 to {class}99."),
        Statuses::Default => "Any other status.".to_owned(),
    }
}

fn status_pattern(statuses: Statuses) -> TokenStream {
    match statuses {
        Statuses::Exact(status) => {
            let status = Literal::u16_unsuffixed(status);
            quote!(#status)
        }
        Statuses::Class(class) => {
            let first = Literal::u16_unsuffixed(class.saturating_mul(100));
            let last = Literal::u16_unsuffixed(class.saturating_mul(100).saturating_add(99));
            quote!(#first..=#last)
        }
        Statuses::Default => quote!(_),
    }
}

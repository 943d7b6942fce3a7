//! The pagination of an operation.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::Emitter;
use super::imports::Imports;
use crate::ir::{Pagination, PaginationStyle};
use crate::runtime_items::RuntimeItem;

impl Emitter<'_> {
    /// Returns the implementation that names the item type and describes the pagination.
    pub(crate) fn pagination(&self, marker: &Ident, pagination: &Pagination, imports: &mut Imports) -> TokenStream {
        let item = self.type_(&pagination.item, imports);
        let paging = imports.runtime(RuntimeItem::Paging);
        let mut value = match &pagination.style {
            PaginationStyle::Cursor { parameter, next } => quote!(#paging::cursor(#parameter, #next)),
            PaginationStyle::LastItem { parameter, member } => quote!(#paging::last_item(#parameter, #member)),
            PaginationStyle::PageNumber { parameter, first } => {
                let first = Literal::u64_unsuffixed(*first);
                quote!(#paging::page_number(#parameter, #first))
            }
            PaginationStyle::Offset { parameter } => quote!(#paging::offset(#parameter)),
            PaginationStyle::NextUrl { next } => quote!(#paging::next_url(#next)),
            PaginationStyle::LinkHeader => quote!(#paging::link_header()),
        };
        let Pagination { items, more, total, total_pages, current, size, .. } = pagination;
        if !items.is_empty() {
            value = quote!(#value.items(#items));
        }
        let more = more.iter().map(|more| quote!(.more(#more)));
        let total = total.iter().map(|total| quote!(.total(#total)));
        let total_pages = total_pages.iter().map(|pages| quote!(.total_pages(#pages)));
        let current = current.iter().map(|current| quote!(.current(#current)));
        let size = size.iter().map(|size| {
            let number = |number: Option<u64>| Literal::u64_unsuffixed(number.unwrap_or(0));
            let (parameter, default, maximum) = (&size.parameter, number(size.default), number(size.maximum));
            quote!(.size(#parameter, #default, #maximum))
        });
        let paged = imports.runtime(RuntimeItem::PagedOperation);
        quote! {
            impl #paged for #marker {
                type Item = #item;
                const PAGING: &'static #paging = &#value #(#more)* #(#total)* #(#total_pages)* #(#current)* #(#size)*;
            }
        }
    }
}

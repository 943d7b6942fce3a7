//! Aliases of types.

use proc_macro2::TokenStream;
use quote::quote;

use crate::derives::Traits;
use crate::emit::Emitter;
use crate::emit::imports::Imports;
use crate::ir::{Type, TypeId};
use crate::runtime_items::RuntimeItem;

impl Emitter<'_> {
    /// Returns an alias, or a newtype if an alias would refer to itself or nest types too deeply.
    pub(crate) fn alias(&self, id: TypeId, type_: &Type, imports: &mut Imports) -> TokenStream {
        let name = self.defined_ident(id, imports);
        if !self.graph.is_newtype(id) {
            let type_ = self.type_(type_, imports);
            return quote! { pub type #name = #type_; };
        }
        let (derives, _) = self.derives(id, Traits::empty(), &imports.runtime(RuntimeItem::Newtype), Traits::empty());
        let type_ = self.held_type(id, type_, imports);
        quote! {
            #derives
            pub struct #name(pub #type_);
        }
    }
}

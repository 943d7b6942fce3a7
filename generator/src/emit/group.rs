//! Groups of operations, one file each.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::{Imports, View, import_order};
use super::{EmittedFile, Emitter, Form, Moved, ident};
use crate::code_span::code_span;
use crate::ir::GroupId;
use crate::runtime_items::RuntimeItem;

impl Emitter<'_> {
    /// Returns the files of all groups, and the module that contains them.
    pub(crate) fn operation_files(&self) -> Vec<EmittedFile> {
        let mut files: Vec<EmittedFile> = self
            .groups()
            .map(|id| self.file(&format!("operations/{}.rs", self.names.group(id).module), self.group_module(id)))
            .collect();
        files.extend(self.shared_status_enum_files());
        files.push(self.file("operations/mod.rs", self.operations_index()));
        files
    }

    /// Returns the groups that have operations.
    pub(crate) fn groups(&self) -> impl Iterator<Item = GroupId> {
        self.operations_by_group.iter().filter(|(_, operations)| !operations.is_empty()).map(|(id, _)| id)
    }

    fn group_module(&self, id: GroupId) -> TokenStream {
        let mut imports = Imports::new(View::Outside);
        let core = imports.runtime(RuntimeItem::ClientCore);
        for used in [RuntimeItem::CallBuilder, RuntimeItem::Operation, RuntimeItem::OperationSpec] {
            imports.runtime(used);
        }
        let name = self.group_ident(id);
        let documentation = self.group_documentation(id);
        let operations = self.operations_by_group.get(id).map(Vec::as_slice).unwrap_or_default();
        let methods: Moved = operations.iter().map(|id| self.methods(*id, &mut imports)).collect();
        let markers: Moved = operations.iter().map(|id| self.marker(*id, &mut imports)).collect();
        let enums = self.status_enums_by_group.get(id).map(Vec::as_slice).unwrap_or_default();
        let enums: Vec<TokenStream> = enums.iter().map(|id| self.status_enum(*id, &mut imports)).collect();
        let to_call = if self.placement.form == Form::Embedded { quote!(super::super) } else { quote!(crate) };
        let imports = imports.in_operations(&quote!(super::super), Some(&to_call));
        quote! {
            #imports
            #documentation
            #[derive(Clone, Copy, Debug)]
            pub struct #name<'c> {
                pub(crate) core: &'c #core,
            }
            impl #name<'_> { #methods }
            #markers
            #(#enums)*
        }
    }

    pub(crate) fn group_documentation(&self, id: GroupId) -> TokenStream {
        let group = self.api.group(id);
        self.documentation_or(&group.documentation, || format!("Operations of {}.", code_span(&group.wire_name)))
    }

    fn operations_index(&self) -> TokenStream {
        let mut groups: Vec<GroupId> = self.groups().collect();
        groups.sort_by(|a, b| import_order(&self.names.group(*a).module, &self.names.group(*b).module));
        let exports = groups.iter().map(|id| {
            let module = ident(&self.names.group(*id).module);
            let condition = self.group_features().map(|features| features.of_group(*id));
            quote!(#condition pub use #module::*;)
        });
        let exports: Vec<TokenStream> = exports.collect();
        groups.sort_by_key(|id| ident(&self.names.group(*id).module));
        let modules = groups.iter().map(|id| {
            let module = ident(&self.names.group(*id).module);
            let condition = self.group_features().map(|features| features.of_group(*id));
            quote!(#condition mod #module;)
        });
        let shared = (!self.shared_status_enums().is_empty()).then(|| {
            quote! {
                #[doc = "Responses by status that several operations share. Programs name them after an operation, in the module above."]
                pub mod shared;
            }
        });
        let deprecated = self.deprecated_types_allowance();
        quote! { #deprecated #shared #(#modules)* #(#exports)* }
    }
}

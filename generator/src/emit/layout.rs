//! The modules of the output, and the types in each file.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::{Imports, View, import_list, import_order};
use super::{EmittedFile, Emitter, Moved, ident};
use crate::hash::IndexMap;
use crate::ir::{TypeId, TypeKind};

impl Emitter<'_> {
    /// Returns the files of all types, and the module that contains them.
    pub(crate) fn type_files(&self) -> Vec<EmittedFile> {
        let mut modules: IndexMap<&str, Vec<TypeId>> = IndexMap::default();
        for id in self.api.type_ids() {
            modules.entry(self.names.type_(id).module.as_str()).or_default().push(id);
        }
        let mut files: Vec<EmittedFile> = modules
            .iter()
            .map(|(module, ids)| self.file(&format!("types/{module}.rs"), self.type_module(ids)))
            .collect();
        modules.sort_by(|a, _, b, _| import_order(a, b));
        files.extend(self.shared_type_files());
        files.push(self.file("types/mod.rs", self.types_index(&modules)));
        files
    }

    /// Returns a file of types, each before the types that only it contains.
    fn type_module(&self, ids: &[TypeId]) -> TokenStream {
        let held = ids.iter().flat_map(|id| self.api.held_by(*id)).collect();
        let mut imports = Imports::new(View::Types { own: ids.iter().copied().collect(), held });
        let mut ordered = ids.to_vec();
        ordered.sort_by_key(|id| self.outermost(*id));
        let definitions: Moved = ordered.iter().map(|&id| self.definition(id, &mut imports)).collect();
        let imports = imports.in_types();
        quote! { #imports #definitions }
    }

    /// Returns the position of the outermost type that contains a type, and whether it is a different one.
    fn outermost(&self, id: TypeId) -> (usize, bool) {
        let mut at = id;
        for _ in 0..self.api.types.len() {
            match self.owner(at) {
                Some(owner) => at = owner,
                None => return (at.0, at != id),
            }
        }
        (id.0, true)
    }

    fn types_index(&self, modules: &IndexMap<&str, Vec<TypeId>>) -> TokenStream {
        let mut names: Vec<&str> = modules.keys().copied().collect();
        names.sort_unstable();
        let shared = (!self.shared_types().is_empty()).then(|| {
            quote! {
                #[doc = "Types that several locations share. Programs name a type after its location, in the module above."]
                pub mod shared;
            }
        });
        let declarations = names.iter().map(|module| {
            let condition = self.group_features().and_then(|features| features.of_types(module));
            let module = ident(module);
            quote!(#condition mod #module;)
        });
        let exports = self.type_exports(modules);
        // Boxing would make the enum smaller, but then a property added to a schema could change the type of a variant.
        let has_unions = self.api.types.iter().any(|definition| matches!(definition.kind, TypeKind::Union(_)));
        let allowance = has_unions
            .then(|| quote!(#![allow(clippy::large_enum_variant, reason = "a variant keeps its type as it grows")]));
        let deprecated = self.deprecated_types_allowance();
        quote! {
            #allowance
            #deprecated
            #shared
            #(#declarations)*
            #(#exports)*
        }
    }

    /// Returns the exports of modules of types. If groups have features, modules with the same condition share one.
    ///
    /// Every name is listed. With `pub use pet::*`, rustc searches all modules for each import of a type: a quarter of what
    /// `cargo check` costs for a client of 1,400 modules.
    fn type_exports(&self, modules: &IndexMap<&str, Vec<TypeId>>) -> Vec<TokenStream> {
        let names = |module: &str| {
            let types = modules.get(module).into_iter().flatten();
            types.map(|id| self.names.type_(*id).name.as_str())
        };
        let Some(features) = self.group_features() else {
            let export = |module: &&str| {
                let (names, module) = (import_list(names(module)), ident(module));
                quote!(pub use #module::#names;)
            };
            return modules.keys().map(export).collect();
        };
        let exports = features.types_by_condition(modules.keys().copied()).map(|(condition, modules)| {
            let paths = modules.into_iter().flat_map(|module| {
                let mut names: Vec<&str> = names(module).collect();
                names.sort_by(|a, b| import_order(a, b));
                let (module, names) = (ident(module), names.into_iter().map(ident));
                names.map(|name| quote!(#module::#name)).collect::<Vec<_>>()
            });
            quote!(#condition pub use {#(#paths),*};)
        });
        exports.collect()
    }

    fn owner(&self, id: TypeId) -> Option<TypeId> {
        use crate::ir::{NameContext, NameHint, Owner};
        match &self.api.definition(id).name {
            NameHint::Inline(contexts) => match contexts.as_slice() {
                [NameContext { owner: Owner::Type(owner), .. }] => Some(*owner),
                _ => None,
            },
            NameHint::Component(_) => None,
        }
    }
}

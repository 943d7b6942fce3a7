//! Definitions that several types or status enums share, and their files. If groups have features, definitions that the
//! same groups need share a file.
//!
//! ```text
//! Address    needed by pets and shops     types/shared/pets_or_shops.rs
//! Color      needed by pets               types/shared/pets.rs
//! Currency   needed by too many groups    types/shared/unconditional.rs
//! ```
//!
//! The name of a file depends only on its condition, so a definition moves only if its own condition changes.

mod status_enums;
mod types;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::group_features::{GroupFeatures, Needs};
use crate::emit::imports::import_order;
use crate::emit::{EmittedFile, Emitter, ident};
use crate::hash::HashSet;
use crate::names::{is_device_name, shortened};
use crate::settings::is_keyword;
pub(crate) use status_enums::SharedStatusEnums;
pub(crate) use types::SharedTypes;

/// The name of the file without a condition.
const UNCONDITIONAL: &str = "unconditional";

/// A file of shared definitions.
pub(super) struct SharedModule<T> {
    name: String,
    condition: TokenStream,
    pub(super) definitions: Vec<T>,
}

impl GroupFeatures {
    /// Divides definitions into files, in the order of their names. `needs` are the groups that need a definition.
    pub(super) fn shared_modules<'f, T>(
        &'f self,
        definitions: impl Iterator<Item = (T, Option<&'f Needs>)>,
    ) -> Vec<SharedModule<T>> {
        let mut taken = HashSet::default();
        let by_condition = self.by_condition(definitions).into_iter();
        let mut modules: Vec<SharedModule<T>> = by_condition
            .map(|(needs, definitions)| {
                let mut name = shortened(self.module_of(needs));
                while is_keyword(&name) || is_device_name(&name) || name == "mod" || !taken.insert(name.clone()) {
                    name.push_str("_group");
                }
                let condition = needs.map(|needs| self.condition(needs)).unwrap_or_default();
                SharedModule { name, condition, definitions }
            })
            .collect();
        modules.sort_by(|one, other| import_order(&one.name, &other.name));
        modules
    }

    /// Returns the name of the module with a condition: the features that enable it.
    fn module_of(&self, needs: Option<&Needs>) -> String {
        let Some(needs) = needs else { return UNCONDITIONAL.to_owned() };
        self.features(needs).collect::<Vec<_>>().join("_or_").replace('-', "_")
    }
}

impl Emitter<'_> {
    /// Returns the files of shared definitions with their content, and the module that contains them.
    pub(super) fn shared_files<T>(
        &self,
        folder: &str,
        modules: Vec<SharedModule<T>>,
        content: impl Fn(Vec<T>) -> TokenStream,
    ) -> Vec<EmittedFile> {
        let mut files = Vec::new();
        let mut declarations = Vec::new();
        let mut exports = Vec::new();
        for SharedModule { name, condition, definitions } in modules {
            files.push(self.file(&format!("{folder}/{name}.rs"), content(definitions)));
            let module = ident(&name);
            declarations.push(quote!(#condition mod #module;));
            exports.push(quote!(#condition pub use #module::*;));
        }
        if !files.is_empty() {
            files.push(self.file(&format!("{folder}/mod.rs"), quote!(#(#declarations)* #(#exports)*)));
        }
        files
    }
}

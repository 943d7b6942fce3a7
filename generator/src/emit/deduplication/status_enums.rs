//! Status enums with equal rows, which share one definition.
//!
//! ```text
//! listPets, getPet    404 → NotFound, 409 → Conflict
//!
//! operations/pets.rs      pub type ListPetsError = super::shared::NotFoundOrConflictError;
//!                         pub type GetPetError = super::shared::NotFoundOrConflictError;
//! operations/shared.rs    pub enum NotFoundOrConflictError { NotFound(types::NotFound), Conflict(types::Conflict) }
//! ```

use std::rc::Rc;

use proc_macro2::TokenStream;
use quote::quote;

use crate::derives::Traits;
use crate::emit::imports::{Imports, View};
use crate::emit::{EmittedFile, Emitter, ident};
use crate::hash::{HashMap, IndexMap};
use crate::ir::{IdVec, Payload, StatusEnumId, StatusRow, Type, TypeId};
use crate::names::{SharedStatusEnum, shared_status_enum_names};

/// The definitions that several status enums share.
pub(crate) struct SharedStatusEnums {
    /// For each status enum, the name of its shared definition.
    of: IdVec<StatusEnumId, Option<String>>,
    /// The names, each with the first status enum that has this definition.
    definitions: Vec<(String, StatusEnumId)>,
}

impl SharedStatusEnums {
    /// Returns `true` if no status enums share a definition.
    pub(crate) fn is_empty(&self) -> bool {
        self.definitions.is_empty()
    }

    /// Returns the name of the definition that a status enum shares with others, or `None` if it has its own.
    pub(crate) fn name_of(&self, id: StatusEnumId) -> Option<&str> {
        self.of.get(id)?.as_deref()
    }
}

impl Emitter<'_> {
    /// Finds the status enums with equal rows, and names their definitions.
    pub(crate) fn find_shared_status_enums(&self) -> SharedStatusEnums {
        let mut classes: IndexMap<(bool, Traits, Vec<StatusRow>), Vec<StatusEnumId>> = IndexMap::default();
        for (id, status_enum) in self.api.numbered_status_enums() {
            let rows = status_enum.rows.iter().map(|row| self.shared_row(row)).collect();
            classes.entry((status_enum.is_failure, self.derives.of_status_enum(id), rows)).or_default().push(id);
        }
        classes.retain(|_, ids| ids.len() > 1);
        let name = |id: TypeId| {
            let shared = self.shared_types().name_of(id);
            shared.unwrap_or(&self.names.type_(id).name).to_owned()
        };
        let shared = classes.keys().map(|(is_failure, _, rows)| SharedStatusEnum { is_failure: *is_failure, rows });
        let names = shared_status_enum_names(&shared.collect::<Vec<_>>(), &name);
        let mut of = IdVec::filled(None, self.api.status_enums.len());
        let mut definitions = Vec::new();
        for (ids, name) in classes.values().zip(names) {
            ids.iter().for_each(|id| of[*id] = Some(name.clone()));
            definitions.extend(ids.first().map(|first| (name, *first)));
        }
        definitions.sort();
        SharedStatusEnums { of, definitions }
    }

    /// Returns a row with the first of the types that share a definition in place of each of them.
    fn shared_row(&self, row: &StatusRow) -> StatusRow {
        let payload = match &row.payload {
            Payload::Json(type_) => Payload::Json(self.with_shared_types(type_)),
            Payload::Text(type_) => Payload::Text(self.with_shared_types(type_)),
            payload => payload.clone(),
        };
        StatusRow { statuses: row.statuses, payload }
    }

    fn with_shared_types(&self, type_: &Type) -> Type {
        let boxed = |inner: &Type| Box::new(self.with_shared_types(inner));
        match type_ {
            Type::Named(id) => Type::Named(self.shared_types().first_of(*id)),
            Type::Array(inner) => Type::Array(boxed(inner)),
            Type::Map(inner) => Type::Map(boxed(inner)),
            Type::Nullable(inner) => Type::Nullable(boxed(inner)),
            Type::Tuple(elements) => Type::Tuple(elements.iter().map(|it| self.with_shared_types(it)).collect()),
            type_ => type_.clone(),
        }
    }

    /// Returns the file of shared status enums, if there are any. If groups have features, status enums that different
    /// groups need have different files.
    pub(crate) fn shared_status_enum_files(&self) -> Vec<EmittedFile> {
        let definitions: Vec<&(String, StatusEnumId)> = self.shared_status_enums().definitions.iter().collect();
        let names = Rc::new(self.shared_types().names(self.api));
        let items = |definitions: Vec<&(String, StatusEnumId)>, to_api: TokenStream| {
            self.shared_status_enum_items(&definitions, Rc::clone(&names), &to_api)
        };
        if let Some(features) = self.group_features() {
            let needs = features.shared_status_enums();
            let definitions = definitions.into_iter().map(|definition| (definition, needs.get(&definition.0)));
            let modules = features.shared_modules(definitions);
            return self.shared_files("operations/shared", modules, |it| items(it, quote!(super::super::super)));
        }
        let is_empty = definitions.is_empty();
        let file = (!is_empty).then(|| self.file("operations/shared.rs", items(definitions, quote!(super::super))));
        file.into_iter().collect()
    }

    /// Returns a file of shared status enums; `to_api` is the path of the API's module.
    fn shared_status_enum_items(
        &self,
        definitions: &[&(String, StatusEnumId)],
        names: Rc<HashMap<TypeId, String>>,
        to_api: &TokenStream,
    ) -> TokenStream {
        let mut imports = Imports::new(View::OutsideShared { names });
        let mut items = Vec::new();
        for (name, first) in definitions {
            let item = self.status_enum_item(*first, &ident(name), &mut imports);
            let documentation = if self.api.status_enum(*first).is_failure { "Error responses" } else { "Responses" };
            let documentation = format!("{documentation} of several operations, by status.");
            items.push(quote!(#[doc = #documentation] #item));
        }
        let imports = imports.in_operations(to_api, None);
        quote! { #imports #(#items)* }
    }
}

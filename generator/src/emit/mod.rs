//! Conversion of the intermediate representation and its names to the items of the output.
//!
//! This module cannot fail and makes no decisions about the document: each function emits one kind of item and ends
//! with a template that reads like the output.

mod argument;
mod call;
mod client;
mod comment;
mod deduplication;
mod derive;
mod doc_texts;
mod documentation;
mod example;
mod group;
mod group_features;
mod imports;
mod layout;
mod markdown;
mod method_documentation;
mod module;
mod moved;
mod operation;
mod package;
mod pagination;
mod size;
mod status_enum;
mod stream_rules;
mod types;
mod url;

use std::cell::OnceCell;
use std::path::PathBuf;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::derives::Derives;
use crate::ir::{Api, Graph, GroupId, Holder, IdVec, OperationId, RustType, StatusEnumId, Type, TypeId, Uses};
use crate::names::Names;
use crate::names::identifier::escape;
use crate::runtime_items::RuntimeItem;
use deduplication::{SharedStatusEnums, SharedTypes};
pub use doc_texts::DocTexts;
use example::Costs;
use group_features::GroupFeatures;
use imports::Imports;
use moved::Moved;
pub(crate) use package::{ApiModule, emit_crate, emit_types_crate, emit_workspace_crate};
pub use package::{
    CrateDescription, ExampleTarget, FEATURES, Feature, RUST_VERSION, RuntimeDependency, WorkspaceDescription,
    rustfmt_settings,
};

/// A file of the output.
#[derive(Clone, Debug)]
pub struct EmittedFile {
    /// The path in the crate, such as `src/types/conversation.rs`.
    pub path: PathBuf,
    /// The first lines of the module documentation: the generator and the source.
    pub header: Option<String>,
    /// The content.
    pub content: FileContent,
    /// The texts of doc comments in the content.
    pub doc_texts: DocTexts,
}

/// The content of a file.
#[derive(Clone, Debug)]
pub enum FileContent {
    /// Rust items. An attribute `#[comment = "text"]` is printed as the plain comment `// text`.
    Items(TokenStream),
    /// Other text.
    Text(String),
}

/// The location of an API's modules.
#[derive(Clone, Debug)]
pub struct Placement {
    /// The folder of the modules, such as `src/openai`, or `src` for a separate crate.
    pub folder: PathBuf,
    /// The path from which programs import, such as `conversation_apis::openai`, or `pets` for a separate crate.
    pub import_path: String,
    /// The first lines of every file: the generator and the source.
    pub header: String,
    /// The form of the modules in their crate.
    pub form: Form,
}

/// The form of an API's modules in their crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The crate of one API.
    Crate {
        /// Whether each group of operations has a feature. The manifest of the crate must define these features.
        has_group_features: bool,
    },
    /// A module of a crate for several APIs, whose root has the type of all calls.
    ApiModule,
    /// A module of any crate, which needs nothing else but the runtime.
    Embedded,
    /// The types of such a module, without a client.
    EmbeddedTypes,
    /// The crate of the types of one API, without a client.
    TypesCrate,
}

/// The inputs of all emitting functions.
pub(crate) struct Emitter<'a> {
    pub(crate) api: &'a Api,
    pub(crate) graph: &'a Graph,
    pub(crate) names: &'a Names,
    pub(crate) derives: &'a Derives,
    pub(crate) placement: &'a Placement,
    pub(crate) doc_texts: DocTexts,
    /// The uses of each type; only the modules of the API document them.
    uses: OnceCell<IdVec<TypeId, Uses>>,
    /// The costs of values in examples; only the modules of the API have examples.
    costs: OnceCell<Costs>,
    shared_types: OnceCell<SharedTypes>,
    shared_status_enums: OnceCell<SharedStatusEnums>,
    group_features: OnceCell<GroupFeatures>,
    pub(crate) operations_by_group: IdVec<GroupId, Vec<OperationId>>,
    pub(crate) status_enums_by_group: IdVec<GroupId, Vec<StatusEnumId>>,
}

/// Emits the modules of one API: types, operations and client.
pub fn emit_api(api: &Api, graph: &Graph, names: &Names, derives: &Derives, placement: &Placement) -> Vec<EmittedFile> {
    Emitter::new(api, graph, names, derives, placement).api_files()
}

impl<'a> Emitter<'a> {
    pub(crate) fn new(
        api: &'a Api,
        graph: &'a Graph,
        names: &'a Names,
        derives: &'a Derives,
        placement: &'a Placement,
    ) -> Self {
        Self {
            api,
            graph,
            names,
            derives,
            placement,
            doc_texts: DocTexts::default(),
            uses: OnceCell::new(),
            costs: OnceCell::new(),
            shared_types: OnceCell::new(),
            shared_status_enums: OnceCell::new(),
            group_features: OnceCell::new(),
            operations_by_group: api.operations_by_group(),
            status_enums_by_group: status_enum::status_enums_by_group(api),
        }
    }
}

impl Emitter<'_> {
    /// Returns the files of the API's modules: types, operations and client.
    pub(crate) fn api_files(&self) -> Vec<EmittedFile> {
        let mut files = self.type_files();
        if !matches!(self.placement.form, Form::EmbeddedTypes | Form::TypesCrate) {
            files.extend(self.operation_files());
            files.push(self.client_file());
        }
        match self.placement.form {
            Form::Crate { .. } | Form::TypesCrate => {}
            Form::ApiModule => files.push(self.file("mod.rs", self.api_module())),
            Form::Embedded => {
                files.push(self.file("call.rs", call::call_type()));
                files.push(self.file("mod.rs", self.embedded_module()));
            }
            Form::EmbeddedTypes => files.push(self.file("mod.rs", self.embedded_types())),
        }
        files
    }

    pub(crate) fn uses(&self, id: TypeId) -> Uses {
        self.uses.get_or_init(|| self.api.uses()).get(id).copied().unwrap_or_default()
    }

    pub(crate) fn costs(&self) -> &Costs {
        self.costs.get_or_init(|| Costs::new(self.api, self.graph))
    }

    pub(crate) fn file(&self, path: &str, items: TokenStream) -> EmittedFile {
        EmittedFile {
            path: self.placement.folder.join(path),
            header: Some(self.placement.header.clone()),
            content: FileContent::Items(items),
            doc_texts: self.doc_texts.clone(),
        }
    }

    pub(crate) fn type_ident(&self, id: TypeId) -> Ident {
        ident(&self.names.type_(id).name)
    }

    /// Returns the name of a type where it is defined: in the file of shared types it has another one.
    pub(crate) fn defined_ident(&self, id: TypeId, imports: &Imports) -> Ident {
        imports.shared_name(id).map_or_else(|| self.type_ident(id), ident)
    }

    /// Returns the definitions that several inline types share.
    pub(crate) fn shared_types(&self) -> &SharedTypes {
        self.shared_types.get_or_init(|| self.find_shared_types())
    }

    /// Returns the definitions that several status enums share.
    pub(crate) fn shared_status_enums(&self) -> &SharedStatusEnums {
        self.shared_status_enums.get_or_init(|| self.find_shared_status_enums())
    }

    pub(crate) fn group_ident(&self, id: GroupId) -> Ident {
        ident(&self.names.group(id).type_name)
    }

    /// Returns a type as spelled in a file with these imports.
    pub(crate) fn type_(&self, type_: &Type, imports: &mut Imports) -> TokenStream {
        match type_ {
            Type::Scalar(scalar) => match scalar.rust_type() {
                RustType::Runtime(item) => imports.runtime(item),
                RustType::Prelude(name) => {
                    let name = ident(name);
                    quote!(#name)
                }
            },
            Type::Array(element) => {
                let element = Moved::new(self.type_(element, imports));
                quote!(Vec<#element>)
            }
            Type::Tuple(elements) => {
                let elements = elements.iter().map(|element| self.type_(element, imports));
                let elements: Vec<TokenStream> = elements.collect();
                quote!((#(#elements),*))
            }
            Type::Map(value) => {
                let value = Moved::new(self.type_(value, imports));
                imports.map = true;
                quote!(BTreeMap<String, #value>)
            }
            Type::Nullable(inner) => {
                let inner = Moved::new(self.type_(inner, imports));
                quote!(Option<#inner>)
            }
            Type::Custom(custom) => custom_path(&custom.path),
            Type::Named(id) => imports.named(*id, self.type_ident(*id)),
        }
    }

    /// Returns a type as spelled, in the pointer in which `owner` holds it.
    pub(crate) fn held_type(&self, owner: TypeId, type_: &Type, imports: &mut Imports) -> TokenStream {
        let inner = self.type_(type_, imports);
        match self.graph.holder(owner, type_) {
            Holder::Inline => inner,
            Holder::Box => {
                let inner = Moved::new(inner);
                quote!(Box<#inner>)
            }
            Holder::OpaqueBox => {
                let inner = Moved::new(inner);
                let pointer = imports.runtime(RuntimeItem::OpaqueBox);
                quote!(#pointer<#inner>)
            }
        }
    }

    /// Returns the element type of a map in `owner`. The map is already a pointer.
    pub(crate) fn element_type(&self, owner: TypeId, type_: &Type, imports: &mut Imports) -> TokenStream {
        match self.graph.holder(owner, type_) {
            Holder::OpaqueBox => self.held_type(owner, type_, imports),
            Holder::Inline | Holder::Box => self.type_(type_, imports),
        }
    }

    /// Returns the type behind aliases, except for aliases that are newtypes.
    pub(crate) fn resolved<'t>(&'t self, type_: &'t Type) -> &'t Type {
        self.graph.resolved(self.api, type_)
    }
}

/// Returns the path of a type that is defined elsewhere, in a form that no name of the API can shadow.
fn custom_path(path: &str) -> TokenStream {
    let parts = path.split("::").enumerate().map(|(at, part)| match part {
        "crate" if at == 0 => Ident::new(part, Span::call_site()),
        part => ident(&escape(part.to_owned())),
    });
    let parts: Vec<Ident> = parts.collect();
    if path.starts_with("crate::") { quote!(#(#parts)::*) } else { quote!(::#(#parts)::*) }
}

/// Creates an identifier, which is raw if it has the prefix `r#`.
pub(crate) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_a_crate_cannot_be_taken_for_a_module() {
        for (path, written) in [
            ("std::net::Ipv4Addr", ":: std :: net :: Ipv4Addr"),
            ("crate::money::Money", "crate :: money :: Money"),
            ("money::type::Money", ":: money :: r#type :: Money"),
        ] {
            assert_eq!(custom_path(path).to_string(), written);
        }
    }
}

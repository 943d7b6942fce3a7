//! Roots of generated crates.

use std::path::PathBuf;

use proc_macro2::TokenStream;
use quote::quote;

use super::super::call::{call_export, call_module};
use super::super::module::{api_items, types_items};
use super::super::{DocTexts, EmittedFile, Emitter, FileContent, ident};
use super::ApiModule;
use super::runtime_exports::export_declarations;

/// Returns the root of a crate for one API.
pub(super) fn root(emitter: &Emitter<'_>, header: &str) -> EmittedFile {
    let page = emitter.crate_page();
    let (module, items, call, runtime) = (call_module(), api_items(emitter.api), call_export(), export_declarations());
    file(header, &page, quote!(#module #items #call #runtime))
}

/// Returns the root of a crate for the types of one API.
pub(super) fn types_root(emitter: &Emitter<'_>, header: &str) -> EmittedFile {
    file(header, &emitter.types_page(), types_items())
}

/// Returns the root of the workspace's crate.
pub(super) fn workspace_root(modules: &[ApiModule<'_>], header: &str) -> EmittedFile {
    let page = super::page::workspace_page(modules);
    let (call, export, runtime) = (call_module(), call_export(), export_declarations());
    let modules = modules.iter().map(|ApiModule { feature, .. }| {
        let module = ident(&feature.replace('-', "_"));
        quote! {
            #[cfg(feature = #feature)]
            pub mod #module;
        }
    });
    file(header, &page, quote!(#call #(#modules)* #export #runtime))
}

fn file(header: &str, page: &TokenStream, items: TokenStream) -> EmittedFile {
    let items = quote! {
        #page
        #![cfg_attr(docsrs, feature(doc_cfg))]
        #![allow(clippy::disallowed_names, reason = "the document defines the names")]
        #items
    };
    EmittedFile {
        path: PathBuf::from("src/lib.rs"),
        header: Some(header.to_owned()),
        content: FileContent::Items(items),
        doc_texts: DocTexts::default(),
    }
}

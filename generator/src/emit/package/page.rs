//! The pages of crates and modules in rustdoc.
//!
//! Text of the document is always within a line, so that it cannot define link targets. The rest is generated Markdown.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::Emitter;
use super::super::markdown::finished;
use super::{ApiModule, FEATURES, Feature, RUST_VERSION};
use crate::rustdoc::{QUICK_START, QUICK_START_END};

/// The condition under which calls exist.
const CALLS: &str = "feature = \"client\"";

impl Emitter<'_> {
    /// Returns the page of a crate for one API.
    pub(super) fn crate_page(&self) -> TokenStream {
        let sections = [
            quick_start(self, CALLS),
            section("Credentials", &self.credentials()),
            section("Operations", &self.group_list()),
            calls(&[self]),
            features(&[]),
            format!("Requires Rust {RUST_VERSION} or later."),
        ];
        page(&self.introduction(), &sections, !self.operations_by_group.is_empty())
    }

    /// Returns the page of the module of an API in a larger crate.
    pub(crate) fn module_page(&self) -> TokenStream {
        let sections = [
            quick_start(self, CALLS),
            section("Credentials", &self.credentials()),
            section("Operations", &self.group_list()),
        ];
        page(&self.introduction(), &sections, self.groups().next().is_some())
    }

    /// Returns the page of a module in any crate. Without examples, because documentation tests cannot import it.
    pub(crate) fn embedded_page(&self) -> TokenStream {
        let sections = [section("Credentials", &self.credentials()), section("Operations", &self.group_list())];
        page(&self.introduction(), &sections, false)
    }

    /// Returns the description of the API, with each paragraph on one line.
    fn introduction(&self) -> Vec<String> {
        let first = format!("A client for {}.", self.line(self.title()));
        std::iter::once(first).chain(self.summary()).collect()
    }

    /// Returns the credentials, for crates that have calls.
    fn credentials(&self) -> Vec<String> {
        let list = self.credential_list(true);
        if list.is_empty() || self.groups().next().is_none() {
            return Vec::new();
        }
        let about = "[`Client::from_env`] reads credentials from the environment. Each credential also has a setter on\n\
                     [`ClientBuilder`]:\n";
        std::iter::once(about.to_owned()).chain(list).collect()
    }
}

/// Returns the page of the workspace's crate.
pub(super) fn workspace_page(modules: &[ApiModule<'_>]) -> TokenStream {
    let introduction = ["Clients for HTTP APIs, generated from their OpenAPI documents.".to_owned()];
    let list = modules.iter().map(|ApiModule { feature, emitter }| {
        let (module, title) = (feature.replace('-', "_"), emitter.line(emitter.title()));
        format!("- `{module}`: {title}")
    });
    let emitters: Vec<&Emitter<'_>> = modules.iter().map(|module| &module.emitter).collect();
    let names: Vec<&str> = modules.iter().map(|module| module.feature).collect();
    let apis = finished(&list.collect::<Vec<_>>().join("\n"));
    let apis = (!apis.is_empty()).then(|| {
        format!("# APIs\nEach API is a module behind a feature. The page of the module lists its credentials and operations.\n\n{apis}")
    });
    let first = modules.first().map(|ApiModule { feature, emitter }| {
        let condition = format!("all({CALLS}, feature = \"{feature}\")");
        quick_start(emitter, &condition)
    });
    let sections = [
        first.unwrap_or_default(),
        apis.unwrap_or_default(),
        calls(&emitters),
        features(&names),
        format!("Requires Rust {RUST_VERSION} or later."),
    ];
    page(&introduction, &sections, true)
}

/// Returns the comment of a file. Links to calls are broken if the calls are disabled.
fn page(introduction: &[String], sections: &[String], has_calls: bool) -> TokenStream {
    let introduction = finished(&introduction.join("\n\n"));
    let sections = sections.iter().filter(|section| !section.is_empty());
    let sections: Vec<String> = sections.map(|section| format!("\n{section}")).collect();
    let allowance = has_calls.then(|| {
        quote!(#![cfg_attr(
            not(feature = "client"),
            allow(rustdoc::broken_intra_doc_links, reason = "the links point to calls")
        )])
    });
    quote! {
        #![doc = #introduction]
        #(#![doc = #sections])*
        #allowance
    }
}

fn section(title: &str, lines: &[String]) -> String {
    if lines.is_empty() { String::new() } else { format!("# {title}\n{}", lines.join("\n")) }
}

/// Returns the quick start as a test that is compiled but not run, under the condition.
fn quick_start(emitter: &Emitter<'_>, condition: &str) -> String {
    let Some(lines) = emitter.quick_start() else { return String::new() };
    let lines = lines.join("\n");
    format!("{QUICK_START}{condition})] {{\n{lines}{QUICK_START_END}")
}

/// Describes the common methods of all calls, to the extent that these clients have them.
fn calls(emitters: &[&Emitter<'_>]) -> String {
    let operations = || emitters.iter().flat_map(|emitter| &emitter.api.operations);
    if operations().next().is_none() {
        return String::new();
    }
    let mut lines = vec![
        "# Calls".to_owned(),
        "Await a call to send it and receive the response body. `with_response` returns a [`Response`], which includes"
            .to_owned(),
        "the status and the headers. A failed call returns an [`Error`] with an [`ErrorKind`], the status and the"
            .to_owned(),
        "decoded error body. [`RetryPolicy`] and [`Timeouts`] apply to a client, [`RequestOptions`] to one call."
            .to_owned(),
        String::new(),
    ];
    if operations().any(|operation| operation.pagination.is_some()) {
        lines.push(
            "- Pagination: `pages()` returns [`Pages`], and `items()` returns the [`Items`] of all pages.".to_owned(),
        );
    }
    if operations().any(|operation| operation.events.is_some()) {
        lines.push("- Streaming: `stream()` returns an [`EventStream`].".to_owned());
    }
    lines.push("- Blocking: `blocking()` returns a [`BlockingCall`] (feature `blocking`).".to_owned());
    lines.push("- Testing: `testing::FakeApi` answers calls with typed values (feature `testing`).".to_owned());
    lines.join("\n")
}

/// Returns the table of features; `apis` are the features of a crate with several APIs.
pub(super) fn feature_table(apis: &[&str]) -> String {
    let apis: Vec<String> = apis.iter().map(|api| format!("`{api}`")).collect();
    let apis = (!apis.is_empty()).then(|| format!("\n| {} (default) | One API each. |", apis.join(", ")));
    table(FEATURES) + &apis.unwrap_or_default()
}

/// Returns the table of some features.
pub(super) fn table<'f>(features: impl IntoIterator<Item = &'f Feature>) -> String {
    let rows = features.into_iter().map(|feature| {
        let default = if feature.name == "reqwest" { " (default)" } else { "" };
        format!("\n| `{}`{default} | {} |", feature.name, feature.about)
    });
    format!("| Feature | Adds |\n| --- | --- |{}", rows.collect::<String>())
}

fn features(apis: &[&str]) -> String {
    format!("# Features\n{}", feature_table(apis))
}

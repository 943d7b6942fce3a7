//! Checks that no text of a document becomes code or HTML, in any position. In the generated code rustdoc finds no
//! doctest and no tag, its lints find nothing, and no character hides or reorders the text around it.

mod markdown;
mod positions;

use std::path::Path;

use apiarist::Client;
use apiarist::diagnostics::Diagnostics;
use apiarist::emit::RuntimeDependency;
use apiarist::files::Files;
use apiarist::rustdoc::{Fault, FaultKind, Reading};
use apiarist::settings::Settings;
use apiarist::source::Document;
use apiarist::unprintable::is_unprintable;
use proptest::prelude::*;
use serde_json::Value;

/// Generates the crate of a document.
fn generate(file_name: &str, document: &Value) -> Files {
    let document = Document::parse(file_name, document.to_string()).expect("it is JSON");
    let mut diagnostics = Diagnostics::new();
    let client = Client::plan(&document, &Settings::default(), &mut diagnostics);
    let client = client.unwrap_or_else(|| panic!("nothing is generated: {:?}", diagnostics.iter().next()));
    let files = client.standalone_crate("hostile", file_name, RuntimeDependency::Version("1".to_owned()));
    files.expect("it can be printed")
}

/// Panics if the comments of a file contain more than text.
fn assert_harmless(files: &Files, document: &Value) {
    for (path, text) in files.iter() {
        let hidden = text.chars().find(|c| *c != '\n' && is_unprintable(*c));
        assert!(hidden.is_none(), "{} has {hidden:?}\n{document}", path.display());
        if !is_rust(path) {
            continue;
        }
        if let Err(error) = syn::parse_file(text) {
            panic!("{} cannot be parsed: {error}\n{document}", path.display());
        }
        let reading = Reading::of_source(text).expect("syn has read it");
        let faults: Vec<&Fault> = reading.faults.iter().filter(|fault| !is_own_link(fault, files)).collect();
        assert!(faults.is_empty(), "{}: {faults:#?}\n{document}", path.display());
    }
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// The link targets of generated pages and client documentation. A path may continue after one that ends with colons.
const OWN_TARGETS: [&str; 14] = [
    "Client",
    "Client::",
    "ClientBuilder",
    "ClientBuilder::",
    "Response",
    "Error",
    "ErrorKind",
    "RetryPolicy",
    "Timeouts",
    "RequestOptions",
    "Pages",
    "Items",
    "BlockingCall",
    "Optional",
];

/// Returns `true` if the generator wrote a link. Such a link names an item of the crate, by its name or by the path
/// from the linking module.
fn is_own_link(fault: &Fault, files: &Files) -> bool {
    if fault.kind != FaultKind::Warning {
        return false;
    }
    if fault.excerpt == "[`from_env`](Client::from_env)"
        || OWN_TARGETS.iter().any(|target| links_to(&fault.excerpt, target))
    {
        return true;
    }
    let Some(rest) = fault.excerpt.strip_prefix("[`") else { return false };
    let Some((label, target)) = rest.split_once("`]") else { return false };
    let is_own_path = target.strip_prefix("(Self::").is_some_and(|method| method == format!("{label})"))
        || ["".to_owned(), format!("(types::{label})"), format!("(super::{label})")].contains(&target.to_owned());
    is_own_path && label.split("::").all(|name| is_defined(name, files))
}

fn is_defined(name: &str, files: &Files) -> bool {
    let is_name = |other: char| !other.is_alphanumeric() && other != '_';
    ["struct ", "enum ", "type ", "fn ", "fn r#"].iter().any(|keyword| {
        let start = format!("pub {keyword}{name}");
        files.iter().any(|(_, text)| text.split(&start).skip(1).any(|after| after.starts_with(is_name)))
    })
}

fn links_to(link: &str, target: &str) -> bool {
    let path = link.strip_prefix("[`").and_then(|link| link.strip_suffix("`]"));
    path.is_some_and(|path| path == target || target.ends_with("::") && path.starts_with(target))
}

fn assert_all_harmless(texts: &[String]) {
    for document in positions::documents(&mut texts.iter().cycle().cloned()) {
        assert_harmless(&generate("pets.json", &document), &document);
    }
}

#[test]
fn known_hidden_code_and_html_stays_text() {
    for text in markdown::KNOWN {
        assert_all_harmless(&[(*text).to_owned()]);
        assert_all_harmless(&[(*text).to_owned(), "Plain words.".to_owned()]);
        assert_all_harmless(&[text.replace('\n', "\r\n"), text.replace('\n', "\u{2028}")]);
    }
}

#[test]
fn combined_harmless_pieces_stay_text() {
    for one in markdown::KNOWN {
        for other in ["~~~", "    x", "<!--", "===", "[a]: b"] {
            assert_all_harmless(&[(*one).to_owned(), other.to_owned(), "let x;".to_owned()]);
        }
    }
}

#[test]
fn document_name_stays_text() {
    for name in ["<script>.json", "a\n~~~\n.json", "\u{202e}a\u{1b}[31m.json", "`a`.json", "[a](javascript:b).json"] {
        let document = positions::documents(&mut std::iter::repeat("Words.".to_owned())).swap_remove(0);
        assert_harmless(&generate(name, &document), &document);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_markdown_in_every_position_stays_text(texts in proptest::collection::vec(markdown::text(), 40)) {
        assert_all_harmless(&texts);
    }
}

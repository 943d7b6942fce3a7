//! Holds the sources of this workspace to the rules of the house.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Item, UseTree};

/// What each stage of the generator may import from the others. Data flows one way, and this table says which.
const IMPORTS: [(&str, &[&str]); 21] = [
    ("unprintable", &[]),
    ("code_span", &["unprintable"]),
    ("deep_stack", &[]),
    ("word_list", &[]),
    ("runtime_items", &[]),
    ("rustdoc", &[]),
    ("source", &[]),
    ("diagnostics", &["source", "unprintable"]),
    ("import", &["source", "diagnostics"]),
    ("settings", &["source", "diagnostics", "ir"]),
    ("ir", &["source", "runtime_items"]),
    ("model", &["source", "diagnostics"]),
    ("lower", &["source", "diagnostics", "settings", "model", "ir", "code_span"]),
    ("names", &["source", "diagnostics", "settings", "ir", "runtime_items"]),
    ("derives", &["source", "diagnostics", "settings", "ir"]),
    (
        "emit",
        &["settings", "ir", "names", "derives", "runtime_items", "code_span", "rustdoc", "unprintable", "word_list"],
    ),
    ("print", &["deep_stack", "emit"]),
    ("outline", &["ir", "names", "unprintable"]),
    (
        "diff",
        &[
            "source",
            "diagnostics",
            "settings",
            "ir",
            "names",
            "derives",
            "outline",
            "report",
            "code_span",
            "unprintable",
            "word_list",
        ],
    ),
    ("files", &["unprintable"]),
    ("report", &["source", "diagnostics", "ir", "unprintable"]),
];

/// How many lines of code a file may have; tests do not count.
const LONGEST_FILE: usize = 400;

/// How many lines a function may have, unless it is a template.
const LONGEST_FUNCTION: usize = 60;

/// The folders whose files are held to the rules.
const FOLDERS: [&str; 6] = ["generator", "runtime", "xtask", "tests/src", "tests/tests", "tools"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The Rust files below a folder, with their text, by their path from the root of the workspace.
fn sources(folder: &str) -> Vec<(String, String)> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for path in entries.map(|entry| entry.expect("an entry of a folder").path()) {
            if path.is_dir() && !path.ends_with("target") {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = root();
    let mut paths = Vec::new();
    collect(&root.join(folder), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a source file");
            let path = path.strip_prefix(&root).expect("it is below the root").to_string_lossy().replace('\\', "/");
            (path, text)
        })
        .collect()
}

fn all_sources() -> Vec<(String, String)> {
    FOLDERS.iter().flat_map(|folder| sources(folder)).collect()
}

/// Fails with all offences, one on a line.
fn assert_none(offences: &[String]) {
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

/// The code of a file up to its tests, without blank lines and comments: each line with its number from 1.
fn code(text: &str) -> Vec<(usize, &str)> {
    let tests = text.find("\n#[cfg(test)]\nmod ").unwrap_or(text.len());
    let lines = text[..tests].lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty() && !line.trim().starts_with("//"))
        .map(|(at, line)| (at + 1, line))
        .collect()
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let is_silent = |(_, text): &(String, String)| !text.starts_with("//! ");
    let offences: Vec<_> = all_sources().into_iter().filter(is_silent).map(|(path, _)| path).collect();
    assert_none(&offences);
}

#[test]
fn no_file_is_too_long() {
    let offences: Vec<_> = all_sources()
        .iter()
        .filter(|(path, _)| !path.ends_with("/tests.rs") && !path.contains("/tests/"))
        .map(|(path, text)| (path, code(text).len()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .map(|(path, lines)| format!("{path} has {lines} lines of code; at most {LONGEST_FILE} are allowed"))
        .collect();
    assert_none(&offences);
}

#[test]
fn no_function_is_too_long() {
    let mut offences = Vec::new();
    for (path, text) in all_sources() {
        let code = code(&text);
        for (at, &(number, line)) in code.iter().enumerate() {
            let indentation = &line[..line.len() - line.trim_start().len()];
            let is_function =
                line.split_whitespace().any(|word| word == "fn") && !line.trim_end().ends_with(['}', ';']);
            // A template of the derives: a string, or a line that continues one.
            let is_text = line.trim().starts_with('"') || at > 0 && code[at - 1].1.ends_with('\\');
            if !is_function || is_text {
                continue;
            }
            let end = format!("{indentation}}}");
            let body: Vec<_> = code[at..].iter().map(|(_, line)| *line).take_while(|line| *line != end).collect();
            let is_template = body.iter().any(|line| line.contains("quote!"));
            if body.len() > LONGEST_FUNCTION && !is_template {
                offences.push(format!("{path}:{number}: {} lines; at most {LONGEST_FUNCTION} are allowed", body.len()));
            }
        }
    }
    assert_none(&offences);
}

#[test]
fn no_file_is_named_after_nothing_in_particular() {
    let names = ["util", "utils", "helper", "helpers", "common", "misc", "shared"];
    let offences: Vec<_> = all_sources()
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| path.trim_end_matches(".rs").split('/').any(|part| names.contains(&part)))
        .collect();
    assert_none(&offences);
}

#[test]
fn data_flows_one_way() {
    let mut offences = Vec::new();
    for (path, text) in sources("generator/src") {
        let stage =
            path.trim_start_matches("generator/src/").trim_end_matches(".rs").split('/').next().unwrap_or_default();
        let Some((_, allowed)) = IMPORTS.iter().find(|(name, _)| *name == stage) else {
            if !matches!(stage, "lib" | "main" | "arguments" | "crate_name" | "difference" | "explanation" | "pages") {
                offences.push(format!("{path}: the stage `{stage}` has no row in the table of imports"));
            }
            continue;
        };
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let forbidden = |import: &String| import != stage && !allowed.contains(&import.as_str());
        for import in imports(&file.items).into_iter().filter(forbidden) {
            offences.push(format!("{path}: `{stage}` must not import `crate::{import}`"));
        }
    }
    assert_none(&offences);
}

/// The modules of the crate that these items import, tests aside.
fn imports(items: &[Item]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for item in items {
        match item {
            Item::Use(import) => {
                if let UseTree::Path(path) = &import.tree
                    && path.ident == "crate"
                {
                    heads(&path.tree, &mut found);
                }
            }
            Item::Mod(module) if module.ident != "tests" => {
                found.extend(module.content.iter().flat_map(|(_, items)| imports(items)));
            }
            _ => {}
        }
    }
    found
}

fn heads(tree: &UseTree, found: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => {
            found.insert(path.ident.to_string());
        }
        UseTree::Name(name) => {
            found.insert(name.ident.to_string());
        }
        UseTree::Rename(rename) => {
            found.insert(rename.ident.to_string());
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| heads(tree, found)),
        UseTree::Glob(_) => {}
    }
}

#[test]
fn examples_of_the_runtime_show_no_path_that_users_of_a_client_lack() {
    // Generated crates show these examples on their own pages.
    for (path, text) in sources("runtime/src") {
        let is_shown = |line: &&str| {
            let line = line.trim_start();
            line.strip_prefix("///")
                .or(line.strip_prefix("//!"))
                .is_some_and(|it| it.starts_with(" use apiarist_runtime"))
        };
        let shown: Vec<&str> = text.lines().filter(is_shown).collect();
        assert!(shown.is_empty(), "{path}: hide these lines with `#`: {shown:?}");
    }
}

/// The floors of the runtime, each of which imports only those before it. `lib.rs` names them all.
const FLOORS: [&str; 17] = [
    "box_future",
    "spec",
    "values",
    "tables",
    "error",
    "encode",
    "transport",
    "auth",
    "client",
    "call",
    "stream",
    "pages",
    "download",
    "blocking",
    "testing",
    "webhook",
    "codegen",
];

#[test]
fn each_floor_of_the_runtime_imports_only_those_below_it() {
    let height = |floor: &str| FLOORS.iter().position(|name| *name == floor);
    let mut offences = Vec::new();
    for (path, text) in sources("runtime/src") {
        let inside = path.trim_start_matches("runtime/src/").trim_end_matches(".rs");
        let modules: Vec<&str> = inside.split('/').filter(|part| *part != "mod").collect();
        if modules == ["lib"] {
            continue;
        }
        let Some(own) = height(modules[0]) else {
            offences.push(format!("{path}: `{}` has no place among the floors", modules[0]));
            continue;
        };
        let tokens = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut found = BTreeSet::new();
        roots(tokens, modules.len(), &mut found);
        for floor in found.iter().filter(|floor| height(floor).is_none_or(|height| height > own)) {
            offences.push(format!("{path}: `{}` must not name `crate::{floor}`", modules[0]));
        }
    }
    assert_none(&offences);
}

/// Collects what tokens name in the root of their crate, in imports and elsewhere, tests aside:
///
/// ```text
/// use crate::{error::{Error, ErrorKind}, spec};      error, spec
/// let url = crate::transport::url::port(uri);        transport
/// use super::super::stream::event::Event;            stream, in a module two levels below the root
/// #[cfg(test)] mod tests { use crate::testing; }     nothing
/// ```
fn roots(tokens: TokenStream, depth: usize, found: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_ident = |at: usize, text: &str| matches!(tokens.get(at), Some(TokenTree::Ident(ident)) if ident == text);
    let is_path = |at: usize| {
        let is_colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
        is_colon(at) && is_colon(at + 1)
    };
    let (mut at, mut is_test, mut opens_module) = (0, false, false);
    while let Some(token) = tokens.get(at) {
        let mut supers = 0;
        while is_ident(at + 3 * supers, "super") && is_path(at + 3 * supers + 1) {
            supers += 1;
        }
        if supers >= depth || is_ident(at, "crate") && is_path(at + 1) {
            let head = at + 3 * supers.max(1);
            match tokens.get(head) {
                Some(TokenTree::Ident(name)) => drop(found.insert(name.to_string())),
                Some(TokenTree::Group(group)) => first_names(group.stream(), found),
                _ => {}
            }
            at = head + 1;
            continue;
        }
        match token {
            TokenTree::Group(group) if group.stream().to_string() == "cfg (test)" => is_test = true,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                if !is_test {
                    roots(group.stream(), depth + usize::from(opens_module), found);
                }
                (is_test, opens_module) = (false, false);
            }
            TokenTree::Group(group) => roots(group.stream(), depth, found),
            TokenTree::Ident(ident) if ident == "mod" => opens_module = true,
            TokenTree::Punct(sign) if sign.as_char() == ';' => (is_test, opens_module) = (false, false),
            _ => {}
        }
        at += 1 + 3 * supers;
    }
}

/// Collects the first names of the paths in the braces of an import.
fn first_names(tokens: TokenStream, found: &mut BTreeSet<String>) {
    let mut is_first = true;
    for token in tokens {
        match token {
            TokenTree::Ident(name) if is_first => {
                found.insert(name.to_string());
                is_first = false;
            }
            TokenTree::Punct(sign) if sign.as_char() == ',' => is_first = true,
            _ => {}
        }
    }
}

#[test]
fn names_of_the_root_are_found_in_imports_and_elsewhere() {
    let rows = [
        ("use crate::{error::{Error, ErrorKind}, spec};", 1, "error spec"),
        ("fn f() -> u16 { crate::transport::url::port(0) }", 1, "transport"),
        ("macro_rules! m { () => { $crate::tables::read() } }", 1, "tables"),
        ("use super::super::stream::event::Event; use super::sse;", 2, "stream"),
        ("mod on { use super::super::Sibling; use super::Own; }", 2, ""),
        ("mod on { use super::super::call; }", 1, "call"),
        ("#[cfg(test)] mod tests { use crate::testing; } use crate::pages::Pages;", 1, "pages"),
        ("#[cfg(test)] use std::fmt; fn f() { crate::values::a() }", 1, "values"),
    ];
    for (text, depth, expected) in rows {
        let mut found = BTreeSet::new();
        roots(text.parse().expect("tokens"), depth, &mut found);
        assert_eq!(found.into_iter().collect::<Vec<_>>().join(" "), expected, "{text}");
    }
}

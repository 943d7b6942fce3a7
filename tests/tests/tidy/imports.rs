//! Checks the imports of the sources against import tables in Markdown.
//!
//! ```text
//! | module of `generator/src/` | does | may import |
//! | --- | --- | --- |
//! | `ir/` | the API as plain data | `source` (`Pointer` only) |
//!
//! | floor of `runtime/src/` | holds |
//! | --- | --- |
//! | `spec/` | data |                     imports nothing
//! | `values/` | types of fields |        may import `spec`
//! ```
//!
//! A path counts anywhere: `use crate::ir::Api`, `crate::ir::Api::default()`, `super::super::ir`, and inside macros
//! other than `quote!`, whose paths belong to the generated code.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The header of the last column.
const HEADER: &str = "may import";

/// The prefix of the first header in a table where each module may import those in the rows above it.
const FLOORS: &str = "floor of ";

/// The marker for modules that may import every other.
const ALL: &str = "all";

/// Macros whose tokens are code of another crate.
const TEMPLATES: [&str; 4] = ["quote", "quote_spanned", "parse_quote", "parse_quote_spanned"];

/// An import table: the modules of a folder and the allowed imports of each.
#[derive(Debug)]
pub struct Table {
    /// The folder without a trailing slash.
    pub folder: String,
    rows: BTreeMap<String, Allowed>,
}

#[derive(Clone, Debug)]
enum Allowed {
    All,
    These(BTreeSet<String>),
}

impl Table {
    /// Reads the tables of a text.
    pub fn read_all(text: &str) -> Vec<Self> {
        let mut tables: Vec<Self> = Vec::new();
        let (mut is_inside, mut are_floors) = (false, false);
        for line in text.lines() {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            match cells.as_slice() {
                [first, .., last] if line.starts_with('|') && (*last == HEADER || first.starts_with(FLOORS)) => {
                    let folder = quoted(first).into_iter().next().unwrap_or_default();
                    tables.push(Self { folder: folder.trim_end_matches('/').to_owned(), rows: BTreeMap::new() });
                    (is_inside, are_floors) = (true, *last != HEADER);
                }
                [first, .., last] if line.starts_with('|') && is_inside => {
                    let above = || tables.last().map(|table| table.rows.keys().cloned().collect()).unwrap_or_default();
                    let allowed = match *last {
                        _ if are_floors => Allowed::These(above()),
                        ALL => Allowed::All,
                        list => Allowed::These(quoted(list).into_iter().collect()),
                    };
                    let names = quoted(first).into_iter().map(|name| module_name(&name).to_owned());
                    tables.last_mut().into_iter().for_each(|table| {
                        table.rows.extend(names.clone().map(|name| (name, allowed.clone())));
                    });
                }
                _ => is_inside = false,
            }
        }
        tables
    }

    /// Returns the forbidden imports of the files in the folder of the table.
    pub fn offences(&self, sources: &[(String, String)]) -> Vec<String> {
        let inside = |path: &str| Some(path.strip_prefix(&self.folder)?.strip_prefix('/')?.to_owned());
        let sources: Vec<_> = sources.iter().filter_map(|(path, text)| Some((path, inside(path)?, text))).collect();
        let module = |inside: &str| module_name(inside.split('/').next().unwrap_or_default()).to_owned();
        let modules: BTreeSet<String> = sources.iter().map(|(_, inside, _)| module(inside)).collect();
        let mut offences: Vec<String> = modules
            .iter()
            .filter(|module| !self.rows.contains_key(*module) && !is_root(module))
            .map(|module| format!("{}/{module} has no row in its import table", self.folder))
            .collect();
        offences.extend(
            self.rows
                .keys()
                .filter(|row| !modules.contains(*row))
                .map(|row| format!("the import table has a row for {}/{row}, which does not exist", self.folder)),
        );
        let base = module_path(&self.folder);
        for (path, inside, text) in &sources {
            let own = module(inside);
            let Some(Allowed::These(allowed)) = self.rows.get(&own).filter(|_| !path.ends_with("/tests.rs")) else {
                continue;
            };
            let forbidden = imports(text, &module_path(path), &base, path).into_iter().map(|name| {
                // A name that is not a module is an item of the root. Only in a crate does importing it need a row.
                if modules.contains(&name) { name } else { if base.is_empty() { "lib" } else { &own }.to_owned() }
            });
            let forbidden: BTreeSet<String> = forbidden.filter(|it| *it != own && !allowed.contains(it)).collect();
            offences.extend(forbidden.iter().map(|it| format!("{path}: `{own}` must not import `{it}`")));
        }
        offences
    }
}

/// Returns `true` if a module is the root of its folder. The other modules are private to the root.
fn is_root(module: &str) -> bool {
    matches!(module, "lib" | "main" | "mod")
}

/// Returns the texts between backquotes, outside of parentheses.
fn quoted(cell: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let outside = |c: &char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    let text: String = cell.chars().filter(outside).collect();
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn module_name(file: &str) -> &str {
    file.trim_end_matches('/').trim_end_matches(".rs")
}

/// Returns the path of a module below the root of its crate: `["ir", "graph"]` for `generator/src/ir/graph.rs`.
fn module_path(file: &str) -> Vec<String> {
    let inside = file.split_once("/src").map_or("", |(_, inside)| inside);
    let parts = inside.split('/').map(module_name).filter(|part| !part.is_empty() && !is_root(part));
    parts.map(str::to_owned).collect()
}

/// Returns the modules of `base` that a file names outside of tests.
fn imports(text: &str, module: &[String], base: &[String], path: &str) -> BTreeSet<String> {
    let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut named = Vec::new();
    collect(tokens, module, &mut named);
    let below = |path: Vec<String>| path.strip_prefix(base).and_then(|rest| rest.first()).cloned();
    named.into_iter().filter_map(below).collect()
}

/// Collects the paths that begin with `crate` or `super`, resolved to paths below the root of the crate.
fn collect(tokens: TokenStream, module: &[String], found: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let is_after_path = at > 0 && is_colon(&tokens[at - 1]);
        match token {
            TokenTree::Ident(word) if *word == "mod" && is_ident(tokens.get(at + 1), "tests") => at += 3,
            TokenTree::Ident(word) if *word == "mod" => {
                if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) =
                    (tokens.get(at + 1), tokens.get(at + 2))
                {
                    let inner: Vec<String> = module.iter().cloned().chain([name.to_string()]).collect();
                    collect(body.stream(), &inner, found);
                }
                at += 3;
            }
            TokenTree::Ident(word)
                if TEMPLATES.iter().any(|name| word == name)
                    && matches!(tokens.get(at + 1), Some(TokenTree::Punct(punct)) if punct.as_char() == '!') =>
            {
                at += 3;
            }
            TokenTree::Ident(word) if (*word == "crate" || *word == "super") && !is_after_path => {
                at += 1;
                let mut start = if *word == "crate" { Vec::new() } else { parent(module) };
                while is_path(&tokens, at) && is_ident(tokens.get(at + 2), "super") {
                    start.pop();
                    at += 3;
                }
                if is_path(&tokens, at) {
                    heads(tokens.get(at + 2), &start, found);
                    at += 2;
                }
            }
            TokenTree::Group(group) => {
                collect(group.stream(), module, found);
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Adds the path that starts with `start` and the next identifier, or the paths of all first identifiers in braces.
fn heads(token: Option<&TokenTree>, start: &[String], found: &mut Vec<Vec<String>>) {
    let with = |word: String| start.iter().cloned().chain([word]).collect();
    match token {
        Some(TokenTree::Ident(word)) => found.push(with(word.to_string())),
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let mut is_first = true;
            for token in group.stream() {
                match &token {
                    TokenTree::Ident(word) if is_first => found.push(with(word.to_string())),
                    TokenTree::Punct(punct) if punct.as_char() == ',' => {
                        is_first = true;
                        continue;
                    }
                    _ => {}
                }
                is_first = false;
            }
        }
        _ => {}
    }
}

fn parent(module: &[String]) -> Vec<String> {
    module.split_last().map(|(_, parent)| parent.to_vec()).unwrap_or_default()
}

fn is_ident(token: Option<&TokenTree>, text: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(word)) if word == text)
}

fn is_colon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':')
}

fn is_path(tokens: &[TokenTree], at: usize) -> bool {
    tokens.get(at..at + 2).is_some_and(|pair| pair.iter().all(is_colon))
}

#[test]
fn paths_are_found_in_any_position() {
    let text = "
        use crate::{ir::Api, names};
        pub(in crate::emit) fn f() -> super::super::print::Text { vec![crate::files::all()] }
        const T: &str = quote! { crate::types::Pet };
        use std::collections::crate_name;
        mod tests { use crate::diff; }
    ";
    let found = imports(text, &module_path("generator/src/emit/types/mod.rs"), &[], "a file");
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["emit", "files", "ir", "names", "print"]);
    let below =
        imports("use super::schema::Schema;", &module_path("generator/src/lower/union.rs"), &["lower".into()], "");
    assert_eq!(below.into_iter().collect::<Vec<_>>(), ["schema"]);
}

#[test]
fn paths_in_modules_of_a_file_start_at_their_module() {
    let floor = module_path("runtime/src/call/execute.rs");
    for (text, expected) in [
        ("macro_rules! m { () => { $crate::tables::read() } }", "tables"),
        ("mod on { use super::super::Sibling; use super::Own; }", "call"),
        ("mod on { use super::super::super::pages; }", "pages"),
    ] {
        let found: Vec<String> = imports(text, &floor, &[], text).into_iter().collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }
}

#[test]
fn each_floor_can_import_those_above_it() {
    let text = "| floor of `a/src/` | holds |\n| --- | --- |\n| `b/` | x |\n| `c.rs` | y |\n\n`f`";
    let tables = Table::read_all(text);
    let [table] = tables.as_slice() else { panic!("{tables:?}") };
    let sources = [("a/src/b/mod.rs", "use crate::c;"), ("a/src/c.rs", "use crate::b;")];
    let sources: Vec<_> = sources.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    assert_eq!(table.offences(&sources), ["a/src/b/mod.rs: `b` must not import `c`"]);
}

#[test]
fn tables_are_read_with_their_exceptions() {
    let text =
        "| module of `a/src/` | does | may import |\n| --- | --- | --- |\n| `b/`, `c.rs` | x | `d` (`E` only) |\n\n`f`";
    let tables = Table::read_all(text);
    let [table] = tables.as_slice() else { panic!("{tables:?}") };
    assert_eq!(table.folder, "a/src");
    let sources = [("a/src/b/mod.rs", "use crate::d;"), ("a/src/c.rs", "use crate::b;"), ("a/src/d.rs", "")];
    let sources: Vec<_> = sources.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    assert_eq!(
        table.offences(&sources),
        ["a/src/d has no row in its import table", "a/src/c.rs: `c` must not import `b`"]
    );
}

//! The document as text, with the required parts that pages lack.

use serde_json::{Map, Value, json};

use super::markdown::lines;
use super::page::{Page, one_line};
use super::prose;
use crate::diagnostics::Diagnostics;
use crate::source::{Document, Format};

/// The keys of a document in conventional order; others follow.
const ORDER: [&str; 15] = [
    "openapi",
    "swagger",
    "info",
    "x-imported-from",
    "externalDocs",
    "host",
    "basePath",
    "schemes",
    "servers",
    "security",
    "tags",
    "paths",
    "webhooks",
    "components",
    "definitions",
];

/// Returns the text of a document. Returns `None` if it cannot be read back, which is reported.
pub(super) fn text(
    mut tree: Map<String, Value>,
    pages: &[&Page],
    format: Format,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    if !tree.contains_key("swagger") {
        tree.entry("openapi").or_insert_with(|| json!("3.1.0"));
    }
    let title = title(&tree);
    tree.entry("info").or_insert_with(|| json!({"title": title, "version": "unknown"}));
    tree.entry("paths").or_insert_with(|| json!({}));
    let origins: Vec<String> = pages.iter().map(|page| origin(page)).collect();
    let comment = match format {
        Format::Yaml => comment(&origins),
        // JSON has no comments.
        Format::Json => {
            tree.insert("x-imported-from".to_owned(), json!(origins));
            String::new()
        }
    };
    let mut ordered = Map::new();
    for key in ORDER {
        ordered.extend(tree.remove(key).map(|value| (key.to_owned(), value)));
    }
    ordered.append(&mut tree);
    let text = comment + &format.write(&Value::Object(ordered));
    let name = match format {
        Format::Yaml => "openapi.yaml",
        Format::Json => "openapi.json",
    };
    // The parts that are added to the contents of a page may exceed the limits of a document.
    match Document::parse(name, text.as_str()) {
        Ok(_) => Some(text),
        Err(error) => {
            diagnostics.add_source_error(&error);
            None
        }
    }
}

fn comment(origins: &[String]) -> String {
    let mut text = "# Imported by `apiarist import` from:\n".to_owned();
    for origin in origins {
        text.push_str(&format!("#   {origin}\n"));
    }
    text + "# Do not edit: import the pages again, or fix the document with an overlay.\n"
}

/// Returns the path of a page, with the address that it was taken from if its first lines contain one.
fn origin(page: &Page) -> String {
    let lines = lines(page.text());
    let address = prose::address(prose::within(&lines, 0..lines.len().min(5)));
    let address = address.map(|address| format!(" ({})", one_line(address))).unwrap_or_default();
    format!("{}{address}", page.shown())
}

/// Returns a title made from the host of the first server, because pages lack the title of the API: `hives` for
/// `api.hives.example`.
fn title(tree: &Map<String, Value>) -> String {
    let server = tree.get("servers").and_then(|servers| servers.get(0)).and_then(|server| server.get("url"));
    let url = server.and_then(Value::as_str).unwrap_or_default();
    let host =
        url.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', '#', ':']).next().unwrap_or_default());
    let mut labels: Vec<&str> = host.split('.').filter(|label| !label.contains(['{', '}'])).collect();
    // The last label is a domain such as `com`, and so is `co` in `co.uk`.
    labels.pop();
    let label = labels.iter().rev().find(|label| label.len() > 3).or(labels.last());
    let is_number = label.is_some_and(|label| label.chars().all(|character| character.is_ascii_digit()));
    label.filter(|label| !is_number && !label.is_empty()).map_or_else(|| "API".to_owned(), |label| (*label).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_api_is_called_after_its_host() {
        for (url, expected) in [
            ("https://api.hives.example/v1", "hives"),
            ("https://api.hives.co.uk:8080", "hives"),
            ("https://{region}.x.ai", "x"),
            ("http://127.0.0.1:80", "API"),
            ("/v1", "API"),
        ] {
            let tree = json!({"servers": [{"url": url}]});
            assert_eq!(title(tree.as_object().expect("an object")), expected, "{url}");
        }
    }
}

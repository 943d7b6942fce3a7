//! Pages whose front matter references a part of a document: `openapi: "openapi.json GET /pets"`.

mod lookup;
mod reduction;

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;

use super::block::{self, METHODS};
use super::markdown::{Line, front_matter};
use super::page::Page;
use super::piece::Piece;
use crate::diagnostics::{Code, Diagnostics, Excerpt};
use crate::source::{Document, Pointer, SourceError};

/// The part of a document that a page references.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    /// The whole document.
    Whole,
    /// An operation: its path and method.
    Operation(String, String),
    /// A webhook by its name.
    Webhook(String),
}

/// The documents that pages reference, each read once, with the parts that are referenced.
#[derive(Default)]
pub(super) struct ReferencedDocuments {
    documents: Vec<(PathBuf, ReferencedDocument)>,
}

/// A document that pages reference.
struct ReferencedDocument {
    /// `None` if it cannot be read.
    document: Option<Arc<Document>>,
    targets: Vec<Target>,
    /// The line of the first page that references it.
    at: Option<Excerpt>,
}

impl ReferencedDocuments {
    /// Records the reference of a page. Returns `true` if its target exists.
    pub fn read(&mut self, page: &Page, lines: &[Line<'_>], diagnostics: &mut Diagnostics) -> bool {
        let Some(range) = front_matter(lines) else { return false };
        let Ok(matter) = block::parse(page, &range) else { return false };
        let Some((key, text)) =
            ["openapi", "api"].iter().find_map(|key| Some((*key, matter.root().get(*key)?.as_str()?)))
        else {
            return false;
        };
        let place = matter.locate(&Pointer::root().join(key)).map_or(range, |location| location.focus);
        let at = Excerpt::new(page.path(), matter.file(Pointer::root().file()).text(), &place);
        if key == "api" {
            let message = "operations described by MDX elements are not supported; the page is skipped";
            diagnostics.report_elsewhere(Code::UnusablePage, message, Some(at));
            return false;
        }
        let (file, target) = target(text);
        match self.point(page, &file, target, &at, diagnostics) {
            Ok(()) => true,
            Err(reason) => {
                diagnostics.report_elsewhere(Code::UnreadablePage, format!("{reason}; the page is skipped"), Some(at));
                false
            }
        }
    }

    fn point(
        &mut self,
        page: &Page,
        file: &str,
        target: Target,
        at: &Excerpt,
        diagnostics: &mut Diagnostics,
    ) -> Result<(), String> {
        let path = lookup::find(page, file)?;
        let index = match self.documents.iter().position(|(known, _)| *known == path) {
            Some(index) => index,
            None => {
                let document = read_document(&path, page, diagnostics).map_err(|error| error.to_string());
                let failure = document.as_ref().err().cloned();
                let document = document.ok().map(Arc::new);
                self.documents.push((path.clone(), ReferencedDocument { document, targets: Vec::new(), at: None }));
                if let Some(failure) = failure {
                    return Err(failure);
                }
                self.documents.len() - 1
            }
        };
        let unreadable = || format!("cannot read `{}`", path.display());
        let (_, pointed) = self.documents.get_mut(index).ok_or_else(unreadable)?;
        let document = pointed.document.as_ref().ok_or_else(unreadable)?;
        let target = existing(document.root(), target)?;
        if !pointed.targets.contains(&target) {
            pointed.targets.push(target);
        }
        pointed.at.get_or_insert_with(|| at.clone());
        Ok(())
    }

    /// Returns the documents, each reduced to the parts that pages reference.
    pub fn pieces(self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (_, pointed) in self.documents {
            let (Some(document), Some(at)) = (pointed.document, pointed.at) else { continue };
            let tree = reduction::reduce(&document, &pointed.targets);
            pieces.push(Piece { tree, document: Some(document), is_whole: true, at });
        }
        pieces
    }
}

fn read_document(path: &std::path::Path, page: &Page, diagnostics: &mut Diagnostics) -> Result<Document, SourceError> {
    let document = Document::read_within(path, page.root())?;
    let mut found = Diagnostics::new();
    found.add_faults(&document);
    diagnostics.add_located(&found, &document);
    Ok(document)
}

/// Returns the file and the target of a reference such as `openapi.json GET /pets`. The file is empty if the reference
/// names none.
fn target(text: &str) -> (String, Target) {
    let words: Vec<&str> = text.split_whitespace().collect();
    if let [file @ .., method, path] = words.as_slice() {
        let lower = method.to_ascii_lowercase();
        if path.starts_with('/') && METHODS.contains(&lower.as_str()) {
            return (file.join(" "), Target::Operation((*path).to_owned(), lower));
        }
        if lower == "webhook" {
            return (file.join(" "), Target::Webhook((*path).to_owned()));
        }
    }
    (text.trim().to_owned(), Target::Whole)
}

/// Returns a target as spelled in the document.
fn existing(root: &Value, target: Target) -> Result<Target, String> {
    match target {
        Target::Whole => Ok(target),
        Target::Webhook(name) => match root.get("webhooks").and_then(|webhooks| webhooks.get(&name)) {
            Some(_) => Ok(Target::Webhook(name)),
            None => Err(format!("the document does not define the webhook `{name}`")),
        },
        Target::Operation(path, method) => {
            let paths = root.get("paths").and_then(Value::as_object);
            let exact = paths.and_then(|paths| paths.get_key_value(&path));
            let alike = || paths.and_then(|paths| paths.iter().find(|(known, _)| alike(known, &path)));
            match exact.or_else(alike).filter(|(_, item)| item.get(&method).is_some() || item.get("$ref").is_some()) {
                Some((known, _)) => Ok(Target::Operation(known.clone(), method)),
                None => Err(format!("the document does not define the operation `{} {path}`", method.to_uppercase())),
            }
        }
    }
}

/// Returns `true` if two paths differ only in the names of parameters and a trailing slash.
fn alike(one: &str, other: &str) -> bool {
    let steps = |path: &str| -> Vec<String> {
        let steps = path.trim_end_matches('/').split('/');
        steps.map(|step| if step.starts_with(['{', ':']) { "{}".to_owned() } else { step.to_owned() }).collect()
    };
    steps(one) == steps(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_names_a_file_and_what_is_in_it() {
        let operation = |path: &str, method: &str| Target::Operation(path.to_owned(), method.to_owned());
        assert_eq!(target("POST /pets"), (String::new(), operation("/pets", "post")));
        assert_eq!(target("/api/a.json get /pets"), ("/api/a.json".to_owned(), operation("/pets", "get")));
        assert_eq!(target("a.json webhook pet.left"), ("a.json".to_owned(), Target::Webhook("pet.left".to_owned())));
        assert_eq!(target("a.json"), ("a.json".to_owned(), Target::Whole));
    }

    #[test]
    fn paths_are_alike_whatever_their_parameters_are_called() {
        assert!(alike("/pets/{id}", "/pets/{petId}/"));
        assert!(alike("/pets/{id}", "/pets/:id"));
        assert!(!alike("/pets/{id}", "/pets/mine"));
    }
}

//! Import of documentation pages as one OpenAPI document.
//!
//! Many providers publish only pages. Some pages contain a document or the data of a renderer, others describe an
//! operation in a regular form, and others reference a part of a document next to them.

mod assemble;
mod block;
mod components;
mod front_matter;
mod markdown;
mod markdown_reference;
mod merge;
mod mintlify_document;
mod mintlify_endpoint;
mod page;
mod piece;
mod prose;
mod refusal;
mod union;

pub use page::Page;

use std::sync::Arc;

use front_matter::ReferencedDocuments;
use markdown::{Fence, Line, fences, lines};
use piece::Piece;

use crate::diagnostics::{Code, Diagnostics, grouped};
use crate::source::{Format, size};

/// The maximum size of a page in bytes. A file with all pages of a site has a few megabytes.
const PAGE_SIZE: usize = 16 << 20;

/// The maximum number of blocks in a page that describe an API.
const BLOCKS: usize = 5_000;

/// Merges the pages, in their order, into the text of one document, and reports missing information. Returns no text if
/// no page describes an operation.
///
/// ```
/// use apiarist::import::{Page, import};
/// use apiarist::source::Format;
///
/// let page = Page::new("pages/get-pet.md", r#"
/// ~~~~yaml openapi.json get /pets/{id}
/// openapi: 3.1.0
/// info: {title: Pets, version: "1"}
/// paths:
///   /pets/{id}:
///     get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {"204": {description: ""}}}
/// ~~~~
/// "#);
/// let (text, diagnostics) = import(&[page], Format::Yaml);
/// assert!(diagnostics.is_empty());
/// assert!(text.expect("it describes an operation").contains("title: Pets\n"));
/// ```
pub fn import(pages: &[Page], format: Format) -> (Option<String>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut pieces = Vec::new();
    let mut referenced = ReferencedDocuments::default();
    let mut used = Vec::new();
    for page in pages {
        let before = pieces.len();
        let is_pointing = read(page, &mut pieces, &mut referenced, &mut diagnostics);
        if is_pointing || pieces.len() > before {
            used.push(page);
        }
    }
    pieces.extend(referenced.pieces());
    let text = match merge::merge(pieces, &mut diagnostics) {
        Some(tree) => assemble::text(tree, &used, format, &mut diagnostics),
        None => {
            let message = "no page describes an operation";
            diagnostics.report_without_origin(Code::NothingImported, message);
            None
        }
    };
    (text, diagnostics)
}

/// Adds the operations of a page. Returns `true` if it references a document that exists.
fn read(
    page: &Page,
    pieces: &mut Vec<Piece>,
    referenced: &mut ReferencedDocuments,
    diagnostics: &mut Diagnostics,
) -> bool {
    if page.text().len() > PAGE_SIZE {
        let message = format!("a page must have at most {}; it is skipped", size(PAGE_SIZE));
        diagnostics.report_elsewhere(Code::UnusablePage, message, Some(page.excerpt(&(0..0))));
        return false;
    }
    let lines = lines(page.text());
    let fences = fences(page.text(), &lines);
    let (pieces_before, diagnostics_before) = (pieces.len(), diagnostics.len());
    let mut blocks = fences.iter().filter(|fence| block::is_likely(page, fence));
    pieces.extend(blocks.by_ref().take(BLOCKS).filter_map(|fence| read_block(page, &lines, fence, diagnostics)));
    if let Some(fence) = blocks.next() {
        let message =
            format!("a page must have at most {} blocks; this one and the following are skipped", grouped(BLOCKS));
        diagnostics.report_elsewhere(Code::UnusablePage, message, Some(page.excerpt(&fence.opening)));
    }
    let is_silent = |pieces: &Vec<Piece>, diagnostics: &Diagnostics| {
        pieces.len() == pieces_before && diagnostics.len() == diagnostics_before
    };
    if is_silent(pieces, diagnostics) && referenced.read(page, &lines, diagnostics) {
        return true;
    }
    if is_silent(pieces, diagnostics) {
        pieces.extend(markdown_reference::read(page, &lines, &fences, diagnostics));
    }
    if is_silent(pieces, diagnostics) {
        refusal::report(page, &lines, diagnostics);
    }
    false
}

/// Reads a block that describes an API.
fn read_block(page: &Page, lines: &[Line<'_>], fence: &Fence<'_>, diagnostics: &mut Diagnostics) -> Option<Piece> {
    let (kind, document) = block::read(page, fence, diagnostics)?;
    let mut found = Diagnostics::new();
    found.add_faults(&document);
    let tree = match kind {
        block::Kind::Document => mintlify_document::read(&document, &mut found),
        block::Kind::Endpoint => mintlify_endpoint::read(&document, lines, fence, &mut found),
    };
    diagnostics.add_located(&found, &document);
    let is_whole = kind == block::Kind::Document;
    Some(Piece { tree: tree?, document: Some(Arc::new(document)), is_whole, at: page.excerpt(&fence.opening) })
}

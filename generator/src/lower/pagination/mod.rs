//! Pagination: from `[pagination]` in `apiarist.toml`, an extension of the document, or recognized by names and types.
//!
//! ```yaml
//! parameters: [{name: cursor, in: query, schema: {type: string}}]
//! 200: {properties: {data: {type: array}, next_cursor: {type: string}, has_more: {type: boolean}}}
//! # a cursor: `cursor` takes `next_cursor`; `data` are the items; iteration ends when `has_more` is false
//! ```
//!
//! A wrong guess is worse than none, so an ambiguous name is not recognized.

mod check;
mod extension;
mod first_page;
mod overrides;
mod page;
mod recognize;
mod response_shape;

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Api, Pagination, PaginationSource, PaginationStyle};
use crate::model::Model;
use crate::settings::{ChosenPagination, Overrides, PaginationSettings};
use page::Page;

/// A paging rule before it is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PagingRule {
    style: PaginationStyle,
    items: Option<String>,
    more: Option<String>,
    total: Option<String>,
    total_pages: Option<String>,
    current: Option<String>,
    size: Option<String>,
}

impl PagingRule {
    fn new(style: PaginationStyle) -> Self {
        Self { style, items: None, more: None, total: None, total_pages: None, current: None, size: None }
    }
}

/// An error in a paging rule, and the field that contains it.
#[derive(Debug)]
struct RuleError {
    field: PagingField,
    message: String,
}

/// A field of a paging rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PagingField {
    Style,
    Parameter,
    Next,
    Items,
    More,
    Total,
    TotalPages,
    Current,
    Size,
}

/// Determines the pagination of each operation.
pub(super) fn paginate(api: &mut Api, model: &Model<'_>, settings: &PaginationSettings, diagnostics: &mut Diagnostics) {
    let entries = Overrides::of_table(settings);
    let mut found = Vec::new();
    for (operation, described) in api.operations.iter().zip(&model.operations) {
        let page = Page { api, model, operation, described };
        let keys = [operation.id.as_deref().unwrap_or_default(), &operation.route];
        let overridden = keys.into_iter().find_map(|key| entries.get_with_key(key));
        found.push(match overridden {
            Some((_, settings)) if settings.style.value == ChosenPagination::None => None,
            Some((key, settings)) => overrides::rule(settings, &page)
                .and_then(|rule| page.check(rule, PaginationSource::Settings))
                .map_err(|error| overrides::report(key, settings, &error, diagnostics))
                .ok(),
            None => of_document(&page, diagnostics),
        });
    }
    for (operation, pagination) in api.operations.iter_mut().zip(found) {
        operation.pagination = pagination;
    }
    for (key, settings) in entries.unused() {
        let message = format!("unused `[pagination]` key `{key}`: the document does not contain this operation");
        diagnostics.report_elsewhere(Code::InvalidPagination, message, settings.style.excerpt.clone());
    }
}

/// Returns the pagination that the document states or unambiguously implies.
fn of_document(page: &Page<'_, '_>, diagnostics: &mut Diagnostics) -> Option<Pagination> {
    let recognized = || page.check(page.recognize()?, PaginationSource::Recognized).ok();
    let Some(extension) = &page.described.pagination else { return recognized() };
    match extension::rule(extension, page) {
        Ok(extension::ExtensionMeaning::Rule(rule)) => {
            let checked = page.check(rule, PaginationSource::Extension(extension.name));
            checked.map_err(|error| extension::report(extension, &error.message, diagnostics)).ok()
        }
        Ok(extension::ExtensionMeaning::NoPages) => None,
        Ok(extension::ExtensionMeaning::Unknown) => recognized(),
        Err(message) => {
            extension::report(extension, &message, diagnostics);
            None
        }
    }
}

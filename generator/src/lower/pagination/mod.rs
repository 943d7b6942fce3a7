//! How pages follow each other: as people say it, or an extension of the document, or as names and types of parameters
//! and members leave no doubt.
//!
//! Comes after everything else, when all types are known and none will be replaced.

mod answer;
mod check;
mod extension;
mod first_page;
mod page;
mod recognise;
mod setting;

use std::collections::HashSet;

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Api, Pagination, PaginationSource, PaginationStyle};
use crate::model::Model;
use crate::settings::{ChosenPagination, PaginationSettings};
use page::Page;

/// What is said of the pages of an operation, before it is held against parameters and types.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stated {
    style: PaginationStyle,
    items: Option<String>,
    more: Option<String>,
    total: Option<String>,
    total_pages: Option<String>,
    current: Option<String>,
    size: Option<String>,
}

impl Stated {
    fn new(style: PaginationStyle) -> Self {
        Self { style, items: None, more: None, total: None, total_pages: None, current: None, size: None }
    }
}

/// What is wrong with what is said of pages, and which part of it is.
#[derive(Debug)]
struct Fault {
    part: PagingField,
    message: String,
}

/// A part of what is said of pages.
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

/// Finds out for each operation whether it answers page by page.
pub(super) fn paginate(api: &mut Api, model: &Model<'_>, settings: &PaginationSettings, diagnostics: &mut Diagnostics) {
    let mut used = HashSet::new();
    let mut found = Vec::new();
    for (operation, described) in api.operations.iter().zip(&model.operations) {
        let page = Page { api, model, operation, described };
        let keys = [operation.id.as_deref().unwrap_or_default(), &operation.route];
        let chosen = keys.into_iter().find_map(|key| settings.get_key_value(key));
        if let Some((key, _)) = chosen {
            used.insert(key);
        }
        found.push(match chosen {
            Some((_, choice)) if choice.style.value == ChosenPagination::None => None,
            Some((key, choice)) => setting::stated(choice, &page)
                .and_then(|stated| page.check(stated, PaginationSource::Settings))
                .map_err(|fault| setting::report(key, choice, &fault, diagnostics))
                .ok(),
            None => of_document(&page, diagnostics),
        });
    }
    for (operation, pagination) in api.operations.iter_mut().zip(found) {
        operation.pagination = pagination;
    }
    for (key, choice) in settings.iter().filter(|(key, _)| !used.contains(key)) {
        let message = format!("`[pagination]` speaks of `{key}`, but the document has no such operation");
        diagnostics.report_elsewhere(Code::InvalidPagination, message, choice.style.excerpt.clone());
    }
}

/// What the document says of the pages of an operation, or what it leaves no doubt of.
fn of_document(page: &Page<'_, '_>, diagnostics: &mut Diagnostics) -> Option<Pagination> {
    let recognised = || page.check(page.recognise()?, PaginationSource::Recognised).ok();
    let Some(extension) = &page.described.pagination else { return recognised() };
    match extension::stated(extension, page) {
        Ok(extension::Said::Pages(stated)) => {
            let checked = page.check(stated, PaginationSource::Extension(extension.name));
            checked.map_err(|fault| extension::report(extension, &fault.message, diagnostics)).ok()
        }
        Ok(extension::Said::NoPages) => None,
        Ok(extension::Said::Nothing) => recognised(),
        Err(message) => {
            extension::report(extension, &message, diagnostics);
            None
        }
    }
}

//! Paging rules from `[pagination]` in `apiarist.toml`.

use super::page::Page;
use super::{Fault, PagingField, Stated};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::PaginationStyle;
use crate::settings::{ChosenPagination, Located, PaginationChoice};

/// Returns the paging rule of an override.
pub(super) fn stated(choice: &PaginationChoice, page: &Page<'_, '_>) -> Result<Stated, Fault> {
    let text = |said: &Option<Located>| said.as_ref().map(|said| said.value.clone());
    let needed = |said: &Option<Located>, name: &str| {
        let message = || format!("this style needs `{name}`");
        text(said).ok_or_else(|| Fault { part: PagingField::Style, message: message() })
    };
    let parameter = || needed(&choice.parameter, "parameter");
    let next = || needed(&choice.next, "next");
    let style = match choice.style.value {
        ChosenPagination::Cursor => PaginationStyle::Cursor { parameter: parameter()?, next: next()? },
        ChosenPagination::LastItem => PaginationStyle::LastItem { parameter: parameter()?, member: next()? },
        ChosenPagination::PageNumber => {
            let parameter = parameter()?;
            let first = choice.first.or_else(|| page.first_page(&parameter)).unwrap_or(1);
            PaginationStyle::PageNumber { parameter, first }
        }
        ChosenPagination::Offset => PaginationStyle::Offset { parameter: parameter()? },
        ChosenPagination::NextUrl => PaginationStyle::NextUrl { next: next()? },
        ChosenPagination::LinkHeader | ChosenPagination::None => PaginationStyle::LinkHeader,
    };
    Ok(Stated {
        style,
        items: text(&choice.items),
        more: text(&choice.more),
        total: text(&choice.total),
        total_pages: text(&choice.total_pages),
        current: text(&choice.current),
        size: text(&choice.size),
    })
}

/// Reports an invalid override on its line.
pub(super) fn report(key: &str, choice: &PaginationChoice, fault: &Fault, diagnostics: &mut Diagnostics) {
    let said = match fault.part {
        PagingField::Style => &None,
        PagingField::Parameter => &choice.parameter,
        PagingField::Next => &choice.next,
        PagingField::Items => &choice.items,
        PagingField::More => &choice.more,
        PagingField::Total => &choice.total,
        PagingField::TotalPages => &choice.total_pages,
        PagingField::Current => &choice.current,
        PagingField::Size => &choice.size,
    };
    let excerpt = said.as_ref().map_or(&choice.style.excerpt, |said| &said.excerpt);
    let message = format!("the pages of `{key}` cannot follow each other like this: {}", fault.message);
    diagnostics.report_elsewhere(Code::InvalidPagination, message, excerpt.clone());
}

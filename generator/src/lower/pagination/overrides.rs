//! Paging rules from `[pagination]` in `apiarist.toml`.

use super::page::Page;
use super::{PagingField, PagingRule, RuleError};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::PaginationStyle;
use crate::settings::{ChosenPagination, Located, PaginationOverride};

/// Returns the paging rule of an override.
pub(super) fn rule(settings: &PaginationOverride, page: &Page<'_, '_>) -> Result<PagingRule, RuleError> {
    let text = |field: &Option<Located>| field.as_ref().map(|field| field.value.clone());
    let needed = |field: &Option<Located>, name: &str| {
        let message = || format!("this style requires `{name}`");
        text(field).ok_or_else(|| RuleError { field: PagingField::Style, message: message() })
    };
    let parameter = || needed(&settings.parameter, "parameter");
    let next = || needed(&settings.next, "next");
    let style = match settings.style.value {
        ChosenPagination::Cursor => PaginationStyle::Cursor { parameter: parameter()?, next: next()? },
        ChosenPagination::LastItem => PaginationStyle::LastItem { parameter: parameter()?, member: next()? },
        ChosenPagination::PageNumber => {
            let parameter = parameter()?;
            let first = settings.first.or_else(|| page.first_page(&parameter)).unwrap_or(1);
            PaginationStyle::PageNumber { parameter, first }
        }
        ChosenPagination::Offset => PaginationStyle::Offset { parameter: parameter()? },
        ChosenPagination::NextUrl => PaginationStyle::NextUrl { next: next()? },
        ChosenPagination::LinkHeader | ChosenPagination::None => PaginationStyle::LinkHeader,
    };
    Ok(PagingRule {
        style,
        items: text(&settings.items),
        more: text(&settings.more),
        total: text(&settings.total),
        total_pages: text(&settings.total_pages),
        current: text(&settings.current),
        size: text(&settings.size),
    })
}

/// Reports an invalid override on its line.
pub(super) fn report(key: &str, settings: &PaginationOverride, error: &RuleError, diagnostics: &mut Diagnostics) {
    let field = match error.field {
        PagingField::Style => &None,
        PagingField::Parameter => &settings.parameter,
        PagingField::Next => &settings.next,
        PagingField::Items => &settings.items,
        PagingField::More => &settings.more,
        PagingField::Total => &settings.total,
        PagingField::TotalPages => &settings.total_pages,
        PagingField::Current => &settings.current,
        PagingField::Size => &settings.size,
    };
    let excerpt = field.as_ref().map_or(&settings.style.excerpt, |field| &field.excerpt);
    let message = format!("cannot paginate `{key}`: {}", error.message);
    diagnostics.report_elsewhere(Code::InvalidPagination, message, excerpt.clone());
}

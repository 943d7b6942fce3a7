//! Checks a paging rule against the parameters and types of its operation.

use super::page::Page;
use super::{PagingField, PagingRule, RuleError};
use crate::ir::{PageSize, Pagination, PaginationSource, PaginationStyle, Scalar, Type};

impl<'a> Page<'a, '_> {
    /// Returns the pagination that a rule describes, if everything it names exists and has the right type.
    pub(super) fn check(&self, rule: PagingRule, source: PaginationSource) -> Result<Pagination, RuleError> {
        let response = self.response().ok_or_else(|| {
            let message = "the successful responses of the operation must all have the same JSON body";
            RuleError { field: PagingField::Style, message: message.to_owned() }
        })?;
        if let Some(parameter) = rule.style.parameter() {
            self.check_parameter(PagingField::Parameter, parameter)?;
        }
        let items = match rule.items {
            Some(items) => items,
            None => self.items(response).ok_or_else(|| {
                let message = "cannot determine which property of the response contains the items; set `items`";
                RuleError { field: PagingField::Style, message: message.to_owned() }
            })?,
        };
        let item = self.item(response, &items)?;
        match &rule.style {
            PaginationStyle::Cursor { next, .. } | PaginationStyle::NextUrl { next } => {
                self.check_member(response, PagingField::Next, next, "a string or a number", |type_| {
                    self.is_scalar(type_)
                })?;
            }
            PaginationStyle::LastItem { member, .. } => {
                let name = member.strip_prefix('/').filter(|name| !name.contains('/')).unwrap_or_default();
                let is_known =
                    self.has_scalar(item, name) || self.member(item, member).is_some_and(|m| self.is_scalar(m));
                if !is_known {
                    let message = format!("the items have no property `{member}` that is a string or a number");
                    return Err(RuleError { field: PagingField::Next, message });
                }
            }
            _ => {}
        }
        let is_flag = |type_: &'a Type| matches!(self.resolved(type_), Type::Scalar(Scalar::Boolean | Scalar::Any));
        let is_count = |type_: &'a Type| {
            self.is_number(type_) || matches!(self.resolved(type_), Type::Scalar(Scalar::String | Scalar::Any))
        };
        let check = |field, pointer: &Option<String>, what, fits: &dyn Fn(&'a Type) -> bool| match pointer {
            Some(pointer) => self.check_member(response, field, pointer, what, fits),
            None => Ok(()),
        };
        check(PagingField::More, &rule.more, "a boolean", &is_flag)?;
        check(PagingField::Total, &rule.total, "a number", &is_count)?;
        check(PagingField::TotalPages, &rule.total_pages, "a number", &is_count)?;
        check(PagingField::Current, &rule.current, "a number", &is_count)?;
        let counts = matches!(rule.style, PaginationStyle::PageNumber { .. } | PaginationStyle::Offset { .. });
        let size = rule.size.filter(|_| counts).map(|parameter| self.page_size(parameter)).transpose()?;
        let PagingRule { style, more, total, total_pages, current, .. } = rule;
        Ok(Pagination { style, items, item: item.clone(), more, total, total_pages, current, size, source })
    }

    fn check_parameter(&self, field: PagingField, parameter: &str) -> Result<(), RuleError> {
        let message = match self.parameter(parameter) {
            None if parameter.starts_with('/') => format!("the request body has no property `{parameter}`"),
            None => format!("the operation has no query parameter `{parameter}`"),
            Some(type_) if !self.is_scalar(type_) => format!("`{parameter}` must be a string or a number"),
            Some(_) => return Ok(()),
        };
        Err(RuleError { field, message })
    }

    fn check_member(
        &self,
        response: &'a Type,
        field: PagingField,
        pointer: &str,
        expected: &str,
        fits: impl Fn(&'a Type) -> bool,
    ) -> Result<(), RuleError> {
        let message = match self.member(response, pointer) {
            _ if !pointer.starts_with('/') => not_a_pointer(pointer),
            None => format!("the response has no property `{pointer}`"),
            Some(type_) if !fits(type_) => format!("the response property `{pointer}` must be {expected}"),
            Some(_) => return Ok(()),
        };
        Err(RuleError { field, message })
    }

    fn item(&self, response: &'a Type, items: &str) -> Result<&'a Type, RuleError> {
        let message = match self.member(response, items) {
            _ if !items.is_empty() && !items.starts_with('/') => not_a_pointer(items),
            None => format!("the response has no property `{items}`"),
            Some(list) => match (self.elements(list), self.resolved(list)) {
                (Some(element), _) => return Ok(element),
                (None, Type::Scalar(Scalar::Any)) => return Ok(&Type::Scalar(Scalar::Any)),
                _ if items.is_empty() => "the response must be an array of items".to_owned(),
                _ => format!("the response property `{items}` must be an array"),
            },
        };
        Err(RuleError { field: PagingField::Items, message })
    }

    fn page_size(&self, parameter: String) -> Result<PageSize, RuleError> {
        self.check_parameter(PagingField::Size, &parameter)?;
        let (default, maximum) = (self.keyword(&parameter, "default"), self.keyword(&parameter, "maximum"));
        Ok(PageSize { default, maximum, parameter })
    }
}

fn not_a_pointer(text: &str) -> String {
    format!("`{text}` must be a JSON pointer to a property, such as `/meta/next`")
}

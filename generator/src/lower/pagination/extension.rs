//! Paging rules from extensions of the document, in the dialects that are in use.
//!
//! ```yaml
//! x-speakeasy-pagination: {type: cursor, inputs: […], outputs: {nextCursor: $.next}}
//! x-fern-pagination: {cursor: $request.cursor, next_cursor: $response.next, results: $response.data}
//! x-ms-pageable: {nextLinkName: nextLink, itemName: value}
//! ```

use serde_json::Value;

use super::PagingRule;
use super::page::Page;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::PaginationStyle;
use crate::model::PaginationExtension;

/// The meaning of an extension.
pub(super) enum ExtensionMeaning {
    /// A paging rule.
    Rule(PagingRule),
    /// There are no pages.
    NoPages,
    /// Unknown, because the extension also has other meanings.
    Unknown,
}

/// Returns the meaning of an extension, or a message if it is invalid.
pub(super) fn rule(extension: &PaginationExtension<'_>, page: &Page<'_, '_>) -> Result<ExtensionMeaning, String> {
    match extension.name {
        "x-speakeasy-pagination" => speakeasy(extension.value, page).map(ExtensionMeaning::Rule),
        "x-fern-pagination" => fern(extension.value, page),
        "x-ms-pageable" => Ok(microsoft(extension.value)),
        _ => Ok(datadog(extension.value, page)),
    }
}

/// Reports an invalid extension.
pub(super) fn report(extension: &PaginationExtension<'_>, message: &str, diagnostics: &mut Diagnostics) {
    let message = format!("cannot use `{}`: {message}; the operation is not paginated", extension.name);
    diagnostics.report(Code::UnsupportedPagination, &extension.origin, message);
}

/// Reads `type`, `inputs` with the role of each parameter, and `outputs` as JSONPaths.
fn speakeasy(value: &Value, page: &Page<'_, '_>) -> Result<PagingRule, String> {
    let input = |role: &str| {
        let inputs = value.get("inputs")?.as_array()?;
        let input = inputs.iter().find(|input| text(input, "type") == Some(role))?;
        let name = text(input, "name")?;
        Some(if text(input, "in") == Some("requestBody") { pointer(&format!("$.{name}"))? } else { name.to_owned() })
    };
    let output = |name: &str| match value.get("outputs").and_then(|outputs| text(outputs, name)) {
        Some(path) => pointer(path).map(Some).ok_or_else(|| format!("`{path}` is not a supported JSONPath")),
        None => Ok(None),
    };
    let items = output("results")?;
    let style = match text(value, "type") {
        Some("cursor") => {
            let parameter = input("cursor").ok_or("`inputs` has no input of type `cursor`")?;
            let path = value.get("outputs").and_then(|outputs| text(outputs, "nextCursor"));
            let path = path.ok_or("`outputs` has no `nextCursor`")?;
            match of_last_item(path) {
                Some((_, member)) => PaginationStyle::LastItem { parameter, member },
                None => PaginationStyle::Cursor { parameter, next: output("nextCursor")?.unwrap_or_default() },
            }
        }
        Some("url") => PaginationStyle::NextUrl { next: output("nextUrl")?.ok_or("`outputs` has no `nextUrl`")? },
        Some("offsetLimit") => match (input("page"), input("offset")) {
            (Some(parameter), _) => {
                let first = page.first_page(&parameter).unwrap_or(1);
                PaginationStyle::PageNumber { parameter, first }
            }
            (None, Some(parameter)) => PaginationStyle::Offset { parameter },
            (None, None) => return Err("`inputs` has no input of type `page` or `offset`".to_owned()),
        },
        _ => return Err("`type` must be `cursor`, `offsetLimit` or `url`".to_owned()),
    };
    Ok(PagingRule { items, total_pages: output("numPages")?, size: input("limit"), ..PagingRule::new(style) })
}

/// Reads paths that start with `$request` and `$response`; `true` refers to the extension of the whole document.
fn fern(value: &Value, page: &Page<'_, '_>) -> Result<ExtensionMeaning, String> {
    let value = match value {
        Value::Bool(false) => return Ok(ExtensionMeaning::NoPages),
        Value::Bool(true) => {
            let all = page.model.pagination.as_ref().filter(|extension| extension.name == "x-fern-pagination");
            all.ok_or("it is `true`, but the document has no `x-fern-pagination` at its root")?.value
        }
        value => value,
    };
    let response = |name: &str| match text(value, name) {
        Some(path) => path
            .strip_prefix("$response")
            .and_then(|rest| pointer(&format!("${rest}")))
            .map(Some)
            .ok_or_else(|| format!("`{path}` must be a path that starts with `$response`")),
        None => Ok(None),
    };
    let request = |name: &str| {
        let path = text(value, name)?.strip_prefix("$request")?;
        let (whole, member) = (path.trim_start_matches('.'), pointer(&format!("${path}"))?);
        Some(if page.parameter(whole).is_some() { whole.to_owned() } else { member })
    };
    let next = response("next_uri")?.or(response("next_path")?);
    let style = match (request("cursor"), request("offset"), next) {
        (Some(parameter), _, _) => PaginationStyle::Cursor {
            parameter,
            next: response("next_cursor")?.ok_or("it has `cursor` but no `next_cursor`")?,
        },
        (None, Some(parameter), _) if text(value, "step").is_some() => PaginationStyle::Offset { parameter },
        (None, Some(parameter), _) => {
            let first = page.first_page(&parameter).unwrap_or(1);
            PaginationStyle::PageNumber { parameter, first }
        }
        (None, None, Some(next)) => PaginationStyle::NextUrl { next },
        (None, None, None) => return Err("it has none of `cursor`, `offset`, `next_uri` and `next_path`".to_owned()),
    };
    let (items, more, size) = (response("results")?, response("has-next-page")?, request("step"));
    Ok(ExtensionMeaning::Rule(PagingRule { items, more, size, ..PagingRule::new(style) }))
}

/// Reads `nextLinkName`, null if there is only one page, and `itemName`.
fn microsoft(value: &Value) -> ExtensionMeaning {
    let Some(next) = text(value, "nextLinkName") else { return ExtensionMeaning::NoPages };
    let items = Some(member(text(value, "itemName").unwrap_or("value")));
    ExtensionMeaning::Rule(PagingRule { items, ..PagingRule::new(PaginationStyle::NextUrl { next: member(next) }) })
}

/// Reads `cursorParam` and `cursorPath`, `pageParam` or `pageOffsetParam`; `limitParam` and `resultsPath`.
fn datadog(value: &Value, page: &Page<'_, '_>) -> ExtensionMeaning {
    let parameter = |name: &str| {
        let name = text(value, name)?;
        Some(name.strip_prefix("body.").map_or_else(|| name.to_owned(), path))
    };
    let style = if let (Some(parameter), Some(next)) = (parameter("cursorParam"), text(value, "cursorPath")) {
        PaginationStyle::Cursor { parameter, next: path(next) }
    } else if let Some(parameter) = parameter("pageParam") {
        let first = value.get("pageStart").and_then(Value::as_u64).or_else(|| page.first_page(&parameter));
        PaginationStyle::PageNumber { parameter, first: first.unwrap_or(0) }
    } else if let Some(parameter) = parameter("pageOffsetParam") {
        PaginationStyle::Offset { parameter }
    } else {
        return ExtensionMeaning::Unknown;
    };
    let items = text(value, "resultsPath").filter(|path| !path.is_empty()).map(path);
    ExtensionMeaning::Rule(PagingRule { items, size: parameter("limitParam"), ..PagingRule::new(style) })
}

fn text<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name)?.as_str()
}

/// Returns the JSON pointer to a property of this name.
fn member(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// Returns the JSON pointer of names separated by dots.
fn path(names: &str) -> String {
    names.split('.').map(member).collect()
}

/// Returns the JSON pointer of a JSONPath of names alone, such as `$.meta.next`.
fn pointer(path: &str) -> Option<String> {
    let rest = path.trim().strip_prefix('$')?;
    let names = rest.split('.').skip(1).map(|name| name.trim_end_matches("[*]"));
    let is_name = |name: &str| !name.is_empty() && !name.contains(['[', ']', '(', '*', '?']);
    let is_start = rest.is_empty() || rest.starts_with('.');
    let names: Vec<&str> = names.collect();
    (is_start && names.iter().all(|name| is_name(name))).then(|| names.into_iter().map(member).collect())
}

/// Returns the array and the property of its last element for a JSONPath such as `$.data[-1:].id`.
fn of_last_item(path: &str) -> Option<(String, String)> {
    let (list, rest) = path.split_once('[')?;
    let (index, rest) = rest.split_once(']')?;
    let is_last = matches!(index, "-1" | "-1:" | "(@.length-1)");
    is_last.then(|| Some((pointer(list)?, pointer(&format!("${rest}"))?))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_pointers_where_they_are_plain() {
        assert_eq!(pointer("$.meta.next"), Some("/meta/next".to_owned()));
        assert_eq!(pointer("$"), Some(String::new()));
        assert_eq!(pointer("$.data[*]"), Some("/data".to_owned()));
        for path in ["", "meta", "$..next", "$.data[0].id", "$meta", "$."] {
            assert_eq!(pointer(path), None, "{path}");
        }
        for index in ["-1", "-1:", "(@.length-1)"] {
            let found = of_last_item(&format!("$.data[{index}].id"));
            assert_eq!(found, Some(("/data".to_owned(), "/id".to_owned())));
        }
        assert_eq!(of_last_item("$.data[0].id"), None);
    }
}

//! Keys of `responses` as statuses, with one response for each status.
//!
//! ```text
//! "404"  404_  4xx  Default  x-note     is read as     404 · (404 again: dropped) · 4XX · default · –
//! "404, 405"  "500-502"  "400-499"      is read as     404 and 405 · 500, 501 and 502 · 4XX
//! ```

use std::collections::hash_map::Entry;

use crate::diagnostics::Code;
use crate::hash::HashMap;
use crate::ir::Statuses;
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::{self, Response, Version};

impl<'m, 'd> SchemaLowering<'_, 'd, '_> {
    /// Returns the responses of an operation with their statuses, in document order. Of several responses with the same
    /// status, the one whose key is exactly that status is used, or else the first. The others are reported.
    pub(super) fn by_status(&mut self, operation: &'m model::Operation<'d>) -> Vec<(Statuses, &'m Response<'d>)> {
        let mut selected: Vec<(Statuses, &'m Response<'d>)> = Vec::new();
        let mut positions: HashMap<Statuses, usize> = HashMap::default();
        let mut dropped = Vec::new();
        for response in &operation.responses {
            for statuses in self.statuses(response) {
                match positions.entry(statuses) {
                    Entry::Vacant(free) => {
                        free.insert(selected.len());
                        selected.push((statuses, response));
                    }
                    Entry::Occupied(taken) => {
                        let Some((_, first)) = selected.get_mut(*taken.get()) else { continue };
                        if is_exactly(response.status, statuses) && !is_exactly(first.status, statuses) {
                            dropped.push((std::mem::replace(first, response), response));
                        } else {
                            dropped.push((response, *first));
                        }
                    }
                }
            }
        }
        for (response, first) in dropped {
            let message =
                format!("the response `{}` has the same status as `{}`; it is dropped", response.status, first.status);
            self.report(Code::DuplicateStatus, &response.origin, message);
        }
        if let Some((_, response)) = selected.iter().find(|(statuses, _)| *statuses == Statuses::Exact(304)) {
            let message = "a response with status 304 is returned as an error";
            self.report(Code::NotModified, &response.origin, message);
        }
        selected
    }

    /// Returns the statuses of a key: one, unless the key is a list or range. A key in a form that the specification
    /// does not define is reported.
    fn statuses(&mut self, response: &Response<'d>) -> Vec<Statuses> {
        let key = response.status.trim();
        let found = parse_key(key);
        match found.as_slice() {
            [] => {
                let message = format!("`{key}` must be a status, a status class or `default`; the response is dropped");
                self.report(Code::InvalidStatus, &response.origin, message);
            }
            [Statuses::Class(_) | Statuses::Default] => {}
            [only] if is_exactly(key, *only) => {}
            all => {
                let names: Vec<String> = all.iter().map(|statuses| format!("`{}`", spelled(*statuses))).collect();
                let message = format!("the response `{key}` is read as {}", names.join(", "));
                self.report(Code::MalformedStatus, &response.origin, message);
            }
        }
        found
    }

    /// Returns `true` if a response never has a body (RFC 9110 sections 9.3.2, 15.2, 15.3.5, 15.3.6 and 15.4.5). A
    /// description of one is reported, except for `HEAD`, where it describes the response to `GET`.
    pub(super) fn is_bodiless(&mut self, method: &str, statuses: Statuses, response: &Response<'d>) -> bool {
        let subject = match statuses {
            _ if method == "head" => return true,
            Statuses::Exact(status @ (100..=199 | 204 | 205 | 304)) => format!("a response with status {status}"),
            Statuses::Class(1) => "a response with status 1XX".to_owned(),
            _ => return false,
        };
        if let Some(content) = response.content.first() {
            let message = format!("{subject} cannot have a body; `content` is ignored");
            // In Swagger 2.0 media types belong to the operation; only the schema belongs to this response.
            let schema = content.schema.as_ref().filter(|_| self.model.version == Version::V2_0);
            self.report(Code::ForbiddenBody, schema.map_or(&content.origin, |schema| &schema.origin), message);
        }
        true
    }
}

/// Returns `true` for redirections, which the runtime follows. 304 is not a redirection: it responds to a conditional
/// request.
pub(super) fn is_redirection(statuses: Statuses) -> bool {
    matches!(statuses, Statuses::Exact(300..=303 | 305..=399) | Statuses::Class(3))
}

/// The maximum length of a range that is expanded.
const LONGEST_RANGE: u16 = 20;

/// Returns the distinct statuses of a key, or none if an item of its list is not a status.
fn parse_key(key: &str) -> Vec<Statuses> {
    let separators = [',', ';', '|', '/', '&'];
    let mut found = Vec::new();
    for item in
        key.replace(" or ", ",").replace(" and ", ",").split(separators).map(str::trim).filter(|item| !item.is_empty())
    {
        let statuses = parse_item(item);
        if statuses.is_empty() {
            // `200 OK/Accepted` has one status and a reason.
            return if found.is_empty() || item.contains(|c: char| c.is_ascii_digit()) { Vec::new() } else { found };
        }
        statuses.into_iter().for_each(|statuses| {
            if !found.contains(&statuses) {
                found.push(statuses);
            }
        });
    }
    found
}

/// Returns the statuses of one item of a key: `404`, `4XX`, `default`, `404-410`, or `404` with a reason.
fn parse_item(item: &str) -> Vec<Statuses> {
    if item.eq_ignore_ascii_case("default") {
        return vec![Statuses::Default];
    }
    if let [digit @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] = item.as_bytes() {
        return vec![Statuses::Class(u16::from(digit - b'0'))];
    }
    let Some((first, rest)) = leading_status(item) else { return Vec::new() };
    let end = ["-", "–", "..", "to "].iter().find_map(|sign| rest.trim_start().strip_prefix(sign));
    match end.and_then(|end| leading_status(end.trim_start())) {
        None => vec![Statuses::Exact(first)],
        Some((last, _)) if first % 100 == 0 && last == first + 99 => vec![Statuses::Class(first / 100)],
        Some((last, _)) if first <= last && last - first < LONGEST_RANGE => {
            (first..=last).map(Statuses::Exact).collect()
        }
        Some(_) => Vec::new(),
    }
}

/// Returns the status at the beginning of a string, and the rest.
fn leading_status(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    digits.parse().ok().filter(|status| (100..=599).contains(status)).map(|status| (status, rest))
}

/// Returns `true` if a key is a status, class or `default` in the spelling of the specification.
fn is_exactly(key: &str, statuses: Statuses) -> bool {
    key == spelled(statuses)
}

/// Returns a status, class or `default` in the spelling of the specification.
fn spelled(statuses: Statuses) -> String {
    match statuses {
        Statuses::Exact(status) => status.to_string(),
        Statuses::Class(class) => format!("{class}XX"),
        Statuses::Default => "default".to_owned(),
    }
}

/// Returns the precedence of a status: exact statuses precede their class, and `default` is last.
pub(super) fn rank(statuses: Statuses) -> u8 {
    match statuses {
        Statuses::Exact(_) => 0,
        Statuses::Class(_) => 1,
        Statuses::Default => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_every_status_in_it() {
        let exact = |statuses: &[u16]| statuses.iter().map(|status| Statuses::Exact(*status)).collect::<Vec<_>>();
        let rows = [
            ("404", exact(&[404])),
            ("0404", exact(&[404])),
            ("200 OK", exact(&[200])),
            ("200 OK/Accepted", exact(&[200])),
            ("404, 405", exact(&[404, 405])),
            ("404,405,404", exact(&[404, 405])),
            ("404 / 405 | 410", exact(&[404, 405, 410])),
            ("404 Not Found or 410 Gone", exact(&[404, 410])),
            ("404-406", exact(&[404, 405, 406])),
            ("500 – 501", exact(&[500, 501])),
            ("4xx", vec![Statuses::Class(4)]),
            ("4XX, 5xx", vec![Statuses::Class(4), Statuses::Class(5)]),
            ("400-499", vec![Statuses::Class(4)]),
            ("404,", exact(&[404])),
            ("404, default", vec![Statuses::Exact(404), Statuses::Default]),
        ];
        for (key, expected) in rows {
            assert_eq!(parse_key(key), expected, "{key}");
        }
        for key in ["", "success", "999", "404, 999", "400-450", "405-404", "6XX", "4X4"] {
            assert!(parse_key(key).is_empty(), "{key}");
        }
    }
}

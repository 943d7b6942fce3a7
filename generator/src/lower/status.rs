//! Keys of `responses`: the statuses that each stands for, one response for each, and which of them have a body.
//!
//! ```text
//! "404"  404_  4xx  Default  x-note     is read as     404 · (404 again: dropped) · 4XX · default · –
//! ```

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Lowering;
use crate::diagnostics::Code;
use crate::ir::Statuses;
use crate::model::{self, Response, Version};

impl<'m, 'd> Lowering<'_, 'd, '_> {
    /// Returns the responses of an operation with their statuses, in document order. Of several with the same status, one
    /// whose key is exactly that status is kept, else the first; the others are reported.
    pub(super) fn by_status(&mut self, operation: &'m model::Operation<'d>) -> Vec<(Statuses, &'m Response<'d>)> {
        let mut kept: Vec<(Statuses, &'m Response<'d>)> = Vec::new();
        let mut positions: HashMap<Statuses, usize> = HashMap::new();
        let mut dropped = Vec::new();
        for response in &operation.responses {
            let Some(statuses) = self.statuses(response) else { continue };
            match positions.entry(statuses) {
                Entry::Vacant(free) => {
                    free.insert(kept.len());
                    kept.push((statuses, response));
                }
                Entry::Occupied(taken) => {
                    let Some((_, first)) = kept.get_mut(*taken.get()) else { continue };
                    if is_exactly(response.status, statuses) && !is_exactly(first.status, statuses) {
                        dropped.push((std::mem::replace(first, response), response));
                    } else {
                        dropped.push((response, *first));
                    }
                }
            }
        }
        for (response, first) in dropped {
            let message =
                format!("the response `{}` has the same status as `{}`; it is dropped", response.status, first.status);
            self.report(Code::DuplicateStatus, &response.origin, message);
        }
        if let Some((_, response)) = kept.iter().find(|(statuses, _)| *statuses == Statuses::Exact(304)) {
            let message = "a call whose response has the status 304 is an error with that status";
            self.report(Code::NotModified, &response.origin, message);
        }
        kept
    }

    fn statuses(&mut self, response: &Response<'d>) -> Option<Statuses> {
        let key = response.status.trim();
        let class = match key.as_bytes() {
            [digit @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] => Some(u16::from(digit - b'0')),
            _ => None,
        };
        let status = key.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok());
        let found = match (class, status) {
            _ if key.eq_ignore_ascii_case("default") => Statuses::Default,
            (Some(class), _) => Statuses::Class(class),
            (_, Some(status @ 100..=599)) => Statuses::Exact(status),
            _ => {
                let message =
                    format!("`{key}` is no status, class of statuses or `default`; this response is left out");
                self.report(Code::InvalidStatus, &response.origin, message);
                return None;
            }
        };
        if let Statuses::Exact(status) = found
            && !is_exactly(key, found)
        {
            let message =
                format!("the response `{key}` is that of the status {status}; the rest of its key is left out");
            self.report(Code::MisshapenStatus, &response.origin, message);
        }
        Some(found)
    }

    /// Returns `true` if a response never has a body, whatever is described (RFC 9110 sections 9.3.2, 15.2, 15.3.5, 15.3.6
    /// and 15.4.5). A description is reported, except for `HEAD`, where it is that of the response to `GET`.
    pub(super) fn is_bodiless(&mut self, method: &str, statuses: Statuses, response: &Response<'d>) -> bool {
        let subject = match statuses {
            _ if method == "head" => return true,
            Statuses::Exact(status @ (100..=199 | 204 | 205 | 304)) => format!("a response with the status {status}"),
            Statuses::Class(1) => "a response with a status of the class 1XX".to_owned(),
            _ => return false,
        };
        if let Some(content) = response.content.first() {
            let message = format!("{subject} has no body; its description is ignored");
            // The media types of Swagger 2.0 are those of the operation; only the schema is of this response.
            let schema = content.schema.as_ref().filter(|_| self.model.version == Version::V2_0);
            self.report(Code::ForbiddenBody, schema.map_or(&content.origin, |schema| &schema.origin), message);
        }
        true
    }
}

/// Returns `true` for statuses that lead to another URL, which the runtime follows. 304 leads nowhere: it answers a
/// conditional request.
pub(super) fn is_redirection(statuses: Statuses) -> bool {
    matches!(statuses, Statuses::Exact(300..=303 | 305..=399) | Statuses::Class(3))
}

/// Returns `true` if a key is a status, class or `default` as the specification spells it.
fn is_exactly(key: &str, statuses: Statuses) -> bool {
    match statuses {
        Statuses::Exact(status) => key == status.to_string(),
        Statuses::Class(class) => key == format!("{class}XX"),
        Statuses::Default => key == "default",
    }
}

/// Returns the position of a status among those that a response is matched against: an exact one comes before its class,
/// and `default` matches what is left.
pub(super) fn rank(statuses: Statuses) -> u8 {
    match statuses {
        Statuses::Exact(_) => 0,
        Statuses::Class(_) => 1,
        Statuses::Default => 2,
    }
}

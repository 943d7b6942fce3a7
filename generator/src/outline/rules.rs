//! Rules of the runtime as comments of an outline: pagination and the ends of streams.

use crate::ir::{Pagination, PaginationSource, PaginationStyle, StreamRules};

/// Describes the pagination: `after = /last_id while /has_more, items /data  [recognized]`.
pub(super) fn pages(pagination: &Pagination) -> String {
    let mut out = match &pagination.style {
        PaginationStyle::Cursor { parameter, next } => format!("{parameter} = {next}"),
        PaginationStyle::LastItem { parameter, member } => format!("{parameter} = {member} of the last item"),
        PaginationStyle::PageNumber { parameter, first } => {
            format!("{parameter} = {first}, {}, ...", first.saturating_add(1))
        }
        PaginationStyle::Offset { parameter } => format!("{parameter} = number of items received"),
        PaginationStyle::NextUrl { next } => format!("next URL at {next}"),
        PaginationStyle::LinkHeader => "next URL in the header Link".to_owned(),
    };
    let size = pagination.size.as_ref().map(|size| size.parameter.clone());
    let items = Some(pagination.items.clone()).filter(|items| !items.is_empty());
    let Pagination { more, total, total_pages, current, .. } = pagination;
    for (word, name) in [
        (" while ", more),
        (", items ", &items),
        (", total ", total),
        (", total pages ", total_pages),
        (", current ", current),
        (", size ", &size),
    ] {
        if let Some(name) = name {
            out.push_str(word);
            out.push_str(name);
        }
    }
    let source = match pagination.source {
        PaginationSource::Settings => "settings",
        PaginationSource::Extension(name) => name,
        PaginationSource::Recognized => "recognized",
    };
    format!("{out}  [{source}]")
}

/// Returns stream rules as a line: `stream ends with "[END]" or event "done"`.
pub(super) fn stream_rules(rules: &StreamRules) -> String {
    let quoted =
        |values: &[String], noun: &str| values.iter().map(|value| format!("{noun}{value:?}")).collect::<Vec<_>>();
    let ends = [quoted(&rules.terminators, ""), quoted(&rules.terminator_events, "event ")].concat();
    let mut out = match ends.is_empty() {
        true => "stream ends with the response".to_owned(),
        false => format!("stream ends with {}", ends.join(" or ")),
    };
    for (noun, values) in [("events", &rules.error_events), ("properties", &rules.error_properties)] {
        if let Some(values) = values {
            let values = if values.is_empty() { "none".to_owned() } else { quoted(values, "").join(", ") };
            out.push_str(&format!("; error {noun} {values}"));
        }
    }
    if let Some(names) = &rules.names {
        out.push_str(&format!("; events not named {} are skipped", quoted(names, "").join(" or ")));
    }
    out
}

//! `apiarist diff`: reads both documents, compares them, and tells what changed.

use std::path::Path;
use std::process::ExitCode;

use apiarist::Client;
use apiarist::diagnostics::{Diagnostics, render};
use apiarist::diff;
use apiarist::settings::Settings;
use apiarist::source::Document;

use crate::arguments::{DiffFormat, FailOn, Place};
use crate::{FINDINGS, read_document, read_settings, say, say_json, style, tell, tell_rendered};

/// How many findings are shown of a document that cannot be read.
const SHOWN: usize = 20;

/// What stands over a report in Markdown.
const HEADING: &str = "What this update means";

pub(crate) fn diff(old: &Path, new: &Path, format: DiffFormat, fail_on: Option<FailOn>) -> ExitCode {
    let (Some((old_document, old, _)), Some((new_document, new, settings))) = (plan(old), plan(new)) else {
        return ExitCode::from(FINDINGS);
    };
    let (old, new) = (old.side(&old_document), new.side(&new_document));
    let mut report = diff::compare(&old, &new);
    report.accept(&settings.accept);
    let folder = std::env::current_dir().unwrap_or_default();
    match format {
        DiffFormat::Text => say(diff::text(&report, &old, &new).trim_end()),
        DiffFormat::Markdown => say(diff::markdown(HEADING, &report, &old, &new).trim_end()),
        DiffFormat::Json => say_json(&diff::json(&report, &old, &new)),
        DiffFormat::Sarif => say_json(&diff::sarif(&report, &old, &new, &folder)),
    }
    report.stale.iter().filter(|_| format != DiffFormat::Text).for_each(|stale| tell(&format!("error: {stale}")));
    match fail_on {
        _ if !report.stale.is_empty() => ExitCode::from(FINDINGS),
        Some(FailOn::Breaking) if report.is_breaking() => ExitCode::from(FINDINGS),
        _ => ExitCode::SUCCESS,
    }
}

/// The client of a document. Findings are only told where they keep it from being made: `apiarist check` tells them all.
fn plan(spec: &Path) -> Option<(Document, Client, Settings)> {
    let place = Place { spec: spec.to_owned(), settings: None, root: None, overlay: Vec::new() };
    let mut diagnostics = Diagnostics::new();
    let settings = read_settings(&place, &mut diagnostics).unwrap_or_default();
    let document = match read_document(&place) {
        Ok(document) => Some(document),
        Err(error) => {
            diagnostics.add_source_error(&error);
            None
        }
    };
    let client = document.as_ref().and_then(|document| match diagnostics.has_errors() {
        true => None,
        false => Client::plan(document, &settings, &mut diagnostics),
    });
    if diagnostics.has_errors() {
        tell_rendered(render(document.as_ref(), &diagnostics, style(), SHOWN).trim_end());
    }
    Some((document?, client?, settings))
}

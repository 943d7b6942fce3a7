//! Reasons for rejecting a page.

use super::markdown::Line;
use super::page::Page;
use super::prose;
use crate::diagnostics::{Code, Diagnostics};

/// Reports the reason why a page cannot be used.
pub(super) fn report(page: &Page, lines: &[Line<'_>], diagnostics: &mut Diagnostics) {
    if let Some(line) = lines.iter().find(|line| prose::is_bare_operation(line.text)) {
        let message = "the page was exported without its document and contains only a method and a path; it is skipped";
        diagnostics.report_elsewhere(Code::UnusablePage, message, Some(page.excerpt(&line.span())));
        return;
    }
    let has_headings = lines.iter().any(|line| line.heading().is_some());
    if let Some(line) = lines.iter().find(|line| is_scraped_request(line.text)).filter(|_| !has_headings) {
        let message = "the text was scraped from a rendered page and lacks names and types; it is skipped";
        diagnostics.report_elsewhere(Code::UnusablePage, message, Some(page.excerpt(&line.span())));
        return;
    }
    let message = "the page does not describe an operation; it is skipped";
    let first = lines.iter().find(|line| !line.text.trim().is_empty()).map(Line::span).unwrap_or_default();
    diagnostics.report_elsewhere(Code::PageWithoutOperation, message, Some(page.excerpt(&first)));
}

/// Returns `true` if a line begins a sample request outside of a code block.
fn is_scraped_request(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("curl ") || line.starts_with("--url ") || line.starts_with("--request ")
}

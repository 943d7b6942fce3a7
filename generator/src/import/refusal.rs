//! Reasons for rejecting a page.

use super::markdown::Line;
use super::page::Page;
use super::prose;
use crate::diagnostics::{Code, Diagnostics};

/// Reports the reason why a page cannot be used.
pub(super) fn report(page: &Page, lines: &[Line<'_>], diagnostics: &mut Diagnostics) {
    if let Some(line) = lines.iter().find(|line| prose::is_bare_operation(line.text)) {
        let message = "the page was exported without its document, so that only the method and the path are left; it is \
                       left out";
        diagnostics.report_elsewhere(Code::UnusablePage, message, Some(page.excerpt(&line.span())));
        return;
    }
    let has_headings = lines.iter().any(|line| line.heading().is_some());
    if let Some(line) = lines.iter().find(|line| is_scraped_request(line.text)).filter(|_| !has_headings) {
        let message = "the text was scraped from a page and has lost the names and types of what it describes; it is left \
                       out, since a guess would look right and not be";
        diagnostics.report_elsewhere(Code::UnusablePage, message, Some(page.excerpt(&line.span())));
        return;
    }
    let message = "no operation is described here; the page is left out";
    let first = lines.iter().find(|line| !line.text.trim().is_empty()).map(Line::span).unwrap_or_default();
    diagnostics.report_elsewhere(Code::PageWithoutOperation, message, Some(page.excerpt(&first)));
}

/// Returns `true` if a line begins a sample request outside of a code block.
fn is_scraped_request(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("curl ") || line.starts_with("--url ") || line.starts_with("--request ")
}

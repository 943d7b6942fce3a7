//! The quick start that the generator adds to the page of a crate or module, which is an intentional test.

use std::borrow::Cow;

/// The lines that begin a quick start, up to the condition under which its statements are compiled.
pub const QUICK_START: &str = "# Quick start\n```no_run\n\
    # async fn example() -> Result<(), Box<dyn std::error::Error>> {\n# #[cfg(";

/// The lines that end a quick start.
pub const QUICK_START_END: &str = "\n# }\n# Ok(())\n# }\n```";

/// Returns the text of a comment without its quick start.
///
/// Text of a document cannot be mistaken for one: it is in other paragraphs, and its code blocks are marked as text.
pub(super) fn without_quick_start(text: &str) -> Cow<'_, str> {
    let is_fence = |line: &str| line.trim_start().starts_with(['`', '~']);
    let parts = text.split_once(QUICK_START).and_then(|(before, rest)| {
        let (code, after) = rest.split_once(QUICK_START_END)?;
        (!code.lines().any(is_fence)).then_some((before, after))
    });
    match parts {
        Some((before, after)) => Cow::Owned(format!("{before}{after}")),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_quick_start_as_it_is_written_is_left_out() {
        let start = format!("{QUICK_START}unix)] {{\nlet client;{QUICK_START_END}");
        assert_eq!(without_quick_start(&format!("Bees.\n\n{start}\n\n# Calls")), "Bees.\n\n\n\n# Calls");
        for text in [
            start.replace("no_run", "rust"),
            start.replace("let client;", "```\n```\nlet client;"),
            start.replace("example", "main"),
        ] {
            assert_eq!(without_quick_start(&text), text);
        }
    }
}

//! The example that the generator adds to the documentation of a method, which is the only intentional test.

/// The beginning of an example, after the text of the document.
const START: &str = "\n\n# Examples\n```no_run\n";

/// The end of an example, including the hidden end of the function.
const END: &str = "\n# Ok(()) }\n```";

/// The hidden line that begins the function around the statements.
const FUNCTION: &str = "# async fn example(";

/// Returns the text of a comment without the example at its end, or `None` if it has none.
///
/// Text of a document cannot be mistaken for an example: its code blocks are marked as text before an example is added.
pub(super) fn without_example(text: &str) -> Option<&str> {
    let (before, example) = text.rsplit_once(START)?;
    let code = example.strip_suffix(END)?;
    let is_fence = |line: &str| line.trim_start().starts_with(['`', '~']);
    (code.lines().any(|line| line.starts_with(FUNCTION)) && !code.lines().any(is_fence)).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_the_end_of_a_comment() {
        let example = "# Examples\n```no_run\n# async fn example(client: a::Client) {\nx\n# Ok(()) }\n```";
        assert_eq!(without_example(&format!("Words.\n\n{example}")), Some("Words."));
        for text in [
            format!("Words.\n\n{example}\n\nWords."),
            format!("Words.\n\n{}", example.replace("no_run", "rust")),
            format!("Words.\n\n{}", example.replace("# async", "async")),
            format!("Words.\n\n{}", example.replace("\nx\n", "\n```\nx\n```\n")),
            "Words.".to_owned(),
        ] {
            assert_eq!(without_example(&text), None, "{text}");
        }
    }
}

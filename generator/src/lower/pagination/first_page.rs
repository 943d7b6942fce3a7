//! The number of the first page, if the document defines it.
//!
//! ```yaml
//! {name: page, schema: {default: 1}}                          # 1
//! {name: page, schema: {minimum: 1}}                          # 1
//! {name: page, description: Zero-based index of the page.}    # 0
//! ```

use super::page::Page;

/// Words that precede the number of the first page.
const BEFORE: [&str; 11] =
    ["start", "starts", "starting", "begin", "begins", "beginning", "from", "default", "defaults", "first", "minimum"];

/// Words that follow the number of the first page.
const AFTER: [&str; 3] = ["based", "indexed", "index"];

impl Page<'_, '_> {
    /// Returns the number of the first page: from the parameter's default, its limits or its description.
    pub(super) fn first_page(&self, parameter: &str) -> Option<u64> {
        let default = self.keyword(parameter, "default").filter(|number| *number <= 1);
        let limit = || self.keyword(parameter, "minimum").filter(|number| *number == 1);
        default.or_else(limit).or_else(|| {
            let described = self.described_parameter(parameter)?;
            let schema = described.schema.as_ref().and_then(|schema| schema.description.as_deref());
            in_prose(described.description.as_deref().or(schema)?)
        })
    }
}

/// Returns the number of the first page in a description: "from 1 on", "zero-based". Returns `None` if it has both.
fn in_prose(text: &str) -> Option<u64> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut found = words.iter().enumerate().filter_map(|(at, word)| {
        let number = match *word {
            "0" | "zero" => 0,
            "1" | "one" => 1,
            _ => return None,
        };
        let before = words.get(at.saturating_sub(3)..at).unwrap_or_default();
        let is_meant = before.iter().any(|word| BEFORE.contains(word))
            || words.get(at + 1).is_some_and(|next| AFTER.contains(next));
        is_meant.then_some(number)
    });
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_say_which_page_is_the_first() {
        for (text, expected) in [
            ("Number of the page, from 1 on; 1 if left out.", Some(1)),
            ("Zero-based page index (0..N)", Some(0)),
            ("The page to start paginating from. If unset, defaults to 0.", Some(0)),
            ("Page number starting at 1", Some(1)),
            ("The 1-based number of the page. Default is 0.", None),
            ("Up to 100 pages, 1 at a time", None),
            ("The page", None),
        ] {
            assert_eq!(in_prose(text), expected, "{text}");
        }
    }
}

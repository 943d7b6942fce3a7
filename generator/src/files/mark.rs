//! The mark of generated files: their first line. A file without it is never overwritten or removed.

use crate::unprintable::escaped_line;

/// The beginning of the mark, after the comment characters.
const START: &str = "Written by apiarist from ";

/// The text after the name of the source in the mark.
const WARNING: &str = ". Changes are lost";

/// The beginning of a file that only later runs read, such as `names.lock`.
const LOCK: &str = "# Written by apiarist: the ";

/// The beginning and end of a one-line comment in a generated file. `//!` was used by earlier versions.
const COMMENTS: [(&str, &str); 4] = [("// ", ""), ("//! ", ""), ("# ", ""), ("<!-- ", " -->")];

/// Returns the header of a file that is generated from `source`: one line, whatever the name of the source. `rest`
/// describes the alternative to changing the file, and ends with a period.
pub fn header(source: &str, rest: &str) -> String {
    let source = escaped_line(source);
    format!("{START}{source}{WARNING}{rest}")
}

/// Returns `true` if the first line of a text is the mark.
pub(super) fn is_generated(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let is_mark = |rest: &str| {
        rest.strip_prefix(START).is_some_and(|rest| !rest.starts_with(WARNING) && rest.contains(WARNING))
            && rest.ends_with('.')
    };
    let has_mark = |(start, end): &(&str, &str)| {
        line.strip_prefix(start).and_then(|rest| rest.strip_suffix(end)).is_some_and(is_mark)
    };
    line.starts_with(LOCK) || COMMENTS.iter().any(has_mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_first_line_that_is_the_mark_is_one() {
        let header = header("pets.yaml", " when it is written again.");
        for text in [
            format!("//! {header}"),
            format!("# {header}\n[package]\n"),
            format!("// {header}\r\nfn a() {{}}"),
            format!("<!-- {header} -->\n\n# pets\n"),
        ] {
            assert!(is_generated(&text), "{text}");
        }
        for text in [
            String::new(),
            format!("{header}\n"),
            format!("<!-- {header}\n"),
            format!("\n//! {header}\n"),
            format!("//! About pets.\n//! {header}\n"),
            format!(" //! {header}\n"),
            format!("/// {header}\n"),
            format!("//! See: {header}\n"),
            "//! Written by apiarist\n".to_owned(),
            "// Written by apiarist fans, not by apiarist.\n".to_owned(),
            "// Written by apiarist from memory. By me.\n".to_owned(),
        ] {
            assert!(!is_generated(&text), "{text}");
        }
    }

    #[test]
    fn a_source_of_any_name_leaves_the_mark_one_line() {
        for source in
            ["a\nfn main() {}\n.yaml", "a\r.yaml", "a\u{2028}b", "a\u{0}b\u{85}c", ". Changes are lost", "a*/b"]
        {
            let header = header(source, ".");
            assert_eq!(header.lines().count(), 1, "{header:?}");
            assert!(!header.chars().any(char::is_control), "{header:?}");
        }
        assert!(is_generated(&format!("//! {}", header("a\nb. Changes are lost.yaml", "."))));
    }
}

//! The `Link` header (RFC 8288).
//!
//! ```text
//! Link  <https://api.test/bees?page=2>; rel="next", <https://api.test/bees?page=9>; rel="last"
//! next  https://api.test/bees?page=2
//! ```

use http::{HeaderMap, header::LINK};

/// Returns the target of the link to the next page, verbatim.
pub(crate) fn next(headers: &HeaderMap) -> Option<String> {
    headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok()).find_map(next_in)
}

fn next_in(header: &str) -> Option<String> {
    let mut rest = header;
    loop {
        let (target, after) = rest.split_once('<')?.1.split_once('>')?;
        let end = outside_quotes(after, ',').unwrap_or(after.len());
        let (parameters, others) = after.split_at(end);
        if is_next(parameters) {
            return Some(target.trim().to_owned());
        }
        rest = others;
    }
}

/// Returns the position of a character outside quoted strings.
fn outside_quotes(text: &str, sought: char) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    text.char_indices().find_map(|(at, character)| {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if !quoted && character == sought => return Some(at),
            _ => {}
        }
        None
    })
}

/// Returns `true` if the parameters of a link contain the relation `next`. Only the first `rel` counts.
fn is_next(parameters: &str) -> bool {
    let mut rest = parameters;
    while let Some(at) = outside_quotes(rest, ';') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let parameter = rest.get(..outside_quotes(rest, ';').unwrap_or(rest.len())).unwrap_or_default();
        if let Some((name, value)) = parameter.split_once('=')
            && name.trim().eq_ignore_ascii_case("rel")
        {
            let relations = value.trim().trim_matches('"');
            return relations.split_ascii_whitespace().any(|relation| relation.eq_ignore_ascii_case("next"));
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_link_is_found_among_other_links() {
        let rows = [
            (
                r#"<https://a.test/?page=2>; rel="next", <https://a.test/?page=9>; rel="last""#,
                Some("https://a.test/?page=2"),
            ),
            (r#"</?page=1>; rel="prev", </?a=1,2>; title="x, <y>; rel=no"; REL=Next"#, Some("/?a=1,2")),
            (r#"<?page=3>;rel="last next""#, Some("?page=3")),
            (r#"<a>; rel=prev; rel=next"#, None),
            (r#"<a>; title="rel=next""#, None),
            (r#"<a; rel=next"#, None),
            ("", None),
        ];
        for (header, expected) in rows {
            assert_eq!(next_in(header).as_deref(), expected, "{header}");
        }
    }

    #[test]
    fn repeated_headers_are_combined() {
        let mut headers = HeaderMap::new();
        headers.append(LINK, "<a>; rel=first".parse().unwrap());
        headers.append(LINK, "<b>; rel=next".parse().unwrap());
        assert_eq!(next(&headers).as_deref(), Some("b"));
    }
}

//! Bare URLs in text, such as `https://a.example/b_(c)?d=1`.

/// Returns the start of the next bare URL.
pub(super) fn next_address(text: &str) -> Option<usize> {
    // A single search covers both schemes, because one of them may not occur again.
    text.match_indices("http").map(|(at, _)| at).find(|&at| {
        let rest = &text[at + "http".len()..];
        let host = rest.strip_prefix("s://").or_else(|| rest.strip_prefix("://"));
        host.is_some_and(|host| host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '{'))
    })
}

/// Returns the length of a URL: up to the next space, without the punctuation of the surrounding sentence.
///
/// As on GitHub, a closing parenthesis is part of the URL only if the opening one is.
pub(super) fn address_length(text: &str) -> usize {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '[' | ']' | '|');
    let mut end = text.find(is_end).unwrap_or(text.len());
    // A backslash ends a URL unless it escapes a character that is allowed in one.
    for (at, _) in text[..end].match_indices('\\') {
        if !text[at + 1..].starts_with(['_', '*', '~', '&', '-', '.', '#', '(', ')', '=', '+', '!', '?', '/']) {
            end = at;
            break;
        }
    }
    let mut unopened = {
        let count = |sign| text[..end].matches(sign).count();
        count(')').saturating_sub(count('('))
    };
    loop {
        let address = &text[..end];
        match address.chars().next_back() {
            Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '(' | '*' | '_' | '~' | '\\') => end -= 1,
            Some(')') if unopened > 0 => {
                unopened -= 1;
                end -= 1;
            }
            _ => return end,
        }
    }
}

/// Returns a URL as a link, with escaped characters unescaped.
pub(super) fn link(address: &str) -> String {
    format!("<{}>", address.replace('\\', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, address) in [
            ("https://a.example/b_(c)?x=1 more", "https://a.example/b_(c)?x=1"),
            ("https://a.example/b).", "https://a.example/b"),
            ("https://a.example/b_(c)).", "https://a.example/b_(c)"),
            ("https://a.example/b, and", "https://a.example/b"),
            ("https://a.example/b'c", "https://a.example/b'c"),
            ("https://a.example/a*b*c", "https://a.example/a*b*c"),
            ("https://a.example/b**", "https://a.example/b"),
            ("https://a.example/b?c={d}&e=<f>", "https://a.example/b?c={d}&e="),
            ("https://a.example/b\\_c", "https://a.example/b\\_c"),
            ("https://a.example/b\\nc", "https://a.example/b"),
            ("https://a.example/(b", "https://a.example/(b"),
            ("https://a.example/用户", "https://a.example/用户"),
        ] {
            assert_eq!(&text[..address_length(text)], address, "{text}");
        }
        assert_eq!(link("https://a.example/b\\_c"), "<https://a.example/b_c>");
        assert_eq!(next_address("http://: https://a"), Some(9));
    }
}

//! Servers: URLs of the document with places for variables, such as `https://{region=eu}.example.com`.

/// A piece of such a URL.
enum Piece<'t> {
    Text(&'t str),
    Variable { name: &'t str, default: &'t str },
}

fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((text, (variable, after))) =
        rest.split_once('{').and_then(|(text, rest)| Some((text, rest.split_once('}')?)))
    {
        let (name, default) = variable.split_once('=').unwrap_or((variable, ""));
        pieces.extend([Piece::Text(text), Piece::Variable { name, default }]);
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// A URL with the values of its variables, or else their defaults. Where a value and what stands beside it both have a
/// slash at their border, or the value is empty between two, there is one.
pub(crate) fn fill(template: &str, values: &[(&'static str, String)]) -> String {
    let value = |name: &str| values.iter().rev().find(|(other, _)| *other == name).map(|(_, value)| value.as_str());
    let mut url = String::new();
    for piece in pieces(template) {
        let text = match piece {
            Piece::Text(text) => text,
            Piece::Variable { name, default } => value(name).unwrap_or(default),
        };
        if !url.ends_with('/') || url.ends_with("://") {
            url.push_str(text);
            continue;
        }
        url.truncate(url.trim_end_matches('/').len() + 1);
        url.push_str(text.trim_start_matches('/'));
    }
    url
}

/// Whether these values can stand in a URL without making it another: a value that comes from elsewhere, such as the
/// name of a tenant, must not say where credentials are sent.
///
/// # Errors
/// A sentence that names the variable.
pub(crate) fn check(template: &str, values: &[(&'static str, String)]) -> Result<(), String> {
    for (name, value) in values {
        let is_bad =
            |character: char| "?#@\\%{}".contains(character) || character.is_whitespace() || !character.is_ascii();
        if value.is_empty() || value.contains(is_bad) || (value.contains('/') && !may_hold_slashes(template, name)) {
            return Err(format!("the value of the server variable `{name}` cannot stand in its place in `{template}`"));
        }
    }
    Ok(())
}

/// Whether a variable stands behind the host, or is made of several segments by the document itself.
fn may_hold_slashes(template: &str, name: &str) -> bool {
    let mut before = String::new();
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) => before.push_str(text),
            Piece::Variable { name: other, default } => {
                let is_in_path = before.split_once("://").is_some_and(|(_, rest)| rest.contains('/'));
                if other == name {
                    return is_in_path || default.contains('/');
                }
                before.push_str(default);
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://{region=eu}.example.com:{port=443}/{base=v1}";

    #[test]
    fn variables_have_defaults() {
        assert_eq!(fill(URL, &[]), "https://eu.example.com:443/v1");
        let values = [("region", "us".to_owned()), ("base", "a/b".to_owned()), ("region", "ap".to_owned())];
        assert_eq!(fill(URL, &values), "https://ap.example.com:443/a/b");
        assert_eq!(fill("https://{a}.test{", &[]), "https://.test{");
        assert_eq!(fill("{url=https://x.test/a=b}", &[]), "https://x.test/a=b");
    }

    #[test]
    fn there_is_one_slash_where_a_value_ends() {
        let rows = [
            ("/v1/", "https://x.test/v1/items"),
            ("v1", "https://x.test/v1/items"),
            ("/v1", "https://x.test/v1/items"),
            ("v1/", "https://x.test/v1/items"),
            ("//a//b//", "https://x.test/a//b/items"),
            ("/", "https://x.test/items"),
        ];
        for (value, expected) in rows {
            let url = fill("https://x.test/{base=v2}/items", &[("base", value.to_owned())]);
            assert_eq!(url, expected, "{value}");
        }
        assert_eq!(fill("https://x.test/{base=}/items", &[]), "https://x.test/items");
        assert_eq!(fill("https://{host=x.test}{base=/v1/}", &[]), "https://x.test/v1/");
        assert_eq!(fill("{scheme=https}://{host=x.test}/{a=/b/}{c=/d/}", &[]), "https://x.test/b/d/");
    }

    #[test]
    fn a_value_cannot_lead_elsewhere() {
        let check = |name, value: &str| check(URL, &[(name, value.to_owned())]).is_ok();
        assert!(check("region", "us-1") && check("port", "8443") && check("base", "v1/beta") && check("other", "x"));
        for value in ["evil.test/", "user@evil.test", "evil.test#", "evil.test?", "a b", "", "evil.test\\", "%2f", "ü"]
        {
            assert!(!check("region", value), "{value}");
        }
        assert!(!check("base", "v1?x=1") && !check("other", "a/b"));
    }
}

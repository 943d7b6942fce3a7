//! Server URLs of the document with variables.
//!
//! ```text
//! template   https://{region=eu}.example.com/{version=v1}
//! values     region = "us"
//! URL        https://us.example.com/v1
//! rejected   region = "evil.test/", because a host label cannot contain a slash
//! ```

use std::ops::Range;

use crate::{
    encode::dot_segment::{self, Written},
    error::redact::{NO_SECRETS, excerpt},
    spec::client_description::ClientDescription,
};

/// A piece of a server URL.
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

/// A server URL that is being assembled.
#[derive(Default)]
struct Url(String);

impl Url {
    /// Appends a piece and returns its range. If both the piece and the preceding text have a slash at their boundary,
    /// or an empty value is between two slashes, one slash is kept.
    fn push(&mut self, text: &str) -> Range<usize> {
        let mut text = text;
        if self.0.ends_with('/') && !self.0.ends_with("://") {
            self.0.truncate(self.0.trim_end_matches('/').len() + 1);
            text = text.trim_start_matches('/');
        }
        let start = self.0.len();
        self.0.push_str(text);
        start..self.0.len()
    }
}

fn value_of<'v>(values: &'v [(&'static str, String)], name: &str) -> Option<&'v str> {
    values.iter().rev().find(|(other, _)| *other == name).map(|(_, value)| value.as_str())
}

/// Expands a server URL with the values of its variables, or else their defaults.
pub(crate) fn fill(template: &str, values: &[(&'static str, String)]) -> String {
    let mut url = Url::default();
    for piece in pieces(template) {
        url.push(match piece {
            Piece::Text(text) => text,
            Piece::Variable { name, default } => value_of(values, name).unwrap_or(default),
        });
    }
    url.0
}

/// Validates the values of variables in every server URL that calls may use: the one selected for the client, and those
/// of individual operations. A value from an external source, such as the name of a tenant, must not determine where
/// credentials are sent.
///
/// # Errors
/// Returns a message that names the variable and the reason, without the value.
pub(crate) fn check(
    description: &ClientDescription,
    chosen: Option<&str>,
    values: &[(&'static str, String)],
) -> Result<(), String> {
    for (name, value) in values {
        let documented = description.variables.iter().find(|variable| variable.name == *name);
        let allowed = documented.map_or(&[][..], |variable| variable.values);
        if !allowed.is_empty() && !allowed.contains(&value.as_str()) {
            let listed: Vec<String> = allowed.iter().take(10).map(|value| format!("`{value}`")).collect();
            let message = "call `.base_url(…)` to use a server that the document does not declare";
            return Err(format!("the server variable `{name}` must be one of {}; {message}", listed.join(", ")));
        }
    }
    if let Some(template) = chosen {
        check_in(template, values)?;
    }
    for template in description.operation_servers {
        check_in(template, values)?;
        let is_host = |name: &str| ends_host(template, name) && !chosen.is_some_and(|chosen| ends_host(chosen, name));
        if let Some((name, _)) = values.iter().find(|(name, _)| is_host(name)) {
            return Err(format!(
                "cannot set the server variable `{name}`: it would change the host of `{template}`, to which some \
                 operations send credentials; call `.base_url(…)` instead"
            ));
        }
    }
    Ok(())
}

/// Validates values in one URL. Pieces are processed from left to right, so that the position of each is that in the
/// URL which is sent, not in the URL of the defaults.
fn check_in(template: &str, values: &[(&'static str, String)]) -> Result<(), String> {
    let rejected = |name: &str, reason: String| {
        format!("invalid value for the server variable `{name}` in `{template}`: {reason}")
    };
    let (mut url, mut names, mut written) = (Url::default(), Vec::new(), Vec::new());
    for piece in pieces(template) {
        let (name, default) = match piece {
            Piece::Text(text) => {
                url.push(text);
                continue;
            }
            Piece::Variable { name, default } => (name, default),
        };
        let Some(value) = value_of(values, name) else {
            url.push(default);
            continue;
        };
        Position::of(&url.0, default).check(value, default).map_err(|reason| rejected(name, reason))?;
        names.push(name);
        written.push(Written { range: url.push(value), keeps_reserved: true });
    }
    let Some(last) = names.last() else { return Ok(()) };
    let rest = url.0.split_once("://").map_or("", |(_, rest)| rest);
    let (host, path) = rest.split_at(host_of(rest).len());
    let labels = host.split(':').next().unwrap_or_default();
    if labels.trim_end_matches('.').split('.').any(str::is_empty) || labels.ends_with("..") {
        return Err(rejected(last, "it would leave a label of the host empty".into()));
    }
    let before = url.0.len() - path.len();
    for part in &mut written {
        part.range = part.range.start.saturating_sub(before)..part.range.end.saturating_sub(before);
    }
    match dot_segment::find(path, &written).and_then(|(at, segment)| Some((names.get(at)?, segment))) {
        Some((name, segment)) => {
            Err(rejected(name, format!("URL parsers remove the segment `{}`", excerpt(segment, 40, NO_SECRETS))))
        }
        None => Ok(()),
    }
}

/// Returns the host and port of a URL without its scheme.
fn host_of(rest: &str) -> &str {
    rest.split('/').next().unwrap_or_default()
}

/// Returns `true` if a variable is at the end of a host, so that its value determines the domain rather than a
/// subdomain.
fn ends_host(template: &str, name: &str) -> bool {
    let mut url = Url::default();
    let mut is_last = false;
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) => {
                if is_last && !text.is_empty() {
                    return !text.starts_with('.');
                }
                url.push(text);
            }
            Piece::Variable { name: other, default } => {
                let position = Position::of(&url.0, default);
                is_last = other == name && matches!(position, Position::Url | Position::Host | Position::HostAndPath);
                url.push(default);
            }
        }
    }
    is_last
}

/// The position of a variable in a URL.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Scheme,
    /// The whole URL, starting with the scheme.
    Url,
    /// The host or some of its labels, with the port if the default has one.
    Host,
    /// The end of the host and the start of the path.
    HostAndPath,
    Port,
    /// The start of the path, with the slash that separates it from the host.
    PathStart,
    Path,
}

impl Position {
    /// Returns the position after a text.
    fn of(before: &str, default: &str) -> Self {
        let Some((_, rest)) = before.split_once("://") else {
            return if default.contains("://") { Position::Url } else { Position::Scheme };
        };
        match default {
            _ if rest.contains('/') => Position::Path,
            default if default.starts_with('/') => Position::PathStart,
            default if default.contains('/') => Position::HostAndPath,
            default if rest.contains(':') || default.starts_with(':') => Position::Port,
            _ => Position::Host,
        }
    }

    /// Validates that a value stays within its position.
    ///
    /// # Errors
    /// Returns the reason, without the value.
    fn check(self, value: &str, default: &str) -> Result<(), String> {
        if value.is_empty() {
            return Err("it is empty".into());
        }
        let is_legal = |character: char| character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:/".contains(character);
        if let Some(character) = value.chars().find(|character| !is_legal(*character)) {
            return Err(format!("it contains `{}`", character.escape_debug()));
        }
        match self {
            Position::Scheme => is_scheme(value, default),
            Position::Url => {
                let (scheme, rest) = value.split_once("://").unwrap_or((value, ""));
                is_scheme(scheme, "")?;
                match default.strip_suffix("://") {
                    Some(_) if !rest.is_empty() => Err("it must contain only a scheme".into()),
                    Some(_) => Ok(()),
                    None => is_host(host_of(rest), true),
                }
            }
            Position::Host => {
                if default.ends_with('.') && !value.ends_with('.') {
                    return Err("it must end with a period, which separates it from the rest of the host".into());
                }
                is_host(value, default.contains(':'))
            }
            Position::HostAndPath => is_host(host_of(value), default.contains(':')),
            Position::Port => match (default.strip_prefix(':'), value.strip_prefix(':')) {
                (Some(_), None) => Err("it must begin with a colon".into()),
                (Some(_), Some(port)) => is_port(port),
                (None, _) => is_port(value),
            },
            Position::PathStart if !value.starts_with('/') => {
                Err("it must begin with a slash, which separates it from the host".into())
            }
            Position::PathStart | Position::Path => Ok(()),
        }
    }
}

fn is_scheme(value: &str, default: &str) -> Result<(), String> {
    let name = if default.ends_with(':') { value.strip_suffix(':').unwrap_or_default() } else { value };
    let is_known = ["http", "https"].iter().any(|known| name.eq_ignore_ascii_case(known));
    if is_known { Ok(()) } else { Err("the scheme of a server must be `http` or `https`".into()) }
}

fn is_host(text: &str, may_have_port: bool) -> Result<(), String> {
    let (host, port) =
        text.split_once(':').filter(|_| may_have_port).map_or((text, None), |(host, port)| (host, Some(port)));
    let is_legal = |character: char| character.is_ascii_alphanumeric() || "-._".contains(character);
    match host.chars().find(|character| !is_legal(*character)) {
        Some(character) => Err(format!("it contains `{character}`, which is not allowed in a host")),
        None => port.map_or(Ok(()), is_port),
    }
}

fn is_port(text: &str) -> Result<(), String> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok_and(|port| port > 0);
    if is_number { Ok(()) } else { Err("a port must be a number from 1 to 65535".into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::client_description::ServerVariableDescription;

    const URL: &str = "https://{region=eu}.example.com:{port=443}/{base=v1}";

    #[test]
    fn unset_variables_use_their_defaults() {
        assert_eq!(fill(URL, &[]), "https://eu.example.com:443/v1");
        let values = [("region", "us".to_owned()), ("base", "a/b".to_owned()), ("region", "ap".to_owned())];
        assert_eq!(fill(URL, &values), "https://ap.example.com:443/a/b");
        assert_eq!(fill("https://{a}.test{", &[]), "https://.test{");
        assert_eq!(fill("{url=https://x.test/a=b}", &[]), "https://x.test/a=b");
    }

    #[test]
    fn slashes_around_a_value_are_not_doubled() {
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

    /// Returns the reason that a value is rejected for the variable `x` of a server.
    fn rejection(template: &str, value: &str) -> Option<String> {
        check_in(template, &[("x", value.to_owned())]).err()
    }

    #[test]
    fn value_cannot_leave_its_position() {
        let rows: [(&str, &[&str], &[&str]); 9] = [
            (
                "https://{x=eu}.a.test/v1",
                &["us", "us-1.b_c"],
                &["a/", "a/b", "u@b", "a:1", "a:b@c", "a#", "a?", "a\\", "%2f"],
            ),
            (
                "https://{x=eu}.a.test/v1",
                &["a.b"],
                &["", ".", "..", "a..b", ".a", "a.", "a b", "a\tb", "ü", "[a", "\u{202e}"],
            ),
            ("https://{x=eu.}a.test", &["us."], &["us", "evil", "us./"]),
            ("https://{x=a.test}", &["b.test", "b"], &["b.test:80", "u@b", "b/", "//b", "b..c", "/"]),
            ("https://{x=a.test:80}/v1", &["b.test", "b.test:81"], &["b:", "b:x", "b:80:1", "b:99999", "u:p@b:1"]),
            ("{x=https}://a.test", &["http", "HTTPS"], &["ftp", "https://evil.test/", "https:", "javascript", "//b"]),
            ("https://a.test:{x=443}/v1", &["8443", "1"], &["0", "99999", "80/", "80@b", "1.test", "+80", ""]),
            (
                "https://a.test{x=/v1}",
                &["/v2", "/v2/beta"],
                &["v2", ".evil.test", "@evil.test", "/..", ":80", "/a/../b"],
            ),
            (
                "https://a.test/{x=v1}/b",
                &["v2", "a/b", "1:a", "/v2/"],
                &["..", ".", "a/../..", "./a", "..;a", "%2e%2e", "a\\..", "?", "#"],
            ),
        ];
        for (template, good, bad) in rows {
            for value in good {
                assert_eq!(rejection(template, value), None, "{template} {value}");
            }
            for value in bad {
                let error = rejection(template, value).unwrap_or_default();
                assert!(
                    error.starts_with("invalid value for the server variable `x` in"),
                    "{template} {value} {error}"
                );
            }
        }
        let whole = "{x=https://a.test/v1}/items";
        for (value, is_good) in [
            ("http://b.test", true),
            ("https://b.test:1/a", true),
            ("b.test", false),
            ("https://u@b", false),
            ("https://b/..", false),
            ("https:///b", false),
        ] {
            assert_eq!(rejection(whole, value).is_none(), is_good, "{value}");
        }
        assert!(
            rejection("https://a.test/.{x=a}", ".").is_some() && rejection("https://a.test/{x=a}%2e", ".").is_some()
        );
        assert!(rejection("{x=https://}a.test", "https://evil.test/").is_some());
    }

    fn checked(operation_servers: &'static [&'static str], chosen: &str, value: &str) -> Result<(), String> {
        const VARIABLES: &[ServerVariableDescription] =
            &[ServerVariableDescription { name: "region", values: &["eu", "us"] }];
        let description = ClientDescription {
            operation_servers,
            variables: VARIABLES,
            ..crate::spec::client_description::tests::NOTHING
        };
        check(&description, Some(chosen), &[("x", value.to_owned())])?;
        check(&description, Some(chosen), &[("region", value.to_owned())])
    }

    #[test]
    fn value_is_checked_against_every_server_that_uses_it() {
        const OWN: &[&str] = &["https://files.a.test", "https://{x=files}.a.test"];
        assert_eq!(checked(OWN, "https://a.test/{x=v1}", "us"), Ok(()));
        let error = checked(OWN, "https://a.test/{x=v1}", "evil.test/").unwrap_err();
        assert!(error.contains("`x` in `https://{x=files}.a.test`: it contains `/`"), "{error}");
    }

    #[test]
    fn path_variable_never_sets_a_host() {
        let error = checked(&["https://{x=files.a.test}/b"], "https://a.test/{x=v1}", "us").unwrap_err();
        assert!(error.contains("cannot set the server variable `x`: it would change the host"), "{error}");
        assert_eq!(checked(&["https://{x=a.test}/b"], "https://{x=a.test}/c", "us"), Ok(()));
    }

    #[test]
    fn variable_with_an_enum_accepts_only_listed_values() {
        let error = checked(&[], "https://{region=eu}.a.test", "ap").unwrap_err();
        assert!(error.starts_with("the server variable `region` must be one of `eu`, `us`;"), "{error}");
    }
}

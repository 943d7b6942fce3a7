//! The sample request of a page, for the server and the credentials that the rest of the page lacks.

use serde_json::{Value, json};

use super::Section;

/// Information from a curl command.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Sample {
    /// The part of the address before the path of the operation.
    pub server: Option<String>,
    /// The name of a security scheme, and the scheme.
    pub security: Option<(&'static str, Value)>,
}

impl Sample {
    /// Reads the first curl command of a section.
    pub fn of(section: &Section<'_>, path: &str) -> Self {
        let code = section.code.iter().map(|(_, code)| *code).find(|code| code.trim_start().starts_with("curl"));
        code.map(|code| Self { server: server(code, path), security: security(code) }).unwrap_or_default()
    }
}

/// Returns the part of the address before the path, whose parameters match any value.
fn server(code: &str, path: &str) -> Option<String> {
    let start = code.find("https://").or_else(|| code.find("http://"))?;
    let url = code.get(start..)?;
    let url = url.split(|c: char| c.is_whitespace() || "'\"?#\\".contains(c)).next()?;
    let (scheme, rest) = url.split_once("://")?;
    let mut shown: Vec<&str> = rest.trim_end_matches('/').split('/').collect();
    let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
    for step in steps.iter().rev() {
        let last = shown.pop()?;
        if last != *step && !step.contains('{') {
            return None;
        }
    }
    let host = shown.first().filter(|host| !host.is_empty() && !host.contains(['$', '<', '{', '@']))?;
    let is_host = host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:".contains(c));
    is_host.then(|| format!("{scheme}://{}", shown.join("/")))
}

/// Returns the security scheme that the options imply.
fn security(code: &str) -> Option<(&'static str, Value)> {
    if code.split_whitespace().any(|word| word == "-u" || word == "--user") {
        return Some(("basicAuth", json!({"type": "http", "scheme": "basic"})));
    }
    let headers = code.split(['"', '\'']).filter_map(|text| text.split_once(':'));
    for (name, value) in headers.map(|(name, value)| (name.trim(), value.trim())) {
        if name.eq_ignore_ascii_case("authorization") {
            let scheme = value.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
            match scheme.as_str() {
                "bearer" => return Some(("bearerAuth", json!({"type": "http", "scheme": "bearer"}))),
                "basic" => return Some(("basicAuth", json!({"type": "http", "scheme": "basic"}))),
                _ => return Some(("apiKey", json!({"type": "apiKey", "in": "header", "name": name}))),
            }
        }
        let lower = name.to_ascii_lowercase();
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        if is_name
            && ["api-key", "apikey", "api_key", "auth-token", "access-token"].iter().any(|key| lower.contains(key))
        {
            return Some(("apiKey", json!({"type": "apiKey", "in": "header", "name": name})));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_comes_before_the_path() {
        let code = "curl -X POST https://a.example/base/v1/pets/p_1?limit=2 -H 'X-Api-Key: $KEY'";
        assert_eq!(server(code, "/v1/pets/{id}").as_deref(), Some("https://a.example/base"));
        assert_eq!(server(code, "/v2/pets/{id}"), None);
        assert_eq!(server("curl https://$HOST/pets", "/pets"), None);
        let scheme = json!({"type": "apiKey", "in": "header", "name": "X-Api-Key"});
        assert_eq!(security(code), Some(("apiKey", scheme)));
        assert_eq!(security("curl https://a.example -H \"Content-Type: application/json\""), None);
    }
}

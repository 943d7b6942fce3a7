//! The security of an endpoint: alternatives, each with a title and the parameters that are required together.

use serde_json::{Map, Value, json};

use super::Endpoint;
use crate::diagnostics::Code;
use crate::source::Pointer;

/// The locations of parameters of a scheme.
const PLACES: [&str; 3] = ["query", "header", "cookie"];

impl Endpoint<'_> {
    /// Returns the requirements, one for each alternative.
    pub(super) fn security(&mut self, alternatives: &[Value], at: &Pointer) -> Value {
        let mut requirements = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            let requirement = self.requirement(alternative, &at.index(index));
            requirements.extend(requirement.map(Value::Object));
        }
        Value::Array(requirements)
    }

    /// Returns the schemes that are required together. Returns `None` if the page does not name their parameters.
    fn requirement(&mut self, alternative: &Value, at: &Pointer) -> Option<Map<String, Value>> {
        let mut parameters = Vec::new();
        let mut groups = 0;
        for place in PLACES {
            let group = alternative.get("parameters").and_then(|groups| groups.get(place)).and_then(Value::as_object);
            groups += usize::from(group.is_some_and(|group| !group.is_empty()));
            parameters.extend(group.into_iter().flatten().map(|(name, parameter)| (place, name, parameter)));
        }
        let title = alternative.get("title").and_then(Value::as_str).unwrap_or_default();
        if parameters.is_empty() {
            if title.is_empty() {
                return Some(Map::new());
            }
            let message = format!("the page does not describe the credential of `{title}`; it is skipped");
            self.found.report(Code::IncompletePage, &at.join("title"), message);
            return None;
        }
        let titles: Vec<&str> = title.split(" & ").collect();
        // The titles are in the order of the schemes, the parameters are sorted by location.
        let has_names = titles.len() == parameters.len() && (groups == 1 || parameters.len() == 1);
        let mut titles = titles.into_iter();
        let mut requirement = Map::new();
        for (place, name, parameter) in parameters {
            let at = at.join("parameters").join(place).join(name);
            let scheme = self.scheme(place, name, parameter, &at);
            let title = titles.next().filter(|title| has_names && !title.is_empty()).unwrap_or(name);
            requirement.insert(self.named(&title_as_name(title, name), scheme), json!([]));
        }
        Some(requirement)
    }

    fn scheme(&mut self, place: &str, name: &str, parameter: &Value, at: &Pointer) -> Value {
        let text = |key: &str| parameter.get(key).and_then(Value::as_str);
        let mut scheme = match text("type") {
            Some("http") => json!({"type": "http", "scheme": text("scheme").unwrap_or("bearer")}),
            Some("oauth2") => {
                let message =
                    "the page does not describe how to obtain OAuth 2.0 tokens; the client sends any bearer token";
                self.found.report(Code::AssumedByImport, at, message);
                json!({"type": "http", "scheme": "bearer"})
            }
            _ => json!({"type": "apiKey", "in": place, "name": name}),
        };
        if let (Some(description), Some(members)) = (text("description"), scheme.as_object_mut()) {
            members.insert("description".to_owned(), description.into());
        }
        scheme
    }

    /// Returns the name of a scheme, with a number if a different scheme already has that name.
    fn named(&mut self, name: &str, scheme: Value) -> String {
        let mut candidate = name.to_owned();
        let mut number = 2_usize;
        while self.security_schemes.get(&candidate).is_some_and(|other| *other != scheme) {
            candidate = format!("{name}{number}");
            number += 1;
        }
        self.security_schemes.insert(candidate.clone(), scheme);
        candidate
    }
}

/// Returns the name that a title was derived from by replacing hyphens and underscores by spaces: with hyphens if the
/// name of the parameter contains any.
fn title_as_name(title: &str, sent: &str) -> String {
    let between = if sent.contains('-') { '-' } else { '_' };
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    title.trim().chars().map(|c| if is_allowed(c) { c } else { between }).collect()
}

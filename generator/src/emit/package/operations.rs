//! Lists of a client's groups with their methods, and of its credentials.

use super::super::Emitter;
use super::super::client::about_scheme;
use crate::code_span::code_span;
use crate::ir::{GroupId, SecurityScheme};
use crate::names::CredentialNames;

impl Emitter<'_> {
    /// Returns the first paragraph of the API's description, on one line.
    pub(super) fn summary(&self) -> Option<String> {
        let documentation = &self.api.documentation;
        let first = documentation.description.as_deref().map(first_paragraph);
        let text = documentation.summary.as_deref().or(first)?;
        // Headings, lists and tables do not describe the API as a whole.
        text.starts_with(|first: char| first.is_alphanumeric()).then(|| self.line(text))
    }

    /// Returns the names of all credentials that have a setter.
    pub(super) fn credential_names(&self) -> impl Iterator<Item = &CredentialNames> {
        self.api.security_schemes.keys().filter_map(|scheme| self.names.credential(scheme))
    }

    /// Returns a list item for each group: its accessor as a link, and the document's description or the number of
    /// operations.
    pub(super) fn group_list(&self) -> Vec<String> {
        let item = |id| {
            let accessor = self.names.group(id).accessor.trim_start_matches("r#");
            let documentation = &self.api.group(id).documentation;
            let about = documentation.summary.as_deref().or(documentation.description.as_deref());
            let about = about.map(|text| self.line(first_paragraph(text)));
            let about = about.filter(|text| !text.is_empty()).unwrap_or_else(|| self.operation_count(id));
            format!("- [`Client::{accessor}`]{} {about}", colon(&about))
        };
        self.groups().map(item).collect()
    }

    fn operation_count(&self, id: GroupId) -> String {
        match self.operations_by_group.get(id).map(Vec::len).unwrap_or_default() {
            1 => "1 operation.".to_owned(),
            count => format!("{count} operations."),
        }
    }

    /// Returns the names of a group's methods as code.
    pub(super) fn methods_of(&self, id: GroupId) -> String {
        let operations = self.operations_by_group.get(id).map(Vec::as_slice).unwrap_or_default();
        let methods = operations.iter().map(|id| self.names.operation(*id).method.trim_start_matches("r#"));
        methods.map(code_span).collect::<Vec<_>>().join(", ")
    }

    /// Returns a list item for each credential: its setter, as a link if `links`, its kind, and the environment
    /// variables.
    pub(super) fn credential_list(&self, links: bool) -> Vec<String> {
        let item = |(name, scheme): (&String, &SecurityScheme)| {
            let names = self.names.credential(name)?;
            let setter = names.setter.trim_start_matches("r#");
            let setter = match links {
                true => format!("[`ClientBuilder::{setter}`]"),
                false => format!("`{setter}`"),
            };
            let about = about_scheme(scheme);
            let variables: Vec<String> = names.variables.iter().map(|variable| code_span(variable)).collect();
            let from = if variables.is_empty() {
                String::new()
            } else {
                format!(",\n  read from {}", variables.join(" and "))
            };
            Some(format!("- {setter}: {about}{from}"))
        };
        self.api.security_schemes.iter().filter_map(item).collect()
    }
}

fn first_paragraph(text: &str) -> &str {
    text.trim().split("\n\n").next().unwrap_or_default()
}

/// Returns the colon between a link and a text. It is escaped before one word, and before a word and a title, because Markdown
/// would read both as the definition of the link.
fn colon(text: &str) -> &'static str {
    let mut words = text.split_whitespace().skip(1);
    if words.next().is_none_or(|word| word.starts_with(['"', '\'', '('])) { "\\:" } else { ":" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_after_a_link_is_not_its_definition() {
        for text in ["Healthchecks", "Healthchecks.", "Pets \"all\"", "Pets (all)", ""] {
            assert_eq!(colon(text), "\\:", "{text}");
        }
        for text in ["Health checks.", "1 operation."] {
            assert_eq!(colon(text), ":", "{text}");
        }
    }
}

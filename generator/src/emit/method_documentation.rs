//! The doc comment of the method that starts a call.
//!
//! ```text
//! Lists the items of a conversation.                              the summary
//!
//! `GET /conversations/{id}/items`
//!
//! Items are sorted by their creation.                             the description
//!
//! Arguments:
//! - `id`: The conversation that `create` returned.                arguments whose documentation adds to their names
//!
//! Set optional parameters on [`ListItemsCall`]: `after` and `limit`.
//! Returns [`ItemList`].
//! `.pages()` and `.items()` iterate over all pages of [`Item`].
//!
//! # Errors
//! [`ErrorResponse`] with status 400 or 404.
//! ```

use std::collections::BTreeSet;

use super::Emitter;
use super::comment::{Comment, ItemLink, Piece};
use super::imports::{Imports, View};
use super::markdown::list_item;
use super::operation::route;
use crate::code_span::code_span;
use crate::ir::{
    Body, Bound, Constraints, Documentation, Operation, OperationId, Outcome, Payload, Scalar, StatusEnumId, Statuses,
    Type,
};
use crate::word_list::word_list;

/// The maximum number of optional parameters that are listed.
const NAMED_SETTERS: usize = 12;

/// Words of a description that add no information to the name of an argument.
const FILLERS: &[&str] = &[
    "a",
    "an",
    "and",
    "as",
    "at",
    "be",
    "by",
    "for",
    "from",
    "id",
    "identifier",
    "ids",
    "in",
    "is",
    "it",
    "its",
    "name",
    "of",
    "on",
    "or",
    "parameter",
    "path",
    "that",
    "the",
    "this",
    "to",
    "unique",
    "value",
    "which",
    "with",
    "you",
    "your",
];

impl Emitter<'_> {
    /// Returns the doc comment of the method that starts a call with this body, if one is required.
    pub(super) fn method_comment(&self, id: OperationId, body: Option<&Body>, imports: &Imports) -> Comment {
        let operation = self.api.operation(id);
        let mut comment = Comment::of(&with_route(self.paragraphs(&operation.documentation), route(operation)));
        let arguments = self.described_arguments(id, body);
        if !arguments.is_empty() {
            comment.paragraph(["Arguments:".into()]);
            comment.line([arguments.join("\n").into()]);
        }
        let mut lines = Vec::new();
        lines.extend(self.about_setters(id));
        lines.extend(self.about_success(id, imports));
        lines.extend(self.about_stream(operation, imports));
        for (at, line) in lines.into_iter().enumerate() {
            if at == 0 { comment.paragraph(line) } else { comment.line(line) }
        }
        if let Some(errors) = self.about_errors(operation, imports) {
            comment.paragraph(["# Errors".into()]);
            comment.line(errors);
        }
        comment
    }

    /// Returns a list item for each argument whose documentation adds information to its name.
    fn described_arguments(&self, id: OperationId, body: Option<&Body>) -> Vec<String> {
        let (operation, names) = (self.api.operation(id), self.names.operation(id));
        let parameters = operation.parameters.iter().zip(&names.parameters);
        let required = parameters.filter(|(it, _)| it.is_argument());
        let arguments = required.map(|(parameter, name)| (name.as_str(), &parameter.documentation));
        arguments
            .chain(body.map(|body| ("body", &body.documentation)))
            .filter_map(|(name, documentation)| self.described_argument(name, documentation))
            .collect()
    }

    fn described_argument(&self, name: &str, documentation: &Documentation) -> Option<String> {
        let name = name.trim_start_matches("r#");
        let description = documentation.description.as_deref();
        let is_informative = description.is_some_and(|description| adds_to(name, description));
        if !is_informative
            && !documentation.deprecated
            && documentation.constraints.as_deref().is_none_or(is_only_length)
        {
            return None;
        }
        let repeats = Documentation { description: None, ..documentation.clone() };
        let mut paragraphs = self.paragraphs(if is_informative { documentation } else { &repeats });
        if documentation.deprecated {
            paragraphs.push("Deprecated.".to_owned());
        }
        let text = paragraphs.join("\n\n");
        (!text.is_empty()).then(|| list_item(&code_span(name), &text))
    }

    /// Names the setters of the call.
    fn about_setters(&self, id: OperationId) -> Option<Vec<Piece>> {
        let (operation, names) = (self.api.operation(id), self.names.operation(id));
        let parameters = operation.parameters.iter().zip(&names.parameters);
        let optional = parameters.filter(|(it, _)| !it.is_argument());
        let bodies = ["body"].into_iter().chain(names.bodies.iter().map(String::as_str)).zip(&operation.bodies);
        let bodies = bodies.filter(|(_, body)| !body.required).map(|(name, _)| name);
        let setters: Vec<&str> = optional.map(|(_, name)| name.as_str()).chain(bodies).collect();
        if setters.is_empty() {
            return None;
        }
        let shown = setters.iter().take(NAMED_SETTERS).map(|name| code_span(name.trim_start_matches("r#")));
        let mut shown: Vec<String> = shown.collect();
        if setters.len() > NAMED_SETTERS {
            shown.push(format!("{} more", setters.len() - NAMED_SETTERS));
        }
        let call = ItemLink { label: names.call.clone(), path: None };
        let list = word_list(shown, "and");
        Some(match setters.as_slice() {
            [_] => vec![format!("Set the optional {list} on ").into(), call.into(), ".".into()],
            _ => vec!["Set optional parameters on ".into(), call.into(), format!(": {list}.").into()],
        })
    }

    /// Describes the return value of the call, and its pagination.
    fn about_success(&self, id: OperationId, imports: &Imports) -> Option<Vec<Piece>> {
        let operation = self.api.operation(id);
        let mut pieces = match &operation.success {
            Outcome::One(Payload::Events(..)) => return None,
            Outcome::One(Payload::None) => vec!["Returns nothing".into()],
            Outcome::One(Payload::Binary) => vec!["Returns bytes; `.download()` streams them".into()],
            Outcome::One(Payload::Json(type_) | Payload::Text(type_)) => {
                let mut pieces = vec!["Returns ".into()];
                pieces.extend(self.about_type(type_, imports));
                pieces
            }
            Outcome::ByStatus(id) => vec!["Returns ".into(), self.status_enum_link(*id).into(), " by status".into()],
        };
        if let Some(pagination) = &operation.pagination {
            pieces.push(".\n`.pages()` and `.items()` iterate over all pages of ".into());
            pieces.extend(self.about_type(&pagination.item, imports));
        }
        pieces.push(".".into());
        Some(pieces)
    }

    /// Describes the events of a stream.
    fn about_stream(&self, operation: &Operation, imports: &Imports) -> Option<Vec<Piece>> {
        let mut pieces = vec!["`.stream()` yields ".into()];
        pieces.extend(self.about_type(operation.events.as_ref()?, imports));
        pieces.push(" events as they arrive.".into());
        Some(pieces)
    }

    /// Describes the bodies of error responses, with their statuses.
    fn about_errors(&self, operation: &Operation, imports: &Imports) -> Option<Vec<Piece>> {
        let statuses: BTreeSet<Statuses> =
            operation.responses.iter().filter(|response| !response.is_success).map(|it| it.statuses).collect();
        if statuses.is_empty() {
            return None;
        }
        let mut pieces = match &operation.failure {
            Outcome::ByStatus(id) => vec![self.status_enum_link(*id).into()],
            Outcome::One(Payload::Json(type_) | Payload::Text(type_) | Payload::Events(type_, _)) => {
                self.about_type(type_, imports)
            }
            Outcome::One(Payload::Binary) => vec!["Bytes".into()],
            Outcome::One(Payload::None) => vec!["Any JSON".into()],
        };
        pieces.push(format!(" with {}.", statuses_text(&statuses)).into());
        Some(pieces)
    }

    /// Describes a type in a sentence, with links to the types of the API.
    fn about_type(&self, type_: &Type, imports: &Imports) -> Vec<Piece> {
        match type_ {
            Type::Named(id) => vec![self.type_link(*id, imports).into()],
            Type::Array(element) => after("an array of ", self.about_elements(element, imports)),
            Type::Map(value) => after("a map of ", self.about_elements(value, imports)),
            Type::Nullable(inner) => after("null or ", self.about_type(inner, imports)),
            Type::Scalar(Scalar::Any) => vec!["any JSON".into()],
            other => {
                let spelled = self.type_(other, &mut Imports::new(View::Outside)).to_string().replace(' ', "");
                vec![code_span(&spelled).into()]
            }
        }
    }

    /// Describes the type of an array's elements or a map's values: `arrays of [`Pet`]`.
    fn about_elements(&self, type_: &Type, imports: &Imports) -> Vec<Piece> {
        match type_ {
            Type::Array(element) => after("arrays of ", self.about_elements(element, imports)),
            Type::Map(value) => after("maps of ", self.about_elements(value, imports)),
            Type::Scalar(Scalar::Any) => vec!["JSON values".into()],
            other => self.about_type(other, imports),
        }
    }

    fn status_enum_link(&self, id: StatusEnumId) -> ItemLink {
        ItemLink { label: self.names.status_enum(id).type_name.clone(), path: None }
    }
}

/// Returns pieces after a text.
fn after(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    std::iter::once(text.into()).chain(pieces).collect()
}

/// Inserts the route after the first paragraph.
fn with_route(mut paragraphs: Vec<String>, route: String) -> Vec<String> {
    let split = paragraphs.first().and_then(|first| first.split_once("\n\n"));
    let is_prose = |text: &str| text.lines().all(|line| line.starts_with(char::is_alphabetic));
    if let Some((first, rest)) = split.filter(|(first, _)| is_prose(first)) {
        let (first, rest) = (first.to_owned(), rest.to_owned());
        paragraphs.splice(..1, [first, rest]);
    }
    paragraphs.insert(paragraphs.len().min(1), route);
    paragraphs
}

/// Returns `true` if a description has words that the name of its argument lacks.
fn adds_to(name: &str, description: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(|word| word.to_lowercase()).collect()
    };
    let known = words(name);
    let is_known = |word: &String| known.contains(word) || FILLERS.contains(&word.as_str());
    !words(description).iter().all(is_known)
}

/// Returns `true` if constraints only limit the length, as for most identifiers.
fn is_only_length(constraints: &Constraints) -> bool {
    let is_length = |(bound, _): &(Bound, String)| matches!(bound, Bound::MinLength | Bound::MaxLength);
    let other = Constraints { bounds: Vec::new(), format: None, references: Vec::new(), ..constraints.clone() };
    constraints.bounds.iter().all(is_length) && other == Constraints::default()
}

/// Returns the statuses of responses in a sentence.
fn statuses_text(statuses: &BTreeSet<Statuses>) -> String {
    let (exact, others): (Vec<&Statuses>, Vec<&Statuses>) =
        statuses.iter().partition(|status| matches!(status, Statuses::Exact(_) | Statuses::Class(_)));
    let known = exact.into_iter().map(|status| match status {
        Statuses::Class(class) => format!("{class}XX"),
        Statuses::Exact(status) => status.to_string(),
        Statuses::Default => String::new(),
    });
    let known: Vec<String> = known.collect();
    match (known.is_empty(), others.is_empty()) {
        (true, _) => "any error status".to_owned(),
        (false, true) => format!("status {}", word_list(known, "or")),
        (false, false) => format!("status {} or any other", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_that_repeats_the_name_adds_nothing() {
        for (name, description, adds) in [
            ("conversation_id", "The ID of the conversation.", false),
            ("pet", "A pet", false),
            ("id", "Which pet to fetch.", true),
            ("owner", "The account owner of the repository. The name is not case sensitive.", true),
        ] {
            assert_eq!(adds_to(name, description), adds, "{description}");
        }
    }

    #[test]
    fn the_route_follows_the_first_paragraph() {
        let route = || "`GET /a`".to_owned();
        let rows: [(&[&str], &[&str]); 4] = [
            (&["One."], &["One.", "`GET /a`"]),
            (&["One.\n\nTwo.", "Three."], &["One.", "`GET /a`", "Two.", "Three."]),
            (&["- a\n\n- b"], &["- a\n\n- b", "`GET /a`"]),
            (&[], &["`GET /a`"]),
        ];
        for (paragraphs, expected) in rows {
            let paragraphs = paragraphs.iter().map(|text| (*text).to_owned()).collect();
            assert_eq!(with_route(paragraphs, route()), expected);
        }
    }

    #[test]
    fn statuses_are_listed_in_a_sentence() {
        for (statuses, text) in [
            (&[Statuses::Exact(404)][..], "status 404"),
            (&[Statuses::Exact(404), Statuses::Exact(400), Statuses::Class(5)], "status 400, 404 or 5XX"),
            (&[Statuses::Exact(404), Statuses::Default], "status 404 or any other"),
            (&[Statuses::Default], "any error status"),
        ] {
            assert_eq!(statuses_text(&statuses.iter().copied().collect()), text);
        }
    }
}

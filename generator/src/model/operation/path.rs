//! Path templates, and the queries and fragments in them.

use std::borrow::Cow;

use crate::diagnostics::Code;
use crate::model::Parameter;
use crate::model::reader::Reader;
use crate::source::Pointer;

/// A path template.
#[derive(Clone, Debug)]
pub(in crate::model) struct PathTemplate<'d> {
    /// The path, which begins with a slash, with its constant query if any.
    pub(in crate::model) path: Cow<'d, str>,
    /// The path with the placeholders of its query and the fragment, which distinguishes it from other paths.
    pub(in crate::model) key: Cow<'d, str>,
    /// Placeholders in its query: the name of the query parameter, and the name in braces.
    places: Vec<(&'d str, &'d str)>,
    /// Constants in its query: name and value.
    constant: Vec<(&'d str, &'d str)>,
}

impl<'d> Reader<'d, '_> {
    /// Reads a key of `paths`. A fragment is never sent. A query is sent, and its placeholders become query parameters.
    /// An overload is expected to have a query.
    pub(super) fn path_template(&mut self, text: &'d str, at: &Pointer, is_overload: bool) -> PathTemplate<'d> {
        let (rest, fragment) = text.split_once('#').map_or((text, None), |(rest, fragment)| (rest, Some(fragment)));
        let (rest, expanded) = query_expansions(rest);
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (mut constant, mut places) = (Vec::new(), expanded);
        for member in query.split('&').filter(|member| !member.is_empty()) {
            let (name, value) = member.split_once('=').unwrap_or((member, ""));
            match value.strip_prefix('{').and_then(|value| value.strip_suffix('}')) {
                Some(place) => places.push((name, place)),
                None if member.contains('{') => places.push((place_of(member), place_of(member))),
                None => constant.push(member),
            }
        }
        let mut report = |message: &str| {
            self.diagnostics.report(Code::MalformedPath, at, format!("the path `{text}` {message}"));
        };
        if fragment.is_some() {
            report("has a fragment, which is never sent; it is dropped");
        }
        if !constant.is_empty() && !is_overload {
            report("has a query string; it is sent with every request");
        }
        if !places.is_empty() {
            report("has placeholders in its query string; they are read as query parameters");
        }
        let (mut repaired, mut key) = (Cow::Borrowed(path), Cow::Borrowed(text));
        if !path.starts_with('/') {
            report("does not start with a slash; one is added");
            repaired = Cow::Owned(format!("/{path}"));
            key = Cow::Owned(format!("/{text}"));
        }
        if !constant.is_empty() {
            repaired = Cow::Owned(format!("{repaired}?{}", constant.join("&")));
        }
        let constant = constant.into_iter().map(|member| member.split_once('=').unwrap_or((member, ""))).collect();
        PathTemplate { path: repaired, key, places, constant }
    }
}

impl<'d> PathTemplate<'d> {
    /// Moves the parameters of its placeholders into the query, and removes those that only repeat a constant.
    pub(super) fn place_in_query(&self, parameters: &mut Vec<Parameter<'d>>, at: &Pointer) {
        parameters.retain(|parameter| {
            let repeats = |(name, value): &(&str, &str)| *name == parameter.name && is_only_value(parameter, value);
            parameter.location != "query" || !self.constant.iter().any(repeats)
        });
        for (name, place) in &self.places {
            let own = parameters.iter_mut().find(|parameter| parameter.location == "path" && parameter.name == *place);
            if let Some(parameter) = own {
                (parameter.name, parameter.location, parameter.style) = (name, "query", None);
            } else if !parameters.iter().any(|other| other.location == "query" && other.name == *name) {
                parameters.push(Parameter::text(at, name, "query"));
            }
        }
    }
}

/// Returns `true` if this is the only value of a parameter.
fn is_only_value(parameter: &Parameter<'_>, value: &str) -> bool {
    let Some(schema) = &parameter.schema else { return false };
    let only = match (schema.constant, schema.enumeration) {
        (Some(only), _) | (None, Some([only])) => only,
        _ => return false,
    };
    let text = only.as_str().map_or_else(|| only.to_string(), str::to_owned);
    text == value
}

/// Splits off the expansions at the end of a template, such as `{?page,size*}` or `{&page}` (RFC 6570 sections 3.2.8
/// and 3.2.9), and returns their names as placeholders.
fn query_expansions(template: &str) -> (&str, Vec<(&str, &str)>) {
    let (mut rest, mut places) = (template, Vec::new());
    while let Some((before, names)) = rest.strip_suffix('}').and_then(|inner| inner.rsplit_once('{'))
        && let Some(names) = names.strip_prefix(['?', '&'])
        && !before.ends_with('=')
    {
        let names = names.split(',').map(|name| name.trim().trim_end_matches('*')).filter(|name| !name.is_empty());
        places.splice(0..0, names.map(|name| (name, name)));
        rest = before;
    }
    (rest, places)
}

/// Returns the name in the first braces of a query parameter such as `{name}` or `{?name}` (RFC 6570 section 3.2.8).
fn place_of(member: &str) -> &str {
    let inner = member.split_once('{').map_or(member, |(_, inner)| inner);
    inner.split_once('}').map_or(inner, |(inner, _)| inner).trim_start_matches(['?', '&'])
}

//! Path templates: what belongs to them, and what documents write into them beside that.

use std::borrow::Cow;

use crate::diagnostics::Code;
use crate::model::Parameter;
use crate::model::reader::Reader;
use crate::source::Pointer;

/// A path template.
#[derive(Clone, Debug)]
pub(in crate::model) struct PathTemplate<'d> {
    /// The path, which begins with a slash, and perhaps a query that never changes.
    pub(in crate::model) path: Cow<'d, str>,
    /// The same with the places of its query and the fragment: what tells it from other paths.
    pub(in crate::model) key: Cow<'d, str>,
    /// Members of its query that are places: the name of the member, and the name in braces.
    places: Vec<(&'d str, &'d str)>,
    /// Members of its query that never change: name and value.
    constant: Vec<(&'d str, &'d str)>,
}

impl<'d> Reader<'d, '_> {
    /// Reads a key of `paths`. A fragment is never sent; a query is, but its places belong to parameters. An overload is
    /// meant to have a query.
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
            self.diagnostics.report(Code::MisshapenPath, at, format!("the path `{text}` {message}"));
        };
        if fragment.is_some() {
            report("has a fragment, which is never sent; it is left out");
        }
        if !constant.is_empty() && !is_overload {
            report("has a query; it is sent with every call");
        }
        if !places.is_empty() {
            report("has places in its query; they are taken for query parameters");
        }
        let (mut repaired, mut key) = (Cow::Borrowed(path), Cow::Borrowed(text));
        if !path.starts_with('/') {
            report("does not begin with a slash; one is put before it");
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
    /// Moves the parameters of the places in the query there, and removes those that only repeat what never changes.
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

/// Returns `true` if a parameter has no other value than this one.
fn is_only_value(parameter: &Parameter<'_>, value: &str) -> bool {
    let Some(schema) = &parameter.schema else { return false };
    let only = match (schema.constant, schema.enumeration) {
        (Some(only), _) | (None, Some([only])) => only,
        _ => return false,
    };
    let text = only.as_str().map_or_else(|| only.to_string(), str::to_owned);
    text == value
}

/// Splits off the expansions at the end of a template, such as `{?page,size*}` or `{&page}` (RFC 6570 sections 3.2.8 and
/// 3.2.9), and returns their names as places.
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

/// The name in the first braces of a member such as `{name}` or `{?name}` (RFC 6570 section 3.2.8).
fn place_of(member: &str) -> &str {
    let inner = member.split_once('{').map_or(member, |(_, inner)| inner);
    inner.split_once('}').map_or(inner, |(inner, _)| inner).trim_start_matches(['?', '&'])
}

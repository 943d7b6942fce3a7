//! The operations and webhooks that `[operations]` of `apiarist.toml` selects.
//!
//! ```toml
//! [operations]
//! include = ["tag:Pets", "webhook:pet.*"]   # what the client has; by default everything
//! exclude = ["DELETE *"]                    # even if it is included
//! ```
//!
//! The selection is the last stage before emission: everything has a name by then, so that no name depends on it.

mod coverage;

pub(crate) use coverage::Coverage;

use crate::diagnostics::{Code, Diagnostics};
use crate::hash::{HashSet, IndexSet};
use crate::ir::{Api, IdVec, Operation, OperationId, Selected, Subset};
use crate::names::nearest_hint;
use crate::settings::{OperationSettings, PatternSet, PatternTarget};

/// The properties of an operation or a webhook that patterns are compared with.
type Properties<'a> = Vec<(PatternTarget, &'a str)>;

/// Returns the selected part of an API, or `None` if it is all of it. Reports patterns that match nothing.
pub(crate) fn select(api: &Api, settings: &OperationSettings, diagnostics: &mut Diagnostics) -> Option<Subset> {
    if settings.is_everything() {
        return None;
    }
    let mut patterns = Patterns {
        include: PatternSet::new(&settings.include),
        exclude: PatternSet::new(&settings.exclude),
        includes_all: settings.include.is_empty(),
    };
    let operations: IdVec<OperationId, bool> =
        api.operations.iter().map(|operation| patterns.select(&of_operation(operation))).collect();
    let routes = api.numbered_operations().filter(|(id, _)| operations[*id]);
    let routes: HashSet<&str> = routes.map(|(_, operation)| operation.route.as_str()).collect();
    let received: Vec<bool> = api
        .received
        .iter()
        .map(|webhook| match &webhook.caller {
            Some(route) => routes.contains(route.as_str()),
            None => patterns.select(&[(PatternTarget::Webhook, &webhook.name)]),
        })
        .collect();
    patterns.report_unused(api, diagnostics);
    Some(Subset::new(api, Selected { operations, received, unreferenced: settings.keeps_unreferenced() }))
}

/// The patterns of the settings.
struct Patterns<'s> {
    include: PatternSet<'s>,
    exclude: PatternSet<'s>,
    includes_all: bool,
}

impl Patterns<'_> {
    fn select(&mut self, properties: &[(PatternTarget, &str)]) -> bool {
        let (is_included, is_excluded) = (self.include.matches(properties), self.exclude.matches(properties));
        (is_included || self.includes_all) && !is_excluded
    }

    /// Reports patterns that match nothing in the document, each with the nearest text that it could match.
    fn report_unused(&self, api: &Api, diagnostics: &mut Diagnostics) {
        for (key, patterns) in [("include", &self.include), ("exclude", &self.exclude)] {
            for pattern in patterns.unused() {
                let (target, noun) = (pattern.value.target(), noun(pattern.value.target()));
                let known = known(api, target);
                let hint = nearest_hint(&pattern.value.expected(), known.iter().map(String::as_str));
                let message =
                    format!("`{key}` has `{}`, but the document does not contain this {noun}{hint}", pattern.value);
                diagnostics.report_elsewhere(Code::UnmatchedSelection, message, pattern.excerpt.clone());
            }
        }
    }
}

fn of_operation(operation: &Operation) -> Properties<'_> {
    let path = operation.route.split_once(' ').map(|(_, path)| (PatternTarget::Path, path));
    let id = operation.id.as_deref().map(|id| (PatternTarget::Id, id));
    let tags = operation.tags.iter().map(|tag| (PatternTarget::Tag, tag.as_str()));
    [(PatternTarget::Route, operation.route.as_str())].into_iter().chain(path).chain(id).chain(tags).collect()
}

/// Returns the noun for the texts that patterns of this kind are compared with.
fn noun(target: PatternTarget) -> &'static str {
    match target {
        PatternTarget::Route => "method and path",
        PatternTarget::Path => "path",
        PatternTarget::Id => "`operationId`",
        PatternTarget::Tag => "operation tag",
        PatternTarget::Webhook => "webhook",
    }
}

/// Returns all texts that patterns of this kind are compared with.
fn known(api: &Api, target: PatternTarget) -> Vec<String> {
    let webhooks = api.received.iter().filter(|webhook| webhook.caller.is_none());
    let webhooks = webhooks.map(|webhook| (PatternTarget::Webhook, webhook.name.as_str()));
    let known = api.operations.iter().flat_map(of_operation).chain(webhooks).filter(|(kind, _)| *kind == target);
    known.map(|(_, text)| text.to_owned()).collect::<IndexSet<String>>().into_iter().collect()
}

#[cfg(test)]
mod tests;

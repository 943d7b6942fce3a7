//! Stream rules that follow from the types of events.
//!
//! ```yaml
//! itemSchema: {oneOf: [{$ref: Chunk}, {const: '[DONE]'}]}       # `[DONE]` is the terminator
//! itemSchema: {oneOf: [{$ref: Started}, {$ref: Finished}]}      # no error among the variants: `error` is the name of one
//! ```

use super::Passes;
use crate::ir::{Api, Definition, EventForm, Operation, StreamRules, Type, TypeKind, UnionDispatch};
use crate::lower::operation::stream_rules::is_named;
use crate::lower::union::dispatch::resolve;

impl Passes<'_, '_> {
    /// Recognizes a constant string among objects as the terminator of its stream, because it cannot have another
    /// meaning. Overrides and extensions take precedence.
    pub(super) fn find_terminators(&mut self) {
        let api = &mut self.draft.api;
        let ends: Vec<Vec<String>> = api.operations.iter().map(|operation| sentinels(api, operation)).collect();
        for (operation, ends) in api.operations.iter_mut().zip(ends) {
            if !ends.is_empty() && operation.stream_rules.terminators == StreamRules::default().terminators {
                operation.stream_rules.terminators = ends;
            }
        }
    }

    /// Adds the usual names of error events and properties to streams without a variant for errors. A union decodes
    /// any value as `Unknown`, so an error would go unnoticed without them.
    pub(super) fn find_stream_errors(&mut self) {
        let api = &mut self.draft.api;
        for operation in &mut api.operations {
            let Some(Type::Named(id)) = operation.events else { continue };
            let TypeKind::Union(union) = &api.types[id.0].kind else { continue };
            let has_default = matches!(&union.dispatch, UnionDispatch::ByTag(tagged) if tagged.default.is_some());
            if has_default || union.variants.iter().any(|variant| may_be_error(&api.types, &variant.type_)) {
                continue;
            }
            let default = || Some(vec!["error".to_owned()]);
            let has_names = operation.streams.iter().any(|name| is_named(name));
            let rules = &mut operation.stream_rules;
            rules.error_events = rules.error_events.take().or_else(|| default().filter(|_| has_names));
            // An envelope carries the name of its event; its data may be a string that only looks like an error.
            let has_data = operation.event_form == EventForm::Data;
            rules.error_properties = rules.error_properties.take().or_else(|| default().filter(|_| has_data));
        }
    }
}

/// Returns `true` if a variant may report an error: it has a property `error`, or its name suggests one.
fn may_be_error(types: &[Definition], type_: &Type) -> bool {
    if only_value(types, type_).is_some() {
        return false;
    }
    let Type::Named(id) = type_ else { return true };
    let TypeKind::Struct(object) = &types[id.0].kind else { return true };
    object.fields.iter().any(|field| field.wire_name == "error")
        || object.literals.iter().any(|literal| literal.wire_name == "error" || literal.value == "error")
}

/// Returns constant strings among objects as they are sent: the data of a server-sent event is the string itself, an
/// item of any other stream is JSON.
fn sentinels(api: &Api, operation: &Operation) -> Vec<String> {
    let Some(Type::Named(id)) = operation.events.as_ref().map(|events| resolve(api, events)) else { return Vec::new() };
    let TypeKind::Union(union) = &api.definition(*id).kind else { return Vec::new() };
    let types = || union.variants.iter().map(|variant| resolve(api, &variant.type_));
    if !types().any(|type_| is_object(api, type_)) {
        return Vec::new();
    }
    let is_text = operation.streams.iter().all(|name| is_named(name));
    let written = |value: &str| if is_text { value.to_owned() } else { serde_json::Value::from(value).to_string() };
    types().filter_map(|type_| only_value(&api.types, type_)).map(written).collect()
}

fn is_object(api: &Api, type_: &Type) -> bool {
    match type_ {
        Type::Named(id) => match &api.definition(*id).kind {
            TypeKind::Struct(_) => true,
            TypeKind::Union(union) => matches!(union.dispatch, UnionDispatch::ByTag(_)),
            _ => false,
        },
        type_ => matches!(type_, Type::Map(_)),
    }
}

/// Returns the only value of a string enum.
fn only_value<'t>(types: &'t [Definition], type_: &Type) -> Option<&'t str> {
    let Type::Named(id) = type_ else { return None };
    let TypeKind::StringEnum(enumeration) = &types[id.0].kind else { return None };
    match enumeration.values.as_slice() {
        [only] => Some(&only.value),
        _ => None,
    }
}

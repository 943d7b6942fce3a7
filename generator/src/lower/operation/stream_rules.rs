//! Stream rules: the terminators and error events of a stream, from overrides and from extensions of the document.

use super::OperationLowering;
use super::outcome::Outcomes;
use super::payload::is_stream;
use crate::hash::IndexSet;
use crate::ir::StreamRules;
use crate::lower::overrides::stream_rules::{ALL, MatchedStreams};
use crate::model;

impl<'d> OperationLowering<'_, '_, 'd, '_> {
    /// Returns the stream rules of an operation. Overrides take precedence over extensions.
    pub(super) fn stream_rules(
        &mut self,
        operation: &model::Operation<'d>,
        keys: [&str; 2],
        outcomes: &Outcomes,
    ) -> StreamRules {
        let streams = &outcomes.streams;
        let matched = MatchedStreams { streams: !streams.is_empty(), names: streams.iter().any(|name| is_named(name)) };
        let [id, route] = keys;
        let overridden = self.overrides.stream_rules.find([id, route, ALL], matched);
        let overridden = |name| overridden.get(name).map(|values| values.to_vec());
        if !matched.streams {
            return StreamRules::default();
        }
        let default = StreamRules::default();
        let described = outcomes.events.as_ref().map(|events| events.ends.clone()).filter(|ends| !ends.is_empty());
        StreamRules {
            terminators: overridden("end")
                .or_else(|| stream_ends(operation))
                .or(described)
                .unwrap_or(default.terminators),
            terminator_events: overridden("end_events").unwrap_or(default.terminator_events),
            error_events: overridden("errors"),
            error_properties: overridden("error_members"),
            names: outcomes.events.as_ref().and_then(|events| events.names.clone()),
        }
    }
}

pub(crate) fn is_named(stream: &str) -> bool {
    stream.to_ascii_lowercase().starts_with("text/event-stream")
}

/// Returns the terminators from extensions: those of media types, or else of the operation.
fn stream_ends(operation: &model::Operation<'_>) -> Option<Vec<String>> {
    let content = operation.responses.iter().flat_map(|response| &response.content);
    let streams = content.filter(|content| is_stream(&content.essence()));
    let ends: IndexSet<&str> = streams.filter_map(|content| content.stream_end).collect();
    let mut ends: Vec<String> = ends.into_iter().map(str::to_owned).collect();
    ends.extend(operation.stream_end.filter(|_| ends.is_empty()).map(str::to_owned));
    (!ends.is_empty()).then_some(ends)
}

//! Comparison of responses by status, followed by the outcomes of calls.

use super::bodies::{essence, essences};
use super::untyped::Contents;
use crate::code_span::code_span;
use crate::diff::change::{Change, Subject};
use crate::diff::comparison::Comparison;
use crate::diff::effect::RetypedItem;
use crate::diff::location::Location;
use crate::diff::{ChangeKind, Direction, Effect, EffectKind, Side};
use crate::hash::{HashMap, HashSet};
use crate::ir::{Operation, OperationId, Outcome, Payload, Response, Scalar, StatusEnumId, Statuses, Type};

type Numbered<'s> = (OperationId, &'s Operation);

impl Comparison<'_> {
    pub(in crate::diff) fn compare_responses(&mut self, old: Numbered<'_>, new: Numbered<'_>, subject: &Subject) {
        let count_before = self.changes.len();
        let by_statuses = |operation: &'_ Operation| -> HashMap<Statuses, usize> {
            operation.responses.iter().enumerate().rev().map(|(at, response)| (response.statuses, at)).collect()
        };
        let (known, found) = (by_statuses(old.1), by_statuses(new.1));
        let renumbered = renumbered(old.1, new.1);
        let mut header_changes = HashMap::default();
        for was in &old.1.responses {
            let same = found.get(&was.statuses).or_else(|| found.get(renumbered.get(&was.statuses)?));
            match same.and_then(|at| new.1.responses.get(*at)) {
                Some(is) => self.compare_response(was, is, &mut header_changes, subject),
                None => {
                    let kind = if was.is_success { ChangeKind::SuccessRemoved } else { ChangeKind::FailureRemoved };
                    let message = format!("response {} removed", status(was.statuses));
                    let change = Change::new(kind, subject, message).travels(Direction::Response);
                    self.add(change.was(&was.origin));
                }
            }
        }
        for is in &new.1.responses {
            if !known.contains_key(&is.statuses) && !renumbered.values().any(|statuses| *statuses == is.statuses) {
                let kind = if is.is_success { ChangeKind::SuccessAdded } else { ChangeKind::FailureAdded };
                let message = format!("response {} added", status(is.statuses));
                let change = Change::new(kind, subject, message).travels(Direction::Response).is(&is.origin);
                self.add(change.causes([Effect::new(EffectKind::Documentation, "doc comments changed")]));
            }
        }
        self.compare_outcomes(old, new, count_before, subject);
        self.compare_streams(old.1, new.1, subject);
        self.compare_headers(old, new, &header_changes, subject);
        self.compare_pages(old.1, new.1, subject);
    }

    /// Compares two responses, and records the last change of each added or removed header, by its name in lower case.
    fn compare_response(
        &mut self,
        was: &Response,
        is: &Response,
        header_changes: &mut HashMap<String, usize>,
        subject: &Subject,
    ) {
        let phrase = format!("response {}", status(is.statuses));
        let location = Location::new(subject, phrase, [&was.origin, &is.origin]).travels(Direction::Response);
        let location = location.with_constraints(&was.documentation, &is.documentation);
        if was.statuses != is.statuses {
            let (before, after) = (status(was.statuses), status(is.statuses));
            let message = format!("status of response {before} changed to {after}");
            let change = Change::new(ChangeKind::ResponseStatusChanged, subject, message).travels(Direction::Response);
            self.add(change.between(&was.origin, &is.origin));
        }
        let (known, found) = (essences(&was.media_types), essences(&is.media_types));
        let accept = || Effect::new(EffectKind::Behavior, "the `Accept` header changed");
        for media_type in was.media_types.iter().filter(|media_type| !found.contains(&essence(media_type))) {
            let change = location
                .removed(ChangeKind::ResponseMediaTypeRemoved, &format!("media type {}", code_span(media_type)));
            self.add(change.causes([accept()]));
        }
        for media_type in is.media_types.iter().filter(|media_type| !known.contains(&essence(media_type))) {
            let change =
                location.added(ChangeKind::ResponseMediaTypeAdded, &format!("media type {}", code_span(media_type)));
            self.add(change.causes([accept()]));
        }
        let name = |wire_name: &str| wire_name.to_ascii_lowercase();
        let known: HashSet<String> = was.headers.iter().map(|header| name(&header.wire_name)).collect();
        let found: HashMap<String, bool> =
            is.headers.iter().rev().map(|header| (name(&header.wire_name), header.required)).collect();
        for header in &was.headers {
            let item = format!("header {}", code_span(&header.wire_name));
            let change = match (header.required, found.get(&name(&header.wire_name))) {
                (true, None) => location.removed(ChangeKind::RequiredHeaderRemoved, &format!("required {item}")),
                (false, None) => location.removed(ChangeKind::OptionalHeaderRemoved, &format!("optional {item}")),
                (true, Some(false)) => location.about(ChangeKind::HeaderBecameOptional, &item, "became optional"),
                (false, Some(true)) => location.about(ChangeKind::HeaderBecameRequired, &item, "became required"),
                _ => continue,
            };
            if matches!(change.kind, ChangeKind::RequiredHeaderRemoved | ChangeKind::OptionalHeaderRemoved) {
                header_changes.insert(name(&header.wire_name), self.changes.len());
            }
            self.add(change);
        }
        for header in &is.headers {
            if !known.contains(&name(&header.wire_name)) {
                header_changes.insert(name(&header.wire_name), self.changes.len());
                self.add(location.added(ChangeKind::HeaderAdded, &format!("header {}", code_span(&header.wire_name))));
            }
        }
        self.compare_payloads(&was.payload, &is.payload, &location);
        let typed = match (typed_media_type(was), typed_media_type(is)) {
            (Some(was), Some(is)) if was == is => HashSet::from_iter([was]),
            _ => HashSet::default(),
        };
        let location = Location { phrase: format!("body of {}", location.phrase), ..location };
        self.compare_untyped(&Contents { location, media_types: [&was.media_types, &is.media_types], typed });
    }

    fn compare_payloads(&mut self, was: &Payload, is: &Payload, location: &Location<'_>) {
        match (was, is) {
            (Payload::Json(old), Payload::Json(new))
            | (Payload::Text(old), Payload::Text(new))
            | (Payload::Events(old, _), Payload::Events(new, _)) => {
                let phrase = format!("body of {}", location.phrase);
                let location = Location { phrase, ..location.clone() };
                self.compare_types_once(old, new);
                let effect = self.retyped(RetypedItem::ResponseBody, old, new);
                self.compare_location(old, new, location.causes(effect));
            }
            (Payload::Binary, Payload::Binary) => {
                let phrase = format!("body of {}", location.phrase);
                let file = Type::Scalar(Scalar::File);
                self.compare_location(&file, &file, Location { phrase, ..location.clone() });
            }
            (was, is) if std::mem::discriminant(was) == std::mem::discriminant(is) => {}
            (Payload::None, _) => self.add(location.added(ChangeKind::ResponseBodyAdded, "body")),
            (_, Payload::None) => self.add(location.removed(ChangeKind::ResponseBodyRemoved, "body")),
            _ => {
                self.add(location.changed(ChangeKind::ResponseBodyChanged, "body", content_word(was), content_word(is)))
            }
        }
    }

    /// Compares the Rust types of outcomes, after each response was compared. A difference is reported with the first
    /// change of a response that can be its cause.
    fn compare_outcomes(&mut self, old: Numbered<'_>, new: Numbered<'_>, count_before: usize, subject: &Subject) {
        let outcomes = [
            (&old.1.success, &new.1.success, ChangeKind::ReturnTypeChanged, RetypedItem::Success),
            (&old.1.failure, &new.1.failure, ChangeKind::ErrorTypeChanged, RetypedItem::Failure),
        ];
        for (was, is, kind, item) in outcomes {
            if let (Outcome::ByStatus(a), Outcome::ByStatus(b)) = (was, is) {
                self.compare_by_status(*a, *b, subject);
            }
            if self.is_same_outcome(was, is) {
                continue;
            }
            let (before, after) = (self.outcome_text(self.old, was), self.outcome_text(self.new, is));
            let message = format!("{item} changed");
            let effect = Effect::retyped(item, &before, &after);
            let is_cause = |change: &&mut Change| match change.kind {
                ChangeKind::SuccessAdded | ChangeKind::SuccessRemoved => kind == ChangeKind::ReturnTypeChanged,
                ChangeKind::FailureAdded | ChangeKind::FailureRemoved => kind == ChangeKind::ErrorTypeChanged,
                ChangeKind::ResponseBodyAdded | ChangeKind::ResponseBodyRemoved | ChangeKind::ResponseBodyChanged => {
                    true
                }
                _ => false,
            };
            match self.changes.iter_mut().skip(count_before).find(is_cause) {
                Some(change) => change.effects.push(effect),
                None => {
                    let is_of_body = |effect: &Effect| effect.retyped == Some(RetypedItem::ResponseBody);
                    let mut effects = self.changes.iter().skip(count_before).flat_map(|change| &change.effects);
                    let is_reported = effects.any(is_of_body);
                    if !(is_reported && matches!((was, is), (Outcome::One(_), Outcome::One(_)))) {
                        let change = Change::new(kind, subject, message).travels(Direction::Response);
                        self.add(change.causes([effect]));
                    }
                }
            }
        }
    }

    fn is_same_outcome(&self, old: &Outcome, new: &Outcome) -> bool {
        match (old, new) {
            (Outcome::One(old), Outcome::One(new)) => self.is_same_payload(old, new),
            (Outcome::ByStatus(old), Outcome::ByStatus(new)) => self.compared_status_enums.contains(&(*old, *new)),
            _ => false,
        }
    }

    fn is_same_payload(&self, old: &Payload, new: &Payload) -> bool {
        match (old, new) {
            (Payload::Json(old), Payload::Json(new))
            | (Payload::Text(old), Payload::Text(new))
            | (Payload::Events(old, _), Payload::Events(new, _)) => self.is_same(old, new),
            (old, new) => old == new,
        }
    }

    /// Compares status enums, once for all operations that return them.
    fn compare_by_status(&mut self, old: StatusEnumId, new: StatusEnumId, subject: &Subject) {
        if !self.compared_status_enums.insert((old, new)) {
            return;
        }
        let (was, is) = (self.old.api.status_enum(old), self.new.api.status_enum(new));
        let (was_names, is_names) = (self.old.names.status_enum(old), self.new.names.status_enum(new));
        let mut effects = Vec::new();
        let name = &is_names.type_name;
        if was_names.type_name != *name {
            effects.push(Effect::new(EffectKind::Renamed, format!("`{}` renamed to `{name}`", was_names.type_name)));
        }
        for (row, variant) in was.rows.iter().zip(&was_names.rows) {
            let found = is.rows.iter().zip(&is_names.rows).find(|(other, _)| other.statuses == row.statuses);
            match found {
                None => effects.push(Effect::new(EffectKind::Removed, format!("`{name}::{variant}` removed"))),
                Some((other, same)) if self.is_same_payload(&row.payload, &other.payload) => {
                    if variant != same {
                        let text = format!("`{name}::{variant}` renamed to `{name}::{same}`");
                        effects.push(Effect::new(EffectKind::Renamed, text));
                    }
                }
                Some((other, _)) => {
                    let (before, after) =
                        (self.payload_text(self.old, &row.payload), self.payload_text(self.new, &other.payload));
                    effects.push(Effect::retyped(RetypedItem::Named(format!("{name}::{variant}")), &before, &after));
                }
            }
        }
        for (row, variant) in is.rows.iter().zip(&is_names.rows) {
            if !was.rows.iter().any(|other| other.statuses == row.statuses) {
                effects.push(Effect::new(EffectKind::Added, format!("`{name}::{variant}` added")));
            }
        }
        if !effects.is_empty() {
            let kind = if is.is_failure { ChangeKind::ErrorTypeChanged } else { ChangeKind::ReturnTypeChanged };
            let mut subject = subject.clone();
            subject.items.extend([was_names.type_name.clone(), name.clone()]);
            let message = format!("name or variants of `{name}` changed");
            let change = Change::new(kind, &subject, message).travels(Direction::Response);
            self.add(change.causes(effects));
        }
    }

    fn compare_streams(&mut self, old: &Operation, new: &Operation, subject: &Subject) {
        let location = Location::new(subject, "event stream", [&old.origin, &new.origin]).travels(Direction::Response);
        match (&old.events, &new.events) {
            (Some(was), Some(is)) => {
                self.compare_types_once(was, is);
                let effect = self.retyped(RetypedItem::Events, was, is);
                let events = Location { phrase: "events".to_owned(), ..location.clone() };
                self.compare_location(was, is, events.causes(effect));
                let (was, is) = (&old.stream_rules, &new.stream_rules);
                let set = |texts: &'_ [String]| -> HashSet<String> { texts.iter().cloned().collect() };
                if (set(&was.terminators), &was.terminator_events) != (set(&is.terminators), &is.terminator_events) {
                    let effect = Effect::new(EffectKind::Behavior, "streams end at different events");
                    self.add(location.about(ChangeKind::StreamEndChanged, "terminators", "changed").causes([effect]));
                }
                if (&was.error_events, &was.error_properties) != (&is.error_events, &is.error_properties) {
                    let effect = Effect::new(EffectKind::Behavior, "different events are reported as errors");
                    let change = location.about(ChangeKind::StreamErrorsChanged, "error rules", "changed");
                    self.add(change.causes([effect]));
                }
            }
            (None, Some(_)) => {
                let effect = Effect::new(EffectKind::Added, "streaming method added");
                self.add(location.change(ChangeKind::StreamAdded, " added").causes([effect]));
            }
            (Some(_), None) => {
                let effect = Effect::new(EffectKind::Removed, "streaming method removed");
                self.add(location.change(ChangeKind::StreamRemoved, " removed").causes([effect]));
            }
            (None, None) => {}
        }
    }

    /// Compares the constants of headers, each once for all responses.
    fn compare_headers(
        &mut self,
        old: Numbered<'_>,
        new: Numbered<'_>,
        causes: &HashMap<String, usize>,
        subject: &Subject,
    ) {
        let (was_names, is_names) =
            (&self.old.names.operation(old.0).headers, &self.new.names.operation(new.0).headers);
        let name = |wire_name: &str| wire_name.to_ascii_lowercase();
        let known: HashSet<String> = old.1.headers.iter().map(|was| name(&was.wire_name)).collect();
        let found = new.1.headers.iter().zip(is_names).rev();
        let found: HashMap<String, _> = found.map(|same| (name(&same.0.wire_name), same)).collect();
        for (was, was_name) in old.1.headers.iter().zip(was_names) {
            let Some((is, is_name)) = found.get(&name(&was.wire_name)) else {
                self.add_to_cause(causes, &was.wire_name, EffectKind::Removed, format!("`{was_name}` removed"));
                continue;
            };
            let phrase = format!("header {}", code_span(&is.wire_name));
            let location = Location::new(subject, phrase, [&was.origin, &is.origin]).travels(Direction::Response);
            let location = location.with_constraints(&was.documentation, &is.documentation).into_text();
            self.compare_types_once(&was.type_, &is.type_);
            let effect = self.retyped(RetypedItem::Named((*is_name).clone()), &was.type_, &is.type_);
            self.compare_location(&was.type_, &is.type_, location.clone().causes(effect));
            self.compare_documentation(&location, &was.documentation, &is.documentation);
        }
        for (is, is_name) in new.1.headers.iter().zip(is_names) {
            if !known.contains(&name(&is.wire_name)) {
                self.add_to_cause(causes, &is.wire_name, EffectKind::Added, format!("`{is_name}` added"));
            }
        }
    }

    /// Adds the effect on a header constant to the change of a response that is its cause.
    fn add_to_cause(&mut self, causes: &HashMap<String, usize>, header: &str, kind: EffectKind, text: String) {
        if let Some(change) = causes.get(&header.to_ascii_lowercase()).and_then(|at| self.changes.get_mut(*at)) {
            change.effects.push(Effect::new(kind, text));
        }
    }

    fn compare_pages(&mut self, old: &Operation, new: &Operation, subject: &Subject) {
        let (kind, message, effect) = match (&old.pagination, &new.pagination) {
            (None, Some(_)) => {
                (ChangeKind::PaginationAdded, "pagination added", (EffectKind::Added, "`pages()` and `items()` added"))
            }
            (Some(_), None) => (
                ChangeKind::PaginationRemoved,
                "pagination removed",
                (EffectKind::Removed, "`pages()` and `items()` removed"),
            ),
            (Some(was), Some(is)) => {
                let known = crate::ir::Pagination { item: Type::Scalar(Scalar::Any), ..was.clone() };
                let found = crate::ir::Pagination { item: Type::Scalar(Scalar::Any), ..is.clone() };
                self.compare_types_once(&was.item, &is.item);
                if !self.is_same(&was.item, &is.item) {
                    (
                        ChangeKind::PaginationChanged,
                        "type of the paginated items changed",
                        (EffectKind::Retyped, "type of the items changed"),
                    )
                } else if known != found {
                    (
                        ChangeKind::PaginationChanged,
                        "pagination rules changed",
                        (EffectKind::Behavior, "pages are requested differently"),
                    )
                } else {
                    return;
                }
            }
            (None, None) => return,
        };
        let change = Change::new(kind, subject, message).travels(Direction::Response);
        self.add(change.causes([Effect::new(effect.0, effect.1)]));
    }

    fn outcome_text(&self, side: &Side<'_>, outcome: &Outcome) -> String {
        match outcome {
            Outcome::One(payload) => self.payload_text(side, payload),
            Outcome::ByStatus(id) => side.names.status_enum(*id).type_name.clone(),
        }
    }

    fn payload_text(&self, side: &Side<'_>, payload: &Payload) -> String {
        match payload {
            Payload::None => "()".to_owned(),
            Payload::Json(type_) | Payload::Text(type_) => side.text(type_),
            Payload::Binary => "Bytes".to_owned(),
            Payload::Events(type_, _) => format!("EventStream<{}>", side.text(type_)),
        }
    }
}

/// Returns the statuses on both sides of responses that became the only one of their class, or were: `200` and `2XX`.
fn renumbered(old: &Operation, new: &Operation) -> HashMap<Statuses, Statuses> {
    let only = |operation: &Operation| -> HashMap<u16, Option<Statuses>> {
        let mut found = HashMap::default();
        for response in &operation.responses {
            let class = match response.statuses {
                Statuses::Exact(status) => status / 100,
                Statuses::Class(class) => class,
                Statuses::Default => continue,
            };
            found.entry(class).and_modify(|only| *only = None).or_insert(Some(response.statuses));
        }
        found
    };
    let (old, new) = (only(old), only(new));
    let same = |(class, was): (u16, Option<Statuses>)| {
        let (was, is) = (was?, (*new.get(&class)?)?);
        let is_range = |statuses| matches!(statuses, Statuses::Class(_));
        (was != is && (is_range(was) || is_range(is))).then_some((was, is))
    };
    old.into_iter().filter_map(same).collect()
}

/// Returns the media type that has a Rust type, without parameters: JSON first.
fn typed_media_type(response: &Response) -> Option<String> {
    let is_json = |essence: &String| essence.ends_with("/json") || essence.ends_with("+json");
    let mut essences = response.media_types.iter().map(|media_type| essence(media_type));
    match response.payload {
        Payload::Json(_) => essences.clone().find(is_json).or_else(|| essences.next()),
        Payload::Events(..) => essences.next(),
        _ => None,
    }
}

/// Returns the kind of content of a body.
fn content_word(payload: &Payload) -> &'static str {
    match payload {
        Payload::None => "nothing",
        Payload::Json(_) => "JSON",
        Payload::Text(_) => "text",
        Payload::Binary => "bytes",
        Payload::Events(..) => "an event stream",
    }
}

fn status(statuses: Statuses) -> String {
    match statuses {
        Statuses::Exact(status) => status.to_string(),
        Statuses::Class(class) => format!("{class}XX"),
        Statuses::Default => "`default`".to_owned(),
    }
}

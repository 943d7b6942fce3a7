//! Comparison of parameters, matched by location and name, and in the path by position.

use std::collections::{BTreeMap, VecDeque};

use crate::code_span::code_span;
use crate::diff::change::{Change, Subject};
use crate::diff::comparison::Comparison;
use crate::diff::effect::RetypedItem;
use crate::diff::location::Location;
use crate::diff::{ChangeKind, Direction, Effect, EffectKind};
use crate::hash::{HashMap, HashSet};
use crate::ir::{Operation, OperationId, Parameter, ParameterLocation, ParameterStyle};

type Numbered<'s> = (OperationId, &'s Operation);

impl Comparison<'_> {
    pub(in crate::diff) fn compare_parameters(&mut self, old: Numbered<'_>, new: Numbered<'_>, subject: &Subject) {
        let matched = match_parameters(old.1, new.1);
        let (was_names, is_names) =
            (&self.old.names.operation(old.0).parameters, &self.new.names.operation(new.0).parameters);
        for (at, parameter) in old.1.parameters.iter().enumerate() {
            let found = matched.get(&at).copied();
            let name = was_names.get(at).map_or("", String::as_str);
            match found.and_then(|at| Some((new.1.parameters.get(at)?, is_names.get(at)?))) {
                Some((other, new_name)) => self.compare_parameter((parameter, name), (other, new_name), subject),
                None => self.parameter_removed(parameter, name, subject),
            }
        }
        let matched_new: HashSet<usize> = matched.values().copied().collect();
        for (at, parameter) in new.1.parameters.iter().enumerate() {
            if !matched_new.contains(&at) {
                self.parameter_added(parameter, is_names.get(at).map_or("", String::as_str), subject);
            }
        }
        self.compare_arguments(old, new, &matched, subject);
    }

    fn compare_parameter(&mut self, old: (&Parameter, &str), new: (&Parameter, &str), subject: &Subject) {
        let ((was, was_name), (is, is_name)) = (old, new);
        self.compare_types_once(&was.type_, &is.type_);
        let location = Location::new(subject, phrase(is), [&was.origin, &is.origin]).travels(Direction::Request);
        let location = location.with_constraints(&was.documentation, &is.documentation).into_text();
        if was.location != is.location {
            let rest = format!(" moved from {} to {}", was.location.word(), is.location.word());
            let parameter = Location { phrase: format!("parameter {}", code_span(&is.wire_name)), ..location.clone() };
            self.add(parameter.change(ChangeKind::ParameterMoved, &rest).causes([serialized_differently()]));
        } else if was.wire_name != is.wire_name {
            let rest = format!(" renamed from {}", code_span(&was.wire_name));
            let effect = Effect::new(EffectKind::Documentation, "callers do not use the names of arguments");
            self.add(location.change(ChangeKind::PathParameterRenamed, &rest).causes([effect]));
        }
        let moved = |change: &str| Effect::new(EffectKind::Arguments, format!("`{is_name}` changed from {change}"));
        match (was.is_argument(), is.is_argument()) {
            (false, true) => {
                let change = location.change(ChangeKind::ParameterBecameRequired, " became required");
                self.add(change.causes([moved("a setter to an argument")]));
            }
            (true, false) => {
                let change = location.change(ChangeKind::ParameterBecameOptional, " became optional");
                self.add(change.causes([moved("an argument to a setter")]));
            }
            (false, false) if was_name != is_name => {
                let text = format!("`.{was_name}(…)` renamed to `.{is_name}(…)`");
                let change = location.change(ChangeKind::SetterRenamed, " renamed in Rust");
                self.add(change.causes([Effect::new(EffectKind::Renamed, text)]));
            }
            _ => {}
        }
        if was.location == is.location && was.style != is.style {
            let (was, is) = (written(was.style), written(is.style));
            let change = location.changed(ChangeKind::ParameterStyleChanged, "serialization", was, is);
            self.add(change.causes([serialized_differently()]));
        }
        if was.allow_reserved != is.allow_reserved {
            let (was, is) = (was.allow_reserved.to_string(), is.allow_reserved.to_string());
            let change = location.changed(ChangeKind::ParameterReservedChanged, "`allowReserved`", &was, &is);
            self.add(change.causes([serialized_differently()]));
        }
        let effect = self.retyped(RetypedItem::Named(is_name.to_owned()), &was.type_, &is.type_);
        self.compare_location(&was.type_, &is.type_, location.clone().causes(effect));
        self.compare_documentation(&location, &was.documentation, &is.documentation);
    }

    fn parameter_removed(&mut self, parameter: &Parameter, name: &str, subject: &Subject) {
        let kind = match parameter.documentation.deprecated {
            true => ChangeKind::ParameterRemovedAfterDeprecation,
            false => ChangeKind::ParameterRemoved,
        };
        let effect = match parameter.is_argument() {
            true => Effect::new(EffectKind::Arguments, format!("argument `{name}` removed")),
            false => Effect::new(EffectKind::Removed, format!("`.{name}(…)` removed")),
        };
        let change = Change::new(kind, subject, format!("{} removed", phrase(parameter)));
        self.add(change.travels(Direction::Request).was(&parameter.origin).causes([effect]));
    }

    fn parameter_added(&mut self, parameter: &Parameter, name: &str, subject: &Subject) {
        let text = self.new.text(&parameter.type_);
        let (kind, word, effect) = match parameter.is_argument() {
            true => (
                ChangeKind::RequiredParameterAdded,
                "required",
                Effect::new(EffectKind::Arguments, format!("argument `{name}: {text}` added")),
            ),
            false => (
                ChangeKind::OptionalParameterAdded,
                "optional",
                Effect::new(EffectKind::Added, format!("`.{name}({text})` added")),
            ),
        };
        let change = Change::new(kind, subject, format!("{word} {} added", phrase(parameter)));
        self.add(change.travels(Direction::Request).is(&parameter.origin).causes([effect]));
    }

    /// Compares the order of the arguments that both methods have.
    fn compare_arguments(
        &mut self,
        old: Numbered<'_>,
        new: Numbered<'_>,
        matched: &BTreeMap<usize, usize>,
        subject: &Subject,
    ) {
        let is_kept = |(was, is): &(&usize, &usize)| {
            old.1.parameters.get(**was).is_some_and(Parameter::is_argument)
                && new.1.parameters.get(**is).is_some_and(Parameter::is_argument)
        };
        if matched.iter().filter(is_kept).is_sorted_by_key(|(_, is)| *is) {
            return;
        }
        let names = |operation: &Operation| -> Vec<String> {
            let arguments = operation.parameters.iter().filter(|parameter| parameter.is_argument());
            arguments.map(|parameter| parameter.wire_name.clone()).collect()
        };
        let (was, is) = (names(old.1).join(", "), names(new.1).join(", "));
        let method = self.new.method(new.0);
        let effect = Effect::new(
            EffectKind::Arguments,
            format!("{} changed to {}", code_span(&format!("{method}({was})")), code_span(&format!("{method}({is})"))),
        );
        let message = "order of the required parameters changed";
        let change = Change::new(ChangeKind::ArgumentsReordered, subject, message).travels(Direction::Request);
        self.add(change.causes([effect]));
    }
}

/// Matches the parameters of both sides by position.
fn match_parameters(old: &Operation, new: &Operation) -> BTreeMap<usize, usize> {
    let (mut matched, mut taken) = (BTreeMap::new(), HashSet::default());
    for round in [Round::LocationAndName, Round::NumberInPath, Round::Name] {
        let mut found: HashMap<String, VecDeque<usize>> = HashMap::default();
        for (at, key) in keys(new, round).into_iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
            key.into_iter().for_each(|key| found.entry(key).or_default().push_back(at));
        }
        for (at, key) in keys(old, round).into_iter().enumerate() {
            if matched.contains_key(&at) {
                continue;
            }
            if let Some(other) = key.and_then(|key| found.get_mut(&key)?.pop_front()) {
                matched.insert(at, other);
                taken.insert(other);
            }
        }
    }
    matched
}

/// The criterion by which two parameters are matched, most reliable first.
#[derive(Clone, Copy)]
enum Round {
    LocationAndName,
    NumberInPath,
    Name,
}

/// Returns the key by which each parameter of an operation is matched in a round.
fn keys(operation: &Operation, round: Round) -> Vec<Option<String>> {
    let mut number = 0;
    let key = |parameter: &Parameter| {
        let is_path = parameter.location == ParameterLocation::Path;
        number += usize::from(is_path);
        // Header names are case-insensitive.
        let name = match parameter.location {
            ParameterLocation::Header => parameter.wire_name.to_ascii_lowercase(),
            _ => parameter.wire_name.clone(),
        };
        match round {
            Round::LocationAndName => Some(format!("{} {name}", parameter.location.word())),
            Round::NumberInPath => is_path.then(|| number.to_string()),
            Round::Name => Some(name),
        }
    };
    operation.parameters.iter().map(key).collect()
}

fn phrase(parameter: &Parameter) -> String {
    format!("{} parameter {}", parameter.location.word(), code_span(&parameter.wire_name))
}

/// Returns an example of an array or object in a style.
fn written(style: ParameterStyle) -> &'static str {
    match style {
        ParameterStyle::Simple => "`a,b`",
        ParameterStyle::SimpleExploded => "`a,b` and `key=value`",
        ParameterStyle::Label => "`.a,b`",
        ParameterStyle::LabelExploded => "`.a.b`",
        ParameterStyle::Matrix => "`;name=a,b`",
        ParameterStyle::MatrixExploded => "`;name=a;name=b`",
        ParameterStyle::Form => "`name=a&name=b`",
        ParameterStyle::FormComma => "`name=a,b`",
        ParameterStyle::SpaceDelimited => "`name=a%20b`",
        ParameterStyle::TabDelimited => "`name=a%09b`",
        ParameterStyle::PipeDelimited => "`name=a|b`",
        ParameterStyle::DeepObject => "`name[key]=value`",
        ParameterStyle::Cookie => "`name=a; name=b`",
        ParameterStyle::Prefixed => "a header for each property",
        ParameterStyle::CookieComma => "`name=a,b` without percent-encoding",
        ParameterStyle::Json => "JSON",
        ParameterStyle::Urlencoded => "a URL-encoded form",
        ParameterStyle::WholeJson => "JSON as the whole query string",
    }
}

fn serialized_differently() -> Effect {
    Effect::new(EffectKind::Behavior, "requests are serialized differently")
}

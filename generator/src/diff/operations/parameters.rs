//! Comparison of parameters, matched by location and name, and in the path by position.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use crate::diff::change::{Change, Subject};
use crate::diff::comparison::Comparison;
use crate::diff::effect::RetypedItem;
use crate::diff::place::Place;
use crate::diff::{Direction, Effect, EffectKind, Kind};
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
        let place = Place::new(subject, phrase(is), [&was.origin, &is.origin]).travels(Direction::Request);
        let place = place.says(&was.documentation, &is.documentation);
        if was.location != is.location {
            let rest = format!(" was a {} parameter", word(was.location));
            self.add(place.change(Kind::ParameterMoved, &rest).causes([sent_otherwise()]));
        } else if was.wire_name != is.wire_name {
            let rest = format!(" was called `{}`", was.wire_name);
            let effect = Effect::new(EffectKind::Documentation, "arguments have no names for callers");
            self.add(place.change(Kind::PathParameterRenamed, &rest).causes([effect]));
        }
        let moved = |to: &str| Effect::new(EffectKind::Arguments, format!("`{is_name}` is {to} now"));
        match (was.is_argument(), is.is_argument()) {
            (false, true) => {
                let change = place.change(Kind::ParameterBecameRequired, " is required now");
                self.add(change.causes([moved("an argument of the method")]));
            }
            (true, false) => {
                let change = place.change(Kind::ParameterBecameOptional, " is no longer required");
                self.add(change.causes([moved("a setter of the call")]));
            }
            (false, false) if was_name != is_name => {
                let text = format!("`.{was_name}(…)` is now `.{is_name}(…)`");
                let change = place.change(Kind::SetterRenamed, " has another name in Rust");
                self.add(change.causes([Effect::new(EffectKind::Renamed, text)]));
            }
            _ => {}
        }
        if was.location == is.location && was.style != is.style {
            let rest = format!(" is written as {} instead of {}", written(is.style), written(was.style));
            self.add(place.change(Kind::ParameterStyleChanged, &rest).causes([sent_otherwise()]));
        }
        if was.allow_reserved != is.allow_reserved {
            let rest = if is.allow_reserved {
                " keeps reserved characters now"
            } else {
                " has reserved characters encoded now"
            };
            self.add(place.change(Kind::ParameterReservedChanged, rest).causes([sent_otherwise()]));
        }
        let effect = self.retyped(RetypedItem::Named(is_name.to_owned()), &was.type_, &is.type_);
        self.compare_place(&was.type_, &is.type_, place.clone().causes(effect));
        self.compare_documentation(&place, &was.documentation, &is.documentation);
    }

    fn parameter_removed(&mut self, parameter: &Parameter, name: &str, subject: &Subject) {
        let kind = match parameter.documentation.deprecated {
            true => Kind::ParameterRemovedAfterDeprecation,
            false => Kind::ParameterRemoved,
        };
        let effect = match parameter.is_argument() {
            true => Effect::new(EffectKind::Arguments, format!("the argument `{name}` is gone")),
            false => Effect::new(EffectKind::Gone, format!("`.{name}(…)` is gone")),
        };
        let change = Change::new(kind, subject, format!("{} is gone", phrase(parameter)));
        self.add(change.travels(Direction::Request).was(&parameter.origin).causes([effect]));
    }

    fn parameter_added(&mut self, parameter: &Parameter, name: &str, subject: &Subject) {
        let text = self.new.text(&parameter.type_);
        let (kind, word, effect) = match parameter.is_argument() {
            true => (
                Kind::RequiredParameterAdded,
                "required",
                Effect::new(EffectKind::Arguments, format!("the method takes `{name}: {text}`")),
            ),
            false => (
                Kind::OptionalParameterAdded,
                "optional",
                Effect::new(EffectKind::Added, format!("`.{name}({text})` is new")),
            ),
        };
        let change = Change::new(kind, subject, format!("{} is new and {word}", phrase(parameter)));
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
        let effect = Effect::new(EffectKind::Arguments, format!("`{method}({was})` is now `{method}({is})`"));
        let message = "required parameters stand in another order";
        let change = Change::new(Kind::ArgumentsReordered, subject, message).travels(Direction::Request);
        self.add(change.causes([effect]));
    }
}

/// Matches the parameters of both sides by position.
fn match_parameters(old: &Operation, new: &Operation) -> BTreeMap<usize, usize> {
    let (mut matched, mut taken) = (BTreeMap::new(), HashSet::new());
    for round in [Round::PlaceAndName, Round::NumberInPath, Round::Name] {
        let mut found: HashMap<String, VecDeque<usize>> = HashMap::new();
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
    PlaceAndName,
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
            Round::PlaceAndName => Some(format!("{} {name}", word(parameter.location))),
            Round::NumberInPath => is_path.then(|| number.to_string()),
            Round::Name => Some(name),
        }
    };
    operation.parameters.iter().map(key).collect()
}

fn phrase(parameter: &Parameter) -> String {
    format!("the {} parameter `{}`", word(parameter.location), parameter.wire_name)
}

fn word(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
        ParameterLocation::Header => "header",
        ParameterLocation::Cookie => "cookie",
    }
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
        ParameterStyle::Prefixed => "a header for each member",
        ParameterStyle::CookieComma => "`name=a,b` as it is",
        ParameterStyle::Json => "JSON",
        ParameterStyle::Urlencoded => "an urlencoded form",
        ParameterStyle::WholeJson => "JSON that is the whole query",
    }
}

fn sent_otherwise() -> Effect {
    Effect::new(EffectKind::Behaviour, "requests are written otherwise")
}

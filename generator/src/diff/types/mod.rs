//! Comparison of types at the same location on both sides.

mod acceptance;
mod additional;
mod constraints;
mod definitions;
mod derives;
mod effective;
mod enumerations;
mod likeness;
mod literals;
mod overrides;
mod signature;
mod structs;
mod unions;

use super::comparison::Comparison;
use super::location::Location;
use super::{ChangeKind, Effect, Side};
use crate::ir::{Type, TypeKind, ValueKind};

/// The JSON form of values, without their contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Any,
    Boolean,
    Integer,
    Number,
    Text,
    File,
    Form,
    List,
    Tuple,
    Map,
    Object,
    Texts,
    Integers,
    Union,
}

impl Shape {
    fn of(side: &Side<'_>, type_: &Type) -> Self {
        match side.resolved(type_) {
            Type::Scalar(scalar) => match scalar.kind() {
                ValueKind::Any => Self::Any,
                ValueKind::Boolean => Self::Boolean,
                ValueKind::Integer => Self::Integer,
                ValueKind::Number => Self::Number,
                ValueKind::String => Self::Text,
                ValueKind::File => Self::File,
                ValueKind::Form => Self::Form,
            },
            Type::Array(_) => Self::List,
            Type::Tuple(_) => Self::Tuple,
            Type::Map(_) => Self::Map,
            Type::Nullable(inner) => Self::of(side, inner),
            Type::Custom(custom) => Self::of(side, &custom.stands_for),
            Type::Named(id) => match &side.api.definition(*id).kind {
                TypeKind::Struct(_) => Self::Object,
                TypeKind::StringEnum(_) => Self::Texts,
                TypeKind::IntegerEnum(_) => Self::Integers,
                TypeKind::Union(_) => Self::Union,
                // An alias that only refers to itself.
                TypeKind::Alias(_) => Self::Any,
            },
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Any => "any value",
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::Text => "a string",
            Self::File => "a file",
            Self::Form => "a form with any parts",
            Self::List => "an array",
            Self::Tuple => "a tuple",
            Self::Map => "a map",
            Self::Object => "an object",
            Self::Texts => "one of several strings",
            Self::Integers => "one of several integers",
            Self::Union => "one of several types",
        }
    }

    /// Returns `true` if the string form of every value is the string form of a value of another shape.
    fn is_read_as(self, other: Self) -> bool {
        use Shape::{Boolean, Integer, Integers, Number, Text, Texts};
        let is_scalar = matches!(self, Boolean | Integer | Integers | Number | Text | Texts);
        is_scalar && (self == other || other == Text || (self.change(other) == ChangeKind::TypeWidened))
    }

    /// Returns the kind of change from one shape to another.
    fn change(self, new: Self) -> ChangeKind {
        use Shape::{Any, Integer, Integers, List, Map, Number, Object, Text, Texts, Tuple};
        match (self, new) {
            (Text, Texts) | (Integer, Integers) => ChangeKind::EnumAdded,
            (Texts, Text) | (Integers, Integer) => ChangeKind::EnumRemoved,
            (_, Any) | (Integer | Integers, Number) | (Tuple, List) | (Object, Map) => ChangeKind::TypeWidened,
            (Any, _) | (Number, Integer | Integers) | (List, Tuple) | (Map, Object) => ChangeKind::TypeNarrowed,
            _ => ChangeKind::TypeChanged,
        }
    }
}

impl Comparison<'_> {
    /// Compares the type and constraints at one location. The effect on the Rust type is reported with the change that
    /// causes it, or else separately.
    pub(super) fn compare_location(&mut self, old: &Type, new: &Type, mut location: Location<'_>) {
        self.compare_types_once(old, new);
        let count_before = self.changes.len();
        self.compare_constraints(old, new, &location);
        self.compare_overrides(old, new, &location);
        self.compare_types(old, new, &location);
        if self.changes.len() == count_before
            && let Some(effect) = location.effect.take()
        {
            let kind = match (old, new) {
                (Type::Custom(_), _) | (_, Type::Custom(_)) => ChangeKind::TypeOverrideChanged,
                _ => ChangeKind::TypeReplaced,
            };
            let (was, is) = (self.old.text(old), self.new.text(new));
            let change = location.change(kind, &format!(" changed from `{was}` to `{is}`"));
            self.add(change.causes([effect]));
        }
    }

    fn compare_types(&mut self, old: &Type, new: &Type, location: &Location<'_>) {
        match (old, new) {
            // Pairs are compared later, once for all locations.
            (Type::Named(_), Type::Named(_)) => {}
            (Type::Nullable(old), Type::Nullable(new)) => self.compare_types(old, new, location),
            (Type::Nullable(inner), new) => {
                let change = location.change(ChangeKind::ValueBecameNotNullable, " became non-nullable");
                self.add(change.causes(location.effect.clone()));
                self.compare_types(inner, new, location);
            }
            (old, Type::Nullable(inner)) => {
                let change = location.change(ChangeKind::ValueBecameNullable, " became nullable");
                self.add(change.causes(location.effect.clone()));
                self.compare_types(old, inner, location);
            }
            (Type::Array(old), Type::Array(new)) => self.compare_elements(old, new, location.within("elements")),
            (Type::Map(old), Type::Map(new)) => self.compare_elements(old, new, location.within("values")),
            (Type::Tuple(old), Type::Tuple(new)) if old.len() == new.len() => {
                for (at, (old, new)) in old.iter().zip(new).enumerate() {
                    self.compare_elements(old, new, location.within(&format!("element {}", at + 1)));
                }
            }
            (Type::Custom(_), _) | (_, Type::Custom(_)) => {}
            _ => self.compare_shapes(old, new, location),
        }
    }

    fn compare_elements(&mut self, old: &Type, new: &Type, location: Location<'_>) {
        self.compare_constraints(old, new, &location);
        self.compare_types(old, new, &location);
    }

    fn compare_shapes(&mut self, old: &Type, new: &Type, location: &Location<'_>) {
        let (was, is) = (Shape::of(self.old, old), Shape::of(self.new, new));
        let (known, found) = (self.old.resolved(old).clone(), self.new.resolved(new).clone());
        match (was, is) {
            (Shape::Union, Shape::Union) => {}
            (Shape::Union, _) if self.accepts([self.old, self.new], &known, &found) => {
                let change = location.change(ChangeKind::UnionRemoved, &shape_change(was, is));
                self.add(change.causes(location.effect.clone()));
            }
            (_, Shape::Union) if self.accepts([self.new, self.old], &found, &known) => {
                let change = location.change(ChangeKind::UnionAdded, &shape_change(was, is));
                self.add(change.causes(location.effect.clone()));
            }
            _ if was == is => {
                let is_alias = std::ptr::eq(self.old.resolved(old), old) && std::ptr::eq(self.new.resolved(new), new);
                if !is_alias {
                    self.compare_types_once(&known, &found);
                    // The elements of an array behind an alias are described there.
                    let [was, is] = self.effective_constraints(old, new, location);
                    let location = Location { old: Some(&was), new: Some(&is), ..location.clone() };
                    self.compare_types(&known, &found, &location);
                }
            }
            _ => {
                let change = location.change(self.shape_kind(&known, &found, location), &shape_change(was, is));
                self.add(change.causes(location.effect.clone()));
            }
        }
    }

    /// Returns the kind of change from one type to another of a different shape.
    fn shape_kind(&self, old: &Type, new: &Type, location: &Location<'_>) -> ChangeKind {
        let (was, is) = (Shape::of(self.old, old), Shape::of(self.new, new));
        match was.change(is) {
            ChangeKind::EnumAdded if is_open(self.new, new) => ChangeKind::OpenEnumAdded,
            ChangeKind::TypeChanged if location.is_text => match (old, new) {
                (_, Type::Array(element)) if was.is_read_as(Shape::of(self.new, element)) => ChangeKind::TypeWidened,
                (Type::Array(element), _) if is.is_read_as(Shape::of(self.old, element)) => ChangeKind::TypeNarrowed,
                _ if was.is_read_as(is) => ChangeKind::TypeWidened,
                _ if is.is_read_as(was) => ChangeKind::TypeNarrowed,
                _ => ChangeKind::TypeChanged,
            },
            kind => kind,
        }
    }

    /// Compares two definitions that are matched, or that replace each other at some location.
    pub(super) fn compare_pair(&mut self, old: crate::ir::TypeId, new: crate::ir::TypeId) {
        let subject = self.pair_subject(old, new);
        let is_one = self.are_matched(old, new);
        let (before, after) = (self.old.api.definition(old), self.new.api.definition(new));
        let location = Location::of_subject(&subject, [&before.origin, &after.origin]);
        if is_one {
            self.compare_names(old, new, &subject);
            self.compare_documentation(&location, &before.documentation, &after.documentation);
        }
        match (&before.kind, &after.kind) {
            (TypeKind::Struct(was), TypeKind::Struct(is)) => {
                self.compare_constraints_of(old, new, &location);
                self.compare_structs((old, was), (new, is), &subject);
            }
            (TypeKind::StringEnum(was), TypeKind::StringEnum(is)) => {
                self.compare_constraints_of(old, new, &location);
                self.compare_enumerations((old, was), (new, is), &subject);
            }
            (TypeKind::IntegerEnum(was), TypeKind::IntegerEnum(is)) => {
                self.compare_constraints_of(old, new, &location);
                self.compare_enumerations((old, was), (new, is), &subject);
            }
            (TypeKind::Union(was), TypeKind::Union(is)) => {
                self.compare_constraints_of(old, new, &location);
                self.compare_unions((old, was), (new, is), &subject);
            }
            (was, is) => {
                // A changed kind is reported as a change of the type behind the alias.
                let (was, is) = (behind(was, old), behind(is, new));
                if was != Type::Named(old) && is != Type::Named(new) {
                    self.compare_types_once(&was, &is);
                }
                let effect = is_one.then(|| self.kind_effect(old, new, &was, &is)).flatten();
                let location = location.causes(effect.clone());
                let location = location.with_constraints(&before.documentation, &after.documentation);
                let count_before = self.changes.len();
                self.compare_constraints_of(old, new, &location);
                match (&was, &is) {
                    (Type::Named(a), Type::Named(b)) if (*a, *b) == (old, new) => {
                        self.compare_shapes(&was, &is, &location)
                    }
                    _ => self.compare_types_behind(&was, &is, &location),
                }
                if let (Some(effect), true) = (effect, self.changes.len() == count_before) {
                    let change = location.change(ChangeKind::TypeReplaced, " changed to another type");
                    self.add(change.causes([effect]));
                }
            }
        }
    }

    fn compare_types_behind(&mut self, old: &Type, new: &Type, location: &Location<'_>) {
        match (old, new) {
            (Type::Named(_), Type::Named(_)) => self.compare_shapes_unless_queued(old, new, location),
            _ => self.compare_types(old, new, location),
        }
    }

    /// Compares shapes of two named types. A queued pair with one shape reports its changes itself.
    fn compare_shapes_unless_queued(&mut self, old: &Type, new: &Type, location: &Location<'_>) {
        if Shape::of(self.old, old) != Shape::of(self.new, new) {
            self.compare_shapes(old, new, location);
        }
    }

    /// Returns the effect on a type that keeps its name but has a different definition.
    fn kind_effect(&self, old: crate::ir::TypeId, new: crate::ir::TypeId, was: &Type, is: &Type) -> Option<Effect> {
        let is_itself = |type_: &Type, id| *type_ == Type::Named(id);
        let (name, text) = (self.new.name(new), |side: &Side<'_>, type_: &Type| side.text(type_));
        let text_of = |side: &Side<'_>, type_: &Type, id| match is_itself(type_, id) {
            true => Shape::of(side, type_).word().to_owned(),
            false => format!("`{}`", text(side, type_)),
        };
        if !is_itself(was, old) && !is_itself(is, new) && self.is_same(was, is) {
            return None;
        }
        let (was, is) = (text_of(self.old, was, old), text_of(self.new, is, new));
        Some(Effect::new(super::EffectKind::Retyped, format!("`{name}` changed from {was} to {is}")))
    }
}

/// Returns the end of a message about a changed shape.
fn shape_change(was: Shape, is: Shape) -> String {
    format!(" changed from {} to {}", was.word(), is.word())
}

/// Returns `true` if a type is an enum that accepts other values.
fn is_open(side: &Side<'_>, type_: &Type) -> bool {
    let Type::Named(id) = type_ else { return false };
    match &side.api.definition(*id).kind {
        TypeKind::StringEnum(values) => values.is_open,
        TypeKind::IntegerEnum(values) => values.is_open,
        _ => false,
    }
}

/// Returns the target of an alias, or the type itself if it is not an alias.
fn behind(kind: &TypeKind, id: crate::ir::TypeId) -> Type {
    match kind {
        TypeKind::Alias(target) => target.clone(),
        _ => Type::Named(id),
    }
}

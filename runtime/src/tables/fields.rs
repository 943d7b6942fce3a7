//! Visitors of the fields of structs and of the variants of unions. Writing, `Debug`, `PartialEq` and `Hash` share one
//! generic method of each type, because the compiler checks every method of every type.
//!
//! ```text
//! struct Bee { name: String, hive_id: Option<i64> }
//!
//! // expands to this `Object::visit`:
//! fields.field("name", &self.name, &other.name);
//! fields.optional("hive_id", &self.hive_id, &other.hive_id);
//!
//! // which compares, with `other` as an argument, or writes, prints and hashes, with `self` as `other`:
//! bee.visit(&other, &mut Comparison(true));
//! bee.visit(&bee, &mut Printer { … });
//! ```

use std::collections::BTreeMap;
use std::fmt::{self, Debug};
use std::hash::{Hash, Hasher};

use serde::Serialize;

use super::union::Constant;
use crate::values::maybe::Maybe;

/// The type of a field, or of the value of a variant, in types of a class.
pub trait Field<C>: Serialize + Debug + PartialEq {
    /// Hashes the value if the class has hashes.
    fn hash_into<H: Hasher>(&self, state: &mut H);
}

/// The class of types that implement `Hash`.
#[derive(Clone, Copy, Debug)]
pub struct Hashed;

/// The class of types that do not implement `Hash`.
#[derive(Clone, Copy, Debug)]
pub struct Unhashed;

impl<T: Serialize + Debug + PartialEq + Hash> Field<Hashed> for T {
    fn hash_into<H: Hasher>(&self, state: &mut H) {
        self.hash(state);
    }
}

impl<T: Serialize + Debug + PartialEq> Field<Unhashed> for T {
    fn hash_into<H: Hasher>(&self, _: &mut H) {}
}

/// The type of a field that may be absent.
pub trait Absent {
    /// Returns `true` if the field is not written.
    fn is_absent(&self) -> bool;
}

impl<T> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Maybe<T> {
    fn is_absent(&self) -> bool {
        Self::is_absent(self)
    }
}

/// A visitor of the fields of structs of a class. Each method takes the name on the wire and the field of two structs.
pub trait Fields<C> {
    /// Visits a field that is always written.
    fn field<T: Field<C>>(&mut self, name: &'static str, value: &T, other: &T);

    /// Visits a field that is written unless it is absent.
    #[inline]
    fn optional<T: Field<C> + Absent>(&mut self, name: &'static str, value: &T, other: &T) {
        self.field(name, value, other);
    }

    /// Visits a field that is written, possibly as null, if it has a value.
    #[inline]
    fn any<T: Serialize>(&mut self, name: &'static str, value: &Option<T>, other: &Option<T>)
    where
        Option<T>: Field<C>,
    {
        self.field(name, value, other);
    }

    /// Visits the undeclared properties. `name` is the name of the field.
    #[inline]
    fn others<T: Serialize>(&mut self, name: &'static str, value: &BTreeMap<String, T>, other: &BTreeMap<String, T>)
    where
        BTreeMap<String, T>: Field<C>,
    {
        self.field(name, value, other);
    }

    /// Visits a property with a constant value, for which there is no field.
    #[inline]
    fn constant<T: Serialize>(&mut self, _name: &'static str, _value: &T) {}
}

/// A visitor of the variant of unions of a class.
pub trait Variant<C> {
    /// Visits the variant of a union. `other` is the value of another union of the same variant.
    fn variant<T: Field<C>>(&mut self, name: &'static str, value: &T, other: &T);

    /// Visits a variant that is written with a tag: the name of the property, all tags of the variant, and the written one.
    #[inline]
    fn tagged<T: Field<C>, K: Constant + Serialize>(
        &mut self,
        name: &'static str,
        value: &T,
        other: &T,
        _property: &'static str,
        _tags: &[&dyn Constant],
        _tag: K,
    ) {
        self.variant(name, value, other);
    }
}

/// A visitor that compares two values. It contains `true` as long as they are equal.
pub(super) struct Comparison(pub(super) bool);

impl<C> Fields<C> for Comparison {
    #[inline]
    fn field<T: Field<C>>(&mut self, _: &'static str, value: &T, other: &T) {
        self.0 = self.0 && value == other;
    }
}

impl<C> Variant<C> for Comparison {
    #[inline]
    fn variant<T: Field<C>>(&mut self, _: &'static str, value: &T, other: &T) {
        self.0 = value == other;
    }
}

/// A visitor that hashes values.
pub(super) struct Hashing<'h, H>(pub(super) &'h mut H);

impl<C, H: Hasher> Fields<C> for Hashing<'_, H> {
    #[inline]
    fn field<T: Field<C>>(&mut self, _: &'static str, value: &T, _: &T) {
        value.hash_into(self.0);
    }
}

impl<C, H: Hasher> Variant<C> for Hashing<'_, H> {
    #[inline]
    fn variant<T: Field<C>>(&mut self, _: &'static str, value: &T, _: &T) {
        value.hash_into(self.0);
    }
}

/// A visitor that prints the fields of a struct.
pub(super) struct Printer<'s, 'f, 'b> {
    pub(super) printed: fmt::DebugStruct<'f, 'b>,
    /// The names of the fields. It is empty if they equal the names on the wire.
    pub(super) names: std::slice::Iter<'s, &'static str>,
}

impl<C> Fields<C> for Printer<'_, '_, '_> {
    fn field<T: Field<C>>(&mut self, name: &'static str, value: &T, _: &T) {
        self.printed.field(self.names.next().unwrap_or(&name), value);
    }
}

/// A visitor that prints the variant of a union.
pub(super) struct VariantPrinter<'p, 'f> {
    pub(super) formatter: &'p mut fmt::Formatter<'f>,
    pub(super) result: fmt::Result,
}

impl<C> Variant<C> for VariantPrinter<'_, '_> {
    fn variant<T: Field<C>>(&mut self, name: &'static str, value: &T, _: &T) {
        self.result = self.formatter.debug_tuple(name).field(value).finish();
    }
}

//! Selection of the variant of a union for a buffered value, in time linear in the length of the value.
//!
//! If several variants match the value, each is tried: read, written back, and compared. The variant that preserves the
//! most wins; of those that preserve the same, the one whose test has the most constants, then the one with the fewest
//! unknown values of enums. Trials of nested unions must not multiply, as they would in
//!
//! ```text
//! Node  = Plus { left: Node, weight } | Minus { left: Node, label } | Leaf { value }
//! value = {"label": "a", "left": {"label": "b", "left": {"weight": 1}}}
//!
//! try Plus at the root:  its `left` is a union, judged once: Minus, loss 0
//!                        a stand-in replaces `left`; `label` is lost: loss 1
//! try Minus at the root: its `left` is already judged: a stand-in, loss 0
//! read Minus at the root, its `left` as the Minus already judged, and so on
//! ```
//!
//! Every node is judged once for each union that it is read as, because the verdict depends on nothing else
//! ([`trial`]). A trial visits the nodes between its union and the unions below it, and does not enter those. The
//! number of visits of each node therefore depends on the types alone, and the result is the same as if everything had
//! been tried. The content of a `Value` is not visited either, because nothing in it can be lost. Trials can overlap
//! for one kind of type: a recursive type that is not a union but competes with one at each level. A budget limits this
//! case; once it is exhausted, the first candidate is used without a trial.

use std::any::TypeId;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, DeserializeSeed, EnumAccess, Error, SeqAccess, VariantAccess, Visitor},
};
use serde_json::Value;

use super::content::{Content, Surface};
use super::fields::{Comparison, Field, Hashing, Variant, VariantPrinter};
use super::loss::loss;
use super::reading::Repeated;
use super::trial::{self, Key, Loss, Rank, Verdict};
use super::union::Constant;

/// An enum of several types that is read from any JSON value.
pub trait Choice: Serialize + Sized + 'static {
    /// The expected value, for error messages.
    const EXPECTED: &'static str;

    /// Whether values are buffered with all digits of their numbers, because a variant contains a 128-bit integer.
    const EXACT: bool = false;

    /// Returns the variants that match a value, best first, or `None` if it is not a value of the union. The surface
    /// omits the elements of arrays and the properties of nested objects.
    fn candidates(surface: &Content<'_>) -> Option<Candidates>;

    /// Reads the variant at a position.
    ///
    /// # Errors
    /// Returns the errors of the variant's type.
    fn read<R: VariantReader>(variant: usize, reader: R) -> Result<Self, R::Error>;

    /// Returns the variant for a value that matches no other variant.
    fn unknown(value: Value) -> Self;
}

/// An enum of several types. The derives of unions implement it.
pub trait Variants {
    /// Whether the enum implements `Hash`: [`Hashed`](super::fields::Hashed) or [`Unhashed`](super::fields::Unhashed).
    type Class;

    /// Visits the variant of two enums, if both have the same.
    fn visit<V: Variant<Self::Class>>(&self, other: &Self, visitor: &mut V);
}

/// A visitor that writes a variant.
struct Writer<S: Serializer> {
    serializer: Option<S>,
    result: Option<Result<S::Ok, S::Error>>,
}

impl<C, S: Serializer> Variant<C> for Writer<S> {
    #[inline]
    fn variant<T: Field<C>>(&mut self, _: &'static str, value: &T, _: &T) {
        self.result = self.serializer.take().map(|serializer| value.serialize(serializer));
    }

    #[inline]
    fn tagged<T: Field<C>, K: Constant + Serialize>(
        &mut self,
        _: &'static str,
        value: &T,
        _: &T,
        property: &'static str,
        tags: &[&dyn Constant],
        tag: K,
    ) {
        let write = |serializer| super::tagged_union::write_with_tag(value, property, tags, tag, serializer);
        self.result = self.serializer.take().map(write);
    }
}

/// Writes the value of a variant.
///
/// # Errors
/// Returns the errors of the serializer.
#[inline]
pub fn encode<T: Variants, S: Serializer>(choice: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer { serializer: Some(serializer), result: None };
    choice.visit(choice, &mut writer);
    writer.result.unwrap_or_else(|| Err(serde::ser::Error::custom("the union has no value")))
}

/// Prints a variant as the standard derive does.
///
/// # Errors
/// Returns the errors of the formatter.
pub fn debug<T: Variants>(choice: &T, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut printer = VariantPrinter { formatter, result: Ok(()) };
    choice.visit(choice, &mut printer);
    printer.result
}

/// Compares two enums.
#[inline]
pub fn equal<T: Variants>(choice: &T, other: &T) -> bool {
    let mut comparison = Comparison(false);
    choice.visit(other, &mut comparison);
    comparison.0
}

/// Hashes an enum.
#[inline]
pub fn hash<T: Variants, H: Hasher>(choice: &T, state: &mut H) {
    std::mem::discriminant(choice).hash(state);
    choice.visit(choice, &mut Hashing(state));
}

/// A reader of the value of one variant. Like [`Reader`](super::object::Reader), it has no lifetime.
pub trait VariantReader {
    /// The error of the format.
    type Error;

    /// Reads the value.
    ///
    /// # Errors
    /// Returns the errors of the variant's type.
    fn read<T: DeserializeOwned, U>(self, variant: fn(T) -> U) -> Result<U, Self::Error>;
}

/// A reader of the value of a deserializer.
struct ValueReader<'de, D> {
    deserializer: D,
    lifetime: PhantomData<&'de ()>,
}

impl<'de, D: Deserializer<'de>> VariantReader for ValueReader<'de, D> {
    type Error = D::Error;

    #[inline]
    fn read<T: DeserializeOwned, U>(self, variant: fn(T) -> U) -> Result<U, D::Error> {
        T::deserialize(self.deserializer).map(variant)
    }
}

/// Reads the variant at a position.
///
/// # Errors
/// Returns the errors of the variant's type.
#[inline]
pub(super) fn read_variant<'de, T: Choice, D: Deserializer<'de>>(
    variant: usize,
    deserializer: D,
) -> Result<T, D::Error> {
    T::read(variant, ValueReader { deserializer, lifetime: PhantomData })
}

/// The positions of the variants that match a value, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidates {
    /// At most one variant.
    One(Option<usize>),
    /// At least two variants.
    Several(Vec<Candidate>),
}

/// A variant that matches a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its position.
    pub variant: usize,
    /// The number of conditions of its test on the kind of the value and on constants.
    pub constants: usize,
}

/// Selects the variant of a buffered value that has not been judged yet, and reads it.
///
/// # Errors
/// Returns the error of the first candidate if no candidate can be read.
pub fn choose_root<'de, T: Choice, E: Error>(value: &Content<'de>) -> Result<T, E> {
    trial::within(value.nodes(), || {
        let mut again = Repeated::new(value);
        let judged = judge::<T, _>(value, &mut again)?;
        judged.read(&mut again)
    })
}

/// Selects the variant of a node of a buffered value. `Reading` reaches it through `visit_enum`.
///
/// # Errors
/// Returns the error of the first candidate if no candidate can be read.
pub fn choose_node<'de, T: Choice, A: EnumAccess<'de>>(node: A) -> Result<T, A::Error> {
    let (address, again) = node.variant()?;
    again.tuple_variant(0, NodeVisitor { address, choice: PhantomData })
}

struct NodeVisitor<T> {
    address: usize,
    choice: PhantomData<T>,
}

impl<'de, T: Choice> Visitor<'de> for NodeVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::EXPECTED)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut again: A) -> Result<T, A::Error> {
        #[cfg(feature = "testing")]
        if crate::values::sampling::is_running() {
            return sample(&mut again);
        }
        let key = (self.address, TypeId::of::<T>());
        if trial::is_running() {
            return stand_in(key, &mut again);
        }
        if let Some(Verdict::Fits { variant, .. }) = trial::verdict(key) {
            return read(variant, &mut again);
        }
        judge_node::<T, A>(&mut again)?.read(&mut again)
    }
}

/// Returns a stand-in for a union below a candidate that is being tried. Judges the union first if it has no verdict
/// yet.
fn stand_in<'de, T: Choice, A: SeqAccess<'de>>(key: Key, again: &mut A) -> Result<T, A::Error> {
    let verdict = trial::verdict(key).unwrap_or_else(|| {
        let verdict = match judge_node::<T, A>(again) {
            Ok(judged) => Verdict::Fits { variant: judged.variant, loss: judged.loss },
            Err(error) => Verdict::Fails(error.to_string()),
        };
        trial::remember(key, verdict.clone());
        verdict
    });
    match verdict {
        Verdict::Fits { loss, .. } => {
            trial::add_stand_in(loss);
            Ok(T::unknown(Value::Null))
        }
        Verdict::Fails(error) => Err(A::Error::custom(error)),
    }
}

/// The selected variant.
struct Judged<T> {
    variant: Option<usize>,
    loss: Loss,
    /// The value that the trial read, unless it contains a stand-in.
    value: Option<T>,
}

impl<T: Choice> Judged<T> {
    const UNKNOWN: Self = Self { variant: None, loss: Loss { data: 0, unknown: 1 }, value: None };

    fn read<'de, A: SeqAccess<'de>>(self, again: &mut A) -> Result<T, A::Error> {
        match self.value {
            Some(value) => Ok(value),
            None => read(self.variant, again),
        }
    }
}

fn judge_node<'de, T: Choice, A: SeqAccess<'de>>(again: &mut A) -> Result<Judged<T>, A::Error> {
    let surface = repeat(again, Surface)?;
    judge(&surface, again)
}

/// Selects the best candidate. A single candidate is not tried, unless its loss matters to an outer trial or the value
/// is a scalar: a scalar that no candidate can read, such as an integer out of range, becomes `Unknown`. `Unknown`
/// counts as lost, so an outer candidate that can read the scalar wins.
fn judge<'de, T: Choice, A: SeqAccess<'de>>(surface: &Content<'_>, again: &mut A) -> Result<Judged<T>, A::Error> {
    let Some(candidates) = T::candidates(surface) else {
        let message = format_args!("invalid type: {}, expected {}", surface.kind(), T::EXPECTED);
        return Err(A::Error::custom(message));
    };
    let is_scalar = !matches!(surface, Content::List(_) | Content::Object(_));
    let judged = match &candidates {
        Candidates::One(None) => return Ok(Judged::UNKNOWN),
        Candidates::One(Some(only)) if !trial::is_running() => {
            let value = is_scalar.then(|| read(Some(*only), again)).transpose();
            value.map(|value| Judged { variant: Some(*only), loss: Loss::NONE, value })
        }
        Candidates::One(Some(only)) => best_of(&[Candidate { variant: *only, constants: 0 }], again),
        Candidates::Several(all) => best_of(all, again),
    };
    judged.or_else(|error| {
        if is_scalar { Ok(Judged { loss: Loss { data: 1, unknown: 1 }, ..Judged::UNKNOWN }) } else { Err(error) }
    })
}

/// Tries the candidates until one lists and preserves everything. A candidate that preserves everything but does not list a
/// value, which a later version of the server may have added, is only rejected for one with as many constants.
fn best_of<'de, T: Choice, A: SeqAccess<'de>>(candidates: &[Candidate], again: &mut A) -> Result<Judged<T>, A::Error> {
    if trial::is_spent(candidates.len()) {
        return Ok(Judged { variant: candidates.first().map(|first| first.variant), loss: Loss::NONE, value: None });
    }
    let (mut best, mut rank, mut error): (Option<Judged<T>>, Rank, Option<A::Error>) = (None, Rank::WORST, None);
    for candidate in candidates {
        if !rank.can_be_improved(candidate.constants) {
            continue;
        }
        let (tried, trial) = trial::run(|| read::<T, A>(Some(candidate.variant), again));
        let value = match tried {
            Ok(value) => value,
            Err(failed) => {
                error = error.or(Some(failed));
                continue;
            }
        };
        let loss = trial.loss.plus(Loss { data: repeat(again, Lost(&value))?, unknown: 0 });
        if rank.improve(candidate.constants, loss) {
            let value = (trial.stand_ins == 0).then_some(value);
            best = Some(Judged { variant: Some(candidate.variant), loss, value });
        }
    }
    best.ok_or_else(|| error.unwrap_or_else(|| A::Error::custom(T::EXPECTED)))
}

/// Reads a variant, or the fallback variant if there is none.
fn read<'de, T: Choice, A: SeqAccess<'de>>(variant: Option<usize>, again: &mut A) -> Result<T, A::Error> {
    repeat(again, VariantSeed { variant, choice: PhantomData })
}

/// Reads the value again.
fn repeat<'de, S: DeserializeSeed<'de>, A: SeqAccess<'de>>(again: &mut A, seed: S) -> Result<S::Value, A::Error> {
    again.next_element_seed(seed)?.ok_or_else(|| A::Error::custom("a buffered value can be read only once"))
}

struct VariantSeed<T> {
    variant: Option<usize>,
    choice: PhantomData<T>,
}

impl<'de, T: Choice> DeserializeSeed<'de> for VariantSeed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        match self.variant {
            Some(variant) => read_variant(variant, deserializer),
            None => Value::deserialize(deserializer).map(T::unknown),
        }
    }
}

/// A seed that computes the loss of a variant.
struct Lost<'v, T>(&'v T);

impl<'de, T: Serialize> DeserializeSeed<'de> for Lost<'_, T> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        loss(self.0, deserializer)
    }
}

/// Returns a sample of a union: that of the first variant which is selected again when the sample is read. If there is
/// none, the first one that has a sample. A node of a sample returns no value for a variant without one.
#[cfg(feature = "testing")]
fn sample<'de, T: Choice, A: SeqAccess<'de>>(again: &mut A) -> Result<T, A::Error> {
    let mut first = None;
    for variant in 0.. {
        let seed = VariantSeed { variant: Some(variant), choice: PhantomData };
        let Some(value): Option<T> = again.next_element_seed(seed)? else { continue };
        let written = super::number_writer::to_content(&value).map_err(A::Error::custom)?;
        let is_selected = match T::candidates(&written) {
            Some(Candidates::One(selected)) => selected == Some(variant),
            Some(Candidates::Several(all)) => all.iter().any(|candidate| candidate.variant == variant),
            None => false,
        };
        if is_selected {
            return Ok(value);
        }
        if written.is_null() {
            // All known variants have been tried: every higher number reads an unknown value, which is null.
            return Ok(first.unwrap_or(value));
        }
        first = first.or(Some(value));
    }
    Err(A::Error::custom(T::EXPECTED))
}

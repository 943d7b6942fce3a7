//! How a buffered value finds the variant of a union, in time that is linear in its length.
//!
//! Where several variants look like the value, each is tried: read, written back, and compared. The variant that keeps
//! most wins. Trials of nested unions must not multiply, as they would in
//!
//! ```text
//! Node  = Plus { left: Node, weight } | Minus { left: Node, label } | Leaf { value }
//! value = {"label": "a", "left": {"label": "b", "left": {"weight": 1}}}
//!
//! try Plus at the root:  its `left` is a union, judged once: Minus, nothing lost
//!                        a stand-in takes the place of `left`; `label` is lost: 1
//! try Minus at the root: its `left` is known: a stand-in, nothing lost: 0
//! read Minus at the root, its `left` as the Minus that is known, and so on
//! ```
//!
//! Every node is judged once for each union that it is read as, because the verdict depends on nothing else
//! ([`trial`]). A trial visits the nodes between its union and the unions below it, which it does not enter. So each node is
//! visited a number of times that depends on the types alone, and what is chosen is the same as if everything had been
//! tried. The content of `Value` is not visited either: nothing in it can be lost. One kind of type can still make trials
//! overlap, a recursive one that is no union but competes with one at each level. There a budget ends the trials, after
//! which the first candidate is taken without being tried.

use std::any::TypeId;
use std::fmt;
use std::marker::PhantomData;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeSeed, EnumAccess, Error, SeqAccess, VariantAccess, Visitor},
};
use serde_json::Value;

use super::content::{Content, Surface};
use super::loss::loss;
use super::reading::Repeated;
use super::trial::{self, Key, Verdict};

/// An enum that is one of several types, read from any JSON value.
pub trait Choice<'de>: Serialize + Sized + 'static {
    /// What is expected, for errors.
    const EXPECTED: &'static str;

    /// Whether values are buffered with all digits of their numbers, because some variant reads an integer of 128 bits.
    const EXACT: bool = false;

    /// Returns the variants that look like a value, best first, or `None` if it is not a value of the union at all. The
    /// elements and the properties of properties are not in the surface.
    fn candidates(surface: &Content<'_>) -> Option<Candidates>;

    /// Reads a variant, by its position.
    ///
    /// # Errors
    /// Those of the type of the variant.
    fn read<D: Deserializer<'de>>(variant: usize, deserializer: D) -> Result<Self, D::Error>;

    /// Returns the variant for a value that looks like none.
    fn unknown(value: Value) -> Self;
}

/// Reads the value of a variant. Checking a call of it costs less than checking `deserialize` and `map`.
///
/// # Errors
/// Those of the type of the variant.
#[inline]
pub fn read_variant<'de, T: Deserialize<'de>, U, D: Deserializer<'de>>(
    deserializer: D,
    variant: fn(T) -> U,
) -> Result<U, D::Error> {
    T::deserialize(deserializer).map(variant)
}

/// The positions of variants that look like a value, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidates {
    /// At most one.
    One(Option<usize>),
    /// At least two.
    Several(Vec<usize>),
}

/// Chooses the variant of a buffered value that nothing is known about yet, and reads it.
///
/// # Errors
/// Those of the first candidate, if none can be read.
pub fn choose_root<'de, T: Choice<'de>, E: Error>(value: &Content<'de>) -> Result<T, E> {
    trial::within(value.nodes(), || {
        let mut again = Repeated::new(value);
        let judged = judge::<T, _>(value, &mut again)?;
        judged.read(&mut again)
    })
}

/// Chooses the variant of a node of a buffered value. `Reading` calls `visit_enum` for that.
///
/// # Errors
/// Those of the first candidate, if none can be read.
pub fn choose_node<'de, T: Choice<'de>, A: EnumAccess<'de>>(node: A) -> Result<T, A::Error> {
    let (address, again) = node.variant()?;
    again.tuple_variant(0, NodeVisitor { address, choice: PhantomData })
}

struct NodeVisitor<T> {
    address: usize,
    choice: PhantomData<T>,
}

impl<'de, T: Choice<'de>> Visitor<'de> for NodeVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::EXPECTED)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut again: A) -> Result<T, A::Error> {
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

/// Takes a stand-in for a union below a candidate that is tried, and judges it before if it has not been.
fn stand_in<'de, T: Choice<'de>, A: SeqAccess<'de>>(key: Key, again: &mut A) -> Result<T, A::Error> {
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

/// The variant that was chosen.
struct Judged<T> {
    variant: Option<usize>,
    loss: usize,
    /// What the trial has read, if there is no stand-in in it.
    value: Option<T>,
}

impl<'de, T: Choice<'de>> Judged<T> {
    const UNKNOWN: Self = Self { variant: None, loss: 0, value: None };

    fn read<A: SeqAccess<'de>>(self, again: &mut A) -> Result<T, A::Error> {
        match self.value {
            Some(value) => Ok(value),
            None => read(self.variant, again),
        }
    }
}

fn judge_node<'de, T: Choice<'de>, A: SeqAccess<'de>>(again: &mut A) -> Result<Judged<T>, A::Error> {
    let surface = repeat(again, Surface)?;
    judge(&surface, again)
}

/// Chooses the best candidate. One that is alone is not tried, unless its loss matters to a trial above, or the value is a
/// scalar: one that no candidate can read, such as an integer beyond its type, is `Unknown`. It counts as lost, so that a
/// candidate above that can read it is better.
fn judge<'de, T: Choice<'de>, A: SeqAccess<'de>>(surface: &Content<'_>, again: &mut A) -> Result<Judged<T>, A::Error> {
    let Some(candidates) = T::candidates(surface) else {
        let message = format_args!("invalid type: {}, expected {}", surface.kind(), T::EXPECTED);
        return Err(A::Error::custom(message));
    };
    let is_scalar = !matches!(surface, Content::List(_) | Content::Object(_));
    let judged = match &candidates {
        Candidates::One(None) => return Ok(Judged::UNKNOWN),
        Candidates::One(Some(only)) if !trial::is_running() => {
            let value = is_scalar.then(|| read(Some(*only), again)).transpose();
            value.map(|value| Judged { variant: Some(*only), loss: 0, value })
        }
        Candidates::One(Some(only)) => best_of(&[*only], again),
        Candidates::Several(all) => best_of(all, again),
    };
    judged.or_else(|error| if is_scalar { Ok(Judged { loss: 1, ..Judged::UNKNOWN }) } else { Err(error) })
}

/// Tries the candidates until one keeps everything.
fn best_of<'de, T: Choice<'de>, A: SeqAccess<'de>>(candidates: &[usize], again: &mut A) -> Result<Judged<T>, A::Error> {
    if trial::is_spent(candidates.len()) {
        return Ok(Judged { variant: candidates.first().copied(), loss: 0, value: None });
    }
    let (mut best, mut error): (Option<Judged<T>>, Option<A::Error>) = (None, None);
    for &variant in candidates {
        let (tried, stand_ins) = trial::run(|| read::<T, A>(Some(variant), again));
        let value = match tried {
            Ok(value) => value,
            Err(failed) => {
                error = error.or(Some(failed));
                continue;
            }
        };
        let loss = stand_ins.loss.saturating_add(repeat(again, Lost(&value))?);
        if best.as_ref().is_none_or(|best| loss < best.loss) {
            best = Some(Judged { variant: Some(variant), loss, value: (stand_ins.count == 0).then_some(value) });
        }
        if loss == 0 {
            break;
        }
    }
    best.ok_or_else(|| error.unwrap_or_else(|| A::Error::custom(T::EXPECTED)))
}

/// Reads a variant, or the variant for values that look like none.
fn read<'de, T: Choice<'de>, A: SeqAccess<'de>>(variant: Option<usize>, again: &mut A) -> Result<T, A::Error> {
    repeat(again, VariantSeed { variant, choice: PhantomData })
}

/// Reads the value once more.
fn repeat<'de, S: DeserializeSeed<'de>, A: SeqAccess<'de>>(again: &mut A, seed: S) -> Result<S::Value, A::Error> {
    again.next_element_seed(seed)?.ok_or_else(|| A::Error::custom("a buffered value can be read only once"))
}

struct VariantSeed<T> {
    variant: Option<usize>,
    choice: PhantomData<T>,
}

impl<'de, T: Choice<'de>> DeserializeSeed<'de> for VariantSeed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        match self.variant {
            Some(variant) => T::read(variant, deserializer),
            None => Value::deserialize(deserializer).map(T::unknown),
        }
    }
}

/// What is lost in a variant.
struct Lost<'v, T>(&'v T);

impl<'de, T: Serialize> DeserializeSeed<'de> for Lost<'_, T> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        loss(self.0, deserializer)
    }
}

//! The state of this thread's decoding of a buffered value: the variant that each union selected at each node.
//!
//! It is a thread-local because a nested union is reached through the `Deserialize` implementation of its variant,
//! which has no parameter for it. It stores only addresses of nodes and numbers, and only while [`within`] runs, during
//! which the nodes do not move.

use std::any::TypeId;
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::values::text_type::first_bytes;

/// The maximum number of visits of each node per candidate of a union. Values of valid responses stay far below. Only a
/// recursive type that is not a union and competes with one at every level approaches it.
const VISITS: usize = 256;

/// The maximum number of bytes of an error that are stored for a node.
const LONGEST_ERROR: usize = 256;

thread_local! {
    static DECODING: RefCell<Decoding> = const { RefCell::new(Decoding::new(0)) };
    /// The number of visited nodes of buffered values. It is a separate variable because it changes at every node.
    static VISITED: Cell<usize> = const { Cell::new(0) };
}

/// One decoding of one buffered value.
struct Decoding {
    verdicts: BTreeMap<Key, Verdict>,
    /// The counts of the running trial, or `None` if no trial is running.
    trial: Option<Trial>,
    /// The number of nodes in the value.
    nodes: usize,
    /// The maximum number of candidates of a union.
    candidates: usize,
    /// `VISITED` at the start of the decoding.
    began_at: usize,
}

impl Decoding {
    const fn new(nodes: usize) -> Self {
        Self { verdicts: BTreeMap::new(), trial: None, nodes, candidates: 1, began_at: 0 }
    }
}

/// A node, identified by its address, and the union that it is read as.
pub type Key = (usize, TypeId);

/// The measure by which a variant does not fit a value. Any lost data weighs more than all unknown values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loss {
    /// The number of properties and elements that the variant does not preserve.
    pub data: usize,
    /// The number of values that an enum or a union of the variant does not list.
    pub unknown: usize,
}

impl Loss {
    /// The loss of a variant that lists and preserves everything.
    pub const NONE: Self = Self { data: 0, unknown: 0 };

    /// Returns the loss of two parts of a value.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { data: self.data.saturating_add(other.data), unknown: self.unknown.saturating_add(other.unknown) }
    }
}

/// The order of the candidates of a union, best first: by lost data, then by the constants of the test, then by unknown
/// values.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank(usize, Reverse<usize>, usize);

impl Rank {
    /// The rank before the first candidate.
    pub const WORST: Self = Self(usize::MAX, Reverse(0), usize::MAX);

    /// Returns `true` if a candidate with this number of constants can be better, depending on its loss.
    pub fn can_be_improved(&self, constants: usize) -> bool {
        Self(0, Reverse(constants), 0) < *self
    }

    /// Replaces the rank by that of a candidate with these constants and this loss if it is better. Returns `true` in this
    /// case.
    pub fn improve(&mut self, constants: usize, loss: Loss) -> bool {
        let rank = Self(loss.data, Reverse(constants), loss.unknown);
        let is_better = rank < *self;
        if is_better {
            *self = rank;
        }
        is_better
    }
}

/// The result of reading a node as a union.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// The node is this variant, or `Unknown` if `variant` is `None`.
    Fits {
        /// The position of the variant.
        variant: Option<usize>,
        /// The loss of the variant.
        loss: Loss,
    },
    /// No candidate can be read. Contains the beginning of the first error.
    Fails(String),
}

/// The counts of a trial.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trial {
    /// The number of nested unions that it has not read.
    pub stand_ins: usize,
    /// The total loss in them, and the unknown values of enums outside of them.
    pub loss: Loss,
}

/// A guard that restores a decoding or its trial when it is dropped, even after a panic.
struct Restore<T>(Option<T>, fn(&mut Decoding, T));

impl<T> Drop for Restore<T> {
    fn drop(&mut self) {
        if let Some(before) = self.0.take() {
            DECODING.with_borrow_mut(|decoding| (self.1)(decoding, before));
        }
    }
}

/// Runs the decoding of a buffered value with this many nodes. Its verdicts are discarded afterwards.
pub fn within<R>(nodes: usize, decode: impl FnOnce() -> R) -> R {
    let decoding = Decoding { began_at: VISITED.get(), ..Decoding::new(nodes) };
    let outer = DECODING.replace(decoding);
    let _restore = Restore(Some(outer), |decoding, outer| *decoding = outer);
    decode()
}

/// Runs the trial of a candidate. Unions below it are replaced by stand-ins, which are counted.
pub fn run<R>(read: impl FnOnce() -> R) -> (R, Trial) {
    let outer = DECODING.with_borrow_mut(|decoding| decoding.trial.replace(Trial::default()));
    let restore = Restore(Some(outer), |decoding, outer| decoding.trial = outer);
    let result = read();
    let trial = DECODING.with_borrow(|decoding| decoding.trial);
    drop(restore);
    (result, trial.unwrap_or_default())
}

/// Returns `true` while a candidate is being tried.
pub fn is_running() -> bool {
    DECODING.with_borrow(|decoding| decoding.trial.is_some())
}

/// Records that the trial used a stand-in for a nested union.
pub fn add_stand_in(loss: Loss) {
    DECODING.with_borrow_mut(|decoding| {
        if let Some(trial) = &mut decoding.trial {
            trial.stand_ins += 1;
            trial.loss = trial.loss.plus(loss);
        }
    });
}

/// Records that an enum does not list a value, if a trial is running.
#[cold]
pub fn add_unknown() {
    DECODING.with_borrow_mut(|decoding| {
        if let Some(trial) = &mut decoding.trial {
            trial.loss = trial.loss.plus(Loss { data: 0, unknown: 1 });
        }
    });
}

/// Returns the verdict on a node, if there is one.
pub fn verdict(key: Key) -> Option<Verdict> {
    DECODING.with_borrow(|decoding| decoding.verdicts.get(&key).cloned())
}

/// Stores the verdict on a node.
pub fn remember(key: Key, mut verdict: Verdict) {
    if let Verdict::Fails(error) = &mut verdict {
        error.truncate(first_bytes(error, LONGEST_ERROR).len());
    }
    DECODING.with_borrow_mut(|decoding| drop(decoding.verdicts.insert(key, verdict)));
}

/// Returns `true` once the budget for trials is exhausted, after which the candidates of a union are not tried.
pub fn is_spent(candidates: usize) -> bool {
    DECODING.with_borrow_mut(|decoding| {
        decoding.candidates = decoding.candidates.max(candidates);
        let budget = decoding.nodes.saturating_mul(decoding.candidates).saturating_mul(VISITS);
        visited().wrapping_sub(decoding.began_at) > budget
    })
}

/// Counts a visit to a node.
pub fn visit() {
    VISITED.set(VISITED.get().wrapping_add(1));
}

/// Returns the number of nodes that this thread has visited.
pub fn visited() -> usize {
    VISITED.get()
}

//! The state of this thread's decoding of a buffered value: the variant that each union selected at each node.
//!
//! It is a thread-local because a nested union is reached through the `Deserialize` implementation of its variant,
//! which has no parameter for it. It stores only addresses of nodes and numbers, and only while [`within`] runs, during
//! which the nodes do not move.

use std::any::TypeId;
use std::cell::{Cell, RefCell};
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
    /// The stand-ins of the running trial, or `None` if no trial is running.
    trial: Option<StandIns>,
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

/// The result of reading a node as a union.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// The node is this variant, or `Unknown` if `variant` is `None`. `loss` counts the data that the variant does not
    /// preserve.
    Fits {
        /// The position of the variant.
        variant: Option<usize>,
        /// The number of lost properties and elements.
        loss: usize,
    },
    /// No candidate can be read. Contains the beginning of the first error.
    Fails(String),
}

/// The nested unions that a trial has not read.
#[derive(Clone, Copy, Debug, Default)]
pub struct StandIns {
    /// The number of unions.
    pub count: usize,
    /// The total loss in them.
    pub loss: usize,
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

/// Runs the trial of a candidate. Unions below it are replaced by stand-ins, which are returned.
pub fn run<R>(read: impl FnOnce() -> R) -> (R, StandIns) {
    let outer = DECODING.with_borrow_mut(|decoding| decoding.trial.replace(StandIns::default()));
    let restore = Restore(Some(outer), |decoding, outer| decoding.trial = outer);
    let result = read();
    let stand_ins = DECODING.with_borrow(|decoding| decoding.trial);
    drop(restore);
    (result, stand_ins.unwrap_or_default())
}

/// Returns `true` while a candidate is being tried.
pub fn is_running() -> bool {
    DECODING.with_borrow(|decoding| decoding.trial.is_some())
}

/// Records that the trial used a stand-in for a nested union.
pub fn add_stand_in(loss: usize) {
    DECODING.with_borrow_mut(|decoding| {
        if let Some(stand_ins) = &mut decoding.trial {
            stand_ins.count += 1;
            stand_ins.loss = stand_ins.loss.saturating_add(loss);
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

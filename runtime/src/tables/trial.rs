//! What is known about the buffered value that this thread is decoding: which variant each union chose at each node.
//!
//! It lives in a thread-local because a union that is nested in a variant is reached through the `Deserialize` of that
//! variant, which has no parameter for it. Only addresses of nodes and numbers are held, and only while
//! [`within`] runs, which keeps the nodes where they are.

use std::any::TypeId;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use crate::values::text_type::first_bytes;

/// How many visits of each node the trials of one value may cost for each candidate of a union. Values of valid responses
/// stay far below: only a recursive type that is no union, and that competes with a union at every level, comes near.
const VISITS: usize = 256;

/// How many bytes of an error are remembered for a node.
const LONGEST_ERROR: usize = 256;

thread_local! {
    static DECODING: RefCell<Decoding> = const { RefCell::new(Decoding::new(0)) };
    /// How many nodes of buffered values were visited. Apart, since every node counts here.
    static VISITED: Cell<usize> = const { Cell::new(0) };
}

/// One decoding of one buffered value.
struct Decoding {
    verdicts: BTreeMap<Key, Verdict>,
    /// The stand-ins of the trial that runs, if one does.
    trial: Option<StandIns>,
    /// How many nodes the value has.
    nodes: usize,
    /// How many candidates a union had, at most.
    candidates: usize,
    /// `VISITED` when the decoding began.
    began_at: usize,
}

impl Decoding {
    const fn new(nodes: usize) -> Self {
        Self { verdicts: BTreeMap::new(), trial: None, nodes, candidates: 1, began_at: 0 }
    }
}

/// A node, by its address, and the union that it is read as.
pub type Key = (usize, TypeId);

/// What came of reading a node as a union.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// The node is this variant, or `Unknown` if it is none; `loss` counts what the variant does not hold.
    Fits {
        /// The position of the variant.
        variant: Option<usize>,
        /// How many properties and elements are lost.
        loss: usize,
    },
    /// No candidate can be read; the beginning of the first error.
    Fails(String),
}

/// The nested unions that a trial has not read.
#[derive(Clone, Copy, Debug, Default)]
pub struct StandIns {
    /// How many there are.
    pub count: usize,
    /// How much is lost in them.
    pub loss: usize,
}

/// Puts a decoding, or the trial of one, back when it goes out of scope, even by a panic.
struct Restore<T>(Option<T>, fn(&mut Decoding, T));

impl<T> Drop for Restore<T> {
    fn drop(&mut self) {
        if let Some(before) = self.0.take() {
            DECODING.with_borrow_mut(|decoding| (self.1)(decoding, before));
        }
    }
}

/// Decodes a buffered value of so many nodes. What is found out about them is forgotten afterwards.
pub fn within<R>(nodes: usize, decode: impl FnOnce() -> R) -> R {
    let decoding = Decoding { began_at: VISITED.get(), ..Decoding::new(nodes) };
    let outer = DECODING.replace(decoding);
    let _restore = Restore(Some(outer), |decoding, outer| *decoding = outer);
    decode()
}

/// Tries to read a candidate. Unions below it are replaced by stand-ins, which are returned.
pub fn run<R>(read: impl FnOnce() -> R) -> (R, StandIns) {
    let outer = DECODING.with_borrow_mut(|decoding| decoding.trial.replace(StandIns::default()));
    let restore = Restore(Some(outer), |decoding, outer| decoding.trial = outer);
    let result = read();
    let stand_ins = DECODING.with_borrow(|decoding| decoding.trial);
    drop(restore);
    (result, stand_ins.unwrap_or_default())
}

/// Returns `true` while a candidate is tried.
pub fn is_running() -> bool {
    DECODING.with_borrow(|decoding| decoding.trial.is_some())
}

/// Notes that the trial took a stand-in for a nested union.
pub fn add_stand_in(loss: usize) {
    DECODING.with_borrow_mut(|decoding| {
        if let Some(stand_ins) = &mut decoding.trial {
            stand_ins.count += 1;
            stand_ins.loss = stand_ins.loss.saturating_add(loss);
        }
    });
}

/// Returns what is known about a node.
pub fn verdict(key: Key) -> Option<Verdict> {
    DECODING.with_borrow(|decoding| decoding.verdicts.get(&key).cloned())
}

/// Remembers what came of a node.
pub fn remember(key: Key, mut verdict: Verdict) {
    if let Verdict::Fails(error) = &mut verdict {
        error.truncate(first_bytes(error, LONGEST_ERROR).len());
    }
    DECODING.with_borrow_mut(|decoding| drop(decoding.verdicts.insert(key, verdict)));
}

/// Returns `true` once trials have cost so much that the candidates of a union are not tried any more.
pub fn is_spent(candidates: usize) -> bool {
    DECODING.with_borrow_mut(|decoding| {
        decoding.candidates = decoding.candidates.max(candidates);
        let budget = decoding.nodes.saturating_mul(decoding.candidates).saturating_mul(VISITS);
        visited().wrapping_sub(decoding.began_at) > budget
    })
}

/// Counts a visit of a node.
pub fn visit() {
    VISITED.set(VISITED.get().wrapping_add(1));
}

/// Returns how many nodes this thread has visited.
pub fn visited() -> usize {
    VISITED.get()
}

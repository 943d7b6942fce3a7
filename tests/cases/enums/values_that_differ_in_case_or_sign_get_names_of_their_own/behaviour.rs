//! Values whose names would collide.

use super::types::{Comparison, Reaction, Sort};
use std::collections::HashSet;

#[test]
fn every_value_has_its_own_variant() {
    let sorts: HashSet<Sort> = ["asc", "ASC", "desc", "DESC"].map(Sort::from).into();
    assert_eq!(sorts.len(), 4);
    assert!(!sorts.iter().any(|sort| matches!(sort, Sort::Unknown(_))));
    let reactions: HashSet<Reaction> = ["+1", "-1", "laugh", "100", "", "*", "self"].map(Reaction::from).into();
    assert_eq!(reactions.len(), 7);
    assert!(!reactions.iter().any(|reaction| matches!(reaction, Reaction::Unknown(_))));
    let comparisons: HashSet<Comparison> = ["=", "!=", "<", "<=", ">", ">="].map(Comparison::from).into();
    assert_eq!(comparisons.len(), 6);
    assert!(!comparisons.iter().any(|comparison| matches!(comparison, Comparison::Unknown(_))));
}

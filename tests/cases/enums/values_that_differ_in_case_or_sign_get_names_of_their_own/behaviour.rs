//! Every value of the document has a variant.

use super::types::{Comparison, Reaction, Sort};
use std::collections::HashSet;

#[test]
fn no_value_is_unknown_and_none_is_another() {
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

//! `allOf` of types other than objects.

use super::types::{Bee, Role};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn merged_scalars_arrays_and_enums_keep_their_type() {
    let bee: Bee = round_trip(json!({
        "name": "Maja", "role": "worker", "female": "queen", "age": 5_000_000_000_i64, "cells": [1, 2], "path": [[0.5], []]
    }));
    assert_eq!((bee.name.as_str(), bee.role, bee.age), ("Maja", Role::Worker, Some(5_000_000_000)));
    assert_eq!((bee.cells, bee.path), (Some(vec![1, 2]), Some(vec![vec![0.5], vec![]])));
    let bee: Bee = round_trip(json!({"name": "Willy", "role": "scout"}));
    assert_eq!(bee.role, Role::Unknown("scout".to_owned()));
}

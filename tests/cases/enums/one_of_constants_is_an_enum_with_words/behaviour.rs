//! `oneOf` of constants.

use super::types::{Model, ModelEffort, ModelTier, Region};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn constants_become_an_open_enum() {
    let model: Model = round_trip(json!({"effort": "high", "tier": "free", "region": "eu"}));
    assert_eq!(model.effort, ModelEffort::High);
    assert_eq!(model.tier, ModelTier::Free);
    assert_eq!(model.region, Some(Region::Eu));
    let model: Model = round_trip(json!({"effort": "medium", "tier": "trial", "region": "mars"}));
    assert_eq!(model.tier, ModelTier::Unknown("trial".to_owned()));
}

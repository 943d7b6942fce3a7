//! Variant names without a shared prefix.

use super::types::{Job, JobPhase, JobStatus};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn prefix_is_sent() {
    let job: Job = round_trip(json!({
        "status": "STATUS$READY", "phase": "PHASE_BUILD", "size": "size_1", "mode": "auto"
    }));
    assert_eq!(job.status, JobStatus::Ready);
    assert_eq!(job.phase, JobPhase::Build);
    assert_eq!(JobStatus::Error.as_str(), "STATUS$ERROR");
}

//! Names are short, values are whole.

use super::types::{Job, JobPhase, JobStatus};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn the_prefix_is_on_the_wire() {
    let job: Job = round_trip(json!({
        "status": "STATUS$READY", "phase": "PHASE_BUILD", "size": "size_1", "mode": "auto"
    }));
    assert_eq!(job.status, JobStatus::Ready);
    assert_eq!(job.phase, JobPhase::Build);
    assert_eq!(JobStatus::Error.as_str(), "STATUS$ERROR");
}

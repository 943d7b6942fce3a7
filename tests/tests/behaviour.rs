//! What the generated code of the cases does; each test stands beside the document of its case.

include!(concat!(env!("OUT_DIR"), "/behaviour.rs"));

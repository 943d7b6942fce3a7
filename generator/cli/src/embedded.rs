//! The files that the build script embeds: `SOURCES`, the sources of the runtime by path, and `SCHEMA`, the JSON Schema of the
//! settings.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

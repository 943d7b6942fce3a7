//! Fetches documents with the tool `tools/fetch`, which is compiled at the first fetch.

use std::process::Command;
use std::time::Duration;

use serde::Deserialize;

use crate::{print_err, tool};

/// The limits of a fetch.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The time limit of the whole fetch, redirects included.
    pub time: Duration,
    /// The maximum size of the document in bytes.
    pub size: u64,
}

/// The identity of a version of a document (RFC 9110 section 8.8).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Validators {
    /// The `ETag` header, unchanged.
    pub etag: Option<String>,
    /// The `Last-Modified` header, unchanged.
    pub last_modified: Option<String>,
}

/// The response of a server.
#[derive(Debug)]
pub struct Fetched {
    /// The document, byte for byte.
    pub document: Vec<u8>,
    /// The validators for the next conditional request.
    pub validators: Validators,
}

/// Fetches a document. Returns `None` if it is the version that `known` describes.
///
/// # Errors
/// Returns an error if it cannot be fetched or is not a document. The message has the reason and a fix.
pub fn fetch(address: &str, known: &Validators, limits: &Limits) -> Result<Option<Fetched>, String> {
    print_err(&format!("fetching {address}"));
    let mut command = tool::command("fetch", &["--quiet"]);
    command.args(["--time", &limits.time.as_secs().to_string(), "--size", &limits.size.to_string()]);
    if let Some(etag) = &known.etag {
        command.arg(format!("--etag={etag}"));
    }
    if let Some(time) = &known.last_modified {
        command.arg(format!("--last-modified={time}"));
    }
    run(command.arg("--").arg(address))
}

fn run(command: &mut Command) -> Result<Option<Fetched>, String> {
    let output = command.output().map_err(|error| format!("cannot start `tools/fetch`: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim_end().to_owned());
    }
    let end = output.stdout.iter().position(|byte| *byte == b'\n').unwrap_or(output.stdout.len());
    let (line, document) = output.stdout.split_at(end);
    let validators: Option<Validators> =
        serde_json::from_slice(line).map_err(|error| format!("cannot parse the output of `tools/fetch`: {error}"))?;
    let document = document.get(1..).unwrap_or_default().to_vec();
    Ok(validators.map(|validators| Fetched { document, validators }))
}

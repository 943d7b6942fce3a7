//! Fetches a document by HTTPS in a separate package, so that only a fetch compiles the HTTP dependencies.
//!
//! ```text
//! apiarist-fetch https://example.com/openapi.json --time 60 --size 67108864
//!
//! {"etag":"\"1\"","last_modified":null}     a line about the version, or `null` if it is the known one
//! {"openapi": "3.1.0", …                     the document, byte for byte
//! ```

mod fetch;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use serde_json::{Value, json};

pub use fetch::{Advice, Fetched, Limits, Validators, fetch};

/// Fetch a document over HTTPS and print a line of JSON with its validators, then the document
#[derive(Debug, Parser)]
struct Arguments {
    /// The URL of the document
    address: String,
    /// The entity tag of the known version
    #[arg(long)]
    etag: Option<String>,
    /// The modification time of the known version
    #[arg(long)]
    last_modified: Option<String>,
    /// The time limit in seconds
    #[arg(long)]
    time: u64,
    /// The maximum size in bytes
    #[arg(long)]
    size: u64,
}

/// The alternatives of `cargo xtask update` and `cargo xtask new`.
const ADVICE: Advice = Advice {
    size: "raise the limit with `--limit`",
    time: "raise the limit with `--timeout`",
    file: "download the document and use `--from FILE`",
};

/// Fetches the document that the arguments name, and prints it. The first argument is the name of the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let Arguments { address, etag, last_modified, time, size } = Arguments::parse_from(arguments);
    let limits = Limits { time: Duration::from_secs(time), size, advice: ADVICE };
    let printed = fetch(&address, &Validators { etag, last_modified }, &limits)
        .and_then(|fetched| print(fetched).map_err(|error| error.to_string()));
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // An error is ignored because there is nowhere to report it.
            let _ = write!(io::stderr(), "{message}");
            ExitCode::FAILURE
        }
    }
}

fn print(fetched: Option<Fetched>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let Some(Fetched { document, validators }) = fetched else { return writeln!(out, "{}", Value::Null) };
    writeln!(out, "{}", json!({"etag": validators.etag, "last_modified": validators.last_modified}))?;
    out.write_all(&document)?;
    out.flush()
}

//! A table of wire formats: a call and the request it sends, a response and its result.
//!
//! Each row is run three times with equal results: awaited over a socket, sent without async over a socket, and awaited
//! on the fake transport. Requests are written as sent, without the headers that every request has. Results are the
//! `Debug` output of the value, or the message of the error.
//!
//! `cargo test --test wire_table parameters` runs the rows of a file or folder, `... blocking` those of a transport.

mod answers;
mod bodies;
mod events;
mod parameters;
mod played;
mod table;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};
use table::{Row, WAYS};

/// The rows of a file.
pub type Rows = (&'static str, Vec<Row>);

fn main() -> ExitCode {
    let files: Vec<Rows> =
        [parameters::files(), bodies::files(), answers::files(), events::files()].into_iter().flatten().collect();
    let trials = files.into_iter().flat_map(|(file, rows)| rows.into_iter().flat_map(move |row| trials(file, row)));
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

/// Returns a test for each way of running the row.
fn trials(file: &str, row: Row) -> Vec<Trial> {
    let name = row.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let row = std::sync::Arc::new(row);
    let trial = |way| {
        let row = std::sync::Arc::clone(&row);
        Trial::test(format!("{file} [{way:?}] {name}").to_lowercase(), move || row.play(way).map_err(Into::into))
    };
    WAYS.map(trial).into()
}

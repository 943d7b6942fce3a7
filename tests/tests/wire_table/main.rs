//! A table of what travels: a call and the request that it sends, an answer and what comes of it.
//!
//! Each row is played three times, and must be the same: awaited over a socket, sent without async over a socket, and
//! awaited on the fake transport. Requests are written as they are sent, without the headers that every request has; what
//! comes of an answer is written as `Debug` shows the value, or as the error says.
//!
//! `cargo test --test wire_table parameters` plays the rows of a file or folder, `... blocking` those of a transport.

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

/// A test for each way in which the row is played.
fn trials(file: &str, row: Row) -> Vec<Trial> {
    let name = row.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let row = std::sync::Arc::new(row);
    let trial = |way| {
        let row = std::sync::Arc::clone(&row);
        Trial::test(format!("{file} [{way:?}] {name}").to_lowercase(), move || row.play(way).map_err(Into::into))
    };
    WAYS.map(trial).into()
}

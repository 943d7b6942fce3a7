//! Bodies that are downloaded in pieces and saved as files.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use apiarist_runtime::{ErrorOf, Operation};
use apiarist_test_support::loopback::Answer;
use apiarist_tests::Call;
use apiarist_tests::responses::lines_of_json_are_streams::Client;
use serde_json::json;

use crate::played::{Played, ResultText, describe_error};
use crate::table::{Row, outcome, rows};

const ARCHIVE: &str = "GET /logs/archive\naccept: application/zip";

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    rows! {
        Client, client;
        client.logs().get_archive(), Answer::body(200, "application/zip", "bees") => (ARCHIVE, "b\"bees\"");
        Saved(client.logs().get_archive(), None), Answer::body(200, "application/zip", "bees") => (ARCHIVE, "4 bytes: bees");
        Saved(client.logs().get_archive(), None), Answer::stream("application/zip", ["be", "es"]) => outcome("4 bytes: bees");
        Saved(client.logs().get_archive(), None), Answer::empty(200) => outcome("0 bytes: ");
        Saved(client.logs().get_archive(), Some("/nowhere/at/all.zip")), Answer::body(200, "application/zip", "bees")
            => outcome("error: getArchive failed: cannot write the file /nowhere/at/all.zip.part: No such file or \
                directory (os error 2)");
        Saved(client.logs().get_archive(), None), Answer::json(404, &json!({"error": {"message": "gone"}}))
            => outcome("error: getArchive failed: 404 Not Found: gone");
    }
}

/// A call whose response is saved, to a generated or a given file name.
struct Saved<Op>(Call<Op>, Option<&'static str>);

impl<'c, Op: Operation> Played<'c> for Saved<Op>
where
    ErrorOf<Op>: std::error::Error,
{
    fn awaited(self) -> ResultText<'c> {
        Box::pin(async move {
            let path = path(self.1);
            match self.0.download().await {
                Ok(download) => describe(download.save_to(&path).await, path),
                Err(error) => describe_error(&error),
            }
        })
    }

    fn sent(self) -> String {
        let path = path(self.1);
        match self.0.blocking().download() {
            Ok(download) => describe(download.save_to(&path), path),
            Err(error) => describe_error(&error),
        }
    }
}

fn path(named: Option<&str>) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let own = || std::env::temp_dir().join(format!("apiarist-{}-{count}", std::process::id()));
    named.map_or_else(own, PathBuf::from)
}

/// Describes the saved file and deletes it.
fn describe(saved: Result<u64, apiarist_runtime::Error>, path: PathBuf) -> String {
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    drop(std::fs::remove_file(path));
    saved.map_or_else(|error| describe_error(&error), |length| format!("{length} bytes: {text}"))
}

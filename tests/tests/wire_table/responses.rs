//! Answers and what comes of them.

use std::fmt;

use apiarist_runtime::{Error, EventStream};
use apiarist_tests::loopback::Answer;
use apiarist_tests::responses::{
    headers_of_answers_have_types as pages, lines_of_json_are_streams as logs,
    several_successes_are_an_enum as successes, text_and_binary_answers as binaries,
};
use serde_json::json;

use crate::table::rows;

fn page(headers: &[(&str, &str)]) -> Answer {
    headers.iter().fold(Answer::json(200, &json!([{"number": 1}])), |answer, (name, value)| answer.header(name, value))
}

#[test]
fn headers_are_read_as_their_types() {
    rows! {
        pages::Client;
        |client| async move {
            let page = client.pages().list().with_response().await.map_err(|error| error.to_string())?;
            let read = (
                page.header(pages::operations::ListPages::X_RATE_LIMIT_REMAINING),
                page.header(pages::operations::ListPages::LINK),
                page.header(pages::operations::ListPages::X_TAGS),
                page.header(pages::operations::ListPages::X_ORDER).map(|order| order.map(|order| order.to_string())),
            );
            Ok::<_, String>(format!("{read:?}"))
        }, page(&[("x-ratelimit-remaining", "7"), ("link", "</a>, </b>"), ("x-tags", "a, b"), ("x-order", "newest")])
            => "GET /pages", "\"(Ok(Some(7)), Ok(Some(\\\"</a>, </b>\\\")), Ok(Some([\\\"a\\\", \\\"b\\\"])), \
                Ok(Some(\\\"newest\\\")))\"";
        |client| async move {
            let page = client.pages().list().with_response().await.map_err(|error| error.to_string())?;
            let page = page.header(pages::operations::ListPages::X_PAGE).map_err(|error| error.to_string())?;
            Ok::<_, String>(page.map(|page| page.number))
        }, page(&[("x-page", "{\"number\":3}")]) => "GET /pages", "Some(3)";
        |client| async move {
            let page = client.pages().list().with_response().await.map_err(|error| error.to_string())?;
            page.header(pages::operations::ListPages::X_RATE_LIMIT_REMAINING).map_err(|error| error.to_string())
        }, page(&[("x-ratelimit-remaining", "many")])
            => "GET /pages", "error: the header `X-RateLimit-Remaining` is no i64: many";
        |client| async move {
            let page = client.pages().list().with_response().await.map_err(|error| error.to_string())?;
            page.header(pages::operations::ListPages::X_RESET).map_err(|error| error.to_string())
        }, page(&[]) => "GET /pages", "None";
        |client| async move {
            let error = client.pages().list().options(once()).await.expect_err("it fails");
            let reset = error.header(pages::operations::ListPages::X_RESET);
            let title = error.api().and_then(|problem| problem.title.clone());
            Err::<(), _>(format!("{error}; {reset:?}; {title:?}"))
        }, Answer::body(429, "application/problem+json", "{\"title\":\"Slow down\",\"detail\":\"Wait a bit.\"}")
            .header("x-reset", "1.5")
            => "GET /pages", "error: listPages failed: 429 Too Many Requests: Wait a bit.; Ok(Some(1.5)); \
                Some(\"Slow down\")";
    }
}

fn once() -> apiarist_runtime::RequestOptions {
    apiarist_runtime::RequestOptions::default().retries(apiarist_runtime::RetryPolicy::none())
}

/// All items of a stream, or where it failed.
async fn all<T: fmt::Debug, E: fmt::Display>(stream: Result<EventStream<T>, E>) -> Result<String, String> {
    let mut stream = stream.map_err(|error| error.to_string())?;
    let mut items = Vec::new();
    while let Some(item) = stream.next().await {
        items.push(item.map_or_else(|error| error.to_string(), |item| format!("{item:?}")));
    }
    Ok(items.join(" | "))
}

#[test]
fn lines_of_json_come_one_by_one() {
    const LINES: &str = "{\"text\":\"a\"}\r\n\n{\"text\":\"b\",\"level\":2}";
    const READ: &str = "\"Line { text: \\\"a\\\", level: None } | Line { text: \\\"b\\\", level: Some(2) }\"";
    rows! {
        logs::Client;
        |client| all(client.logs().list().stream().await), Answer::body(200, "application/x-ndjson", LINES)
            => "GET /logs\naccept: application/x-ndjson", READ;
        |client| all(client.logs().list().stream().await), Answer::body(200, "application/json", LINES)
            => "GET /logs\naccept: application/x-ndjson", READ;
        |client| client.logs().list(), Answer::json(200, &json!([{"text": "a"}]))
            => "GET /logs", "[Line { text: \"a\", level: None }]";
        |client| all(client.logs().tail().await), Answer::body(200, "application/jsonl; charset=utf-8", LINES)
            => "GET /logs/tail\naccept: application/jsonl", READ;
        |client| all(client.logs().tail().await), Answer::body(200, "text/html", "<p>no</p>")
            => "GET /logs/tail\naccept: application/jsonl",
            "error: tailLogs failed: 200 OK: expected an event stream, found `text/html`";
        |client| all(client.logs().tail().await), Answer::body(200, "application/jsonl", "{\"text\":1}\n{\"text\":\"b\"}\n")
            => "GET /logs/tail\naccept: application/jsonl",
            "\"tailLogs failed: event `message`: expected Line at `text`: invalid type: integer `1`, expected a string at line 1 column 9, in {\\\"text\\\":1} | \
             Line { text: \\\"b\\\", level: None }\"";
        |client| all(client.logs().sequence().await),
            Answer::body(200, "application/json-seq", "\u{1e}{\"text\":\n\"a\"}\n\u{1e}{\"text\":\"b\",\"level\":2}\n")
            => "GET /logs/sequence\naccept: application/json-seq", READ;
    }
}

/// A file of a test, which is gone when the test ends.
struct Saved(std::path::PathBuf);

impl Saved {
    fn new(name: &str) -> Self {
        Saved(std::env::temp_dir().join(format!("apiarist-{}-{name}", std::process::id())))
    }
}

impl Drop for Saved {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}

#[test]
fn files_are_saved_as_they_come() {
    const ARCHIVE: &str = "GET /logs/archive\naccept: application/zip";
    rows! {
        logs::Client;
        |client| async move {
            let saved = Saved::new("whole");
            let download = client.logs().get_archive().download().await.map_err(|error| error.to_string())?;
            let (seen, told) = std::sync::mpsc::channel();
            let download = download.on_progress(move |received, total| {
                // The test may be over by then.
                let _ = seen.send((received, total));
            });
            let length = download.save_to(&saved.0).await.map_err(|error| error.to_string())?;
            // Only the server over the socket says how long it is.
            let last = told.iter().last().map(|(received, _)| received);
            let text = std::fs::read_to_string(&saved.0).map_err(|error| error.to_string())?;
            Ok::<_, String>((length, last, text))
        }, Answer::body(200, "application/zip", "bees").header("x-a", "b") => ARCHIVE,
            "(4, Some(4), \"bees\")";
        |client| async move {
            let mut download = client.logs().get_archive().download().await.map_err(|error| error.to_string())?;
            let mut pieces = Vec::new();
            while let Some(piece) = download.next().await {
                pieces.extend_from_slice(&piece.map_err(|error: Error| error.to_string())?);
            }
            Ok::<_, String>(String::from_utf8_lossy(&pieces).into_owned())
        }, Answer::body(200, "application/zip", "bees") => ARCHIVE, "\"bees\"";
        |client| async move {
            let download = client.logs().get_archive().download().await.map_err(|error| error.to_string())?;
            let failed = download.save_to("/nowhere/at/all.zip").await.expect_err("there is no such folder");
            Err::<(), _>(failed.to_string())
        }, Answer::body(200, "application/zip", "bees") => ARCHIVE,
            "error: getArchive failed: the file /nowhere/at/all.zip.part cannot be written: No such file or directory \
             (os error 2)";
        |client| async move {
            client.logs().get_archive().options(once()).download().await.map(drop)
        }, Answer::json(404, &json!({"error": {"message": "gone"}})) => ARCHIVE,
            "error: getArchive failed: 404 Not Found: gone";
        |client| client.logs().get_archive(), Answer::body(200, "application/zip", "bees") => ARCHIVE, "b\"bees\"";
    }
}

#[test]
fn statuses_choose_what_is_read() {
    rows! {
        successes::Client;
        |client| client.exports().get("1"), Answer::empty(204) => "GET /exports/1", "NoContent";
        |client| client.exports().get("1"), Answer::json(206, &json!({"a": 1}))
            => "GET /exports/1", "Other(Object {\"a\": Number(1)})";
    }
    rows! {
        binaries::Client;
        |client| client.reports().get_as_text("1"), Answer::body(200, "text/csv", "a;b")
            => "GET /reports/1.csv\naccept: text/csv", "\"a;b\"";
        |client| client.reports().download("1"), Answer::body(200, "application/pdf", b"\xff\x00")
            => "GET /reports/1.pdf\naccept: application/pdf", "b\"\\xff\\0\"";
    }
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    rows! {
        logs::Client;
        |client| client.logs().list(), Answer::json(200, &json!([{"text": "a"}, {"text": "b", "level": "high"}]))
            => "GET /logs",
            "error: listLogs failed: 200 OK: expected Vec<Line> at `[1].level`: invalid type: string \"high\", expected i64 at line 1 column 40, in \
             [{\"text\":\"a\"},{\"text\":\"b\",\"level\":\"high\"}]";
        |client| client.logs().list(), Answer::body(200, "text/html", "<html>")
            => "GET /logs",
            "error: listLogs failed: 200 OK: expected Vec<Line>: expected value at line 1 column 1, in <html>";
    }
}

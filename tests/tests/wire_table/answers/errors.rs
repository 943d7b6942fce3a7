//! Error responses: their bodies, and the message that is extracted.

use apiarist_runtime::{RequestOptions, RetryPolicy};
use apiarist_test_support::loopback::Answer;
use apiarist_tests::wire_table::answers_of_every_kind::Client;
use serde_json::json;

use crate::played::failed;
use crate::table::{Row, outcome, rows};

fn problem(status: u16) -> Answer {
    Answer::body(status, "application/problem+json", "{\"title\":\"Slow down\",\"detail\":\"Wait a bit.\"}")
}

fn twice() -> RequestOptions {
    RequestOptions::default()
        .retries(RetryPolicy::default().max_retries(1).first_delay(std::time::Duration::from_millis(1)))
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = bodies();
    rows.extend(sentences());
    rows.extend(retried());
    rows
}

fn bodies() -> Vec<Row> {
    rows! {
        Client, client;
        failed(client.answers().get_problem(), |error| error.into_api()), problem(400)
            => ("GET /problem", "Some(Problem { title: Some(\"Slow down\"), detail: Some(\"Wait a bit.\") })");
        failed(client.answers().get_problem(), |error| error.into_api()), Answer::body(502, "text/html", "<html>")
            => outcome("None");
        failed(client.answers().get_range(), |error| error.into_api()), Answer::json(404, &json!({"code": 7}))
            => outcome("Some(Code { code: 7 })");
        failed(client.answers().get_bee(), |error| error.into_api()), Answer::json(404, &json!({"a": 1}))
            => outcome("Some(Object {\"a\": Number(1)})");
        failed(client.answers().create_error(), |error| error.into_api()), problem(400)
            => outcome("Some(BadRequest(Problem { title: Some(\"Slow down\"), detail: Some(\"Wait a bit.\") }))");
        failed(client.answers().create_error(), |error| error.into_api()), Answer::json(409, &json!({"code": 7}))
            => outcome("Some(Conflict(Code { code: 7 }))");
        failed(client.answers().create_error(), |error| error.into_api()), Answer::body(418, "text/plain", "tea")
            => outcome("Some(ImATeapot(\"tea\"))");
        failed(client.answers().create_error(), |error| error.into_api()), Answer::json(422, &json!({"code": 7}))
            => outcome("Some(UnprocessableContent(Code { code: 7 }))");
        failed(client.answers().create_error(), |error| error.into_api()), Answer::json(503, &json!({"code": 7}))
            => outcome("Some(ServerError(Code { code: 7 }))");
        failed(client.answers().create_error(), |error| error.into_api()), problem(402)
            => outcome("Some(Default(Problem { title: Some(\"Slow down\"), detail: Some(\"Wait a bit.\") }))");
        failed(client.answers().create_error(), |error| error.into_api()), Answer::json(409, &json!({}))
            => outcome("None");
        failed(client.answers().get_bee(), |error| error.retry_after()), Answer::empty(429).header("retry-after", "7")
            => outcome("Some(7s)");
        failed(client.answers().get_bee(), |error| error.retry_after()), Answer::empty(429).header("retry-after-ms", "1500")
            => outcome("Some(1.5s)");
    }
}

fn sentences() -> Vec<Row> {
    rows! {
        Client, client;
        client.answers().get_problem(), problem(429) => outcome("error: getProblem failed: 429 Too Many Requests: Wait a bit.");
        client.answers().get_bee(), Answer::json(400, &json!({"error": {"message": "no"}})) => outcome("error: getBee failed: 400 Bad Request: no");
        client.answers().get_bee(), Answer::json(400, &json!({"message": "no"})) => outcome("error: getBee failed: 400 Bad Request: no");
        client.answers().get_bee(), Answer::json(400, &json!({"error": "no"})) => outcome("error: getBee failed: 400 Bad Request: no");
        client.answers().get_bee(), Answer::json(422, &json!({"detail": [{"msg": "no"}]})) => outcome("error: getBee failed: 422 Unprocessable Entity: no");
        client.answers().get_bee(), Answer::json(400, &json!({"errors": [{"message": "no"}]})) => outcome("error: getBee failed: 400 Bad Request: no");
        client.answers().get_bee(), Answer::json(400, &json!({"errors": [{"status": "400", "title": "No.", "detail": "no"}]})) => outcome("error: getBee failed: 400 Bad Request: no");
        client.answers().get_bee(), Answer::json(403, &json!({"errors": ["no"]})) => outcome("error: getBee failed: 403 Forbidden: no");
        client.answers().get_bee(), Answer::json(404, &json!({"ok": false, "error_code": 404, "description": "no"})) => outcome("error: getBee failed: 404 Not Found: no");
        client.answers().get_bee(), Answer::json(400, &json!({"title": "no"})) => outcome("error: getBee failed: 400 Bad Request: no");
        client.answers().get_bee(), Answer::json(400, &json!({"a": 1})) => outcome("error: getBee failed: 400 Bad Request: {\"a\":1}");
        client.answers().get_bee(), Answer::body(502, "text/html", "<h1>Bad</h1>") => outcome("error: getBee failed: 502 Bad Gateway: <h1>Bad</h1>");
        client.answers().get_bee(), Answer::empty(500) => outcome("error: getBee failed: 500 Internal Server Error");
        client.answers().get_bee(), Answer::empty(599) => outcome("error: getBee failed: 599 <unknown status code>");
        client.answers().get_bee(), Answer::body(400, "text/plain", b"\xff no") => outcome("error: getBee failed: 400 Bad Request: \u{fffd} no");
        client.answers().get_bee(), Answer::body(400, "text/plain", "x".repeat(300)) => outcome(&format!("error: getBee failed: 400 Bad Request: {}…", "x".repeat(200)));
    }
}

fn retried() -> Vec<Row> {
    rows! {
        Client, client;
        client.answers().get_word().options(twice()), [Answer::empty(503), Answer::json(200, &json!("a"))] => ("GET /word\n---\nGET /word", "\"a\"");
        client.answers().get_word().options(twice()), [Answer::empty(429), Answer::empty(500)]
            => ("GET /word\n---\nGET /word", "error: getWord failed: 500 Internal Server Error");
        client.answers().get_word().options(twice()), [Answer::empty(400), Answer::json(200, &json!("a"))] => ("GET /word", "error: getWord failed: 400 Bad Request");
        client.answers().create_error().options(twice()), [Answer::empty(503), Answer::empty(204)]
            => ("POST /errors", "error: postErrors failed: 503 Service Unavailable");
        client.answers().create_error().options(twice().idempotency_key("k")), [Answer::empty(503), Answer::empty(204)]
            => ("POST /errors\nidempotency-key: k\n---\nPOST /errors\nidempotency-key: k", "()");
        client.answers().get_word().options(twice()), Answer::empty(503).header("retry-after", "61")
            => ("GET /word", "error: getWord failed: 503 Service Unavailable");
        client.answers().get_word(), [Answer::empty(307).header("location", "/w?a=1"), Answer::json(200, &json!("a"))] => ("GET /word\n---\nGET /w?a=1", "\"a\"");
        client.answers().get_word(), Answer::empty(302).header("location", "https://evil.example/w")
            => ("GET /word", "error: getWord failed: 302 Found: the redirect to another origin, `evil.example`, was not followed; its target is the `location` header in the error's `headers()`");
    }
}

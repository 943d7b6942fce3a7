//! Tests the OpenHands client: nullable responses, a GET with a body, files, open maps, a key per session.

use std::sync::LazyLock;

use apiarist_test_support::loopback::{Answer, Recorded};
use apiarist_tests::{
    examples::Examples,
    exchange::{Connection, exchange, one_exchange},
    wire::{decode, encode, round_trip},
};
use conversation_apis::openhands::{Client, types};
use conversation_apis::{ErrorKind, FilePart, Maybe};
use serde_json::{Value, json};

use crate::document;
use crate::example_program::{ExampleProgram, lines};

#[rustfmt::skip] // It is formatted in its own folder, to another width.
#[path = "../../../generated/examples/openhands.rs"]
mod example;
mod trouble;

const KEY: &str = "oh-session-55";
const SENT: &[(&str, &str)] = &[("x-session-api-key", KEY), ("accept", "application/json")];
const ID: &str = "4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1";
const PATH: &str = "/api/conversations/4f6f5cf0a9d84b0d8a4ac0a7a6a5b2c1";

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| document("openhands/openapi.json"));

/// Returns the example of an operation's request or response, by the name of the server's function for it.
fn example(name: &str) -> Value {
    Examples::of(&DOCUMENT).take(name)
}

const SEARCH: &str = "search_conversations_api_conversations_get";
const CREATE: &str = "new_conversation_api_conversations_post";

/// Returns the id of an operation on one conversation.
fn operation(function: &str, path: &str, method: &str) -> String {
    format!("{function}_api_conversations__conversation_id_{path}_{method}")
}

fn client(connection: &Connection) -> Client {
    connect!(Client::builder().base_url(connection.base_url()).api_key_header(KEY), connection)
}

#[tokio::test]
async fn conversation_is_started() {
    let body = example(&format!("{CREATE} request"));
    let typed: types::InitSessionRequest = decode(body.clone());
    let answer = Answer::json(200, &example(&format!("{CREATE} 200")));
    let (request, created) =
        one_exchange(client, answer, async |client| client.conversations().create(&typed).await.unwrap()).await;
    request.check("POST /api/conversations", SENT, Some(&body));
    assert_eq!((created.status.as_str(), created.conversation_id.as_str(), created.message), ("ok", ID, None));
    assert_eq!(created.conversation_status, Some(types::ConversationStatus::Starting));
}

#[test]
fn absent_and_null_differ_in_requests() {
    let mut body = types::InitSessionRequest::default()
        .repository("octocat/hello-world")
        .git_provider(types::ProviderType::Github);
    body.selected_branch = Maybe::Null;
    assert_eq!(
        encode(&body),
        json!({"repository": "octocat/hello-world", "git_provider": "github", "selected_branch": null})
    );
    let _: types::InitSessionRequest =
        round_trip(json!({"mcp_config": {"stdio_servers": [{"name": "n", "command": "c"}]}, "image_urls": null}));
}

#[tokio::test]
async fn conversations_are_searched() {
    let answer = Answer::json(200, &example(&format!("{SEARCH} 200")));
    let (request, found) = one_exchange(client, answer.clone(), async |client| {
        let call = client.conversations().search().page_id("p+1").limit(50);
        call.selected_repository("octocat/hello-world")
            .conversation_trigger(types::ConversationTrigger::Gui)
            .await
            .unwrap()
    })
    .await;
    let query = "page_id=p%2B1&limit=50&selected_repository=octocat%2Fhello-world&conversation_trigger=gui";
    request.check(&format!("GET /api/conversations?{query}"), SENT, None);
    assert_eq!(found.next_page_id, None);
    let results = found.results.unwrap();
    assert_eq!(results[0].runtime_status, Some(types::RuntimeStatus::Ready));
    assert_eq!(results[0].pr_number, Some(vec![42]));
    assert_eq!((results[0].url.as_deref(), results[0].num_connections), (None, Some(1)));
    assert_eq!(results[0].created_at.as_ref().map(|time| time.as_str()), Some("2025-08-14T09:12:44.003000Z"));

    let (request, _) =
        one_exchange(client, answer, async |client| client.conversations().search().await.unwrap()).await;
    request.check("GET /api/conversations", SENT, None);
}

#[tokio::test]
async fn nonexistent_conversation_is_none() {
    let name = operation("get_conversation", "", "get");
    let answers = [
        Answer::json(200, &example(&format!("{name} 200/found"))),
        Answer::json(200, &example(&format!("{name} 200/unknown"))),
    ];
    let (requests, (found, missing)) = exchange(client, &answers, async |client| {
        (client.conversations().get(ID).await.unwrap(), client.conversations().get("nobody").await.unwrap())
    })
    .await;
    requests[0].check(&format!("GET {PATH}"), SENT, None);
    requests[1].check("GET /api/conversations/nobody", SENT, None);
    assert_eq!(found.unwrap().status, Some(types::ConversationStatus::Running));
    assert_eq!(missing, None);
}

#[tokio::test]
async fn conversation_is_renamed_started_stopped_and_deleted() {
    let rename = types::UpdateConversationRequest::new("Fix the build");
    let providers = types::ProvidersSetModel::default().providers_set([types::ProviderType::Github]);
    let start = operation("start_conversation", "_start", "post");
    let stop = operation("stop_conversation", "_stop", "post");
    let answers = [
        Answer::json(200, &json!(true)),
        Answer::json(200, &example(&format!("{start} 200"))),
        Answer::json(200, &example(&format!("{stop} 200"))),
        Answer::json(200, &json!(false)),
    ];
    let (requests, (renamed, started, stopped, deleted)) = exchange(client, &answers, async |client| {
        let group = client.conversations();
        let renamed = group.update(ID, &rename).await.unwrap();
        let started = group.start(ID, &providers).await.unwrap();
        let stopped = group.stop(ID).await.unwrap();
        (renamed, started, stopped, group.delete(ID).await.unwrap())
    })
    .await;
    requests[0].check(&format!("PATCH {PATH}"), SENT, Some(&json!({"title": "Fix the build"})));
    requests[1].check(&format!("POST {PATH}/start"), SENT, Some(&example(&format!("{start} request"))));
    requests[2].check(&format!("POST {PATH}/stop"), SENT, None);
    requests[3].check(&format!("DELETE {PATH}"), SENT, None);
    assert!(renamed && !deleted);
    assert_eq!(started.conversation_status, Some(types::ConversationStatus::Starting));
    assert_eq!(stopped.conversation_status, Some(types::ConversationStatus::Stopped));
}

#[tokio::test]
async fn events_are_searched_with_a_body_in_a_get() {
    let name = operation("search_events", "_events", "get");
    let body = example(&format!("{name} request"));
    let filter: types::EventFilter = decode(body.clone());
    let events = json!({"events": [{"id": 3, "source": "agent"}], "has_more": false});
    let answers = [Answer::json(200, &events), Answer::json(200, &events)];
    let (requests, (filtered, all)) = exchange(client, &answers, async |client| {
        let call = client.conversations().search_events(ID).start_id(3).end_id(9).reverse(true).limit(5);
        let filtered = call.body(&filter).await.unwrap();
        (filtered, client.conversations().search_events(ID).await.unwrap())
    })
    .await;
    requests[0].check(&format!("GET {PATH}/events?start_id=3&end_id=9&reverse=true&limit=5"), SENT, Some(&body));
    requests[1].check(&format!("GET {PATH}/events"), SENT, None);
    assert_eq!((filtered, all), (events.clone(), events));
}

#[tokio::test]
async fn undescribed_values_are_any_json() {
    let open = json!([null, {"a": 1.5}, "text"]);
    let answers = vec![Answer::json(200, &open); 6];
    let (requests, values) = exchange(client, &answers, async |client| {
        let group = client.conversations();
        [
            group.add_event(ID).await.unwrap(),
            group.get_trajectory(ID).await.unwrap(),
            group.get_remote_runtime_config(ID).await.unwrap(),
            group.get_microagents(ID).await.unwrap(),
            group.get_prompt(ID, 12).await.unwrap(),
            group.submit_feedback(ID).await.unwrap(),
        ]
    })
    .await;
    let lines = [
        "POST /events",
        "GET /trajectory",
        "GET /config",
        "GET /microagents",
        "GET /remember-prompt?event_id=12",
        "POST /submit-feedback",
    ];
    for (request, line) in requests.iter().zip(lines) {
        request.check(&line.replace(" /", &format!(" {PATH}/")), SENT, None);
    }
    assert_eq!(values, [(); 6].map(|()| open.clone()));
}

#[tokio::test]
async fn files_of_the_workspace_are_read() {
    let list = operation("list_files", "_list_files", "get");
    let select = operation("select_file", "_select_file", "get");
    let changes = operation("git_changes", "_git_changes", "get");
    let diff = operation("git_diff", "_git_diff", "get");
    let answers =
        [&list, &list, &select, &changes, &diff].map(|name| Answer::json(200, &example(&format!("{name} 200"))));
    let (requests, (files, file, changes, diff)) = exchange(client, &answers, async |client| {
        let group = client.conversations();
        group.list_files(ID).await.unwrap();
        let files = group.list_files(ID).path("src").await.unwrap();
        let file = group.select_file(ID, "src/main.rs").await.unwrap();
        let changes = group.git_changes(ID).await.unwrap();
        (files, file, changes, group.git_diff(ID, "a b&c.rs").await.unwrap())
    })
    .await;
    let lines = [
        "list-files",
        "list-files?path=src",
        "select-file?file=src%2Fmain.rs",
        "git/changes",
        "git/diff?path=a%20b%26c.rs",
    ];
    for (request, line) in requests.iter().zip(lines) {
        request.check(&format!("GET {PATH}/{line}"), SENT, None);
    }
    assert_eq!(files, ["README.md", "src/"]);
    assert_eq!(file["code"], "fn main() {}\n");
    assert_eq!((changes[0]["status"].as_str(), changes[0]["path"].as_str()), ("M", "src/main.rs"));
    assert_eq!(diff["modified"], "fn main() { run() }\n");
}

#[tokio::test]
async fn archive_is_returned_as_bytes() {
    // The document declares JSON but the server sends an archive. The caller can access its bytes.
    let archive = b"PK\x05\x06\0\0\xff\xfe".to_vec();
    let answers = vec![Answer::body(200, "application/zip", archive.clone()); 2];
    let (requests, bytes) = exchange(client, &answers, async |client| {
        let response = client.conversations().zip_current_workspace(ID).raw().await.unwrap();
        let error = client.conversations().zip_current_workspace(ID).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.body(), Some(&response.body));
        response.into_body().to_vec()
    })
    .await;
    requests[0].check(&format!("GET {PATH}/zip-directory"), SENT, None);
    assert_eq!(bytes, archive);
}

/// Returns the boundary of a form after validating it (RFC 2046, section 5.1.1).
fn boundary(request: &Recorded) -> String {
    let [content_type] = request.all("content-type")[..] else { panic!("{request:?}") };
    let boundary =
        content_type.strip_prefix("multipart/form-data; boundary=").unwrap_or_else(|| panic!("{content_type}"));
    assert!(
        (1..=70).contains(&boundary.len())
            && boundary.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    );
    boundary.to_owned()
}

#[tokio::test]
async fn files_are_uploaded_byte_for_byte() {
    let folder = std::env::temp_dir().join(format!("apiarist-upload-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("hive.bin");
    std::fs::write(&path, b"\0\xff\r\n--not a boundary\r\n").unwrap();
    let files = vec![FilePart::bytes("né \"1\".txt", "bees\n").content_type("text/plain"), FilePart::path(&path)];
    let body = types::UploadFilesRequest::new(files);
    let name = operation("upload_files", "_upload_files", "post");
    let answer = Answer::json(200, &example(&format!("{name} 200")));
    for connection in
        [Connection::socket(std::slice::from_ref(&answer)).unwrap(), Connection::fake(std::slice::from_ref(&answer))]
    {
        let uploaded = client(&connection).conversations().upload_files(ID, &body).await.unwrap();
        assert_eq!((uploaded.file_urls, uploaded.skipped_files), (vec!["/workspace/notes.txt".to_owned()], vec![]));
        let request = connection.requests().remove(0);
        assert_eq!(request.line(), format!("POST {PATH}/upload-files"));
        assert_eq!(request.all("x-session-api-key"), [KEY]);
        let boundary = boundary(&request);
        let mut expected = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"né %221%22.txt\"\r\nContent-Type: text/plain\r\n\r\nbees\n\r\n").into_bytes();
        expected.extend(format!("--{boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"hive.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n").as_bytes());
        expected.extend(b"\0\xff\r\n--not a boundary\r\n\r\n");
        expected.extend(format!("--{boundary}--\r\n").as_bytes());
        assert_eq!(String::from_utf8_lossy(&request.body), String::from_utf8_lossy(&expected));
        assert_eq!(request.body, expected);
        if matches!(connection, Connection::Socket(_)) {
            assert_eq!(request.all("content-length"), [expected.len().to_string()]);
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn missing_file_fails_before_sending() {
    let body = types::UploadFilesRequest::new(vec![FilePart::path("/nowhere/hive.bin")]);
    let (requests, ()) = exchange(client, &[], async |client| {
        let error = client.conversations().upload_files(ID, &body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(error.to_string().contains("hive.bin"), "{error}");
    })
    .await;
    assert!(requests.is_empty());
}

#[test]
fn every_example_round_trips() {
    let mut examples = Examples::of(&DOCUMENT);
    let _: types::ConversationInfoResultSet = examples.decode_response(&format!("{SEARCH} 200"));
    let _: types::InitSessionRequest = examples.decode(&format!("{CREATE} request"));
    let get = operation("get_conversation", "", "get");
    let _: Option<types::ConversationInfo> = examples.decode_response(&format!("{get} 200/found"));
    let _: Option<types::ConversationInfo> = examples.decode(&format!("{get} 200/unknown"));
    let start = operation("start_conversation", "_start", "post");
    let stop = operation("stop_conversation", "_stop", "post");
    for name in [format!("{CREATE} 200"), format!("{start} 200"), format!("{stop} 200"), "ConversationResponse".into()]
    {
        let _: types::ConversationResponse = examples.decode_response(&name);
    }
    let _: types::ProvidersSetModel = examples.decode(&format!("{start} request"));
    let _: types::EventFilter = examples.decode(&format!("{} request", operation("search_events", "_events", "get")));
    let _: types::UpdateConversationRequest =
        examples.decode(&format!("{} request", operation("update_conversation", "", "patch")));
    for (function, method) in [("update_conversation", "patch"), ("delete_conversation", "delete")] {
        assert!(examples.decode::<bool>(&format!("{} 200", operation(function, "", method))));
    }
    for function in ["list_files", "select_file", "git_changes", "git_diff", "upload_files", "zip_current_workspace"] {
        let path = if function == "zip_current_workspace" { "zip_directory" } else { function };
        let name = operation(function, &format!("_{path}"), if function == "upload_files" { "post" } else { "get" });
        for status in [200, 404, 415, 500] {
            let open = format!("{name} {status}");
            if examples.has(&open) && (status != 200 || function != "upload_files") {
                let _: Value = examples.decode(&open);
            }
        }
    }
    let uploaded: types::UploadFilesResponse =
        examples.decode(&format!("{} 200", operation("upload_files", "_upload_files", "post")));
    assert_eq!(uploaded.file_urls, ["/workspace/notes.txt"]);
    let _: types::ConversationInfo = examples.decode_response("ConversationInfo");
    let task: types::SuggestedTask = examples.decode("SuggestedTask");
    assert_eq!((task.task_type, task.issue_number), (types::TaskType::FailingChecks, 42));
    let config: types::McpConfig = examples.decode("MCPConfig");
    assert_eq!(config.stdio_servers.unwrap()[0].env.as_ref().unwrap()["LANG"], "C");
    let error: types::HttpValidationError = examples.decode("HTTPValidationError");
    assert_eq!(error.detail.unwrap()[0].loc.len(), 3);
    examples.finish();
}

#[test]
fn example_starts_a_conversation() {
    let upload = operation("upload_files", "_upload_files", "post");
    let answers = [
        Answer::json(200, &example(&format!("{CREATE} 200"))),
        Answer::json(200, &example(&format!("{upload} 200"))),
        Answer::json(200, &example(&format!("{} 200/found", operation("get_conversation", "", "get")))),
    ];
    let program = ExampleProgram {
        test: "openhands::example_starts_a_conversation",
        main: example::main,
        credentials: &[("OPENHANDS_API_KEY", KEY)],
        base_url: "OPENHANDS_BASE_URL",
        base_path: "",
    };
    program.run(answers, |written, requests| {
        assert!(written.contains(ID) && written.contains("RUNNING"), "{written}");
        assert_eq!(
            lines(requests),
            ["POST /api/conversations", &format!("POST {PATH}/upload-files"), &format!("GET {PATH}")]
        );
    });
}

//! The most specific setting wins, property by property. Declared error names report errors even if the event can be
//! decoded.

use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_runtime::{ErrorKind, StreamOperation, Value};

fn client(text: &'static str) -> Client {
    let transport = FakeTransport::new();
    transport.push(FakeAnswer::events(text));
    Client::builder().transport(transport).build().expect("a client")
}

/// What a stream gives: `!` for errors that the server reports, `?` for events that cannot be read, `.` for others.
async fn told<Op>(call: apiarist_tests::Call<Op>) -> String
where
    Op: StreamOperation,
{
    let mut stream = call.stream().await.ok().expect("a stream");
    let mut told = String::new();
    while let Some(event) = stream.next().await {
        told.push(match event.map_err(|error| error.kind()) {
            Ok(_) => '.',
            Err(ErrorKind::Event) => '!',
            Err(_) => '?',
        });
    }
    told
}

#[tokio::test]
async fn stream_ends_at_the_configured_data_or_event() {
    let ends = ["data: {}\n\ndata: [END]\n\ndata: {}\n\n", "data: {}\n\ndata: [STOP]\n\ndata: {}\n\n"];
    for text in ends
        .into_iter()
        .chain(["data: {}\n\nevent: done\ndata: {}\n\ndata: {}\n\n", "data: {}\n\nevent: done\n\ndata: {}\n\n"])
    {
        assert_eq!(told(client(text).chats().chat()).await, ".", "{text}");
    }
    assert_eq!(told(client("data: [DONE]\n\ndata: {}\n\n").chats().chat()).await, "?.");
    assert_eq!(told(client("data: [EOF]\n\ndata: {}\n\nevent: bye\n\ndata: {}\n\n").chats().log()).await, "?.");
    assert_eq!(told(client("data: [DONE]\n\ndata: {}\n\n").chats().plain()).await, "?.");
    assert_eq!(told(client("data: {}\n\ndata: [DONE]\n\ndata: {}\n\n").chats().sequence()).await, ".");
}

#[tokio::test]
async fn configured_event_names_and_properties_report_errors() {
    let text = "event: fault\ndata: {}\n\ndata: {\"fault\":1}\n\ndata: {\"failure\":{}}\n\ndata: {\"fault\":null}\n\nevent: error\ndata: {}\n\n";
    assert_eq!(told(client(text).chats().chat()).await, "!!!..");
    assert_eq!(told(client(text).chats().log()).await, ".!!..");
    assert_eq!(told(client(text).chats().plain()).await, ".....");
    assert_eq!(told(client("event: error\ndata: 1\n\ndata: {\"error\":1,\"text\":2}\n\n").chats().plain()).await, "??");
    assert_eq!(
        told(client("event: error\ndata: 1\n\ndata: {\"error\":1}\n\ndata: 1\n\n").chats().anything()).await,
        "!!."
    );
}

#[tokio::test]
async fn reported_error_keeps_its_value() {
    let client = client("data: {\"failure\":{\"message\":\"too busy\"}}\n\n");
    let mut stream = client.chats().chat().stream().await.expect("a stream");
    let error = stream.next().await.expect("an event").expect_err("an error");
    assert_eq!(error.to_string(), "chat failed: the server reported an error in the event stream: too busy");
    assert_eq!(error.api().and_then(|value| value.pointer("/failure/message")), Some(&Value::from("too busy")));
}

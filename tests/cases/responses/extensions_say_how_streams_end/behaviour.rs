//! The terminator that an extension declares ends a stream, and other data does not.

use super::Client;
use super::types::Chunk;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_runtime::{Error, EventStream};

fn client(text: &'static str) -> Client {
    let transport = FakeTransport::new();
    transport.push(FakeAnswer::events(text));
    Client::builder().transport(transport).build().expect("a client")
}

/// The texts of a stream, and `?` for what could not be read.
async fn texts(stream: Result<EventStream<Chunk>, Error>) -> String {
    let mut stream = stream.expect("a stream");
    let mut texts = String::new();
    while let Some(chunk) = stream.next().await {
        texts.push_str(chunk.ok().and_then(|chunk| chunk.text).as_deref().unwrap_or("?"));
    }
    texts
}

#[tokio::test]
async fn each_stream_ends_at_its_declared_terminator() {
    const END: &str = "data: {\"text\":\"a\"}\n\ndata: [DONE]\n\ndata: [END]\n\ndata: {\"text\":\"b\"}\n\n";
    assert_eq!(texts(client(END).chats().usual().stream().await).await, "a");
    assert_eq!(texts(client(END).chats().streaming().stream().await).await, "a");
    assert_eq!(texts(client(END).chats().media_type().stream().await).await, "a?");
    assert_eq!(texts(client(END).chats().operation().stream().await).await, "a?");
    assert_eq!(texts(client(END).chats().terminator().stream().await).await, "a?");
    const MORE: &str = "data: [NOT THIS]\n\ndata: {\"text\":\"a\"}\n\ndata: [MORE]\n\ndata: [END]\n\n";
    assert_eq!(texts(client(MORE).chats().media_type().stream().await).await, "?a");
}

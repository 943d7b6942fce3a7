//! Responses of a hostile server.

use std::fmt::Debug;

use apiarist_runtime::testing::{FakeAnswer, FakeClock, FakeTransport};

use futures_util::{Stream, StreamExt as _};

use crate::api::{Client, ClientBuilder};

/// The maximum number of items that are read. An endless answer must not be an endless loop of the target.
const MOST: usize = 1_000;

fn client(answers: impl IntoIterator<Item = FakeAnswer>) -> Client {
    let transport = FakeTransport::new();
    answers.into_iter().for_each(|answer| transport.push(answer));
    let builder: ClientBuilder = Client::builder();
    builder.transport(transport).clock(FakeClock::new()).build().expect("the client needs no credentials")
}

/// Cuts the bytes into chunks: the first byte is the length of each.
fn chunked(answer: FakeAnswer, bytes: &[u8]) -> FakeAnswer {
    let Some((length, rest)) = bytes.split_first() else { return answer };
    rest.chunks(usize::from(*length).max(1)).fold(answer, |answer, chunk| answer.chunk(chunk.to_vec()))
}

/// Reads the bytes as an event stream. Where its chunks end does not change the events.
pub fn events(bytes: &[u8]) {
    let read = async |client: Client| texts(client.streams().list_events().stream().await.ok()).await;
    assert_independent_of_chunks(bytes, "text/event-stream", read);
}

/// Reads the bytes as JSON lines. Where its chunks end does not change the values.
pub fn lines(bytes: &[u8]) {
    let read = async |client: Client| texts(client.streams().list_lines().stream().await.ok()).await;
    assert_independent_of_chunks(bytes, "application/jsonl", read);
}

/// Reads the bytes in chunks and as a whole, and compares the results.
fn assert_independent_of_chunks(bytes: &[u8], media_type: &str, read: impl AsyncFn(Client) -> Vec<String>) {
    let answer = || FakeAnswer::new(200).header("content-type", media_type);
    let whole = answer().chunk(bytes.get(1..).unwrap_or_default().to_vec());
    let [chunked, whole] = [chunked(answer(), bytes), whole].map(|answer| pollster::block_on(read(client([answer]))));
    assert_eq!(chunked, whole);
}

/// Returns the items of a stream up to the first error, or up to the limit.
async fn texts<T: Debug, E: Debug>(stream: Option<impl Stream<Item = Result<T, E>> + Unpin>) -> Vec<String> {
    let Some(mut stream) = stream else { return Vec::new() };
    let mut texts = Vec::new();
    while let Some(item) = stream.next().await {
        texts.push(format!("{item:?}"));
        if item.is_err() || texts.len() == MOST {
            break;
        }
    }
    texts
}

/// Follows the bytes as a `Link` header, at most once, and only if they contain the name of the relation.
pub fn links(bytes: &[u8]) {
    let Ok(header) = std::str::from_utf8(bytes) else { return };
    if header.chars().any(|character| character.is_control()) {
        return;
    }
    let first = FakeAnswer::json(200, r#"[{"id":"1"}]"#).header("link", header);
    let second = FakeAnswer::json(200, r#"[{"id":"2"}]"#);
    pollster::block_on(async {
        let mut items = client([first, second]).bees().list().items();
        let mut count = 0;
        while let Some(Ok(_)) = items.next().await {
            count += 1;
        }
        let most = if header.to_ascii_lowercase().contains("next") { 2 } else { 1 };
        assert!((1..=most).contains(&count), "{count} items");
    });
}

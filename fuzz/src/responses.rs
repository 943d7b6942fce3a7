//! Responses of a hostile server.

use apiarist_runtime::testing::{FakeAnswer, FakeClock, FakeTransport};

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
    let read = |answer: FakeAnswer| {
        pollster::block_on(async {
            let Ok(mut stream) = client([answer]).streams().list_events().stream().await else { return Vec::new() };
            let mut events = Vec::new();
            while let Some(event) = stream.next().await {
                events.push(format!("{event:?}"));
                if event.is_err() || events.len() == MOST {
                    break;
                }
            }
            events
        })
    };
    let answer = || FakeAnswer::new(200).header("content-type", "text/event-stream");
    let whole = bytes.get(1..).unwrap_or_default();
    assert_eq!(read(chunked(answer(), bytes)), read(answer().chunk(whole.to_vec())));
}

/// Reads the bytes as JSON lines. Where its chunks end does not change the values.
pub fn lines(bytes: &[u8]) {
    let read = |answer: FakeAnswer| {
        pollster::block_on(async {
            let Ok(mut stream) = client([answer]).streams().list_lines().stream().await else { return Vec::new() };
            let mut values = Vec::new();
            while let Some(value) = stream.next().await {
                values.push(format!("{value:?}"));
                if value.is_err() || values.len() == MOST {
                    break;
                }
            }
            values
        })
    };
    let answer = || FakeAnswer::new(200).header("content-type", "application/jsonl");
    let whole = bytes.get(1..).unwrap_or_default();
    assert_eq!(read(chunked(answer(), bytes)), read(answer().chunk(whole.to_vec())));
}

/// Follows the bytes as a `Link` header, at most once.
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
        assert!((1..=2).contains(&count), "{count} items");
    });
}

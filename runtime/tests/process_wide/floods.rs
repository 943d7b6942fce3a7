//! Tests servers that send excessive data: the bytes read and the memory used stay below a limit.

use std::{io, sync::atomic::Ordering, time::Duration};

use crate::bad_server::{Client, Connection, ENDLESS, Server, fails, server, soon};
use apiarist_runtime::{ErrorKind, Timeouts};
use peak_alloc::PeakAlloc;

/// Counts the allocated bytes of the whole process, including the server.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const KIB: usize = 1 << 10;
const MIB: usize = 1 << 20;

/// The memory allowed in addition to the body: buffers of connections, and the chunk that the test server sends.
const LITTLE: usize = 4 * MIB;

/// Returns the memory allowed for buffering up to a limit: the buffer is doubled, and the old one is freed afterward.
const fn gathered(limit: usize) -> usize {
    3 * limit + LITTLE
}

/// Calls a server with this response, and asserts that memory never exceeds this number of bytes.
async fn flooded(
    most: usize,
    answer: impl Fn(&mut Connection) -> io::Result<()> + Send + Sync + 'static,
    ask: impl AsyncFnOnce(&Server, &Client),
) {
    let _turn = crate::TURN.lock().await;
    let server = server(answer);
    let client = server.client(Timeouts::default());
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    ask(&server, &client).await;
    let held = MEMORY.peak_usage().saturating_sub(before);
    assert!(held < most, "{} KiB were held at once", held / KIB);
    assert_eq!(server.connections.load(Ordering::Relaxed), 1);
}

fn sent_less_than(server: &Server, most: usize) {
    assert!(server.written() < most as u64, "{} KiB were sent", server.written() / KIB as u64);
}

/// A chunk of a body of 64 KiB.
fn chunk() -> Vec<u8> {
    let mut chunk = b"10000\r\n".to_vec();
    chunk.resize(chunk.len() + 64 * KIB, b'0');
    chunk.extend_from_slice(b"\r\n");
    chunk
}

#[tokio::test]
async fn declared_gibibyte_is_not_read() {
    let answer = |connection: &mut Connection| {
        connection.send("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1073741824\r\n\r\n")?;
        connection.flood(&[b'0'; 64 * KIB], Duration::ZERO)
    };
    flooded(LITTLE, answer, async |server, client| {
        fails(server, client, ErrorKind::TooLarge, "the response exceeds the limit of 64 MiB").await;
        sent_less_than(server, 16 * MIB);
    })
    .await;
}

#[tokio::test]
async fn chunked_gibibyte_is_read_up_to_the_limit() {
    let answer = |connection: &mut Connection| {
        connection.send(ENDLESS)?;
        connection.flood(&chunk(), Duration::ZERO)
    };
    flooded(gathered(64 * MIB), answer, async |server, client| {
        fails(server, client, ErrorKind::TooLarge, "the response exceeds the limit of 64 MiB").await;
        sent_less_than(server, (64 + 16) * MIB);
    })
    .await;
}

#[tokio::test]
async fn gibibyte_error_body_is_truncated() {
    let answer = |connection: &mut Connection| {
        connection.send("HTTP/1.1 500 Sorry\r\ncontent-length: 1073741824\r\n\r\n{\"message\":\"")?;
        connection.flood(&[b'a'; 64 * KIB], Duration::ZERO)
    };
    flooded(gathered(MIB), answer, async |server, client| {
        let error = soon(client.bees().get()).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Status, 500));
        assert_eq!(error.body().unwrap().len(), MIB);
        assert!(error.to_string().len() < 400);
        assert!(server.is_closed().await);
        sent_less_than(server, 16 * MIB);
    })
    .await;
}

#[tokio::test]
async fn download_is_not_buffered() {
    const LENGTH: usize = 128 * MIB;
    let answer = |connection: &mut Connection| {
        connection.send(format!("HTTP/1.1 200 OK\r\ncontent-length: {LENGTH}\r\n\r\n"))?;
        (0..LENGTH / (64 * KIB)).try_for_each(|_| connection.send([b'a'; 64 * KIB]))
    };
    flooded(LITTLE, answer, async |_, client| {
        let mut download = soon(client.bees().bytes_of().download()).await.unwrap();
        let mut received = 0;
        while let Some(piece) = soon(download.next()).await {
            received += piece.unwrap().len();
        }
        assert_eq!(received, LENGTH);
    })
    .await;
}

#[tokio::test]
async fn unterminated_event_is_limited() {
    let answer = |connection: &mut Connection| {
        connection.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: ")?;
        connection.flood(&[b'a'; 64 * KIB], Duration::ZERO)
    };
    flooded(gathered(MIB), answer, async |server, client| {
        let mut events = soon(client.bees().get().stream()).await.unwrap();
        let error = soon(events.next()).await.unwrap().unwrap_err();
        assert_eq!(error.to_string(), "getBee failed: an event exceeds the limit of 1 MiB");
        assert!(server.is_closed().await);
        sent_less_than(server, 16 * MIB);
        assert!(soon(events.next()).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn endless_events_are_not_buffered() {
    let answer = |connection: &mut Connection| {
        connection.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n")?;
        let event = format!("id: 1\ndata: \"{}\"\n\n", "bees".repeat(4 * KIB));
        connection.flood(event.as_bytes(), Duration::ZERO)
    };
    flooded(LITTLE, answer, async |server, client| {
        let mut events = soon(client.bees().get().stream()).await.unwrap();
        // 64 MiB in total.
        for _ in 0..4 * KIB {
            soon(events.next()).await.unwrap().unwrap();
        }
        drop(events);
        assert!(server.is_closed().await);
    })
    .await;
}

/// Blocks without data are not events, and are not buffered.
#[tokio::test]
async fn endless_comments_are_not_buffered() {
    let answer = |connection: &mut Connection| {
        connection.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n")?;
        let comment = format!(": {}\n\nid: 1\nevent: hum\n\n", "bees".repeat(KIB));
        for _ in 0..4 * KIB {
            connection.send(&comment)?;
        }
        connection.send("data: 1\n\n")
    };
    flooded(LITTLE, answer, async |server, client| {
        let mut events = soon(client.bees().get().stream()).await.unwrap();
        assert_eq!(soon(events.next()).await.unwrap().unwrap(), 1);
        drop(events);
        assert!(server.is_closed().await);
    })
    .await;
}

#[tokio::test]
async fn hundred_thousand_headers_are_rejected() {
    let answer = |connection: &mut Connection| {
        connection.send("HTTP/1.1 200 OK\r\n")?;
        for number in 0..100_000 {
            connection.send(format!("x-{number}: bees\r\n"))?;
        }
        connection.send("\r\n[]")
    };
    flooded(LITTLE, answer, async |server, client| {
        fails(server, client, ErrorKind::Transport, ": message head is too large").await;
        sent_less_than(server, 2 * MIB);
    })
    .await;
}

#[tokio::test]
async fn ten_mebibyte_header_is_rejected() {
    let answer = |connection: &mut Connection| {
        connection.send("HTTP/1.1 200 OK\r\nx-bees: ")?;
        connection.flood(&[b'a'; 64 * KIB], Duration::ZERO)
    };
    flooded(LITTLE, answer, async |server, client| {
        fails(server, client, ErrorKind::Transport, ": message head is too large").await;
        sent_less_than(server, 10 * MIB);
    })
    .await;
}

/// Returns a mebibyte of gzip that decompresses to 158 MiB: a zero, and then repeated matches of 258 bytes at a
/// distance of one, each of which takes 13 bits with the fixed codes of RFC 1951 section 3.2.6. The stream is not
/// terminated.
fn bomb() -> Vec<u8> {
    let mut bomb = b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec();
    // Codes start at the lowest bit: the header of a last block with fixed codes, and the literal 0.
    let (mut bits, mut count) = (0b011_u32 | (0b0000_1100 << 3), 11);
    while bomb.len() < MIB {
        while count >= 8 {
            bomb.push(bits as u8);
            (bits, count) = (bits >> 8, count - 8);
        }
        // Code 285 is 11000101, and the code of the distance is 00000.
        (bits, count) = (bits | (0b1010_0011 << count), count + 13);
    }
    bomb
}

fn send_bomb(bomb: &[u8], connection: &mut Connection) -> io::Result<()> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\n";
    connection.send(format!("{head}content-length: {}\r\n\r\n", bomb.len()))?;
    connection.send(bomb)
}

/// Without the feature `gzip`, compression is neither requested nor decoded, so a small response cannot become a large
/// one.
#[cfg(not(feature = "gzip"))]
#[tokio::test]
async fn compressed_body_is_not_decompressed() {
    let bomb = bomb();
    let message = "200 OK: the content is encoded as `gzip`, which was not requested";
    flooded(
        gathered(MIB),
        move |connection| send_bomb(&bomb, connection),
        async |_, client| {
            let error = soon(client.bees().text()).await.unwrap_err();
            assert_eq!((error.kind(), error.to_string()), (ErrorKind::Decode, format!("getText failed: {message}")));
        },
    )
    .await;
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn compressed_body_is_decompressed_up_to_the_limit() {
    let bomb = bomb();
    let message = "the response exceeds the limit of 64 MiB";
    flooded(
        gathered(64 * MIB),
        move |connection| send_bomb(&bomb, connection),
        async |_, client| {
            let error = soon(client.bees().text()).await.unwrap_err();
            assert_eq!((error.kind(), error.to_string()), (ErrorKind::TooLarge, format!("getText failed: {message}")));
        },
    )
    .await;
}

/// Decoded chunks are small, although 13 bits are decoded to 258 bytes.
#[cfg(feature = "gzip")]
#[tokio::test]
async fn compressed_download_is_decompressed_in_chunks() {
    let bomb = bomb();
    flooded(
        LITTLE,
        move |connection| send_bomb(&bomb, connection),
        async |_, client| {
            let mut download = soon(client.bees().bytes_of().download()).await.unwrap();
            while download.received() < 100 * MIB as u64 {
                soon(download.next()).await.unwrap().unwrap();
            }
        },
    )
    .await;
}

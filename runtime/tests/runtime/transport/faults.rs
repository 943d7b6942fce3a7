//! Tests servers that fail, stall or violate the protocol, over real sockets: each one causes an error with its reason,
//! no call waits forever, and unusable connections are closed.

use std::{io::Read as _, net::TcpListener, sync::atomic::Ordering, thread, time::Duration};

use crate::bad_server::{Client, ENDLESS, Server, chain, fails, raw_server, server, soon};
use apiarist_runtime::{Error, ErrorKind, RetryPolicy, Timeouts, Value};

/// Returns a client with short timeouts.
fn hasty(server: &Server) -> Client {
    let limit = Duration::from_millis(300);
    server.client(Timeouts::default().attempt(limit).idle(limit))
}

fn json(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

#[tokio::test]
async fn refused_connection_is_a_connect_error() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::builder().base_url(url).retries(RetryPolicy::none()).build().unwrap();
    let error = soon(client.bees().get()).await.unwrap_err();
    let chain = chain(&error);
    assert!(
        chain.starts_with("getBee failed: could not connect: ") && chain.contains(": Connection refused"),
        "{chain}"
    );
}

#[tokio::test]
async fn connection_closed_before_the_response_is_a_transport_error() {
    let server = raw_server(|connection| connection.request().map(drop));
    let message = ": connection closed before message completed";
    fails(&server, &hasty(&server), ErrorKind::Transport, message).await;
}

#[tokio::test]
async fn connection_reset_within_the_body_is_a_transport_error() {
    let server = raw_server(|connection| {
        // Closing a socket with unread data sends a reset.
        connection.stream.read_exact(&mut [0; 1])?;
        connection.send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[1,2")?;
        thread::sleep(Duration::from_millis(50));
        Ok(())
    });
    let error = soon(hasty(&server).bees().get()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    let chain = chain(&error);
    assert!(chain.starts_with("getBee failed: the connection failed: "), "{chain}");
    assert!(chain.contains(": Connection reset by peer"), "{chain}");
}

#[tokio::test]
async fn interrupted_download_is_a_transport_error() {
    let server = raw_server(|connection| {
        connection.request()?;
        connection.send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[1,2")
    });
    let mut download = soon(hasty(&server).bees().get().download()).await.unwrap();
    let error = loop {
        match soon(download.next()).await.unwrap() {
            Ok(_) => {}
            Err(error) => break error,
        }
    };
    assert_eq!(error.kind(), ErrorKind::Transport);
    let chain = chain(&error);
    assert!(chain.starts_with("getBee failed: the connection failed: "), "{chain}");
    assert!(chain.ends_with(": end of file before message length reached"), "{chain}");
}

#[tokio::test]
async fn endless_headers_are_rejected() {
    let server = server(|connection| {
        connection.send("HTTP/1.1 200 OK\r\n")?;
        connection.flood(b"a", Duration::from_millis(10))
    });
    fails(&server, &hasty(&server), ErrorKind::Timeout, "the server did not respond within 300ms").await;
}

#[tokio::test]
async fn endless_interim_responses_time_out() {
    let server = server(|connection| connection.flood(b"HTTP/1.1 103 Hints\r\n\r\n", Duration::from_millis(10)));
    fails(&server, &hasty(&server), ErrorKind::Timeout, "the server did not respond within 300ms").await;
}

#[tokio::test]
async fn endless_body_times_out() {
    let server = server(|connection| {
        connection.send(ENDLESS)?;
        connection.flood(b"1\r\n \r\n", Duration::from_millis(10))
    });
    fails(&server, &hasty(&server), ErrorKind::Timeout, "the response was not complete within 300ms").await;
}

#[tokio::test]
async fn stalled_download_times_out() {
    let server = server(|connection| connection.send("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nbees"));
    let error = soon(hasty(&server).bees().bytes_of()).await.unwrap_err();
    assert_eq!(error.to_string(), "getBytes failed: received no data within 300ms");
    assert!(server.is_closed().await);
}

#[tokio::test]
async fn truncated_body_is_a_transport_error() {
    let server = raw_server(|connection| {
        connection.request()?;
        connection.send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[1,2")
    });
    let message = ": end of file before message length reached";
    fails(&server, &hasty(&server), ErrorKind::Transport, message).await;
}

#[tokio::test]
async fn truncated_json_is_a_decode_error() {
    let server = server(|connection| connection.send(json("[1,2,")));
    let error = soon(hasty(&server).bees().get()).await.unwrap_err();
    let expected =
        "getBee failed: 200 OK: expected Vec<u64> at `[2]`: EOF while parsing a value at line 1 column 5, in [1,2,";
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn truncated_chunk_is_a_transport_error() {
    let server = raw_server(|connection| {
        connection.request()?;
        connection.send(format!("{ENDLESS}5\r\n[1"))
    });
    let message = ": end of file before message length reached";
    fails(&server, &hasty(&server), ErrorKind::Transport, message).await;
}

#[tokio::test]
async fn chunk_without_a_size_is_a_transport_error() {
    let server = server(|connection| connection.send(format!("{ENDLESS}bees\r\n[1]\r\n")));
    let message = ": Invalid chunk size line: Invalid Size";
    fails(&server, &hasty(&server), ErrorKind::Transport, message).await;
}

#[tokio::test]
async fn non_http_response_is_a_transport_error() {
    let server = server(|connection| connection.send("SSH-2.0-OpenSSH_9.6\r\n\r\n"));
    fails(&server, &hasty(&server), ErrorKind::Transport, ": invalid HTTP version parsed").await;
}

#[tokio::test]
async fn conflicting_content_lengths_are_rejected() {
    let server =
        server(|connection| connection.send("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n1"));
    fails(&server, &hasty(&server), ErrorKind::Transport, ": invalid content-length parsed").await;
}

#[tokio::test]
async fn circular_redirects_are_limited() {
    let server = raw_server(|connection| {
        loop {
            if connection.request()?.is_empty() {
                return Ok(());
            }
            connection.send("HTTP/1.1 307 Go on\r\nlocation: /bee\r\ncontent-length: 0\r\n\r\n")?;
        }
    });
    let error = soon(hasty(&server).bees().get()).await.unwrap_err();
    assert_eq!(error.to_string(), "getBee failed: stopped after 10 redirects");
    // The server may count its written bytes after the client has read them.
    assert!(server.is_closed().await);
    assert_eq!((server.connections.load(Ordering::Relaxed), server.written()), (1, 11 * 57));
}

#[tokio::test]
async fn redirect_to_another_origin_is_not_followed() {
    let other = server(|connection| connection.send(json("[1]")));
    let location = other.url.clone();
    let server = server(move |connection| {
        connection.send(format!("HTTP/1.1 302 Found\r\nlocation: {location}/bee\r\ncontent-length: 0\r\n\r\n"))
    });
    let error = soon(hasty(&server).bees().get()).await.unwrap_err();
    let host = other.url.trim_start_matches("http://");
    let expected = format!(
        "getBee failed: 302 Found: the redirect to another origin, `{host}`, was not followed; its target is the \
         `location` header in the error's `headers()`"
    );
    assert_eq!(error.to_string(), expected);
    assert_eq!(other.connections.load(Ordering::Relaxed), 0);
}

/// `[1]`, compressed by `gzip`.
const ZIPPED: &[u8] = b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x8b6\x8c\x05\0\x1d\x30\x5d\x10\x03\0\0\0";

/// An encoding without a feature.
const ENCODING: &str = if cfg!(feature = "gzip") { "deflate" } else { "gzip" };

fn zipped() -> Server {
    raw_server(|connection| {
        loop {
            connection.request()?;
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
            let length = ZIPPED.len();
            connection.send(format!("{head}content-encoding: {ENCODING}\r\ncontent-length: {length}\r\n\r\n"))?;
            connection.send(ZIPPED)?;
        }
    })
}

/// Without the feature of an encoding, bodies are not decompressed, so a small response cannot become a large one.
#[tokio::test]
async fn unrequested_content_encoding_is_reported() {
    let message = format!("200 OK: the content is encoded as `{ENCODING}`, which was not requested");
    let server = zipped();
    let client = hasty(&server);
    let error = soon(client.bees().get()).await.unwrap_err();
    assert_eq!((error.kind(), error.to_string()), (ErrorKind::Decode, format!("getBee failed: {message}")));
    let error = soon(client.bees().text()).await.unwrap_err();
    assert_eq!(error.to_string(), format!("getText failed: {message}"));
    assert_eq!(soon(client.bees().bytes_of()).await.unwrap(), ZIPPED);
}

#[tokio::test]
async fn invalid_utf_8_is_a_decode_error() {
    let server = server(|connection| {
        connection.send(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 7\r\n\r\n[1,\"\xff\"]")
    });
    let error: Error<Value> = soon(hasty(&server).bees().get()).await.unwrap_err();
    assert!(error.to_string().starts_with("getBee failed: 200 OK: expected Vec<u64> at `[1]`: invalid "), "{error}");
}

#[tokio::test]
async fn html_instead_of_json_is_a_decode_error() {
    let page = "<html><body>Please sign in</body></html>";
    let server = server(move |connection| {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\n\r\n", page.len());
        connection.send(format!("{head}{page}"))
    });
    let error = soon(hasty(&server).bees().get()).await.unwrap_err();
    let expected =
        "getBee failed: 200 OK: expected Vec<u64>, found `text/html`: expected value at line 1 column 1, in ";
    assert_eq!(error.to_string(), format!("{expected}{page}"));
}

/// A connection that is still usable after a failure is reused, and closed with its client.
#[tokio::test]
async fn connections_are_reused_while_usable() {
    let server = raw_server(|connection| {
        for body in ["[\"x\"]", "[1]"] {
            connection.request()?;
            connection.send(json(body))?;
        }
        while connection.stream.read(&mut [0; 64])? > 0 {}
        Ok(())
    });
    let client = hasty(&server);
    assert_eq!(soon(client.bees().get()).await.unwrap_err().kind(), ErrorKind::Decode);
    assert_eq!(soon(client.bees().get()).await.unwrap(), [1]);
    assert_eq!(server.connections.load(Ordering::Relaxed), 1);
    drop(client);
    assert!(server.is_closed().await);
}

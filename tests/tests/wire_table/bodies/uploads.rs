//! Bytes in memory, files, readers and streams, of known and unknown length.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use apiarist_runtime::{Bytes, RequestOptions, RetryPolicy, Upload};
use apiarist_test_support::loopback::Answer;
use apiarist_tests::bodies::text_and_bytes_are_sent_as_they_are::Client;

use crate::table::{Row, outcome, refused, rows};

/// A stream of pieces in reverse order.
struct Pieces(Vec<&'static str>);

impl futures_core::Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop().map(|piece| Ok(piece.into())))
    }
}

fn parts() -> Pieces {
    Pieces(vec!["s", "bee"])
}

/// A reader that returns one byte at a time, is interrupted before each, and fails or panics at the end.
struct Bytewise(&'static [u8], bool, Option<fn() -> io::Error>);

impl io::Read for Bytewise {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.1 = !self.1;
        match self.0.split_first() {
            _ if self.1 => Err(io::ErrorKind::Interrupted.into()),
            Some((byte, rest)) => {
                (buffer[0], self.0) = (*byte, rest);
                Ok(1)
            }
            None => self.2.map_or(Ok(0), |failure| Err(failure())),
        }
    }
}

fn bytewise(failure: Option<fn() -> io::Error>) -> Bytewise {
    Bytewise(b"bees", false, failure)
}

fn again() -> RequestOptions {
    RequestOptions::default().retries(RetryPolicy::default().first_delay(Duration::from_millis(1)))
}

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wire_table/bodies/three.txt");

const PUT: &str = "PUT /blobs/a\ncontent-type: application/octet-stream\n\nbees";

const CHUNKED: &str = "PUT /blobs/a\ncontent-type: application/octet-stream\ntransfer-encoding: chunked\n\nbees";

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    rows! {
        Client, client;
        client.blobs().replace("a", "bees") => PUT;
        client.blobs().replace("a", "bees".to_owned()) => PUT;
        client.blobs().replace("a", b"bees".to_vec()) => PUT;
        client.blobs().replace("a", Bytes::from_static(b"bees")) => PUT;
        client.blobs().replace("a", b"\x00\x7f") => "PUT /blobs/a\ncontent-type: application/octet-stream\n\n\0\u{7f}";
        client.blobs().replace("a", "") => "PUT /blobs/a\ncontent-type: application/octet-stream";
        client.blobs().replace("a", Upload::read(&b"bees"[..])) => CHUNKED;
        client.blobs().replace("a", Upload::stream(parts())) => CHUNKED;
        client.blobs().replace("a", Upload::read_of_length(4, &b"bees"[..])) => PUT;
        client.blobs().replace("a", Upload::stream_of_length(4, parts())) => PUT;
        client.blobs().replace("a", Upload::read_of_length(4, &b"bees and wasps"[..])) => PUT;
        client.blobs().replace("a", Upload::read_blocking(&b"bees"[..])) => CHUNKED;
        client.blobs().replace("a", Upload::read_blocking(io::empty()))
            => "PUT /blobs/a\ncontent-type: application/octet-stream\ntransfer-encoding: chunked";
        client.blobs().replace("a", Upload::read_blocking(bytewise(None))) => CHUNKED;
        client.blobs().replace("a", Upload::read_blocking_of_length(4, &b"bees"[..])) => PUT;
        client.blobs().replace("a", Upload::read_blocking_of_length(4, bytewise(None))) => PUT;
        client.blobs().replace("a", Upload::read_blocking_of_length(2, bytewise(None)))
            => "PUT /blobs/a\ncontent-type: application/octet-stream\n\nbe";
        client.blobs().replace("a", Upload::read_blocking_of_length(6, bytewise(None)))
            => outcome("error: putBlob failed: cannot read the request body: the stream ended 2 bytes before its declared length");
        client.blobs().replace("a", Upload::read_blocking(bytewise(Some(|| io::Error::other("the hive is empty")))))
            => outcome("error: putBlob failed: cannot read the request body: the hive is empty");
        client.blobs().replace("a", Upload::read_blocking(bytewise(Some(|| panic!("a wasp")))))
            => outcome("error: putBlob failed: cannot read the request body: the reader panicked");
        client.blobs().replace("a", Upload::path(FILE))
            => "PUT /blobs/a\ncontent-type: application/octet-stream\n\none\ntwo\nthree\n";
        client.blobs().replace("a", Upload::path("/nowhere/bees"))
            => refused("putBlob failed: cannot read the file /nowhere/bees: No such file or directory (os error 2)");
        client.blobs().replace("a", "bees").options(again()), [Answer::empty(503), Answer::empty(204)]
            => (&*format!("{PUT}\n---\n{PUT}"), "()");
        client.blobs().replace("a", Upload::path(FILE)).options(again()), [Answer::empty(503), Answer::empty(204)]
            => ("PUT /blobs/a\ncontent-type: application/octet-stream\n\none\ntwo\nthree\n\n---\n\
                PUT /blobs/a\ncontent-type: application/octet-stream\n\none\ntwo\nthree\n", "()");
        client.blobs().replace("a", "bees"), [Answer::empty(307).header("location", "/b"), Answer::empty(204)]
            => (&*format!("{PUT}\n---\n{}", PUT.replace("/blobs/a", "/b")), "()");
        client.blobs().replace("a", "bees"), [Answer::empty(303).header("location", "/b"), Answer::empty(204)]
            => (&*format!("{PUT}\n---\nGET /b"), "()");
        client.blobs().replace("a", Upload::stream_of_length(4, parts())).options(again()), Answer::empty(503)
            => (PUT, "error: putBlob failed: 503 Service Unavailable; not retried, because the request body is a stream, \
                which can be read only once");
        client.blobs().replace("a", Upload::read_blocking_of_length(4, bytewise(None))).options(again()), Answer::empty(503)
            => (PUT, "error: putBlob failed: 503 Service Unavailable; not retried, because the request body is a stream, \
                which can be read only once");
        client.blobs().replace("a", Upload::stream_of_length(4, parts())), Answer::empty(307).header("location", "/b")
            => (PUT, "error: putBlob failed: 307 Temporary Redirect: the redirect was not followed, because the \
                request body is a stream, which can be read only once");
        client.notes().replace("a b", "é") => "PUT /notes/a%20b\ncontent-type: text/plain\n\né";
        client.drawings().create() => "POST /drawings";
        client.drawings().create().body("<svg/>") => "POST /drawings\ncontent-type: image/svg+xml\n\n<svg/>";
    }
}

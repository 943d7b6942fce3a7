//! Streams of JSON texts: one on each line, or one after each record separator.
//!
//! ```text
//! {"n":1}\n{"n":2}\n          Lines: {"n":1}, {"n":2}
//! \x1e{"n":1}\n\x1e{"n":2}\n  Sequence: {"n":1}, {"n":2}
//! ```

use std::collections::VecDeque;

/// The framing of the items of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Framing {
    /// Server-sent events (WHATWG HTML section 9.2.6).
    Events,
    /// One JSON text on each line: JSON Lines, NDJSON.
    Lines,
    /// One JSON text after each record separator (RFC 7464).
    Sequence,
}

impl Framing {
    /// Returns the framing of a media type in lower case and without parameters.
    pub(crate) fn of(media_type: &str) -> Option<Self> {
        match media_type {
            "text/event-stream" => Some(Framing::Events),
            "application/jsonl"
            | "application/x-jsonl"
            | "application/json-lines"
            | "application/jsonlines"
            | "application/x-jsonlines"
            | "application/x-json-lines"
            | "application/x-json-stream"
            | "application/ndjson"
            | "application/x-ndjson"
            | "application/stream+json"
            | "text/jsonl"
            | "text/x-ndjson" => Some(Framing::Lines),
            "application/json-seq" => Some(Framing::Sequence),
            other => other.ends_with("+json-seq").then_some(Framing::Sequence),
        }
    }

    /// Returns the framing of a response, given the media types of the operation's streams. Returns `None` if the
    /// response is not a stream. Servers often send lines of JSON as plain JSON or text.
    pub(crate) fn of_response(found: Option<&str>, expected: &str) -> Option<Self> {
        let expected = expected.split([',', ';']).next().unwrap_or_default().trim();
        let expected = Framing::of(&expected.to_ascii_lowercase()).unwrap_or(Framing::Events);
        let Some(found) = found else { return Some(expected) };
        let is_vague = matches!(found, "application/json" | "text/plain" | "application/octet-stream");
        Framing::of(found).or_else(|| Some(expected).filter(|expected| *expected != Framing::Events && is_vague))
    }
}

/// A splitter of bytes into JSON texts.
pub(crate) struct Texts {
    separator: u8,
    /// The received part of the incomplete text.
    text: Vec<u8>,
    ready: VecDeque<String>,
    too_long: bool,
    longest: usize,
}

impl Texts {
    pub(crate) fn new(framing: Framing, longest: usize) -> Self {
        let separator = if framing == Framing::Sequence { 0x1e } else { b'\n' };
        Texts { separator, text: Vec::new(), ready: VecDeque::new(), too_long: false, longest }
    }

    pub(crate) fn push(&mut self, bytes: &[u8]) {
        let separator = self.separator;
        let mut pieces = bytes.split(|byte| *byte == separator).peekable();
        while let Some(piece) = pieces.next().filter(|_| !self.too_long) {
            self.too_long = self.text.len() + piece.len() > self.longest;
            if !self.too_long {
                self.text.extend_from_slice(piece);
            }
            if pieces.peek().is_some() {
                self.finish();
            }
        }
    }

    /// Completes the current text, as at the end of the stream. Empty texts are dropped.
    pub(crate) fn finish(&mut self) {
        let text = std::mem::take(&mut self.text);
        let text = String::from_utf8_lossy(&text);
        let text = text.trim_start_matches('\u{feff}').trim();
        if !text.is_empty() {
            self.ready.push_back(text.to_owned());
        }
    }

    pub(crate) fn pop(&mut self) -> Option<String> {
        self.ready.pop_front()
    }

    pub(crate) fn is_too_long(&self) -> bool {
        self.too_long
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(framing: Framing, chunks: &[&[u8]]) -> Vec<String> {
        let mut texts = Texts::new(framing, 64);
        chunks.iter().for_each(|chunk| texts.push(chunk));
        texts.finish();
        std::iter::from_fn(|| texts.pop()).collect()
    }

    #[test]
    fn values_do_not_depend_on_chunk_boundaries() {
        let lines = "{\"a\":\"é\"}\r\n\n  \n[1,\u{1e}2]\n3".as_bytes();
        let sequence = b"\x1e{\n\"a\":1}\n\x1e2\n\x1e\x1e3";
        for cut in 0..lines.len() {
            let (start, end) = lines.split_at(cut);
            assert_eq!(texts(Framing::Lines, &[start, end]), ["{\"a\":\"é\"}", "[1,\u{1e}2]", "3"], "cut at {cut}");
        }
        for cut in 0..sequence.len() {
            let (start, end) = sequence.split_at(cut);
            assert_eq!(texts(Framing::Sequence, &[start, end]), ["{\n\"a\":1}", "2", "3"], "cut at {cut}");
        }
    }

    #[test]
    fn unterminated_value_ends_the_stream_at_the_limit() {
        let mut texts = Texts::new(Framing::Lines, 64);
        (0..10).for_each(|_| texts.push(&[b'x'; 10]));
        assert!(texts.is_too_long() && texts.pop().is_none());
    }

    #[test]
    fn generic_media_type_uses_the_documented_framing() {
        let of = |found, expected| Framing::of_response(found, expected);
        assert_eq!(of(Some("application/json"), "application/x-ndjson"), Some(Framing::Lines));
        assert_eq!(of(Some("application/json"), "text/event-stream"), None);
        assert_eq!(of(Some("text/html"), "application/x-ndjson"), None);
        assert_eq!(of(Some("text/event-stream"), "application/x-ndjson"), Some(Framing::Events));
        assert_eq!(of(None, "application/json-seq"), Some(Framing::Sequence));
    }
}

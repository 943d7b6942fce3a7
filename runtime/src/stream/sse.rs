//! Parsing of server-sent events according to the algorithm of the WHATWG (HTML section 9.2.6).
//!
//! ```text
//! id: 7                    Event { name: "update", data: "a\nb", id: Some("7"), … }
//! event: update
//! data: a
//! data: b
//! (empty line)             ends the event
//! ```

use std::{collections::VecDeque, time::Duration};

use crate::{
    spec::stream_rules::StreamRules,
    stream::event::{Event, LONGEST},
};

/// A splitter of bytes into lines, and of lines into events.
#[derive(Default)]
pub(crate) struct SseParser {
    rules: StreamRules,
    /// The received part of the incomplete line.
    line: Vec<u8>,
    /// Whether an event exceeded the limit, after which nothing is read.
    pub(crate) too_long: bool,
    /// Whether the last byte was a carriage return, so that a line feed belongs to it.
    after_return: bool,
    started: bool,
    name: String,
    data: String,
    has_data: bool,
    /// The last ID received. It takes effect at the end of its event.
    id: Option<String>,
    /// The ID of the last complete event.
    pub(crate) last_id: Option<String>,
    pub(crate) retry: Option<Duration>,
    /// `retry` of the incomplete event.
    event_retry: Option<Duration>,
    pub(crate) ready: VecDeque<Event<String>>,
}

impl SseParser {
    pub(crate) fn new(rules: StreamRules) -> Self {
        SseParser { rules, ..SseParser::default() }
    }

    /// Appends to the incomplete line, unless the event exceeds the limit.
    fn extend(&mut self, bytes: &[u8]) {
        self.too_long |= self.line.len() + self.data.len() + self.name.len() + bytes.len() > LONGEST;
        if !self.too_long {
            self.line.extend_from_slice(bytes);
        }
    }

    /// Returns a parser for the same stream, reopened after its last event.
    pub(crate) fn again(&self) -> Self {
        let id = self.last_id.clone();
        SseParser { id: id.clone(), last_id: id, retry: self.retry, ..SseParser::new(self.rules) }
    }

    pub(crate) fn push(&mut self, mut bytes: &[u8]) {
        while let Some(first) = bytes.first().filter(|_| !self.too_long) {
            if std::mem::take(&mut self.after_return) && *first == b'\n' {
                bytes = bytes.get(1..).unwrap_or_default();
                continue;
            }
            let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
                self.extend(bytes);
                return;
            };
            let (start, rest) = bytes.split_at(end);
            self.extend(start);
            self.after_return = rest.first() == Some(&b'\r');
            bytes = rest.get(1..).unwrap_or_default();
            let line = std::mem::take(&mut self.line);
            self.take_line(&line);
        }
    }

    fn take_line(&mut self, line: &[u8]) {
        let first = !std::mem::replace(&mut self.started, true);
        let line = if first { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line };
        let line = String::from_utf8_lossy(line);
        if line.is_empty() {
            return self.dispatch();
        }
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => {
                if std::mem::replace(&mut self.has_data, true) {
                    self.data.push('\n');
                }
                self.data.push_str(value);
            }
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.event_retry = value.parse().ok().map(Duration::from_millis).or(self.event_retry);
                self.retry = self.event_retry.or(self.retry);
            }
            // Comments, which have an empty name, and unknown fields.
            _ => {}
        }
    }

    fn dispatch(&mut self) {
        let name = std::mem::take(&mut self.name);
        let data = std::mem::take(&mut self.data);
        let retry = self.event_retry.take();
        self.last_id = self.id.clone().filter(|id| !id.is_empty());
        if std::mem::take(&mut self.has_data) || self.rules.mentions(&name) {
            let name = if name.is_empty() { "message".to_owned() } else { name };
            self.ready.push_back(Event { name, id: self.last_id.clone(), retry, data });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &[u8] = b"\xef\xbb\xbf: hello\r\nid: 1\nevent: bee\rdata: a\r\ndata:  b\ndata\r\r\n: ping\n\nretry: 1500\nretry: x\ndata:{\"c\":1}\n\nevent: lost\n\nid\ndata: \xc3\xa9\r\n\r\ndata: cut off";

    fn parsed<'a>(chunks: impl Iterator<Item = &'a [u8]>) -> SseParser {
        let mut parser = SseParser::default();
        chunks.for_each(|chunk| parser.push(chunk));
        parser
    }

    #[test]
    fn events_do_not_depend_on_chunk_boundaries() {
        let event = |name: &str, id: Option<&str>, data: &str| Event {
            name: name.into(),
            id: id.map(Into::into),
            retry: data.contains('c').then_some(Duration::from_millis(1500)),
            data: data.to_owned(),
        };
        let expected =
            [event("bee", Some("1"), "a\n b\n"), event("message", Some("1"), "{\"c\":1}"), event("message", None, "é")];
        for cut in 0..TEXT.len() {
            let (start, end) = TEXT.split_at(cut);
            let parser = parsed([start, end].into_iter());
            assert_eq!(parser.ready, expected, "cut at {cut}");
            assert_eq!(parser.retry, Some(Duration::from_millis(1500)));
        }
        assert_eq!(parsed(TEXT.chunks(1)).ready, expected);
    }

    #[test]
    fn event_with_empty_data_is_dispatched() {
        assert_eq!(parsed([&b"data\n\n"[..]].into_iter()).ready.len(), 1);
        assert_eq!(parsed([&b"event: x\n\n"[..]].into_iter()).ready.len(), 0);
    }

    #[test]
    fn known_event_name_without_data_is_dispatched() {
        let mut parser = SseParser::new(StreamRules::new().terminator_events(&["done"]).error_events(&["fault"]));
        parser.push(b"event: x\n\nid: 1\nevent: done\n\nevent: fault\n\n\n");
        let names: Vec<&str> = parser.ready.iter().map(|event| event.name.as_str()).collect();
        assert_eq!(names, ["done", "fault"]);
        assert!(parser.ready.iter().all(|event| event.data.is_empty() && event.id.as_deref() == Some("1")));
        assert!(parser.again().rules.mentions("done"));
    }
}

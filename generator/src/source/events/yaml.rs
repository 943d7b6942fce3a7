//! YAML as events, by the crate `saphyr-parser`, which only this file uses.

use std::borrow::Cow;

use saphyr_parser::{Event as YamlEvent, Parser, ScalarStyle, ScanError, Span, StrInput, Tag};

use super::{Anchor, Event, Events, Oddity, RawSpan, Scalar};
use crate::source::error::{SourceErrorKind, SyntaxError};
use crate::source::tree::too_deep;

/// A reader of YAML, which counts characters.
pub(in crate::source) struct YamlEvents<'t> {
    parser: Parser<'t, StrInput<'t>>,
    documents: usize,
}

impl<'t> YamlEvents<'t> {
    /// Creates a reader of this text.
    pub(in crate::source) fn new(text: &'t str) -> Self {
        Self { parser: Parser::new_from_str(text), documents: 0 }
    }

    fn next_raw(&mut self) -> Result<Option<(YamlEvent<'t>, Span)>, SyntaxError> {
        self.parser.next_event().transpose().map_err(|error| syntax_error(&error))
    }
}

impl<'t> Events<'t> for YamlEvents<'t> {
    fn next_event(&mut self) -> Result<Option<(Event<'t>, RawSpan)>, SyntaxError> {
        while let Some((event, span)) = self.next_raw()? {
            let span = span.start.index()..span.end.index();
            let event = match event {
                YamlEvent::DocumentStart(_) => {
                    self.documents += 1;
                    continue;
                }
                // A line `---` at the end of a file begins an empty document.
                YamlEvent::Scalar(text, ScalarStyle::Plain, ..) if self.documents > 1 && text.is_empty() => continue,
                YamlEvent::Scalar(..)
                | YamlEvent::MappingStart(..)
                | YamlEvent::SequenceStart(..)
                | YamlEvent::Alias(_)
                    if self.documents > 1 =>
                {
                    let message = "a file must contain one YAML document; found the start of a second";
                    return Err(SyntaxError { kind: SourceErrorKind::InvalidYaml, message: message.to_owned(), span });
                }
                YamlEvent::Scalar(text, style, anchor, tag) => {
                    Event::Scalar { scalar: scalar(text, style, tag.as_deref()), anchor: number(anchor) }
                }
                YamlEvent::MappingStart(anchor, tag) => {
                    Event::ObjectStart { anchor: number(anchor), tag: unknown(tag.as_deref(), "map") }
                }
                YamlEvent::SequenceStart(anchor, tag) => {
                    Event::ArrayStart { anchor: number(anchor), tag: unknown(tag.as_deref(), "seq") }
                }
                YamlEvent::MappingEnd | YamlEvent::SequenceEnd => Event::End,
                YamlEvent::Alias(anchor) => Event::Alias(anchor),
                YamlEvent::Nothing | YamlEvent::StreamStart | YamlEvent::StreamEnd | YamlEvent::DocumentEnd => continue,
            };
            return Ok(Some((event, span)));
        }
        Ok(None)
    }
}

fn number(anchor: usize) -> Anchor {
    (anchor != 0).then_some(anchor)
}

fn scalar<'t>(text: Cow<'t, str>, style: ScalarStyle, tag: Option<&Tag>) -> Scalar<'t> {
    let mut scalar = Scalar { text, plain: style == ScalarStyle::Plain, oddity: None };
    let Some(tag) = tag else { return scalar };
    match (tag.is_yaml_core_schema(), tag.suffix.as_str()) {
        (true, "str") => scalar.plain = false,
        (true, "int" | "float" | "bool" | "null") => scalar.plain = true,
        (false, "") | (false, "!") => scalar.plain = false,
        _ => scalar.oddity = Some(Oddity::Tag(written(tag))),
    }
    scalar
}

/// Returns the tag of an object or array, unless it is the default tag of its type.
fn unknown(tag: Option<&Tag>, known: &str) -> Option<String> {
    let says_nothing = |tag: &&Tag| match (tag.is_yaml_core_schema(), tag.suffix.as_str()) {
        (true, suffix) => suffix == known,
        (false, suffix) => matches!(suffix, "" | "!"),
    };
    tag.filter(|tag| !says_nothing(tag)).map(written)
}

fn written(tag: &Tag) -> String {
    if tag.is_yaml_core_schema() { format!("!!{}", tag.suffix) } else { format!("{}{}", tag.handle, tag.suffix) }
}

fn syntax_error(error: &ScanError) -> SyntaxError {
    let at = error.marker().index();
    let (kind, message) = match error.info() {
        // The parser has its own nesting limit for brackets.
        "recursion limit exceeded" => (SourceErrorKind::TooDeep, too_deep()),
        message => (SourceErrorKind::InvalidYaml, message.to_owned()),
    };
    SyntaxError { kind, message, span: at..at + 1 }
}

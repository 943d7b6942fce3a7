//! Lines and characters of a text by byte offset, computed on demand.

use std::ops::Range;

/// The unit in which a reader counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Octets of UTF-8.
    Bytes,
    /// Unicode scalar values.
    Characters,
}

/// The offsets of lines, and of characters at regular intervals.
#[derive(Debug)]
pub(super) struct TextIndex {
    line_starts: Vec<usize>,
    /// The byte offset of every [`STEP`]th character; empty if characters and bytes are the same.
    checkpoints: Vec<usize>,
}

/// The number of characters between two checkpoints.
const STEP: usize = 128;

impl TextIndex {
    /// Indexes a text.
    pub(super) fn new(text: &str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect();
        let checkpoints =
            if text.is_ascii() { Vec::new() } else { text.char_indices().step_by(STEP).map(|(at, _)| at).collect() };
        Self { line_starts, checkpoints }
    }

    /// Returns the byte range of a span in the units of a reader.
    pub(super) fn bytes(&self, text: &str, unit: Unit, span: &Range<usize>) -> Range<usize> {
        let byte = |at| match unit {
            Unit::Bytes => text.floor_char_boundary(at),
            Unit::Characters => self.byte_of_character(text, at),
        };
        let start = byte(span.start);
        start..byte(span.end).max(start)
    }

    fn byte_of_character(&self, text: &str, character: usize) -> usize {
        if self.checkpoints.is_empty() {
            return character.min(text.len());
        }
        let checkpoint = self.checkpoints.get(character / STEP).copied().unwrap_or(text.len());
        let rest = text.get(checkpoint..).unwrap_or_default();
        rest.char_indices().nth(character % STEP).map_or(text.len(), |(at, _)| checkpoint + at)
    }

    /// Returns the line and the column in characters of a byte, both from 1.
    pub(super) fn line_and_column(&self, text: &str, byte: usize) -> (usize, usize) {
        let byte = text.floor_char_boundary(byte);
        let line = self.line_starts.partition_point(|&start| start <= byte).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        (line, self.character_of_byte(text, byte) - self.character_of_byte(text, start) + 1)
    }

    /// Returns the number of characters before a byte. Counting begins at a checkpoint, because a document may be a
    /// single line.
    fn character_of_byte(&self, text: &str, byte: usize) -> usize {
        let Some(passed) = self.checkpoints.partition_point(|&checkpoint| checkpoint <= byte).checked_sub(1) else {
            return byte;
        };
        let checkpoint = self.checkpoints.get(passed).copied().unwrap_or_default();
        passed * STEP + text.get(checkpoint..byte).map_or(0, |before| before.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "a\näöü: x\r\nlast";
        let index = TextIndex::new(text);
        assert_eq!(index.line_and_column(text, 0), (1, 1));
        assert_eq!(index.line_and_column(text, text.find('x').expect("it is there")), (2, 6));
        assert_eq!(index.line_and_column(text, text.find("last").expect("it is there")), (3, 1));
        assert_eq!(index.line_and_column(text, 10_000), (3, 5));
    }

    #[test]
    fn columns_of_long_lines_are_counted_from_a_checkpoint() {
        let text = format!("{}\n{}x", "é".repeat(STEP / 2), "é".repeat(3 * STEP + 5));
        let index = TextIndex::new(&text);
        assert_eq!(index.line_and_column(&text, text.len() - 1), (2, 3 * STEP + 6));
        assert_eq!(index.line_and_column(&text, STEP + 3), (2, 2));
    }

    #[test]
    fn characters_become_bytes_beyond_a_checkpoint() {
        let text = format!("{}x", "é".repeat(STEP + 5));
        let index = TextIndex::new(&text);
        assert_eq!(index.bytes(&text, Unit::Characters, &(STEP + 5..STEP + 6)), 2 * STEP + 10..2 * STEP + 11);
        assert_eq!(index.bytes(&text, Unit::Characters, &(9_999..9_999)), text.len()..text.len());
    }
}

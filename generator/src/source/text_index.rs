//! Lines and characters of a text by byte offset, computed on demand.

use std::ops::Range;

use memchr::memchr_iter;

/// The unit in which a reader counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Octets of UTF-8.
    Bytes,
    /// Unicode scalar values.
    Characters,
}

/// The offsets of lines, and the numbers of characters at regular intervals.
#[derive(Debug)]
pub(super) struct TextIndex {
    line_starts: Vec<usize>,
    /// The number of characters before every [`BLOCK`]th byte; empty if characters and bytes are the same.
    checkpoints: Vec<usize>,
}

/// The number of bytes between two checkpoints.
const BLOCK: usize = 512;

impl TextIndex {
    /// Indexes a text.
    pub(super) fn new(text: &str) -> Self {
        // Most lines are shorter than the setup of a search by `str`.
        let line_ends = memchr_iter(b'\n', text.as_bytes());
        let line_starts = std::iter::once(0).chain(line_ends.map(|at| at + 1)).collect();
        let mut passed = 0;
        let checkpoint = |block| {
            let before = passed;
            passed += count_characters(block);
            before
        };
        let checkpoints =
            if text.is_ascii() { Vec::new() } else { text.as_bytes().chunks(BLOCK).map(checkpoint).collect() };
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
        let Some(block) = self.checkpoints.partition_point(|&passed| passed <= character).checked_sub(1) else {
            return character.min(text.len());
        };
        let passed = self.checkpoints.get(block).copied().unwrap_or_default();
        let mut starts = text.bytes().enumerate().skip(block * BLOCK).filter(|(_, byte)| begins_character(*byte));
        starts.nth(character - passed).map_or(text.len(), |(at, _)| at)
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
        let Some(last) = self.checkpoints.len().checked_sub(1) else { return byte };
        let block = last.min(byte / BLOCK);
        let passed = self.checkpoints.get(block).copied().unwrap_or_default();
        passed + text.as_bytes().get(block * BLOCK..byte).map_or(0, count_characters)
    }
}

/// Returns the number of characters that begin in these bytes of a text.
fn count_characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| begins_character(**byte)).count()
}

/// Returns `true` for the first byte of a character in UTF-8.
fn begins_character(byte: u8) -> bool {
    !matches!(byte, 0x80..=0xbf)
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
        let text = format!("{}\n{}x", "é".repeat(BLOCK / 2), "é".repeat(3 * BLOCK + 5));
        let index = TextIndex::new(&text);
        assert_eq!(index.line_and_column(&text, text.len() - 1), (2, 3 * BLOCK + 6));
        assert_eq!(index.line_and_column(&text, BLOCK + 3), (2, 2));
    }

    #[test]
    fn characters_become_bytes_beyond_a_checkpoint() {
        let text = format!("{}x", "é".repeat(BLOCK + 5));
        let index = TextIndex::new(&text);
        assert_eq!(index.bytes(&text, Unit::Characters, &(BLOCK + 5..BLOCK + 6)), 2 * BLOCK + 10..2 * BLOCK + 11);
        assert_eq!(index.bytes(&text, Unit::Characters, &(9_999..9_999)), text.len()..text.len());
    }
}

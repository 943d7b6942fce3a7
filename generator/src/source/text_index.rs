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

/// The numbers of line ends and characters at regular intervals. A position within a block is counted from its start.
#[derive(Debug)]
pub(super) struct TextIndex {
    /// The number of line ends before every [`BLOCK`]th byte.
    line_ends: Vec<usize>,
    /// The number of characters before every [`BLOCK`]th byte; empty if characters and bytes are the same.
    characters: Vec<usize>,
}

/// The number of bytes between two checkpoints.
const BLOCK: usize = 512;

impl TextIndex {
    /// Indexes a text.
    pub(super) fn new(text: &str) -> Self {
        let characters = if text.is_ascii() { Vec::new() } else { totals_before_blocks(text, count_characters) };
        Self { line_ends: totals_before_blocks(text, count_line_ends), characters }
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
        let Some(block) = self.characters.partition_point(|&passed| passed <= character).checked_sub(1) else {
            return character.min(text.len());
        };
        let passed = self.characters.get(block).copied().unwrap_or_default();
        let mut starts = text.bytes().enumerate().skip(block * BLOCK).filter(|(_, byte)| begins_character(*byte));
        starts.nth(character - passed).map_or(text.len(), |(at, _)| at)
    }

    /// Returns the line and the column in characters of a byte, both from 1.
    pub(super) fn line_and_column(&self, text: &str, byte: usize) -> (usize, usize) {
        let byte = text.floor_char_boundary(byte);
        let ends = self.line_ends_before(text, byte);
        let start = self.line_start(text, ends);
        (ends + 1, self.character_of_byte(text, byte) - self.character_of_byte(text, start) + 1)
    }

    fn line_ends_before(&self, text: &str, byte: usize) -> usize {
        let Some(last) = self.line_ends.len().checked_sub(1) else { return 0 };
        let block = last.min(byte / BLOCK);
        let passed = self.line_ends.get(block).copied().unwrap_or_default();
        passed + text.as_bytes().get(block * BLOCK..byte).map_or(0, count_line_ends)
    }

    /// Returns the offset of the line after a number of line ends, which the text must contain.
    fn line_start(&self, text: &str, ends: usize) -> usize {
        let (Some(last), Some(block)) =
            (ends.checked_sub(1), self.line_ends.partition_point(|&passed| passed < ends).checked_sub(1))
        else {
            return 0;
        };
        let passed = self.line_ends.get(block).copied().unwrap_or_default();
        let block_start = block * BLOCK;
        let mut in_block = memchr_iter(b'\n', text.as_bytes().get(block_start..).unwrap_or_default());
        in_block.nth(last - passed).map_or(0, |at| block_start + at + 1)
    }

    /// Returns the number of characters before a byte. Counting begins at a checkpoint, because a document may be a
    /// single line.
    fn character_of_byte(&self, text: &str, byte: usize) -> usize {
        let Some(last) = self.characters.len().checked_sub(1) else { return byte };
        let block = last.min(byte / BLOCK);
        let passed = self.characters.get(block).copied().unwrap_or_default();
        passed + text.as_bytes().get(block * BLOCK..byte).map_or(0, count_characters)
    }
}

/// Returns the total of a count for all bytes before each block.
fn totals_before_blocks(text: &str, count: fn(&[u8]) -> usize) -> Vec<usize> {
    let mut total = 0;
    let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
        let before = total;
        total += count(block);
        before
    });
    blocks.collect()
}

fn count_line_ends(bytes: &[u8]) -> usize {
    memchr_iter(b'\n', bytes).count()
}

/// Returns the number of characters that begin in these bytes of a text.
fn count_characters(bytes: &[u8]) -> usize {
    // Sums of bytes take a tenth of the instructions of sums of words.
    let sum = |chunk: &[u8]| chunk.iter().map(|byte| u8::from(begins_character(*byte))).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(sum).map(usize::from).sum()
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
    fn lines_are_counted_across_checkpoints() {
        let lines = [0, 1, BLOCK - 3, 3 * BLOCK, 0, 5].map(|length| "x".repeat(length) + "\n");
        let text = lines.concat();
        let index = TextIndex::new(&text);
        let mut start = 0;
        for (at, line) in lines.iter().enumerate() {
            assert_eq!(index.line_and_column(&text, start), (at + 1, 1));
            assert_eq!(index.line_and_column(&text, start + line.len() - 1), (at + 1, line.len()));
            start += line.len();
        }
        assert_eq!(index.line_and_column(&text, start), (lines.len() + 1, 1));
        assert_eq!(TextIndex::new("").line_and_column("", 0), (1, 1));
    }

    #[test]
    fn characters_become_bytes_beyond_a_checkpoint() {
        let text = format!("{}x", "é".repeat(BLOCK + 5));
        let index = TextIndex::new(&text);
        assert_eq!(index.bytes(&text, Unit::Characters, &(BLOCK + 5..BLOCK + 6)), 2 * BLOCK + 10..2 * BLOCK + 11);
        assert_eq!(index.bytes(&text, Unit::Characters, &(9_999..9_999)), text.len()..text.len());
    }
}

//! Bytes encoded as Base64 text.

use ::base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig, general_purpose::STANDARD},
};

use crate::values::text_type::{InvalidText, text_type};

const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const LENIENT_STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const LENIENT_URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

/// Bytes (`format: byte`), stored as the Base64 text that was received.
///
/// Decoding accepts the standard and the URL-safe alphabet, with or without padding, with or without line breaks.
/// Encoding uses the standard alphabet with padding.
///
/// ```
/// # use apiarist_runtime::Base64;
/// let image = Base64::from(b"bees".as_slice());
/// assert_eq!(image.as_str(), "YmVlcw==");
/// assert_eq!(Base64::from_text("YmVlcw").bytes()?, b"bees");
/// # Ok::<(), apiarist_runtime::InvalidText>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64(String);
text_type!(Base64, sample: "c2FtcGxl");

impl Base64 {
    /// Returns the decoded bytes.
    ///
    /// # Errors
    /// Returns an error if the text is not valid Base64.
    pub fn bytes(&self) -> Result<Vec<u8>, InvalidText> {
        let url_safe = self.0.contains(['-', '_']);
        let engine = if url_safe { LENIENT_URL_SAFE } else { LENIENT_STANDARD };
        let decoded = if self.0.contains(|character: char| character.is_ascii_whitespace()) {
            engine.decode(self.0.split_ascii_whitespace().collect::<String>())
        } else {
            engine.decode(&self.0)
        };
        decoded.map_err(|_| InvalidText::new("base64", &self.0))
    }
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Base64(STANDARD.encode(bytes))
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        bytes.as_slice().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_base64_alphabet_is_decoded() {
        for text in ["+/8=", "+/8", "-_8=", "-_8", "+/\r\n8="] {
            assert_eq!(Base64::from_text(text).bytes().unwrap(), [0xfb, 0xff], "{text}");
        }
        assert!(Base64::from_text("not base64!").bytes().is_err());
    }
}

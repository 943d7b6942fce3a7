//! Values of the settings with their location.

use std::ops::Range;
use std::path::Path;

use serde::{Deserialize, Deserializer};
use toml::Spanned;

use crate::diagnostics::Excerpt;

/// A value of the settings and its location.
#[derive(Clone, Debug, PartialEq)]
pub struct Located<T = String> {
    /// The value.
    pub value: T,
    /// Its line, or `None` until the file has been read.
    pub excerpt: Option<Excerpt>,
    span: Range<usize>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<T>::deserialize(deserializer)?;
        Ok(Self { span: spanned.span(), excerpt: None, value: spanned.into_inner() })
    }
}

impl<T> Located<T> {
    /// Creates a value without a location, which does not come from a file.
    pub(crate) fn without_location(value: T) -> Self {
        Self { value, excerpt: None, span: 0..0 }
    }

    /// Records the line of the value; `text` is the text of the settings. For many values, use [`locate_all`].
    pub(super) fn locate(&mut self, path: &Path, text: &str) {
        self.excerpt = Some(Excerpt::new(path, text, &self.span));
    }
}

/// Records the lines of all values in one pass over the text of the settings.
pub(super) fn locate_all<'l>(values: impl Iterator<Item = &'l mut Located>, path: &Path, text: &str) {
    let mut values: Vec<&mut Located> = values.collect();
    values.sort_by_key(|value| value.span.start);
    let (mut line, mut line_start, mut read) = (1, 0, 0);
    for value in values {
        let start = text.floor_char_boundary(value.span.start);
        let between = text.get(read..start).unwrap_or_default();
        line += between.matches('\n').count();
        line_start = between.rfind('\n').map_or(line_start, |at| read + at + 1);
        read = start;
        let column = text.get(line_start..start).map_or(0, |before| before.chars().count()) + 1;
        value.excerpt = Some(Excerpt::at(path, text, &value.span, (line, column)));
    }
}

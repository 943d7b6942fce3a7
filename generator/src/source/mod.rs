//! Files: reads YAML and JSON into one untyped tree each, follows references between them, and locates nodes in the
//! text.
//!
//! A tree is a [`serde_json::Value`] whose objects keep the order of the document. It does not contain locations:
//! [`Document::locate`] looks them up in the spans of the file.

mod document;
mod error;
mod events;
mod file;
mod folder;
mod limits;
mod overlay;
mod pointer;
mod reference;
mod regular_file;
mod resource;
mod span_tree;
mod substitutes;
mod text_index;
mod tree;
mod yaml_text;

#[cfg(test)]
mod tests;

pub use document::{Document, Location, folder_of};
pub use error::{SourceError, SourceErrorKind, SourceFault, SourceFaultKind};
pub use file::{Format, SourceFile};
pub use limits::{URL_LENGTH, grouped, size};
pub use overlay::default_overlays;
pub use pointer::{FileId, Pointer};
pub use reference::UnresolvedReference;
pub use regular_file::{read_all, read_file, read_text};

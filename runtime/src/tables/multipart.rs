//! `multipart!`: structs that are sent as multipart forms.

use serde::Serialize;
use serde_json::Value;

use crate::FilePart;

/// One part of a multipart form.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FormPart {
    /// The name of the field.
    pub name: &'static str,
    /// The media type, where it is not the one that such parts usually have.
    pub content_type: Option<&'static str>,
    /// What is sent.
    pub content: FormContent,
}

/// What a part of a multipart form holds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FormContent {
    /// Plain text.
    Text(String),
    /// JSON, sent as `application/json`.
    Json(String),
    /// A file.
    File(FilePart),
}

/// A struct that can be sent as a multipart form. [`multipart!`](crate::multipart) implements it.
pub trait ToMultipart {
    /// The parts, in the order of the table.
    ///
    /// # Errors
    /// When a field cannot be written as JSON.
    fn to_parts(&self) -> serde_json::Result<Vec<FormPart>>;
}

type Parts = Vec<FormPart>;

fn push(parts: &mut Parts, name: &'static str, content: FormContent) {
    parts.push(FormPart { name, content_type: None, content });
}

/// A file.
///
/// # Errors
/// None.
pub fn file(parts: &mut Parts, name: &'static str, field: &FilePart) -> serde_json::Result<()> {
    push(parts, name, FormContent::File(field.clone()));
    Ok(())
}

/// A file for each element, all under one name.
///
/// # Errors
/// None.
pub fn files(parts: &mut Parts, name: &'static str, field: &[FilePart]) -> serde_json::Result<()> {
    field.iter().try_for_each(|element| file(parts, name, element))
}

/// A file, if there is one.
///
/// # Errors
/// None.
pub fn optional_file(parts: &mut Parts, name: &'static str, field: &Option<FilePart>) -> serde_json::Result<()> {
    field.iter().try_for_each(|field| file(parts, name, field))
}

/// A file for each element, if there are some.
///
/// # Errors
/// None.
pub fn optional_files(parts: &mut Parts, name: &'static str, field: &Option<Vec<FilePart>>) -> serde_json::Result<()> {
    field.iter().try_for_each(|field| files(parts, name, field))
}

/// A scalar as plain text.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn text<T: Serialize>(parts: &mut Parts, name: &'static str, field: &T) -> serde_json::Result<()> {
    let value = serde_json::to_value(field)?;
    if !value.is_null() {
        push(parts, name, FormContent::Text(plain_text(value)));
    }
    Ok(())
}

/// A scalar as plain text, if there is one.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn optional_text<T: Serialize>(parts: &mut Parts, name: &'static str, field: &Option<T>) -> serde_json::Result<()> {
    field.iter().try_for_each(|field| text(parts, name, field))
}

/// Plain text for each element, all under one name.
///
/// # Errors
/// When an element cannot be written as JSON.
pub fn texts<T: Serialize>(parts: &mut Parts, name: &'static str, field: &[T]) -> serde_json::Result<()> {
    field.iter().try_for_each(|element| text(parts, name, element))
}

/// Plain text for each element, if there are some.
///
/// # Errors
/// When an element cannot be written as JSON.
pub fn optional_texts<T: Serialize>(
    parts: &mut Parts,
    name: &'static str,
    field: &Option<Vec<T>>,
) -> serde_json::Result<()> {
    field.iter().try_for_each(|field| texts(parts, name, field))
}

/// A part of type `application/json`.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn json<T: Serialize>(parts: &mut Parts, name: &'static str, field: &T) -> serde_json::Result<()> {
    push(parts, name, FormContent::Json(serde_json::to_string(field)?));
    Ok(())
}

/// A part of type `application/json`, if there is a value.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn optional_json<T: Serialize>(parts: &mut Parts, name: &'static str, field: &Option<T>) -> serde_json::Result<()> {
    field.iter().try_for_each(|field| json(parts, name, field))
}

fn plain_text(value: Value) -> String {
    crate::scalar::scalar_text(&value).map_or_else(|| value.to_string(), std::borrow::Cow::into_owned)
}

/// Implements [`ToMultipart`] for a struct that is sent as a multipart form.
///
/// Kinds: `file`, `files`, `text`, `texts` (a part for each element) and `json`, and the same after `optional_`
/// but for `Option`al fields.
///
/// ```
/// use apiarist_runtime::{FilePart, ToMultipart, multipart};
///
/// pub struct Upload { pub file: FilePart, pub purpose: String, pub note: Option<String> }
/// multipart!(Upload {
///     file: file("file"),
///     purpose: text("purpose"),
///     note: optional_text("note"),
/// });
///
/// let upload = Upload { file: FilePart::bytes("a.txt", "bees"), purpose: "test".into(), note: None };
/// assert_eq!(upload.to_parts()?.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! multipart {
    ($name:ident {
        $( $literal:literal = $constant:expr , )*
        $( $field:ident : $kind:ident ( $wire:literal $(,)? ) ),* $(,)?
    }) => {
        impl $crate::ToMultipart for $name {
            fn to_parts(&self) -> $crate::serde_json::Result<::std::vec::Vec<$crate::FormPart>> {
                #[allow(unused_mut)]
                let mut parts = ::std::vec::Vec::new();
                $( $crate::tables::multipart::text(&mut parts, $literal, &$constant)?; )*
                $( $crate::tables::multipart::$kind(&mut parts, $wire, &self.$field)?; )*
                ::core::result::Result::Ok(parts)
            }
        }
    };
}

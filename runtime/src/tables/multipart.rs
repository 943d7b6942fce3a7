//! `multipart!`: structs that are sent as multipart forms.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;

use super::number_writer::Written;
use crate::FilePart;

/// One part of a multipart form.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FormPart {
    /// The name of the field.
    pub name: Cow<'static, str>,
    /// The media type, where it is not the one that such parts usually have.
    pub content_type: Option<&'static str>,
    /// Headers beside those that each part has; those that a file has itself come before them.
    pub headers: Vec<(&'static str, &'static str)>,
    /// What is sent.
    pub content: FormContent,
}

/// What a part of a multipart form holds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FormContent {
    /// Plain text.
    Text(String),
    /// JSON, sent as `application/json`; what is a scalar is sent as plain text, unless the part has a media type of JSON.
    Json(String),
    /// A file.
    File(FilePart),
}

/// What can be sent as a multipart form: structs by [`multipart!`](crate::multipart), enums of such by
/// [`multipart_union!`](crate::multipart_union), and [`MultipartForm`](crate::MultipartForm).
pub trait ToMultipart {
    /// The parts, in the order of the table.
    ///
    /// # Errors
    /// When a field cannot be written as JSON.
    fn to_parts(&self) -> serde_json::Result<Vec<FormPart>>;
}

type Parts = Vec<FormPart>;

fn push(parts: &mut Parts, name: &'static str, content: FormContent) {
    parts.push(FormPart { name: name.into(), content_type: None, headers: Vec::new(), content });
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

/// A scalar as plain text.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn text<T: Serialize>(parts: &mut Parts, name: &'static str, field: &T) -> serde_json::Result<()> {
    let value = serde_json::to_value(Written(field))?;
    if !value.is_null() {
        push(parts, name, FormContent::Text(plain_text(value)));
    }
    Ok(())
}

/// Plain text for each element, all under one name.
///
/// # Errors
/// When an element cannot be written as JSON.
pub fn texts<T: Serialize>(parts: &mut Parts, name: &'static str, field: &[T]) -> serde_json::Result<()> {
    field.iter().try_for_each(|element| text(parts, name, element))
}

/// A part of type `application/json`, or plain text where the value is a scalar.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn json<T: Serialize>(parts: &mut Parts, name: &'static str, field: &T) -> serde_json::Result<()> {
    push(parts, name, FormContent::Json(serde_json::to_string(&Written(field))?));
    Ok(())
}

/// A part for each element where the value is a list, or else one part; scalars are plain text.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn parts<T: Serialize>(parts: &mut Parts, name: &'static str, field: &T) -> serde_json::Result<()> {
    match serde_json::to_value(Written(field))? {
        Value::Array(elements) => texts(parts, name, &elements),
        value => json(parts, name, &value),
    }
}

fn plain_text(value: Value) -> String {
    crate::scalar::scalar_text(&value).map_or_else(|| value.to_string(), Cow::into_owned)
}

/// Defines a struct that is sent as a multipart form.
///
/// A row is a literal (sent first, never a field) or a field with its presence, type, kind and name on the wire. The
/// presence is `required` or `optional`, the kind `file`, `files`, `text`, `texts` (a part for each element), `json`, or
/// `parts` (as `texts` where it is a list, else as `json`). `new(…)` names the required fields; the others get a method each, as in [`object!`](crate::object).
///
/// ```
/// use apiarist_runtime::{FilePart, ToMultipart, multipart};
///
/// multipart! {
///     pub struct Upload {
///         file: required(FilePart) as file = "file",
///         purpose: required(String) as text = "purpose",
///         note: optional(String) as text = "note",
///     }
///     new(file(FilePart), purpose(String))
/// }
///
/// let upload = Upload::new(FilePart::bytes("a.txt", "bees"), "test");
/// assert_eq!(upload.to_parts()?.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! multipart {
    ($( #[$meta:meta] )* pub struct $name:ident {
        $( $literal:literal = $constant:expr , )*
        $(
            $( #[$field_meta:meta] )*
            $field:ident : $presence:ident ( $($type:tt)+ ) $( by $method:ident )? as $kind:ident = $wire:literal ,
        )*
    } new()) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $( $( #[$field_meta] )* pub $field: $crate::__field_type!($presence $($type)+), )*
        }
        $crate::__multipart!($name { $( $literal = $constant , )* $( $field : $presence as $kind = $wire , )* });
        impl $name {
            /// With nothing given.
            pub fn new() -> Self {
                ::core::default::Default::default()
            }
            $( $crate::__setter!($presence [$( $method )? $field] $field $($type)+); )*
        }
    };
    ($( #[$meta:meta] )* pub struct $name:ident {
        $( $literal:literal = $constant:expr , )*
        $(
            $( #[$field_meta:meta] )*
            $field:ident : $presence:ident ( $($type:tt)+ ) $( by $method:ident )? as $kind:ident = $wire:literal ,
        )*
    } new( $( $argument:ident ( $($given:tt)+ ) ),+ $(,)? )) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $( #[$field_meta] )* pub $field: $crate::__field_type!($presence $($type)+), )*
        }
        $crate::__multipart!($name { $( $literal = $constant , )* $( $field : $presence as $kind = $wire , )* });
        impl $name {
            /// With what is required.
            #[allow(clippy::too_many_arguments)]
            pub fn new($( $argument: $crate::__given_type!($($given)+) ),+) -> Self {
                $name { $( $field: $crate::__initial!($presence $field $($type)+), )* }
            }
            $( $crate::__setter!($presence [$( $method )? $field] $field $($type)+); )*
        }
    };
}

/// Implements [`ToMultipart`] for a `multipart!`.
#[doc(hidden)]
#[macro_export]
macro_rules! __multipart {
    ($name:ident {
        $( $literal:literal = $constant:expr , )*
        $( $field:ident : $presence:ident as $kind:ident = $wire:literal , )*
    }) => {
        impl $crate::ToMultipart for $name {
            fn to_parts(&self) -> $crate::serde_json::Result<::std::vec::Vec<$crate::FormPart>> {
                #[allow(unused_mut)]
                let mut parts = ::std::vec::Vec::new();
                $( $crate::tables::multipart::text(&mut parts, $literal, &$constant)?; )*
                $( $crate::__part!($presence self.$field, $kind(&mut parts, $wire)); )*
                ::core::result::Result::Ok(parts)
            }
        }
    };
}

/// Adds the parts of a field to those of its form.
#[doc(hidden)]
#[macro_export]
macro_rules! __part {
    (required $field:expr, $kind:ident($parts:expr, $wire:literal)) => {
        $crate::tables::multipart::$kind($parts, $wire, &$field)?
    };
    (optional $field:expr, $kind:ident($parts:expr, $wire:literal)) => {
        if let ::core::option::Option::Some(field) = &$field {
            $crate::tables::multipart::$kind($parts, $wire, field)?;
        }
    };
}

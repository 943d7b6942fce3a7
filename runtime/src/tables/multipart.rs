//! `multipart!`: structs that are sent as multipart forms.

use std::borrow::Cow;

use serde::Serialize;

use super::kept::Kept;
use super::number_writer::{Written, to_content};
use crate::FilePart;

/// One part of a multipart form.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FormPart {
    /// The name of the field; empty where the parts of a body have an order in place of names.
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

/// What one part of a body without names can be made of: a file, or anything that can be written as JSON.
pub trait ToPart {
    /// The content of the part.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    fn to_part(&self) -> serde_json::Result<FormContent>;
}

impl<T: Serialize> ToPart for T {
    fn to_part(&self) -> serde_json::Result<FormContent> {
        to_content(self).map(content)
    }
}

impl ToPart for FilePart {
    fn to_part(&self) -> serde_json::Result<FormContent> {
        Ok(FormContent::File(self.clone()))
    }
}

/// A part for each element, in their order and without names.
impl<T: ToPart> ToMultipart for &[T] {
    fn to_parts(&self) -> serde_json::Result<Vec<FormPart>> {
        self.iter().map(|element| Ok(unnamed(element.to_part()?))).collect()
    }
}

/// Implements [`ToMultipart`] for tuples: a part for each element, in their order and without names.
macro_rules! tuples {
    ($(($($type:ident)+))*) => {
        $(
            impl<$($type: ToPart),+> ToMultipart for ($($type,)+) {
                fn to_parts(&self) -> serde_json::Result<Vec<FormPart>> {
                    #[allow(non_snake_case, reason = "the elements are called like their types")]
                    let ($($type,)+) = self;
                    Ok(vec![$(unnamed($type.to_part()?)),+])
                }
            }
        )*
    };
}

tuples! {
    (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) (A B C D E F G H I)
    (A B C D E F G H I J) (A B C D E F G H I J K) (A B C D E F G H I J K L)
}

fn unnamed(content: FormContent) -> FormPart {
    FormPart { name: Cow::Borrowed(""), content_type: None, headers: Vec::new(), content }
}

fn content(value: Kept<'_>) -> FormContent {
    match value {
        Kept::Text(text) => FormContent::Text(text.into_owned()),
        value => FormContent::Json(value.to_string()),
    }
}

type Parts = Vec<FormPart>;

/// The name of a part: one of the table, or one that is only known when a call is made.
pub type PartName = Cow<'static, str>;

fn push(parts: &mut Parts, name: PartName, content: FormContent) {
    parts.push(FormPart { name, content_type: None, headers: Vec::new(), content });
}

/// A file.
///
/// # Errors
/// None.
pub fn file(parts: &mut Parts, name: PartName, field: &FilePart) -> serde_json::Result<()> {
    push(parts, name, FormContent::File(field.clone()));
    Ok(())
}

/// A file for each element, all under one name.
///
/// # Errors
/// None.
pub fn files(parts: &mut Parts, name: PartName, field: &[FilePart]) -> serde_json::Result<()> {
    field.iter().try_for_each(|element| file(parts, name.clone(), element))
}

/// A scalar as plain text; null is no part.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn text<T: Serialize>(parts: &mut Parts, name: PartName, field: &T) -> serde_json::Result<()> {
    let value = to_content(field)?;
    if !value.is_null() {
        push(parts, name, content(value));
    }
    Ok(())
}

/// Plain text for each element, all under one name.
///
/// # Errors
/// When an element cannot be written as JSON.
pub fn texts<T: Serialize>(parts: &mut Parts, name: PartName, field: &[T]) -> serde_json::Result<()> {
    field.iter().try_for_each(|element| text(parts, name.clone(), element))
}

/// A part of type `application/json`, or plain text where the value is a scalar.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn json<T: Serialize>(parts: &mut Parts, name: PartName, field: &T) -> serde_json::Result<()> {
    push(parts, name, FormContent::Json(serde_json::to_string(&Written(field))?));
    Ok(())
}

/// A part for each element where the value is an array, or else one part: JSON, or plain text for scalars.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn parts<T: Serialize>(parts: &mut Parts, name: PartName, field: &T) -> serde_json::Result<()> {
    match to_content(field)? {
        Kept::List(elements) => elements.iter().try_for_each(|element| json(parts, name.clone(), element)),
        value => json(parts, name, &value),
    }
}

/// Defines a struct that is sent as a multipart form.
///
/// A row is a literal (sent first, never a field) or a field with its presence, type, kind and name on the wire. The
/// presence is `required` or `optional`, the kind `file`, `files`, `text`, `texts` (a part for each element), `json`, or
/// `parts` (a part for each element where it is an array, else as `json`). A last row `..extra(FilePart) as file` holds parts
/// that the document does not name, by their names; `..extra(MultipartForm) as form` those of any kind. `new(…)` names the required fields; the others get a method each, as in [`object!`](crate::object).
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
        $( ..$extra:ident ( $($extra_type:tt)+ ) as $extra_kind:ident , )?
    } new()) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $( $( #[$field_meta] )* pub $field: $crate::__field_type!($presence $($type)+), )*
            $(
                /// Parts that the document does not name.
                pub $extra: $crate::__extra_parts!(type $extra_kind $($extra_type)+),
            )?
        }
        $crate::__multipart!($name { $( $literal = $constant , )* $( $field : $presence as $kind = $wire , )* $( ..$extra as $extra_kind , )? });
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
        $( ..$extra:ident ( $($extra_type:tt)+ ) as $extra_kind:ident , )?
    } new( $( $argument:ident ( $($given:tt)+ ) ),+ $(,)? )) => {
        $( #[$meta] )*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $( #[$field_meta] )* pub $field: $crate::__field_type!($presence $($type)+), )*
            $(
                /// Parts that the document does not name.
                pub $extra: $crate::__extra_parts!(type $extra_kind $($extra_type)+),
            )?
        }
        $crate::__multipart!($name { $( $literal = $constant , )* $( $field : $presence as $kind = $wire , )* $( ..$extra as $extra_kind , )? });
        impl $name {
            /// With what is required.
            #[allow(clippy::too_many_arguments)]
            pub fn new($( $argument: $crate::__given_type!($($given)+) ),+) -> Self {
                $name {
                    $( $field: $crate::__initial!($presence $field $($type)+), )*
                    $( $extra: ::core::default::Default::default(), )?
                }
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
        $( ..$extra:ident as $extra_kind:ident , )?
    }) => {
        impl $crate::ToMultipart for $name {
            fn to_parts(&self) -> $crate::serde_json::Result<::std::vec::Vec<$crate::FormPart>> {
                #[allow(unused_mut)]
                let mut parts = ::std::vec::Vec::new();
                $( $crate::tables::multipart::text(&mut parts, $literal.into(), &$constant)?; )*
                $( $crate::__part!($presence self.$field, $kind(&mut parts, $wire.into())); )*
                $( $crate::__extra_parts!($extra_kind self.$extra, parts); )?
                ::core::result::Result::Ok(parts)
            }
        }
    };
}

/// Adds the parts of a field to those of its form.
#[doc(hidden)]
#[macro_export]
macro_rules! __part {
    (required $field:expr, $kind:ident($parts:expr, $wire:expr)) => {
        $crate::tables::multipart::$kind($parts, $wire, &$field)?
    };
    (optional $field:expr, $kind:ident($parts:expr, $wire:expr)) => {
        if let ::core::option::Option::Some(field) = &$field {
            $crate::tables::multipart::$kind($parts, $wire, field)?;
        }
    };
}

/// The type of the parts that a document does not name, or the statement that adds them to those of their form.
#[doc(hidden)]
#[macro_export]
macro_rules! __extra_parts {
    (type form $type:ty) => { $type };
    (type $kind:ident $type:ty) => { ::std::collections::BTreeMap<::std::string::String, $type> };
    (form $extra:expr, $parts:ident) => { $parts.extend($crate::ToMultipart::to_parts(&$extra)?) };
    ($kind:ident $extra:expr, $parts:ident) => {
        for (name, value) in &$extra {
            $crate::tables::multipart::$kind(&mut $parts, name.clone().into(), value)?;
        }
    };
}

//! Multipart forms: what [`Multipart`](crate::Multipart) and [`MultipartUnion`](crate::MultipartUnion) expand to.

use std::borrow::Cow;

use serde::Serialize;

use super::content::Content;
use super::number_writer::{Written, to_content};
use crate::values::{
    file_part::FilePart,
    form_part::{FormContent, FormPart},
    multipart_form::MultipartForm,
};

/// A multipart form: structs that derive [`Multipart`](crate::Multipart), enums of them that derive
/// [`MultipartUnion`](crate::MultipartUnion), and [`MultipartForm`](crate::MultipartForm).
pub trait ToMultipart {
    /// Returns the parts in their order.
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

impl ToMultipart for MultipartForm {
    fn to_parts(&self) -> serde_json::Result<Vec<FormPart>> {
        Ok(self.parts.clone())
    }
}

impl<T: ToMultipart> ToMultipart for &T {
    fn to_parts(&self) -> serde_json::Result<Vec<FormPart>> {
        T::to_parts(self)
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

fn content(value: Content<'_>) -> FormContent {
    match value {
        Content::Text(text) => FormContent::Text(text.into_owned()),
        value => FormContent::Json(value.to_string()),
    }
}

type Parts = Vec<FormPart>;

/// The name of a part: that of a field, or one that is only known when a call is made.
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
        Content::List(elements) => elements.iter().try_for_each(|element| json(parts, name.clone(), element)),
        value => json(parts, name, &value),
    }
}

//! Multipart forms: the run-time support of [`Multipart`](crate::Multipart) and
//! [`MultipartUnion`](crate::MultipartUnion).

use std::borrow::Cow;

use serde::Serialize;

use super::content::Content;
use super::number_writer::{Written, to_content};
use crate::values::{
    file_part::FilePart,
    form_part::{FormContent, FormPart},
    multipart_form::MultipartForm,
};

/// A multipart form. Implemented by structs that derive [`Multipart`](crate::Multipart), by enums of them that derive
/// [`MultipartUnion`](crate::MultipartUnion), and by [`MultipartForm`](crate::MultipartForm).
pub trait ToMultipart {
    /// Returns the parts in order.
    ///
    /// # Errors
    /// Returns an error if a field cannot be serialized as JSON.
    fn to_parts(&self) -> serde_json::Result<Vec<FormPart>>;
}

/// The content of a part without a name: a file, or any value that can be serialized as JSON.
pub trait ToPart {
    /// Returns the content of the part.
    ///
    /// # Errors
    /// Returns an error if the value cannot be serialized as JSON.
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

/// One unnamed part for each element, in order.
impl<T: ToPart> ToMultipart for &[T] {
    fn to_parts(&self) -> serde_json::Result<Vec<FormPart>> {
        self.iter().map(|element| Ok(unnamed(element.to_part()?))).collect()
    }
}

/// Implements [`ToMultipart`] for tuples: one unnamed part for each element, in order.
macro_rules! tuples {
    ($(($($type:ident)+))*) => {
        $(
            impl<$($type: ToPart),+> ToMultipart for ($($type,)+) {
                fn to_parts(&self) -> serde_json::Result<Vec<FormPart>> {
                    #[allow(non_snake_case, reason = "the elements are named after their types")]
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

/// The name of a part: the name of a field, or a name that is only known at run time.
pub type PartName = Cow<'static, str>;

fn push(parts: &mut Parts, name: PartName, content: FormContent) {
    parts.push(FormPart { name, content_type: None, headers: Vec::new(), content });
}

/// Appends a file.
///
/// # Errors
/// Never returns an error.
pub fn file(parts: &mut Parts, name: PartName, field: &FilePart) -> serde_json::Result<()> {
    push(parts, name, FormContent::File(field.clone()));
    Ok(())
}

/// Appends a file for each element, all with the same name.
///
/// # Errors
/// Never returns an error.
pub fn files(parts: &mut Parts, name: PartName, field: &[FilePart]) -> serde_json::Result<()> {
    field.iter().try_for_each(|element| file(parts, name.clone(), element))
}

/// Appends a scalar as plain text. Null appends nothing.
///
/// # Errors
/// Returns an error if the value cannot be serialized as JSON.
pub fn text<T: Serialize>(parts: &mut Parts, name: PartName, field: &T) -> serde_json::Result<()> {
    let value = to_content(field)?;
    if !value.is_null() {
        push(parts, name, content(value));
    }
    Ok(())
}

/// Appends a plain-text part for each element, all with the same name.
///
/// # Errors
/// Returns an error if an element cannot be serialized as JSON.
pub fn texts<T: Serialize>(parts: &mut Parts, name: PartName, field: &[T]) -> serde_json::Result<()> {
    field.iter().try_for_each(|element| text(parts, name.clone(), element))
}

/// Appends a part of type `application/json`, or plain text if the value is a scalar.
///
/// # Errors
/// Returns an error if the value cannot be serialized as JSON.
pub fn json<T: Serialize>(parts: &mut Parts, name: PartName, field: &T) -> serde_json::Result<()> {
    push(parts, name, FormContent::Json(serde_json::to_string(&Written(field))?));
    Ok(())
}

/// Appends a part for each element of an array, or one part for any other value: JSON, or plain text for scalars.
///
/// # Errors
/// Returns an error if the value cannot be serialized as JSON.
pub fn parts<T: Serialize>(parts: &mut Parts, name: PartName, field: &T) -> serde_json::Result<()> {
    match to_content(field)? {
        Content::List(elements) => elements.iter().try_for_each(|element| json(parts, name.clone(), element)),
        value => json(parts, name, &value),
    }
}

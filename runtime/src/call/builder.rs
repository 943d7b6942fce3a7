//! The builder of calls for generated code.

use serde::Serialize;

use crate::{
    call::{operation::Operation, raw_call::RawCall},
    client::core::ClientCore,
    encode::{multipart::FORM_DATA, parameter::Parameter, upload::Upload},
    spec::style::{PartEncoding, Style},
    tables::{multipart::ToMultipart, number_writer::Written},
};

/// The steps of building a call. Generated code calls them; users call the setters of each operation.
///
/// It is a trait, not inherent methods, so that a setter of an operation may have any of these names.
#[allow(clippy::return_self_not_must_use, reason = "a call itself must be used")]
#[doc(hidden)]
pub trait CallBuilder: Sized {
    /// The called operation.
    type Operation: Operation;

    /// Wraps a call.
    fn from_raw_call(raw: Box<RawCall>) -> Self;

    /// Returns the wrapped call.
    fn raw_call(&mut self) -> &mut RawCall;

    /// Creates a call with its path arguments, in the order of the template.
    fn new(core: &ClientCore, arguments: &[&dyn Parameter]) -> Self {
        Self::from_raw_call(RawCall::new(core.clone(), Self::Operation::SPEC, arguments))
    }

    /// Adds a query parameter in the style `form`, exploded.
    fn query(self, name: &str, value: &dyn Parameter) -> Self {
        self.query_as(Style::Form, name, value)
    }

    /// Adds a query parameter in a style.
    fn query_as(mut self, style: Style, name: &str, value: &dyn Parameter) -> Self {
        self.raw_call().query(style, name, value, false);
        self
    }

    /// Adds a query parameter in a style that preserves reserved characters.
    fn query_reserved(mut self, style: Style, name: &str, value: &dyn Parameter) -> Self {
        self.raw_call().query(style, name, value, true);
        self
    }

    /// Sets a header in the style `simple`.
    fn header(self, name: &str, value: &dyn Parameter) -> Self {
        self.header_as(Style::Simple, name, value)
    }

    /// Sets a header in a style.
    fn header_as(mut self, style: Style, name: &str, value: &dyn Parameter) -> Self {
        self.raw_call().header(style, name, value);
        self
    }

    /// Adds a cookie in the style `form`, exploded.
    fn cookie(self, name: &str, value: &dyn Parameter) -> Self {
        self.cookie_as(Style::Form, name, value)
    }

    /// Adds a cookie in a style.
    fn cookie_as(mut self, style: Style, name: &str, value: &dyn Parameter) -> Self {
        self.raw_call().cookie(style, name, value);
        self
    }

    /// Sets a JSON body, if there is one. Here and below, `body` is a reference to the body or an `Option` of a
    /// reference.
    fn json<'b, T: Serialize + ?Sized + 'b>(self, body: impl Into<Option<&'b T>>) -> Self {
        self.json_as("application/json", body)
    }

    /// Sets a body with a JSON-based media type, such as that of merge patches.
    fn json_as<'b, T: Serialize + ?Sized + 'b>(mut self, media_type: &str, body: impl Into<Option<&'b T>>) -> Self {
        if let Some(body) = body.into() {
            self.raw_call().json(media_type, write_json(body));
        }
        self
    }

    /// Sets a URL-encoded body.
    fn form<'b, T: Serialize + 'b>(self, body: impl Into<Option<&'b T>>) -> Self {
        self.form_as(&[], body)
    }

    /// Sets a URL-encoded body whose properties all have the same style.
    fn form_in<'b, T: Serialize + 'b>(mut self, style: Style, body: impl Into<Option<&'b T>>) -> Self {
        if let Some(body) = body.into() {
            self.raw_call().form(body, Some(style), &[]);
        }
        self
    }

    /// Sets a URL-encoded body with styles for some of its properties.
    fn form_as<'b, T: Serialize + 'b>(mut self, styles: &[(&str, Style)], body: impl Into<Option<&'b T>>) -> Self {
        if let Some(body) = body.into() {
            self.raw_call().form(body, None, styles);
        }
        self
    }

    /// Sets a multipart form as the body.
    fn multipart<'b, T: ToMultipart + 'b>(self, body: impl Into<Option<&'b T>>) -> Self {
        self.multipart_as(&[], body)
    }

    /// Sets a multipart form as the body, with encodings for some of its parts.
    fn multipart_as<'b, T: ToMultipart + 'b>(
        self,
        encodings: &[(&str, PartEncoding)],
        body: impl Into<Option<&'b T>>,
    ) -> Self {
        self.multipart_of(FORM_DATA, encodings, body)
    }

    /// Sets a multipart body that is not a form, with encodings for some of its parts.
    fn multipart_of<'b, T: ToMultipart + 'b>(
        mut self,
        media_type: &str,
        encodings: &[(&str, PartEncoding)],
        body: impl Into<Option<&'b T>>,
    ) -> Self {
        if let Some(body) = body.into() {
            self.raw_call().multipart(media_type, body, encodings);
        }
        self
    }

    /// Sets a text body, if there is one.
    fn text(mut self, media_type: &str, body: Option<impl Into<String>>) -> Self {
        if let Some(body) = body {
            self.raw_call().bytes(media_type, body.into().into());
        }
        self
    }

    /// Sets a text body from a number, a date or another scalar.
    fn scalar<'b, T: Serialize + 'b>(mut self, media_type: &str, body: impl Into<Option<&'b T>>) -> Self {
        if let Some(body) = body.into() {
            self.raw_call().scalar(media_type, body);
        }
        self
    }

    /// Sets a binary body.
    fn bytes(mut self, media_type: &str, bytes: impl Into<Upload>) -> Self {
        self.raw_call().upload(media_type, bytes.into());
        self
    }
}

/// Serializes a body as JSON: the only generic step before a call is sent.
fn write_json<T: Serialize + ?Sized>(body: &T) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Written(body))
}

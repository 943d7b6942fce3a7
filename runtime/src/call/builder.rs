//! What generated code builds calls with.

use serde::Serialize;

use crate::{
    call::{operation::Operation, raw_call::RawCall},
    client::core::ClientCore,
    encode::{multipart::FORM_DATA, parameter::Parameter, upload::Upload},
    spec::style::{PartEncoding, Style},
    tables::{multipart::ToMultipart, number_writer::Written},
};

/// The steps of building a call. Generated code uses them; users have the setters of each call.
///
/// A trait and not inherent methods, so that a setter of an operation may have any of these names.
#[allow(clippy::return_self_not_must_use, reason = "a call itself must be used")]
#[doc(hidden)]
pub trait CallBuilder: Sized {
    /// The operation that is called.
    type Operation: Operation;

    /// Wraps a call.
    fn from_raw_call(raw: Box<RawCall>) -> Self;

    /// The call inside.
    fn raw_call(&mut self) -> &mut RawCall;

    /// A call with the arguments of its path, in the order of the template.
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

    /// Adds a query parameter in a style, in which reserved characters stay as they are.
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

    /// Sets a JSON body, if there is one. It is a reference to the body, or an `Option` of one, here and below.
    fn json<'b, T: Serialize + ?Sized + 'b>(self, body: impl Into<Option<&'b T>>) -> Self {
        self.json_as("application/json", body)
    }

    /// Sets a body in a dialect of JSON, such as that of merge patches.
    fn json_as<'b, T: Serialize + ?Sized + 'b>(mut self, media_type: &str, body: impl Into<Option<&'b T>>) -> Self {
        if let Some(body) = body.into() {
            self.raw_call().json(media_type, write_json(body));
        }
        self
    }

    /// Sets an urlencoded body.
    fn form<'b, T: Serialize + 'b>(self, body: impl Into<Option<&'b T>>) -> Self {
        self.form_as(&[], body)
    }

    /// Sets an urlencoded body, all of whose members have one style.
    fn form_in<'b, T: Serialize + 'b>(mut self, style: Style, body: impl Into<Option<&'b T>>) -> Self {
        if let Some(body) = body.into() {
            self.raw_call().form(body, Some(style), &[]);
        }
        self
    }

    /// Sets an urlencoded body, some of whose members have a style.
    fn form_as<'b, T: Serialize + 'b>(mut self, styles: &[(&str, Style)], body: impl Into<Option<&'b T>>) -> Self {
        if let Some(body) = body.into() {
            self.raw_call().form(body, None, styles);
        }
        self
    }

    /// Sets a multipart body.
    fn multipart<'b, T: ToMultipart + 'b>(self, body: impl Into<Option<&'b T>>) -> Self {
        self.multipart_as(&[], body)
    }

    /// Sets a multipart body, some of whose parts have an encoding.
    fn multipart_as<'b, T: ToMultipart + 'b>(
        self,
        encodings: &[(&str, PartEncoding)],
        body: impl Into<Option<&'b T>>,
    ) -> Self {
        self.multipart_of(FORM_DATA, encodings, body)
    }

    /// Sets a multipart body that is no form, some of whose parts have an encoding.
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

    /// Sets a body of text, if there is one.
    fn text(mut self, media_type: &str, body: Option<impl Into<String>>) -> Self {
        if let Some(body) = body {
            self.raw_call().bytes(media_type, body.into().into());
        }
        self
    }

    /// Sets a body of text that is a number, a date or another scalar.
    fn scalar<'b, T: Serialize + 'b>(mut self, media_type: &str, body: impl Into<Option<&'b T>>) -> Self {
        if let Some(body) = body.into() {
            self.raw_call().scalar(media_type, body);
        }
        self
    }

    /// Sets a body of bytes.
    fn bytes(mut self, media_type: &str, bytes: impl Into<Upload>) -> Self {
        self.raw_call().upload(media_type, bytes.into());
        self
    }
}

/// Writes a body as JSON: the only generic step before a call is sent.
fn write_json<T: Serialize + ?Sized>(body: &T) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Written(body))
}

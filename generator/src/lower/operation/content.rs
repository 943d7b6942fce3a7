//! Parameters and headers described by `content`: a media type takes the place of a style.
//!
//! ```yaml
//! - {name: note, in: query, content: {text/plain: {schema: {type: string}}}}          # note=a%20b
//! - {name: page, in: query, content: {application/json: {schema: {type: object}}}}    # page=%7B%22size%22%3A5%7D
//! - {name: tags, in: query, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}  # tags=a%3D1
//! - {name: bees, in: query, content: {application/xml: {schema: {type: object}}}}     # reported, a string
//! ```

use super::request_body::is_json;
use crate::diagnostics::Code;
use crate::ir::{HeaderFormat, ParameterLocation, ParameterStyle, Scalar, Type};
use crate::lower::draft::Target;
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::{self, MediaType, Types};

/// The conversion of a value described by `content` to a string.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ContentForm {
    /// As JSON.
    Json,
    /// As an urlencoded form.
    Form,
    /// As its own string form.
    Text,
    /// As a string that the caller writes, because the schema has no encoding in this media type.
    Written,
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the type and the style of a parameter that is described by `content`.
    pub(super) fn parameter_content(
        &mut self,
        parameter: &'m model::Parameter<'d>,
        content: &'m MediaType<'d>,
        location: ParameterLocation,
        target: &Target,
    ) -> (Type, ParameterStyle) {
        let is_whole_query = parameter.location == "querystring";
        let form = self.content_form(content);
        if !content.encoding.is_empty() {
            let message = format!(
                "`encoding` is not supported in the `content` of a parameter; it is ignored for `{}`",
                parameter.name
            );
            self.report(Code::UnsupportedStyle, &content.origin, message);
        }
        let style = match form {
            ContentForm::Json if is_whole_query => ParameterStyle::WholeJson,
            ContentForm::Json => ParameterStyle::Json,
            ContentForm::Form if !is_whole_query => ParameterStyle::Urlencoded,
            _ => plain_style(location),
        };
        (self.content_type(parameter.name, content, form, target), style)
    }

    /// Returns the type of a response header that is described by `content`, and the encoding of its value.
    pub(super) fn header_content(
        &mut self,
        name: &str,
        content: &'m MediaType<'d>,
        target: &Target,
    ) -> (Type, HeaderFormat) {
        let form = match self.content_form(content) {
            ContentForm::Form => ContentForm::Written,
            form => form,
        };
        let format = if form == ContentForm::Json { HeaderFormat::Json } else { HeaderFormat::Simple };
        (self.content_type(name, content, form, target), format)
    }

    fn content_type(&mut self, name: &str, content: &'m MediaType<'d>, form: ContentForm, target: &Target) -> Type {
        match (&content.schema, form) {
            (None, ContentForm::Json) => Type::Scalar(Scalar::Any),
            (None, ContentForm::Form) => Type::Map(Box::new(Type::Scalar(Scalar::String))),
            (None, ContentForm::Text | ContentForm::Written) => Type::Scalar(Scalar::String),
            (Some(_), ContentForm::Written) => {
                let message = format!(
                    "the schema of `{name}` cannot be serialized as `{}`; the caller passes the serialized value as a string",
                    content.name
                );
                self.report(Code::UnsupportedMediaType, &content.origin, message);
                Type::Scalar(Scalar::String)
            }
            (Some(schema), _) => self.schema(schema, target).type_,
        }
    }

    /// Returns the encoding of `content`. If the media type is a range, the sender chooses one: a scalar is sent as a
    /// string, everything else as JSON.
    fn content_form(&self, content: &'m MediaType<'d>) -> ContentForm {
        let essence = content.essence();
        let schema = content.schema.as_ref();
        let is_scalar = schema.is_some_and(|schema| self.is_scalar(schema));
        match essence.as_str() {
            "*/*" | "application/*" if is_scalar => ContentForm::Text,
            json if is_json(json) => ContentForm::Json,
            "application/x-www-form-urlencoded" if !is_scalar => match schema.and_then(|schema| self.resolve(schema)) {
                Some(schema) if schema.types.contains(Types::ARRAY) => ContentForm::Written,
                _ => ContentForm::Form,
            },
            _ if is_scalar || schema.is_none_or(|schema| !schema.has_shape() && self.parts(schema).is_empty()) => {
                ContentForm::Text
            }
            _ => ContentForm::Written,
        }
    }
}

/// Returns the style in which a scalar is its own string form.
fn plain_style(location: ParameterLocation) -> ParameterStyle {
    match location {
        ParameterLocation::Path | ParameterLocation::Header => ParameterStyle::Simple,
        ParameterLocation::Query | ParameterLocation::Cookie => ParameterStyle::Form,
    }
}

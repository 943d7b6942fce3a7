//! Bodies that are described as parameters.

use super::media_types::DEFAULT;
use super::parameter::is_in_body;
use crate::diagnostics::Code;
use crate::hash::IndexMap;
use crate::model::node::Object;
use crate::model::reader::Reader;
use crate::model::{Encoding, MediaType, Operation, Parameter, RequestBody, Schema, Types};
use crate::source::Pointer;

const MULTIPART: &str = "multipart/form-data";
const URLENCODED: &str = "application/x-www-form-urlencoded";

impl<'d> Reader<'d, '_> {
    /// Creates the request body from the parameters of an operation that describe it; `object` is the operation.
    pub(in crate::model) fn take_body(&mut self, operation: &mut Operation<'d>, object: &Object<'d>) {
        let parameters = std::mem::take(&mut operation.parameters);
        let (in_body, others): (Vec<_>, Vec<_>) =
            parameters.into_iter().partition(|parameter| is_in_body(parameter.location));
        operation.parameters = others;
        if in_body.is_empty() {
            return;
        }
        let (bodies, form): (Vec<_>, Vec<_>) = in_body.into_iter().partition(|parameter| parameter.location == "body");
        let mut bodies = bodies.into_iter();
        let mut dropped: Vec<Parameter<'d>> = Vec::new();
        if operation.request_body.is_some() {
            dropped.extend(form);
        } else {
            let consumes = self.media_types(object, "consumes");
            operation.request_body = Some(match bodies.next() {
                Some(body) => {
                    dropped.extend(form);
                    whole(body, &consumes)
                }
                None => self.form(form, &consumes, &operation.origin.join("parameters")),
            });
        }
        for parameter in dropped.into_iter().chain(bodies) {
            let message = format!("a request can have only one body; the parameter `{}` is dropped", parameter.name);
            self.diagnostics.report(Code::UnsupportedParameter, &parameter.origin, message);
        }
    }

    /// Creates the body whose properties are the parameters `in: formData`.
    fn form(
        &mut self,
        parameters: Vec<Parameter<'d>>,
        consumes: &[(&'d str, Pointer)],
        at: &Pointer,
    ) -> RequestBody<'d> {
        let mut schema = Schema { origin: at.clone(), types: Types::OBJECT, ..Schema::default() };
        let mut encoding = IndexMap::default();
        for parameter in parameters {
            if parameter.required {
                schema.required.insert(parameter.name);
            }
            if parameter.style.is_some() {
                let Parameter { origin, style, explode, .. } = parameter;
                encoding.insert(
                    parameter.name,
                    Encoding { origin, content_type: None, style, explode, headers: Vec::new() },
                );
            }
            schema.properties.insert(parameter.name, parameter.schema.unwrap_or_default());
        }
        let has_file = schema.properties.values().any(is_file);
        let is_form = |name: &str| {
            let essence = name.split(';').next().unwrap_or_default().trim();
            essence.eq_ignore_ascii_case(MULTIPART) || (!has_file && essence.eq_ignore_ascii_case(URLENCODED))
        };
        let stated = consumes.iter().filter(|(name, _)| is_form(name)).cloned();
        let mut media_types: Vec<(&str, Pointer)> = stated.collect();
        if media_types.is_empty() {
            media_types.push((if has_file { MULTIPART } else { URLENCODED }, at.clone()));
        }
        let required = !schema.required.is_empty();
        let mut content = content(&media_types, &schema);
        content.iter_mut().for_each(|entry| entry.encoding.clone_from(&encoding));
        RequestBody { origin: at.clone(), required, description: None, content }
    }
}

/// Returns the body that a parameter `in: body` describes.
fn whole<'d>(parameter: Parameter<'d>, consumes: &[(&'d str, Pointer)]) -> RequestBody<'d> {
    let Parameter { origin, required, description, schema, .. } = parameter;
    let default = [(DEFAULT, origin.clone())];
    let media_types = if consumes.is_empty() { &default } else { consumes };
    RequestBody { content: content(media_types, &schema.unwrap_or_default()), origin, required, description }
}

fn content<'d>(media_types: &[(&'d str, Pointer)], schema: &Schema<'d>) -> Vec<MediaType<'d>> {
    media_types.iter().map(|(name, origin)| MediaType::new(origin.clone(), name, Some(schema.clone()))).collect()
}

/// Returns `true` if a property of a form is a file or an array of files.
fn is_file(schema: &Schema<'_>) -> bool {
    match &schema.items {
        Some(items) => is_file(items),
        None => schema.types.contains(Types::STRING) && schema.format == Some("binary"),
    }
}

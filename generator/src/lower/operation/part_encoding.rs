//! `encoding`, `prefixEncoding` and `itemEncoding` of multipart bodies: parts that differ from the default encoding.
//!
//! ```yaml
//! encoding:
//!   metadata: {contentType: application/xml}        # reported if it is an object, which is sent as JSON
//!   tags: {style: form, explode: false}             # one part with commas instead of a part for each
//!   file: {headers: {X-Kind: {schema: {const: a}}}} # a header of the part
//! ```

use serde_json::Value;

use super::style::{encoding_style, is_styled};
use crate::diagnostics::Code;
use crate::hash::{HashMap, HashSet};
use crate::ir::{ParameterStyle, PartEncoding, Scalar, Type, TypeId, TypeKind};
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::{Encoding, MediaType, PartHeader, Schema, is_media_type, is_token};

/// The media type of forms, the only one whose parts have styles (OpenAPI 3.2 section 4.15.1.2).
const FORM_DATA: &str = "multipart/form-data";

/// The fields of a form by name: those of all its variants, each as its struct and its index there.
type FormFields = HashMap<String, Vec<(TypeId, usize)>>;

/// A form whose type has been lowered.
struct FormOf<'f, 'm, 'd> {
    content: &'m MediaType<'d>,
    type_: &'f Type,
    fields: &'f FormFields,
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the parts of a body that differ from the default encoding, by name. Parts without names are identified
    /// by index, or by the empty name for all others.
    pub(super) fn part_encodings(&mut self, type_: &Type, form: &'m MediaType<'d>) -> Vec<(String, PartEncoding)> {
        let mut parts = Vec::new();
        let properties = self.form_properties(form);
        self.type_untyped_files(type_, form);
        let fields = self.form_fields(type_);
        let form = FormOf { content: form, type_, fields: &fields };
        for (name, encoding) in &form.content.encoding {
            self.part_encoding(&form, name, encoding, properties.get(name).copied(), &mut parts);
        }
        let content = form.content;
        let items = content.schema.as_ref().and_then(|schema| self.resolve(schema));
        for (place, encoding) in content.prefix_encoding.iter().enumerate() {
            let schema = items.and_then(|schema| schema.prefix_items.get(place));
            self.part_encoding(&form, &place.to_string(), encoding, schema, &mut parts);
        }
        if let Some(encoding) = &content.item_encoding {
            let schema = content.item_schema.as_ref().or(items.and_then(|schema| schema.items.as_deref()));
            self.part_encoding(&form, "", encoding, schema, &mut parts);
        }
        if content.essence() == FORM_DATA {
            self.note_objects_in_form(content);
        } else {
            self.transfer_encodings(type_, &mut parts);
        }
        parts
    }

    /// Types untyped parts as files if their `encoding` names a media type that is neither JSON nor text: they are
    /// bytes (OpenAPI 3.1.1 section 4.8.14.3).
    fn type_untyped_files(&mut self, type_: &Type, form: &MediaType<'d>) {
        let Type::Named(id) = type_ else { return };
        let is_binary = |listed: &str| {
            let mut listed = listed.split(',').map(str::trim);
            listed.all(|one| is_media_type(one) && !is_json(one) && !one.to_ascii_lowercase().starts_with("text/"))
        };
        match &mut self.draft.api.types[id.0].kind {
            TypeKind::Struct(object) => {
                for field in &mut object.fields {
                    let encoding = form.encoding.get(field.wire_name.as_str());
                    if !encoding.and_then(|encoding| encoding.content_type).is_some_and(is_binary) {
                        continue;
                    }
                    match &field.type_ {
                        Type::Scalar(Scalar::Any) => field.type_ = Type::Scalar(Scalar::File),
                        Type::Array(element) if **element == Type::Scalar(Scalar::Any) => {
                            field.type_ = Type::Array(Box::new(Type::Scalar(Scalar::File)))
                        }
                        _ => {}
                    }
                }
            }
            TypeKind::Union(union) => {
                for form_type in union.variants.iter().map(|variant| variant.type_.clone()).collect::<Vec<_>>() {
                    self.type_untyped_files(&form_type, form);
                }
            }
            _ => {}
        }
    }

    /// Lowers the encoding of the parts of one name or index; `schema` is that of a part, or of all parts of that
    /// name.
    fn part_encoding(
        &mut self,
        form: &FormOf<'_, 'm, 'd>,
        name: &str,
        encoding: &Encoding<'d>,
        schema: Option<&'m Schema<'d>>,
        parts: &mut Vec<(String, PartEncoding)>,
    ) {
        let is_file = self.is_file_part(form, name);
        parts.extend(self.part_headers(name, encoding, is_file));
        let is_styled = is_styled(encoding) && form.content.essence() == FORM_DATA;
        let style = if is_styled { encoding_style(encoding) } else { Ok(None) };
        let content_type = encoding.content_type.filter(|_| !is_styled).and_then(|listed| sent_as(listed, is_file));
        let is_object = schema.is_some_and(|schema| self.may_be_object(schema));
        match (style, content_type) {
            (Ok(Some(style)), _) => parts.push((name.to_owned(), PartEncoding::Style(style))),
            (Ok(None), _) if is_styled && is_object => {
                parts.push((name.to_owned(), PartEncoding::Style(ParameterStyle::Form)));
            }
            (Ok(None), _) if !is_file && !is_styled && self.is_structured_part(schema) => {
                let json =
                    encoding.content_type.and_then(|listed| listed.split(',').map(str::trim).find(|one| is_json(one)));
                match (json, encoding.content_type) {
                    (Some(json), _) => parts.push((name.to_owned(), PartEncoding::ContentType(json.to_owned()))),
                    (None, Some(listed)) => {
                        let message = format!("`{name}` cannot be serialized as `{listed}`; it is sent as JSON");
                        self.report(Code::UnsupportedMediaType, &encoding.origin, message);
                    }
                    (None, None) => {}
                }
            }
            (Ok(None), Some(content_type)) => {
                if is_file {
                    self.note_listed_types(form, name, &content_type);
                }
                parts.push((name.to_owned(), PartEncoding::ContentType(content_type)));
            }
            (Ok(None), None) => {}
            (Err(style), _) => {
                let message = format!("style `{style}` is not supported for `{name}` in a form; it is ignored");
                self.report(Code::UnsupportedStyle, &encoding.origin, message);
            }
        }
    }

    /// Adds base64 as the transfer encoding of parts outside of forms (OpenAPI 3.2 section 4.15.5.2, RFC 2045 section
    /// 6).
    fn transfer_encodings(&self, type_: &Type, parts: &mut Vec<(String, PartEncoding)>) {
        let Type::Named(id) = type_ else { return };
        let TypeKind::Struct(object) = &self.draft.api.definition(*id).kind else { return };
        let typed = parts.iter().filter(|(_, part)| matches!(part, PartEncoding::ContentType(_)));
        let typed: HashSet<String> = typed.map(|(name, _)| name.clone()).collect();
        for field in object.fields.iter().filter(|field| field.type_ == Type::Scalar(Scalar::Base64)) {
            if !typed.contains(&field.wire_name) {
                let bytes = "application/octet-stream".to_owned();
                parts.push((field.wire_name.clone(), PartEncoding::ContentType(bytes)));
            }
            let header = PartEncoding::Header("Content-Transfer-Encoding".to_owned(), "base64".to_owned());
            parts.push((field.wire_name.clone(), header));
        }
    }

    /// Returns `true` if each part is an object or array, which can only be encoded as JSON.
    fn is_structured_part(&self, schema: Option<&'m Schema<'d>>) -> bool {
        let Some(schema) = schema else { return false };
        let element = self.own_schemas(schema).iter().find_map(|own| own.items.as_deref()).unwrap_or(schema);
        !self.parts(element).is_empty() && !self.is_scalar(element)
    }

    /// Returns the constant headers of parts of this name, and reports headers without a constant value.
    fn part_headers(&mut self, part: &str, encoding: &Encoding<'d>, is_file: bool) -> Vec<(String, PartEncoding)> {
        let mut headers = Vec::new();
        for PartHeader { origin, name, value } in &encoding.headers {
            match value.and_then(header_value).filter(|_| is_token(name)) {
                Some(value) => headers.push((part.to_owned(), PartEncoding::Header((*name).to_owned(), value))),
                None if is_file => {}
                None => {
                    let message = format!(
                        "the header `{name}` of the part `{part}` has no constant value, and only files accept headers from \
                         the caller; it is not sent"
                    );
                    self.report(Code::UnsupportedPartHeader, origin, message);
                }
            }
        }
        headers
    }

    /// Documents the media types that the document lists for fields of this name.
    fn note_listed_types(&mut self, form: &FormOf<'_, 'm, 'd>, name: &str, listed: &str) {
        let types: Vec<String> = listed.split(", ").map(|entry| format!("`{entry}`")).collect();
        let note = match types.as_slice() {
            [only] if !only.contains('*') => format!("Sent as {only} unless the file sets another media type."),
            _ => format!(
                "Sent as one of these media types, chosen by the file extension unless the file sets one: {}.",
                types.join(", ")
            ),
        };
        for (id, place) in form.fields.get(name).into_iter().flatten() {
            if let TypeKind::Struct(object) = &mut self.draft.api.types[id.0].kind
                && let Some(field) = object.fields.get_mut(*place)
            {
                field.documentation.notes.push(note.clone());
            }
        }
    }

    /// Returns the fields of a form.
    fn form_fields(&self, form: &Type) -> FormFields {
        let mut fields = FormFields::default();
        let (mut open, mut seen) = (vec![form], HashSet::default());
        while let Some(type_) = open.pop() {
            let Type::Named(id) = type_ else { continue };
            if !seen.insert(*id) {
                continue;
            }
            match &self.draft.api.types[id.0].kind {
                TypeKind::Struct(object) => {
                    for (place, field) in object.fields.iter().enumerate() {
                        fields.entry(field.wire_name.clone()).or_default().push((*id, place));
                    }
                }
                TypeKind::Union(union) => open.extend(union.variants.iter().map(|variant| &variant.type_)),
                _ => {}
            }
        }
        fields
    }

    /// Returns `true` if the parts of this name are files.
    fn is_file_part(&self, form: &FormOf<'_, 'm, 'd>, name: &str) -> bool {
        let is_file = |type_: &Type| match type_ {
            Type::Array(element) => **element == Type::Scalar(Scalar::File),
            type_ => *type_ == Type::Scalar(Scalar::File),
        };
        let is_file_field = |(id, place): &(TypeId, usize)| match &self.draft.api.types[id.0].kind {
            TypeKind::Struct(object) => object.fields.get(*place).is_some_and(|field| is_file(&field.type_)),
            _ => false,
        };
        match form.type_ {
            Type::Named(_) => form.fields.get(name).is_some_and(|fields| fields.iter().any(is_file_field)),
            Type::Tuple(elements) => {
                let place: Option<usize> = name.parse().ok();
                place.and_then(|place| elements.get(place)).is_some_and(is_file)
            }
            type_ => is_file(type_),
        }
    }
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
}

/// Returns the string form of a value that is valid in a part's header.
fn header_value(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        _ => return None,
    };
    (!text.chars().any(char::is_control)).then_some(text)
}

/// Returns the media types of a part, separated by commas. A file selects one by its name, from several or from a
/// range; other parts use their default.
fn sent_as(listed: &str, is_file: bool) -> Option<String> {
    let entries: Vec<&str> = listed.split(',').map(str::trim).filter(|entry| !entry.is_empty()).collect();
    match entries.as_slice() {
        entries if !entries.iter().all(|entry| is_media_type(entry)) => None,
        [] => None,
        _ if is_file => Some(entries.join(", ")),
        [only] if !only.contains('*') => Some((*only).to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::sent_as;

    #[test]
    fn lists_are_for_files() {
        assert_eq!(sent_as("image/png", true).as_deref(), Some("image/png"));
        assert_eq!(sent_as("image/png,image/*,", true).as_deref(), Some("image/png, image/*"));
        assert_eq!(sent_as("image/png, jpeg", true), None);
        assert_eq!(sent_as("", true), None);
        assert_eq!(sent_as("text/markdown", false).as_deref(), Some("text/markdown"));
        assert_eq!(sent_as("text/markdown, text/plain", false), None);
        assert_eq!(sent_as("text/*", false), None);
    }
}

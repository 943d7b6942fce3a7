//! Multipart forms: objects whose binary members are files.

use std::collections::HashSet;

use serde_json::Value;

use super::all_of::is_object;
use super::schema::Part;
use super::style::{encoding_style, is_styled};
use super::{Lowering, Target};
use crate::diagnostics::Code;
use crate::ir::{Documentation, ParameterStyle, PartEncoding, StructForm, Type, TypeId, TypeKind};
use crate::model::{Encoding, MediaType, PartHeader, Schema, Types, is_media_type, is_token};

impl<'m, 'd> Lowering<'m, 'd, '_> {
    /// The type of a form: a struct, a union of such, or a form of any parts where the schema names none. Nothing when
    /// values are no objects.
    pub(super) fn multipart(&mut self, schema: &'m Schema<'d>, target: &Target) -> Option<Type> {
        let parts = self.parts(schema);
        self.form(schema, &parts, target)
    }

    /// The type of forms that agree with all parts; `schema` is where they stand together.
    pub(super) fn form(&mut self, schema: &'m Schema<'d>, parts: &[Part<'m, 'd>], target: &Target) -> Option<Type> {
        let mut own = Vec::new();
        self.expand(parts, &mut own, &mut HashSet::from([&schema.origin]));
        if let Some((union, beside)) = self.split_form(&own) {
            return Some(self.form_union(schema, union, &beside, parts, target));
        }
        let schemas: Vec<&'m Schema<'d>> = own.iter().filter_map(Part::own).collect();
        if schemas.iter().all(|schema| schema.properties.is_empty()) {
            return schemas.iter().all(|schema| is_object(schema)).then_some(Type::Form);
        }
        let id = self.place(schema, target);
        self.remember_form(id, parts);
        let mut object = self.members(id, &schemas);
        object.form = StructForm::Multipart;
        object.extra = None;
        for field in &mut object.fields {
            let declared = schemas.iter().find_map(|schema| schema.properties.get(field.wire_name.as_str()));
            if let Some((file, has_text)) = declared.and_then(|schema| self.file(schema)) {
                if let Type::Named(replaced) = std::mem::replace(&mut field.type_, file) {
                    self.files.push(replaced);
                }
                if has_text {
                    let note = "A file, or in its place a text: `FilePart::text`.";
                    field.documentation.notes.push(note.to_owned());
                }
            }
        }
        self.api.types[id.0].kind = TypeKind::Struct(object);
        Some(Type::Named(id))
    }

    /// Remembers the component that a form was made of, and says of the form what the document says of that.
    pub(super) fn remember_form(&mut self, id: TypeId, parts: &[Part<'m, 'd>]) {
        let [Part::Reference(holder)] = parts else { return };
        let Some(component) = self.target(holder).and_then(|target| self.components.get(&target.origin)).copied()
        else {
            return;
        };
        self.forms.push((id, component));
        if self.api.types[id.0].documentation == Documentation::default() {
            self.api.types[id.0].documentation = self.api.types[component.0].documentation.clone();
        }
    }

    /// The parts of a form that are not sent as such parts usually are.
    pub(super) fn part_encodings(&mut self, type_: &Type, form: &MediaType<'d>) -> Vec<(String, PartEncoding)> {
        let mut parts = Vec::new();
        for (name, encoding) in &form.encoding {
            let is_file = self.is_file_part(type_, name);
            parts.extend(self.part_headers(name, encoding, is_file));
            let style = if is_styled(encoding) { encoding_style(encoding) } else { Ok(None) };
            let content_type = encoding.content_type.and_then(|listed| sent_as(listed, is_file));
            match (style, content_type) {
                (Ok(Some(style)), _) if style != ParameterStyle::DeepObject => {
                    parts.push(((*name).to_owned(), PartEncoding::Style(style)));
                }
                (Ok(None), Some(content_type)) => {
                    if is_file {
                        self.note_listed_types(type_, name, &content_type);
                    }
                    parts.push(((*name).to_owned(), PartEncoding::ContentType(content_type)));
                }
                (Ok(None), None) => {}
                (Ok(Some(_)) | Err(_), _) => {
                    let message = format!(
                        "`{name}` cannot be written in the style `{}` in a form; it is written as `form`",
                        encoding.style.unwrap_or_default()
                    );
                    self.report(Code::UnsupportedStyle, &encoding.origin, message);
                }
            }
        }
        parts
    }

    /// The headers that the parts of this name always have, and a report on those of which nobody says the value.
    fn part_headers(&mut self, part: &str, encoding: &Encoding<'d>, is_file: bool) -> Vec<(String, PartEncoding)> {
        let mut headers = Vec::new();
        for PartHeader { origin, name, value } in &encoding.headers {
            match value.and_then(header_value).filter(|_| is_token(name)) {
                Some(value) => headers.push((part.to_owned(), PartEncoding::Header((*name).to_owned(), value))),
                None if is_file => {}
                None => {
                    let message = format!(
                        "`{part}` is no file, and only files have headers whose values people give; `{name}` is not sent"
                    );
                    self.report(Code::UnsupportedPartHeader, origin, message);
                }
            }
        }
        headers
    }

    /// Tells in the files of this name which media types the document lists for them.
    fn note_listed_types(&mut self, form: &Type, name: &str, listed: &str) {
        let Type::Named(id) = form else { return };
        match &mut self.api.types[id.0].kind {
            TypeKind::Struct(object) => {
                let types: Vec<String> = listed.split(", ").map(|entry| format!("`{entry}`")).collect();
                let note = match types.as_slice() {
                    [only] if !only.contains('*') => format!("Sent as {only} unless the file says otherwise."),
                    _ => format!(
                        "One of these media types, by the extension of its name unless the file says it: {}.",
                        types.join(", ")
                    ),
                };
                for field in object.fields.iter_mut().filter(|field| field.wire_name == name) {
                    field.documentation.notes.push(note.clone());
                }
            }
            TypeKind::Union(union) => {
                for form in union.variants.iter().map(|variant| variant.type_.clone()).collect::<Vec<_>>() {
                    self.note_listed_types(&form, name, listed);
                }
            }
            _ => {}
        }
    }

    /// Whether the parts of this name are files.
    fn is_file_part(&self, form: &Type, name: &str) -> bool {
        let Type::Named(id) = form else { return false };
        let is_file = |type_: &Type| match type_ {
            Type::Array(element) => **element == Type::File,
            type_ => *type_ == Type::File,
        };
        match &self.api.types[id.0].kind {
            TypeKind::Struct(object) => {
                object.fields.iter().any(|field| field.wire_name == name && is_file(&field.type_))
            }
            TypeKind::Union(union) => union.variants.iter().any(|variant| self.is_file_part(&variant.type_, name)),
            _ => false,
        }
    }

    /// The type of a member that is a file or a list of files, and whether text may stand in the place of one.
    fn file(&self, schema: &'m Schema<'d>) -> Option<(Type, bool)> {
        let schema = self.resolve(schema)?;
        let members = schema.one_of.iter().chain(&schema.any_of).filter(|member| member.types != Types::NULL);
        let members: Vec<_> = members.filter_map(|member| self.resolve(member)).collect();
        if members.is_empty() {
            return self.file_or_files(schema).map(|type_| (type_, false));
        }
        let types: Vec<Option<Type>> = members.iter().map(|member| self.file_or_files(member)).collect();
        let mut others = members.iter().zip(&types).filter(|(_, type_)| type_.is_none());
        if !others.all(|(member, _)| is_text(member)) {
            return None;
        }
        let files = || types.iter().flatten();
        let list = files().find(|type_| matches!(type_, Type::Array(_)));
        let type_ = list.or_else(|| files().next())?;
        Some((type_.clone(), types.iter().any(Option::is_none)))
    }

    fn file_or_files(&self, schema: &'m Schema<'d>) -> Option<Type> {
        match &schema.items {
            Some(items) if is_file(self.resolve_nullable(items)?) => Some(Type::Array(Box::new(Type::File))),
            Some(_) => None,
            None => is_file(schema).then_some(Type::File),
        }
    }

    /// What a schema says when references are followed and null is left aside.
    pub(super) fn resolve_nullable(&self, schema: &'m Schema<'d>) -> Option<&'m Schema<'d>> {
        let resolved = self.resolve(schema)?;
        let members = resolved.one_of.iter().chain(&resolved.any_of);
        match members.filter(|member| member.types != Types::NULL).collect::<Vec<_>>().as_slice() {
            [] => Some(resolved),
            [only] => self.resolve(only),
            _ => None,
        }
    }
}

/// Whether values are bytes as they are; the encoding `binary` is none (RFC 2045 section 6.2).
fn is_file(schema: &Schema<'_>) -> bool {
    let is_raw = match schema.keyword("contentEncoding") {
        Some(encoding) => encoding.as_str() == Some("binary"),
        None => schema.keyword("contentMediaType").is_some(),
    };
    (is_text(schema) || schema.types.is_empty()) && (schema.format == Some("binary") || is_raw)
}

fn is_text(schema: &Schema<'_>) -> bool {
    schema.types.difference(Types::NULL) == Types::STRING
}

/// The text of a value that can stand in a header of a part.
fn header_value(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        _ => return None,
    };
    (!text.chars().any(char::is_control)).then_some(text)
}

/// The media types with which a part may be sent, with commas between. Which of several it is, or which of a range, can
/// be told of files by their names; of all else it is left to what such parts usually have.
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

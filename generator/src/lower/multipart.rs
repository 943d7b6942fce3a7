//! Multipart forms: objects whose binary members are files.

use std::collections::HashSet;

use super::schema::Part;
use super::style::{encoding_style, is_styled};
use super::{Lowering, Target};
use crate::diagnostics::Code;
use crate::ir::{Documentation, Field, ParameterStyle, PartEncoding, StructForm, Type, TypeId, TypeKind};
use crate::model::{MediaType, Schema, Types, is_media_type};

impl<'m, 'd> Lowering<'m, 'd, '_> {
    /// The struct for a form, or nothing when the schema is no object with properties.
    pub(super) fn multipart(&mut self, schema: &'m Schema<'d>, target: &Target) -> Option<TypeId> {
        let parts = self.parts(schema);
        let mut own = Vec::new();
        self.expand(&parts, &mut own, &mut HashSet::from([&schema.origin]));
        let schemas: Vec<&'m Schema<'d>> = own.iter().filter_map(Part::own).collect();
        if schemas.iter().all(|schema| schema.properties.is_empty()) {
            return None;
        }
        let id = self.place(schema, target);
        if let [Part::Reference(holder)] = parts.as_slice() {
            let component = self.target(holder).and_then(|target| self.components.get(&target.origin));
            self.forms.extend(component.map(|component| (id, *component)));
        }
        let mut object = self.members(id, &schemas);
        object.form = StructForm::Multipart;
        object.extra = None;
        for literal in object.literals.drain(..) {
            object.fields.push(Field {
                origin: schema.origin.clone(),
                type_: Type::String,
                required: true,
                nullable: false,
                read_only: false,
                write_only: false,
                prefix: None,
                documentation: Documentation {
                    notes: vec![format!("Always `{}`.", literal.value)],
                    ..Documentation::default()
                },
                wire_name: literal.wire_name,
            });
        }
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
        Some(id)
    }

    /// The parts of a form that are not sent as such parts usually are.
    pub(super) fn part_encodings(&mut self, id: TypeId, form: &MediaType<'d>) -> Vec<(String, PartEncoding)> {
        let mut parts = Vec::new();
        for (name, encoding) in &form.encoding {
            let is_file = self.is_file_part(id, name);
            for (header, origin) in encoding.headers.iter().filter(|_| !is_file) {
                let message =
                    format!("`{name}` is no file, and only files have headers of their own; `{header}` is not sent");
                self.report(Code::UnsupportedPartHeader, origin, message);
            }
            let style = if is_styled(encoding) { encoding_style(encoding) } else { Ok(None) };
            let content_type = encoding.content_type.and_then(|listed| sent_as(listed, is_file));
            match (style, content_type) {
                (Ok(Some(style)), _) if style != ParameterStyle::DeepObject => {
                    parts.push(((*name).to_owned(), PartEncoding::Style(style)));
                }
                (Ok(None), Some(content_type)) => {
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

    /// Whether the parts of this name are files.
    fn is_file_part(&self, id: TypeId, name: &str) -> bool {
        let TypeKind::Struct(object) = &self.api.types[id.0].kind else { return false };
        let is_file = |type_: &Type| match type_ {
            Type::Array(element) => **element == Type::File,
            type_ => *type_ == Type::File,
        };
        object.fields.iter().any(|field| field.wire_name == name && is_file(&field.type_))
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

/// Whether values are bytes as they are.
fn is_file(schema: &Schema<'_>) -> bool {
    let is_raw = schema.keyword("contentMediaType").is_some() && schema.keyword("contentEncoding").is_none();
    (is_text(schema) || schema.types.is_empty()) && (schema.format == Some("binary") || is_raw)
}

fn is_text(schema: &Schema<'_>) -> bool {
    schema.types.difference(Types::NULL) == Types::STRING
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

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
            if let Some(file) = declared.and_then(|schema| self.file(schema)) {
                field.type_ = file;
            }
        }
        self.api.types[id.0].kind = TypeKind::Struct(object);
        Some(id)
    }

    /// The parts of a form that are not sent as such parts usually are.
    pub(super) fn part_encodings(&mut self, id: TypeId, form: &MediaType<'d>) -> Vec<(String, PartEncoding)> {
        let mut parts = Vec::new();
        for (name, encoding) in &form.encoding {
            let style = if is_styled(encoding) { encoding_style(encoding) } else { Ok(None) };
            let content_type = encoding.content_type.and_then(|listed| sent_as(listed, self.is_file_part(id, name)));
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

    /// The type of a member that is a file or a list of files.
    fn file(&self, schema: &'m Schema<'d>) -> Option<Type> {
        let schema = self.resolve_nullable(schema)?;
        if let Some(items) = &schema.items {
            return self.file(items).map(|file| Type::Array(Box::new(file)));
        }
        let is_text = schema.types.difference(Types::NULL) == Types::STRING || schema.types.is_empty();
        let is_raw = schema.keyword("contentMediaType").is_some() && schema.keyword("contentEncoding").is_none();
        (is_text && (schema.format == Some("binary") || is_raw)).then_some(Type::File)
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

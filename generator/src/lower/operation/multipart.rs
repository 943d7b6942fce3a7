//! Multipart forms: objects whose binary properties are files.
//!
//! ```yaml
//! properties:
//!   file: {type: string, format: binary}                            # FilePart
//!   pages: {type: array, items: {type: string, format: binary}}     # Vec<FilePart>
//!   model: {anyOf: [{type: string, format: binary}, {type: string}]}    # FilePart, or a string: `FilePart::text`
//!   purpose: {type: string}                                         # String
//! ```

use crate::diagnostics::Code;
use crate::hash::HashSet;
use crate::ir::{Scalar, StructForm, Type, TypeId, TypeKind};
use crate::lower::draft::Target;
use crate::lower::schema::all_of::is_object;
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::schema::parts::Part;
use crate::model::{AdditionalProperties, Schema, Types};
use crate::source::Pointer;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the type of a form: a struct, a union of forms, or a form of any parts if no property is named. Returns
    /// `None` if values are not objects.
    pub(super) fn multipart(&mut self, schema: &'m Schema<'d>, target: &Target) -> Option<Type> {
        let parts = self.parts(schema);
        self.form(schema, &parts, target)
    }

    /// Returns the type of forms that match all parts; `schema` contains them.
    pub(crate) fn form(&mut self, schema: &'m Schema<'d>, parts: &[Part<'m, 'd>], target: &Target) -> Option<Type> {
        let mut own = Vec::new();
        self.expand(parts, &mut own, &mut HashSet::from_iter([&schema.origin]));
        if let Some((union, siblings)) = self.split_form(&own) {
            return Some(self.form_union(schema, union, &siblings, parts, target));
        }
        let schemas: Vec<&'m Schema<'d>> = own.iter().filter_map(Part::own).collect();
        if schemas.iter().all(|schema| schema.properties.is_empty()) {
            return schemas.iter().all(|schema| is_object(schema)).then_some(Type::Scalar(Scalar::Form));
        }
        let id = self.draft.place(schema, target);
        self.remember_form(id, parts);
        let mut object = self.members(id, &schemas);
        object.form = StructForm::Multipart;
        object.extra = self.extra_parts(&schemas, object.extra.take());
        for field in &mut object.fields {
            let declared = schemas.iter().find_map(|schema| schema.properties.get(field.wire_name.as_str()));
            let Some(declared) = declared else { continue };
            if let Some((file, has_text)) = self.file(declared) {
                if let Type::Named(replaced) = std::mem::replace(&mut field.type_, file) {
                    self.draft.replaced_in_forms.push(replaced);
                }
                if has_text {
                    let note = "A file, or a string as `FilePart::text`.";
                    field.documentation.notes.push(note.to_owned());
                }
            } else {
                self.report_nested_file(&format!("`{}`", field.wire_name), declared);
            }
        }
        self.draft.set_kind(id, TypeKind::Struct(object));
        Some(Type::Named(id))
    }

    /// Returns the type of parts that a form does not name: files, values of a type, or parts of any kind if
    /// `described` is any value.
    fn extra_parts(&mut self, schemas: &[&'m Schema<'d>], described: Option<Type>) -> Option<Type> {
        let described = described?;
        let additional = schemas.iter().find_map(|schema| match &schema.additional_properties {
            Some(AdditionalProperties::Schema(value)) => Some(&**value),
            _ => None,
        });
        match additional.and_then(|schema| self.file(schema)) {
            Some((file, _)) => {
                if let Type::Named(replaced) = described {
                    self.draft.replaced_in_forms.push(replaced);
                }
                Some(file)
            }
            None if described == Type::Scalar(Scalar::Any) => Some(Type::Scalar(Scalar::Form)),
            None => Some(described),
        }
    }

    /// Reports a file inside a JSON part, which cannot hold its bytes.
    pub(super) fn report_nested_file(&mut self, part: &str, schema: &'m Schema<'d>) {
        if let Some(file) = self.nested_file(schema, &mut HashSet::default()) {
            let message = format!(
                "the part {part} is JSON, which cannot contain the bytes of a file; this property is sent as a string"
            );
            self.report(Code::NestedFile, &file.origin, message);
        }
    }

    /// Returns the first file within a schema. Each schema is `seen` once.
    fn nested_file(&self, schema: &'m Schema<'d>, seen: &mut HashSet<&'m Pointer>) -> Option<&'m Schema<'d>> {
        if !seen.insert(&schema.origin) {
            return None;
        }
        self.own_schemas(schema).into_iter().find_map(|own| {
            if own.format == Some("binary") {
                return Some(own);
            }
            let inner = own.properties.values().chain(own.items.as_deref()).chain(&own.prefix_items);
            let patterns = own.pattern_properties.iter().map(|(_, value)| value);
            let additional = match &own.additional_properties {
                Some(AdditionalProperties::Schema(value)) => Some(&**value),
                _ => None,
            };
            let mut inner = inner.chain(&own.one_of).chain(&own.any_of).chain(patterns).chain(additional);
            inner.find_map(|inner| self.nested_file(inner, seen))
        })
    }

    /// Records the component that a form was made from, and copies its documentation.
    pub(super) fn remember_form(&mut self, id: TypeId, parts: &[Part<'m, 'd>]) {
        let [Part::Reference(holder)] = parts else { return };
        let Some(component) = self.target(holder).and_then(|target| self.components.ids.get(&target.origin)).copied()
        else {
            return;
        };
        self.draft.forms.push((id, component));
        if self.draft.api.types[id.0].documentation.is_blank() {
            self.draft.api.types[id.0].documentation = self.draft.api.types[component.0].documentation.clone();
        }
    }

    /// Returns the type of a property that is a file or an array of files, and whether a string is accepted instead of
    /// a file.
    pub(super) fn file(&self, schema: &'m Schema<'d>) -> Option<(Type, bool)> {
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
            Some(items) if is_file(self.resolve_nullable(items)?) => {
                Some(Type::Array(Box::new(Type::Scalar(Scalar::File))))
            }
            Some(_) => None,
            None => is_file(schema).then_some(Type::Scalar(Scalar::File)),
        }
    }

    /// Follows references and unwraps nullable unions.
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

/// Returns `true` if values are raw bytes. The encoding `binary` does not encode them (RFC 2045 section 6.2).
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

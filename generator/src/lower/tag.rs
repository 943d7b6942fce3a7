//! The tag of a union lives in its members: each is valid by itself, and writes the value that leads to it.

use super::Lowering;
use super::plan::as_struct;
use crate::diagnostics::Code;
use crate::ir::{Literal, Tag, Type, TypeId, TypeKind};

impl Lowering<'_, '_, '_> {
    /// Makes the tags of a union literals of its members, where these do not say the value themselves.
    ///
    /// A member that other values lead to as well keeps the value in a field, if it has one.
    /// The variant `default` stands for other values as well and keeps whichever it has.
    pub(super) fn keep_tags(&mut self, union: TypeId, property: String, tags: Vec<Tag>, default: Option<usize>) {
        let TypeKind::Union(definition) = &self.api.definition(union).kind else { return };
        let members: Vec<Type> = definition.variants.iter().map(|variant| variant.type_.clone()).collect();
        for (index, member) in members.iter().enumerate().filter(|(index, _)| Some(*index) != default) {
            let mut values = tags.iter().filter(|tag| tag.variant == index).map(|tag| tag.value.clone());
            let only = values.next().filter(|_| values.next().is_none());
            let Some((id, object)) = as_struct(&self.api, member) else { continue };
            if let Some(literal) = object.literals.iter().find(|literal| literal.wire_name == property) {
                let lost = tags.iter().find(|tag| tag.variant == index && literal.value != *tag.value);
                if let Some(lost) = lost {
                    let origin = self.api.definition(union).origin.clone();
                    let message = format!(
                        "member {} always has {} as its `{property}`; what came with \"{}\" is written with that, too",
                        index + 1,
                        literal.value,
                        lost.value
                    );
                    self.report(Code::ConflictingTag, &origin, message);
                }
                continue;
            }
            let field = object.fields.iter().position(|field| field.wire_name == property);
            let is_free = field.is_none_or(|at| {
                let field = &object.fields[at];
                field.required && (!field.nullable || field.type_ == Type::Any)
            });
            let TypeKind::Struct(object) = &mut self.api.types[id.0].kind else { continue };
            match only {
                Some(value) if is_free => {
                    if let Some(at) = field {
                        object.fields.remove(at);
                    }
                    object.literals.insert(0, Literal { wire_name: property.clone(), value: value.into() });
                }
                _ if field.is_none() => {
                    let origin = self.api.definition(union).origin.clone();
                    let message =
                        format!("member {} has no `{property}` to keep its value in, so that it is lost", index + 1);
                    self.report(Code::ConflictingTag, &origin, message);
                }
                _ => {}
            }
        }
    }
}

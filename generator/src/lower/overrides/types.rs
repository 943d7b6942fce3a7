//! Type overrides from `[types]` in `apiarist.toml`.
//!
//! ```toml
//! [types.formats]
//! decimal = "rust_decimal::Decimal"     # every string of this format
//! [types.schemas]
//! Metadata = "Value"                    # a component by its name, or a schema by its JSON pointer
//! ```

use crate::diagnostics::{Code, Diagnostics};
use crate::hash::HashMap;
use crate::ir::{Custom, Integer, Scalar, Type, ValueKind};
use crate::lower::schema::lowering::Lowered;
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::schema::types::stated_types;
use crate::model::{Schema, Types};
use crate::settings::{Overrides, TypeOverride, TypeSettings};
use crate::source::Pointer;

/// Type overrides, and which of them were used.
#[derive(Debug)]
pub(crate) struct TypeOverrides<'s> {
    formats: Overrides<'s, TypeOverride>,
    schemas: Overrides<'s, TypeOverride>,
    /// The components that are overridden by their name.
    components: HashMap<Pointer, Type>,
}

impl<'s> TypeOverrides<'s> {
    pub(crate) fn new(settings: &'s TypeSettings) -> Self {
        let (formats, schemas) = (Overrides::of_table(&settings.formats), Overrides::of_table(&settings.schemas));
        Self { formats, schemas, components: HashMap::default() }
    }

    /// Reports the overrides that no schema matched.
    pub(crate) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        for (key, _) in self.formats.unused() {
            let message =
                format!("unused `[types.formats]` override: no schema with format `{key}` can have this type");
            diagnostics.report_without_origin(Code::UnusedTypeOverride, message);
        }
        for (key, _) in self.schemas.unused() {
            let message = format!("unused `[types.schemas]` override: no schema `{key}` can have this type");
            diagnostics.report_without_origin(Code::UnusedTypeOverride, message);
        }
    }
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Applies the override of a component, by its name or its location. Returns `true` if there is one.
    pub(crate) fn override_component(&mut self, name: &str, schema: &Schema<'d>) -> bool {
        let by_name = self.types.schemas.peek(name).and_then(|overridden| type_(overridden, stated_types(schema)));
        if let Some(type_) = by_name {
            self.types.schemas.get(name);
            self.types.components.insert(schema.origin.clone(), type_);
        }
        self.type_override(schema).is_some()
    }

    /// Returns the override of this schema itself.
    pub(crate) fn type_override(&mut self, schema: &Schema<'d>) -> Option<Lowered> {
        let type_ = self.override_at(&schema.origin, stated_types(schema))?;
        self.types.schemas.get(schema.origin.to_string().as_str());
        Some(Lowered::new(type_, self.is_nullable(schema)))
    }

    /// Returns `true` if this schema itself has an override.
    pub(crate) fn is_overridden(&self, schema: &Schema<'d>) -> bool {
        self.override_at(&schema.origin, stated_types(schema)).is_some()
    }

    /// Returns the override of a component by its location.
    pub(crate) fn component_override(&self, origin: &Pointer) -> Option<Type> {
        self.override_at(origin, Types::empty())
    }

    fn override_at(&self, origin: &Pointer, types: Types) -> Option<Type> {
        let TypeOverrides { schemas, components, .. } = &self.types;
        if schemas.is_empty() {
            return None;
        }
        let by_name = components.get(origin).cloned();
        by_name.or_else(|| type_(schemas.peek(origin.to_string().as_str())?, types))
    }

    /// Returns the override of a schema's format, if the type can represent values of this JSON type.
    pub(crate) fn format_override(&mut self, schema: &Schema<'d>, types: Types) -> Option<Type> {
        let format = schema.format?;
        let type_ = type_(self.types.formats.peek(format)?, types)?;
        self.types.formats.get(format);
        Some(type_)
    }

    /// Returns `true` if an override types this schema as any JSON value.
    pub(crate) fn is_overridden_by_any(&self, schema: &Schema<'d>) -> bool {
        let by_format = schema.format.and_then(|format| self.types.formats.peek(format));
        by_format == Some(&TypeOverride::Own(Scalar::Any)) || self.is_overridden(schema)
    }
}

/// Returns the type of an override, or `None` if the type cannot represent values of these JSON types.
fn type_(overridden: &TypeOverride, types: Types) -> Option<Type> {
    let own = match overridden {
        TypeOverride::Path(path) => {
            let custom = Custom { path: path.as_str().to_owned(), stands_for: simple(types) };
            return Some(Type::Custom(Box::new(custom)));
        }
        TypeOverride::Own(own) => *own,
    };
    let fitting = match own.kind() {
        ValueKind::Any | ValueKind::File | ValueKind::Form => return Some(Type::Scalar(own)),
        ValueKind::Boolean => Types::BOOLEAN,
        ValueKind::Integer | ValueKind::Number => Types::INTEGER | Types::NUMBER,
        ValueKind::String => Types::STRING,
    };
    // A schema without a type may accept any.
    (types.is_empty() || types.intersects(fitting)).then_some(Type::Scalar(own))
}

/// Returns the JSON shape of values of these types, regardless of their Rust type.
fn simple(types: Types) -> Type {
    match types {
        Types::BOOLEAN => Type::Scalar(Scalar::Boolean),
        Types::INTEGER => Type::Scalar(Scalar::Integer(Integer::I64)),
        Types::NUMBER => Type::Scalar(Scalar::Number),
        Types::STRING => Type::Scalar(Scalar::String),
        Types::ARRAY => Type::Array(Box::new(Type::Scalar(Scalar::Any))),
        Types::OBJECT => Type::Map(Box::new(Type::Scalar(Scalar::Any))),
        _ => Type::Scalar(Scalar::Any),
    }
}

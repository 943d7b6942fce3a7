//! Styles: how parameters and properties of forms are serialized.
//!
//! ```text
//! style, explode          array [a, b]             object {k: v}
//! form, true              x=a&x=b                  k=v
//! form, false             x=a,b                    x=k,v
//! deepObject              x[]=a&x[]=b              x[k]=v
//! pipeDelimited, false    x=a|b                    x=k|v
//! simple, false           a,b                      k,v
//! ```
//!
//! A style that a location does not have is reported, and replaced by the default of the location.

use crate::diagnostics::Code;
use crate::ir::{ParameterLocation, ParameterStyle, Scalar, Type};
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::union::dispatch::resolve;
use crate::model::{self, Encoding, MediaType, Schema, TAB_DELIMITED, Types};
use crate::settings::ParameterOverride;

/// `style` and `explode` as stated by the document or an override.
#[derive(Clone, Copy, Debug)]
pub(super) struct StatedStyle<'s> {
    pub(super) style: Option<&'s str>,
    pub(super) explode: Option<bool>,
}

impl StatedStyle<'_> {
    /// Returns the style in a location, with the defaults of OpenAPI 3.1 section 4.8.12.2, or `None` if the location
    /// does not have it.
    pub(crate) fn style(self, location: ParameterLocation) -> Option<ParameterStyle> {
        use ParameterLocation::{Cookie, Header, Path, Query};
        let delimited = !self.explode.unwrap_or(false);
        let default = if matches!(location, Path | Header) { "simple" } else { "form" };
        let exploded = self.explode.unwrap_or(default == "form");
        let pick = |plain, when_exploded| Some(if exploded { when_exploded } else { plain });
        match (self.style.unwrap_or(default), location) {
            ("simple", Path | Header) => pick(ParameterStyle::Simple, ParameterStyle::SimpleExploded),
            ("label", Path) => pick(ParameterStyle::Label, ParameterStyle::LabelExploded),
            ("matrix", Path) => pick(ParameterStyle::Matrix, ParameterStyle::MatrixExploded),
            ("form", Query | Cookie) => pick(ParameterStyle::FormComma, ParameterStyle::Form),
            ("spaceDelimited", Query | Path | Header) if delimited => Some(ParameterStyle::SpaceDelimited),
            (TAB_DELIMITED, Query | Path | Header) if delimited => Some(ParameterStyle::TabDelimited),
            ("pipeDelimited", Query | Path | Header) if delimited => Some(ParameterStyle::PipeDelimited),
            // Exploded, these two are the same as `form`.
            ("spaceDelimited" | "pipeDelimited", Query) => Some(ParameterStyle::Form),
            ("deepObject", Query) => Some(ParameterStyle::DeepObject),
            // `explode` defaults to true only for `form` (OpenAPI 3.2 section 4.12.2.1); the style exists for several
            // cookies.
            ("cookie", Cookie) if self.explode == Some(false) => Some(ParameterStyle::CookieComma),
            ("cookie", Cookie) => Some(ParameterStyle::Cookie),
            _ => None,
        }
    }
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the style of a parameter, and reports one that its location does not have.
    pub(super) fn parameter_style(
        &mut self,
        parameter: &model::Parameter<'d>,
        location: ParameterLocation,
        found: &ParameterOverride,
    ) -> ParameterStyle {
        let style = found.style.map_or(parameter.style, |style| Some(style.as_str()));
        let stated = StatedStyle { style, explode: found.explode.or(parameter.explode) };
        if let Some(style) = stated.style(location) {
            return style;
        }
        let fallback = StatedStyle { style: None, ..stated }.style(location).unwrap_or(ParameterStyle::Simple);
        let message = format!(
            "style `{}` is not supported for `{}` in `{}`; `{}` is used",
            style.unwrap_or_default(),
            parameter.name,
            parameter.location,
            if matches!(location, ParameterLocation::Path | ParameterLocation::Header) { "simple" } else { "form" },
        );
        self.report(Code::UnsupportedStyle, &parameter.origin, message);
        fallback
    }

    /// Returns the style without distinctions that only affect arrays and objects, if values are neither.
    pub(super) fn plainest(&self, style: ParameterStyle, location: ParameterLocation, type_: &Type) -> ParameterStyle {
        let type_ = resolve(&self.draft.api, type_);
        let may_be_object = match type_ {
            Type::Scalar(Scalar::Any) | Type::Map(_) | Type::Tuple(_) | Type::Custom(_) => true,
            Type::Named(id) => !self.draft.api.definition(*id).kind.is_value_enum(),
            _ => false,
        };
        let is_list = matches!(type_, Type::Array(_));
        match style {
            _ if may_be_object => style,
            ParameterStyle::SimpleExploded => ParameterStyle::Simple,
            _ if is_list => style,
            ParameterStyle::LabelExploded => ParameterStyle::Label,
            ParameterStyle::MatrixExploded => ParameterStyle::Matrix,
            ParameterStyle::CookieComma => ParameterStyle::Cookie,
            ParameterStyle::FormComma
            | ParameterStyle::SpaceDelimited
            | ParameterStyle::TabDelimited
            | ParameterStyle::PipeDelimited
            | ParameterStyle::DeepObject => match location {
                ParameterLocation::Path | ParameterLocation::Header => ParameterStyle::Simple,
                ParameterLocation::Query | ParameterLocation::Cookie => ParameterStyle::Form,
            },
            _ => style,
        }
    }

    /// Returns the properties of a form that are not written in the default style.
    pub(super) fn form_styles(&mut self, form: &'m MediaType<'d>) -> Vec<(String, ParameterStyle)> {
        self.note_objects_in_form(form);
        let properties = self.form_properties(form);
        let mut styles = Vec::new();
        for (name, encoding) in &form.encoding {
            let is_object = properties.get(name).is_some_and(|schema| self.may_be_object(schema));
            if let Some(content_type) = encoding.content_type.filter(|_| is_object && !is_styled(encoding))
                && !content_type.contains("json")
            {
                let message = format!("`{name}` cannot be serialized as `{content_type}`; it is sent as JSON");
                self.report(Code::UnsupportedMediaType, &encoding.origin, message);
            }
            let style = match encoding_style(encoding) {
                // Objects without a style are JSON.
                Ok(None) if is_styled(encoding) && is_object => Some(ParameterStyle::Form),
                Ok(style) => style,
                Err(style) => {
                    let message = format!("style `{style}` is not supported for `{name}` in a form; `form` is used");
                    self.report(Code::UnsupportedStyle, &encoding.origin, message);
                    continue;
                }
            };
            styles.extend(style.map(|style| ((*name).to_owned(), style)));
        }
        styles
    }

    /// Returns `true` if a property of a form is neither a scalar nor an array.
    pub(super) fn may_be_object(&self, member: &'m Schema<'d>) -> bool {
        let is_array = |own: &&Schema<'d>| own.types.contains(Types::ARRAY) || own.items.is_some();
        !self.own_schemas(member).iter().any(is_array) && !self.is_scalar(member)
    }
}

/// Returns `true` if a property has a style.
pub(super) fn is_styled(encoding: &Encoding<'_>) -> bool {
    encoding.style.is_some() || encoding.explode.is_some()
}

/// Returns the style of a form's property, or `None` for the default.
///
/// # Errors
///
/// The name of a style that forms do not have.
pub(super) fn encoding_style<'e>(encoding: &'e Encoding<'_>) -> Result<Option<ParameterStyle>, &'e str> {
    if !is_styled(encoding) {
        let is_json = encoding.content_type.is_some_and(|name| name.contains("json"));
        return Ok(is_json.then_some(ParameterStyle::Json));
    }
    let stated = StatedStyle { style: encoding.style, explode: encoding.explode };
    match stated.style(ParameterLocation::Query) {
        Some(ParameterStyle::Form) => Ok(None),
        Some(style) => Ok(Some(style)),
        None => Err(encoding.style.unwrap_or_default()),
    }
}

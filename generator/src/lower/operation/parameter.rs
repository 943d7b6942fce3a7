//! Parameters, and whether they match the path template.
//!
//! ```yaml
//! /pets/{petId}:
//!   - {name: petId, in: path}             # in the order of the template
//!   - {name: pet_id, in: path}            # not declared as `petId`: matched by its letters, reported
//!   - {name: Authorization, in: header}   # dropped if a required security scheme sends it
//!   - {name: limit, in: query}
//! ```

use super::OperationLowering;
use super::header::collection;
use super::request_body::is_json;
use super::security::{CredentialLocation, parameter_location};
use crate::diagnostics::Code;
use crate::hash::HashMap;
use crate::ir::{
    Documentation, OperationId, Owner, Parameter, ParameterLocation, ParameterStyle, Role, Scalar, SecurityNeed, Type,
};
use crate::lower::documentation;
use crate::lower::draft::Target;
use crate::model;

impl<'m, 'd> OperationLowering<'_, 'm, 'd, '_> {
    /// Returns the parameters of an operation: those of the path in template order, then the others. A parameter that
    /// is the credential of a required scheme is dropped.
    pub(crate) fn parameters(
        &mut self,
        operation: &'m model::Operation<'d>,
        security: &[Vec<SecurityNeed>],
        number: OperationId,
    ) -> Vec<Parameter> {
        let template = template_names(&operation.path);
        let credentials = self.credentials(security);
        let mut in_path: Vec<Option<Parameter>> = vec![None; template.len()];
        let mut others = Vec::new();
        for parameter in &operation.parameters {
            let Some(location) = self.location(parameter, &credentials) else { continue };
            let lowered = self.parameter(parameter, operation, location, number);
            if location != ParameterLocation::Path {
                others.push(lowered);
                continue;
            }
            match self.template_index(parameter, &template, operation) {
                Some(at) => {
                    if let Some(place) = in_path.get_mut(at) {
                        *place = Some(lowered);
                    }
                }
                None => {
                    let message =
                        format!("the path has no placeholder for the parameter `{}`; it is dropped", parameter.name);
                    self.report(Code::UnusedPathParameter, &parameter.origin, message);
                }
            }
        }
        let mut parameters = Vec::new();
        for (name, found) in template.iter().zip(in_path) {
            parameters.push(found.unwrap_or_else(|| self.undeclared_path_parameter(operation, name)));
        }
        parameters.extend(others);
        parameters
    }

    /// Returns the index of a parameter in the template: that of its name, or else that of the only similar name that
    /// no other parameter has.
    fn template_index(
        &mut self,
        parameter: &model::Parameter<'d>,
        template: &[&str],
        operation: &model::Operation<'d>,
    ) -> Option<usize> {
        if let Some(at) = template.iter().position(|name| *name == parameter.name) {
            return Some(at);
        }
        let is_taken =
            |name: &str| operation.parameters.iter().any(|other| other.name == name && other.location == "path");
        let letters = |name: &str| name.replace(|c: char| !c.is_alphanumeric(), "").to_lowercase();
        let alike = |name: &str| letters(name) == letters(parameter.name) && !is_taken(name);
        let at = template.iter().position(|name| alike(name))?;
        let message = format!("the parameter `{}` is spelled `{}` in the path", parameter.name, template.get(at)?);
        self.report(Code::MisspelledPathParameter, &parameter.origin, message);
        Some(at)
    }

    /// Returns the location of a parameter, or `None` if it is dropped.
    fn location(
        &mut self,
        parameter: &model::Parameter<'d>,
        credentials: &HashMap<CredentialLocation, &str>,
    ) -> Option<ParameterLocation> {
        let scheme = credentials.get(&parameter_location(parameter.location, parameter.name));
        match parameter.location {
            "path" => Some(ParameterLocation::Path),
            // The specification reserves these three for media types and security schemes (section 4.8.12.1). If no
            // scheme sends `Authorization`, only the parameter can.
            "header" if is_reserved(parameter.name, scheme.is_some()) => {
                self.report(
                    Code::ReservedHeader,
                    &parameter.origin,
                    format!("the client sets the header `{}`; the parameter is dropped", parameter.name),
                );
                None
            }
            place if let Some(scheme) = scheme => {
                let noun = if place == "query" { "query parameter" } else { place };
                let message = format!(
                    "the {noun} `{}` is the credential of the security scheme `{scheme}`; the parameter is dropped",
                    parameter.name
                );
                self.report(Code::CredentialParameter, &parameter.origin, message);
                None
            }
            "query" => Some(ParameterLocation::Query),
            "header" if !model::is_token(parameter.name) => {
                let message = format!("`{}` is not a valid header name; the parameter is dropped", parameter.name);
                self.report(Code::UnsupportedParameter, &parameter.origin, message);
                None
            }
            "header" => Some(ParameterLocation::Header),
            "cookie" => Some(ParameterLocation::Cookie),
            // The whole query: properties of an object become its pairs (OpenAPI 3.2).
            "querystring" if parameter.content.first().is_some_and(is_query) => Some(ParameterLocation::Query),
            "querystring" => {
                let message = format!(
                    "a query string must be `application/x-www-form-urlencoded` or JSON; the parameter `{}` is dropped",
                    parameter.name
                );
                self.report(Code::UnsupportedParameter, &parameter.origin, message);
                None
            }
            other => {
                let message = format!("a parameter cannot be in `{other}`; `{}` is dropped", parameter.name);
                self.report(Code::UnsupportedParameter, &parameter.origin, message);
                None
            }
        }
    }

    fn parameter(
        &mut self,
        parameter: &'m model::Parameter<'d>,
        operation: &model::Operation<'d>,
        location: ParameterLocation,
        number: OperationId,
    ) -> Parameter {
        let target = Target::inline(Owner::Operation(number), Role::Member(parameter.name.to_owned()));
        let found = self.overrides.parameters.find(operation, parameter.name);
        let (type_, style) = match (&parameter.schema, parameter.content.first()) {
            (None, Some(content)) => self.schemas.parameter_content(parameter, content, location, &target),
            (Some(schema), _) => {
                let style = self.schemas.parameter_style(parameter, location, &found);
                self.schemas.note_nesting(parameter, schema, style);
                (self.schemas.schema(schema, &target).type_, style)
            }
            (None, None) => (Type::Scalar(Scalar::String), self.schemas.parameter_style(parameter, location, &found)),
        };
        let prefix = parameter.header_prefix.filter(|_| location == ParameterLocation::Header);
        let (type_, style) = match prefix {
            Some(_) => (collection(type_), ParameterStyle::Prefixed),
            None => (type_, style),
        };
        Parameter {
            origin: parameter.origin.clone(),
            wire_name: found.name.unwrap_or_else(|| prefix.unwrap_or(parameter.name).to_owned()),
            location,
            style: self.schemas.plainest(style, location, &type_),
            allow_reserved: found.allow_reserved.unwrap_or(parameter.allow_reserved),
            type_,
            required: parameter.required || location == ParameterLocation::Path,
            documentation: documentation::of_parameter(parameter),
        }
    }

    /// Returns a string parameter for a name in the path template that no parameter declares.
    fn undeclared_path_parameter(&mut self, operation: &model::Operation<'d>, name: &str) -> Parameter {
        let message = format!("the path parameter `{name}` is not declared; it is read as a string");
        self.report(Code::UndeclaredPathParameter, &operation.origin, message);
        Parameter {
            origin: operation.origin.clone(),
            wire_name: name.to_owned(),
            location: ParameterLocation::Path,
            style: ParameterStyle::Simple,
            allow_reserved: false,
            type_: Type::Scalar(Scalar::String),
            required: true,
            documentation: Documentation::default(),
        }
    }
}

/// Returns the names in a path template, in order.
fn template_names(path: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for piece in path.split('{').skip(1) {
        if let Some((name, _)) = piece.split_once('}')
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// Returns `true` if the client sends this header itself. If `has_credential` is `true`, a required scheme sends its
/// credential there.
fn is_reserved(name: &str, has_credential: bool) -> bool {
    match name.to_ascii_lowercase().as_str() {
        "accept" | "content-type" => true,
        "authorization" => has_credential,
        _ => false,
    }
}

/// Returns `true` if the whole query can be encoded in a media type.
fn is_query(content: &model::MediaType<'_>) -> bool {
    let essence = content.essence();
    essence == "application/x-www-form-urlencoded" || is_json(&essence)
}

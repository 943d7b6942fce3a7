//! Writes a program that uses the complete API of a client: methods with all arguments, setters, responses and errors,
//! fields read and written, struct literals, variants, credentials and servers.

use std::fmt::Write as _;

use apiarist::Client;
use apiarist::ir::{
    Body, BodyContent, Graph, Operation, OperationId, Outcome, Payload, Presence, Scalar, SecuritySchemeKind, Struct,
    Type, TypeId, TypeKind, Union,
};
use apiarist::names::TypeMembers;

use super::types::Types;

/// The start of every program.
const HEAD: &str = "#![allow(unused, clippy::all, unreachable_code)]

use std::collections::BTreeMap;

use super::api::*;
use apiarist_runtime::{Base64, Date, DateTime, Error, FilePart, Header, Uuid, Value};

fn any<T>() -> T {
    loop {}
}

fn like<T>(_: &T) -> T {
    loop {}
}
";

/// Returns the program.
pub fn program(client: &Client) -> String {
    let types = Types { client, graph: Graph::new(client.api()) };
    let mut text = HEAD.to_owned();
    if !client.api().operations.is_empty() {
        text.push_str(&credentials(client));
    }
    for id in client.api().type_ids() {
        text.push_str(&definition(&types, id));
    }
    for (index, operation) in client.api().operations.iter().enumerate() {
        text.push_str(&calls(&types, OperationId(index), operation));
    }
    for (index, status_enum) in client.api().status_enums.iter().enumerate() {
        let names = client.names().status_enum(apiarist::ir::StatusEnumId(index));
        let mut body = String::new();
        for (row, variant) in status_enum.rows.iter().zip(&names.rows) {
            let content = match &row.payload {
                Payload::None => String::new(),
                Payload::Events(type_, _) => format!("(any::<{}>())", types.path(type_)),
                payload => types.payload(payload).map(|type_| format!("(any::<{type_}>())")).unwrap_or_default(),
            };
            let _ = writeln!(body, "    let _ = operations::{}::{variant}{content};", names.type_name);
        }
        let _ = write!(text, "\nfn status_enum_{index}() {{\n{body}}}\n");
    }
    text
}

/// Returns calls of all builder setters that the document determines.
fn credentials(client: &Client) -> String {
    let mut body = "    let builder = Client::builder();\n".to_owned();
    for (name, scheme) in &client.api().security_schemes {
        let Some(names) = client.names().credential(name) else { continue };
        let secret = if scheme.kind == SecuritySchemeKind::Basic { "\"user\", \"password\"" } else { "\"secret\"" };
        let _ = writeln!(body, "    let builder = builder.{}({secret});", names.setter);
    }
    if client.api().has_server_choice() {
        for variant in &client.names().servers().variants {
            let _ = writeln!(body, "    let builder = builder.server(Server::{variant});");
        }
    }
    for setter in client.names().servers().setters.values() {
        let _ = writeln!(body, "    let builder = builder.{setter}(\"value\");");
    }
    for (index, group) in (0..client.api().groups.len()).map(|at| (at, client.names().group(apiarist::ir::GroupId(at))))
    {
        if client.api().operations.iter().any(|operation| operation.group.0 == index) {
            let (accessor, name) = (&group.accessor, &group.type_name);
            let _ = writeln!(body, "    let _: operations::{name}<'_> = any::<&Client>().{accessor}();");
        }
    }
    format!("\nfn client() {{\n{body}}}\n")
}

/// Returns code that uses all of one type.
fn definition(types: &Types<'_>, id: TypeId) -> String {
    let definition = types.client.api().definition(id);
    let names = types.client.names().type_(id);
    let name = &names.name;
    let body = match (&definition.kind, &names.members) {
        (TypeKind::Struct(object), TypeMembers::Struct(_)) => structure(types, id, object),
        (TypeKind::Union(union), TypeMembers::Variants(variants)) => variants_of(types, id, union, variants),
        (TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_), TypeMembers::Variants(variants)) => {
            variants.iter().map(|variant| format!("    let _ = types::{name}::{variant};\n")).collect()
        }
        (TypeKind::Alias(type_), _) if !types.graph.is_newtype(id) => {
            format!("    let _: types::{name} = any::<{}>();\n", types.path(type_))
        }
        _ => format!("    let _ = any::<types::{name}>();\n"),
    };
    format!("\nfn type_{}() {{\n{body}}}\n", id.0)
}

fn variants_of(types: &Types<'_>, id: TypeId, union: &Union, variants: &[String]) -> String {
    let name = &types.client.names().type_(id).name;
    let rows = union.variants.iter().zip(variants).map(|(variant, variant_name)| {
        format!("    let _ = types::{name}::{variant_name}(any::<{}>());\n", types.held(id, &variant.type_))
    });
    rows.collect()
}

fn structure(types: &Types<'_>, id: TypeId, object: &Struct) -> String {
    let names = types.client.names().type_(id);
    let (name, TypeMembers::Struct(members)) = (&names.name, &names.members) else { return String::new() };
    let mut body = format!("    let read = any::<types::{name}>();\n");
    let mut literal = Vec::new();
    for (field, member) in object.fields.iter().zip(&members.fields) {
        let type_ = types.field(id, object, field);
        let _ = writeln!(body, "    let _: &{type_} = &read.{member};");
        literal.push(format!("{member}: any::<{type_}>()"));
    }
    if let Some(extra) = &object.extra {
        let type_ = format!("BTreeMap<String, {}>", types.element(id, extra));
        let _ = writeln!(body, "    let _: &{type_} = &read.{};", members.extra);
        literal.push(format!("{}: any::<{type_}>()", members.extra));
    }
    if !types.graph.usage(id).request {
        return body;
    }
    let _ = writeln!(body, "    let _ = types::{name} {{ {} }};", literal.join(", "));
    let (mut arguments, mut setters) = (Vec::new(), String::new());
    for (position, (field, setter)) in object.fields.iter().zip(&members.setters).enumerate() {
        match types.graph.presence(id, object, field) {
            Presence::Required | Presence::WriteOnly => {
                arguments.push(format!("any::<{}>()", types.path(&field.type_)))
            }
            Presence::Nullable | Presence::NullableWriteOnly => {
                arguments.push(format!("any::<Option<{}>>()", types.held(id, &field.type_)))
            }
            presence @ (Presence::Optional | Presence::Maybe) => {
                let _ = write!(setters, ".{setter}(any::<{}>())", types.path(&field.type_));
                if presence == Presence::Maybe {
                    let _ = write!(setters, ".{}()", members.null_setter(position));
                }
            }
        }
    }
    let _ = writeln!(body, "    let _ = types::{name}::new({}){setters};", arguments.join(", "));
    body
}

/// Returns the calls of one operation: with each body, and with all methods of the call.
fn calls(types: &Types<'_>, id: OperationId, operation: &Operation) -> String {
    let names = types.client.names().operation(id);
    let accessor = &types.client.names().group(operation.group).accessor;
    let (mut arguments, mut setters) = (Vec::new(), String::new());
    for (parameter, name) in operation.parameters.iter().zip(&names.parameters) {
        let argument = argument(types, &parameter.type_);
        if parameter.is_argument() {
            arguments.push(argument);
        } else {
            let _ = write!(setters, ".{name}({argument})");
        }
    }
    let mut methods = vec![(names.method.clone(), arguments.clone())];
    if operation.bodies.first().is_some_and(|body| body.required) {
        let names = std::iter::once(&names.method).chain(&names.bodies);
        let with_body = |(body, name): (&Body, &String)| {
            let body = [body_argument(types, body)];
            (name.clone(), arguments.iter().cloned().chain(body).collect())
        };
        methods = operation.bodies.iter().zip(names).map(with_body).collect();
    } else {
        let setter_names = ["body".to_owned()].into_iter().chain(names.bodies.iter().cloned());
        for (body, name) in operation.bodies.iter().zip(setter_names) {
            let _ = write!(setters, ".{name}({})", body_argument(types, body));
        }
    }
    let mut body = String::new();
    for (method, arguments) in &methods {
        let _ = writeln!(body, "    let call = client.{accessor}().{method}({}){setters};", arguments.join(", "));
    }
    body.push_str(&answers(types, operation));
    let marker = &names.marker;
    for (header, name) in operation.headers.iter().zip(&names.headers) {
        let _ = writeln!(body, "    let _: Header<{}> = operations::{marker}::{name};", types.path(&header.type_));
    }
    format!("\nasync fn operation_{}(client: &Client) {{\n{body}}}\n", id.0)
}

/// Returns code that uses the response and the error of the last call, and its pages and events if it has any.
fn answers(types: &Types<'_>, operation: &Operation) -> String {
    let success = types.outcome(&operation.success).unwrap_or_else(|| "_".to_owned());
    let failure = match &operation.failure {
        Outcome::One(Payload::None) => "Value".to_owned(),
        outcome => types.outcome(outcome).unwrap_or_else(|| "_".to_owned()),
    };
    if let Some(pages) = &operation.pagination {
        let item = types.path(&pages.item);
        return format!(
            "    let _ = like(&call).pages();\n    \
             let _: Option<Result<{item}, Error<{failure}>>> = like(&call).items().next().await;\n    \
             let _: Result<{success}, Error<{failure}>> = call.await;\n"
        );
    }
    let events = match &operation.events {
        Some(_) => "    let _ = like(&call).stream().await;\n",
        None => "",
    };
    format!("{events}    let _: Result<{success}, Error<{failure}>> = call.await;\n")
}

/// Returns a value for a parameter.
fn argument(types: &Types<'_>, type_: &Type) -> String {
    match types.resolved(type_) {
        Type::Scalar(Scalar::String) => "any::<&str>()".to_owned(),
        Type::Scalar(Scalar::Boolean | Scalar::Integer(_) | Scalar::Number) => {
            format!("any::<{}>()", types.path(type_))
        }
        Type::Array(element) => format!("any::<Vec<{}>>()", types.path(element)),
        Type::Named(id)
            if matches!(
                types.client.api().definition(*id).kind,
                TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_)
            ) =>
        {
            format!("any::<{}>()", types.path(type_))
        }
        _ => format!("any::<&{}>()", types.path(type_)),
    }
}

/// Returns a value for the body of a request.
fn body_argument(types: &Types<'_>, body: &Body) -> String {
    match &body.content {
        BodyContent::Json(type_) | BodyContent::Multipart(type_, _) => match types.resolved(type_) {
            Type::Scalar(Scalar::String) => "any::<&str>()".to_owned(),
            Type::Array(element) => format!("any::<&[{}]>()", types.path(element)),
            Type::Scalar(Scalar::Boolean | Scalar::Integer(_) | Scalar::Number) => {
                format!("any::<{}>()", types.path(type_))
            }
            _ => format!("any::<&{}>()", types.path(type_)),
        },
        BodyContent::Form(type_, _) => format!("any::<&{}>()", types.path(type_)),
        BodyContent::Text(type_) => match types.resolved(type_) {
            Type::Scalar(Scalar::String) => "any::<String>()".to_owned(),
            Type::Scalar(Scalar::Boolean | Scalar::Integer(_) | Scalar::Number) => {
                format!("any::<{}>()", types.path(type_))
            }
            _ => format!("any::<&{}>()", types.path(type_)),
        },
        BodyContent::Bytes => "any::<Vec<u8>>()".to_owned(),
    }
}

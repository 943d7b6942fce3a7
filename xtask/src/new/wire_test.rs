//! Writes the first test of a new client, which calls one operation on a fake transport.

use apiarist::ir::{
    Api, Integer, Operation, OperationId, ParameterLocation, ParameterStyle, Scalar, SecuritySchemeKind, Type, TypeKind,
};
use apiarist::names::{Names, TypeMembers};
use apiarist::{Client, module_name};

/// The base URL of the client in the test.
const BASE_URL: &str = "https://api.example.com";

/// An operation that can be called with invented arguments.
struct Called<'a> {
    operation: &'a Operation,
    id: OperationId,
    arguments: Vec<String>,
    path: String,
}

/// Returns the text of the test for a client in the module of this name.
pub fn wire_test(client: &Client, api_name: &str) -> String {
    let module = module_name(api_name);
    let (api, names) = (client.api(), client.names());
    let Some(called) = simplest(api, names) else {
        return format!(
            "//! {api_name} on the wire.\n\n\
             use conversation_apis::{module}::Client;\n\n\
             #[test]\nfn a_client_can_be_built() {{\n    \
             Client::builder().base_url(\"{BASE_URL}\").build().unwrap();\n}}\n"
        );
    };
    let signature = "async fn the_first_call_is_sent()";
    let group = names.group(called.operation.group);
    let method = &names.operation(called.id).method;
    let arguments = called.arguments.join(", ");
    let types = if arguments.contains("types::") { ", types" } else { "" };
    let imported = if types.is_empty() { "Client".to_owned() } else { format!("{{Client{types}}}") };
    format!(
        "//! {api_name} on the wire.\n\
         #![cfg(feature = \"client\")]\n\n\
         use conversation_apis::testing::{{FakeAnswer, FakeTransport}};\n\
         use conversation_apis::{module}::{imported};\n\n\
         #[tokio::test]\n\
         {signature} {{\n    \
             let transport = FakeTransport::new().answer(FakeAnswer::json(200, \"{{}}\"));\n    \
             let client = Client::builder().base_url(\"{BASE_URL}\"){credentials}.transport(transport.clone()).build().unwrap();\n    \
             // The response is empty; test decoding with responses of the provider.\n    \
             let _ = client.{accessor}().{method}({arguments}).await;\n    \
             let request = transport.last_request().unwrap();\n    \
             assert_eq!(request.method, {verb:?});\n    \
             assert_eq!(request.path_and_query().split('?').next(), Some({path:?}));\n\
         }}\n",
        credentials = credentials(called.operation, api, names),
        accessor = group.accessor,
        verb = called.operation.method,
        path = called.path,
    )
}

/// Returns the operation that is easiest to call. Only operations whose arguments can be invented qualify. `GET`
/// operations are preferred, then those with fewer arguments.
fn simplest<'a>(api: &'a Api, names: &Names) -> Option<Called<'a>> {
    let callable = api.operations.iter().enumerate().filter_map(|(number, operation)| {
        let needs_body = operation.bodies.first().is_some_and(|body| body.required);
        let path = operation.path.replace(['{', '}'], "");
        let is_plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "/-._~".contains(c));
        if needs_body || !is_plain || operation.server.is_some() {
            return None;
        }
        let mut called =
            Called { operation, id: OperationId(number), arguments: Vec::new(), path: operation.path.clone() };
        for parameter in &operation.parameters {
            let in_path = parameter.location == ParameterLocation::Path;
            if !parameter.required && !in_path {
                continue;
            }
            let (argument, sent) = argument(api, names, &parameter.type_)?;
            if in_path {
                let sent = sent.filter(|_| parameter.style == ParameterStyle::Simple)?;
                called.path = called.path.replace(&format!("{{{}}}", parameter.wire_name), &sent);
            }
            called.arguments.push(argument);
        }
        Some(called)
    });
    callable.min_by_key(|called| (called.operation.method != "GET", called.arguments.len()))
}

/// Returns a value of a type as an argument and, if it is a path parameter, as the text in the path.
fn argument(api: &Api, names: &Names, type_: &Type) -> Option<(String, Option<String>)> {
    let same = |text: &str| Some((text.to_owned(), Some(text.to_owned())));
    match type_ {
        Type::Scalar(Scalar::String) => Some(("\"one\"".to_owned(), Some("one".to_owned()))),
        Type::Scalar(Scalar::Boolean) => same("true"),
        Type::Scalar(Scalar::Integer(Integer::I32 | Integer::I64 | Integer::U64)) => same("1"),
        Type::Scalar(Scalar::Number) => Some(("1.5".to_owned(), Some("1.5".to_owned()))),
        Type::Array(element) if matches!(**element, Type::Scalar(Scalar::String)) => {
            Some(("[\"one\"]".to_owned(), None))
        }
        Type::Named(id) => match &api.definition(*id).kind {
            TypeKind::Alias(next) if !matches!(next, Type::Named(_)) => argument(api, names, next),
            TypeKind::StringEnum(values) => {
                let TypeMembers::Variants(variants) = &names.type_(*id).members else { return None };
                let (value, variant) = (&values.values.first()?.value, variants.first()?);
                let is_plain =
                    !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
                Some((format!("types::{}::{variant}", names.type_(*id).name), is_plain.then(|| value.clone())))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Returns the calls that set the credentials the operation requires.
fn credentials(operation: &Operation, api: &Api, names: &Names) -> String {
    let needed = operation.security.first().into_iter().flatten();
    let setters = needed.filter_map(|need| {
        let setter = &names.credential(&need.scheme)?.setter;
        let is_basic = api.security_schemes.get(&need.scheme)?.kind == SecuritySchemeKind::Basic;
        Some(format!(".{setter}({})", if is_basic { "\"user\", \"secret\"" } else { "\"secret\"" }))
    });
    setters.collect()
}

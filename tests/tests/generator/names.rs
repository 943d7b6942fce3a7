//! Checks that the names of a client never collide and its code can be parsed, whatever names the document has.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::pipeline::derived_methods::DerivedMethods;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use quote::ToTokens;
use serde_json::{Map, Value, json};
use syn::{Fields, ImplItem, Item, Visibility};

/// Names with a meaning in Rust, in the generated code, or in file systems.
const HARD: &[&str] = &[
    "",
    "_",
    "__",
    "-",
    "1",
    "2fa",
    "+1",
    "-1",
    "$",
    "@type",
    "a/b",
    "a~b",
    "a.b",
    "a b",
    "a-b",
    "a_b",
    "aB",
    "AB",
    "ab",
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "String",
    "Vec",
    "Box",
    "BTreeMap",
    "Default",
    "Clone",
    "Debug",
    "Self",
    "self",
    "super",
    "crate",
    "type",
    "fn",
    "async",
    "await",
    "dyn",
    "gen",
    "try",
    "union",
    "macro_rules",
    "Value",
    "Maybe",
    "DateTime",
    "Date",
    "Uuid",
    "Base64",
    "FilePart",
    "Json",
    "Text",
    "Binary",
    "NoContent",
    "Call",
    "Error",
    "Client",
    "ClientBuilder",
    "Unknown",
    "Other",
    "unknown",
    "new",
    "extra",
    "from",
    "into",
    "as_str",
    "body",
    "query",
    "query_as",
    "header",
    "cookie",
    "json",
    "form",
    "multipart",
    "text",
    "bytes",
    "stream",
    "options",
    "raw",
    "with_response",
    "list",
    "object",
    "string_enum",
    "operation",
    "types",
    "operations",
    "client",
    "mod",
    "lib",
    "main",
    "con",
    "nul",
    "i64",
    "str",
    "bool",
    "u8",
    "é",
    "É",
    "名前",
    "ß",
    "ﬀ",
    "İ",
    "👍",
    "\u{200b}",
    "\n",
    "\"",
    "*/",
    "\\",
];

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(HARD).prop_map(str::to_owned),
        2 => "[a-zA-Z]{1,3}",
        2 => "[a-zA-Z]{1,3}[-_. $/]{1,2}[a-zA-Z0-9]{0,3}",
        1 => "\\PC{0,6}",
    ]
}

fn names(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(name(), count)
}

/// The content of a schema with its names. References pick among all schemas.
#[derive(Clone, Debug)]
enum Shape {
    Struct { members: Vec<(String, Index, bool)>, open: bool },
    Enum(Vec<String>),
    Union(Vec<Index>, Option<String>),
    List(Index),
    Inline(Vec<String>),
}

fn shape() -> impl Strategy<Value = Shape> {
    let member = (name(), any::<Index>(), any::<bool>());
    prop_oneof![
        3 => (proptest::collection::vec(member, 0..6), any::<bool>())
            .prop_map(|(members, open)| Shape::Struct { members, open }),
        2 => names(1..8).prop_map(Shape::Enum),
        2 => (proptest::collection::vec(any::<Index>(), 1..4), proptest::option::of(name()))
            .prop_map(|(members, tag)| Shape::Union(members, tag)),
        1 => any::<Index>().prop_map(Shape::List),
        1 => names(1..4).prop_map(Shape::Inline),
    ]
}

fn schema(shape: &Shape, schemas: &[String]) -> Value {
    let reference = |index: &Index| {
        let name = schemas[index.index(schemas.len())].replace('~', "~0").replace('/', "~1").replace('%', "%25");
        json!({ "$ref": format!("#/components/schemas/{name}") })
    };
    match shape {
        Shape::Struct { members, open } => {
            let properties: Map<String, Value> =
                members.iter().map(|(name, index, _)| (name.clone(), reference(index))).collect();
            let required: HashSet<&str> =
                members.iter().filter(|(_, _, required)| *required).map(|(name, _, _)| name.as_str()).collect();
            let mut required: Vec<&str> = required.into_iter().collect();
            required.sort_unstable();
            json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": open })
        }
        Shape::Enum(values) => json!({ "type": "string", "enum": values }),
        Shape::Union(members, tag) => {
            let mut union = json!({ "oneOf": members.iter().map(reference).collect::<Vec<_>>() });
            if let Some(tag) = tag {
                union["discriminator"] = json!({ "propertyName": tag });
            }
            union
        }
        Shape::List(index) => json!({ "type": "array", "items": reference(index) }),
        Shape::Inline(names) => {
            let inline = |name: &String| json!({ "type": "object", "properties": { name: { "enum": names } } });
            json!({ "type": "object", "properties": names.iter().map(|name| (name.clone(), inline(name))).collect::<Map<_, _>>() })
        }
    }
}

/// An operation: its optional id and tag, and the names of its parameters.
type Endpoint = (Option<String>, Option<String>, Vec<String>, Index);

fn endpoint() -> impl Strategy<Value = Endpoint> {
    (proptest::option::of(name()), proptest::option::of(name()), names(0..6), any::<Index>())
}

fn operation(endpoint: &Endpoint, schemas: &[String]) -> Value {
    let (id, tag, parameters, body) = endpoint;
    let parameters: Vec<Value> = parameters
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let place = ["query", "header", "cookie"][index % 3];
            json!({ "name": name, "in": place, "required": index % 2 == 0, "schema": { "type": "string", "enum": [name, "a"] } })
        })
        .collect();
    let schema = schema(&Shape::List(*body), schemas);
    let content = json!({ "application/json": { "schema": schema } });
    let mut operation = json!({
        "parameters": parameters,
        "requestBody": { "required": parameters.len().is_multiple_of(2), "content": content },
        "responses": { "200": { "description": "", "content": content }, "404": { "description": "", "content": content } },
    });
    if let Some(id) = id {
        operation["operationId"] = json!(id);
    }
    if let Some(tag) = tag {
        operation["tags"] = json!([tag]);
    }
    operation
}

fn document() -> impl Strategy<Value = Value> {
    let schemas = proptest::collection::vec((name(), shape()), 1..10);
    (schemas, proptest::collection::vec(endpoint(), 0..5), names(0..4)).prop_map(|(schemas, endpoints, schemes)| {
        let names: Vec<String> = schemas.iter().map(|(name, _)| name.clone()).collect();
        let components: Map<String, Value> =
            schemas.iter().map(|(name, shape)| (name.clone(), schema(shape, &names))).collect();
        let security: Map<String, Value> =
            schemes.iter().map(|name| (name.clone(), json!({ "type": "http", "scheme": "bearer" }))).collect();
        let required: Vec<Value> = schemes.iter().map(|name| json!({ name: [] })).collect();
        let paths: Map<String, Value> = endpoints
            .iter()
            .enumerate()
            .map(|(index, endpoint)| (format!("/things/{index}"), json!({ "post": operation(endpoint, &names) })))
            .collect();
        json!({
            "openapi": "3.1.0",
            "info": { "title": "Names", "version": "1" },
            "security": required,
            "paths": paths,
            "components": { "schemas": components, "securitySchemes": security },
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_never_clash(document in document()) {
        let generated = crate::pipeline::generate_text("names.json", &document.to_string());
        let client = generated.client.expect("nothing in it is fatal");
        let mut types = Seen::default();
        let mut paths = Seen::default();
        for (path, source) in &client.files {
            paths.claim("file", &path.to_string_lossy().to_lowercase());
            let file = match syn::parse_file(source) {
                Ok(file) => file,
                Err(error) => panic!("{} cannot be parsed: {error}\n{source}", path.display()),
            };
            // Shared definitions are a module of their own, which the other types do not import.
            let is_type = path.starts_with("types") && *path != Path::new("types/shared.rs");
            let mut own = Seen::default();
            check_items(&file.items, if is_type { &mut types } else { &mut own }, path);
        }
    }
}

/// The names in use, by namespace.
#[derive(Default)]
struct Seen(HashMap<String, HashSet<String>>);

impl Seen {
    fn claim(&mut self, place: &str, name: &str) {
        let is_new = self.0.entry(place.to_owned()).or_default().insert(name.to_owned());
        assert!(is_new, "`{name}` names two items of {place}");
    }
}

/// Claims the names of all items. Those of methods are claimed by type.
fn check_items(items: &[Item], seen: &mut Seen, path: &Path) {
    for item in items {
        match item {
            Item::Struct(item) => {
                seen.claim("types", &item.ident.to_string());
                check_fields(&item.fields, &item.ident.to_string(), path);
                match DerivedMethods::of(item) {
                    Ok(methods) => check_methods(&methods, &item.ident.to_string()),
                    Err(error) => panic!("an attribute of {} does not follow its grammar: {error}", path.display()),
                }
            }
            Item::Enum(item) => {
                seen.claim("types", &item.ident.to_string());
                let mut variants = Seen::default();
                item.variants.iter().for_each(|variant| variants.claim("variants", &variant.ident.to_string()));
            }
            Item::Type(item) => seen.claim("types", &item.ident.to_string()),
            Item::Mod(item) => seen.claim(&format!("modules of {}", path.display()), &item.ident.to_string()),
            Item::Const(item) => seen.claim(&format!("constants of {}", path.display()), &item.ident.to_string()),
            Item::Impl(item) if item.trait_.is_none() => {
                let self_type = format!("{} of {}", item.self_ty.to_token_stream(), path.display());
                for item in &item.items {
                    if let ImplItem::Fn(method) = item {
                        seen.claim(&self_type, &method.sig.ident.to_string());
                        let mut arguments = Seen::default();
                        for argument in &method.sig.inputs {
                            if let syn::FnArg::Typed(argument) = argument
                                && let syn::Pat::Ident(argument) = &*argument.pat
                            {
                                arguments.claim("arguments", &argument.ident.to_string());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

/// Claims the names of a struct's methods and of the arguments of `new`.
fn check_methods(methods: &DerivedMethods, owner: &str) {
    let mut own = Seen::default();
    methods.names.iter().for_each(|method| own.claim(&format!("methods of {owner}"), method));
    methods.arguments.iter().for_each(|name| own.claim(&format!("arguments of {owner}"), name));
}

fn check_fields(fields: &Fields, owner: &str, path: &Path) {
    let mut names = Seen::default();
    for field in fields {
        let is_public = matches!(field.vis, Visibility::Public(_)) || !path.starts_with("types");
        assert!(is_public, "a field of `{owner}` is not public");
        if let Some(name) = &field.ident {
            names.claim(owner, &name.to_string());
        }
    }
}

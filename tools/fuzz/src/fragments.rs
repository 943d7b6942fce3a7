//! Fragments that are likely to expose errors: names, strings, keywords, Markdown.

/// Strings that are problematic as a name, a literal, Markdown, a path or a type.
#[rustfmt::skip]
pub const HOSTILE: &[&str] = &[
    "", " ", "\n", "\r", "\r\n", "*/ fn main() {}", "\"#; fn x() {}", "\"", "\\", "'", "`", "{}", "{0}", "{{",
    "\u{2028}x", "\u{202e}evil", "\u{0}", "a\u{0}b", "\u{feff}", "a\u{7f}b",
    "#![doc = include_str!(\"/etc/passwd\")]", "]] fn main(){}", "r#\"x\"#", "Self", "self", "crate", "super",
    "type", "r#type", "_", "__", "1", "-1", "+1", "mod", "lib", "con", "nul", "../../x", "..", ".", "/etc/passwd",
    "a/b", "a\\b", "\u{1F600}", "é", "ß", "İ", "ﬁ", "ǅ", "ͅ", "\u{1c5}x", "ʰ", "²", "Ⅷ", "a\u{301}", "\u{200d}",
    "\u{200b}", "用户", "ա", "ﬀx", "Option", "Vec", "String", "Box", "Result", "Ok", "Err", "Some", "None", "Default",
    "Clone", "Debug", "Value", "Client", "Call", "Error", "types", "operations", "client", "std", "core", "serde",
    "new", "send", "raw", "pages", "items", "into_future", "body", "extra", "kind", "Unknown", "Other", "unknown",
    "other", "i32", "bool", "str", "u8", "BTreeMap", "Maybe", "await", "async", "dyn", "gen", "macro_rules",
    "union", "static", "'static", "builder", "from_env", "build", "clone", "fmt", "default", "eq", "drop",
    "to_string", "as_str", "from", "into", "try_from", "hash", "cmp", "main", "test", "tests", "deprecated", "true",
    "false", "null", "a: b", "a = b", "a | b", "a => b", "a, b", "a < b", "a > b", "<a>", "a<b: c>",
    "name : value : value : value : value : value : value : value : value : value : value : value : value : value : value",
    "x | y | z | x | y | z | x | y | z | x | y | z | x | y | z | x | y | z | x | y | z | x | y | z | x | y | z | x | y",
    "x = y = z = x = y = z = x = y = z = x = y = z = x = y = z = x = y = z = x = y = z = x = y = z = x = y = z = x = y",
    "application/json", "text/event-stream", "multipart/form-data", "application/x-www-form-urlencoded", "*/*",
    "application/*; x=\"y\"", "application/json\r\nX: y", "~~~\nrust\n~~~", "```\nfn main(){}\n```",
    "    code\n    more", "a\n\n    code", "[a]: b", "[a](b)", "![a](b)", "<pre>", "</pre>x",
    "<script>alert(1)</script>", "{a", "a}", "{", "}", "{a}{b}", "/{a}{a}", "{../x}", "https://{host}/", "//evil",
    "http://u:p@h", "\u{1b}[31m", "%s%n", "$(id)", "${x}", "<%= %>", "date-time", "uuid", "byte", "binary", "int32",
    "int64", "decimal", "1XX", "2XX", "200", "999", "0", "-200", "2xx", "20", "99999999999999999999",
    "#/components/schemas/Pet", "#/", "#", "#/paths/~1", "a.yaml#/b", "http://x/y#/z", "#/components/schemas/",
    "#foo", "#/%zz",
    "aVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongNameaVeryLongName",
];

/// Keys that the generator reads.
#[rustfmt::skip]
pub const KEYS: &[&str] = &[
    "$ref", "allOf", "oneOf", "anyOf", "not", "items", "prefixItems", "properties", "additionalProperties",
    "patternProperties", "required", "type", "enum", "const", "discriminator", "nullable", "default", "format",
    "pattern", "minimum", "maximum", "multipleOf", "minLength", "title", "description", "summary", "deprecated",
    "readOnly", "writeOnly", "example", "examples", "if", "then", "else", "dependentSchemas", "$defs", "$id",
    "$anchor", "$dynamicRef", "$dynamicAnchor", "unevaluatedProperties", "propertyNames", "contains",
    "x-enum-varnames", "x-enumNames", "x-speakeasy-pagination", "x-ms-pageable", "x-pagination",
    "x-fern-pagination", "x-fern-streaming", "x-speakeasy-sse-sentinel", "x-nullable", "xml", "externalDocs",
    "name", "in", "style", "explode", "allowReserved", "schema", "content", "headers", "encoding", "parameters",
    "requestBody", "responses", "security", "servers", "tags", "operationId", "callbacks", "links", "webhooks",
    "components", "schemas", "paths", "info", "openapi", "swagger", "get", "post", "put", "delete", "patch",
    "query", "additionalOperations", "variables", "url", "mapping", "propertyName", "flows", "scopes",
    "bearerFormat", "scheme", "openIdConnectUrl", "tokenUrl", "consumes", "produces", "definitions", "host",
    "basePath", "schemes", "collectionFormat", "contentEncoding", "contentMediaType", "contentSchema", "200", "4XX",
    "application/json", "itemSchema", "$self", "defaultMapping",
];

/// Fragments of Markdown and HTML.
#[rustfmt::skip]
pub const MARKDOWN: &[&str] = &[
    "~~~", "~~~~", "```", "````", "\n", "\n\n", "\n", "\n", "    ", "     ", "\t", "rust", "text", " ", "- ", "* ",
    "1. ", "> ", ">", "<pre>", "</pre>", "<code>", "</code>", "<br>", "<p>", "<div>", "</div>", "<li>", "<ul>",
    "<a href=\"https://x.y/z\">", "</a>", "<!--", "-->", "<?", "?>", "<![CDATA[", "]]>", "<b>", "[", "]", "(", ")",
    "[x]: y", "[x]", "[^1]", "[^1]: z", "|", "|---|", "---", "===", "# ", "\\", "`", "let x = 1;", "word",
    "panic!()", "https://a.b/c", "<https://a.b>", "!", "&lt;", "{", "}", "should_panic", ",", "{.rust}", "ignore",
    "\r", "\u{2028}", "\u{a0}", "+ ", "- [ ] ", "~~", "1) ", "  ", "\u{0}", "<script>", "<style>", "<textarea>",
    "|a|b|\n|-|-|\n", "a | b\n--|--\n", "<javascript:x/>", "](javascript:x/)", "[^1]:\n\n        x", "\u{202e}",
    "===\n",
];

/// Fragments of YAML that are rare in documents.
#[rustfmt::skip]
pub const YAML: &[&str] = &[
    "&a ", "*a ", "<<: *a\n", "---\n", "...\n", "!!int ", "? ", "|+\n", ">-\n", "\u{85}", "\u{feff}", "%YAML 1.1\n",
    "%TAG ! x\n", "\"\\ud800\"", "1e999999999", "0x7fffffffffffffffffffffff", ".nan", ".inf",
];

/// Bytes that have a meaning in JSON or YAML.
pub const BYTES: &[u8] = b"{}[],:\"'\\\n\t -#&*!|>%@`~?\0\x7f0123456789eE+.rn";

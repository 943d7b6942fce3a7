//! The first `apiarist.toml` of a document.
//!
//! ```text
//! #:schema apiarist.schema.json
//!
//! # The path of the document, relative to this file.
//! document = "openapi.yaml"
//!
//! [client]
//! [client.environment]
//! ApiKey = "PETS_API_KEY"
//! ```

use apiarist::Client;
use apiarist::ir::{Api, SecuritySchemeKind};
use serde_json::Value;

/// Returns the settings for a document of this name, with environment variables guessed from its security schemes.
/// `schema` is the location of the JSON Schema of the settings for editors, and `source` are the lines of `[source]`.
pub fn settings_text(client: &Client, schema: &str, document: &str, source: &str) -> String {
    let document = quoted(document);
    let mut text =
        format!("#:schema {schema}\n\n# The path of the document, relative to this file.\ndocument = {document}\n");
    if !source.is_empty() {
        text += &format!("\n[source]\n{source}");
    }
    text += "\n[client]\n";
    let api = client.api();
    if api.absolute_servers().next().is_none() {
        text += "# The document does not define a server. Set the base URL:\n\
                 # base_url = \"https://api.example.com\"\n";
    }
    let environment = environment(client);
    if !environment.is_empty() {
        text += "# Environment variables that `Client::from_env` reads, by security scheme. The names are guesses: replace them\n\
                 # by those in the provider's documentation.\n[client.environment]\n";
        text += &environment;
    }
    text
}

/// Returns the lines that set the environment variables.
fn environment(client: &Client) -> String {
    let (api, names) = (client.api(), client.names());
    let alone = alone(api);
    let lines = api.security_schemes.keys().filter_map(|scheme| {
        let variables = &names.credential(scheme)?.variables;
        let value = match variables.as_slice() {
            [user, password] => format!("[{}, {}]", quoted(user), quoted(password)),
            // A single key needs no name of its scheme.
            [_] if alone => quoted(&variable_of_one(names.client())),
            [variable] => quoted(variable),
            _ => return None,
        };
        Some(format!("{} = {value}\n", key(scheme)))
    });
    lines.collect()
}

fn alone(api: &Api) -> bool {
    api.security_schemes.len() == 1
        && api.security_schemes.values().all(|scheme| scheme.kind != SecuritySchemeKind::Basic)
}

fn variable_of_one(client: &str) -> String {
    let letters = client.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' });
    format!("{}_API_KEY", letters.collect::<String>())
}

/// Returns a TOML key, quoted if necessary.
fn key(name: &str) -> String {
    let is_bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if is_bare { name.to_owned() } else { quoted(name) }
}

/// Returns a TOML string. A JSON string is a valid one, except for DEL, which JSON does not escape.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string().replace('\u{7f}', "\\u007F")
}

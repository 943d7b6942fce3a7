//! The public surface of a client as the signatures of its Rust items, for the review of changes.
//!
//! It contains everything that a program can name, and neither doc comments nor bodies. A comment contains the wire
//! value of the item in its line. The order of items does not depend on the document.
//!
//! ```text
//! impl Client { pub fn pets(&self) -> Pets<'_>; }
//!
//! impl Pets<'_> {
//!     pub fn get(self, id: &str) -> GetPetCall; // GET /pets/{id}
//! }
//! pub type GetPetCall = Call<GetPet>;
//! impl Operation for GetPet { type Success = Json<Pet>; type Failure = Json<Value>; }
//!
//! #[non_exhaustive]
//! pub struct Pet {
//!     pub name: Option<String>,
//! }
//! ```

mod operations;
mod rules;
mod spelling;
mod types;

pub use spelling::{type_text, type_text_with};

use crate::ir::{Api, Graph, TypeId};
use crate::names::Names;
use crate::unprintable::{escaped, escaped_line};

/// Returns the public surface of a client as text: the builder, groups with their operations, then types.
pub fn outline(api: &Api, graph: &Graph, names: &Names) -> String {
    let mut out = String::new();
    for item in surface(api, graph, names, &|id| names.type_(id).name.clone()) {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&item.lines);
    }
    escaped(&out).into_owned()
}

/// An item of the public surface with the lines that describe it.
pub(crate) struct SurfaceItem {
    /// `client`, the accessor of a group, a method such as `pets().list`, or a type, by its Rust name.
    pub(crate) name: String,
    /// The lines of its declaration, each with a line end. Each of them is one line even if the document has line ends
    /// in it.
    pub(crate) lines: String,
}

/// Returns the items of the public surface of a client, in the order of the outline. `type_name` returns the spelling
/// of a type's name in the lines.
pub(crate) fn surface(
    api: &Api,
    graph: &Graph,
    names: &Names,
    type_name: &dyn Fn(TypeId) -> String,
) -> Vec<SurfaceItem> {
    let mut outline = Outline { api, graph, names, type_name, items: Vec::new() };
    outline.client();
    outline.groups();
    outline.status_enums();
    outline.types();
    outline.items
}

struct Outline<'a> {
    api: &'a Api,
    graph: &'a Graph,
    names: &'a Names,
    type_name: &'a dyn Fn(TypeId) -> String,
    items: Vec<SurfaceItem>,
}

impl Outline<'_> {
    /// Starts an item.
    fn item(&mut self, name: String) {
        // Comparisons keep all items of two clients.
        self.items.last_mut().into_iter().for_each(|last| last.lines.shrink_to_fit());
        self.items.push(SurfaceItem { name, lines: String::new() });
    }

    /// Appends a line to the last item.
    fn line(&mut self, line: &str) {
        if let Some(item) = self.items.last_mut() {
            item.lines.push_str(&escaped_line(line));
            item.lines.push('\n');
        }
    }

    /// Appends a block to the last item, unless it is empty.
    fn block(&mut self, head: &str, lines: &[String]) {
        if !lines.is_empty() {
            self.line(&format!("{head} {{"));
            lines.iter().for_each(|line| self.line(&format!("    {line}")));
            self.line("}");
        }
    }

    /// Appends the builder of the client: the setters of credentials, servers and their variables.
    fn client(&mut self) {
        self.item("client".to_owned());
        let schemes = self.api.security_schemes.keys().filter_map(|scheme| self.names.credential(scheme));
        let mut setters: Vec<String> = schemes
            .map(|names| {
                let arguments = match names.variables.as_slice() {
                    [_, _] => "user: impl Into<String>, password: impl Into<SecretString>",
                    [_, ..] => "secret: impl Into<Credential>",
                    [] => "credential: impl Into<Credential>",
                };
                let comment = match names.variables.as_slice() {
                    [] => String::new(),
                    variables => format!(" // {}", variables.join(", ")),
                };
                format!("pub fn {}(self, {arguments}) -> Self;{comment}", names.setter)
            })
            .collect();
        setters.sort();
        let servers = self.names.servers();
        if self.api.has_server_choice() {
            setters.push("pub fn server(self, server: Server) -> Self;".to_owned());
        }
        setters.extend(
            servers.setters.iter().map(|(name, setter)| {
                format!("pub fn {setter}(self, value: impl Into<String>) -> Self; // {{{name}}}")
            }),
        );
        let variants: Vec<String> = servers.variants.iter().map(|variant| format!("{variant},")).collect();
        self.line(&format!("// client {}", self.names.client()));
        self.block("impl ClientBuilder", &setters);
        if self.api.has_server_choice() {
            self.line("#[non_exhaustive]");
            self.block("pub enum Server", &variants);
        }
    }
}

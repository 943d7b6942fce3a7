//! Names of servers and of their URL variables.

use super::CredentialNames;
use super::credentials::BUILDER_METHODS;
use super::identifier::{escape, pascal, snake, split_words};
use super::scope::Scope;
use crate::hash::IndexMap;
use crate::ir::{Api, Server};

/// The maximum number of words from a description in a name.
const MOST_WORDS: usize = 4;

/// The names of the servers that the caller can choose from.
#[derive(Clone, Debug)]
pub struct ServerNames {
    /// A variant for each server with an absolute URL, in order.
    pub variants: Vec<String>,
    /// The builder's setter for each variable, by the name of the variable.
    pub setters: IndexMap<String, String>,
}

/// Names the servers with an absolute URL, and their variables.
pub(super) fn server_names(api: &Api, credentials: &IndexMap<String, CredentialNames>) -> ServerNames {
    let mut scope = Scope::new(["Self"]);
    let variants = api.absolute_servers().map(|server| scope.claim(candidates(server))).collect();
    let taken = credentials.values().map(|names| names.setter.trim_start_matches("r#"));
    let mut scope = Scope::new(BUILDER_METHODS.iter().copied());
    for name in taken {
        scope.take(name);
    }
    let mut setters = IndexMap::default();
    for variable in api.absolute_servers().flat_map(|server| &server.variables) {
        if !setters.contains_key(&variable.name) {
            let name = snake(&split_words(&variable.name), "variable");
            let setter = escape(scope.claim([name.clone(), format!("server_{name}")]));
            setters.insert(variable.name.clone(), setter);
        }
    }
    ServerNames { variants, setters }
}

/// Returns candidates for the name of a server: its name, a short description, or its URL.
fn candidates(server: &Server) -> impl Iterator<Item = String> {
    let of_text = |text: &String| {
        let words = split_words(text.split(['(', '\n', ':', '.', ',']).next().unwrap_or_default());
        (!words.is_empty() && words.len() <= MOST_WORDS).then(|| pascal(&words, "Server"))
    };
    let of_url = pascal(&split_words(server.url.split_once("://").map_or("", |(_, place)| place)), "Server");
    server
        .name
        .as_ref()
        .and_then(of_text)
        .into_iter()
        .chain(server.description.as_ref().and_then(of_text))
        .chain([of_url])
}

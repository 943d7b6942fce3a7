//! Determines the minimum cost of a client's types: the same structs and enums with only `Clone`, `Debug` and
//! `PartialEq`.
//!
//! ```text
//! #[derive(Clone, Debug, Default, PartialEq, Object)]   →  #[derive(Clone, Debug, PartialEq)]
//! #[object(new)]                                        →
//! pub struct Pet {                                      →  pub struct Pet {
//!     #[wire("petId")]                                  →
//!     pub id: String,                                   →      pub id: String,
//! }                                                     →  }
//! impl Pet { … }                                        →
//! ```

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use syn::visit_mut::{VisitMut, visit_file_mut};
use syn::{Attribute, Item, parse_quote};

/// The root of the crate, which has neither operations nor a client.
const ROOT: &str =
    "//! The types of a client, without derived implementations.\n\n#![allow(warnings)]\n\npub mod types;\n";

/// Writes the types of a client to another folder as a crate.
pub fn write(client: &Path, folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let source = folder.join("src");
    fs::create_dir_all(&source)?;
    for name in ["Cargo.toml", "Cargo.lock"] {
        fs::copy(client.join(name), folder.join(name))?;
    }
    fs::write(source.join("lib.rs"), ROOT)?;
    let mut open = vec![PathBuf::from("types")];
    while let Some(path) = open.pop() {
        fs::create_dir_all(source.join(&path))?;
        for entry in fs::read_dir(client.join("src").join(&path))? {
            let name = path.join(entry?.file_name());
            let from = client.join("src").join(&name);
            if from.is_dir() {
                open.push(name);
            } else if name.extension().is_some_and(|extension| extension == "rs") {
                let text = strip(&fs::read_to_string(&from)?).map_err(io::Error::other)?;
                fs::write(source.join(&name), text)?;
            }
        }
    }
    Ok(())
}

/// Removes implementations, attributes and other derives from a file.
fn strip(text: &str) -> syn::Result<String> {
    let mut file = syn::parse_file(text)?;
    file.items.retain(|item| !matches!(item, Item::Impl(_)));
    visit_file_mut(&mut Floor, &mut file);
    Ok(prettyplease::unparse(&file))
}

struct Floor;

impl VisitMut for Floor {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.retain(|attribute| ["doc", "derive", "path"].iter().any(|name| attribute.path().is_ident(name)));
        for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("derive")) {
            *attribute = parse_quote!(#[derive(Clone, Debug, PartialEq)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strip_keeps_only_fields_and_documentation() {
        let text = "\
/// A pet.
#[derive(Clone, Debug, Default, PartialEq, Object)]
#[object(new, is(\"type\", \"pet\"))]
#[non_exhaustive]
pub struct Pet {
    #[wire(\"petId\")]
    pub id: Option<String>,
}
impl Pet {
    pub fn id(&self) {}
}
";
        let expected = "\
/// A pet.
#[derive(Clone, Debug, PartialEq)]
pub struct Pet {
    pub id: Option<String>,
}
";
        assert_eq!(strip(text).expect("it can be parsed"), expected);
    }
}

//! Compares the public surface of each vendored API with its outline, which reviewers read when a document changes, and
//! the outline with the generated code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use libtest_mimic::{Failed, Trial};
use quote::ToTokens;
use syn::{Fields, ImplItem, Item, Visibility};

use crate::pipeline::generate;
use crate::{folders, name_of};

/// Returns one test for each folder of `specs/` that has settings. `cargo xtask codegen` writes the outlines.
pub fn trials() -> io::Result<Vec<Trial>> {
    let mut apis = folders("../specs")?;
    apis.retain(|api| !name_of(api).starts_with('.') && api.join("apiarist.toml").is_file());
    Ok(apis
        .into_iter()
        .map(|api| Trial::test(format!("outlines::{}", name_of(&api)), move || check_outline(&api)))
        .collect())
}

fn check_outline(api: &Path) -> Result<(), Failed> {
    let client = generate(api).client.ok_or("the document cannot be read")?;
    let again = generate(api).client.ok_or("the document cannot be read")?;
    if client.files != again.files {
        return Err("generating twice gives two texts".into());
    }
    let path = Path::new("../generated/outlines").join(name_of(api)).with_extension("md");
    if !fs::read_to_string(&path)?.contains(&format!("\n```rust\n{}\n```\n", client.outline.trim_end())) {
        return Err(format!("{} is not up to date; run `cargo xtask codegen`", path.display()).into());
    }
    let outlined = Surface::read(&client.outline)?;
    let mut generated = Surface::default();
    for (path, text) in client.files.iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "rs")) {
        generated.add(text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    outlined.check_against(&generated)
}

/// Members of every operation, which are no signatures.
const FIXED: [&str; 2] = ["const SPEC", "const PAGING"];

/// Types with members that every client has, so that the outline lists only the others.
const FIXED_OWNERS: [&str; 2] = ["Client", "ClientBuilder"];

/// The public items of Rust source with their members, normalized.
#[derive(Default)]
struct Surface {
    members: BTreeMap<String, BTreeSet<String>>,
    /// Aliases, in particular of definitions that several locations share.
    aliases: BTreeSet<String>,
}

impl Surface {
    fn read(source: &str) -> Result<Self, syn::Error> {
        let mut surface = Self::default();
        surface.add(source)?;
        Ok(surface)
    }

    fn add(&mut self, source: &str) -> Result<(), syn::Error> {
        for item in syn::parse_file(source)?.items {
            match item {
                Item::Struct(item) => {
                    let fields = item.fields.iter().filter(|field| matches!(field.vis, Visibility::Public(_)));
                    let fields = fields.map(|field| match &field.ident {
                        Some(name) => format!("{name}: {}", normalized(&field.ty)),
                        None => normalized(&field.ty),
                    });
                    self.members.entry(item.ident.to_string()).or_default().extend(fields);
                }
                Item::Enum(item) => {
                    let variants = item.variants.iter().map(|variant| match &variant.fields {
                        Fields::Unit => variant.ident.to_string(),
                        fields => format!("{}{}", variant.ident, normalized(fields)),
                    });
                    self.members.entry(item.ident.to_string()).or_default().extend(variants);
                }
                Item::Type(item) => {
                    self.aliases.insert(item.ident.to_string());
                }
                Item::Impl(item) => {
                    let owner = normalized(&item.self_ty);
                    let owner = match &item.trait_ {
                        Some((path, _)) => format!("{} for {owner}", normalized(path)),
                        None => owner,
                    };
                    self.members.entry(owner).or_default().extend(item.items.iter().filter_map(member));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn check_against(&self, generated: &Self) -> Result<(), Failed> {
        for (owner, members) in &self.members {
            if generated.aliases.contains(owner) && !self.aliases.contains(owner) {
                continue;
            }
            let found = generated.members.get(owner).ok_or_else(|| format!("the code has no `{owner}`"))?;
            if let Some(member) = members.difference(found).next() {
                return Err(format!("`{owner}` has no `{member}` in the code, only {found:#?}").into());
            }
            let is_outlined =
                |member: &String| members.contains(member) || FIXED.iter().any(|it| member.starts_with(it));
            if let Some(member) =
                found.iter().find(|member| !FIXED_OWNERS.contains(&owner.as_str()) && !is_outlined(member))
            {
                return Err(format!("`{owner}` has no `{member}` in the outline, only {members:#?}").into());
            }
        }
        match self.aliases.difference(&generated.aliases).next() {
            Some(alias) => Err(format!("the code has no alias `{alias}`").into()),
            None => Ok(()),
        }
    }
}

/// Returns a public member of an implementation: a signature, the type of a constant, or an associated type. An outline
/// has neither bodies nor values, which `syn` reads as tokens.
fn member(item: &ImplItem) -> Option<String> {
    match item {
        ImplItem::Fn(method) if matches!(method.vis, Visibility::Public(_)) => Some(signature(&method.sig)),
        ImplItem::Const(item) => Some(format!("const {}: {}", item.ident, normalized(&item.ty))),
        ImplItem::Type(item) => Some(format!("type {} = {}", item.ident, normalized(&item.ty))),
        ImplItem::Verbatim(tokens) => {
            let text = tokens.to_string();
            let text = text.strip_prefix("pub ").unwrap_or(&text);
            match syn::parse_str::<syn::TraitItem>(text).ok()? {
                syn::TraitItem::Fn(method) => Some(signature(&method.sig)),
                syn::TraitItem::Const(item) => Some(format!("const {}: {}", item.ident, normalized(&item.ty))),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Returns a signature. A builder that is mutable in the code is a matter of its body.
fn signature(signature: &syn::Signature) -> String {
    normalized(signature).replace("(mutself", "(self")
}

/// Returns tokens as text without spaces and the paths of modules.
fn normalized(tokens: &impl ToTokens) -> String {
    let text = tokens.to_token_stream().to_string();
    let text = ["types :: ", "super :: ", "operations :: ", "client :: "]
        .iter()
        .fold(text, |text, module| text.replace(module, ""));
    text.replace(" ,", ",").replace(' ', "").replace(",)", ")").replace(",>", ">")
}

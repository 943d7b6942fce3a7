//! READMEs of generated crates.

use super::super::Emitter;
use super::features::type_features;
use super::manifest::version;
use super::page::{feature_table, table};
use super::{ApiModule, CrateDescription, RUST_VERSION, WorkspaceDescription};

/// Returns the README of a crate for one API.
pub(super) fn readme(emitter: &Emitter<'_>, description: &CrateDescription) -> String {
    let CrateDescription { name, header, .. } = description;
    let about = std::iter::once(format!("A client for {}.", emitter.line(emitter.title()))).chain(emitter.summary());
    let sections = [
        format!("# {name}\n\n{}", about.collect::<Vec<_>>().join("\n\n")),
        installation(&format!("{}{TOKIO}", dependency(description))),
        program(emitter),
        credentials(emitter),
        section("Operations", &operations(emitter)),
        section("Features", &[feature_table(&[]), groups(emitter)].concat()),
    ];
    text(header, &sections)
}

/// Returns the README of a crate for the types of one API.
pub(super) fn types_readme(emitter: &Emitter<'_>, description: &CrateDescription) -> String {
    let about = std::iter::once(emitter.about_types()).chain(emitter.summary());
    let sections = [
        format!("# {}\n\n{}", description.name, about.collect::<Vec<_>>().join("\n\n")),
        installation(&dependency(description)),
        section("Features", &table(type_features())),
    ];
    text(&description.header, &sections)
}

/// Returns the line of a program's manifest that adds the crate.
fn dependency(description: &CrateDescription) -> String {
    let CrateDescription { name, package, .. } = description;
    match package.publish {
        true => format!("{name} = \"{}\"", version(package)),
        false => format!("{name} = {{ path = \"../{name}\" }}"),
    }
}

/// Returns a paragraph about the features of groups, if there are any.
fn groups(emitter: &Emitter<'_>) -> String {
    let Some(features) = emitter.group_features() else { return String::new() };
    let names: Vec<String> = features.names().map(|name| format!("`{name}`")).collect();
    let about = "Each group of operations has a feature that compiles the group with the types that it needs. The default\n\
                 feature `all` enables all of them. To compile one group, set `default-features = false` and\n\
                 `features = [\"reqwest\", \"…\"]`:";
    format!("\n\n{about}\n\n{}", names.join(", "))
}

/// Returns the README of the workspace's crate.
pub(super) fn workspace_readme(modules: &[ApiModule<'_>], description: &WorkspaceDescription<'_>) -> String {
    let WorkspaceDescription { name, header, .. } = description;
    let features: Vec<&str> = modules.iter().map(|module| module.feature).collect();
    let apis = modules.iter().map(|ApiModule { feature, emitter }| {
        let title = format!("### `{}`\n\nA client for {}.", feature.replace('-', "_"), emitter.line(emitter.title()));
        let credentials = emitter.credential_list(false).join("\n");
        let parts = [title, credentials, operations(emitter)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    });
    let apis = apis.collect::<Vec<_>>().join("\n\n");
    let about = "Clients for HTTP APIs, generated from their OpenAPI documents. Each API is a module behind a feature.";
    let sections = [
        format!("# {name}\n\n{about}"),
        installation(&format!("{name} = {{ path = \"../{name}\" }}{TOKIO}")),
        modules.first().map(|module| program(&module.emitter)).unwrap_or_default(),
        section("APIs", &apis),
        section("Features", &feature_table(&features)),
    ];
    text(header, &sections)
}

/// Returns the sections after the comment that marks a generated file.
fn text(header: &str, sections: &[String]) -> String {
    let sections = sections.iter().filter(|section| !section.is_empty());
    // These characters would end the comment.
    let header = header.replace("-->", "--\\>");
    format!("<!-- {header} -->\n\n{}\n", sections.cloned().collect::<Vec<_>>().join("\n\n"))
}

fn section(title: &str, body: &str) -> String {
    if body.is_empty() { String::new() } else { format!("## {title}\n\n{body}") }
}

/// The line of a program's manifest that adds the async runtime.
const TOKIO: &str = "\ntokio = { version = \"1\", features = [\"macros\", \"rt\"] }";

fn installation(dependencies: &str) -> String {
    let body = format!(
        "```toml\n[dependencies]\n{dependencies}\n```\n\n\
         Requires Rust {RUST_VERSION} or later."
    );
    section("Installation", &body)
}

/// Returns the quick start as a complete program.
fn program(emitter: &Emitter<'_>) -> String {
    let Some(lines) = emitter.quick_start() else { return String::new() };
    let (imports, body) = lines.split_at(2);
    let body: String = body.iter().map(|line| format!("    {line}\n")).collect();
    let program = format!(
        "```rust\n{}\n\n#[tokio::main(flavor = \"current_thread\")]\n\
         async fn main() -> Result<(), Box<dyn std::error::Error>> {{\n{body}    Ok(())\n}}\n```",
        imports.join("\n").trim_end()
    );
    section("Quick start", &program)
}

fn credentials(emitter: &Emitter<'_>) -> String {
    let list = emitter.credential_list(false);
    if list.is_empty() {
        return String::new();
    }
    let about = "`Client::from_env` reads credentials from the environment. Each credential also has a setter on `ClientBuilder`:";
    section("Credentials", &format!("{about}\n\n{}", list.join("\n")))
}

/// Returns a table of the groups and their methods.
fn operations(emitter: &Emitter<'_>) -> String {
    let rows = emitter.groups().map(|id| {
        let accessor = emitter.names.group(id).accessor.trim_start_matches("r#");
        format!("| `{accessor}()` | {} |", emitter.methods_of(id))
    });
    let rows: Vec<String> = rows.collect();
    if rows.is_empty() { String::new() } else { format!("| Group | Methods |\n| --- | --- |\n{}", rows.join("\n")) }
}

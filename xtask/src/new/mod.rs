//! Adds a provider: its document, settings, module, outline, first test and row of the README.

mod wire_test;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use apiarist::diagnostics::Diagnostics;
use apiarist::files::{Comparison, Difference, write_text};
use apiarist::settings::{self, Origin, Settings};
use apiarist::source::Format;
use apiarist::{Client, module_name};
use apiarist_cli::settings_text::{quoted, settings_text};
use clap::Args;

use crate::api_files::{ApiFiles, readme_table, test_list};
use crate::codegen::{Mode, codegen};
use crate::update::{self, Acquired, Cost, Staged, Target, acquire};
use crate::workspace::{Spec, Workspace};
use crate::{Failure, api_name, failed, print_diagnostics, print_out};

pub const EXAMPLES: &str = "\
Examples:
  cargo xtask new pets --from https://example.com/openapi.yaml
  cargo xtask new pets --from ~/openapi.json
  cargo xtask new pets --from ../their-repository/api   A document that consists of several files
  cargo xtask new pets --from get-pet.md                A documentation page

To remove a provider, delete specs/NAME and run `cargo xtask codegen`, which lists its other files.";

/// The JSON Schema of the settings, relative to `apiarist.toml`.
const SCHEMA: &str = "../../docs/apiarist.schema.json";

/// The arguments of `cargo xtask new`.
#[derive(Debug, Args)]
pub struct New {
    /// The name of the folder in specs/, the module and the feature: lowercase letters, digits and hyphens
    #[arg(value_name = "NAME")]
    api: String,
    /// The document: a file, a folder with its files, a URL, or documentation pages to import
    #[arg(long, value_name = "FILE|DIR|URL")]
    from: String,
    #[command(flatten)]
    cost: Cost,
}

/// Adds a provider, or changes nothing if any step fails.
pub fn new(workspace: &Workspace, arguments: &New) -> Result<(), Failure> {
    let (api, from) = (arguments.api.as_str(), arguments.from.as_str());
    let files = ApiFiles::new(workspace, api);
    check(workspace, api, &files)?;

    let acquired = fetch(arguments)?;
    let document = if is_json(&acquired) { "openapi.json" } else { "openapi.yaml" };
    let trial = Trial::new(workspace, api)?;
    let origin = update::origin_of(from);
    let locked_from =
        update::locked_from(&origin, &env::current_dir().unwrap_or_default(), &files.spec, workspace.root());
    let staged = Staged::new(workspace, &trial.spec, &acquired, Path::new(document), &locked_from)?;
    let settings = settings_text(staged.project.client(), SCHEMA, document, &source_lines(&origin));
    let client = planned(&staged, &settings, api)?;
    let readme = fs::read_to_string(&files.readme).map_err(|error| failed(&files.readme, &error))?;
    let readme = readme_table::with_row(&readme, &files.module, &client).map_err(Failure::Message)?;
    let test = formatted(workspace, wire_test::wire_test(&client, api));
    let list = fs::read_to_string(files.tests.join(test_list::PATH)).ok();
    let listed = test_list::with_module(list.as_deref(), &files.module);
    let tests = Comparison {
        differences: BTreeMap::from([
            (test_list::test_path(&files.module), Difference { old: None, new: Some(test) }),
            (PathBuf::from(test_list::PATH), Difference { old: list, new: Some(listed) }),
        ]),
    };

    fs::create_dir_all(&files.spec).map_err(|error| failed(&files.spec, &error))?;
    let mut written = staged.files.put(workspace, &files.spec, None, &[(settings::FILE_NAME, settings)]);
    written = written.and_then(|()| codegen(workspace, &[api.to_owned()], Mode::Write));
    written = written.and_then(|()| {
        let held = workspace.lock(&files.tests)?;
        tests.write(&held).map_err(|error| Failure::Message(error.to_string()))
    });
    if written.is_err() {
        // Neither the folder nor the outline existed before. The next `codegen` removes the files generated from them.
        let _ = fs::remove_dir_all(&files.spec);
        let _ = fs::remove_file(&files.outline);
    }
    written?;
    write_text(&files.readme, &readme).map_err(|error| Failure::Message(error.to_string()))?;
    print_out(&next_steps(api));
    Ok(())
}

/// Rejects names that are invalid or already in use.
fn check(workspace: &Workspace, api: &str, files: &ApiFiles) -> Result<(), Failure> {
    if let Some(fault) = api_name::fault(api) {
        return Err(Failure::Usage(format!("{fault}\nhelp: use `{}` instead", api_name::suggestion(api))));
    }
    let same_module = workspace.specs()?.into_iter().find(|spec| api_name::is_same_module(&spec.name, api));
    let wire_test = files.wire_test();
    // A wire test is a file or a folder of this name.
    let present = [&files.spec, &files.outline, &wire_test, &wire_test.with_extension("")];
    let present = present.into_iter().find(|path| path.exists());
    match same_module.map(|spec| spec.folder().to_owned()).as_ref().or(present) {
        Some(path) => {
            let path = workspace.shown(path);
            let message = format!("{} already exists\nhelp: use another name, or remove it first", path.display());
            Err(Failure::Message(message))
        }
        None => Ok(()),
    }
}

fn fetch(arguments: &New) -> Result<Acquired, Failure> {
    let failure = |message: String| Failure::Message(format!("{}: {message}; nothing was added", arguments.from));
    let folder = env::current_dir().unwrap_or_default();
    let target = Target { folder: &folder, lock: None, existing: None, format: Format::Yaml };
    let acquired = acquire(&update::origin_of(&arguments.from), &target, &arguments.cost.limits()).map_err(failure)?;
    acquired.ok_or_else(|| failure("the response has no body".to_owned()))
}

/// Returns the lines of `[source]` in the settings.
fn source_lines(origin: &Origin) -> String {
    match origin {
        Origin::Url(url) => format!("# The source of `cargo xtask update`.\nurl = {}\n", quoted(url)),
        Origin::File(_) | Origin::Pages(_) => {
            "# The URL of the document, from which `cargo xtask update` updates it:\n\
                                               # url = \"https://example.com/openapi.yaml\"\n"
                .to_owned()
        }
    }
}

fn is_json(acquired: &Acquired) -> bool {
    acquired.document.trim_ascii_start().starts_with(b"{")
}

/// Plans the client with the given settings.
fn planned(staged: &Staged, settings: &str, api: &str) -> Result<Client, Failure> {
    let mut diagnostics = Diagnostics::new();
    let parsed = Settings::parse(Path::new(settings::FILE_NAME), settings, &mut diagnostics);
    let client = parsed.and_then(|mut settings| {
        settings.client.name = Some(api.to_owned());
        Client::plan(staged.project.document(), &settings, &mut diagnostics)
    });
    client.ok_or_else(|| {
        print_diagnostics(Some(staged.project.document()), &diagnostics);
        Failure::Reported
    })
}

/// Formats a text with rustfmt, or returns it unchanged if rustfmt is not installed.
fn formatted(workspace: &Workspace, text: String) -> String {
    let formatted = || {
        let mut command = Command::new("rustfmt");
        command.args(["--edition", "2024", "--config-path"]).arg(workspace.root());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        std::io::Write::write_all(&mut child.stdin.take()?, text.as_bytes()).ok()?;
        let output = child.wait_with_output().ok().filter(|output| output.status.success())?;
        String::from_utf8(output.stdout).ok()
    };
    formatted().unwrap_or(text)
}

fn next_steps(api: &str) -> String {
    let module = module_name(api);
    format!(
        "\nAdded specs/{api} and the module `{module}`. Next steps:\n\
         1. Compare the environment variables in specs/{api}/apiarist.toml with the provider's documentation.\n\
         2. Review `cargo xtask outline {api}`. To rename items, set `[names]` and run `cargo xtask codegen {api}`.\n\
         3. Run `cargo test --package apiarist-tests --test wire {module}`, and add tests with the provider's responses.\n\
         4. Commit specs/{api}, generated/, tests/ and README.md."
    )
}

/// A temporary folder with empty settings, in which a document is validated. It is removed on drop.
struct Trial {
    spec: Spec,
}

impl Trial {
    fn new(workspace: &Workspace, api: &str) -> Result<Self, Failure> {
        let folder = workspace.root().join("target").join("update").join(format!("{api}.new"));
        fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
        let path = folder.join(settings::FILE_NAME);
        fs::write(&path, "").map_err(|error| failed(&path, &error))?;
        Ok(Self { spec: Spec::at(api, &folder) })
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        // A leftover folder does no harm.
        let _ = fs::remove_dir_all(self.spec.folder());
    }
}

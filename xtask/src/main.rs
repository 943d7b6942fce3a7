//! `cargo xtask`: the tasks of this workspace.

mod accept;
mod api_files;
mod api_name;
mod ci;
mod codegen;
mod comment;
mod diff;
mod foreign_files;
mod generator_changes;
mod git;
mod github;
mod new;
mod outline;
mod refresh;
mod release;
mod revision;
mod tool;
mod update;
mod versions;

use std::process::ExitCode;

use apiarist::deep_stack::on_deep_stack;
use clap::{Parser, Subcommand};
use new::New;
use tool::Tool;
use update::Update;
use xtask::cargo;
use xtask::terminal::{self, Output, print_diagnostics, print_err, print_out};
use xtask::workspace::{self, Workspace};
use xtask::{Failure, exit_code, failed};

/// Run a task of this workspace
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask codegen                    Generate the clients of every document in specs/
  cargo xtask codegen openai             Generate one client
  cargo xtask codegen --check            Fail if the generated files are out of date
  cargo xtask outline openai             Print the public API of a client
  cargo xtask diff openai                Report the changes to a client since this branch left `main`
  cargo xtask new pets --from URL        Add a provider
  cargo xtask update tavus --commit      Update a document and everything that follows from it, as two commits
  cargo xtask refresh --dry-run          List the pull requests that new documents need
  cargo xtask release                    Prepare a release of the clients
  cargo xtask ci                         Run every check that a change must pass
  cargo xtask accept snapshots           Overwrite the snapshots of the snapshot tests
  cargo xtask conformance ../documents   Generate the client of every document in a folder
  cargo xtask mock openapi.yaml          Call every operation of a client against a mock server
  cargo xtask second-opinion             Compare the reports on updates with cargo-semver-checks
  cargo xtask bench check openapi.yaml   Measure the cost of compiling a client

Exit codes:
  0  Success
  1  An error, a difference or a failed check
  2  Invalid arguments";

#[derive(Debug, Subcommand)]
enum Task {
    /// Run snapshot tests and overwrite their snapshots with the new output
    Accept(accept::Accept),
    /// Measure the CPU time and memory of generating and compiling clients, of calls and of decoding
    #[command(disable_help_flag = true)]
    Bench(Tool),
    /// Run the checks that every change must pass
    ///
    /// Stops at the first step that fails, and prints the time and the CPU time of each step.
    #[command(after_help = ci::EXAMPLES)]
    Ci(ci::Ci),
    /// Generate the crate in generated/ and the outlines of its clients from the documents in specs/
    ///
    /// Nothing is written if any document has an error. Unchanged files are not touched, generated files that are no
    /// longer needed are removed, and a file in generated/src/ that was not generated is an error. Types, methods and
    /// other items keep the names recorded in names.lock; a name that cannot be kept is reported.
    Codegen {
        /// Folders of specs/ [default: all]
        #[arg(value_name = "NAME")]
        apis: Vec<String>,
        /// Print the differences without writing files, and fail if there are any
        #[arg(long)]
        check: bool,
        /// Assign all names again, ignoring names.lock, and rewrite names.lock
        #[arg(long, conflicts_with = "check")]
        rename: bool,
        /// Print every diagnostic instead of the first 20 of each document
        #[arg(long)]
        all: bool,
    },
    /// Comment a report on a pull request, or replace the comment of an earlier run
    #[command(after_help = comment::EXAMPLES)]
    Comment(comment::Comment),
    /// Generate the client of every document in a folder and report the results
    #[command(disable_help_flag = true)]
    Conformance(Tool),
    /// Report how the clients changed since a revision
    ///
    /// Compares the documents of the working tree with those of the revision, each with its own settings, overlays and
    /// referenced files. Each change is reported with its effect on the wire and in Rust; `apiarist explain CODE`
    /// describes a kind of change.
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(diff::Diff),
    /// Call every operation of a client against the third-party mock server Prism
    #[command(disable_help_flag = true)]
    Mock(Tool),
    /// Add a provider: its document, settings, module, outline, first test and row in the README
    ///
    /// Existing files are not overwritten. Nothing is added if any step fails.
    #[command(after_help = new::EXAMPLES)]
    New(New),
    /// Print the public API of the clients, one line for each item
    Outline {
        /// Folders of specs/ [default: all]
        #[arg(value_name = "NAME")]
        apis: Vec<String>,
    },
    /// Open one pull request for each document whose source has changed
    #[command(after_help = refresh::EXAMPLES)]
    Refresh(refresh::Refresh),
    /// Prepare a release of the crate in generated/: version, changelog and tag
    #[command(after_help = release::EXAMPLES)]
    Release(release::Release),
    /// Compare the reports on updates with the findings of cargo-semver-checks
    #[command(disable_help_flag = true)]
    SecondOpinion(Tool),
    /// Update documents in specs/ from their sources, or check whether the sources have changed
    ///
    /// Documents are fetched over HTTPS within limits of time and size and stored byte for byte. A document replaces the
    /// existing one only if a client can be generated from it. Its client, names, outline, changelog entry and the version
    /// of the crate change with it, or nothing does.
    #[command(after_help = update::EXAMPLES)]
    Update(Update),
}

const DIFF_EXAMPLES: &str = "\
Examples:
  cargo xtask diff                          Compare every document since this branch left `main`
  cargo xtask diff openai --base v0.1.0     Compare one document with a tag
  cargo xtask diff --format markdown        Write the description of a pull request
  cargo xtask diff --fail-on breaking       Fail if programs must change

Expected changes are accepted by `[[accept]]` in specs/NAME/apiarist.toml; see `apiarist diff --help`.";

fn main() -> ExitCode {
    let result = on_deep_stack(run);
    exit_code(result.unwrap_or_else(|error| Err(Failure::Message(format!("cannot start a thread: {error}")))))
}

fn run() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    terminal::set_up(arguments.output, matches!(arguments.task, Task::Codegen { all: true, .. }));
    Workspace::find().and_then(|workspace| match arguments.task {
        Task::Codegen { apis, check, rename, all: _ } => {
            codegen::codegen(&workspace, &apis, codegen::Mode::of(check, rename))
        }
        Task::Accept(arguments) => accept::accept(&workspace, &arguments),
        Task::Comment(arguments) => comment::comment(&workspace, &arguments),
        Task::Ci(arguments) => ci::ci(&workspace, &arguments),
        Task::Bench(tool) => tool.run("bench", &[]),
        Task::Mock(tool) => tool.run("mock", &[]),
        Task::Outline { apis } => outline::outline(&workspace, &apis),
        Task::Diff(arguments) => diff::diff(&workspace, &arguments),
        // Only a release build has the speed of the generator.
        Task::Conformance(tool) => tool.run("conformance", &["--release"]),
        Task::SecondOpinion(tool) => tool.run("second-opinion", &[]),
        Task::New(arguments) => new::new(&workspace, &arguments),
        Task::Refresh(arguments) => refresh::refresh(&workspace, &arguments),
        Task::Release(arguments) => release::release(&workspace, &arguments),
        Task::Update(arguments) => update::update(&workspace, &arguments),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    use apiarist::source::Document;
    use clap::CommandFactory;
    use serde_json::Value;

    /// Collects the scripts of a workflow.
    fn runs(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                found.extend(members.get("run").and_then(Value::as_str).map(str::to_owned));
                members.values().for_each(|value| runs(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| runs(value, found)),
            _ => {}
        }
    }

    /// Returns the arguments of each `cargo xtask` command in a script.
    fn commands(script: &str) -> impl Iterator<Item = Vec<String>> {
        script.lines().flat_map(|line| line.split("cargo xtask ").skip(1)).map(|rest| {
            let words = rest.split(';').next().unwrap_or_default().split_whitespace();
            let own = words.take_while(|word| !["&&", "||", "|", ">", ">>"].contains(word));
            ["cargo xtask"].into_iter().chain(own).map(|word| word.trim_matches('"').replace("$NUMBER", "1")).collect()
        })
    }

    #[test]
    fn arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn workflows_call_only_existing_tasks() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../.github/workflows");
        let mut called = 0;
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let document = Document::read(&path).unwrap_or_else(|error| panic!("{error}"));
            let root = document.root();
            assert!(root.get("jobs").is_some() && root.get("permissions").is_some(), "{}", path.display());
            let mut scripts = Vec::new();
            runs(root, &mut scripts);
            for arguments in scripts.iter().flat_map(|script| commands(script)) {
                let parsed = Arguments::try_parse_from(&arguments);
                assert!(parsed.is_ok(), "{}: {arguments:?}: {}", path.display(), parsed.unwrap_err());
                called += 1;
            }
        }
        assert!(called >= 5, "only {called} tasks are called");
    }

    #[test]
    fn documented_commands_are_valid() {
        let commands = apiarist_test_support::markdown::documented_commands("cargo xtask");
        assert!(!commands.is_empty(), "no command is documented");
        for command in commands {
            let parsed = Arguments::try_parse_from(&command.arguments);
            assert!(parsed.is_ok(), "{}: {}", command.location, parsed.unwrap_err());
        }
    }
}

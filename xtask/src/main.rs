//! The tasks of this workspace.

mod accept;
mod api_files;
mod api_name;
mod cargo;
mod ci;
mod codegen;
mod diff;
mod foreign_files;
mod new;
mod outline;
mod tool;
mod update;

use std::process::ExitCode;

use apiarist::deep_stack::on_deep_stack;
use clap::{Parser, Subcommand};
use new::New;
use tool::Tool;
use update::Update;
use xtask::terminal::{self, Output, print_diagnostics, print_err, print_out};
use xtask::workspace::{self, Workspace};
use xtask::{Failure, exit_code, failed};

/// The tasks of this workspace.
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
  cargo xtask codegen                    Write generated/ anew from specs/
  cargo xtask codegen openai             Only the module of specs/openai
  cargo xtask codegen --check            Show what would change, and fail if anything would
  cargo xtask codegen --rename openai    The same with the names that the rules give now
  cargo xtask outline openai             Show the public surface of one client
  cargo xtask diff openai                What does the update of this document mean for programs?
  cargo xtask accept snapshots           Take what the tests of snapshots say now as right
  cargo xtask new pets --from URL        Add a provider
  cargo xtask update tavus               Update the document of specs/tavus from its source
  cargo xtask conformance ../documents   What becomes of all documents in a folder?
  cargo xtask mock openapi.yaml          Are its requests right, as others say?
  cargo xtask bench check openapi.yaml   What does compiling the client of a document cost?

Exit codes: 0 good, 1 something was found, 2 the command was not understood.";

#[derive(Debug, Subcommand)]
enum Task {
    /// Accepts what the snapshot tests compare: runs them so that they write their snapshots
    Accept(accept::Accept),
    /// Measures what generating, compiling, calling and decoding cost: CPU time and memory, not the time on the clock
    #[command(disable_help_flag = true)]
    Bench(Tool),
    /// Writes the crate in generated/, with the outlines of the clients, from the documents in specs/
    ///
    /// Names stay: what was there keeps the name that names.lock has for it, and what cannot is reported. Files that do
    /// not change are not touched; generated files that are no longer needed are removed, and a file of another origin in
    /// generated/src/ is an error. When anything is wrong with any document, nothing is written at all.
    Codegen {
        /// Folders of specs/ [default: all]
        apis: Vec<String>,
        /// Shows the differences instead of writing them, and fails if there are any
        #[arg(long)]
        check: bool,
        /// Takes the names that the rules give, whatever names.lock says, and writes names.lock anew
        #[arg(long, conflicts_with = "check")]
        rename: bool,
        /// Shows all findings; without it, those of a document after the 20th are only counted
        #[arg(long)]
        all: bool,
    },
    /// Run the checks that every change must pass
    ///
    /// Stops at the first step that fails, and prints the time and the CPU time of each step.
    #[command(after_help = ci::EXAMPLES)]
    Ci(ci::Ci),
    /// Generates the clients of all documents in a folder, and reports what became of each
    #[command(disable_help_flag = true)]
    Conformance(Tool),
    /// Calls every operation of a document's client against Prism, a mock server made by others
    #[command(disable_help_flag = true)]
    Mock(Tool),
    /// Tells what the documents in specs/ mean now for whoever uses the clients, against those of a revision
    ///
    /// Read are the documents of the revision with their settings, overlays and other files, and those of the working
    /// tree. Each change is told with what it means on the wire and in Rust; `apiarist explain CODE` says more.
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(diff::Diff),
    /// Adds a provider: document, settings, module, outline, first test, and a row of the README
    ///
    /// Nothing that is there is written over; when anything is wrong, nothing is added.
    #[command(after_help = new::EXAMPLES)]
    New(New),
    /// Prints the public surface of the clients, one line for each thing
    Outline {
        /// Folders of specs/ [default: all]
        apis: Vec<String>,
    },
    /// Updates documents in specs/ from their sources, or checks whether the sources have changed
    ///
    /// Documents are fetched over HTTPS within limits of time and size and stored byte for byte. A document replaces the
    /// existing one only if a client can be generated from it.
    #[command(after_help = update::EXAMPLES)]
    Update(Update),
}

const DIFF_EXAMPLES: &str = "\
Examples:
  cargo xtask diff                                  All documents, against where this branch left `main`
  cargo xtask diff openai --base v0.1.0             One of them, against a tag
  cargo xtask diff --format markdown                For the description of a pull request
  cargo xtask diff --fail-on breaking               Fail where programs would have to change

Known changes are accepted in specs/<api>/apiarist.toml, with a reason; see `apiarist diff --help`.";

fn main() -> ExitCode {
    let result = on_deep_stack(run);
    exit_code(result.unwrap_or_else(|error| Err(Failure::Message(format!("no thread can be started: {error}")))))
}

fn run() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    terminal::set_up(arguments.output, matches!(arguments.task, Task::Codegen { all: true, .. }));
    Workspace::find().and_then(|workspace| match arguments.task {
        Task::Codegen { apis, check, rename, all: _ } => {
            codegen::codegen(&workspace, &apis, codegen::Mode::of(check, rename))
        }
        Task::Accept(arguments) => accept::accept(&workspace, &arguments),
        Task::Ci(arguments) => ci::ci(&workspace, &arguments),
        Task::Bench(tool) => tool.run("bench", &[]),
        Task::Mock(tool) => tool.run("mock", &[]),
        Task::Outline { apis } => outline::outline(&workspace, &apis),
        Task::Diff(arguments) => diff::diff(&workspace, &arguments),
        // Only a release build has the speed of the generator.
        Task::Conformance(tool) => tool.run("conformance", &["--release"]),
        Task::New(arguments) => new::new(&workspace, &arguments),
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

    /// The texts that a workflow runs.
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

    /// The arguments of each `cargo xtask` in a script, up to what the shell ends a command with.
    fn commands(script: &str) -> impl Iterator<Item = Vec<String>> {
        script.lines().flat_map(|line| line.split("cargo xtask ").skip(1)).map(|rest| {
            let words = rest.split(';').next().unwrap_or_default().split_whitespace();
            let own = words.take_while(|word| !["&&", "||", "|", ">", ">>"].contains(word));
            ["cargo xtask"].into_iter().chain(own).map(|word| word.trim_matches('"').to_owned()).collect()
        })
    }

    #[test]
    fn the_arguments_are_consistent() {
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
}

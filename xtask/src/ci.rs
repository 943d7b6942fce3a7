//! Runs the steps that every change must pass, one after another, and reports the time of each.
//!
//! ```text
//! cargo xtask ci format codegen
//!
//! [1/2] format: cargo fmt --all --check
//! [2/2] codegen: cargo xtask codegen --check
//!
//! format      passed       1 s
//! codegen     passed       3 s
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use apiarist::document_in;
use clap::Args;

use crate::{Failure, Workspace, cargo, failed, print_err, print_out};

pub const EXAMPLES: &str = "\
Examples:
  cargo xtask ci                    Run every step
  cargo xtask ci tests codegen      Run two steps
  cargo xtask ci --list             List the steps and their commands

A step that needs a target, a toolchain or a program that is not installed is skipped, unless `--no-skip` is given.";

/// The features of the runtime. Each is checked alone.
const RUNTIME_FEATURES: [&str; 15] = [
    "client",
    "reqwest",
    "reqwest-own-tls",
    "reqwest-no-tls",
    "reqwest-own-client",
    "tower",
    "gzip",
    "brotli",
    "zstd",
    "blocking",
    "testing",
    "tracing",
    "webhooks",
    "jiff",
    "uuid",
];

/// The packages that can be published, in the order of their dependencies.
const PACKAGES: [&str; 6] =
    ["apiarist-derive", "apiarist-runtime", "conversation-apis", "apiarist", "apiarist-fetch", "apiarist-cli"];

/// The step that compiles each package from its archive.
const PACKAGE: &str = "package";

/// A validator of OpenAPI documents that is independent of this workspace.
const VALIDATOR: &str = "openapi-spec-validator";

/// The target of browsers.
const WASM: &str = "wasm32-unknown-unknown";

/// The arguments of `cargo xtask ci`.
#[derive(Debug, Args)]
pub struct Ci {
    /// Steps to run, in the order of `--list` [default: all]
    #[arg(value_name = "STEP")]
    steps: Vec<String>,
    /// List the steps and their commands without running them
    #[arg(long)]
    list: bool,
    /// Fail if a step needs a target, a toolchain or a program that is not installed
    #[arg(long)]
    no_skip: bool,
}

/// The requirements of a step in addition to the current toolchain.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Needs {
    Nothing,
    /// A compilation target of the current toolchain.
    Target(&'static str),
    /// The toolchain of this version, which runs the step.
    Toolchain(String),
    /// This program, which runs the step instead of cargo.
    Program(&'static str),
}

/// Commands that check one property of the workspace.
#[derive(Debug)]
struct Step {
    name: &'static str,
    needs: Needs,
    /// The arguments of each command, separated by spaces.
    commands: Vec<String>,
}

/// The result of a step.
struct Outcome {
    name: &'static str,
    result: &'static str,
    time: Duration,
}

/// Runs the selected steps up to the first that fails, and prints the time of each.
pub fn ci(workspace: &Workspace, arguments: &Ci) -> Result<(), Failure> {
    let steps = selected(steps(workspace)?, &arguments.steps)?;
    if arguments.list {
        for step in &steps {
            print_out(&format!("{:<10}  {}", step.name, step.shown().join("\n            ")));
        }
        return Ok(());
    }
    let mut outcomes = Vec::new();
    let result = steps.iter().enumerate().try_for_each(|(at, step)| {
        let progress = format!("[{}/{}] {}", at + 1, steps.len(), step.name);
        let outcome = step.run(workspace, &progress, arguments.no_skip)?;
        let is_failure = outcome.result == FAILED;
        outcomes.push(outcome);
        let advice = format!("the step `{0}` failed; `cargo xtask ci {0}` runs it alone", step.name);
        if is_failure { Err(Failure::Message(advice)) } else { Ok(()) }
    });
    if !outcomes.is_empty() {
        print_out(&format!("\n{}", table(&outcomes)));
    }
    result
}

const PASSED: &str = "passed";
const FAILED: &str = "failed";
const SKIPPED: &str = "skipped";

impl Step {
    fn new(name: &'static str, commands: &[&str]) -> Self {
        let commands = commands.iter().map(|command| (*command).to_owned()).collect();
        Self { name, needs: Needs::Nothing, commands }
    }

    fn needing(self, needs: Needs) -> Self {
        Self { needs, ..self }
    }

    /// Returns the commands as a user would type them.
    fn shown(&self) -> Vec<String> {
        let program = match &self.needs {
            Needs::Toolchain(version) => format!("cargo +{version}"),
            Needs::Program(program) => (*program).to_owned(),
            Needs::Nothing | Needs::Target(_) => "cargo".to_owned(),
        };
        self.commands.iter().map(|command| format!("{program} {command}")).collect()
    }

    /// Runs the commands up to the first that fails.
    fn run(&self, workspace: &Workspace, progress: &str, no_skip: bool) -> Result<Outcome, Failure> {
        let start = Instant::now();
        let mut outcome = Outcome { name: self.name, result: PASSED, time: Duration::ZERO };
        if let Some(missing) = missing(&self.needs) {
            if no_skip {
                return Err(Failure::Message(format!("cannot run the step `{}`: {missing}", self.name)));
            }
            print_err(&format!("{progress}: skipped, because {missing}"));
            return Ok(Outcome { result: SKIPPED, ..outcome });
        }
        let own_target = self.own_target(workspace);
        for (arguments, shown) in self.commands.iter().zip(self.shown()) {
            print_err(&format!("{progress}: {shown}"));
            let mut command = self.command(arguments);
            if let Some(folder) = &own_target {
                // The profile of the workspace, which has no debug information either, does not apply to its packages.
                command.env("CARGO_TARGET_DIR", folder).env("CARGO_PROFILE_DEV_DEBUG", "0");
            }
            let status = command.current_dir(workspace.root()).status();
            let status = status.map_err(|error| Failure::Message(format!("cannot run `{shown}`: {error}")))?;
            if !status.success() {
                outcome.result = FAILED;
                break;
            }
        }
        if let Some(folder) = own_target.filter(|folder| folder.exists()) {
            fs::remove_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
        }
        outcome.time = start.elapsed();
        Ok(outcome)
    }

    /// Returns an unused target folder for the step that compiles packages from their archives, and `None` for the others.
    ///
    /// cargo unpacks the archives below `CARGO_HOME`, into a folder whose name depends only on the path of the target folder,
    /// and keeps an unpacked archive as long as its name is the same. In a target folder that was used before, a package
    /// would therefore be compiled with the earlier sources of its dependencies.
    fn own_target(&self, workspace: &Workspace) -> Option<PathBuf> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let name = format!("package-{}-{}", process::id(), now.as_nanos());
        (self.name == PACKAGE).then(|| workspace.root().join("target").join(name))
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = match &self.needs {
            Needs::Toolchain(version) => {
                let mut command = Command::new("rustup");
                command.args(["run", &installed_toolchain(version).unwrap_or_else(|| version.clone()), "cargo"]);
                cargo::without_package(command)
            }
            Needs::Program(program) => Command::new(program),
            Needs::Nothing | Needs::Target(_) => cargo::command(),
        };
        command.args(arguments.split(' '));
        if self.name == "docs" {
            command.env("RUSTDOCFLAGS", "-D warnings");
        }
        command
    }
}

/// Returns all steps in their order: the tests first, because they fail most often.
fn steps(workspace: &Workspace) -> Result<Vec<Step>, Failure> {
    let apis: Vec<String> = workspace.specs()?.into_iter().map(|spec| spec.name).collect();
    let types = format!("--package conversation-apis --no-default-features --features {}", apis.join(","));
    let runtime = "--package apiarist-runtime --no-default-features";
    let mut features = vec![format!("clippy {runtime} -- -D warnings")];
    features.extend(RUNTIME_FEATURES.map(|feature| format!("clippy {runtime} --features {feature} -- -D warnings")));
    features.push(format!("check {runtime} --features reqwest-no-tls,blocking"));
    // The library of the command alone, and the command without URLs.
    let command = "--package apiarist-cli --no-default-features";
    features.push(format!("clippy {command} --lib -- -D warnings"));
    features.push(format!("clippy {command} --features command -- -D warnings"));
    let published = "check --package apiarist-runtime --package conversation-apis --all-features";
    Ok(vec![
        Step::new("tests", &["test --workspace"]),
        // In the workspace, the generator enables features of serde_json that a client must not depend on. Another crate may
        // enable decoding in reqwest, which must have no effect on clients with and without their own.
        Step::new(
            "runtime",
            &[
                "test --package apiarist-runtime --features reqwest/gzip",
                "test --package apiarist-runtime --features reqwest/gzip,brotli,gzip,tracing,zstd",
            ],
        ),
        Step::new("format", &["fmt --all --check"]),
        Step::new("lints", &["clippy --workspace --all-targets -- -D warnings"]),
        // Types compile without the HTTP stack.
        Step::new("types", &[&format!("check {types}")]),
        // In browsers: the types alone, and calls by fetch.
        Step::new(
            "wasm",
            &[&format!("check --target {WASM} {types}"), &format!("check --target {WASM} --package conversation-apis")],
        )
        .needing(Needs::Target(WASM)),
        // The minimum supported Rust version of the clients.
        Step::new("oldest", &[published]).needing(Needs::Toolchain(oldest(workspace.root())?)),
        Step { name: "features", needs: Needs::Nothing, commands: features },
        Step::new("docs", &["doc --workspace --no-deps"]),
        Step::new("codegen", &["xtask codegen --check"]),
        // The vendored documents, before overlays.
        Step::new("documents", &[&documents(workspace)?]).needing(Needs::Program(VALIDATOR)),
        // Each package is compiled from its archive, with the other archives as its dependencies.
        Step::new(PACKAGE, &[&format!("package --allow-dirty --package {}", PACKAGES.join(" --package "))]),
    ])
}

/// Returns the paths of all vendored documents, relative to the workspace root and separated by spaces.
fn documents(workspace: &Workspace) -> Result<String, Failure> {
    let specs = workspace.specs()?;
    let paths = specs.iter().map(|spec| {
        let settings = workspace.settings(spec).ok_or(Failure::Reported)?;
        let document = document_in(spec.folder(), &settings);
        Ok(format!("specs/{}/{}", spec.name, document.file_name().unwrap_or_default().to_string_lossy()))
    });
    Ok(paths.collect::<Result<Vec<String>, Failure>>()?.join(" "))
}

/// Returns the steps of these names, or all if no name is given.
fn selected(steps: Vec<Step>, names: &[String]) -> Result<Vec<Step>, Failure> {
    if let Some(unknown) = names.iter().find(|name| !steps.iter().any(|step| step.name == **name)) {
        let known: Vec<&str> = steps.iter().map(|step| step.name).collect();
        return Err(Failure::Usage(format!("unknown step `{unknown}`; the steps are: {}", known.join(", "))));
    }
    Ok(steps.into_iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name)).collect())
}

/// Returns the minimum supported Rust version, `rust-version` of the workspace.
fn oldest(root: &Path) -> Result<String, Failure> {
    let path = root.join("Cargo.toml");
    let text = fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
    let manifest: toml::Table = text.parse().map_err(|error: toml::de::Error| failed(&path, &error.message()))?;
    let version = manifest.get("workspace").and_then(|workspace| workspace.get("package")?.get("rust-version"));
    let version = version.and_then(toml::Value::as_str).map(str::to_owned);
    version.ok_or_else(|| failed(&path, &"`[workspace.package]` must set `rust-version`"))
}

/// Returns the missing requirement of a step and the command that installs it, or `None` if everything is installed.
fn missing(needs: &Needs) -> Option<String> {
    match needs {
        Needs::Nothing => None,
        Needs::Target(target) => {
            let folder = output("rustc", &["--print", "target-libdir", "--target", target]);
            let is_installed = folder.is_some_and(|folder| Path::new(folder.trim()).is_dir());
            (!is_installed).then(|| format!("{target} is not installed; install it with `rustup target add {target}`"))
        }
        Needs::Toolchain(version) => {
            let is_installed = installed_toolchain(version).is_some();
            let command = format!("rustup toolchain install {version} --profile minimal");
            (!is_installed).then(|| format!("Rust {version} is not installed; install it with `{command}`"))
        }
        Needs::Program(program) => {
            let is_installed = output(program, &["--version"]).is_some();
            (!is_installed).then(|| format!("{program} is not installed; install it with `pip install {program}`"))
        }
    }
}

/// Returns the installed toolchain of a version such as `1.88`: `1.88-…` or `1.88.0-…`.
fn installed_toolchain(version: &str) -> Option<String> {
    let installed = output("rustup", &["toolchain", "list"])?;
    let names = installed.lines().filter_map(|line| line.split_whitespace().next());
    let is_version = |name: &&str| name.strip_prefix(version).is_some_and(|rest| rest.starts_with(['-', '.']));
    names.filter(is_version).map(str::to_owned).next()
}

/// Returns the standard output of a program, or `None` if it fails.
fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// Returns a line for each step that was run, and their sum.
fn table(outcomes: &[Outcome]) -> String {
    let line =
        |name: &str, result: &str, time: Duration| format!("{name:<10}  {result:<8}  {:>6.0} s\n", time.as_secs_f64());
    let lines = outcomes.iter().map(|outcome| line(outcome.name, outcome.result, outcome.time));
    let total = outcomes.iter().map(|outcome| outcome.time).sum();
    lines.chain([line("total", "", total)]).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> Workspace {
        Workspace::at(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")))
    }

    #[test]
    fn steps_are_selected_by_name_in_their_own_order() {
        let steps = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            selected(steps(&workspace()).expect("the manifest is valid"), &names)
        };
        let names: Vec<&str> = steps(&["codegen", "tests"]).expect("both exist").iter().map(|step| step.name).collect();
        assert_eq!(names, ["tests", "codegen"]);
        assert!(steps(&[]).expect("all exist").len() > 2);
        assert!(matches!(steps(&["test"]), Err(Failure::Usage(message)) if message.contains("unknown step `test`")));
    }

    #[test]
    fn every_feature_of_the_runtime_is_checked_alone() {
        let path = workspace().runtime().join("Cargo.toml");
        let manifest: toml::Table = fs::read_to_string(path).expect("a text").parse().expect("TOML");
        let declared = manifest["features"].as_table().expect("a table").keys();
        let mut declared: Vec<&str> = declared.map(String::as_str).filter(|name| *name != "default").collect();
        let mut checked = RUNTIME_FEATURES.to_vec();
        declared.sort_unstable();
        checked.sort_unstable();
        assert_eq!(checked, declared);
    }

    #[test]
    fn validator_checks_every_vendored_document() {
        let paths = documents(&workspace()).expect("the settings are valid");
        assert_eq!(paths.split(' ').count(), workspace().specs().expect("the folder exists").len());
        for path in paths.split(' ') {
            assert!(workspace().root().join(path).is_file(), "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn missing_program_skips_its_step_and_failing_program_fails_it() {
        let result = |program, no_skip| {
            let step = Step::new("documents", &["a"]).needing(Needs::Program(program));
            step.run(&workspace(), "[1/1] documents", no_skip).map(|outcome| outcome.result)
        };
        assert_eq!(result("no-such-program", false).ok(), Some(SKIPPED));
        assert!(matches!(result("no-such-program", true), Err(Failure::Message(text)) if text.contains("pip install")));
        assert_eq!(result("ls", false).ok(), Some(FAILED), "there is no file `a`");
    }

    #[test]
    fn times_are_summed() {
        let outcome = |name, time| Outcome { name, result: PASSED, time: Duration::from_secs(time) };
        let expected = "\
tests       passed       300 s
format      passed         2 s
total                    302 s";
        assert_eq!(table(&[outcome("tests", 300), outcome("format", 2)]), expected);
    }
}

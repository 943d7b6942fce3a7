//! The `apiarist` command: reads arguments, calls the library, and turns what it finds into text and exit codes.

mod arguments;
mod crate_name;
mod difference;
mod explanation;
mod pages;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;

use apiarist::Client;
use apiarist::deep_stack::on_deep_stack;
use apiarist::diagnostics::{Code, Diagnostics, Style, render, tally};
use apiarist::diff::Kind;
use apiarist::emit::RuntimeDependency;
use apiarist::files::{self, FilesError};
use apiarist::ir::Api;
use apiarist::report::{self, Census};
use apiarist::settings::{self, Settings};
use apiarist::source::{Document, SourceError, folder_of, overlays_beside};
use apiarist::unprintable::{escaped, escaped_json, shortened};
use arguments::{Arguments, Command, Format, Input, Place, Telling};
use clap::{ColorChoice, Parser};
use serde_json::Value;

/// Something was found that keeps the command from doing its work.
const FINDINGS: u8 = 1;
/// The command was not understood.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    on_deep_stack(run).unwrap_or_else(|error| {
        tell(&format!("error: no thread can be started: {error}"));
        ExitCode::from(FINDINGS)
    })
}

fn run() -> ExitCode {
    let arguments = Arguments::parse();
    // Only the first call counts, and there is only one.
    let _ = STYLE.set(style_of(arguments.color));
    match arguments.command {
        Command::Generate { input, out, name, runtime_path } => generate(&input, &out, name, runtime_path),
        Command::Check { input } => check(&input),
        Command::Outline { place } => {
            outline(&Input { place, strict: false, report: None, telling: Telling::default() })
        }
        Command::Overlay { spec, overlays, strict } => overlay(&spec, &overlays, strict),
        Command::Import { pages, out, root, strict } => pages::import(&pages, out.as_deref(), root.as_deref(), strict),
        Command::Diff { old, new, format, fail_on } => difference::diff(&old, &new, format, fail_on),
        Command::Explain { code } => explain(code.as_deref()),
    }
}

/// A document on its way through the stages, with everything found on the way.
struct Run<'a> {
    input: &'a Input,
    diagnostics: Diagnostics,
    document: Option<Document>,
    settings: Settings,
}

impl<'a> Run<'a> {
    /// Reads the settings and the document.
    fn start(input: &'a Input) -> Self {
        let mut diagnostics = Diagnostics::new().strict(input.strict);
        let settings = read_settings(&input.place, &mut diagnostics);
        let document = match read_document(&input.place) {
            Ok(document) => Some(document),
            Err(error) => {
                diagnostics.add_source_error(&error);
                None
            }
        };
        Self { input, diagnostics, document, settings: settings.unwrap_or_default() }
    }

    /// Does the rest of the work, unless something was found already that forbids it.
    fn then<T>(&mut self, stage: impl FnOnce(&Document, &Settings, &mut Diagnostics) -> Option<T>) -> Option<T> {
        if self.diagnostics.has_errors() {
            return None;
        }
        stage(self.document.as_ref()?, &self.settings, &mut self.diagnostics)
    }

    /// Tells what was found, and writes the report if one was asked for.
    fn finish(&self, api: Option<&Api>) -> Result<Census, ExitCode> {
        let document = self.document.as_ref();
        let census = document.map(|document| Census::new(document, api, &self.diagnostics)).unwrap_or_default();
        let style = style();
        let telling = &self.input.telling;
        let limit = if telling.all { usize::MAX } else { telling.limit };
        match telling.format {
            Format::Text => tell_rendered(render(document, &self.diagnostics, style, limit).trim_end()),
            Format::Json => say_json(&report::json(document, &census, &self.diagnostics)),
            Format::Sarif => {
                let folder = std::env::current_dir().unwrap_or_default();
                say_json(&report::sarif(document, &self.diagnostics, &folder));
            }
        }
        if let Some(path) = &self.input.report {
            let text = format!("{:#}\n", report::json(document, &census, &self.diagnostics));
            files::write_text(path, &escaped_json(&text)).map_err(|error| fail(&error))?;
        }
        if self.diagnostics.has_errors() {
            tell(&format!("stopped: {}", tally(&self.diagnostics)));
            return Err(ExitCode::from(FINDINGS));
        }
        Ok(census)
    }

    /// Tells in a line what became of the document, where it does not stand among what programs read.
    fn conclude(&self, census: &Census) {
        match self.input.telling.format {
            Format::Text => say(&census.summary()),
            Format::Json | Format::Sarif => tell(&census.summary()),
        }
    }
}

fn read_document(place: &Place) -> Result<Document, SourceError> {
    let overlays = if place.overlay.is_empty() { overlays_beside(&place.spec)? } else { place.overlay.clone() };
    Document::read_patched(&place.spec, place.root.as_deref().unwrap_or(&folder_of(&place.spec)), &overlays)
}

fn read_settings(place: &Place, diagnostics: &mut Diagnostics) -> Option<Settings> {
    let path = match &place.settings {
        Some(path) => path.clone(),
        None => {
            let beside = place.spec.with_file_name(settings::FILE_NAME);
            beside.exists().then_some(beside)?
        }
    };
    Settings::read(&path, diagnostics)
}

fn generate(input: &Input, out: &Path, name: Option<String>, runtime_path: Option<PathBuf>) -> ExitCode {
    if let Some(name) = name.as_ref().filter(|name| !crate_name::is_valid(name)) {
        tell(&format!("error: `{name}` is no name for a crate; use lower-case letters, digits and hyphens"));
        return ExitCode::from(USAGE);
    }
    let runtime = match runtime_path.map(|path| runtime_dependency(&path, out)).transpose() {
        Ok(dependency) => dependency.unwrap_or_else(published_runtime),
        Err(message) => {
            tell(&format!("error: {message}"));
            return ExitCode::from(USAGE);
        }
    };
    if let Err(error) = files::check_folder(out) {
        return fail(&error);
    }
    let mut run = Run::start(input);
    let client = run.then(Client::plan);
    let census = match run.finish(client.as_ref().map(Client::api)) {
        Ok(census) => census,
        Err(code) => return code,
    };
    let Some(client) = client else { return ExitCode::from(FINDINGS) };
    let name = name.unwrap_or_else(|| crate_name::from_title(&client.api().title, &input.place.spec));
    let source = input.place.spec.file_name().unwrap_or_default().to_string_lossy();
    let files = match client.standalone_crate(&name, &source, runtime) {
        Ok(files) => files,
        Err(error) => {
            tell(&error.to_string());
            return ExitCode::from(FINDINGS);
        }
    };
    let waits = || tell(&format!("waiting for another run that writes to {}", out.display()));
    let written = files::lock(out, waits).and_then(|lock| files.compare(out)?.write(&lock));
    if let Err(error) = written {
        return fail(&error);
    }
    run.conclude(&census);
    ExitCode::SUCCESS
}

fn check(input: &Input) -> ExitCode {
    let mut run = Run::start(input);
    let client = run.then(Client::plan);
    match run.finish(client.as_ref().map(Client::api)) {
        Ok(census) => {
            run.conclude(&census);
            ExitCode::SUCCESS
        }
        Err(code) => code,
    }
}

fn outline(input: &Input) -> ExitCode {
    let mut run = Run::start(input);
    let client = run.then(Client::plan);
    match (run.finish(client.as_ref().map(Client::api)), client) {
        (Ok(_), Some(client)) => {
            say(client.outline().trim_end());
            ExitCode::SUCCESS
        }
        (Err(code), _) => code,
        (Ok(_), None) => ExitCode::from(FINDINGS),
    }
}

fn overlay(spec: &Path, overlays: &[PathBuf], strict: bool) -> ExitCode {
    let mut diagnostics = Diagnostics::new().strict(strict);
    let document = match Document::read_patched(spec, &folder_of(spec), overlays) {
        Ok(document) => {
            diagnostics.add_faults(&document);
            Some(document)
        }
        Err(error) => {
            diagnostics.add_source_error(&error);
            None
        }
    };
    let style = style();
    tell_rendered(render(document.as_ref(), &diagnostics, style, usize::MAX).trim_end());
    match document.filter(|_| !diagnostics.has_errors()) {
        Some(document) => {
            say_document(document.to_text().trim_end());
            ExitCode::SUCCESS
        }
        None => ExitCode::from(FINDINGS),
    }
}

fn explain(name: Option<&str>) -> ExitCode {
    match name.map(|name| (name, Code::from_name(name), Kind::from_name(name))) {
        None => say(explanation::of_all().trim_end()),
        Some((_, Some(code), _)) => say(explanation::of(code).trim_end()),
        Some((_, None, Some(kind))) => say(explanation::of_change(kind).trim_end()),
        Some((name, None, None)) => {
            tell(&format!("error: there is no code `{name}`; `apiarist explain` lists all"));
            return ExitCode::from(USAGE);
        }
    }
    ExitCode::SUCCESS
}

/// The runtime of the same version as this generator.
fn published_runtime() -> RuntimeDependency {
    RuntimeDependency::Version(env!("CARGO_PKG_VERSION").to_owned())
}

/// The runtime in a folder, as a path from the crate to be written; an absolute path stays absolute.
fn runtime_dependency(path: &Path, out: &Path) -> Result<RuntimeDependency, String> {
    if !path.join("Cargo.toml").is_file() {
        return Err(format!("{} holds no crate", path.display()));
    }
    let absolute = |path: &Path| std::path::absolute(path).map_err(|error| format!("{}: {error}", path.display()));
    if path.is_absolute() {
        return Ok(RuntimeDependency::Path(path.display().to_string()));
    }
    let target = fs::canonicalize(path).map_err(|error| format!("{}: {error}", path.display()))?;
    // The crate may not be there yet, but what it will stand in decides what `..` means.
    let out = absolute(out)?;
    let existing = out.ancestors().find(|folder| folder.exists()).unwrap_or(&out);
    let rest = out.strip_prefix(existing).unwrap_or(Path::new("")).to_owned();
    let base = fs::canonicalize(existing).map_err(|error| format!("{}: {error}", existing.display()))?.join(rest);
    let shared = target.components().zip(base.components()).take_while(|(a, b)| a == b).count();
    let up = base.components().skip(shared).map(|_| Path::new(".."));
    let down: PathBuf = target.components().skip(shared).collect();
    let path = up.collect::<PathBuf>().join(down);
    // Cargo reads forward slashes everywhere.
    Ok(RuntimeDependency::Path(path.display().to_string().replace('\\', "/")))
}

fn fail(error: &FilesError) -> ExitCode {
    tell(&format!("error: {error}"));
    ExitCode::from(FINDINGS)
}

/// How findings are printed, as the arguments say; set once, before any command starts.
static STYLE: OnceLock<Style> = OnceLock::new();

fn style() -> Style {
    *STYLE.get_or_init(|| style_of(ColorChoice::Auto))
}

fn style_of(color: ColorChoice) -> Style {
    let wanted = match color {
        ColorChoice::Auto => None,
        ColorChoice::Always => Some(true),
        ColorChoice::Never => Some(false),
    };
    Style::choose(wanted, io::stderr().is_terminal(), |name| std::env::var_os(name))
}

/// Prints a result, in which nothing drives the terminal. Nobody is there to be told when that fails.
fn say(text: &str) {
    let _ = writeln!(io::stdout(), "{}", escaped(text));
}

/// Prints JSON for programs.
fn say_json(value: &Value) {
    let _ = writeln!(io::stdout(), "{}", escaped_json(&format!("{value:#}")));
}

/// Prints a document: as it is for a file or a program, with nothing that drives a terminal on one.
fn say_document(text: &str) {
    if io::stdout().is_terminal() {
        say(text);
    } else {
        let _ = writeln!(io::stdout(), "{text}");
    }
}

/// Prints a message to the terminal.
fn tell(message: &str) {
    let lines: Vec<_> = message.split('\n').map(shortened).collect();
    tell_rendered(&escaped(&lines.join("\n")));
}

/// Prints findings, whose texts [`render`] has escaped and whose colors must stay.
fn tell_rendered(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(io::stderr(), "{text}");
    }
}

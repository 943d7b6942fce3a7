//! The `explain` command: prints the page of a diagnostic code or of a kind of change.

use std::process::ExitCode;

use apiarist::diagnostics::{Code, Effect, ExampleFile};
use apiarist::diff::{ChangeKind, Direction};
use apiarist_cli::terminal::{print_err, print_out};

use crate::USAGE;

/// The effects with their meanings, most severe first.
const EFFECTS: [(Effect, &str); 5] = [
    (Effect::Fatal, "no files are written"),
    (Effect::Skipped, "a part of the document is skipped"),
    (Effect::Degraded, "a part of the document is represented incompletely"),
    (Effect::Repaired, "a mistake in the document is fixed without loss"),
    (Effect::Noted, "information only; nothing is lost or changed"),
];

/// Prints the page of a code, or the list of all codes.
pub fn explain(name: Option<&str>) -> ExitCode {
    match name.map(|name| (name, Code::from_name(name), ChangeKind::from_name(name))) {
        None => print_out(of_all().trim_end()),
        Some((_, Some(code), _)) => print_out(of(code).trim_end()),
        Some((_, None, Some(kind))) => print_out(of_change(kind).trim_end()),
        Some((name, None, None)) => {
            print_err(&format!("error: unknown code `{name}`\nhelp: `apiarist explain` lists all codes"));
            return ExitCode::from(USAGE);
        }
    }
    ExitCode::SUCCESS
}

/// Returns the page of a code as text.
fn of(code: Code) -> String {
    let page = code.page();
    let mut text = format!("{code} ({}): {}\n\n{}\n", code.effect(), page.title, page.explanation);
    for (title, files) in [("Example", &page.example), ("Fixed", &page.fixed)] {
        for file in files {
            text.push_str(&format!("\n{}:\n\n{}", heading(title, file), indented(file.text)));
        }
    }
    text
}

/// Returns the page of a kind of change as text.
fn of_change(kind: ChangeKind) -> String {
    let page = kind.page();
    let (request, response) = (kind.wire(Direction::Request), kind.wire(Direction::Response));
    let levels = match request == response {
        true => format!("{request} on the wire"),
        false => format!("{request} in requests, {response} in responses"),
    };
    let paragraphs = [("On the wire", page.wire), ("In Rust", page.rust), ("What to do", page.action)];
    let mut text = format!("{kind} ({levels}): {}\n", page.change);
    for (title, said) in paragraphs {
        text.push_str(&format!("\n{title}: {said}\n"));
    }
    text
}

/// Returns the title of an example, with the name of the file unless it is a document.
fn heading(title: &str, file: &ExampleFile) -> String {
    match file.name {
        Some(name) if !name.starts_with("openapi.") => format!("{title}, in {name}"),
        _ => title.to_owned(),
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}

/// Returns every code with its title, by effect.
fn of_all() -> String {
    let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or_default();
    let mut text = String::new();
    for (effect, meaning) in EFFECTS {
        text.push_str(&format!("{effect}: {meaning}\n"));
        for code in Code::ALL.iter().filter(|code| code.effect() == effect) {
            text.push_str(&format!("  {:width$}  {}\n", code.name(), code.page().title));
        }
        text.push('\n');
    }
    let width = ChangeKind::ALL.iter().map(|kind| kind.name().len()).max().unwrap_or_default();
    text.push_str("changes that `apiarist diff` reports\n");
    for kind in ChangeKind::ALL {
        text.push_str(&format!("  {:width$}  {}\n", kind.name(), kind.page().change));
    }
    text.push('\n');
    text + "`apiarist explain CODE` explains one of them.\n"
}

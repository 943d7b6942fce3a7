//! The `check` and `outline` commands, and the first steps of every command that takes a document: opening it and
//! reporting its diagnostics.

use std::process::ExitCode;

use apiarist::diagnostics::tally;
use apiarist::report::{self, Census};
use apiarist::unprintable::escaped_json;
use apiarist::{Project, ProjectOptions, files};
use apiarist_cli::terminal::{print_diagnostics, print_err, print_json, print_out};

use crate::arguments::{DocumentArgs, Format, Input};
use crate::document_source::DocumentSource;
use crate::progress::{is_quiet, print_note};
use crate::{FINDINGS, USAGE, fail};

/// Does everything that `generate` does, but writes nothing.
pub fn check(input: &Input) -> ExitCode {
    match open(input, &options(&input.document)) {
        Ok((_, census)) => {
            conclude(input, &census);
            ExitCode::SUCCESS
        }
        Err(code) => code,
    }
}

/// Prints the public surface of the client.
pub fn outline(input: &Input) -> ExitCode {
    match open(input, &options(&input.document)) {
        Ok((project, _)) => {
            print_out(project.client().outline().trim_end());
            ExitCode::SUCCESS
        }
        Err(code) => code,
    }
}

/// Returns the options for opening a document with the arguments of the command line.
pub fn options(arguments: &DocumentArgs) -> ProjectOptions {
    let options = Project::options().settings(arguments.settings.clone()).names_lock(arguments.names_lock.clone());
    let options = options.root(arguments.root.clone()).overlays(arguments.overlay.iter().cloned());
    arguments.selection.apply(options)
}

/// Opens a document, prints its diagnostics, and writes the report if one is requested.
pub fn open(input: &Input, options: &ProjectOptions) -> Result<(&'static Project, Census), ExitCode> {
    let document = &input.document;
    if document.root.is_some() && !matches!(document.document, DocumentSource::File(_)) {
        print_err("error: `--root` requires a document in a file, because other documents cannot reference files");
        return Err(ExitCode::from(USAGE));
    }
    let opened = document.document.open(&options.clone().strict(input.strict)).map_err(|message| {
        print_err(&format!("error: {message}"));
        ExitCode::from(FINDINGS)
    })?;
    let (document, diagnostics, census) = match &opened {
        Ok(project) => (Some(project.document()), project.diagnostics(), project.census()),
        Err(error) => {
            let census = error.document().map(|document| Census::new(document, None, error.diagnostics()));
            (error.document(), error.diagnostics(), census.unwrap_or_default())
        }
    };
    let limit = if input.diagnostics.all { usize::MAX } else { input.diagnostics.limit };
    match input.diagnostics.format {
        Format::Text => print_diagnostics(document, diagnostics, limit),
        Format::Json => print_json(&report::json(document, &census, diagnostics)),
        Format::Sarif => {
            let folder = std::env::current_dir().unwrap_or_default();
            print_json(&report::sarif(document, diagnostics, &folder));
        }
    }
    if let Some(path) = &input.report {
        let text = format!("{:#}\n", report::json(document, &census, diagnostics));
        files::write_text(path, &escaped_json(&text)).map_err(|error| fail(&error))?;
    }
    match opened {
        // The process ends with the command, so releasing the memory of the project would only take time.
        Ok(project) => Ok((Box::leak(Box::new(project)), census)),
        Err(error) => {
            print_err(&format!("stopped: {}", tally(error.diagnostics())));
            Err(ExitCode::from(FINDINGS))
        }
    }
}

/// Prints one line of statistics, on standard error if standard output contains a report for programs.
pub fn conclude(input: &Input, census: &Census) {
    match input.diagnostics.format {
        Format::Text if is_quiet() => {}
        Format::Text => print_out(&census.summary()),
        Format::Json | Format::Sarif => print_note(&census.summary()),
    }
}

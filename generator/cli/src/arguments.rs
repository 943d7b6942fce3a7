//! The arguments of the `apiarist` command.

use std::path::{Path, PathBuf};

use apiarist::ProjectOptions;
use apiarist::diff::FITS_A_COMMENT;
use apiarist::settings::{OperationPattern, RuntimeSource};
use apiarist_cli::terminal::{DIAGNOSTICS_LIMIT, Output};
use clap::builder::{OsStringValueParser, PathBufValueParser, TypedValueParser, ValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::document_source::DocumentSource;
use crate::help;

/// The headings of the groups of options.
const INPUT: &str = "Input options";
const OUTPUT: &str = "Output options";
const DIAGNOSTICS: &str = "Diagnostic options";

/// Generate Rust clients from OpenAPI documents
#[derive(Debug, Parser)]
#[command(name = "apiarist", version, arg_required_else_help = true, after_help = help::OVERVIEW)]
pub struct Arguments {
    /// The command to run.
    #[command(subcommand)]
    pub command: Command,
    /// The format in which diagnostics are printed.
    #[command(flatten)]
    pub output: Output,
    /// Print only results, diagnostics and errors: no counts, progress or next steps
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a project: write settings, and a document if there is none
    ///
    /// Writes `apiarist.toml` with environment variables derived from the document, and `apiarist.schema.json`, by which
    /// editors complete and check the settings. Without a document in the folder, --from copies one, or else a
    /// document to start from is written. Existing files are not replaced.
    #[command(after_long_help = help::INIT, verbatim_doc_comment)]
    Init {
        /// The folder, which is created if it does not exist
        #[arg(value_name = "DIR", default_value = ".")]
        folder: PathBuf,
        /// Copy this document to the folder: a file, an `https://` URL, or `-` for standard input
        #[arg(long, value_name = "DOCUMENT", value_parser = source_parser())]
        from: Option<DocumentSource>,
    },
    /// Generate a complete crate from a document
    ///
    /// Nothing is written if the document or its settings have an error. If the folder already contains a generated
    /// crate, the crate is updated: unchanged files are not touched, generated files that are no longer needed are
    /// removed, and all other files are left alone.
    ///
    /// Names that an update of the document could change are recorded in `names.lock`, and the next run keeps them. The
    /// file is written if --names-lock is set, or if the document's folder contains `apiarist.toml` or `names.lock`.
    #[command(after_long_help = help::GENERATE, verbatim_doc_comment)]
    Generate(GenerateArgs),
    /// Report what `generate` would do, without writing a crate
    ///
    /// Prints the same diagnostics and counts as `generate`. The only file that is written is that of --report.
    #[command(after_long_help = help::CHECK)]
    Check {
        /// The document, its settings and the diagnostics.
        #[command(flatten)]
        input: Input,
    },
    /// Print the public API of the client, one item per line
    #[command(after_long_help = help::OUTLINE)]
    Outline {
        /// The document and its settings.
        #[command(flatten)]
        document: DocumentArgs,
    },
    /// Print a document with overlays applied
    ///
    /// The output is YAML or JSON, like the document. Settings and the folder `overlays/` are not read.
    #[command(after_long_help = help::OVERLAY)]
    Overlay {
        /// OpenAPI 3.x or Swagger 2.0 document in YAML or JSON
        #[arg(value_name = "DOCUMENT")]
        document: PathBuf,
        /// Overlays (Overlay Specification 1.0 or 1.1), applied in this order
        #[arg(required = true, value_name = "OVERLAY")]
        overlays: Vec<PathBuf>,
        /// Treat every overlay action that matches nothing as an error
        #[arg(long)]
        strict: bool,
    },
    /// Convert documentation pages to an OpenAPI document
    ///
    /// For providers that publish documentation but no document. Supported pages are Markdown with a fenced code block
    /// that contains a document or an endpoint (as exported by Mintlify), Markdown references with the headings
    /// `Parameters`, `Request body` and `Responses`, and `.mdx` pages whose front matter references a document.
    ///
    /// Missing information is reported with page and line, and never guessed. Nothing is written after an error.
    #[command(after_long_help = help::IMPORT, verbatim_doc_comment)]
    Import {
        /// Pages in order of precedence; a folder includes all pages in it and in its subfolders
        #[arg(required = true, value_name = "PAGE")]
        pages: Vec<PathBuf>,
        /// Write the document to FILE, as JSON if its name ends with `.json`, or else as YAML [default: standard output, as
        /// YAML]
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Allow references only to documents in DIR [default: the folder passed as PAGE, or the folder of the page]
        #[arg(long, value_name = "DIR")]
        root: Option<PathBuf>,
        /// Treat every loss as an error: a page that is skipped or lacks information
        #[arg(long)]
        strict: bool,
    },
    /// Compare the clients of two versions of a document
    ///
    /// Reports each change with its code, its location in both documents and its level, both on the wire (a client of
    /// the old document calling a server of the new one) and in Rust (a program compiled against the client), and
    /// the version bump that the client requires. Different notations of the same content are not changes.
    ///
    /// The settings of each document are read from `apiarist.toml` in its folder, and its locked names from `names.lock`.
    #[command(after_long_help = help::DIFF, verbatim_doc_comment)]
    Diff {
        /// The old version of the document
        #[arg(value_name = "OLD")]
        old: PathBuf,
        /// The new version of the document
        #[arg(value_name = "NEW")]
        new: PathBuf,
        /// Select the format of the report
        #[arg(long, value_enum, value_name = "FORMAT", default_value_t = DiffFormat::Text)]
        format: DiffFormat,
        /// Leave out the least important changes of a Markdown report that is larger, and count them; 0 for no limit
        #[arg(long, value_name = "BYTES", default_value_t = FITS_A_COMMENT)]
        max_bytes: usize,
        /// Exit with code 1 if there is a change of this level that is not accepted
        #[arg(long, value_enum, value_name = "LEVEL")]
        fail_on: Option<FailOn>,
        /// Read the locked names of both documents from FILE [default: `names.lock` in the folder of each document]
        #[arg(long, value_name = "FILE", value_parser = lock_parser())]
        names_lock: Option<PathBuf>,
        /// The operations to compare.
        #[command(flatten)]
        selection: Selection,
    },
    /// Explain the code of a diagnostic or a change
    ///
    /// Prints the meaning of the code, an example, and how to fix it.
    #[command(after_long_help = help::EXPLAIN)]
    Explain {
        /// The code in brackets after `error`, `warning`, `note` or the level of a change [default: list all codes]
        #[arg(value_name = "CODE")]
        code: Option<String>,
    },
    /// Print the completion script of a shell
    #[command(after_long_help = help::COMPLETIONS)]
    Completions {
        /// The shell
        #[arg(value_enum, value_name = "SHELL")]
        shell: Shell,
    },
    /// Write manual pages
    ///
    /// Writes a page for `apiarist` and for each command, such as `apiarist-generate.1`.
    #[command(after_long_help = help::MAN)]
    Man {
        /// Write the pages to DIR, which is created if it does not exist
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

/// The arguments of `generate`.
#[derive(Debug, Args)]
pub struct GenerateArgs {
    /// The document, its settings and the diagnostics.
    #[command(flatten)]
    pub input: Input,
    /// Write the crate to DIR, which must be new, empty, or generated earlier
    #[arg(long, value_name = "DIR", help_heading = OUTPUT, required_unless_present = "module")]
    pub out: Option<PathBuf>,
    /// Write a module to DIR in the `src` folder of an existing crate, such as `src/api`, instead of a crate
    #[arg(long, value_name = "DIR", help_heading = OUTPUT, conflicts_with_all = ["out", "name"])]
    pub module: Option<PathBuf>,
    /// Write only the types, without operations and a client
    #[arg(long, help_heading = OUTPUT)]
    pub types_only: bool,
    /// Set the name of the crate [default: unchanged, or derived from the document's title]
    #[arg(long, value_name = "NAME", help_heading = OUTPUT)]
    pub name: Option<String>,
    /// Set the source of the runtime: `vendored`, `registry`, `registry=VERSION` or `path=DIR` [default: `runtime` in
    /// `apiarist.toml`, or `vendored`]
    ///
    /// `vendored` writes a copy of the runtime to `DIR/runtime`, so that the crate builds without a published runtime.
    #[arg(long, value_name = "SOURCE", help_heading = OUTPUT)]
    pub runtime: Option<RuntimeSource>,
    /// Assign all names again, ignoring names.lock, and rewrite names.lock
    #[arg(long, help_heading = OUTPUT)]
    pub rename: bool,
    /// Replace files that were edited since they were written, such as `Cargo.toml` [default: stop with an error]
    #[arg(long, help_heading = OUTPUT)]
    pub discard_edits: bool,
}

/// The format of a comparison's report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Human-readable text
    Text,
    /// Markdown for the description of a pull request
    Markdown,
    /// JSON with the complete report
    Json,
    /// SARIF 2.1.0 for code review tools
    Sarif,
}

/// The level of changes at which a comparison fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Changes that can break programs or requests
    Breaking,
}

/// The document and its settings.
#[derive(Debug, Args)]
pub struct DocumentArgs {
    /// OpenAPI 3.x or Swagger 2.0 document in YAML or JSON: a file, which may reference other files, a folder with
    /// `apiarist.toml`, an `https://` URL, or `-` for standard input
    ///
    /// A document from a URL or standard input must be complete in itself. Its folder is the current one.
    #[arg(value_name = "DOCUMENT", value_parser = source_parser())]
    pub document: DocumentSource,
    /// Read settings from FILE [default: `apiarist.toml` in the document's folder, if it exists]
    #[arg(long, value_name = "FILE", help_heading = INPUT)]
    pub settings: Option<PathBuf>,
    /// Keep the names recorded in FILE [default: `names.lock` in the document's folder, if it exists]
    #[arg(long, value_name = "FILE", value_parser = lock_parser(), help_heading = INPUT)]
    pub names_lock: Option<PathBuf>,
    /// Apply an overlay; can be repeated [default: every overlay in `overlays/` in the document's folder]
    #[arg(long, value_name = "FILE", help_heading = INPUT)]
    pub overlay: Vec<PathBuf>,
    /// Allow references only to files in DIR [default: the document's folder]
    #[arg(long, value_name = "DIR", help_heading = INPUT)]
    pub root: Option<PathBuf>,
    /// The selection of operations.
    #[command(flatten)]
    pub selection: Selection,
}

/// The selection of operations and webhooks.
#[derive(Clone, Debug, Default, Args)]
pub struct Selection {
    /// Select operations, such as `POST /v1/chat/*`, `listModels` or `tag:Chat`, instead of those that the settings
    /// include; can be repeated
    #[arg(long, value_name = "PATTERN", help_heading = INPUT)]
    pub include: Vec<OperationPattern>,
    /// Exclude operations, in addition to those that the settings exclude; can be repeated
    #[arg(long, value_name = "PATTERN", help_heading = INPUT)]
    pub exclude: Vec<OperationPattern>,
}

impl Selection {
    /// Returns `true` if any option is set.
    pub fn is_set(&self) -> bool {
        !self.include.is_empty() || !self.exclude.is_empty()
    }

    /// Adds the selection to the options for opening a document.
    pub fn apply(&self, options: ProjectOptions) -> ProjectOptions {
        options.include(self.include.iter().cloned()).exclude(self.exclude.iter().cloned())
    }
}

/// Parses the source of a document.
fn source_parser() -> ValueParser {
    OsStringValueParser::new().map(DocumentSource::from).into()
}

/// Parses the path of a lock file. The extension prevents the lock from replacing another generated file.
fn lock_parser() -> ValueParser {
    let is_lock = |path: &Path| path.extension().is_some_and(|extension| extension == "lock");
    let checked =
        move |path: PathBuf| if is_lock(&path) { Ok(path) } else { Err("the file name must end with `.lock`") };
    PathBufValueParser::new().try_map(checked).into()
}

/// The document, its settings, and the handling of its diagnostics.
#[derive(Debug, Args)]
pub struct Input {
    /// The document and its settings.
    #[command(flatten)]
    pub document: DocumentArgs,
    /// Treat every loss as an error: a part of the document that is skipped or represented incompletely
    #[arg(long, help_heading = DIAGNOSTICS)]
    pub strict: bool,
    /// The output of diagnostics.
    #[command(flatten)]
    pub diagnostics: DiagnosticArgs,
    /// Write counts and all diagnostics to FILE as JSON
    #[arg(long, value_name = "FILE", help_heading = DIAGNOSTICS)]
    pub report: Option<PathBuf>,
}

/// The output of diagnostics.
#[derive(Debug, Args)]
pub struct DiagnosticArgs {
    /// Select the format of diagnostics
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text, help_heading = DIAGNOSTICS)]
    pub format: Format,
    /// Show at most N diagnostics as text
    #[arg(long, value_name = "N", default_value_t = DIAGNOSTICS_LIMIT, help_heading = DIAGNOSTICS)]
    pub limit: usize,
    /// Show all diagnostics as text
    #[arg(long, conflicts_with = "limit", help_heading = DIAGNOSTICS)]
    pub all: bool,
}

impl Default for DiagnosticArgs {
    fn default() -> Self {
        Self { format: Format::Text, limit: DIAGNOSTICS_LIMIT, all: false }
    }
}

/// The format of diagnostics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Human-readable text on standard error
    Text,
    /// JSON with counts and all diagnostics on standard output, as in --report
    Json,
    /// SARIF 2.1.0 with all diagnostics on standard output, for code review tools
    Sarif,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_command_has_examples_and_every_argument_has_help() {
        for command in Arguments::command().get_subcommands() {
            let name = command.get_name();
            let examples = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
            assert!(command.get_about().is_some() && examples.starts_with("Examples:\n  apiarist "), "{name}");
            for argument in command.get_arguments() {
                assert!(argument.get_help().is_some(), "{name}: {}", argument.get_id());
            }
        }
    }

    #[test]
    fn examples_are_valid_commands() {
        let texts = [
            help::OVERVIEW,
            help::GENERATE,
            help::CHECK,
            help::OUTLINE,
            help::OVERLAY,
            help::IMPORT,
            help::DIFF,
            help::EXPLAIN,
            help::INIT,
            help::COMPLETIONS,
            help::MAN,
        ];
        let lines = texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.strip_prefix("  apiarist "));
        let mut count = 0;
        for line in lines {
            let command = ["  ", " | ", " > "]
                .iter()
                .filter_map(|end| line.find(end))
                .min()
                .map_or(line, |at| line.get(..at).unwrap_or(line));
            let arguments = std::iter::once("apiarist").chain(command.split_whitespace());
            assert!(Arguments::try_parse_from(arguments).is_ok(), "{command}");
            count += 1;
        }
        assert!(count > 20, "{count}");
    }

    #[test]
    fn documented_commands_are_valid() {
        let commands = apiarist_test_support::markdown::documented_commands("apiarist");
        assert!(!commands.is_empty(), "no command is documented");
        for command in commands {
            let parsed = Arguments::try_parse_from(&command.arguments);
            assert!(parsed.is_ok(), "{}: {}", command.location, parsed.unwrap_err());
        }
    }
}

//! The arguments of the `apiarist` command.

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};

/// Turns OpenAPI documents into Rust clients.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// When findings are printed in color; `auto` is on a terminal, unless `NO_COLOR` or `CLICOLOR=0` is set
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub color: ColorChoice,
}

const EXAMPLES: &str = "\
Examples:
  apiarist check openapi.yaml                       What would become of this document?
  apiarist generate openapi.yaml --out pets         Write the crate `pets`
  apiarist outline openapi.yaml | less              Show the public surface of the client
  apiarist check openapi.yaml --format sarif        The same for a tool that reviews code
  apiarist import pages/ --out openapi.yaml         Make a document of documentation pages
  apiarist diff old.yaml new.yaml                   What does this update mean for programs?
  apiarist explain ambiguous-union                  What does this finding mean?

Settings are read from `apiarist.toml` beside the document, when there is one.
Exit codes: 0 good, 1 something was found that stops the work, 2 the command was not understood.";

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Writes a complete crate
    ///
    /// Nothing is written when something is found that stops the work. A crate that was written before is brought up to
    /// date: files that do not change are not touched, files of ours that are no longer needed are removed, and files
    /// that others wrote are left alone.
    #[command(after_help = GENERATE_EXAMPLES)]
    Generate {
        /// Where the document and its settings are
        #[command(flatten)]
        input: Input,
        /// The folder of the crate; new, empty, or written by this command before
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The name of the crate [default: made of the document's title]
        #[arg(long, value_name = "CRATE")]
        name: Option<String>,
        /// The folder of the crate `apiarist-runtime` [default: the published version]
        #[arg(long, value_name = "DIR")]
        runtime_path: Option<PathBuf>,
    },
    /// Does everything that `generate` does, but writes nothing
    Check {
        /// Where the document and its settings are
        #[command(flatten)]
        input: Input,
    },
    /// Prints the public surface of the client, one line for each thing
    Outline {
        /// Where the document and its settings are
        #[command(flatten)]
        place: Place,
    },
    /// Prints the document with overlays applied to it, as YAML or JSON like the document itself
    Overlay {
        /// The document
        spec: PathBuf,
        /// Overlays (Overlay Specification 1.0 or 1.1), applied one after the other
        #[arg(required = true)]
        overlays: Vec<PathBuf>,
        /// Makes it an error when an action of an overlay matches nothing
        #[arg(long)]
        strict: bool,
    },
    /// Makes one OpenAPI document of documentation pages, for providers that publish no document
    ///
    /// Read are pages that hold a document or one endpoint in a block between fences (as Mintlify exports them), Markdown
    /// references with the headings `Parameters`, `Request body` and `Responses`, and `.mdx` pages whose front matter points
    /// into a document. What pages cannot say is told, with its page and line; nothing is made up. Nothing is written when
    /// something is found that stops the work.
    #[command(after_help = IMPORT_EXAMPLES)]
    Import {
        /// The pages, in the order in which they count; a folder stands for all pages in it
        #[arg(required = true, value_name = "PAGE")]
        pages: Vec<PathBuf>,
        /// The file to write, as JSON when it ends with `.json`, else as YAML [default: standard output, as YAML]
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// The folder in which documents must be that pages point into [default: the folder given, or that of the page]
        #[arg(long, value_name = "DIR")]
        root: Option<PathBuf>,
        /// Makes every loss an error: a page that is left out, or that says too little
        #[arg(long)]
        strict: bool,
    },
    /// Tells what an update of a document means for whoever uses the client
    ///
    /// Each change is told with its code, where it was and is, and what it means: on the wire, for a client of the old
    /// document that talks to a server of the new one, and in Rust, for programs that use the client. All together say
    /// which step of the version the client needs. What documents say in other words is no change.
    #[command(after_help = DIFF_EXAMPLES)]
    Diff {
        /// The document as it was; its settings are read from `apiarist.toml` beside it
        old: PathBuf,
        /// The document as it is; its settings are read from `apiarist.toml` beside it
        new: PathBuf,
        /// How changes are told, on standard output
        #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
        format: DiffFormat,
        /// Fails when there is a change of this level
        #[arg(long, value_enum, value_name = "LEVEL")]
        fail_on: Option<FailOn>,
    },
    /// Explains the code of a finding, with an example and how to mend it, or that of a change
    Explain {
        /// The code, as it stands in brackets after `warning`, `error` or the level of a change [default: lists all codes]
        code: Option<String>,
    },
}

const GENERATE_EXAMPLES: &str = "\
Examples:
  apiarist generate openapi.yaml --out pets
  apiarist generate openapi.json --out pets --name pet-store --strict
  apiarist generate openapi.yaml --out pets --runtime-path ../apiarist/runtime --report report.json";

const IMPORT_EXAMPLES: &str = "\
Examples:
  apiarist import get-conversation.md                            Show the document of one page
  apiarist import pages/ --out specs/acme/openapi.yaml           All pages of a folder, as one document
  apiarist import a.md b.md --out acme.json --strict             As JSON, and only if nothing is lost
  apiarist import docs/api/get.mdx --root docs --out acme.yaml   A page that points into docs/openapi.json";
const DIFF_EXAMPLES: &str = "\
Examples:
  apiarist diff old/openapi.yaml new/openapi.yaml
  apiarist diff old.yaml new.yaml --fail-on breaking        Fail where programs would have to change
  apiarist diff old.yaml new.yaml --format markdown         For the description of a pull request
  apiarist explain property-became-optional                 What does this change mean?

A change that is known is accepted in the `apiarist.toml` beside the new document, with a reason, and does not count for
--fail-on. An entry that matches no change is an error:
  [[accept]]
  code = \"operation-removed\"
  place = \"GET /pets\"
  reason = \"Nobody called it.\"

As JSON a report has `verdict` (major, minor, patch or none), `counts` by level, `changes` and `stale`. A change has `code`,
`level`, `wire`, `rust`, `direction`, `subject`, `message`, `meaning`, `effects` (each with `effect`, `level` and `text`),
`before` and `after` (each with `path`, `line`, `column` and `pointer`, or null), `operations` and `accepted`.

Exit codes: 0 good, 1 a change of the level of --fail-on, a stale [[accept]] or a document that cannot be read, 2 the
command was not understood.";

/// The format of a comparison's report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Text for people at a terminal
    Text,
    /// Markdown for the description of a pull request
    Markdown,
    /// All that is known of each change, as JSON
    Json,
    /// SARIF 2.1.0, for tools that review code
    Sarif,
}

/// The level of changes at which a comparison fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Programs or requests of before may no longer work
    Breaking,
}

/// Where the document and its settings are.
#[derive(Debug, Args)]
pub struct Place {
    /// The document: OpenAPI 3.x or Swagger 2.0, as YAML or JSON, in one file or several
    pub spec: PathBuf,
    /// The settings [default: `apiarist.toml` beside the document, if it exists]
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// The folder in which other files must be that the document refers to [default: the folder of the document]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// An overlay to apply to the document; may be given several times [default: those in `overlays/` beside it]
    #[arg(long, value_name = "FILE")]
    pub overlay: Vec<PathBuf>,
}

/// Where the document and its settings are, and how strictly it is taken.
#[derive(Debug, Args)]
pub struct Input {
    /// Where the document and its settings are
    #[command(flatten)]
    pub place: Place,
    /// Makes every loss an error: a piece that is left out, or that says less than the document
    #[arg(long)]
    pub strict: bool,
    /// Writes counts and all findings to this file as JSON
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// How findings are told
    #[command(flatten)]
    pub telling: Telling,
}

/// The default number of diagnostics that are shown; the rest is counted.
const LIMIT: usize = 20;

/// How findings are told.
#[derive(Debug, Args)]
pub struct Telling {
    /// Text for people on standard error, or a report of everything for programs on standard output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// How many findings are shown as text before the rest is only counted
    #[arg(long, value_name = "N", default_value_t = LIMIT)]
    pub limit: usize,
    /// Shows all findings
    #[arg(long, conflicts_with = "limit")]
    pub all: bool,
}

impl Default for Telling {
    fn default() -> Self {
        Self { format: Format::Text, limit: LIMIT, all: false }
    }
}

/// The format of diagnostics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text for people
    Text,
    /// Counts and all findings as JSON, as `--report` writes them
    Json,
    /// All findings as SARIF 2.1.0, for tools that review code
    Sarif,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}

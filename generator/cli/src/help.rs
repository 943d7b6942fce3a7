//! Texts after the options of `--help`: examples, exit codes, files and environment variables.

pub const OVERVIEW: &str = "\
Examples:
  apiarist init                                Start a project in the current folder
  apiarist check openapi.yaml                  Report problems without writing files
  apiarist generate openapi.yaml --out pets    Write a client to the folder `pets`
  apiarist outline openapi.yaml | less         Browse the public API of the client
  apiarist diff old.yaml new.yaml              Find breaking changes between two versions
  apiarist explain ambiguous-union             Explain a diagnostic

Files:
  apiarist.toml    Settings, read from the document's folder
  names.lock       Names of the previous run, read from the document's folder and kept
  overlays/        Overlays, read from the document's folder and applied in the order of their names

Exit codes:
  0  Success
  1  An error in the input, or a file that cannot be read or written
  2  Invalid arguments

Environment variables:
  NO_COLOR          Disables color
  CLICOLOR_FORCE    Enables color, even if standard error is not a terminal
  CLICOLOR=0        Disables color on a terminal

`apiarist help COMMAND` describes a command in detail.";

pub const GENERATE: &str = "\
Examples:
  apiarist generate openapi.yaml --out pets
  apiarist generate openapi.json --out pets --name pet-store --strict
  apiarist generate openapi.yaml --out pets --names-lock pets/names.lock
  apiarist generate openapi.yaml --out pets --include tag:Pets --exclude deletePet
  apiarist generate openapi.yaml --module src/api
  apiarist generate https://example.com/openapi.json --out pets
  curl -s https://example.com/openapi.json | apiarist generate - --out pets
  apiarist generate openapi.yaml --out pets --runtime registry --report report.json
  apiarist generate openapi.yaml --out pets --runtime path=../apiarist/runtime";

pub const CHECK: &str = "\
Examples:
  apiarist check openapi.yaml
  apiarist check openapi.yaml --strict                          Fail if any part of the document is lost
  apiarist check openapi.yaml --overlay fixes.yaml              Check the document with a fix applied
  apiarist check openapi.yaml --format sarif > apiarist.sarif   Annotate a pull request";

pub const OUTLINE: &str = "\
Examples:
  apiarist outline openapi.yaml | less
  apiarist outline openapi.yaml | grep 'fn '    List the methods";

pub const OVERLAY: &str = "\
Examples:
  apiarist overlay openapi.yaml overlays/fixes.yaml > fixed.yaml
  apiarist overlay openapi.json first.yaml second.yaml --strict";

pub const IMPORT: &str = "\
Examples:
  apiarist import get-conversation.md                            Print the document of one page
  apiarist import pages/ --out specs/acme/openapi.yaml           Combine all pages of a folder
  apiarist import a.md b.md --out acme.json --strict             Write JSON, and only if nothing is lost
  apiarist import docs/api/get.mdx --root docs --out acme.yaml   Import a page that references docs/openapi.json";

pub const DIFF: &str = "\
Examples:
  apiarist diff old/openapi.yaml new/openapi.yaml
  apiarist diff old.yaml new.yaml --fail-on breaking     Exit with code 1 after a breaking change
  apiarist diff old.yaml new.yaml --format markdown      Print a description for a pull request
  apiarist diff old.yaml new.yaml --include tag:Pets     Compare only some operations
  apiarist explain property-became-optional              Explain a change

Markdown report:
  Breaking changes come first, each with the lines of Rust before and after and the edit of a caller. All others are folded.
  If the report is larger than --max-bytes, changes of the documentation are left out first, then compatible ones, and the
  report counts them. The default fits into a comment on GitHub.

Accepted changes:
  An [[accept]] entry in the `apiarist.toml` of the new document excludes a change from --fail-on. An entry that matches no
  change is an error.

    [[accept]]
    code = \"operation-removed\"
    subject = \"GET /pets\"
    reason = \"No client calls this operation.\"

JSON report:
  verdict    Version step of the client: `major`, `minor`, `patch` or `none`
  counts     Number of changes by level
  changes    Array of changes, each with `code`, `level`, `wire`, `rust`, `direction`, `subject`, `message`, `meaning`,
             `effects` (`effect`, `level`, `text`), `before` and `after` (`path`, `line`, `column` and `pointer`, or null),
             `operations` and `accepted`
  stale      [[accept]] entries that match no change

Exit codes:
  0  Success
  1  A change of the level of --fail-on, an [[accept]] entry that matches no change, or a document that cannot be read
  2  Invalid arguments";

pub const EXPLAIN: &str = "\
Examples:
  apiarist explain                           List all codes
  apiarist explain ambiguous-union           Explain a diagnostic
  apiarist explain property-became-optional  Explain a change that `diff` reports";

pub const INIT: &str = "\
Examples:
  apiarist init
  apiarist init pets
  apiarist init pets --from https://example.com/openapi.json";

pub const COMPLETIONS: &str = "\
Examples:
  apiarist completions bash > ~/.local/share/bash-completion/completions/apiarist
  apiarist completions zsh > ~/.zfunc/_apiarist
  apiarist completions fish > ~/.config/fish/completions/apiarist.fish";

pub const MAN: &str = "\
Examples:
  apiarist man --out ~/.local/share/man/man1";

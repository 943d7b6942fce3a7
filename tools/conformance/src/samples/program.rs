//! Writes a program that decodes values as the types of one client and encodes them again.

use std::fmt::Write;

use super::super::child::CRATE_NAME;
use super::case::TriedType;

/// The name of the program.
pub const NAME: &str = "samples";

/// Returns the manifest of the program's crate. The client is in its folder `client`. If the client has features for
/// groups of operations, all of them are enabled, because each type belongs to the groups that use it.
pub fn manifest(has_groups: bool) -> String {
    let features = if has_groups { "\"all\"" } else { "" };
    format!(
        "[package]\nname = \"{NAME}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nclient = {{ path = \"client\", package = \"{CRATE_NAME}\", default-features = false, features = [{features}] }}\n\
         serde = \"1\"\nserde_json = \"1\"\n\n[profile.dev]\ndebug = false\n\n[workspace]\n"
    )
}

/// Returns the source of the program. Each line of its input file has a number, the index of a type in `types`, and a
/// JSON value. For each, it prints a line: `ok`, the decoded variant and the encoded value; or `error` and the reason.
///
/// Nullability belongs to the use of a type, so that types whose schemas allow null are decoded as optional.
pub fn source(types: &[TriedType]) -> String {
    let mut checks = String::new();
    for TriedType { name, nullable, .. } in types {
        let type_ = format!("client::types::{name}");
        let type_ = if *nullable { format!("Option<{type_}>") } else { type_ };
        // Formatting into a `String` cannot fail.
        let _ = writeln!(checks, "    check::<{type_}>,");
    }
    format!("{MAIN}\nstatic CHECKS: &[fn(&str) -> Result<(String, String), String>] = &[\n{checks}];\n")
}

const MAIN: &str = r#"use std::fmt::{self, Debug, Write as _};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write as _};

use serde::Serialize;
use serde::de::DeserializeOwned;

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let input = std::env::args().nth(1).expect("the argument is a file");
    for line in BufReader::new(File::open(input)?).lines() {
        let line = line?;
        let (number, value) = line.split_once(' ').unwrap_or((&line, ""));
        let check = CHECKS[number.parse::<usize>().expect("a line begins with a number")];
        match check(value) {
            Ok((variant, value)) => writeln!(out, "ok {variant} {value}")?,
            Err(error) => writeln!(out, "error {}", error.replace('\n', " "))?,
        }
        out.flush()?;
    }
    Ok(())
}

fn check<T: DeserializeOwned + Serialize + Debug>(text: &str) -> Result<(String, String), String> {
    let value: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut name = Name(String::new());
    let _ = write!(name, "{value:?}");
    let written = serde_json::to_string(&value).map_err(|error| format!("cannot be written: {error}"))?;
    Ok((name.0, written))
}

/// The name at the beginning of the `Debug` output; the rest is not formatted.
struct Name(String);

impl fmt::Write for Name {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let text = if self.0.is_empty() { text.trim_start_matches('(') } else { text };
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
        self.0.push_str(&text[..end]);
        if self.0 == "Some" {
            self.0.clear();
            return Ok(());
        }
        if end < text.len() { Err(fmt::Error) } else { Ok(()) }
    }
}
"#;

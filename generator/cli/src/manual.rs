//! The `man` command: writes manual pages.

use std::path::Path;
use std::process::ExitCode;

use apiarist::files;
use apiarist_cli::terminal::print_err;
use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::arguments::Arguments;
use crate::{FINDINGS, fail};

/// Writes the page of the command, and of each of its commands, to a folder, which is created if it does not exist.
pub fn manual(folder: &Path) -> ExitCode {
    if let Err(error) = files::create_folder(folder) {
        print_err(&format!("error: cannot create {error}\nhelp: pass a folder, such as `--out man1`"));
        return ExitCode::from(FINDINGS);
    }
    let mut command = Arguments::command();
    command.build();
    let commands = command.get_subcommands().filter(|command| command.get_name() != "help");
    for command in std::iter::once(&command).chain(commands) {
        let (name, text) = match page(command) {
            Ok(page) => page,
            Err(error) => {
                print_err(&format!("error: cannot write the page of `{}`: {error}", command.get_name()));
                return ExitCode::from(FINDINGS);
            }
        };
        if let Err(error) = files::write_text(&folder.join(name), &text) {
            return fail(&error);
        }
    }
    ExitCode::SUCCESS
}

/// Returns the file name and the text of a page.
fn page(command: &Command) -> std::io::Result<(String, String)> {
    let page = Man::new(command.clone());
    let mut text = Vec::new();
    page.render(&mut text)?;
    Ok((page.get_filename(), String::from_utf8_lossy(&text).into_owned()))
}

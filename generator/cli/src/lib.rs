//! The parts of the `apiarist` command that the tasks of its repository share: the output on a terminal, and the text of
//! first settings.

pub mod settings_text;
pub mod terminal;

//! Terminal output and arguments of the `apiarist` command that the tasks of its repository share.

pub mod terminal;

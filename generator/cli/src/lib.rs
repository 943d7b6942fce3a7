//! The part of the command `apiarist` that the tasks of its repository share: what reaches a terminal.

pub mod terminal;

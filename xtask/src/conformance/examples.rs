//! Compiles the examples in the documentation of methods: some of them, spread over the client, as one program.
//!
//! ```text
//! /// # Examples                                   // pets.rs: create
//! /// ~~~no_run                                    fn example_1() {
//! /// # async fn example(client: pets::Client) …     async fn example(client: pets::Client) …
//! /// let pet = client.pets().create("Rex").await?;  let pet = client.pets().create("Rex").await?;
//! /// # Ok(()) }                                     Ok(()) }
//! /// ~~~                                          }
//! pub fn create(…)
//! ```
//!
//! `cargo check` of that program costs a fraction of what rustdoc takes, which builds and links one.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{fs, io};

use apiarist::Client;
use apiarist::files::Files;
use serde::Serialize;
use serde_json::Value;

use crate::compiled::cargo;
use crate::measured;

/// The name of the program.
const NAME: &str = "methods";

/// What the lines of a method's comment begin with, and the line that begins its example.
const (COMMENT, START): (&str, &str) = ("    ///", "    /// ```no_run");

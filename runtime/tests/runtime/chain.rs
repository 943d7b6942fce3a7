//! The messages of an error and of its sources.

use std::error::Error;

pub fn messages(error: &dyn Error) -> Vec<String> {
    let mut messages = vec![error.to_string()];
    let mut source = error.source();
    while let Some(error) = source {
        messages.push(error.to_string());
        source = error.source();
    }
    messages
}

/// Returns the messages in the format of `{:#}` of anyhow.
pub fn chain(error: &dyn Error) -> String {
    messages(error).join(": ")
}

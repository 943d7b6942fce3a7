//! The secrets of a client, for removal from diagnostic output.

use crate::error::{
    redact::excerpt,
    secret::{hidden, push_forms, sort_forms},
};

/// A source of the client's secrets, which change as tokens are renewed.
pub(crate) trait Secrets: Sync {
    /// Returns a redactor for the current secrets.
    fn redactor(&self) -> Redactor;
}

/// The secrets of a client, in the forms that [`hidden`] searches for.
#[derive(Clone, Default)]
pub(crate) struct Redactor(Vec<String>);

impl Redactor {
    /// Adds secrets to the redactor.
    pub(crate) fn with<S: AsRef<str>>(self, secrets: impl IntoIterator<Item = S>) -> Self {
        let mut forms = self.0;
        secrets.into_iter().for_each(|secret| push_forms(&mut forms, secret.as_ref()));
        sort_forms(&mut forms);
        Redactor(forms)
    }

    /// Returns the forms of the secrets.
    pub(crate) fn secrets(&self) -> &[String] {
        &self.0
    }

    /// Returns the text with the secrets replaced.
    pub(crate) fn hide(&self, text: &str) -> String {
        hidden(text, &self.0)
    }

    /// Returns an excerpt of a text on one line, with at most `limit` characters and without secrets.
    pub(crate) fn excerpt(&self, text: &str, limit: usize) -> String {
        excerpt(text, limit, &self.0)
    }
}

//! The secrets of a client, kept out of everything that is shown.

use crate::error::{
    redact::excerpt,
    secret::{hidden, push_forms, sort_forms},
};

/// Knows the secrets of a client, which change as tokens are renewed.
pub(crate) trait Secrets: Sync {
    /// Returns the secrets as they are now.
    fn redactor(&self) -> Redactor;
}

/// The secrets of a client, in the forms that [`hidden`] looks for.
#[derive(Clone, Default)]
pub(crate) struct Redactor(Vec<String>);

impl Redactor {
    /// Adds secrets.
    pub(crate) fn with<S: AsRef<str>>(self, secrets: impl IntoIterator<Item = S>) -> Self {
        let mut forms = self.0;
        secrets.into_iter().for_each(|secret| push_forms(&mut forms, secret.as_ref()));
        sort_forms(&mut forms);
        Redactor(forms)
    }

    /// Returns the secrets themselves.
    pub(crate) fn secrets(&self) -> &[String] {
        &self.0
    }

    /// Returns a text with the secrets replaced.
    pub(crate) fn hide(&self, text: &str) -> String {
        hidden(text, &self.0)
    }

    /// Returns at most so many characters of a text on one line, without the secrets.
    pub(crate) fn excerpt(&self, text: &str, limit: usize) -> String {
        excerpt(text, limit, &self.0)
    }
}

//! Explanations of deprecations, in the extensions that providers and generators of documents use.

use serde_json::Value;

/// Extensions whose text explains a deprecation. Each of them also marks its object as deprecated.
const MESSAGES: [&str; 8] = [
    "x-deprecated-message",
    "x-deprecated-reason",
    "x-deprecatedMessage",
    "x-deprecation-message",
    "x-deprecation-notice",
    "x-deprecation-reason",
    "x-speakeasy-deprecation-message",
    "x-stainless-deprecation-message",
];

/// Returns the explanation of a deprecation; `keyword` looks up the value of a keyword.
pub(super) fn deprecation_message<'d>(keyword: impl Fn(&str) -> Option<&'d Value>) -> Option<&'d str> {
    let mut messages = MESSAGES.iter().filter_map(|key| keyword(key)?.as_str());
    messages.find(|message| !message.trim().is_empty())
}

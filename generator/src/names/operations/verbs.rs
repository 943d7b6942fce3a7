//! Words of paths, classified as verbs or nouns to the extent that method names need it.
//!
//! ```text
//! POST /orders/{id}/cancel         `cancel` is a verb: the method is `cancel`
//! POST /orders/{id}/subscription   the ending `tion` makes a noun: the method is `create_subscription`
//! GET  /orders/export              `export` is a verb after GET too: the method is `export`
//! ```

use std::sync::LazyLock;

use crate::hash::HashSet;
use crate::names::inflection::is_plural;

/// Verbs that end the path of an operation that changes something.
const VERBS: &str = "
    abort accept ack acknowledge activate add advance allow analyze append apply approve archive ask assign associate attach
    authenticate authorize ban block book bulk calculate cancel capture change check checkout claim clear clone close
    commit compare complete compute confirm connect convert copy count create deactivate decline decrypt decrement delete
    deliver deploy deprecate detach detect disable disassociate disconnect dismiss dispatch download duplicate edit embed enable
    encrypt end enqueue enroll estimate evaluate exchange execute expire export extend extract fail fetch finalize find finish flag
    flush follow fork forward fund generate get grant hide import increment ingest initialize initiate install introspect
    invalidate invite invoke join kick kill launch leave link list load lock login logout lookup lower mark match merge migrate
    move mute notify open parse pause pay pin ping poll predict prepare present preview process promote prune publish purge push
    query raise reactivate read rebuild recalculate recover redact redeem refresh refund register reindex reject release reload
    remove rename renew reopen reorder replace replay reply rerank rerun resend reserve reset resolve respond restart
    restore resume retrieve retry reverse revert revoke rotate run save scan search send set share sign simulate skip
    snooze sort split star start stop stream submit subscribe suggest suspend switch sync terminate test tokenize toggle
    track transcribe transfer transform transition translate trigger trim unarchive unassign unban unblock undelete undo
    unfollow unhide uninstall unlink unlock unmute unpin unpublish unregister unshare unstar unsubscribe unsuspend update
    upgrade upload upsert validate verify void withdraw
";

/// Verbs at the end of a `GET` path. Most other verbs are nouns there: `GET /orders/{id}/refund` reads a refund.
const READING_VERBS: &str = "
    authorize autocomplete browse calculate check compare count discover download estimate export find generate get
    introspect list login logout lookup ping poll preview query resolve search stream suggest validate verify
";

/// Reading verbs that are nouns before another noun: `GET /orders/{id}/export_status` reads a status.
const ADJECTIVES: &[&str] = &["download", "export", "login", "logout", "ping", "preview", "query", "stream"];

/// Verbs that are nouns before a plural: `POST /load_balancers` creates one.
const NOUN_VERBS: &str = "
    archive block book bulk capture change check checkout claim clone close commit connect copy embed end export extract
    flag follow fork forward fund grant import install invite join launch link list load lock login logout lookup mark
    match merge move open pause pay pin ping poll preview process promote push query read release replay report reset
    retry reverse review run save scan search set share sign sort split star start stop stream subscribe switch sync test
    track transfer transform transition trigger update upgrade upload
";

/// Nouns without a characteristic ending.
const NOUNS: &str = "
    account avatar body config content email event feedback file folder icon image item key logo member message metadata
    note object order password photo picture profile project record role schema secret session status tag team token user
    video
";

/// Characteristic endings of nouns.
const NOUN_ENDINGS: &[&str] = &["ance", "data", "ence", "ion", "ity", "ment", "ness", "ship"];

/// Verbs that generators of documents append to the noun: `users_list`, `users_partial_update`.
const TRAILING_VERBS: &[&[&str]] = &[
    &["partial", "update"],
    &["cancel"],
    &["create"],
    &["delete"],
    &["destroy"],
    &["get"],
    &["list"],
    &["read"],
    &["retrieve"],
    &["update"],
];

static VERB_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| VERBS.split_whitespace().collect());
static READING_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| READING_VERBS.split_whitespace().collect());
static NOUN_VERB_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| NOUN_VERBS.split_whitespace().collect());
static NOUN_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| NOUNS.split_whitespace().collect());

/// Returns `true` if a word in lower case is a verb of an API.
pub(crate) fn is_verb(word: &str) -> bool {
    VERB_SET.contains(word)
}

/// Returns `true` if the words at the end of a path begin with a verb whose object is the rest.
pub(crate) fn is_action(words: &[String]) -> bool {
    let [first, .., last] = words else { return words.first().is_some_and(|word| is_verb(word)) };
    is_verb(first) && !(NOUN_VERB_SET.contains(first.as_str()) && is_plural(last))
}

/// Returns `true` if the words at the end of a `GET` path begin with a verb.
pub(crate) fn is_reading(words: &[String]) -> bool {
    words.first().is_some_and(|word| {
        READING_SET.contains(word.as_str()) && (words.len() == 1 || !ADJECTIVES.contains(&word.as_str()))
    })
}

/// Returns `true` if a word in lower case is certainly a noun.
pub(crate) fn is_noun(word: &str) -> bool {
    NOUN_SET.contains(word) || (!is_verb(word) && NOUN_ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

/// Returns the number of words at the end of a name that are a verb following its noun, or 0.
pub(crate) fn trailing_verb(words: &[String]) -> usize {
    let is_last = |verb: &&&[&str]| words.len() > verb.len() && words[words.len() - verb.len()..] == ***verb;
    TRAILING_VERBS.iter().find(is_last).map_or(0, |verb| verb.len())
}

/// Returns `true` if a word in lower case is an HTTP method.
pub(crate) fn is_http_method(word: &str) -> bool {
    matches!(word, "get" | "post" | "put" | "patch" | "delete" | "head" | "options" | "trace")
}

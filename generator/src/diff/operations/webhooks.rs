//! Comparison of webhooks and callbacks, matched by their key.

use crate::diff::change::{Change, Subject, Topic};
use crate::diff::comparison::Comparison;
use crate::diff::location::Location;
use crate::diff::reach::Reach;
use crate::diff::{ChangeKind, Direction};
use crate::hash::HashMap;
use crate::ir::Webhook;
use crate::source::Pointer;

impl Comparison<'_> {
    pub(in crate::diff) fn compare_webhooks(&mut self) {
        let (old, new) = (&self.old.api.received, &self.new.api.received);
        let by_key = |webhooks: &'_ [Webhook]| -> HashMap<String, usize> {
            webhooks.iter().enumerate().rev().map(|(at, webhook)| (webhook.key.clone(), at)).collect()
        };
        let (known, found) = (by_key(old), by_key(new));
        for was in old {
            match found.get(&was.key).and_then(|at| new.get(*at)) {
                Some(is) => {
                    let subject = subject(&is.key, Some(&was.origin), Some(&is.origin));
                    let phrase = format!("body of {}", subject.quoted());
                    let location = Location::new(&subject, phrase, [&was.origin, &is.origin]);
                    self.compare_location(&was.type_, &is.type_, location);
                }
                None => {
                    let subject = subject(&was.key, Some(&was.origin), None);
                    let message = format!("{} removed", subject.quoted());
                    self.add(Change::new(ChangeKind::WebhookRemoved, &subject, message).named());
                }
            }
        }
        for is in new.iter().filter(|is| !known.contains_key(&is.key)) {
            let subject = subject(&is.key, None, Some(&is.origin));
            let message = format!("{} added", subject.quoted());
            self.add(Change::new(ChangeKind::WebhookAdded, &subject, message).named());
        }
    }
}

/// Returns a request of the server as the subject. No call of the client sends it.
fn subject(key: &str, before: Option<&Pointer>, after: Option<&Pointer>) -> Subject {
    Subject {
        label: key.into(),
        topic: Topic::Operation,
        direction: Direction::Response,
        before: before.cloned(),
        after: after.cloned(),
        operations: Reach::default(),
        items: Vec::new(),
    }
}

//! The results of the calls.

use std::collections::BTreeMap;

use apiarist::ir::Operation;
use serde::{Deserialize, Serialize};

use super::explanation::explanation;
use apiarist_measure::figures::Table;

/// The number of successful calls among 1,000 from which the calls of a client are good.
const GOOD_PER_MILLE: usize = 995;

/// The result of one call, printed by the program as a line of JSON.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Called {
    /// The method and path.
    pub operation: String,
    /// The stage that the call reached.
    pub stage: Stage,
    /// The reason for a failure; empty if the call succeeded.
    pub why: String,
}

/// The stage that a call reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// No argument could be made: a type rejected a value that the schema accepts.
    Argument,
    /// The request was not sent, or no response was received.
    Sending,
    /// The mock server crashed.
    Crashed,
    /// The mock server reports that the request violates the document.
    Refused,
    /// The same, but a limit of the server or a contradiction in the document is the reason.
    Explained,
    /// The mock server could not make a response from the document.
    Unanswered,
    /// The request was valid, and its response could not be decoded.
    Undecoded,
    /// The request was valid, and its response was decoded.
    Good,
}

/// All calls of a client.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Calls {
    /// The calls in document order.
    pub all: Vec<Called>,
    /// The number of requests that the mock server rejected according to its log.
    pub logged_rejections: usize,
    /// The reason why calls are missing.
    pub error: Option<String>,
}

impl Calls {
    /// Parses the output of the program, and returns the number of calls in it.
    pub fn read(&mut self, output: &str) -> usize {
        let known = self.all.len();
        self.all.extend(output.lines().filter_map(|line| serde_json::from_str::<Called>(line).ok()));
        self.all.len() - known
    }

    /// Returns the number of rejected requests in the log of the server that no call reports.
    pub fn unreported_rejections(&self) -> usize {
        self.logged_rejections.saturating_sub(self.count(Stage::Refused) + self.count(Stage::Explained))
    }

    /// Marks the rejections that are not faults of the client, with the reason.
    pub fn explain(&mut self, operations: &[Operation]) {
        for (call, operation) in self.all.iter_mut().zip(operations) {
            if call.stage == Stage::Refused
                && let Some(reason) = explanation(operation, &call.why)
            {
                call.stage = Stage::Explained;
                call.why = format!("{reason}: {}", call.why);
            }
        }
    }

    /// Returns the number of successful calls. A response that the server could not make does not count as a failure.
    pub fn good(&self) -> usize {
        self.count(Stage::Good) + self.count(Stage::Unanswered)
    }

    /// Returns `true` if nearly all calls succeeded, except for those that the server could not process.
    pub fn are_good(&self) -> bool {
        let unprocessed = self.count(Stage::Explained) + self.count(Stage::Crashed);
        self.error.is_none()
            && self.unreported_rejections() == 0
            && self.good() * 1000 >= (self.all.len() - unprocessed) * GOOD_PER_MILLE
    }

    /// Returns a summary in one line.
    pub fn summary(&self) -> String {
        match &self.error {
            Some(error) => error.clone(),
            None => format!("{} of {} calls succeeded", self.good(), self.all.len()),
        }
    }

    fn count(&self, stage: Stage) -> usize {
        self.all.iter().filter(|call| call.stage == stage).count()
    }
}

/// Returns a table with a row for each document, and every failed call. Requests that the server could not process are
/// counted apart: those whose rejection is explained, and those that crashed it.
pub fn table(all: &[(String, Calls)]) -> String {
    let mut table = Table::new(&["document", "operations", "sent", "accepted", "unprocessed", "responded", "decoded"]);
    let mut sums = [0; 6];
    for (name, calls) in all {
        let undecoded = calls.count(Stage::Undecoded);
        let understood = calls.count(Stage::Good);
        let accepted = understood + undecoded + calls.count(Stage::Unanswered);
        let unprocessed = calls.count(Stage::Explained) + calls.count(Stage::Crashed);
        let sent = accepted + unprocessed + calls.count(Stage::Refused);
        let row = [calls.all.len(), sent, accepted, unprocessed, understood + undecoded, understood];
        sums.iter_mut().zip(row).for_each(|(sum, count)| *sum += count);
        table.add([name.clone()].into_iter().chain(row.map(|count| count.to_string())).collect());
    }
    table.add(["all".to_owned()].into_iter().chain(sums.map(|count| count.to_string())).collect());
    let mut text = table.to_text();
    for (name, calls) in all {
        if let Some(error) = &calls.error {
            text.push_str(&format!("\n- {name}: {error}\n"));
        }
        if calls.unreported_rejections() > 0 {
            text.push_str(&format!("\n- {name}: the log has {} more rejections\n", calls.unreported_rejections()));
        }
        let mut causes: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        for call in calls.all.iter().filter(|call| call.stage != Stage::Good) {
            let stage = match call.stage {
                Stage::Argument => "no argument",
                Stage::Sending => "not sent",
                Stage::Crashed => "server crashed",
                Stage::Refused => "rejected",
                Stage::Explained => "rejection explained",
                Stage::Unanswered => "no response",
                Stage::Undecoded => "not decoded",
                Stage::Good => "good",
            };
            causes.entry((stage, &call.why)).or_default().push(&call.operation);
        }
        for ((stage, why), operations) in causes {
            text.push_str(&format!("\n- {name}: {stage}: {}\n  {why}\n", operations.join(", ")));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_counted_by_stage() {
        let lines = "{\"operation\":\"GET /a\",\"stage\":\"good\",\"why\":\"\"}\n\
                     {\"operation\":\"GET /b\",\"stage\":\"refused\",\"why\":\"no `x`\"}\n\
                     {\"operation\":\"GET /c\",\"stage\":\"undecoded\",\"why\":\"odd\"}\n";
        let mut calls = Calls { logged_rejections: 2, ..Calls::default() };
        assert_eq!((calls.read(lines), calls.good(), calls.unreported_rejections()), (3, 1, 1));
        let text = table(&[("a.yaml".to_owned(), calls)]);
        let row: Vec<&str> = text.lines().nth(2).into_iter().flat_map(|line| line.split('|')).map(str::trim).collect();
        assert_eq!(row, ["", "a.yaml", "3", "3", "2", "0", "2", "1", ""]);
        assert!(text.contains("- a.yaml: rejected: GET /b\n  no `x`"), "{text}");
    }
}

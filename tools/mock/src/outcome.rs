//! The results of the calls.

use std::collections::BTreeMap;

use apiarist::ir::Api;
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
    /// The rule that explains why the mock server could not judge the request; empty for judged requests.
    #[serde(default)]
    pub rule: String,
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
    /// The numbers of requests that the mock server accepted and rejected according to its log.
    pub logged_acceptances: usize,
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

    /// Returns the number of requests that count as accepted although the log of the server does not confirm it.
    pub fn unconfirmed_acceptances(&self) -> usize {
        self.accepted().saturating_sub(self.logged_acceptances)
    }

    /// Marks the rejections that are not faults of the client, with the reason.
    pub fn explain(&mut self, api: &Api) {
        for (call, operation) in self.all.iter_mut().zip(&api.operations) {
            if call.stage == Stage::Refused
                && let Some(reason) = explanation(api, operation, &call.why)
            {
                call.stage = Stage::Explained;
                reason.clone_into(&mut call.rule);
            }
        }
    }

    /// Returns the number of successful calls. A response that the server could not make does not count as a failure.
    pub fn good(&self) -> usize {
        self.count(Stage::Good) + self.count(Stage::Unanswered)
    }

    /// Returns `true` if nearly all calls succeeded, except for those that the server could not judge.
    pub fn are_good(&self) -> bool {
        self.error.is_none()
            && self.unreported_rejections() == 0
            && self.unconfirmed_acceptances() == 0
            && self.good() * 1000 >= (self.all.len() - self.unjudged()) * GOOD_PER_MILLE
    }

    /// Returns the number of requests that the server accepted, whether or not it could make a response.
    fn accepted(&self) -> usize {
        self.good() + self.count(Stage::Undecoded)
    }

    /// Returns the number of requests that the server could not judge.
    fn unjudged(&self) -> usize {
        self.count(Stage::Explained) + self.count(Stage::Crashed)
    }

    /// Returns the number of requests that reached the server.
    fn sent(&self) -> usize {
        self.accepted() + self.unjudged() + self.count(Stage::Refused)
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

/// Returns a table with a row for each document, every failed call, and the share of accepted requests. Requests that
/// the server could not judge are counted apart: those whose rejection is explained, and those that crashed it.
pub fn table(all: &[(String, Calls)]) -> String {
    let mut table = Table::new(&["document", "operations", "sent", "accepted", "not judged", "responded", "decoded"]);
    let mut sums = [0; 6];
    for (name, calls) in all {
        let decoded = calls.count(Stage::Good);
        let responded = decoded + calls.count(Stage::Undecoded);
        let row = [calls.all.len(), calls.sent(), calls.accepted(), calls.unjudged(), responded, decoded];
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
        if calls.unconfirmed_acceptances() > 0 {
            let count = calls.unconfirmed_acceptances();
            text.push_str(&format!("\n- {name}: the log does not confirm {count} accepted requests\n"));
        }
        let mut causes: BTreeMap<(&str, &str, &str), Vec<&str>> = BTreeMap::new();
        for call in calls.all.iter().filter(|call| call.stage != Stage::Good) {
            let stage = match call.stage {
                Stage::Argument => "no argument",
                Stage::Sending => "not sent",
                Stage::Crashed => "server crashed",
                Stage::Refused => "rejected",
                Stage::Explained => "not judged",
                Stage::Unanswered => "no response",
                Stage::Undecoded => "not decoded",
                Stage::Good => "good",
            };
            causes.entry((stage, &call.rule, &call.why)).or_default().push(&call.operation);
        }
        for ((stage, rule, why), operations) in causes {
            let rule = if rule.is_empty() { String::new() } else { format!("  {rule}:\n") };
            text.push_str(&format!("\n- {name}: {stage}: {}\n{rule}  {why}\n", operations.join(", ")));
        }
    }
    text + &totals(all)
}

/// Returns the share of accepted requests: of all, and of those that the server could judge. The rules for the others
/// follow with their counts.
fn totals(all: &[(String, Calls)]) -> String {
    let sum = |count: fn(&Calls) -> usize| all.iter().map(|(_, calls)| count(calls)).sum::<usize>();
    let (sent, accepted) = (sum(Calls::sent), sum(Calls::accepted));
    let judged = sent - sum(Calls::unjudged);
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    let calls = all.iter().flat_map(|(_, calls)| &calls.all);
    calls.filter(|call| !call.rule.is_empty()).for_each(|call| *rules.entry(&call.rule).or_default() += 1);
    let mut text =
        format!("\nnot sent: {} of {} calls\n", sum(|calls| calls.all.len()) - sent, sum(|calls| calls.all.len()));
    text.push_str(&format!("not judged: {} of {sent} requests\n", sent - judged));
    rules.iter().for_each(|(rule, count)| text.push_str(&format!("  {count}: {rule}\n")));
    text.push_str(&format!("rejected without explanation: {} of {judged} judged requests\n", judged - accepted));
    text.push_str(&format!("accepted: {accepted} of {sent} requests{}\n", percentage(accepted, sent)));
    text + &format!("accepted: {accepted} of {judged} judged requests{}\n", percentage(accepted, judged))
}

/// Formats a share, rounded down so that only all requests are 100 %. It is empty without any request.
fn percentage(part: usize, whole: usize) -> String {
    let Some(hundredths) = (part * 10_000).checked_div(whole) else { return String::new() };
    format!(" ({}.{:02} %)", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_counted_by_stage() {
        let lines = "{\"operation\":\"GET /a\",\"stage\":\"good\",\"why\":\"\"}\n\
                     {\"operation\":\"GET /b\",\"stage\":\"refused\",\"why\":\"no `x`\"}\n\
                     {\"operation\":\"GET /c\",\"stage\":\"undecoded\",\"why\":\"odd\"}\n";
        let mut calls = Calls { logged_acceptances: 1, logged_rejections: 2, ..Calls::default() };
        assert_eq!((calls.read(lines), calls.good(), calls.unreported_rejections()), (3, 1, 1));
        assert_eq!(calls.unconfirmed_acceptances(), 1);
        let text = table(&[("a.yaml".to_owned(), calls)]);
        let row: Vec<&str> = text.lines().nth(2).into_iter().flat_map(|line| line.split('|')).map(str::trim).collect();
        assert_eq!(row, ["", "a.yaml", "3", "3", "2", "0", "2", "1", ""]);
        assert!(text.contains("- a.yaml: rejected: GET /b\n  no `x`"), "{text}");
    }

    #[test]
    fn requests_that_were_not_judged_are_counted_by_rule() {
        let call =
            |stage, rule: &str| Called { operation: String::new(), stage, rule: rule.to_owned(), why: String::new() };
        let all = vec![
            call(Stage::Good, ""),
            call(Stage::Unanswered, ""),
            call(Stage::Refused, ""),
            call(Stage::Explained, "a limit"),
            call(Stage::Crashed, "a crash"),
            call(Stage::Argument, ""),
        ];
        let text = totals(&[("a.yaml".to_owned(), Calls { all, ..Calls::default() })]);
        let expected = "\n\
            not sent: 1 of 6 calls\n\
            not judged: 2 of 5 requests\n  1: a crash\n  1: a limit\n\
            rejected without explanation: 1 of 3 judged requests\n\
            accepted: 2 of 5 requests (40.00 %)\n\
            accepted: 2 of 3 judged requests (66.66 %)\n";
        assert_eq!(text, expected);
    }
}

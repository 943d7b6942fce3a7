//! What came of the calls.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use apiarist_measure::figures::Table;

/// What the program said about one call, a line of JSON.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Called {
    /// The method and path.
    pub operation: String,
    /// How far it came.
    pub stage: Stage,
    /// What went wrong, if anything did.
    pub why: String,
}

/// How far a call came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// No argument could be made: the types did not take a value that the schema allows.
    Argument,
    /// Nothing was sent, or nothing came back.
    Sending,
    /// The mock server says that the request is not what the document asks for.
    Refused,
    /// The mock server could not make an answer from the document.
    Unanswered,
    /// The request was right, and its answer was not understood.
    Undecoded,
    /// The request was right, and its answer was understood.
    Good,
}

/// All calls of a client.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Calls {
    /// In the order of the document.
    pub all: Vec<Called>,
    /// Why there are none, or not all.
    pub error: Option<String>,
}

impl Calls {
    /// What the program said.
    pub fn read(output: &str) -> Self {
        Self { all: output.lines().filter_map(|line| serde_json::from_str(line).ok()).collect(), error: None }
    }

    /// How many requests were right and their answers understood; an answer that the server could not make is nobody's.
    pub fn good(&self) -> usize {
        self.count(Stage::Good) + self.count(Stage::Unanswered)
    }

    /// Whether that is so for nearly all.
    pub fn are_good(&self) -> bool {
        self.error.is_none() && self.good() * 100 >= self.all.len() * 99
    }

    /// What came of them in a line.
    pub fn summary(&self) -> String {
        match &self.error {
            Some(error) => error.clone(),
            None => format!("{} of {} calls are good", self.good(), self.all.len()),
        }
    }

    fn count(&self, stage: Stage) -> usize {
        self.all.iter().filter(|call| call.stage == stage).count()
    }
}

/// A row for each document, and every call that went wrong.
pub fn table(all: &[(String, Calls)]) -> String {
    let mut table = Table::new(&["document", "operations", "accepted", "answered", "understood"]);
    let mut sums = [0; 4];
    for (name, calls) in all {
        let undecoded = calls.count(Stage::Undecoded);
        let understood = calls.count(Stage::Good);
        let accepted = understood + undecoded + calls.count(Stage::Unanswered);
        let row = [calls.all.len(), accepted, understood + undecoded, understood];
        sums.iter_mut().zip(row).for_each(|(sum, count)| *sum += count);
        table.add([name.clone()].into_iter().chain(row.map(|count| count.to_string())).collect());
    }
    table.add(["all".to_owned()].into_iter().chain(sums.map(|count| count.to_string())).collect());
    let mut text = table.to_text();
    for (name, calls) in all {
        if let Some(error) = &calls.error {
            text.push_str(&format!("\n- {name}: {error}\n"));
        }
        let mut causes: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        for call in calls.all.iter().filter(|call| call.stage != Stage::Good) {
            let stage = match call.stage {
                Stage::Argument => "no argument",
                Stage::Sending => "not sent",
                Stage::Refused => "refused",
                Stage::Unanswered => "no answer could be made",
                Stage::Undecoded => "not understood",
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
    fn calls_are_counted_by_how_far_they_came() {
        let lines = "{\"operation\":\"GET /a\",\"stage\":\"good\",\"why\":\"\"}\n\
                     {\"operation\":\"GET /b\",\"stage\":\"refused\",\"why\":\"no `x`\"}\n\
                     {\"operation\":\"GET /c\",\"stage\":\"undecoded\",\"why\":\"odd\"}\n";
        let calls = Calls::read(lines);
        assert_eq!((calls.all.len(), calls.good()), (3, 1));
        let text = table(&[("a.yaml".to_owned(), calls)]);
        let row: Vec<&str> = text.lines().nth(2).into_iter().flat_map(|line| line.split('|')).map(str::trim).collect();
        assert_eq!(row, ["", "a.yaml", "3", "2", "2", "1", ""]);
        assert!(text.contains("- a.yaml: refused: GET /b\n  no `x`"), "{text}");
    }
}

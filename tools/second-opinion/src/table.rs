//! The comparison of both opinions, as a table.

use std::collections::BTreeMap;
use std::fmt;

use crate::pairs::Pair;

/// Pairs whose breaking change no lint detects.
const WITHOUT_LINT: [(&str, &str); 10] = [
    ("arguments-reordered/in-a-request-required-properties", ORDER),
    ("arguments-reordered/places-of-the-path", ORDER),
    ("arguments-reordered/required-parameters", ORDER),
    ("body-encoding-changed/a-form-instead-of-json", NAME),
    ("body-methods-renamed/json-comes-first", NAME),
    ("credential-renamed/another-scheme-comes-first", NAME),
    ("field-renamed/in-a-response-the-name-gets-out-of-the-way", NAME),
    ("schema-removed/of-a-schema-that-became-inline", "a type alias is removed"),
    ("setter-renamed/another-parameter-has-its-name", NAME),
    ("stream-removed/no-events-any-more", "a type no longer implements a trait of the runtime"),
];
const ORDER: &str = "arguments have another order";
const NAME: &str = "another item has the name of a renamed one";

/// Both opinions on all pairs.
#[derive(Default)]
pub struct Opinions(Vec<Opinion>);

/// Both opinions on one pair.
struct Opinion {
    name: String,
    /// The breaking effects in the report.
    effects: Vec<String>,
    /// The lints that fail.
    lints: Vec<String>,
    /// The reason why no lint detects the breaking effects.
    blind_spot: Option<&'static str>,
}

impl Opinions {
    /// Adds pairs with the lints that fail for each of them.
    pub fn extend(&mut self, pairs: &[Pair], lints: Vec<Vec<String>>) {
        self.0.extend(pairs.iter().zip(lints).map(|(pair, lints)| Opinion {
            name: pair.name.clone(),
            effects: pair.breaking.iter().cloned().collect(),
            lints,
            blind_spot: blind_spot(pair),
        }));
    }

    /// Returns a line for each disagreement.
    pub fn disagreements(&self) -> impl Iterator<Item = String> {
        self.0.iter().filter(|opinion| opinion.is_disagreement()).map(|opinion| {
            let list = |items: &[String]| if items.is_empty() { "nothing".to_owned() } else { items.join(", ") };
            format!("{}: report: {}; lints: {}", opinion.name, list(&opinion.effects), list(&opinion.lints))
        })
    }
}

/// Returns the reason why no lint detects the breaking effects of a pair.
fn blind_spot(pair: &Pair) -> Option<&'static str> {
    let listed = WITHOUT_LINT.iter().find(|(name, _)| *name == pair.name).map(|(_, reason)| *reason);
    listed.or_else(|| pair.is_only_retyped().then_some("a type changed"))
}

impl Opinion {
    fn is_disagreement(&self) -> bool {
        self.effects.is_empty() != self.lints.is_empty() && (self.effects.is_empty() || self.blind_spot.is_none())
    }

    fn outcome(&self) -> String {
        match (self.effects.is_empty(), self.lints.is_empty()) {
            (false, false) => "both: breaking".to_owned(),
            (true, true) => "both: compatible".to_owned(),
            (true, false) => "only the tool: breaking".to_owned(),
            (false, true) => match self.blind_spot {
                Some(reason) => format!("only the report: breaking, because {reason}"),
                None => "only the report: breaking".to_owned(),
            },
        }
    }
}

impl fmt::Display for Opinions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for opinion in &self.0 {
            *counts.entry(opinion.outcome()).or_default() += 1;
        }
        for (outcome, count) in counts {
            writeln!(f, "{count:5} {outcome}")?;
        }
        self.disagreements().try_for_each(|line| writeln!(f, "{line}"))
    }
}

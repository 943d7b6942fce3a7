//! Tests that the text of a document stays text in a Markdown report.

use apiarist::diagnostics::Diagnostics;
use apiarist::diff::{self, MarkdownOptions, Revision, Update};
use apiarist::report::Losses;
use apiarist::settings::Settings;
use apiarist::source::Document;
use apiarist::{Client, diff::Report};
use pulldown_cmark::{Event, Options, Parser, Tag};

/// Texts that Markdown or GitHub would interpret.
const HOSTILE: [&str; 14] = [
    "a @octocat b",
    "a` @octocat `b",
    "``` \n# b",
    "<img src=x onerror=alert(1)>",
    "</details><script>alert(1)</script>",
    "`<b>`",
    "a | b | c",
    "a\\` <i> `b",
    "[a](https://b.example)",
    "![a](https://b.example/c.png)",
    "https://a.example www.a.example",
    "#12 GH-12 octocat/hello#1",
    "a\r\n\r\n> b\u{2028}- c",
    "```\n```diff\n-a\n```\n<b>\u{202e}",
];

/// Returns a document in which every name and text is hostile. `keep` is the number of its operations and schemas.
fn document(texts: &[String], keep: usize, type_: &str) -> String {
    let quoted = |text: &str| serde_json::Value::String(text.to_owned()).to_string();
    let mut paths = String::new();
    let mut schemas = String::new();
    for (number, text) in texts.iter().take(keep).enumerate() {
        let (path, name) = (quoted(&format!("/{text}")), quoted(text));
        let reference = quoted(&format!("#/components/schemas/{}", text.replace('~', "~0").replace('/', "~1")));
        paths.push_str(&format!(
            "{path}: {{post: {{operationId: {name}, tags: [{name}], summary: {name}, parameters: [{{name: {name}, in: query, \
             required: {}, schema: {{type: {type_}}}}}], requestBody: {{content: {{application/json: {{schema: {{$ref: \
             {reference}}}}}}}}}, responses: {{'200': {{description: {name}}}}}}}}},\n",
            number % 2 == 0
        ));
        schemas.push_str(&format!(
            "{name}: {{type: object, description: {name}, properties: {{{name}: {{type: {type_}}}, kind: {{enum: [{name}, \
             x{number}{type_}]}}}}}},\n"
        ));
    }
    let title = quoted(&texts.concat());
    format!(
        "openapi: 3.1.0\ninfo: {{title: {title}, version: {title}}}\nservers: [{{url: {}}}]\npaths: {{\n{paths}}}\ncomponents: \
         {{schemas: {{\n{schemas}}}}}\n",
        quoted(&format!("https://{type_}.example/{}", texts[0]))
    )
}

fn planned(text: &str) -> (Document, Client, Losses) {
    let document = Document::parse("a`b <i> @octocat.yaml", text).expect("a document");
    let mut diagnostics = Diagnostics::new();
    let client = Client::plan(&document, &Settings::default(), &mut diagnostics).expect("a client");
    let losses = Losses::new(&document, client.api(), &diagnostics);
    (document, client, losses)
}

/// Returns the report of an update.
fn markdown(old: &str, new: &str, max_bytes: Option<usize>) -> (Report, String) {
    let ((old_document, old_client, old_losses), (new_document, new_client, new_losses)) = (planned(old), planned(new));
    let (old, new) = (old_client.side(&old_document), new_client.side(&new_document));
    let mut report = diff::compare(&old, &new);
    report.stale = HOSTILE.map(str::to_owned).to_vec();
    let source = HOSTILE.concat();
    let update = Update {
        name: HOSTILE.concat(),
        report: &report,
        old: Revision { side: &old, source: source.clone(), sha256: "0".repeat(64), losses: old_losses },
        new: Revision { side: &new, source, sha256: "1".repeat(64), losses: new_losses },
    };
    let full_report = format!("apiarist diff {}", HOSTILE.concat());
    let text = diff::markdown(&[update], &MarkdownOptions { release: None, max_bytes, full_report });
    (report, text)
}

/// Panics if a report contains HTML, links, mentions or references that it does not write itself.
fn assert_inert(text: &str) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut is_code = false;
    let mut depth = 0_i32;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let summary = html.trim().strip_prefix("<summary>").and_then(|rest| rest.strip_suffix("</summary>"));
                let is_count = summary.is_some_and(|summary| !summary.contains(['<', '>', '&', '@', '`']));
                depth += i32::from(html.trim() == "<details>") - i32::from(html.trim() == "</details>");
                assert!(is_count || ["<details>", "</details>"].contains(&html.trim()), "{html}\nin\n{text}");
            }
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. } | Tag::BlockQuote(_))) => {
                panic!("{tag:?} in\n{text}")
            }
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => is_code = false,
            Event::Text(words) if !is_code => {
                for sign in ["@", "<", "://", "www.", "#1", "GH-1"] {
                    assert!(!words.contains(sign), "{words}\nin\n{text}");
                }
            }
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{text}");
    assert!(!text.contains(['\r', '\u{2028}', '\u{202e}']), "{text}");
}

#[test]
fn hostile_names_are_code_in_a_report() {
    let texts = HOSTILE.map(str::to_owned);
    let others: Vec<String> = HOSTILE.iter().map(|text| format!("{text} `{text}")).collect();
    let all = HOSTILE.len();
    let before = document(&texts, all, "string");
    for after in [
        document(&texts, all, "integer"),
        document(&texts, all / 2, "string"),
        document(&others, all, "string"),
        document(&texts, 1, "boolean"),
    ] {
        for (old, new) in [(&before, &after), (&after, &before)] {
            let (report, text) = markdown(old, new, None);
            assert!(report.changes.len() > 10, "{text}");
            assert_inert(&text);
            for max_bytes in [60, 700, 1_200, 2_000, 3_000, 5_000, text.len() / 2] {
                let text = markdown(old, new, Some(max_bytes)).1;
                assert!(text.len() <= max_bytes);
                assert_inert(&text);
            }
        }
    }
}

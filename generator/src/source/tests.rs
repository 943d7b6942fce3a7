//! Tests of reading and locating, for YAML and JSON alike.

use super::*;
use serde_json::{Value, json};

fn yaml(text: &str) -> Value {
    Document::parse("test.yaml", text).unwrap_or_else(|error| panic!("{error}")).root().clone()
}

fn error(name: &str, text: &str) -> (SourceErrorKind, String) {
    let error = Document::parse(name, text).expect_err("it must not be read");
    (error.kind(), error.to_string())
}

fn faults(name: &str, text: &str) -> Vec<(SourceFaultKind, String)> {
    let document = Document::parse(name, text).unwrap_or_else(|error| panic!("{error}"));
    document.faults().map(|fault| (fault.kind.clone(), fault.pointer.to_string())).collect()
}

/// Returns the location of a pointer: line, column, the text in focus, and the key.
fn located(name: &str, text: &str, fragment: &str) -> (usize, usize, String, Option<String>) {
    let document = Document::parse(name, text).unwrap_or_else(|error| panic!("{error}"));
    let pointer = Pointer::parse_fragment(fragment).expect("it is a fragment");
    let location = document.locate(&pointer).expect("there is a root");
    assert!(location.is_exact, "{fragment} is not in the document");
    let key = location.key.map(|key| text[key].to_owned());
    (location.line, location.column, text[location.focus].to_owned(), key)
}

fn found(line: usize, column: usize, focus: &str, key: &str) -> (usize, usize, String, Option<String>) {
    (line, column, focus.to_owned(), Some(key.to_owned()))
}

#[test]
fn yaml_of_every_style_is_read() {
    let text = "
plain: some text, still: text
quoted: 'it''s'
double: \"a\\tb\\u00e9\"
literal: |
  one
   two
folded: >-
  one
  two
list:
- 1
-   - 2
    - three: 3
flow: {a: [1, b, {c: null}], \"d\": , e}
empty:
";
    let expected = json!({
        "plain": "some text, still: text",
        "quoted": "it's",
        "double": "a\tb\u{e9}",
        "literal": "one\n two\n",
        "folded": "one two",
        "list": [1, [2, {"three": 3}]],
        "flow": {"a": [1, "b", {"c": null}], "d": null, "e": null},
        "empty": null,
    });
    assert_eq!(yaml(&text.replace("text, still: text", "text, still:text")), {
        let mut expected = expected;
        expected["plain"] = json!("some text, still:text");
        expected
    });
}

#[test]
fn scalars_mean_what_yaml_1_2_says() {
    assert_eq!(
        yaml(
            "a: yes\nb: 'true'\nc: true\nd: 2024-01-31\ne: 0x10\nf: 1.50\ng: \"1\"\nh: ~\ni: 010\nj: !!str 5\nk: ! 6\n"
        ),
        json!({"a": "yes", "b": "true", "c": true, "d": "2024-01-31", "e": 16, "f": 1.5, "g": "1", "h": null,
               "i": "010", "j": "5", "k": "6"})
    );
}

#[test]
fn the_order_of_the_document_is_kept() {
    let keys = |root: &Value| root.as_object().map(|root| root.keys().cloned().collect::<Vec<_>>());
    let expected = Some(vec!["z".to_owned(), "a".to_owned(), "m".to_owned()]);
    assert_eq!(keys(&yaml("z: 1\na: 2\nm: 3\n")), expected);
    assert_eq!(keys(Document::parse("x.json", r#"{"z": 1, "a": 2, "m": 3}"#).expect("it is JSON").root()), expected);
}

#[test]
fn byte_order_marks_and_windows_lines_change_nothing() {
    let expected = json!({"a": "x\ny\n", "b": [1]});
    assert_eq!(yaml("\u{feff}a: |\r\n  x\r\n  y\r\nb:\r\n  - 1\r\n"), expected);
    let json = "\u{feff}{\r\n\"a\": \"x\\ny\\n\",\r\n\"b\": [1]\r\n}\r\n";
    assert_eq!(Document::parse("x.json", json).expect("it is JSON").root(), &expected);
}

#[test]
fn json_is_recognised_by_its_name_or_its_first_character() {
    for (name, text, format) in [
        ("a.json", "{\"a\": 1}", Format::Json),
        ("a", " {\"a\": 1}", Format::Json),
        ("a.txt", "a: 1", Format::Yaml),
        ("a.yaml", "{\"a\": 1}", Format::Json),
        ("a.yaml", "{a: 1}", Format::Yaml),
        ("a.yml", "a: 1", Format::Yaml),
    ] {
        let document = Document::parse(name, text).expect("it can be read");
        assert_eq!(document.root(), &json!({"a": 1}), "{name}");
        assert_eq!(document.file(FileId(0)).format(), format, "{name} {text}");
    }
}

#[test]
fn aliases_are_copies() {
    assert_eq!(
        yaml("a: &a {x: [1, 2]}\nb: *a\nc: &c text\nd: [*c, *a]\n"),
        json!({"a": {"x": [1, 2]}, "b": {"x": [1, 2]}, "c": "text", "d": ["text", {"x": [1, 2]}]})
    );
}

#[test]
fn merge_keys_give_way_to_own_keys_and_to_earlier_ones() {
    assert_eq!(
        yaml(
            "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: *a\n  x: 0\nd:\n  <<: [*b, *a]\ne: {<<: {q: 1}}\nf: {'<<': *a}\n"
        ),
        json!({"a": {"x": 1, "y": 1}, "b": {"y": 2, "z": 2}, "c": {"x": 0, "y": 1}, "d": {"y": 2, "z": 2, "x": 1},
               "e": {"q": 1}, "f": {"<<": {"x": 1, "y": 1}}})
    );
}

#[test]
fn keys_that_are_not_text_become_text() {
    assert_eq!(
        yaml("200: a\non: b\n1.50: c\n~: d\ntrue: e\n? [1, x]\n: f\n"),
        json!({"200": "a", "on": "b", "1.50": "c", "~": "d", "true": "e", "[1,\"x\"]": "f"})
    );
    let kinds = faults("a.yaml", "200: a\non: b\n1.50: c\n~: d\ntrue: e\n? [1, x]\n: f\n");
    let pointers: Vec<_> = kinds.iter().map(|(_, pointer)| pointer.as_str()).collect();
    assert_eq!(pointers, ["#/1.50", "#/~0", "#/true", "#/[1,\"x\"]"]);
    assert!(kinds.iter().all(|(kind, _)| *kind == SourceFaultKind::NonStringKey));
}

#[test]
fn faults_are_told_with_their_place() {
    assert_eq!(
        faults("a.yaml", "a:\n  b: [1, {c: .inf}]\n  b: 2\nd: !include e.yaml\n"),
        [
            (SourceFaultKind::NonFiniteNumber, "#/a/b/1/c".to_owned()),
            (SourceFaultKind::DuplicateKey, "#/a/b".to_owned()),
            (SourceFaultKind::IgnoredYamlTag("!include".to_owned()), "#/d".to_owned()),
        ]
    );
    assert_eq!(
        faults("a.json", r#"{"a": {"b": 1, "c": 2, "b": 3}, "d": "\ud800"}"#),
        [(SourceFaultKind::DuplicateKey, "#/a/b".to_owned()), (SourceFaultKind::LoneSurrogate, "#/d".to_owned())]
    );
}

#[test]
fn the_last_of_equal_keys_wins_and_the_first_is_located_too() {
    for (name, text) in [("a.yaml", "a: 1\nb: 2\na: 3\n"), ("a.json", "{\"a\": 1,\n\"b\": 2,\n\"a\": 3}")] {
        let document = Document::parse(name, text).expect("it can be read");
        assert_eq!(document.root()["a"], 3);
        let location = document.locate(&Pointer::root().join("a")).expect("it is there");
        assert_eq!(location.line, 3);
        let first = location.first_key.expect("the key stands there twice");
        assert_eq!(document.file(FileId(0)).line_and_column(first.start).0, 1);
    }
}

#[test]
fn places_in_yaml_are_found() {
    let text = "openapi: 3.0.3\npaths:\n  /a/{b}:\n    get:\n      tags: [one, \"two\"]\n      description: |\n        Words.\n      'x': {\"y\": z}\n    # the end\n";
    assert_eq!(located("a.yaml", text, "#/openapi"), found(1, 10, "3.0.3", "openapi"));
    assert_eq!(located("a.yaml", text, "#/paths/~1a~1{b}/get"), found(4, 5, "get", "get"));
    assert_eq!(located("a.yaml", text, "#/paths/~1a~1{b}/get/tags/1"), (5, 19, "\"two\"".to_owned(), None));
    assert_eq!(located("a.yaml", text, "#/paths/~1a~1{b}/get/description"), found(6, 7, "description", "description"));
    assert_eq!(located("a.yaml", text, "#/paths/~1a~1{b}/get/x/y"), found(8, 18, "z", "\"y\""));
    let document = Document::parse("a.yaml", text).expect("it can be read");
    let operation = Pointer::root().join("paths").join("/a/{b}").join("get");
    let location = document.locate(&operation).expect("it is there");
    assert!(text[location.span].starts_with("tags: [one"));
}

#[test]
fn places_in_json_are_found() {
    let text = "{\"openapi\": \"3.0.3\",\n \"a/b\": {\"c\": [1, {\"d\": null}]}}";
    assert_eq!(located("a.json", text, "#/openapi"), found(1, 13, "\"3.0.3\"", "\"openapi\""));
    assert_eq!(located("a.json", text, "#/a~1b"), found(2, 2, "\"a/b\"", "\"a/b\""));
    assert_eq!(located("a.json", text, "#/a~1b/c/1/d"), found(2, 25, "null", "\"d\""));
    let document = Document::parse("a.json", text).expect("it can be read");
    let location = document.locate(&Pointer::root().join("a/b").join("c")).expect("it is there");
    assert_eq!(&text[location.span], "[1, {\"d\": null}]");
}

#[test]
fn columns_are_characters_and_ranges_are_bytes() {
    let text = "ä: {ö: \"ü\", x: y}\r\nß: |\r\n  é\r\nz: 1\r\n";
    assert_eq!(located("a.yaml", text, "#/ä/x"), found(1, 16, "y", "x"));
    assert_eq!(located("a.yaml", text, "#/ß"), found(2, 1, "ß", "ß"));
    assert_eq!(located("a.yaml", text, "#/z"), found(4, 4, "1", "z"));
    assert_eq!(located("a.json", "{\"ä\": [\"é\", 5]}", "#/ä/1"), (1, 13, "5".to_owned(), None));
}

#[test]
fn what_is_not_there_is_located_at_the_nearest_that_is() {
    let document = Document::parse("a.yaml", "a:\n  b: 1\n").expect("it can be read");
    let location = document.locate(&Pointer::root().join("a").join("x").join("y")).expect("there is a root");
    assert_eq!((location.line, location.column, location.is_exact), (1, 1, false));
    let root = document.locate(&Pointer::root()).expect("there is a root");
    assert_eq!((root.line, root.column, root.is_exact), (1, 1, true));
}

#[test]
fn aliases_and_merges_are_followed_to_where_the_text_stands() {
    let text = "a: &a\n  x: {y: 1}\nb: *a\nc:\n  <<: *a\nd:\n  <<: [{q: 1}, *a]\n";
    assert_eq!(located("a.yaml", text, "#/b"), found(3, 4, "*a", "b"));
    for fragment in ["#/b/x/y", "#/c/x/y", "#/d/x/y"] {
        assert_eq!(located("a.yaml", text, fragment), found(2, 10, "1", "y"), "{fragment}");
    }
}

#[test]
fn brackets_may_close_further_left_than_yaml_allows() {
    let text =
        "a:\n  b:\n    enum: [\n      ü,\n      y\n    ]\n    c: {\n      \"d\": 1\n}\n  e: 'one\n two'\n  f: 5\n";
    assert_eq!(yaml(text), json!({"a": {"b": {"enum": ["ü", "y"], "c": {"d": 1}}, "e": "one two", "f": 5}}));
    assert_eq!(located("a.yaml", text, "#/a/b/enum/1"), (5, 7, "y".to_owned(), None));
    assert_eq!(located("a.yaml", text, "#/a/f"), found(12, 6, "5", "f"));
}

#[test]
fn released_trees_are_read_again() {
    let files = [
        ("a.json", "{\"info\": {\"title\": \"Pets\"}}"),
        ("a.yaml", "{\"info\": {\"title\": \"Pets\"}}"),
        ("a.yaml", "info: {\n  title: Pets\n}\nbase: &base {a: 1}\ncopy: *base"),
    ];
    for (name, text) in files {
        let mut document = Document::parse(name, text).unwrap_or_else(|error| panic!("{error}"));
        let before = document.root().clone();
        let title = Pointer::root().join("info").join("title");
        let location = document.locate(&title);
        document.release_trees();
        document.release_positions();
        assert_eq!((document.root(), document.locate(&title)), (&before, location), "{text}");
    }
}

#[test]
fn an_empty_document_is_refused() {
    for (name, text) in [
        ("a.yaml", ""),
        ("a.yaml", "\n# only words\n"),
        ("a.yaml", "---\n"),
        ("a.yaml", "~"),
        ("a.json", " \n"),
        ("a", "\u{feff}"),
    ] {
        assert_eq!(error(name, text), (SourceErrorKind::Empty, format!("{name}: the document is empty")));
    }
}

#[test]
fn a_document_that_is_no_object_is_refused() {
    let message = |name: &str, what| format!("{name}: an OpenAPI document must be an object; found {what}");
    assert_eq!(error("a.yaml", "- a\n"), (SourceErrorKind::NotAnObject, message("a.yaml:1:1", "an array")));
    assert_eq!(error("a.json", "\n [1]"), (SourceErrorKind::NotAnObject, message("a.json:2:2", "an array")));
    assert_eq!(error("a.yaml", "Not found"), (SourceErrorKind::NotAnObject, message("a.yaml:1:1", "a string")));
    assert_eq!(error("a.yaml", "404").1, message("a.yaml:1:1", "a number"));
}

#[test]
fn broken_text_is_refused_where_it_breaks() {
    let (kind, message) = error("a.yaml", "a: 1\nb: [1, 2\nc: 3\n");
    assert_eq!(kind, SourceErrorKind::InvalidYaml);
    assert!(message.starts_with("a.yaml:3:"), "{message}");
    let (kind, message) = error("a.json", "{\"a\": 1,\n \"b\" 2}");
    assert_eq!(kind, SourceErrorKind::InvalidJson);
    assert_eq!(message, "a.json:2:6: expected `:` after the key; found `2`");
    assert_eq!(error("a.yaml", "a: *b\n").0, SourceErrorKind::InvalidYaml);
    assert_eq!(error("a.yaml", "a: &a [*a]\n").0, SourceErrorKind::InvalidYaml);
    assert_eq!(error("a.yaml", "a:\n\tb: 1\n").0, SourceErrorKind::InvalidYaml);
}

#[test]
fn one_file_holds_one_document() {
    let (kind, message) = error("a.yaml", "---\na: 1\n---\nb: 2\n");
    assert_eq!(kind, SourceErrorKind::InvalidYaml);
    assert!(message.starts_with("a.yaml:4:1: a file must contain one YAML document"), "{message}");
    assert_eq!(yaml("---\na: 1\n...\n---\n"), json!({"a": 1}));
}

#[test]
fn nesting_ends_in_an_error_before_it_ends_the_process() {
    let block: String = (0..2_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    let sequence: String = (0..2_000).map(|level| format!("{}-\n", " ".repeat(level))).collect();
    for (name, text) in [
        ("flow.yaml", format!("a: {}", "[".repeat(2_000))),
        ("flow-objects.yaml", format!("a: {}", "{a: ".repeat(2_000))),
        ("many.yaml", format!("a: {}", "[".repeat(200_000))),
        ("block.yaml", block),
        ("sequence.yaml", sequence),
        ("a.json", format!("{{\"a\": {}{}}}", "[".repeat(2_000), "]".repeat(2_000))),
        ("b.json", "{\"a\": ".repeat(2_000)),
    ] {
        assert_eq!(error(name, &text).0, SourceErrorKind::TooDeep, "{name}");
    }
    let chain: String = (1..400).map(|level| format!("a{level}: &a{level} [*a{}]\n", level - 1)).collect();
    assert_eq!(error("alias.yaml", &format!("a0: &a0 []\n{chain}")).0, SourceErrorKind::TooDeep);
    let deep = format!("{{\"a\": {}{}}}", "[".repeat(255), "]".repeat(255));
    assert!(Document::parse("a.json", deep).is_ok());
}

#[test]
fn alias_bombs_end_in_an_error_before_they_end_the_machine() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let copies = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{copies}]\n"));
    }
    let (kind, message) = error("bomb.yaml", &bomb);
    assert_eq!(kind, SourceErrorKind::TooLarge);
    assert!(message.contains("to more than 1,000,000 bytes"), "{message}");
}

#[test]
fn files_that_are_not_utf_8_or_not_there_are_refused() {
    let folder = std::env::temp_dir().join(format!("apiarist-source-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let path = folder.join("latin1.yaml");
    std::fs::write(&path, b"a: 1\nb: caf\xe9 x\nc: 2\n").expect("a file for the test");
    let found = Document::read(&path).expect_err("it is not UTF-8");
    assert_eq!(found.kind(), SourceErrorKind::InvalidEncoding);
    assert_eq!(found.to_string(), format!("{}:2:7: invalid UTF-8: unexpected byte 0xe9", path.display()));
    let found = Document::read(&folder.join("missing.yaml")).expect_err("it is not there");
    assert_eq!(found.kind(), SourceErrorKind::Unreadable);
    std::fs::remove_dir_all(&folder).expect("the folder was made above");
}

#[test]
fn numbers_and_truth_values_have_the_text_that_they_are_written_as() {
    let text = "a: &one 1.10\nb: *one\nc: {<<: {d: 0x10}, e: [1e3, True, ~, \"1.0\", text]}\n\
                f: [&big -18446744073709551617, *big, \"18446744073709551617\", {<<: {g: 18446744073709551618}}]\n";
    let document = Document::parse("a.yaml", text).expect("it can be read");
    let found = |pointer: &str| {
        let steps = pointer.split('/').filter(|step| !step.is_empty());
        let pointer = steps.fold(Pointer::root(), |at, step| at.join(step));
        document.scalar_text(&pointer).map(str::to_owned)
    };
    for (pointer, expected) in [
        ("/a", Some("1.10")),
        ("/b", Some("1.10")),
        ("/c/d", Some("0x10")),
        ("/c/e/0", Some("1e3")),
        ("/c/e/1", Some("True")),
        ("/c/e/3", None),
        ("/c/e/4", None),
        ("/c/e", None),
        ("/f/0", Some("-18446744073709551617")),
        ("/f/1", Some("-18446744073709551617")),
        ("/f/2", None),
        ("/f/3/g", Some("18446744073709551618")),
        ("/z", None),
    ] {
        assert_eq!(found(pointer).as_deref(), expected, "{pointer}");
    }
    let document = Document::parse("a.json", "{\"a\": 1.10, \"b\": 18446744073709551616}").expect("it can be read");
    assert_eq!(document.scalar_text(&Pointer::root().join("a")), Some("1.10"));
    assert_eq!(document.scalar_text(&Pointer::root().join("b")), Some("18446744073709551616"));
}

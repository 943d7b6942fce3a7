//! Tests of `cargo xtask update`, against loopback servers and files.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod place;
mod server;

use std::time::Duration;

use place::{Place, document};
use server::{Answer, Server};

/// A server that gives these answers, one after the other, and a workspace whose source it is.
fn served(answers: impl IntoIterator<Item = Answer>) -> (Server, Place) {
    let server = Server::start(answers);
    let place = Place::new(&format!("url = \"{}\"", server.url("/openapi.yaml")));
    (server, place)
}

/// What the answer is refused with, which leaves everything as it was.
fn refused(answer: Answer, arguments: &[&str]) -> String {
    let (_server, place) = served([answer]);
    let before = place.files();
    let ran = place.update(arguments);
    assert_eq!(ran.code, 1, "{}", ran.text);
    assert_eq!(place.files(), before, "{}", ran.text);
    ran.text
}

#[test]
fn a_new_document_replaces_the_old_byte_for_byte_and_is_locked() {
    let new = format!("# A comment at its start.\r\n{}", document("2"));
    let answer =
        Answer::document(&new).header("etag", "\"v2\"").header("last-modified", "Sat, 01 Aug 2026 00:00:00 GMT");
    let (server, place) = served([answer]);
    let ran = place.update(&[]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert!(
        ran.text.contains("updated specs/pets/openapi.yaml") && ran.text.contains("cargo xtask codegen pets"),
        "{}",
        ran.text
    );
    assert_eq!(place.read("openapi.yaml"), new);
    let lock = place.read("source.lock");
    for line in [
        format!("from = \"{}\"", server.url("/openapi.yaml")),
        "version = \"2\"".to_owned(),
        "etag = '\"v2\"'".to_owned(),
        "last_modified = \"Sat, 01 Aug 2026 00:00:00 GMT\"".to_owned(),
    ] {
        assert!(lock.lines().any(|locked| locked == line), "{line} is missing in {lock}");
    }
    assert!(lock.contains("sha256 = \"") && lock.contains("retrieved = \"20"), "{lock}");
}

#[test]
fn what_has_not_changed_is_asked_for_by_its_validators_and_left_alone() {
    let first = Answer::document(&document("2")).header("etag", "\"v2\"");
    let (server, place) = served([first, Answer::new("304 Not Modified"), Answer::document(&document("2"))]);
    assert_eq!(place.update(&[]).code, 0);
    let files = place.files();
    for _ in 0..2 {
        let ran = place.update(&[]);
        assert_eq!(ran.code, 0, "{}", ran.text);
        assert!(ran.text.contains("pets: unchanged since"), "{}", ran.text);
        assert_eq!(place.files(), files);
    }
    let requests = server.requests();
    assert!(!requests[0].contains("if-none-match"), "{}", requests[0]);
    assert!(requests[1].contains("if-none-match: \"v2\""), "{}", requests[1]);
}

#[test]
fn what_was_changed_by_hand_is_asked_for_as_a_whole() {
    let answer = || Answer::document(&document("2")).header("etag", "\"v2\"");
    let (server, place) = served([answer(), answer()]);
    assert_eq!(place.update(&[]).code, 0);
    place.write("openapi.yaml", &document("3"));
    assert_eq!(place.update(&[]).code, 0);
    assert!(!server.requests()[1].contains("if-none-match"));
    assert_eq!(place.read("openapi.yaml"), document("2"));
}

#[test]
fn a_check_says_that_the_source_has_moved_on_and_changes_nothing() {
    let (_server, place) = served([Answer::document(&document("2")), Answer::document(&document("1"))]);
    let files = place.files();
    let ran = place.update(&["--check"]);
    assert_eq!(ran.code, 1, "{}", ran.text);
    assert!(ran.text.contains("the source has changed (version ? → 2); run `cargo xtask update pets`"), "{}", ran.text);
    assert_eq!(place.files(), files);
    assert_eq!(place.update(&["--check"]).code, 0);
    assert_eq!(place.files(), files);
}

#[test]
fn a_truncated_answer_is_refused() {
    let answer = Answer::document(&document("2")).header("content-length", "100000");
    let text = refused(answer, &[]);
    assert!(
        text.contains("cannot update specs/pets/openapi.yaml from ")
            && text.contains("the response ended before its declared length\nhelp: try again"),
        "{text}"
    );
}

#[test]
fn a_large_answer_is_refused_whether_or_not_it_says_its_length() {
    let large = format!("{}# {}\n", document("2"), "x".repeat(2 << 20));
    for answer in [Answer::document(&large), Answer::document(&large).without_length()] {
        let text = refused(answer, &["--limit", "1"]);
        assert!(text.contains("larger than 1 MB\nhelp: raise the limit with `--limit`"), "{text}");
    }
}

#[test]
fn a_page_is_refused() {
    let page = "<!doctype html><title>Log in</title>";
    for answer in [
        Answer::document(page).header("content-type", "text/html; charset=utf-8"),
        Answer::document(page),
        Answer::document(&document("2")).header("content-type", "text/html"),
    ] {
        let text = refused(answer, &[]);
        assert!(text.contains("found a web page (") && text.contains("use the URL of the document itself"), "{text}");
    }
}

#[test]
fn redirects_are_followed_within_the_origin_alone() {
    let moved = |to: &str| Answer::new("302 Found").header("location", to);
    let (server, place) = served([moved("/v2/openapi.yaml"), Answer::document(&document("2"))]);
    assert_eq!(place.update(&[]).code, 0);
    assert!(server.requests()[1].starts_with("get /v2/openapi.yaml "));
    assert_eq!(place.read("openapi.yaml"), document("2"));

    let elsewhere = Server::start([Answer::document(&document("2"))]);
    let text = refused(moved(&elsewhere.url("/openapi.yaml")), &[]);
    assert!(text.contains("another origin") && text.contains("use it as the source"), "{text}");
    assert!(elsewhere.requests().is_empty());

    let (_server, place) = served(std::iter::repeat_with(|| moved("/")).take(7));
    assert!(place.update(&[]).text.contains("more than 5 redirects"));
}

#[test]
fn a_server_that_speaks_no_tls_is_refused() {
    let server = Server::start([Answer::document(&document("2"))]);
    let place = Place::new(&format!("url = \"{}\"", server.url("/openapi.yaml").replace("http:", "https:")));
    let before = place.files();
    let ran = place.update(&[]);
    assert_eq!((ran.code, place.files()), (1, before), "{}", ran.text);
    assert!(ran.text.contains("cannot establish a secure connection"), "{}", ran.text);
}

#[test]
fn a_slow_server_is_not_waited_for() {
    let slow = || Answer::document(&document("2")).after(Duration::from_secs(4));
    let text = refused(slow(), &["--timeout", "1"]);
    assert!(text.contains("not complete within 1 s\nhelp: try again, or raise the limit with `--timeout`"), "{text}");
    let text = refused(Answer::document(&document("2")).with_slow_body(Duration::from_secs(4)), &["--timeout", "1"]);
    assert!(text.contains("not complete within 1 s"), "{text}");
}

#[test]
fn what_is_no_document_is_refused_and_kept_to_be_looked_at() {
    let (_server, place) = served([Answer::document("{\"message\": \"not found\"}")]);
    let before = place.files();
    let ran = place.update(&[]);
    assert_eq!((ran.code, place.files()), (1, before), "{}", ran.text);
    assert!(
        ran.text.contains("nothing was replaced\nhelp: inspect the document in target/update/pets/openapi.yaml"),
        "{}",
        ran.text
    );
    let text = refused(Answer::document("openapi: [3.1.0\n"), &[]);
    assert!(text.contains("openapi.yaml:") && text.contains("nothing was replaced"), "{text}");
    let text = refused(Answer::new("404 Not Found"), &[]);
    assert!(text.contains("unexpected status 404 Not Found\nhelp: check whether the document has moved"), "{text}");
}

#[test]
fn yaml_in_the_place_of_json_is_refused_with_what_to_do() {
    let place = Place::new("file = \"../../new.yaml\"");
    place.write("apiarist.toml", "document = \"openapi.json\"\n[source]\nfile = \"../../new.yaml\"\n");
    place.write(
        "openapi.json",
        "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Pets\", \"version\": \"1\"}, \"paths\": {}}",
    );
    place.write("../../new.yaml", &document("2"));
    let before = place.files();
    let ran = place.update(&[]);
    assert_eq!((ran.code, place.files()), (1, before), "{}", ran.text);
    assert!(ran.text.contains("set `document` in apiarist.toml"), "{}", ran.text);
}

#[test]
fn a_server_that_is_not_there_is_told() {
    let place = Place::new("url = \"http://127.0.0.1:1/openapi.yaml\"");
    let ran = place.update(&[]);
    assert_eq!(ran.code, 1);
    assert!(ran.text.contains("check the URL and the network"), "{}", ran.text);
}

#[test]
fn a_folder_brings_the_files_that_its_document_refers_to_and_takes_those_it_no_longer_does() {
    let place = Place::new("file = \"../../theirs\"");
    let theirs =
        |reference: &str| format!("{}components: {{schemas: {{Pet: {{$ref: '{reference}'}}}}}}\n", document("2"));
    place.write("../../theirs/openapi.yaml", &theirs("schemas/pet.yaml"));
    place.write("../../theirs/schemas/pet.yaml", "type: object\n");
    place.write("../../theirs/unused.yaml", "type: object\n");
    let ran = place.update(&[]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert_eq!(place.read("schemas/pet.yaml"), "type: object\n");
    assert!(!place.files().contains_key("unused.yaml"));
    assert!(place.read("source.lock").contains("\"schemas/pet.yaml\" = \""), "{}", place.read("source.lock"));

    place.write("../../theirs/openapi.yaml", &theirs("unused.yaml"));
    assert_eq!(place.update(&[]).code, 0);
    let files = place.files();
    assert!(files.contains_key("unused.yaml") && !files.contains_key("schemas/pet.yaml"), "{:?}", files.keys());
}

#[test]
fn pages_make_a_document_that_names_them() {
    let page = |path: &str| {
        let operation = "get: {responses: {'204': {description: ''}}}";
        let document =
            format!("openapi: 3.1.0\ninfo: {{title: Pets, version: '3'}}\npaths: {{{path}: {{{operation}}}}}");
        format!("# A page\n\n## OpenAPI\n\n````yaml openapi.json get {path}\n{document}\n````\n")
    };
    let server = Server::start([Answer::document(&page("/cats"))]);
    let place = Place::new(&format!("pages = [\"{}\", \"../../pages\"]", server.url("/get-cats.md")));
    place.write("../../pages/get-dogs.md", &page("/dogs"));
    let ran = place.update(&[]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    let document = place.read("openapi.yaml");
    assert!(document.contains("/cats:") && document.contains("/dogs:"), "{document}");
    assert!(place.read("source.lock").contains("/get-cats.md, ../../pages\""));
    assert!(
        place.update(&["--from", "pages/get-dogs.md", "--allow-removals"]).code == 0
            && !place.read("openapi.yaml").contains("/cats:")
    );
    place.write("../../pages/get-dogs.md", "# Only words\n");
    let ran = place.update(&["--from", "pages"]);
    assert!(ran.code == 1 && ran.text.contains("cannot import the pages"), "{}", ran.text);
}

#[test]
fn an_update_says_what_it_means() {
    let operation = "{/cats: {get: {operationId: listCats, responses: {'204': {description: ''}}}}}";
    let (_server, place) = served([Answer::document(&document("2").replace("{}", operation))]);
    let ran = place.update(&["--check"]);
    assert!(ran.text.contains("minor") && ran.text.contains("/cats"), "{}", ran.text);
}

#[test]
fn a_file_may_be_named_for_this_time() {
    let place = Place::new("");
    place.write("../../new.yaml", &document("2"));
    let ran = place.update(&[]);
    assert_eq!((ran.code, ran.text.contains("does not set a source")), (1, true), "{}", ran.text);
    let ran = place.update(&["--from", "new.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert_eq!(place.read("openapi.yaml"), document("2"));
    assert!(place.read("source.lock").contains("from = \"new.yaml\""));
}

/// A document of this version with an operation for each of these paths.
fn with_paths(version: &str, paths: &[&str]) -> String {
    let operation = "{get: {responses: {'204': {description: ''}}}}";
    let paths: Vec<String> = paths.iter().map(|path| format!("{path}: {operation}")).collect();
    document(version).replace("{}", &format!("{{{}}}", paths.join(", ")))
}

#[test]
fn a_document_that_lacks_operations_is_rejected_unless_that_is_allowed() {
    let whole = with_paths("1", &["/cats", "/dogs"]);
    let named = "openapi: 3.1.0\ninfo: {title: Pets, version: '2'}\n";
    let schemas = format!("{named}components: {{schemas: {{Pet: {{type: object}}}}}}\n");
    for (new, lacking) in [
        (with_paths("2", &["/cats"]), "removes 1 operation of 2:\n  GET /dogs\n"),
        (named.to_owned(), "removes 2 operations of 2:\n  GET /cats\n  GET /dogs\n"),
        (schemas, "removes 2 operations of 2:"),
    ] {
        let (_server, place) = served([Answer::document(&new), Answer::document(&new), Answer::document(&new)]);
        place.write("openapi.yaml", &whole);
        let before = place.files();
        let ran = place.update(&[]);
        assert_eq!((ran.code, place.files()), (1, before.clone()), "{}", ran.text);
        assert!(ran.text.contains(lacking) && ran.text.contains("`--allow-removals`"), "{}", ran.text);
        let ran = place.update(&["--check"]);
        assert_eq!((ran.code, place.files()), (1, before), "{}", ran.text);
        let ran = place.update(&["--allow-removals"]);
        assert_eq!((ran.code, place.read("openapi.yaml")), (0, new), "{}", ran.text);
    }
}

#[test]
fn a_removal_that_settings_accept_needs_no_other_word() {
    let (server, place) = served([Answer::document(&with_paths("2", &["/cats"]))]);
    place.write("openapi.yaml", &with_paths("1", &["/cats", "/dogs"]));
    let accept = "[[accept]]\ncode = \"operation-removed\"\nplace = \"GET /dogs\"\nreason = \"Nobody called it.\"\n";
    place.write("apiarist.toml", &format!("[source]\nurl = \"{}\"\n{accept}", server.url("/openapi.yaml")));
    let ran = place.update(&[]);
    assert_eq!((ran.code, place.read("openapi.yaml")), (0, with_paths("2", &["/cats"])), "{}", ran.text);
}

#[test]
fn a_document_without_anything_in_it_does_not_replace_schemas() {
    let (_server, place) = served([Answer::document(&document("2"))]);
    place.write("openapi.yaml", &format!("{}components: {{schemas: {{Pet: {{type: object}}}}}}\n", document("1")));
    let ran = place.update(&[]);
    assert_eq!(ran.code, 1, "{}", ran.text);
    assert!(ran.text.contains("neither operations nor schemas"), "{}", ran.text);
}

#[test]
fn findings_of_the_new_document_alone_are_shown() {
    let schema = |name: &str| format!("{name}: {{type: strng}}");
    let with = |version: &str, schemas: &str| format!("{}components: {{schemas: {{{schemas}}}}}\n", document(version));
    let (_server, place) = served([Answer::document(&with("2", &format!("{}, {}", schema("Cat"), schema("Dog"))))]);
    place.write("openapi.yaml", &with("1", &schema("Cat")));
    let ran = place.update(&[]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert!(ran.text.contains("pets: new diagnostics:"), "{}", ran.text);
    assert!(ran.text.contains("#/components/schemas/Dog/type"), "{}", ran.text);
    assert!(!ran.text.contains("#/components/schemas/Cat/type"), "{}", ran.text);
}

#[test]
fn a_local_path_is_locked_from_the_workspace() {
    let place = Place::new("");
    place.write("../../new.yaml", &document("2"));
    let absolute = place.root().join("new.yaml").display().to_string();
    assert_eq!(place.update(&["--from", &absolute]).code, 0);
    let lock = place.read("source.lock");
    assert!(lock.contains("from = \"new.yaml\"") && !lock.contains(&absolute), "{lock}");
}

#[test]
fn validators_that_come_with_the_same_document_are_locked() {
    let answer = || Answer::document(&document("2"));
    let (server, place) = served([answer(), answer().header("etag", "\"v2\""), Answer::new("304 Not Modified")]);
    assert_eq!(place.update(&[]).code, 0);
    assert!(!place.read("source.lock").contains("etag"));
    assert_eq!(place.update(&[]).code, 0);
    assert!(place.read("source.lock").contains("etag = '\"v2\"'"), "{}", place.read("source.lock"));
    assert_eq!(place.update(&[]).code, 0);
    assert!(server.requests()[2].contains("if-none-match: \"v2\""));
}

#[test]
fn a_not_modified_that_nobody_asked_for_is_an_error() {
    let text = refused(Answer::new("304 Not Modified"), &[]);
    assert!(text.contains("304 Not Modified: the request was not conditional"), "{text}");
}

#[test]
fn limits_that_make_no_sense_are_usage_errors() {
    for arguments in [["--limit", "0"], ["--limit", "18446744073709551615"], ["--timeout", "18446744073709551615"]] {
        let (_server, place) = served([]);
        assert_eq!(place.update(&arguments).code, 2, "{arguments:?}");
    }
}

#[test]
fn all_updates_every_document_that_has_a_source() {
    let place = Place::new("file = \"../../new.yaml\"");
    place.write("../../new.yaml", &document("2"));
    place.write("../cats/apiarist.toml", "");
    place.write("../cats/openapi.yaml", &document("1"));
    let ran = place.run(&["update", "--all"]);
    assert_eq!((ran.code, place.read("openapi.yaml")), (0, document("2")), "{}", ran.text);
    assert!(ran.text.contains("cats: skipped, because its apiarist.toml has no source"), "{}", ran.text);
}

#[test]
fn update_without_names_is_a_usage_error() {
    let place = Place::new("");
    for arguments in [&["update"][..], &["update", "--check"], &["update", "pets", "--all"]] {
        assert_eq!(place.run(arguments).code, 2, "{arguments:?}");
    }
}

//! Tests of `cargo xtask update`, against loopback servers and files.

pub mod commit;
pub mod server;
pub mod spec_folder;

use std::time::Duration;

use server::{Response, Server};
use spec_folder::{SpecFolder, document};

/// Starts a server with these responses, in order, and creates a workspace whose document has it as its source.
fn served(responses: impl IntoIterator<Item = Response>) -> (Server, SpecFolder) {
    let server = Server::start(responses);
    let folder = SpecFolder::new(&format!("url = \"{}\"", server.url("/openapi.yaml")));
    (server, folder)
}

/// Updates from a response that must be rejected without a change to any file. Returns the output.
fn rejected(response: Response, arguments: &[&str]) -> String {
    let (_server, folder) = served([response]);
    let before = folder.files();
    let ran = folder.update(arguments);
    assert_eq!(ran.code, 1, "{}", ran.text);
    assert_eq!(folder.files(), before, "{}", ran.text);
    ran.text
}

pub fn new_document_replaces_the_old_byte_for_byte_and_is_locked() {
    let new = format!("# A comment at its start.\r\n{}", document("2"));
    let response =
        Response::document(&new).header("etag", "\"v2\"").header("last-modified", "Sat, 01 Aug 2026 00:00:00 GMT");
    let (server, folder) = served([response]);
    let ran = folder.update(&[]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert!(ran.text.contains("updated specs/pets/openapi.yaml") && ran.text.contains("generated/: "), "{}", ran.text);
    assert_eq!(folder.read("openapi.yaml"), new);
    let lock = folder.read("source.lock");
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

pub fn unchanged_document_is_requested_conditionally_and_not_written() {
    let first = Response::document(&document("2")).header("etag", "\"v2\"");
    let (server, folder) = served([first, Response::new("304 Not Modified"), Response::document(&document("2"))]);
    assert_eq!(folder.update(&[]).code, 0);
    let files = folder.files();
    for _ in 0..2 {
        let ran = folder.update(&[]);
        assert_eq!(ran.code, 0, "{}", ran.text);
        assert!(ran.text.contains("pets: unchanged since"), "{}", ran.text);
        assert_eq!(folder.files(), files);
    }
    let requests = server.requests();
    assert!(!requests[0].contains("if-none-match"), "{}", requests[0]);
    assert!(requests[1].contains("if-none-match: \"v2\""), "{}", requests[1]);
}

pub fn document_edited_by_hand_is_requested_unconditionally() {
    let response = || Response::document(&document("2")).header("etag", "\"v2\"");
    let (server, folder) = served([response(), response()]);
    assert_eq!(folder.update(&[]).code, 0);
    folder.write("openapi.yaml", &document("3"));
    assert_eq!(folder.update(&[]).code, 0);
    assert!(!server.requests()[1].contains("if-none-match"));
    assert_eq!(folder.read("openapi.yaml"), document("2"));
}

pub fn check_reports_a_changed_source_and_writes_nothing() {
    let (_server, folder) = served([Response::document(&document("2")), Response::document(&document("1"))]);
    let files = folder.files();
    let ran = folder.update(&["--check"]);
    assert_eq!(ran.code, 1, "{}", ran.text);
    assert!(ran.text.contains("the source has changed (version 1 → 2); run `cargo xtask update pets`"), "{}", ran.text);
    assert_eq!(folder.files(), files);
    assert_eq!(folder.update(&["--check"]).code, 0);
    assert_eq!(folder.files(), files);
}

pub fn truncated_response_is_rejected() {
    let response = Response::document(&document("2")).header("content-length", "100000");
    let text = rejected(response, &[]);
    assert!(
        text.contains("cannot update specs/pets/openapi.yaml from ")
            && text.contains("the response ended before its declared length\nhelp: try again"),
        "{text}"
    );
}

pub fn large_response_is_rejected_with_and_without_a_length() {
    let large = format!("{}# {}\n", document("2"), "x".repeat(2 << 20));
    for response in [Response::document(&large), Response::document(&large).without_length()] {
        let text = rejected(response, &["--limit", "1"]);
        assert!(text.contains("larger than 1 MB\nhelp: raise the limit with `--limit`"), "{text}");
    }
}

pub fn web_page_is_rejected() {
    let page = "<!doctype html><title>Log in</title>";
    for response in [
        Response::document(page).header("content-type", "text/html; charset=utf-8"),
        Response::document(page),
        Response::document(&document("2")).header("content-type", "text/html"),
    ] {
        let text = rejected(response, &[]);
        assert!(text.contains("found a web page (") && text.contains("use the URL of the document itself"), "{text}");
    }
}

pub fn redirects_are_followed_within_the_origin_only() {
    let moved = |to: &str| Response::new("302 Found").header("location", to);
    let (server, folder) = served([moved("/v2/openapi.yaml"), Response::document(&document("2"))]);
    assert_eq!(folder.update(&[]).code, 0);
    assert!(server.requests()[1].starts_with("get /v2/openapi.yaml "));
    assert_eq!(folder.read("openapi.yaml"), document("2"));

    let elsewhere = Server::start([Response::document(&document("2"))]);
    let text = rejected(moved(&elsewhere.url("/openapi.yaml")), &[]);
    assert!(text.contains("another origin") && text.contains("use it as the source"), "{text}");
    assert!(elsewhere.requests().is_empty());

    let (_server, folder) = served(std::iter::repeat_with(|| moved("/")).take(7));
    assert!(folder.update(&[]).text.contains("more than 5 redirects"));
}

pub fn server_without_tls_is_rejected() {
    let server = Server::start([Response::document(&document("2"))]);
    let folder = SpecFolder::new(&format!("url = \"{}\"", server.url("/openapi.yaml").replace("http:", "https:")));
    let before = folder.files();
    let ran = folder.update(&[]);
    assert_eq!((ran.code, folder.files()), (1, before), "{}", ran.text);
    assert!(ran.text.contains("cannot establish a secure connection"), "{}", ran.text);
}

pub fn slow_response_times_out() {
    let slow = || Response::document(&document("2")).after(Duration::from_secs(4));
    let text = rejected(slow(), &["--timeout", "1"]);
    assert!(text.contains("not complete within 1 s\nhelp: try again, or raise the limit with `--timeout`"), "{text}");
    let text = rejected(Response::document(&document("2")).with_slow_body(Duration::from_secs(4)), &["--timeout", "1"]);
    assert!(text.contains("not complete within 1 s"), "{text}");
}

pub fn invalid_document_is_rejected_and_kept_for_inspection() {
    let (_server, folder) = served([Response::document("{\"message\": \"not found\"}")]);
    let before = folder.files();
    let ran = folder.update(&[]);
    assert_eq!((ran.code, folder.files()), (1, before), "{}", ran.text);
    assert!(
        ran.text.contains("nothing was replaced\nhelp: inspect the document in target/update/pets/openapi.yaml"),
        "{}",
        ran.text
    );
    let text = rejected(Response::document("openapi: [3.1.0\n"), &[]);
    assert!(text.contains("openapi.yaml:") && text.contains("nothing was replaced"), "{text}");
    let text = rejected(Response::new("404 Not Found"), &[]);
    assert!(text.contains("unexpected status 404 Not Found\nhelp: check whether the document has moved"), "{text}");
}

pub fn yaml_named_json_is_rejected_with_a_fix() {
    let folder = SpecFolder::new("file = \"../../new.yaml\"");
    folder.write("apiarist.toml", "document = \"openapi.json\"\n[source]\nfile = \"../../new.yaml\"\n");
    folder.write(
        "openapi.json",
        "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Pets\", \"version\": \"1\"}, \"paths\": {}}",
    );
    folder.write("../../new.yaml", &document("2"));
    let before = folder.files();
    let ran = folder.update(&[]);
    assert_eq!((ran.code, folder.files()), (1, before), "{}", ran.text);
    assert!(ran.text.contains("set `document` in apiarist.toml"), "{}", ran.text);
}

pub fn unreachable_server_is_reported() {
    let folder = SpecFolder::new("url = \"http://127.0.0.1:1/openapi.yaml\"");
    let ran = folder.update(&[]);
    assert_eq!(ran.code, 1);
    assert!(ran.text.contains("check the URL and the network"), "{}", ran.text);
}

pub fn referenced_files_are_added_and_removed_with_the_document() {
    let folder = SpecFolder::new("file = \"../../theirs\"");
    let theirs =
        |reference: &str| format!("{}components: {{schemas: {{Pet: {{$ref: '{reference}'}}}}}}\n", document("2"));
    folder.write("../../theirs/openapi.yaml", &theirs("schemas/pet.yaml"));
    folder.write("../../theirs/schemas/pet.yaml", "type: object\n");
    folder.write("../../theirs/unused.yaml", "type: object\n");
    let ran = folder.update(&[]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert_eq!(folder.read("schemas/pet.yaml"), "type: object\n");
    assert!(!folder.files().contains_key("unused.yaml"));
    assert!(folder.read("source.lock").contains("\"schemas/pet.yaml\" = \""), "{}", folder.read("source.lock"));

    folder.write("../../theirs/openapi.yaml", &theirs("unused.yaml"));
    assert_eq!(folder.update(&[]).code, 0);
    let files = folder.files();
    assert!(files.contains_key("unused.yaml") && !files.contains_key("schemas/pet.yaml"), "{:?}", files.keys());
}

pub fn pages_are_imported_and_recorded_as_the_source() {
    let page = |path: &str| {
        let operation = "get: {responses: {'204': {description: ''}}}";
        let document =
            format!("openapi: 3.1.0\ninfo: {{title: Pets, version: '3'}}\npaths: {{{path}: {{{operation}}}}}");
        format!("# A page\n\n## OpenAPI\n\n````yaml openapi.json get {path}\n{document}\n````\n")
    };
    let server = Server::start([Response::document(&page("/cats"))]);
    let folder = SpecFolder::new(&format!("pages = [\"{}\", \"../../pages\"]", server.url("/get-cats.md")));
    folder.write("../../pages/get-dogs.md", &page("/dogs"));
    let ran = folder.update(&[]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    let document = folder.read("openapi.yaml");
    assert!(document.contains("/cats:") && document.contains("/dogs:"), "{document}");
    assert!(folder.read("source.lock").contains("/get-cats.md, ../../pages\""));
    assert!(
        folder.update(&["--from", "pages/get-dogs.md", "--allow-removals"]).code == 0
            && !folder.read("openapi.yaml").contains("/cats:")
    );
    folder.write("../../pages/get-dogs.md", "# Only words\n");
    let ran = folder.update(&["--from", "pages"]);
    assert!(ran.code == 1 && ran.text.contains("cannot import the pages"), "{}", ran.text);
}

pub fn changes_of_the_client_are_reported() {
    let operation = "{/cats: {get: {operationId: listCats, responses: {'204': {description: ''}}}}}";
    let (_server, folder) = served([Response::document(&document("2").replace("{}", operation))]);
    let ran = folder.update(&["--check"]);
    assert!(ran.text.contains("minor") && ran.text.contains("/cats"), "{}", ran.text);
}

pub fn from_overrides_the_source_of_one_run() {
    let folder = SpecFolder::new("");
    folder.write("../../new.yaml", &document("2"));
    let ran = folder.update(&[]);
    assert_eq!((ran.code, ran.text.contains("does not set a source")), (1, true), "{}", ran.text);
    let ran = folder.update(&["--from", "new.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert_eq!(folder.read("openapi.yaml"), document("2"));
    assert!(folder.read("source.lock").contains("from = \"new.yaml\""));
}

/// Returns a document of this version with an operation for each path.
fn with_paths(version: &str, paths: &[&str]) -> String {
    let operation = "{get: {responses: {'204': {description: ''}}}}";
    let paths: Vec<String> = paths.iter().map(|path| format!("{path}: {operation}")).collect();
    document(version).replace("{}", &format!("{{{}}}", paths.join(", ")))
}

pub fn document_that_removes_operations_is_rejected_unless_allowed() {
    let whole = with_paths("1", &["/cats", "/dogs"]);
    let named = "openapi: 3.1.0\ninfo: {title: Pets, version: '2'}\n";
    let schemas = format!("{named}components: {{schemas: {{Pet: {{type: object}}}}}}\n");
    for (new, lacking) in [
        (with_paths("2", &["/cats"]), "removes 1 operation of 2:\n  GET /dogs\n"),
        (named.to_owned(), "removes 2 operations of 2:\n  GET /cats\n  GET /dogs\n"),
        (schemas, "removes 2 operations of 2:"),
    ] {
        let (_server, folder) = served([Response::document(&new), Response::document(&new), Response::document(&new)]);
        folder.write("openapi.yaml", &whole);
        let before = folder.files();
        let ran = folder.update(&[]);
        assert_eq!((ran.code, folder.files()), (1, before.clone()), "{}", ran.text);
        assert!(ran.text.contains(lacking) && ran.text.contains("`--allow-removals`"), "{}", ran.text);
        let ran = folder.update(&["--check"]);
        assert_eq!((ran.code, folder.files()), (1, before), "{}", ran.text);
        let ran = folder.update(&["--allow-removals"]);
        assert_eq!((ran.code, folder.read("openapi.yaml")), (0, new), "{}", ran.text);
    }
}

pub fn removal_that_settings_accept_needs_no_flag() {
    let (server, folder) = served([Response::document(&with_paths("2", &["/cats"]))]);
    folder.write("openapi.yaml", &with_paths("1", &["/cats", "/dogs"]));
    let accept = "[[accept]]\ncode = \"operation-removed\"\nsubject = \"GET /dogs\"\nreason = \"Nobody called it.\"\n";
    folder.write("apiarist.toml", &format!("[source]\nurl = \"{}\"\n{accept}", server.url("/openapi.yaml")));
    let ran = folder.update(&[]);
    assert_eq!((ran.code, folder.read("openapi.yaml")), (0, with_paths("2", &["/cats"])), "{}", ran.text);
}

pub fn empty_document_does_not_replace_schemas() {
    let (_server, folder) = served([Response::document(&document("2"))]);
    folder.write("openapi.yaml", &format!("{}components: {{schemas: {{Pet: {{type: object}}}}}}\n", document("1")));
    let ran = folder.update(&[]);
    assert_eq!(ran.code, 1, "{}", ran.text);
    assert!(ran.text.contains("neither operations nor schemas"), "{}", ran.text);
}

pub fn only_new_diagnostics_are_printed() {
    let schema = |name: &str| format!("{name}: {{type: strng}}");
    let with = |version: &str, schemas: &str| format!("{}components: {{schemas: {{{schemas}}}}}\n", document(version));
    let (_server, folder) = served([Response::document(&with("2", &format!("{}, {}", schema("Cat"), schema("Dog"))))]);
    folder.write("openapi.yaml", &with("1", &schema("Cat")));
    let ran = folder.update(&[]);
    assert_eq!(ran.code, 0, "{}", ran.text);
    assert!(ran.text.contains("pets: new diagnostics:"), "{}", ran.text);
    assert!(ran.text.contains("#/components/schemas/Dog/type"), "{}", ran.text);
    assert!(!ran.text.contains("#/components/schemas/Cat/type"), "{}", ran.text);
}

pub fn local_path_is_locked_relative_to_the_workspace() {
    let folder = SpecFolder::new("");
    folder.write("../../new.yaml", &document("2"));
    let absolute = folder.root().join("new.yaml").display().to_string();
    assert_eq!(folder.update(&["--from", &absolute]).code, 0);
    let lock = folder.read("source.lock");
    assert!(lock.contains("from = \"new.yaml\"") && !lock.contains(&absolute), "{lock}");
}

pub fn validators_of_an_unchanged_document_are_locked() {
    let response = || Response::document(&document("2"));
    let (server, folder) = served([response(), response().header("etag", "\"v2\""), Response::new("304 Not Modified")]);
    assert_eq!(folder.update(&[]).code, 0);
    assert!(!folder.read("source.lock").contains("etag"));
    assert_eq!(folder.update(&[]).code, 0);
    assert!(folder.read("source.lock").contains("etag = '\"v2\"'"), "{}", folder.read("source.lock"));
    assert_eq!(folder.update(&[]).code, 0);
    assert!(server.requests()[2].contains("if-none-match: \"v2\""));
}

pub fn unexpected_not_modified_is_an_error() {
    let text = rejected(Response::new("304 Not Modified"), &[]);
    assert!(text.contains("304 Not Modified: the request was not conditional"), "{text}");
}

pub fn invalid_limits_are_usage_errors() {
    for arguments in [["--limit", "0"], ["--limit", "18446744073709551615"], ["--timeout", "18446744073709551615"]] {
        let (_server, folder) = served([]);
        assert_eq!(folder.update(&arguments).code, 2, "{arguments:?}");
    }
}

pub fn all_updates_every_document_that_has_a_source() {
    let folder = SpecFolder::new("file = \"../../new.yaml\"");
    folder.write("../../new.yaml", &document("2"));
    folder.write("../cats/apiarist.toml", "");
    folder.write("../cats/openapi.yaml", &document("1"));
    let ran = folder.run(&["update", "--all"]);
    assert_eq!((ran.code, folder.read("openapi.yaml")), (0, document("2")), "{}", ran.text);
    assert!(ran.text.contains("cats: skipped, because its apiarist.toml has no source"), "{}", ran.text);
}

pub fn update_without_names_is_a_usage_error() {
    let folder = SpecFolder::new("");
    for arguments in [&["update"][..], &["update", "--check"], &["update", "pets", "--all"]] {
        assert_eq!(folder.run(arguments).code, 2, "{arguments:?}");
    }
}

//! Tests that files of a cassette, which may come from anyone, are rejected with their location.

use std::{fs, path::PathBuf};

use apiarist_runtime::testing::Cassette;
use proptest::prelude::*;

/// A folder with one file, which is removed at the end of the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("apiarist-hostile-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Scratch(path)
    }

    /// Returns the error of a replay with this file.
    fn replay(&self, text: impl AsRef<[u8]>) -> Option<String> {
        fs::write(self.0.join("001-a.json"), text).unwrap();
        Cassette::new(&self.0).replay().err().map(|error| error.to_string())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn exchange(request: &str, response: &str) -> String {
    format!(r#"{{"apiarist_cassette":1,"request":{request},"response":{response}}}"#)
}

const REQUEST: &str = r#"{"method":"GET","url":"https://a.test","headers":{}}"#;
const RESPONSE: &str = r#"{"status":200,"headers":{"a":["b","c"]},"body":{"json":null}}"#;

#[test]
fn invalid_file_is_reported_with_its_location() {
    let scratch = Scratch::new("rows");
    assert_eq!(scratch.replay(exchange(REQUEST, RESPONSE)), None);
    let response = |body: &str| exchange(REQUEST, &format!(r#"{{"status":200,"headers":{{}},"body":{body}}}"#));
    let headers = |headers: &str| exchange(REQUEST, &format!(r#"{{"status":200,"headers":{headers}}}"#));
    let rows = [
        ("", "EOF while parsing a value at line 1 column 0".to_owned()),
        ("{\n\"a\": nul", "at line 2".to_owned()),
        ("[]", "the file must be an object; found".to_owned()),
        ("{}", "`/apiarist_cassette` is required".to_owned()),
        (r#"{"apiarist_cassette":2}"#, "`/apiarist_cassette`: format 2 is not supported".to_owned()),
        (r#"{"apiarist_cassette":"1"}"#, "`/apiarist_cassette` must be 1".to_owned()),
        (r#"{"apiarist_cassette":1,"request":[]}"#, "`/response` is required".to_owned()),
        (&exchange("[]", RESPONSE), "`/request` must be an object; found".to_owned()),
        (&exchange("{}", RESPONSE), "`/request/method` is required".to_owned()),
        (&exchange(r#"{"method":1}"#, RESPONSE), "`/request/method` must be a string".to_owned()),
        (
            &exchange(REQUEST, r#"{"status":99,"headers":{}}"#),
            "`/response/status` must be a status from 100 to 999".to_owned(),
        ),
        (&exchange(REQUEST, r#"{"status":65736,"headers":{}}"#), "`/response/status` must be a status".to_owned()),
        (&headers("[]"), "`/response/headers` must be an object".to_owned()),
        (&headers(r#"{"a b":"c"}"#), "`/response/headers/a b` must be named like a header".to_owned()),
        (&headers(r#"{"a":"b\r\nc"}"#), "`/response/headers/a` must be the value of a header".to_owned()),
        (&headers(r#"{"a":[["b"]]}"#), "`/response/headers/a` must be the value of a header".to_owned()),
        (&response("1"), "`/response/body` must be an object".to_owned()),
        (&response("{}"), "`/response/body` must be an object with one of `json`, `text` and `base64`".to_owned()),
        (&response(r#"{"text":"a","json":1}"#), "`/response/body` must be an object with one of".to_owned()),
        (&response(r#"{"text":1}"#), "`/response/body/text` must be a string".to_owned()),
        (&response(r#"{"base64":"%"}"#), "`/response/body/base64` must be Base64".to_owned()),
        (&"[".repeat(100_000), "recursion limit exceeded".to_owned()),
    ];
    for (text, expected) in rows {
        let message = scratch.replay(text).expect("an error");
        assert!(message.starts_with("cannot replay `001-a.json` in the folder `"), "{message}");
        assert!(message.contains(&expected), "{message}, expected {expected}");
    }
    assert!(scratch.replay(b"\xff").unwrap().starts_with("cannot read `001-a.json` in the folder `"));
}

#[cfg(unix)]
#[test]
fn link_is_not_followed() {
    let scratch = Scratch::new("link");
    let target = Scratch::new("link-target");
    assert_eq!(target.replay(exchange(REQUEST, RESPONSE)), None);
    std::os::unix::fs::symlink(target.0.join("001-a.json"), scratch.0.join("001-a.json")).unwrap();
    let message = Cassette::new(&scratch.0).replay().unwrap_err().to_string();
    assert!(message.contains("it must be a regular file"), "{message}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// A file with some bytes replaced is replayed or rejected, without a panic.
    #[test]
    fn damaged_file_does_not_panic(at in 0_usize..150, byte in any::<u8>(), length in 0_usize..10) {
        let scratch = Scratch::new("damaged");
        let mut bytes = exchange(REQUEST, RESPONSE).into_bytes();
        let end = bytes.len().min(at + length);
        let start = end.min(at);
        bytes.splice(start..end, [byte]);
        scratch.replay(bytes);
    }
}

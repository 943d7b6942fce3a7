//! The tags of forms with a discriminator.

use super::Client;
use super::types::{Film, Photo, Sound, Upload};
use apiarist_runtime::FilePart;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn tag_with_one_value_is_written_and_another_is_set_by_the_caller() {
    let file = || FilePart::bytes("file", b"x".to_vec());
    let uploads: [(Upload, &str); 3] = [
        (Photo::new(file()).into(), "photo"),
        (Sound::new(file()).into(), "Sound"),
        (Film::new("clip", file()).into(), "clip"),
    ];
    for (upload, tag) in uploads {
        let (client, transport) =
            faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
        client.uploads().create(&upload).await.expect("it is sent");
        let text = transport.last_request().expect("a request").text();
        assert!(text.contains(&format!("name=\"kind\"\r\n\r\n{tag}\r\n")), "{text}");
    }
}

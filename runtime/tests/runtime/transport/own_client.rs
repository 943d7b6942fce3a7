//! Tests transports from a reqwest client of the program.

use apiarist_runtime::{
    ErrorKind, OperationSpec, Value,
    codegen::{ClientDescription, Json},
    transport::ReqwestTransport,
};
use reqwest::redirect::Policy;

use crate::{
    bad_server::{Connection, Server, raw_server, server, soon},
    chain::chain,
    mini_client::{client, operations},
};

const DESCRIPTION: ClientDescription = ClientDescription::new("own", "own");

client! {
    DESCRIPTION;
    group hives: Hives { get: GetHive }
}
operations! {
    GetHive -> Result<Json<Value>, Json<Value>> = OperationSpec::new("getHive").get("/hive");
}

/// Starts a server that redirects `/hive` to this URL, and returns the headers of other requests as JSON.
fn redirecting(to: &str) -> Server {
    let location = format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    raw_server(move |connection: &mut Connection| {
        let request = connection.request()?;
        if request.starts_with("GET /hive ") {
            return connection.send(&location);
        }
        let body = Value::from(request).to_string();
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n";
        connection.send(format!("{head}content-length: {}\r\n\r\n{body}", body.len()))
    })
}

/// Starts a client with the TLS configuration of this process, which no test uses.
fn builder() -> reqwest::ClientBuilder {
    drop(rustls::crypto::ring::default_provider().install_default());
    reqwest::Client::builder()
}

fn client(server: &Server, builder: reqwest::ClientBuilder) -> Client {
    let transport = ReqwestTransport::from_client(builder.build().unwrap());
    Client::builder().base_url(&server.url).transport(transport).build().unwrap()
}

#[tokio::test]
async fn requests_are_sent_with_the_settings_of_the_client() {
    let server = server(|connection: &mut Connection| {
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n";
        connection.send(format!("{head}content-length: 2\r\n\r\n{{}}"))
    });
    // The name is resolved by the client only.
    let address = server.url.trim_start_matches("http://").parse().unwrap();
    let builder = builder().resolve("hive.test", address);
    let transport = ReqwestTransport::from_client(builder.build().unwrap());
    let client = Client::builder().base_url("http://hive.test").transport(transport).build().unwrap();
    assert_eq!(soon(client.hives().get()).await.unwrap(), Value::Object(Default::default()));
}

#[tokio::test]
async fn client_follows_redirects_only_within_the_origin() {
    let server = redirecting("/other");
    for policy in [Policy::none(), Policy::limited(3)] {
        let client = client(&server, builder().redirect(policy));
        let request = soon(client.hives().get()).await.unwrap();
        assert!(request.as_str().unwrap().starts_with("GET /other "), "{request}");
    }
}

#[tokio::test]
async fn response_from_another_origin_is_an_error_without_a_retry() {
    let other = redirecting("/");
    let server = redirecting(&format!("{}/other", other.url));
    let client = client(&server, builder());
    let error = soon(client.hives().get()).await.unwrap_err();
    let expected = "getHive failed: the client followed a redirect to another origin: build it with \
                    `.redirect(reqwest::redirect::Policy::none())`";
    assert_eq!((error.kind(), chain(&error).as_str()), (ErrorKind::Transport, expected));
    assert_eq!(server.connections.load(std::sync::atomic::Ordering::Relaxed), 1);
}

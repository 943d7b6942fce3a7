//! Measures the cost of a call, compared with the same request written by hand with reqwest and serde. Both use the
//! same loopback server, in turns. Prints a line of JSON for each turn and each future.
//!
//! With a name and a number, it only sends requests of that kind, for a profiler:
//!
//! ```text
//! valgrind --tool=callgrind --separate-threads=yes target/release/deps/calls-… generated 2000
//! ```
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

use std::{
    env, fs,
    io::{BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    thread,
    time::{Duration, Instant},
};

use apiarist_runtime::{
    Error, Object, OperationSpec, Value,
    codegen::{CallBuilder as _, ClientDescription, CredentialDescription, Json, SecurityScheme},
};
use serde::Deserialize;

#[path = "../tests/runtime/mini_client.rs"]
mod mini_client;
use mini_client::{Call, client, operations};

const TURNS: usize = 20;
const REQUESTS: u32 = 500;

const KEY: SecurityScheme = SecurityScheme::bearer("Key");
const DESCRIPTION: ClientDescription =
    ClientDescription::new("hives", "hives").credentials(&[CredentialDescription::new(KEY, "key", &["HIVES_KEY"])]);

client! {
    DESCRIPTION;
    group hives: Hives {}
    credentials { key: KEY }
}
impl Hives<'_> {
    pub fn get(self, id: &str) -> Call<GetHive> {
        Call::new(self.core, &[&id])
    }
}
impl Call<GetHive> {
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", &limit)
    }
}
operations! {
    GetHive -> Result<Json<Hive>, Json<Value>> = OperationSpec::new("getHive").get("/hives/{id}").security(&[&[KEY]]);
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Hive {
    pub id: String,
    pub place: String,
    pub queen: Option<String>,
    pub bees: Vec<Bee>,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Bee {
    pub name: String,
    pub age: i64,
    pub task: Option<String>,
}

/// The same request, written by hand.
#[derive(Deserialize)]
#[expect(dead_code, reason = "only reading it is of interest")]
struct HandHive {
    id: String,
    place: String,
    queen: Option<String>,
    bees: Vec<HandBee>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only reading it is of interest")]
struct HandBee {
    name: String,
    age: i64,
    task: Option<String>,
}

async fn generated(client: &Client, id: &str) -> Result<Hive, Error<Value>> {
    client.hives().get(id).limit(20).await
}

async fn by_hand(client: &reqwest::Client, base_url: &str, id: &str) -> Result<HandHive, Box<dyn std::error::Error>> {
    let request = client.get(format!("{base_url}/hives/{id}?limit=20")).bearer_auth("secret");
    let response = request.header("accept", "application/json").header("user-agent", "hives/1").send().await?;
    let response = response.error_for_status()?;
    Ok(serde_json::from_slice(&response.bytes().await?)?)
}

fn main() {
    // The handwritten client needs one for the whole process.
    rustls::crypto::ring::default_provider().install_default().unwrap();
    let base_url = serve();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = Client::builder().base_url(&base_url).key("secret").build().unwrap();
    // With the same timeouts, which every client should have.
    let (connect, limit) = (Duration::from_secs(5), Duration::from_secs(60));
    let hand = reqwest::Client::builder().connect_timeout(connect).timeout(limit).build().unwrap();
    let by_hand_once = || drop(runtime.block_on(by_hand(&hand, &base_url, "1")).unwrap());
    let generated_once = || drop(runtime.block_on(generated(&client, "1")).unwrap());
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [name, number] = arguments.as_slice() {
        let call: &dyn Fn() = if name == "generated" { &generated_once } else { &by_hand_once };
        return (0..number.parse::<u32>().unwrap()).for_each(|_| call());
    }
    size("generated, before it is awaited", size_of_val(&client.hives().get("1").limit(20).into_future()));
    size("generated, in an async function", size_of_val(&generated(&client, "1")));
    size("by hand", size_of_val(&by_hand(&hand, &base_url, "1")));
    for turn in 0..=TURNS {
        let measure = |name: &str, call: &dyn Fn()| {
            let (started, computed) = (Instant::now(), computed());
            (0..REQUESTS).for_each(|_| call());
            let (seconds, cpu) = (started.elapsed().as_secs_f64(), computed_since(computed));
            // The first turn opens the connections and fills the caches.
            if turn > 0 {
                println!("{{\"name\":\"{name}\",\"requests\":{REQUESTS},\"seconds\":{seconds},\"cpu\":{cpu}}}");
            }
        };
        measure("by hand", &by_hand_once);
        measure("generated", &generated_once);
    }
}

fn size(name: &str, bytes: usize) {
    println!("{{\"name\":\"{name}\",\"bytes\":{bytes}}}");
}

/// Returns the CPU time of this thread in nanoseconds, or `None` if the system does not report it.
fn computed() -> Option<u64> {
    fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

/// Returns the seconds since that time, or null.
fn computed_since(before: Option<u64>) -> String {
    let spent = computed().zip(before).map(|(now, before)| now.saturating_sub(before) as f64 / 1e9);
    spent.map_or_else(|| "null".into(), |spent| spent.to_string())
}

/// Starts a server on its own thread, which returns the same hive for every request.
fn serve() -> String {
    let bees: Vec<String> =
        (0..20).map(|number| format!(r#"{{"name":"bee {number}","age":{number},"task":"gathering honey"}}"#)).collect();
    let body = format!(r#"{{"id":"1","place":"the garden","queen":null,"bees":[{}]}}"#, bees.join(","));
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
    let answer = format!("{head}content-length: {}\r\n\r\n{body}", body.len());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let (stream, answer) = (stream.unwrap(), answer.clone());
            thread::spawn(move || answer_all(stream, answer.as_bytes()));
        }
    });
    url
}

fn answer_all(mut stream: TcpStream, answer: &[u8]) {
    stream.set_nodelay(true).unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut line = String::new();
    while reader.read_line(&mut line).is_ok_and(|length| length > 0) {
        if line == "\r\n" {
            stream.write_all(answer).unwrap();
        }
        line.clear();
    }
}

//! Three calls with reqwest and serde, written by hand. The types declare only the properties that the program uses.

use std::env;
use std::error::Error;

use reqwest::header::{HeaderMap, HeaderValue};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct NewConversation {
    replica_id: String,
    persona_id: String,
}

#[derive(Serialize)]
struct Filter {
    limit: u32,
    status: String,
}

#[derive(Deserialize)]
struct Created {
    conversation_url: Option<String>,
}

#[derive(Deserialize)]
struct Conversations {
    total_count: Option<i64>,
}

#[derive(Deserialize)]
struct Conversation {
    status: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    rustls::crypto::ring::default_provider().install_default().map_err(|_| "a TLS provider is installed already")?;
    let key = HeaderValue::from_str(&env::var("TAVUS_API_KEY")?)?;
    let client = reqwest::Client::builder().default_headers(HeaderMap::from_iter([("x-api-key".parse()?, key)]));
    let client = client.build()?;
    let url = format!("{}/v2/conversations", env::var("TAVUS_URL")?);

    let request = NewConversation { replica_id: "r90bbd427f71".to_owned(), persona_id: "pcb7a34da5fe".to_owned() };
    let response = client.post(&url).json(&request).send().await?.error_for_status()?;
    let created: Created = response.json().await?;
    println!("created {}", created.conversation_url.unwrap_or_default());

    let filter = Filter { limit: 10, status: "active".to_owned() };
    let response = client.get(&url).query(&filter).send().await?.error_for_status()?;
    let active: Conversations = response.json().await?;
    println!("{} active", active.total_count.unwrap_or_default());

    let response = client.get(format!("{url}/{}", "c123456")).send().await?.error_for_status()?;
    let conversation: Conversation = response.json().await?;
    println!("status {}", conversation.status.unwrap_or_default());
    Ok(())
}

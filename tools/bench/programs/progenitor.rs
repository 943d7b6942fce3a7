//! Three calls with the client that progenitor generates. The client does not know the document's API key, so a default
//! header of reqwest's client sends it.

use std::env;
use std::error::Error;

use client::Client;
use client::types::CreateConversationRequest;
use reqwest::header::{HeaderMap, HeaderValue};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let key = HeaderValue::from_str(&env::var("TAVUS_API_KEY")?)?;
    let http = reqwest::Client::builder().default_headers(HeaderMap::from_iter([("x-api-key".parse()?, key)]));
    let client = Client::new_with_client(&env::var("TAVUS_URL")?, http.build()?);

    let request = CreateConversationRequest {
        replica_id: Some("r90bbd427f71".to_owned()),
        persona_id: Some("pcb7a34da5fe".to_owned()),
        ..Default::default()
    };
    let created = client.create_conversation(&request).await?.into_inner();
    println!("created {}", created.conversation_url.unwrap_or_default());

    let active = client.list_conversations(Some(10), None, Some("active")).await?.into_inner();
    println!("{} active", active.total_count.unwrap_or_default());

    let conversation = client.get_conversation("c123456", None).await?.into_inner();
    println!("status {}", conversation.status.unwrap_or_default());
    Ok(())
}

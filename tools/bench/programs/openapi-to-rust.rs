//! Three calls with the client that openapi-to-rust generates.

use std::env;
use std::error::Error;

use client::generated::{CreateConversationRequest, HttpClient};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = HttpClient::new().with_base_url(env::var("TAVUS_URL")?).with_api_key(env::var("TAVUS_API_KEY")?);

    let request = CreateConversationRequest {
        replica_id: Some("r90bbd427f71".to_owned()),
        persona_id: Some("pcb7a34da5fe".to_owned()),
        ..Default::default()
    };
    let created = client.create_conversation(Some(request)).await?;
    println!("created {}", created.conversation_url.unwrap_or_default());

    let active = client.list_conversations(Some(10), None, Some("active")).await?;
    println!("{} active", active.total_count.unwrap_or_default());

    let conversation = client.get_conversation("c123456", None).await?;
    println!("status {}", conversation.status.unwrap_or_default());
    Ok(())
}

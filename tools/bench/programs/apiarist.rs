//! Three calls with the client that Apiarist generates.

use std::env;
use std::error::Error;

use client::Client;
use client::types::CreateConversationRequest;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder().base_url(env::var("TAVUS_URL")?).api_key(env::var("TAVUS_API_KEY")?).build()?;
    let conversations = client.conversations();

    let request = CreateConversationRequest {
        replica_id: Some("r90bbd427f71".to_owned()),
        persona_id: Some("pcb7a34da5fe".to_owned()),
        ..Default::default()
    };
    let created = conversations.create().body(&request).await?;
    println!("created {}", created.conversation_url.unwrap_or_default());

    let active = conversations.list().limit(10).status("active").await?;
    println!("{} active", active.total_count.unwrap_or_default());

    let conversation = conversations.get("c123456").await?;
    println!("status {}", conversation.status.unwrap_or_default());
    Ok(())
}

//! Three calls with the client that ploidy generates.

use std::env;
use std::error::Error;

use client::Client;
use client::client::default::parameters::{GetConversationQuery, ListConversationsQuery};
use client::types::CreateConversationRequest;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::new(env::var("TAVUS_URL")?)?.with_sensitive_header("x-api-key", env::var("TAVUS_API_KEY")?)?;

    let request = CreateConversationRequest {
        replica_id: "r90bbd427f71".to_owned().into(),
        persona_id: "pcb7a34da5fe".to_owned().into(),
        ..Default::default()
    };
    let created = client.create_conversation(request).await?;
    println!("created {}", created.conversation_url.unwrap_or_default());

    let query = ListConversationsQuery { limit: Some(10), status: Some("active".to_owned()), ..Default::default() };
    let active = client.list_conversations(&query).await?;
    println!("{} active", active.total_count.unwrap_or_default());

    let conversation = client.get_conversation("c123456", &GetConversationQuery::default()).await?;
    println!("status {}", conversation.status.unwrap_or_default());
    Ok(())
}

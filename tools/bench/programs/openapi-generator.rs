//! Three calls with the client that OpenAPI Generator generates.

use std::env;
use std::error::Error;

use client::apis::configuration::{ApiKey, Configuration};
use client::apis::conversations_api::{create_conversation, get_conversation, list_conversations};
use client::models::CreateConversationRequest;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let configuration = Configuration {
        base_path: env::var("TAVUS_URL")?,
        api_key: Some(ApiKey { prefix: None, key: env::var("TAVUS_API_KEY")? }),
        ..Configuration::new()
    };

    let request = CreateConversationRequest {
        replica_id: Some("r90bbd427f71".to_owned()),
        persona_id: Some("pcb7a34da5fe".to_owned()),
        ..CreateConversationRequest::new()
    };
    let created = create_conversation(&configuration, Some(request)).await?;
    println!("created {}", created.conversation_url.unwrap_or_default());

    let active = list_conversations(&configuration, Some(10), None, Some("active")).await?;
    println!("{} active", active.total_count.unwrap_or_default());

    let conversation = get_conversation(&configuration, "c123456", None).await?;
    println!("status {}", conversation.status.unwrap_or_default());
    Ok(())
}

//! Creates a conversation with a message, then prints its messages.
//!
//! `ASAPP_API_ID=… ASAPP_API_SECRET=… cargo run -p conversation-apis --example asapp`; set `ASAPP_BASE_URL`
//! to use another server than the sandbox.

use std::{error::Error, process::ExitCode, time::SystemTime};

use conversation_apis::asapp::{
    Client,
    types::{Message, MessageSender, Role, TimeBasedConversation, TimeBasedConversationCustomer},
};

/// Runs the example.
#[tokio::main(flavor = "current_thread")]
pub async fn main() -> ExitCode {
    match store_and_read_back().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn store_and_read_back() -> Result<(), Box<dyn Error>> {
    let client = Client::from_env()?;
    let now = SystemTime::now();

    let customer = TimeBasedConversationCustomer::new("customer-1").name("Maja");
    let conversation = TimeBasedConversation::new("example-1", customer, now);
    let stored = client
        .conversations()
        .create_or_update(&conversation)
        .await?;
    let id = stored.id.ok_or("the conversation has no ID")?;
    println!("stored the conversation {id}");

    let sender = MessageSender::new(Role::Customer, "customer-1");
    let message = Message::new("Hello, I would like to change my plan.", sender, now);
    client.conversations().create_message(&id, &message).await?;

    let messages = client
        .conversations()
        .get_messages(&id)
        .await?
        .items
        .unwrap_or_default();
    for message in messages {
        println!(
            "{}  {}: {}",
            message.created_timestamp, message.sender.role, message.text
        );
    }
    Ok(())
}

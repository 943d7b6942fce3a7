//! Creates a conversation, asks a question, and prints the response as it is generated.
//!
//! `ORQ_API_KEY=… cargo run -p conversation-apis --example orq [QUESTION]`; set `ORQ_BASE_URL` to use another server.

use std::{
    error::Error,
    io::{Write, stdout},
    process::ExitCode,
};

use conversation_apis::orq::{
    Client,
    types::{
        CreateConversationBody, CreateConversationResponseBody, PartDelta, ResponseStreamingEvent,
        TextPart, UserMessageRequest,
    },
};

/// Runs the example.
#[tokio::main(flavor = "current_thread")]
pub async fn main() -> ExitCode {
    match ask().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn ask() -> Result<(), Box<dyn Error>> {
    let client = Client::from_env()?;
    let question = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "How do bees find their way home?".into());

    let conversation = client
        .conversations()
        .create(&CreateConversationBody::new("An example"))
        .await?;
    let id = conversation.id.ok_or("the conversation has no ID")?;
    println!("{question}");

    let message = UserMessageRequest::new([TextPart::new(question)]);
    let body = CreateConversationResponseBody::new(message, "openai/gpt-4o").stream(true);
    let mut events = client.conversations().create_response(&id, &body).await?;
    while let Some(event) = events.next().await {
        match event? {
            ResponseStreamingEvent::PartDelta(part) => {
                if let PartDelta::Text(text) = part.data.delta {
                    print!("{}", text.text);
                    stdout().flush()?;
                }
            }
            ResponseStreamingEvent::ResponseDone(done) => {
                println!("\n({})", done.data.finish_reason)
            }
            ResponseStreamingEvent::ResponseFailed(failed) => return Err(failed.data.error.into()),
            // Tools, complete parts, and events added later.
            _ => {}
        }
    }
    Ok(())
}

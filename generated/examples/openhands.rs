//! Starts an agent on a repository, uploads a file for it, and prints its status.
//!
//! `OPENHANDS_API_KEY=… cargo run -p conversation-apis --example openhands [OWNER/REPOSITORY]`; set
//! `OPENHANDS_BASE_URL` to use another server.

use std::{error::Error, process::ExitCode};

use conversation_apis::{
    FilePart,
    openhands::{
        Client,
        types::{InitSessionRequest, ProviderType, UploadFilesRequest},
    },
};

/// Runs the example.
#[tokio::main(flavor = "current_thread")]
pub async fn main() -> ExitCode {
    match start_work().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn start_work() -> Result<(), Box<dyn Error>> {
    let client = Client::from_env()?;
    let repository = std::env::args()
        .nth(1)
        .filter(|name| name.contains('/'))
        .unwrap_or_else(|| "octocat/hello-world".into());

    let session = InitSessionRequest::default()
        .repository(repository)
        .git_provider(ProviderType::Github)
        .initial_user_msg("Read notes.txt and follow its instructions.");
    let started = client.conversations().create(&session).await?;
    let id = started.conversation_id;
    println!("started {id}");

    let notes =
        FilePart::bytes("notes.txt", "Write a test for the parser.").content_type("text/plain");
    let uploaded = client
        .conversations()
        .upload_files(&id, &UploadFilesRequest::new([notes]))
        .await?;
    println!("uploaded {}", uploaded.file_urls.join(", "));

    match client.conversations().get(&id).await? {
        Some(conversation) => {
            let status = conversation.status.map_or_else(
                || "in an unknown state".to_owned(),
                |status| status.to_string(),
            );
            println!("\"{}\" is {status}", conversation.title);
        }
        None => println!("the conversation no longer exists"),
    }
    Ok(())
}

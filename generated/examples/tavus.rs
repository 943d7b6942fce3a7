//! Lists the active conversations, page by page.
//!
//! `TAVUS_API_KEY=… cargo run -p conversation-apis --example tavus`; set `TAVUS_BASE_URL` to use another server.

use std::{error::Error, process::ExitCode};

use conversation_apis::tavus::Client;

const PAGE: i64 = 20;

/// Runs the example.
#[tokio::main(flavor = "current_thread")]
pub async fn main() -> ExitCode {
    match list_active_conversations().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn list_active_conversations() -> Result<(), Box<dyn Error>> {
    let client = Client::from_env()?;
    let mut seen = 0;
    for page in 1.. {
        let found = client
            .conversations()
            .list()
            .limit(PAGE)
            .page(page)
            .status("active")
            .await?;
        let conversations = found.data.unwrap_or_default();
        for conversation in &conversations {
            let name = conversation
                .conversation_name
                .as_deref()
                .unwrap_or("(no name)");
            let url = conversation
                .conversation_url
                .as_deref()
                .unwrap_or("(no URL)");
            println!("{name}: {url}");
        }
        seen += conversations.len();
        let all = found
            .total_count
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or(seen);
        if conversations.is_empty() || seen >= all {
            break;
        }
    }
    println!("{seen} active");
    Ok(())
}

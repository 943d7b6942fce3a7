//! Creates a conversation, adds an item, lists all items page by page, and deletes the conversation.
//!
//! `OPENAI_API_KEY=… cargo run -p conversation-apis --example openai`; set `OPENAI_BASE_URL` to use another server.

use std::{collections::BTreeMap, error::Error, process::ExitCode};

use conversation_apis::openai::{
    Client,
    types::{
        ConversationItem, CreateConversationBody, CreateConversationItemsBody, EasyInputMessage,
        EasyInputMessageRole, ListConversationItemsOrder, MessageContentItem,
    },
};

/// Runs the example.
#[tokio::main(flavor = "current_thread")]
pub async fn main() -> ExitCode {
    match live_and_die().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn live_and_die() -> Result<(), Box<dyn Error>> {
    let client = Client::from_env()?;
    let topic = BTreeMap::from([("topic".to_owned(), "weather".to_owned())]);
    let conversation = client
        .conversations()
        .create()
        .body(&CreateConversationBody::default().metadata(topic))
        .await?;
    let id = conversation.id;
    println!("created {id}");

    let message = EasyInputMessage::new(EasyInputMessageRole::User, "Hello!");
    let items = CreateConversationItemsBody::new([message]);
    client.conversations().create_items(&id, &items).await?;

    let mut after: Option<String> = None;
    loop {
        let page = client
            .conversations()
            .list_items(&id)
            .order(ListConversationItemsOrder::Asc)
            .limit(50)
            .after(after.as_deref())
            .await?;
        page.data.iter().for_each(print_item);
        if !page.has_more {
            break;
        }
        after = Some(page.last_id);
    }

    let deleted = client.conversations().delete(&id).await?;
    println!(
        "{} {}",
        if deleted.deleted { "deleted" } else { "kept" },
        deleted.id
    );
    Ok(())
}

fn print_item(item: &ConversationItem) {
    match item {
        ConversationItem::Message(message) => {
            for part in &message.content {
                match part {
                    MessageContentItem::InputText(text) => {
                        println!("{}: {}", message.role, text.text)
                    }
                    MessageContentItem::OutputText(text) => {
                        println!("{}: {}", message.role, text.text)
                    }
                    _ => println!("{}: (not text)", message.role),
                }
            }
        }
        ConversationItem::FunctionCall(call) => println!("calls {}({})", call.name, call.arguments),
        // There are many types of items, and more may be added.
        _ => println!("(another item)"),
    }
}

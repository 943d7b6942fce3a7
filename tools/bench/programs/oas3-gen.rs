//! Three calls with the client that oas3-gen generates.

use std::env;
use std::error::Error;

use client::{
    ApiResponse, CreateConversationRequest, CreateConversationRequestParams, GetConversationRequest,
    GetConversationRequestPath, ListConversationsRequest, ListConversationsRequestQuery, TavusConversationsClient,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client =
        TavusConversationsClient::with_base_url(env::var("TAVUS_URL")?)?.with_api_key(env::var("TAVUS_API_KEY")?);

    let body = CreateConversationRequest {
        replica_id: Some("r90bbd427f71".to_owned()),
        persona_id: Some("pcb7a34da5fe".to_owned()),
        ..Default::default()
    };
    let request = CreateConversationRequestParams { body: Some(body) };
    let ApiResponse::Ok(created) = client.create_conversation(request).await? else {
        return Err("cannot create a conversation".into());
    };
    println!("created {}", created.conversation_url.unwrap_or_default());

    let query =
        ListConversationsRequestQuery { limit: Some(10), status: Some("active".to_owned()), ..Default::default() };
    let ApiResponse::Ok(active) = client.list_conversations(ListConversationsRequest { query }).await? else {
        return Err("cannot list conversations".into());
    };
    println!("{} active", active.total_count.unwrap_or_default());

    let path = GetConversationRequestPath { conversation_id: "c123456".to_owned() };
    let request = GetConversationRequest { path, ..Default::default() };
    let ApiResponse::Ok(conversation) = client.get_conversation(request).await? else {
        return Err("cannot get the conversation".into());
    };
    println!("status {}", conversation.status.unwrap_or_default());
    Ok(())
}

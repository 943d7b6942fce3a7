//! Samples of generated types, sent by a fake API and received by a client.

use conversation_apis::{
    Operation, SuccessOf, Value, asapp, openai, openhands, orq, tavus,
    testing::{EncodeResponse, FakeApi, sample},
};
use serde::{Serialize, de::DeserializeOwned};

/// Checks that a sample can be written, read, and sent as a response.
fn check<Op: Operation>(fake: &FakeApi)
where
    Op::Success: EncodeResponse,
    SuccessOf<Op>: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let value: SuccessOf<Op> = sample();
    let written = serde_json::to_string(&value).unwrap();
    assert_eq!(serde_json::from_str::<SuccessOf<Op>>(&written).unwrap(), value, "{written}");
    fake.on::<Op>().respond(&value);
}

#[test]
fn sample_of_each_kind_of_response_can_be_sent() {
    let fake = FakeApi::new();
    check::<asapp::operations::ListConversation>(&fake);
    check::<asapp::operations::GetMessage>(&fake);
    check::<asapp::operations::CreateBatchMessages>(&fake);
    check::<openai::operations::CreateConversation>(&fake);
    check::<openai::operations::ListConversationItems>(&fake);
    check::<openai::operations::GetConversationItem>(&fake);
    check::<openhands::operations::SearchConversations>(&fake);
    check::<openhands::operations::GetConversation>(&fake);
    check::<openhands::operations::UpdateConversation>(&fake);
    check::<openhands::operations::UploadFiles>(&fake);
    check::<orq::operations::ListConversations>(&fake);
    check::<orq::operations::DeleteConversation>(&fake);
    check::<tavus::operations::GetConversation>(&fake);
}

#[tokio::test]
async fn sample_is_received_as_it_was_sent() {
    let item: openai::types::ConversationItem = sample();
    let written = serde_json::to_value(&item).unwrap();
    assert_eq!(written["type"], "message", "the first variant of the union");
    assert_eq!(written["id"], Value::from("id"));
    let fake = FakeApi::new();
    fake.on::<openai::operations::GetConversationItem>().argument("item_id", "item 1").respond(&item);
    let client = openai::Client::builder().api_key_auth("key").transport(fake.clone()).build().unwrap();
    assert_eq!(client.conversations().get_item("conv_1", "item 1").await.unwrap(), item);
}

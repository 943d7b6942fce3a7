// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

/// Types that several locations share. Programs name a type after its location, in the module above.
pub mod shared;
mod auth_object;
mod conversation;
mod conversations_calls;
mod message;
mod message_out;
mod time_based_conversation;

pub use auth_object::{AuthObject, AuthObjectAuth};
pub use conversation::{Agent, Conversation, Customer};
pub use conversations_calls::{
    AuthenticateConversationError, AuthenticateConversationErrorError,
    CreateBatchMessagesBody, CreateBatchMessagesError, CreateBatchMessagesErrorError,
    CreateMessageError, CreateMessageErrorError, CreateMessageResponse,
    CreateOrUpdateConversationResponse, ErrorResponse, ErrorResponseError,
    GetConversationError, GetConversationErrorError, GetMessageError,
    GetMessageErrorError, GetMessagesByExternalIdError,
    GetMessagesByExternalIdErrorError, GetMessagesByExternalIdResponse, GetMessagesError,
    GetMessagesErrorError, GetMessagesResponse, ListConversationError,
    ListConversationErrorError, ListConversationResponse,
};
pub use message::{Message, MessageSender, Role};
pub use message_out::{MessageOut, MessageOutSender, MessageOutSenderRole};
pub use time_based_conversation::{
    TimeBasedConversation, TimeBasedConversationAgent, TimeBasedConversationCustomer,
};

//! Programs that must not compile outside of a generated client, so that a growing API never breaks a caller.
//!
//! A struct that only responses contain cannot be built from its fields, because later versions have more:
//!
//! ```compile_fail
//! use apiarist_tests::objects::equal_inline_objects_share_a_definition::types::Line;
//!
//! fn line(line: Line) -> Line {
//!     Line { sku: String::new(), total: line.total, status: None, delivery: None }
//! }
//! ```
//!
//! It cannot be destructured without `..` either:
//!
//! ```compile_fail
//! use apiarist_tests::objects::equal_inline_objects_share_a_definition::types::Line;
//!
//! fn sku(Line { sku, total, status, delivery }: Line) -> String {
//!     sku
//! }
//! ```
//!
//! ```
//! use apiarist_tests::objects::equal_inline_objects_share_a_definition::types::Line;
//!
//! fn sku(Line { sku, total: _, status: _, .. }: Line) -> String {
//!     sku
//! }
//! ```
//!
//! An open enum cannot be matched exhaustively:
//!
//! ```compile_fail
//! use apiarist_tests::enums::an_unknown_value_is_kept::types::SortOrder;
//!
//! fn arrow(order: &SortOrder) -> &str {
//!     match order {
//!         SortOrder::Asc => "up",
//!         SortOrder::Desc => "down",
//!         SortOrder::Unknown(other) => other,
//!     }
//! }
//! ```
//!
//! ```
//! use apiarist_tests::enums::an_unknown_value_is_kept::types::SortOrder;
//!
//! fn arrow(order: &SortOrder) -> &str {
//!     match order {
//!         SortOrder::Asc => "up",
//!         SortOrder::Desc => "down",
//!         other => other.as_str(),
//!     }
//! }
//! ```
//!
//! Nor can a union:
//!
//! ```compile_fail
//! use apiarist_tests::unions::a_discriminator_with_a_mapping_picks_the_variant::types::Item;
//!
//! fn kind(item: &Item) -> &str {
//!     match item {
//!         Item::Message(_) => "message",
//!         Item::ToolCall(_) => "call",
//!         Item::Unknown(_) => "something new",
//!     }
//! }
//! ```
//!
//! ```
//! use apiarist_tests::unions::a_discriminator_with_a_mapping_picks_the_variant::types::Item;
//!
//! fn kind(item: &Item) -> &str {
//!     match item {
//!         Item::Message(_) => "message",
//!         Item::ToolCall(_) => "call",
//!         _ => "something new",
//!     }
//! }
//! ```
//!
//! A call that is not awaited is not made, and the compiler reports it:
//!
//! ```compile_fail
//! #![deny(unused_must_use)]
//! use apiarist_tests::bodies::an_optional_body_is_a_setter::Client;
//!
//! async fn cancel(client: &Client) {
//!     client.runs().cancel("r1");
//! }
//! ```
//!
//! ```
//! use apiarist_tests::bodies::an_optional_body_is_a_setter::Client;
//!
//! async fn cancel(client: &Client) -> bool {
//!     client.runs().cancel("r1").await.is_ok()
//! }
//! ```

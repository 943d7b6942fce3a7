//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// A kind of content to search for.
    pub enum SearchContentType {
        Text = "text",
        Image = "image",
    }
}

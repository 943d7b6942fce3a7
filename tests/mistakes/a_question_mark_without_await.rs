//! The question mark is behind the call, and not behind its result.

use bees::Client;

pub async fn get(client: &Client) -> Result<bees::types::Bee, Box<dyn std::error::Error>> {
    Ok(client.bees().get("bee_1")?)
}

//! A call is not a response.

use bees::Client;

pub async fn field(client: &Client) -> String {
    let bee = client.bees().get("bee_1");
    bee.name
}

pub async fn response(client: &Client) -> bees::types::Bee {
    client.bees().get("bee_1").unwrap()
}

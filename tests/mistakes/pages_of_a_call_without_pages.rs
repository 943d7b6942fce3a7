//! Neither the response has pages nor is it a stream.

use bees::Client;

pub fn pages(client: &Client) {
    let _ = client.bees().get("bee_1").pages();
}

pub async fn items(client: &Client) {
    let mut bees = client.bees().get("bee_1").items();
    while let Some(bee) = bees.next().await {
        drop(bee);
    }
}

pub async fn events(client: &Client) {
    let _ = client.bees().get("bee_1").stream().await;
}

//! Names and styles that settings assign to parameters.

use apiarist_tests::parameters::settings_say_how_they_are_sent::Client;

use crate::table::{Row, rows};

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    rows! {
        Client, client;
        client.items().list().include(["a", "b"]) => "GET /items?include%5B%5D=a&include%5B%5D=b";
        client.items().list().tags(["c", "d"]) => "GET /items?tags=c%7Cd";
        client.items().list().path("e/f") => "GET /items?path=e/f";
        client.items().list().include(["a"]).tags(["c"]).path("e") => "GET /items?include%5B%5D=a&tags=c&path=e";
        client.items().delete_all().include(["a", "b"]) => "DELETE /items?include=a,b";
    }
}

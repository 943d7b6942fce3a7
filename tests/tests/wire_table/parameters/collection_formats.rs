//! The `collectionFormat` of Swagger 2.0 in every supported location: csv, ssv, tsv, pipes and multi.

use apiarist_test_support::loopback::Answer;
use apiarist_tests::parameters::collection_formats_are_styles::operations::SendLists;
use apiarist_tests::parameters::collection_formats_are_styles::{Client, types};

use crate::played::seen;
use crate::table::{Row, outcome, refused, rows};

fn form() -> types::SendListsBody {
    types::SendListsBody::default()
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    rows! {
        Client, client;
        client.lists().send([1, 2]) => "POST /lists/1%7C2";
        client.lists().send([] as [i64; 0]) => refused("sendLists failed: the path argument `ids` must not be empty");
        client.lists().send([1]).csv(["a", "b"]) => "POST /lists/1?csv=a,b";
        client.lists().send([1]).csv(["a,b", "c"]) => "POST /lists/1?csv=a%2Cb,c";
        client.lists().send([1]).csv([] as [&str; 0]) => "POST /lists/1";
        client.lists().send([1]).ssv(["a", "b"]) => "POST /lists/1?ssv=a%20b";
        client.lists().send([1]).tsv(["a", "b"]) => "POST /lists/1?tsv=a%09b";
        client.lists().send([1]).pipes(["a", "b"]) => "POST /lists/1?pipes=a%7Cb";
        client.lists().send([1]).multi(["a", "b"]) => "POST /lists/1?multi=a&multi=b";
        client.lists().send([1]).x_tabs(["a", "b"]) => "POST /lists/1\nx-tabs: a\tb";
        client.lists().send([1]).body(&form().tags(["a", "b"]))
            => "POST /lists/1\ncontent-type: application/x-www-form-urlencoded\n\ntags=a,b";
        client.lists().send([1]).body(&form().words(["c", "d"]))
            => "POST /lists/1\ncontent-type: application/x-www-form-urlencoded\n\nwords=c%20d";
        client.lists().send([1]).body(&form().each(["e", "f"]).note("g h"))
            => "POST /lists/1\ncontent-type: application/x-www-form-urlencoded\n\neach=e&each=f&note=g%20h";
        seen(client.lists().send([1]), |head| head.header(SendLists::X_PIPES)), Answer::empty(204).header("x-pipes", "1|2")
            => outcome("Ok(Some([1, 2]))");
        seen(client.lists().send([1]), |head| head.header(SendLists::X_CSV)), Answer::empty(204).header("x-csv", "1,2")
            => outcome("Ok(Some([1, 2]))");
    }
}

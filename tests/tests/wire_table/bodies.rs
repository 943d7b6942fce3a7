//! Bodies of requests.

use apiarist_tests::bodies::a_form_may_be_written_in_other_ways as forms;
use apiarist_tests::loopback::Answer;

use crate::table::rows;

fn done() -> Answer {
    Answer::empty(204)
}

#[test]
fn forms() {
    rows! {
        forms::Client;
        |client| client.forms().send(
            &forms::types::SendFormBody::default()
                .ids([1, 2])
                .filter(forms::types::SendFormBodyFilter::default().name("a"))
                .nested(forms::types::SendFormBodyNested::default().name("b"))
                .plain(["c", "d"]),
        ), done()
            => "POST /forms\ncontent-type: application/x-www-form-urlencoded\n\n\
                ids=1%7C2&filter=%7B%22name%22%3A%22a%22%7D&nested%5Bname%5D=b&plain=c&plain=d", "()";
        |client| client.forms().send_map(&[("a b".to_owned(), "c&d".to_owned())].into()), done()
            => "POST /maps\ncontent-type: application/x-www-form-urlencoded\n\na%20b=c%26d", "()";
        |client| client.forms().send_text("a=1&b=2"), done()
            => "POST /texts\ncontent-type: application/x-www-form-urlencoded\n\na=1&b=2", "()";
    }
}

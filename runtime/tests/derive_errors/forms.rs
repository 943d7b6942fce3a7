//! Mistakes in multipart forms.

use apiarist_derive::Multipart;
use std::collections::BTreeMap;

struct Maybe<T>(T);

#[derive(Multipart)]
#[object(new)]
struct Form {
    no_kind: String,
    #[part("name")]
    only_name: String,
    #[part(text, json)]
    two_kinds: String,
    #[part(text)]
    maybe: Maybe<String>,
    #[part(form)]
    form: String,
    #[part(text, nullable)]
    nullable: Option<String>,
    #[part(rest)]
    rest: BTreeMap<String, String>,
}

#[derive(Multipart)]
struct Wired {
    #[wire("a")]
    #[part(text, null_setter = "no_text")]
    text: Option<String>,
}

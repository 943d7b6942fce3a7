//! Measures decoding by tables and by serde's derives: a large object, a union with a tag, a union without a tag, and a
//! recursive union with similar variants. Each pair of types decodes the same text.
#![allow(missing_docs, clippy::unwrap_used, clippy::large_enum_variant)]

#[path = "../tests/runtime/tables/recursive_union.rs"]
mod recursive_union;

use divan::{Bencher, black_box, counter::BytesCount};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

fn main() {
    divan::main();
}

/// Passes the fields of an object to a macro: five of each of the six most common kinds.
macro_rules! fields {
    ($define:ident) => {
        $define! {
            id "id", created "created", title "title", active "active", labels "labels", score "score";
            owner "owner", updated "updated", note "note", public "public", tags "tags", rate "rate";
            status "status", count "count", region "region", locked "locked", roles "roles", share "share";
            model "model", limit "limit", parent "parent", hidden "hidden", scopes "scopes", price "price";
            object "object", size "size", reason "reason", closed "closed", paths "paths", weight "weight";
        }
    };
}

/// Passes the names and tags of 28 variants of a union to a macro.
macro_rules! events {
    ($define:ident) => {
        $define! {
            Created "created", Queued "queued", InProgress "in_progress", Completed "completed", Failed "failed",
            Incomplete "incomplete", ItemAdded "item.added", ItemDone "item.done", PartAdded "part.added",
            PartDone "part.done", TextDelta "text.delta", TextDone "text.done", RefusalDelta "refusal.delta",
            RefusalDone "refusal.done", CallDelta "call.delta", CallDone "call.done", FileSearching "file.searching",
            FileDone "file.done", WebSearching "web.searching", WebDone "web.done", SummaryDelta "summary.delta",
            SummaryDone "summary.done", AudioDelta "audio.delta", AudioDone "audio.done", ImagePartial "image.partial",
            ImageDone "image.done", CodeDelta "code.delta", CodeDone "code.done",
        }
    };
}

/// Passes the variants of a union that differ only in their required properties to a macro.
macro_rules! parts {
    ($define:ident) => {
        $define! {
            Text(text "text")
            Image(image_url "image_url")
            Audio(data "data", format "format")
            File(file_id "file_id")
            Call(name "name", arguments "arguments")
            Answer(call_id "call_id", output "output")
            Quote(quote "quote", start "start", end "end")
            Refusal(refusal "refusal")
        }
    };
}

/// The types as tables.
mod table {
    use apiarist_runtime::{Object, TaggedUnion, Union, Value};

    pub use super::recursive_union::Node;

    macro_rules! large {
        ($(
            $text:ident $text_name:literal, $count:ident $count_name:literal, $note:ident $note_name:literal,
            $flag:ident $flag_name:literal, $names:ident $names_name:literal, $size:ident $size_name:literal;
        )*) => {
            #[derive(Clone, Debug, PartialEq, Object)]
            pub struct Large {
                $(
                    #[wire($text_name)]
                    pub $text: String,
                    #[wire($count_name)]
                    pub $count: i64,
                    #[wire($note_name)]
                    pub $note: Option<String>,
                    #[wire($flag_name)]
                    pub $flag: Option<bool>,
                    #[wire($names_name)]
                    pub $names: Option<Vec<String>>,
                    #[wire($size_name)]
                    pub $size: Option<f64>,
                )*
            }
        };
    }
    fields!(large);

    macro_rules! event {
        ($( $name:ident $tag:literal, )*) => {
            $(
                #[derive(Clone, Debug, PartialEq, Object)]
                #[object(is("type", $tag))]
                pub struct $name {
                    pub sequence_number: i64,
                    pub item_id: String,
                    pub output_index: i64,
                    pub delta: Option<String>,
                    pub logprobs: Option<Vec<f64>>,
                }
            )*
            #[derive(Clone, Debug, PartialEq, TaggedUnion)]
            #[union(tag = "type")]
            pub enum Event {
                $( #[wire($tag)] $name($name), )*
                Unknown(Value),
            }
        };
    }
    events!(event);

    macro_rules! part {
        ($( $name:ident($( $field:ident $wire:literal ),*) )*) => {
            $(
                #[derive(Clone, Debug, PartialEq, Object)]
                pub struct $name {
                    $( #[wire($wire)] pub $field: String, )*
                    pub note: Option<String>,
                    pub index: Option<i64>,
                }
            )*
            #[derive(Clone, Debug, PartialEq, Union)]
            pub enum Part {
                #[shape(string)]
                Plain(String),
                $( #[shape(object, has($( $wire ),*))] $name($name), )*
                Unknown(Value),
            }
        };
    }
    parts!(part);
}

/// The same types, as written by hand for serde.
mod derive {
    use serde::{Deserialize, Serialize};

    macro_rules! large {
        ($(
            $text:ident $text_name:literal, $count:ident $count_name:literal, $note:ident $note_name:literal,
            $flag:ident $flag_name:literal, $names:ident $names_name:literal, $size:ident $size_name:literal;
        )*) => {
            #[derive(Serialize, Deserialize)]
            pub struct Large {
                $(
                    pub $text: String,
                    pub $count: i64,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    pub $note: Option<String>,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    pub $flag: Option<bool>,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    pub $names: Option<Vec<String>>,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    pub $size: Option<f64>,
                )*
            }
        };
    }
    fields!(large);

    macro_rules! event {
        ($( $name:ident $tag:literal, )*) => {
            $(
                #[derive(Serialize, Deserialize)]
                pub struct $name {
                    pub sequence_number: i64,
                    pub item_id: String,
                    pub output_index: i64,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    pub delta: Option<String>,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    pub logprobs: Option<Vec<f64>>,
                }
            )*
            #[derive(Serialize, Deserialize)]
            #[serde(tag = "type")]
            pub enum Event {
                $( #[serde(rename = $tag)] $name($name), )*
            }
        };
    }
    events!(event);

    macro_rules! part {
        ($( $name:ident($( $field:ident $wire:literal ),*) )*) => {
            $(
                #[derive(Serialize, Deserialize)]
                pub struct $name {
                    $( pub $field: String, )*
                    #[serde(skip_serializing_if = "Option::is_none")]
                    pub note: Option<String>,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    pub index: Option<i64>,
                }
            )*
            #[derive(Serialize, Deserialize)]
            #[serde(untagged)]
            pub enum Part {
                $( $name($name), )*
                Plain(String),
            }
        };
    }
    parts!(part);

    #[derive(Serialize, Deserialize)]
    pub struct Plus {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub left: Option<Box<Node>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub weight: Option<i64>,
    }
    #[derive(Serialize, Deserialize)]
    pub struct Minus {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub left: Option<Box<Node>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub label: Option<String>,
    }
    #[derive(Serialize, Deserialize)]
    pub struct Leaf {
        pub value: i64,
    }
    #[derive(Serialize, Deserialize)]
    #[serde(untagged)]
    pub enum Node {
        Leaf(Leaf),
        Plus(Plus),
        Minus(Minus),
    }
}

/// Returns an array of four large objects.
fn objects() -> String {
    let mut object = Map::new();
    macro_rules! values {
        ($(
            $text:ident $text_name:literal, $count:ident $count_name:literal, $note:ident $note_name:literal,
            $flag:ident $flag_name:literal, $names:ident $names_name:literal, $size:ident $size_name:literal;
        )*) => {
            $(
                object.insert($text_name.into(), json!("a text of some length, as most are"));
                object.insert($count_name.into(), json!(1_741_476_777));
                object.insert($note_name.into(), json!("something worth a note"));
                object.insert($flag_name.into(), json!(true));
                object.insert($names_name.into(), json!(["one", "two", "three"]));
                object.insert($size_name.into(), json!(0.25));
            )*
        };
    }
    fields!(values);
    Value::Array(vec![Value::Object(object); 4]).to_string()
}

/// Returns an array of every event, with the tag as the first or the last property.
fn events(tag_first: bool) -> String {
    let members = r#""sequence_number":17,"item_id":"msg_67ccd2bf17f0819081ff3bb2cf6508e6","output_index":0,"delta":"The quick brown fox","logprobs":[-0.25,-1.5,-3.125]"#;
    let mut events = Vec::new();
    macro_rules! values {
        ($( $name:ident $tag:literal, )*) => {
            $(
                events.push(match tag_first {
                    true => format!(r#"{{"type":"{}",{members}}}"#, $tag),
                    false => format!(r#"{{{members},"type":"{}"}}"#, $tag),
                });
            )*
        };
    }
    events!(values);
    format!("[{}]", events.join(","))
}

/// Returns an array of every part.
fn parts() -> String {
    let mut parts = vec![json!("plain text")];
    macro_rules! values {
        ($( $name:ident($( $field:ident $wire:literal ),*) )*) => {
            $( parts.push(json!({ $( $wire: "a text of some length, as most are", )* "note": "a note", "index": 3 })); )*
        };
    }
    parts!(values);
    Value::Array(parts).to_string()
}

/// Returns an array of one node, nested to this depth.
fn nodes(depth: usize) -> String {
    let node = (0..depth).fold(json!({"weight": 1}), |left, _| json!({"label": "a", "left": left}));
    Value::Array(vec![node]).to_string()
}

fn read<T: DeserializeOwned>(bencher: Bencher<'_, '_>, text: &str) {
    bencher.counter(BytesCount::of_str(text)).bench(|| serde_json::from_str::<Vec<T>>(black_box(text)).unwrap());
}

/// Adds a group of benchmarks that decode the same text as the types of both kinds.
macro_rules! compare {
    ($( $group:ident: $type:ident from $text:expr; )*) => {
        $(
            mod $group {
                use super::*;

                #[divan::bench]
                fn derive(bencher: Bencher<'_, '_>) {
                    read::<super::derive::$type>(bencher, &$text);
                }

                #[divan::bench]
                fn table(bencher: Bencher<'_, '_>) {
                    read::<super::table::$type>(bencher, &$text);
                }
            }
        )*
    };
}
compare! {
    large_object: Large from objects();
    tag_first: Event from events(true);
    tag_last: Event from events(false);
    untagged: Part from parts();
    depth_25: Node from nodes(25);
    depth_100: Node from nodes(100);
}

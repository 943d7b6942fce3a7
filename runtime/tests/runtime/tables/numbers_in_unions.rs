//! Tests numbers in unions: those that match no variant, those that exceed 64 bits, and the depth of values that are
//! decoded from their text to keep such digits.

use std::collections::BTreeMap;
use std::thread;

use apiarist_runtime::{IntegerEnum, Object, StringEnum, TaggedUnion, Union, Value};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Limit {
    #[shape(integer)]
    Count(i64),
    #[shape(string)]
    Word(String),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Small {
    #[shape(integer)]
    Count(i32),
    #[shape(integer)]
    Size(u32),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Tight {
    pub limit: Limit,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Loose {
    pub limit: f64,
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Setting {
    #[shape(object, has("limit"))]
    Tight(Tight),
    #[shape(object, has("limit"))]
    Loose(Loose),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "kind")]
pub enum Tagged {
    #[wire(1, adds_tag)]
    Tight(Tight),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, IntegerEnum)]
pub enum Size {
    #[wire(170141183460469231731687303715884105727)]
    Largest,
    Unknown(i128),
}

#[derive(Clone, Debug, PartialEq, Union)]
#[union(exact)]
pub enum Exact {
    #[shape(integer)]
    Count(i64),
    #[shape(object, has("size"))]
    Sized(BTreeMap<String, Size>),
    Unknown(Value),
}

/// Numbers out of range of an `i64`.
const BEYOND: [&str; 5] = ["1e20", "36893488147419103232", "-36893488147419103232", "18446744073709551615", "1e300"];

fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap()
}

#[test]
fn number_matching_no_variant_is_unknown() {
    for number in BEYOND.into_iter().chain(["9007199254740993.0", "1.5"]) {
        let value: Value = read(number);
        assert_eq!(read::<Limit>(number), Limit::Unknown(value.clone()));
        assert_eq!(serde_json::from_reader::<_, Limit>(number.as_bytes()).unwrap(), Limit::Unknown(value.clone()));
        assert_eq!(serde_json::from_value::<Limit>(value.clone()).unwrap(), Limit::Unknown(value.clone()));
        assert_eq!(read::<Vec<Limit>>(&format!("[{number}]")), [Limit::Unknown(value.clone())]);
        assert_eq!(read::<Small>(number), Small::Unknown(value.clone()));
        let limit = Limit::Unknown(value.clone());
        assert_eq!(read::<Tight>(&format!(r#"{{"limit":{number}}}"#)), Tight { limit: limit.clone() });
        for text in [format!(r#"{{"kind":1,"limit":{number}}}"#), format!(r#"{{"limit":{number},"kind":1}}"#)] {
            assert_eq!(read::<Tagged>(&text), Tagged::Tight(Tight { limit: limit.clone() }));
        }
        let text = format!(r#"{{"kind":{number},"limit":1}}"#);
        assert_eq!(read::<Tagged>(&text), Tagged::Unknown(json!({"kind": value, "limit": 1})));
    }
    assert_eq!(read::<Small>("3000000000"), Small::Size(3_000_000_000));
    assert_eq!(read::<Small>("-3000000000"), Small::Unknown(json!(-3_000_000_000_i64)));
}

#[test]
fn number_out_of_range_of_an_exact_union_is_unknown() {
    for number in BEYOND {
        assert_eq!(read::<Exact>(number), Exact::Unknown(read(number)));
    }
    assert_eq!(read::<Exact>("9007199254740993.0"), Exact::Count(9_007_199_254_740_993));
    let text = r#"{"size":170141183460469231731687303715884105727}"#;
    assert_eq!(read::<Exact>(text), Exact::Sized(BTreeMap::from([("size".to_owned(), Size::Largest)])));
}

#[test]
fn variant_that_decodes_a_number_is_preferred_over_unknown() {
    let loose = Setting::Loose(Loose { limit: 18_446_744_073_709_551_615.0 });
    assert_eq!(read::<Setting>(r#"{"limit":18446744073709551615}"#), loose);
    assert_eq!(read::<Setting>(r#"{"limit":7}"#), Setting::Tight(Tight { limit: Limit::Count(7) }));
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Forgetful {
    #[shape(object, has("wide"))]
    Wide(Wide),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Wide {
    pub wide: i128,
    #[wire(rest)]
    pub rest: BTreeMap<String, Value>,
}

#[test]
fn inexact_union_never_rounds() {
    let wide = |text: &str| serde_json::from_str::<Forgetful>(text).map_err(|error| error.to_string());
    let small = Wide { wide: 9_007_199_254_740_991, rest: BTreeMap::new() };
    assert_eq!(wide(r#"{"wide":9007199254740991.0}"#), Ok(Forgetful::Wide(small)));
    let error = wide(r#"{"wide":170141183460469231731687303715884105727}"#).unwrap_err();
    assert!(error.contains("the digits of `1.7014118346046923e38` were lost"), "{error}");
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
pub enum Kind {
    #[wire("plain")]
    Plain,
    #[wire("bold")]
    Bold,
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Line {
    pub width: f64,
    pub kind: Option<Kind>,
    pub length: i128,
}

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "kind", exact)]
pub enum Part {
    #[wire("plain", "bold", adds_tag)]
    Line(Line),
    #[wire("wide", adds_tag)]
    Wide(Wide),
    #[wire("free", adds_tag)]
    Free(BTreeMap<String, f64>),
    #[wire("list", adds_tag)]
    List(Vec<f64>),
    #[wire("maybe", adds_tag)]
    Maybe(Option<Box<Wide>>),
    Unknown(Value),
}

#[test]
fn added_tag_is_first_and_replaces_an_existing_one() {
    let line = |kind| Part::Line(Line { width: 2.0, kind, length: i128::MIN });
    let text = |part: Part| serde_json::to_string(&part).unwrap();
    let rest = r#""width":2,"length":-170141183460469231731687303715884105728}"#;
    assert_eq!(text(line(None)), format!(r#"{{"kind":"plain",{rest}"#));
    assert_eq!(text(line(Some(Kind::Bold))), format!(r#"{{"kind":"bold",{rest}"#));
    assert_eq!(text(line(Some(Kind::Unknown("dotted".into())))), format!(r#"{{"kind":"plain",{rest}"#));
    let rest =
        BTreeMap::from([("kind".to_owned(), json!("old")), ("kinds".to_owned(), json!(1)), ("ki".into(), json!(2))]);
    let wide = Wide { wide: i128::MAX, rest };
    let expected = r#"{"kind":"wide","wide":170141183460469231731687303715884105727,"ki":2,"kinds":1}"#;
    assert_eq!(text(Part::Wide(wide.clone())), expected);
    assert_eq!(text(Part::Maybe(Some(Box::new(wide)))), expected.replace("\"kind\":\"wide\"", "\"kind\":\"maybe\""));
    assert_eq!(text(Part::Free(BTreeMap::from([("a".into(), 3.0)]))), r#"{"kind":"free","a":3}"#);
    assert_eq!(text(Part::List(vec![1.0, 1.5])), "[1,1.5]");
    assert_eq!(text(Part::Maybe(None)), "null");
    assert!(serde_json::to_string(&Part::Free(BTreeMap::from([("a".into(), f64::NAN)]))).is_err());
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Plus {
    pub left: Option<Box<Node>>,
    pub list: Option<Vec<Node>>,
    pub weight: Option<i128>,
    pub any: Option<Value>,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Minus {
    pub left: Option<Box<Node>>,
    pub list: Option<Vec<Node>>,
    pub label: Option<String>,
    pub any: Option<Value>,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Step {
    pub next: Option<Box<Path>>,
    pub list: Option<Vec<Path>>,
    pub node: Option<Box<Node>>,
}

#[derive(Clone, Debug, PartialEq, Union)]
#[union(exact)]
pub enum Node {
    #[shape(object)]
    Plus(Plus),
    #[shape(object)]
    Minus(Minus),
    #[shape(array)]
    Many(Vec<Node>),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type", exact)]
pub enum Path {
    #[wire("step", adds_tag)]
    Step(Step),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Plain {
    #[shape(object)]
    Object(BTreeMap<String, Plain>),
    #[shape(object, has("left"))]
    Same(BTreeMap<String, Option<Plain>>),
    #[shape(array)]
    Many(Vec<Plain>),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Walk {
    pub next: Option<Box<Stroll>>,
    pub node: Option<Box<Plain>>,
}

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type")]
pub enum Stroll {
    #[wire("step", adds_tag)]
    Walk(Walk),
    Unknown(Value),
}

/// Returns a value nested to this depth, with this text around the inner value.
fn nested(depth: usize, before: &str, innermost: &str, behind: &str) -> String {
    format!("{}{innermost}{}", before.repeat(depth), behind.repeat(depth))
}

/// Asserts that types of each kind reject a text. A stack overflow ends the process.
fn assert_rejected(text: &str) {
    fn error<T: DeserializeOwned>(text: &str) {
        assert!(serde_json::from_str::<T>(text).is_err());
        assert!(serde_json::from_str::<Vec<T>>(&format!("[{text}]")).is_err());
        assert!(serde_json::from_reader::<_, T>(text.as_bytes()).is_err());
    }
    error::<Node>(text);
    error::<Path>(text);
    error::<Plain>(text);
    error::<Stroll>(text);
}

/// Runs a test with the default stack size of threads.
fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    thread::Builder::new().stack_size(2 << 20).spawn(test).unwrap().join().unwrap();
}

#[test]
fn excessive_nesting_is_rejected() {
    on_a_small_stack(|| {
        for (before, behind) in [
            ("[", "]"),
            (r#"{"left":"#, "}"),
            (r#"{"any":"#, "}"),
            (r#"{"list":["#, "]}"),
            (r#"{"type":"step","next":"#, "}"),
            (r#"{"next":"#, r#","type":"step"}"#),
            (r#"{"type":"step","node":{"left":"#, "}}"),
            (r#"{"left":[{"type":"step","next":"#, r#"}]}"#),
        ] {
            for depth in [200, 10_000] {
                assert_rejected(&nested(depth, before, "{}", behind));
            }
            // Never closed.
            assert_rejected(&before.repeat(10_000));
        }
    });
}

#[test]
fn exact_union_at_the_depth_limit_is_decoded() {
    fn check<T: DeserializeOwned + Serialize>(text: &str) {
        let value: T = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap().len(), text.len());
    }
    on_a_small_stack(|| {
        let node = nested(125, r#"{"left":"#, r#"{"weight":170141183460469231731687303715884105727}"#, "}");
        check::<Node>(&node);
        let path =
            |node: &str| nested(125, r#"{"type":"step","next":"#, &format!(r#"{{"type":"step","node":{node}}}"#), "}");
        check::<Path>(&path(&node));
        check::<Path>(&path(&nested(42, r#"{"list":[{"left":"#, r#"{"label":"a"}"#, "}]}")));
        check::<Path>(&nested(125, r#"{"next":"#, r#"{"type":"step"}"#, r#","type":"step"}"#));
    });
}

#[test]
fn unknown_object_has_the_same_numbers_before_and_after_its_tag() {
    let read = |text: &str| serde_json::from_str::<Tagged>(text).expect("an object");
    let unknown = Tagged::Unknown(json!({"a": 2, "b": [-3, 0.5], "kind": 9}));
    assert_eq!(read(r#"{"a":2.0,"b":[-3.0,0.5],"kind":9}"#), unknown);
    assert_eq!(read(r#"{"kind":9,"a":2.0,"b":[-3.0,0.5]}"#), unknown);
    assert_eq!(read(r#"{"a":2.0,"kind":9.0,"b":[-3.0,0.5]}"#), unknown);
}

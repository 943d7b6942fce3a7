//! Queries of the standard, and queries that would never end.

use serde_json::{Value, json};

use super::{Query, QueryError, nesting};
use crate::source::limits;

/// Returns the paths that a query selects, as text.
fn select(tree: &Value, query: &str) -> Vec<String> {
    let mut work = limits::PATH_WORK;
    let paths = Query::parse(query).and_then(|query| query.select(tree, &mut work));
    paths.unwrap_or_else(|error| panic!("{query}: {error:?}")).iter().map(|path| path.join("/")).collect()
}

fn refusal(tree: &Value, query: &str, mut work: usize) -> QueryError {
    match Query::parse(query).and_then(|query| query.select(tree, &mut work)) {
        Ok(paths) => panic!("{query} selects {paths:?}"),
        Err(error) => error,
    }
}

#[test]
fn segments_select_as_in_the_examples_of_the_standard() {
    let tree = json!({
        "o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]], "s": ["a", "b", "c", "d", "e", "f", "g"],
        "odd": {"j j": {"k.k": 3}, "'": {"@": 2}, "☺": 1}
    });
    for (query, expected) in [
        ("$", vec![""]),
        ("$.o['j']", vec!["o/j"]),
        ("$.odd['j j']['k.k']", vec!["odd/j j/k.k"]),
        ("$.odd[\"'\"][\"@\"]", vec!["odd/'/@"]),
        ("$.odd['\\'']", vec!["odd/'"]),
        ("$.odd['\\u263A']", vec!["odd/☺"]),
        ("$.odd.☺", vec!["odd/☺"]),
        ("$.o[*]", vec!["o/j", "o/k"]),
        ("$.o['k', 'j', 'k']", vec!["o/k", "o/j"]),
        ("$.a[-1][0]", vec!["a/2/0"]),
        ("$.a[3]", vec![]),
        ("$.s[1:3]", vec!["s/1", "s/2"]),
        ("$.s[5:]", vec!["s/5", "s/6"]),
        ("$.s[1:5:2]", vec!["s/1", "s/3"]),
        ("$.s[5:1:-2]", vec!["s/5", "s/3"]),
        ("$.s[::-3]", vec!["s/6", "s/3", "s/0"]),
        ("$.s[0:3:0]", vec![]),
        ("$..j", vec!["o/j", "a/2/0/j"]),
        ("$.a..[0]", vec!["a/0", "a/2/0"]),
        ("$.a..[0, 1]", vec!["a/0", "a/1", "a/2/0", "a/2/1"]),
        ("$.o..[*, *]", vec!["o/j", "o/k"]),
        ("$.o.*..*", vec![]),
    ] {
        assert_eq!(select(&tree, query), expected, "{query}");
    }
}

#[test]
fn filters_select_as_in_the_examples_of_the_standard() {
    let tree = json!({
        "a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
        "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"
    });
    for (query, expected) in [
        ("$.a[?@.b == 'kilo']", vec!["a/9"]),
        ("$.a[?(@.b == 'kilo')]", vec!["a/9"]),
        ("$.a[?@>3.5]", vec!["a/1", "a/4", "a/5"]),
        ("$.a[?@ == 3.0]", vec!["a/0"]),
        ("$.a[?@.b]", vec!["a/6", "a/7", "a/8", "a/9"]),
        ("$[?@.*]", vec!["a", "o"]),
        ("$[?@[?@.b]]", vec!["a"]),
        ("$.o[?@<3, ?@<3]", vec!["o/p", "o/q"]),
        ("$.a[?@<2 || @.b == \"k\"]", vec!["a/2", "a/7"]),
        ("$.a[?match(@.b, \"[jk]\")]", vec!["a/6", "a/7"]),
        ("$.a[?search(@.b, \"[jk]\")]", vec!["a/6", "a/7", "a/9"]),
        ("$.o[?@>1 && @<4]", vec!["o/q", "o/r"]),
        ("$.o[?@.u || @.x]", vec!["o/t"]),
        ("$.a[?@.b == $.x]", vec!["a/0", "a/1", "a/2", "a/3", "a/4", "a/5"]),
        ("$.o[?@ == @]", vec!["o/p", "o/q", "o/r", "o/s", "o/t"]),
        ("$.a[?length(@.b) >= 4]", vec!["a/9"]),
        ("$.a[?@.b == value($.a[8]..b)]", vec!["a/8"]),
        ("$[?count(@.*) == 5]", vec!["o"]),
        ("$.o[?!@.u && @ <= 2]", vec!["o/p", "o/q"]),
        ("$.a[?!(@.b == 'k' || @ < 9)]", vec!["a/6", "a/8", "a/9"]),
        ("$.a[?@.b == 'k' && $.e == 'f']", vec!["a/7"]),
        ("$.a[?@.b <= 'k']", vec!["a/6", "a/7"]),
        ("$.a[?match(@.b, 'k|j.')]", vec!["a/7"]),
        ("$.a[?match(@.b, '(')]", vec![]),
    ] {
        assert_eq!(select(&tree, query), expected, "{query}");
    }
}

#[test]
fn deep_values_and_numbers_compare_by_value() {
    let tree = json!([{"a": {"b": [1, null], "c": 2}}, {"a": {"c": 2.0, "b": [1.0, null]}}, {"a": {"c": 2, "b": [1]}}]);
    assert_eq!(select(&tree, "$[?@.a == $[0].a]"), ["0", "1"]);
    let tree = json!([9_007_199_254_740_993_u64, u64::MAX]);
    assert_eq!(select(&tree, "$[?@ == $[1]]"), ["1"]);
    assert_eq!(select(&tree, "$[?@ == 9007199254740991]"), [""; 0]);
}

#[test]
fn a_fault_of_a_query_is_named_with_its_character() {
    for (query, expected) in [
        ("$.é.!a", "unexpected `!` at character 5"),
        ("info", "unexpected `i` at character 1"),
        ("$[", "unexpected end"),
        ("$..", "unexpected end"),
        ("", "unexpected end"),
    ] {
        let error = Query::parse(query).expect_err(query);
        assert!(matches!(&error, QueryError::Invalid(reason) if reason.contains(expected)), "{query}: {error:?}");
    }
    let unknown = refusal(&json!([1]), "$[?in(@, $.a)]", 100);
    assert!(matches!(&unknown, QueryError::Invalid(reason) if reason.contains("unknown function `in`")), "{unknown:?}");
}

#[test]
fn queries_that_the_grammar_allows_are_parsed() {
    for query in [
        "$ \n.a [0] ..b",
        "$[ 'a' , \"b\" ]",
        "$[1 : 5 : 2]",
        "$[::]",
        "$[:]",
        "$[-1:]",
        "$[?@.a,?@.b,*,0,'c']",
        "$.a1_ü",
        "$..*",
        "$..[0]",
        "$['\\b\\f\\n\\r\\t\\/\\\\\\u00e9\\uD83E\\uDD80']",
        "$[?@==-0]",
        "$[?@==-1.5E+3||@!=1e-2]",
        "$[? !@.a && ! ( @.b || @.c ) ]",
        "$[?@ == null || true == @ || @ != false]",
        "$[?@['a'][0] >= $.b[-1]]",
        "$[?length( @.a ) <= count( @.* )]",
        "$[?match( @.a , 'b' )]",
        "$[?search(value($..a), $.pattern)]",
        "$[?length(value($..a)) > 1]",
        "$[9007199254740991]",
    ] {
        let parsed = Query::parse(query);
        assert!(parsed.is_ok(), "{query}: {parsed:?}");
    }
}

/// Queries that RFC 9535 does not allow: blanks, names, indexes, strings, and filters.
const INVALID: [&str; 62] = [
    " $",
    "$ ",
    "$.",
    "$. a",
    "$.. a",
    "$...a",
    "$a",
    "$.1a",
    "$.'a'",
    "$.a-b",
    "$[]",
    "$[a]",
    "$[0,]",
    "$[,0]",
    "$[01]",
    "$[-0]",
    "$[-]",
    "$[1.0]",
    "$[9007199254740992]",
    "$[-99999999999999999999]",
    "$[1:2:3:4]",
    "$['a\"]",
    "$['\n']",
    "$['\\x']",
    "$['\\\"']",
    "$[\"\\'\"]",
    "$['\\u12']",
    "$['\\uD83E']",
    "$['\\uDD80']",
    "$['\\uD83E\\u0041']",
    "$[?]",
    "$[?1]",
    "$[?'a']",
    "$[?true]",
    "$[?True == @]",
    "$[?@ = 1]",
    "$[?@ == 01]",
    "$[?@ == 1.]",
    "$[?@ == .5]",
    "$[?@ == 1e]",
    "$[?@ == +1]",
    "$[?@ == 1e999]",
    "$[?@.* == 1]",
    "$[?@..a == 1]",
    "$[?@[0, 1] == 1]",
    "$[?@ == {}]",
    "$[?@ == 1 == 1]",
    "$[?!@ == 1]",
    "$[?!!@]",
    "$[?(@]",
    "$[?@ && ]",
    "$[?@ & @]",
    "$[?length(@)]",
    "$[?length(@.*) > 1]",
    "$[?length (@) > 1]",
    "$[?length() > 1]",
    "$[?length(@, @) > 1]",
    "$[?count(1) > 1]",
    "$[?value('a') > 1]",
    "$[?match(@) ]",
    "$[?match(@.a, 'a') == true]",
    "$[?length(match(@.a, 'a')) > 1]",
];

#[test]
fn queries_that_the_grammar_does_not_allow_are_rejected() {
    for query in INVALID {
        assert!(matches!(Query::parse(query), Err(QueryError::Invalid(_))), "{query}");
    }
}

#[test]
fn long_and_deeply_nested_queries_are_rejected_before_they_are_parsed() {
    let nested = |open: &str, inner: &str, close: &str, count: usize| {
        format!("$[?{}{inner}{}]", open.repeat(count), close.repeat(count))
    };
    for query in [
        nested("(", "@.a", ")", 2000),
        nested("@[?", "@.a", "]", 600),
        nested("length(", "@.a", ")", 300),
        nested("!(", "@.a", ")", 1500),
        format!("${}", "['a']".repeat(10_000)),
        "(".repeat(100_000),
    ] {
        let error = Query::parse(&query).map(drop).expect_err("it is too long or nested too deeply");
        assert!(matches!(error, QueryError::TooCostly(_)), "{error:?}");
    }
    for query in [nested("(", "@.a", ")", 30), nested("@[?", "@.a", "]", 31), nested("length(", "@.a", ") > 1", 1)] {
        assert!(Query::parse(&query).is_ok(), "{query}");
    }
    assert_eq!((nesting("$['(((\\'['][?(@['\"']) && (@)]"), nesting(")))(")), (3, 1));
}

/// Returns nested objects, each with a leaf.
fn chain(depth: usize) -> Value {
    (0..depth).fold(json!({"leaf": 1}), |inner, _| json!({"leaf": 1, "in": inner}))
}

#[test]
fn work_is_bounded_whatever_the_query() {
    let tree = chain(200);
    for query in [
        "$[?count(@..*..*..*..*..*) > 1]",
        "$..[?@..[?@..[?@..[?@..x]]]]",
        "$..[?$..[?$..[?$..x]]]",
        "$..[?search($.leaf, '((a{90}){90}){90}') || $..[?$..[?$..x]]]",
        "$[?count(@[*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*]) > 1]",
    ] {
        assert!(matches!(refusal(&tree, query, 100_000), QueryError::TooCostly(_)), "{query}");
    }
}

#[test]
fn descendants_of_descendants_cost_no_more_than_descendants() {
    let tree = chain(200);
    let mut work = 20_000;
    let query = Query::parse("$..*..*..*..*..*..*..*..*").expect("it is a query");
    let found = query.select(&tree, &mut work).expect("it is within the limits");
    assert_eq!(found.len(), 387);
}

#[test]
fn patterns_of_a_document_have_limits() {
    let tree = json!({"text": "a".repeat(1000), "patterns": ["(a{1000}){1000}", "(a|aa)+$", "(", "a+"]});
    assert_eq!(select(&tree, "$.patterns[?match($.text, @)]"), ["patterns/1", "patterns/3"]);
}

#[test]
fn results_are_limited_by_number_and_by_length() {
    let flat = Value::from(vec![0; limits::PATH_RESULTS + 1]);
    assert!(matches!(refusal(&flat, "$[*]", limits::PATH_WORK), QueryError::TooCostly(_)));
    let deep = (0..200).fold(Value::from(vec![0; 30_000]), |inner, _| json!([inner]));
    assert!(matches!(refusal(&deep, "$..*", limits::PATH_WORK), QueryError::TooCostly(_)));
}

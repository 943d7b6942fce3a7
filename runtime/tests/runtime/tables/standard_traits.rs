//! Traits of the standard library in the settings of types: they behave as the standard derives.

use std::cmp::Ordering;
use std::collections::hash_map::DefaultHasher;
use std::fmt::Debug;
use std::hash::{Hash, Hasher};

/// Defines the same types and values in a module. The first traits are derived, the others are listed in settings; the
/// last of both are those of enums only.
macro_rules! define {
    ($module:ident, ($($derived:ident),*), ($($derived_order:ident),*), ($($shared:ident),*), ($($shared_order:ident),*)) => {
        mod $module {
            use std::collections::BTreeMap;

            use apiarist_runtime::{IntegerEnum, Maybe, Object, StringEnum, TaggedUnion, Union, Value};
            use serde_json::json;

            #[derive(Clone, $($derived,)* Object)]
            #[object($($shared,)* rename_all = "camelCase", is("object", "bee"))]
            pub struct Bee {
                pub r#type: String,
                pub hive_id: Maybe<i64>,
                #[wire(nullable)]
                pub order: Option<Order>,
                #[wire(keep_null)]
                pub level: Option<Level>,
                #[wire(rest)]
                pub extra: BTreeMap<String, Value>,
            }

            #[derive(Clone, $($derived,)* Object)]
            #[object($($shared),*)]
            pub struct Empty {}

            #[derive(Clone, $($derived,)* $($derived_order,)* StringEnum)]
            #[string_enum($($shared,)* $($shared_order,)*)]
            pub enum Order {
                Desc,
                Asc,
                Unknown(String),
            }

            #[derive(Clone, $($derived,)* $($derived_order,)* IntegerEnum)]
            #[integer_enum($($shared,)* $($shared_order,)*)]
            pub enum Level {
                #[wire(7)]
                High,
                #[wire(-1)]
                Low,
                Unknown(i64),
            }

            #[derive(Clone, $($derived,)* Union)]
            #[union($($shared),*)]
            pub enum Food {
                #[shape(string)]
                Name(String),
                #[shape(array)]
                Names(Vec<String>),
                Unknown(Value),
            }

            #[derive(Clone, $($derived,)* TaggedUnion)]
            #[union($($shared,)* tag = "kind")]
            pub enum Item {
                #[wire("empty", adds_tag)]
                Empty(Empty),
                #[wire("bee", "bees", adds_tag)]
                Bee(Bee),
                Unknown(Value),
            }

            pub fn orders() -> Vec<Order> {
                vec![Order::Desc, Order::Asc, Order::Unknown("asc".into()), Order::Unknown("z".into())]
            }

            pub fn levels() -> Vec<Level> {
                vec![Level::High, Level::Low, Level::Unknown(7), Level::Unknown(-9)]
            }

            pub fn foods() -> Vec<Food> {
                let names = vec!["a".to_owned(), "b".to_owned()];
                vec![Food::Name("a".into()), Food::Name("b".into()), Food::Names(names), Food::Unknown(json!("a"))]
            }

            pub fn bees() -> Vec<Bee> {
                let bee = Bee {
                    r#type: "a".into(),
                    hive_id: Maybe::Null,
                    order: Some(Order::Asc),
                    level: None,
                    extra: BTreeMap::from([("x".to_owned(), json!([1]))]),
                };
                vec![
                    Bee { r#type: "b".into(), ..bee.clone() },
                    Bee { hive_id: Maybe::Absent, ..bee.clone() },
                    Bee { order: None, ..bee.clone() },
                    Bee { level: Some(Level::Low), ..bee.clone() },
                    Bee { extra: BTreeMap::new(), ..bee.clone() },
                    bee,
                ]
            }

            pub fn items() -> Vec<Item> {
                let bees = bees().into_iter().map(Item::Bee);
                bees.chain([Item::Empty(Empty {}), Item::Unknown(json!({})), Item::Unknown(json!(1))]).collect()
            }
        }
    };
}

define!(derived, (Debug, PartialEq, Eq, Hash), (PartialOrd, Ord), (), ());
define!(shared, (), (), (Debug, PartialEq, Eq, Hash), (PartialOrd, Ord));

/// Returns the text of all values, and whether each pair is equal. Equal values have the same hash, and others another.
fn observed<T: Debug + Eq + Hash>(values: &[T]) -> (Vec<String>, Vec<bool>) {
    let hash = |value: &T| {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        hasher.finish()
    };
    let pairs = || values.iter().flat_map(|value| values.iter().map(move |other| (value, other)));
    assert!(pairs().all(|(value, other)| (value == other) == (hash(value) == hash(other))));
    let texts = values.iter().flat_map(|value| [format!("{value:?}"), format!("{value:#?}")]);
    (texts.collect(), pairs().map(|(value, other)| value == other).collect())
}

/// Returns the order of each pair.
fn ordered<T: Ord>(values: &[T]) -> Vec<[Option<Ordering>; 2]> {
    let pairs = values.iter().flat_map(|value| values.iter().map(move |other| (value, other)));
    pairs.map(|(value, other)| [Some(value.cmp(other)), value.partial_cmp(other)]).collect()
}

#[test]
fn traits_in_settings_behave_as_standard_derives() {
    assert_eq!(observed(&shared::orders()), observed(&derived::orders()));
    assert_eq!(observed(&shared::levels()), observed(&derived::levels()));
    assert_eq!(observed(&shared::foods()), observed(&derived::foods()));
    assert_eq!(observed(&shared::bees()), observed(&derived::bees()));
    assert_eq!(observed(&shared::items()), observed(&derived::items()));
    assert_eq!(ordered(&shared::orders()), ordered(&derived::orders()));
    assert_eq!(ordered(&shared::levels()), ordered(&derived::levels()));
}

#[test]
fn type_without_hash_has_the_other_traits() {
    #[derive(Clone, apiarist_runtime::Object)]
    #[object(Debug, PartialEq)]
    struct Weight {
        grams: f64,
    }

    let weight = Weight { grams: f64::NAN };
    assert_eq!(format!("{weight:?}"), "Weight { grams: NaN }");
    assert!(weight != weight.clone());
}

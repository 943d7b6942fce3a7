//! `newtype!`: structs that are their only field.

/// Implements reading, writing, `From` and `Deref` for a struct around one value.
///
/// ```
/// use apiarist_runtime::newtype;
/// use std::collections::BTreeMap;
///
/// #[derive(Debug, PartialEq)]
/// pub struct Tree(pub BTreeMap<String, Tree>);
/// newtype!(Tree(BTreeMap<String, Tree>));
///
/// let tree: Tree = serde_json::from_str(r#"{"left":{"leaf":{}}}"#)?;
/// assert_eq!(tree.len(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! newtype {
    ($name:ident($inner:ty)) => {
        impl ::core::convert::From<$inner> for $name {
            fn from(value: $inner) -> Self {
                $name(value)
            }
        }
        impl ::core::ops::Deref for $name {
            type Target = $inner;
            fn deref(&self) -> &$inner {
                &self.0
            }
        }
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <$inner as $crate::serde::Deserialize<'de>>::deserialize(deserializer).map($name)
            }
        }
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::serde::Serialize::serialize(&self.0, serializer)
            }
        }
    };
}

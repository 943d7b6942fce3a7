//! What fields of structs are made of and how they are given, from the words of a table.

/// The type of a field that is there in this way.
#[doc(hidden)]
#[macro_export]
macro_rules! __field_type {
    ($presence:ident into $($type:tt)+) => {
        $crate::__field_type!($presence $($type)+)
    };
    (required $($type:tt)+) => {
        $($type)+
    };
    (maybe $($type:tt)+) => {
        $crate::Maybe<$($type)+>
    };
    (nullable_write_only $($type:tt)+) => {
        $crate::Maybe<$($type)+>
    };
    ($presence:ident $($type:tt)+) => {
        ::core::option::Option<$($type)+>
    };
}

/// As what a value is given.
#[doc(hidden)]
#[macro_export]
macro_rules! __given_type {
    (String) => {
        impl ::core::convert::Into<::std::string::String>
    };
    (into $type:ty) => {
        impl ::core::convert::Into<$type>
    };
    (Vec<$element:ty>) => {
        impl ::core::iter::IntoIterator<Item: ::core::convert::Into<$element>>
    };
    (Box<$type:ty>) => {
        $type
    };
    ($type:ty) => {
        $type
    };
}

/// What becomes of a value that is given.
#[doc(hidden)]
#[macro_export]
macro_rules! __given {
    ($value:ident String) => {
        ::core::convert::Into::into($value)
    };
    ($value:ident into $type:ty) => {
        ::core::convert::Into::into($value)
    };
    ($value:ident Vec<$element:ty>) => {
        $crate::list($value)
    };
    ($value:ident Box<$type:ty>) => {
        ::std::boxed::Box::new($value)
    };
    ($value:ident $type:ty) => {
        $value
    };
}

/// What a field is at first: what was given, or nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! __initial {
    (required $field:ident $($type:tt)+) => {
        $crate::__given!($field $($type)+)
    };
    (nullable $field:ident $($type:tt)+) => {
        $field
    };
    (write_only $field:ident $($type:tt)+) => {
        ::core::option::Option::Some($crate::__given!($field $($type)+))
    };
    (nullable_write_only $field:ident $($type:tt)+) => {
        $crate::Maybe::from($field)
    };
    (optional $field:ident $($type:tt)+) => {
        ::core::option::Option::None
    };
    (any $field:ident $($type:tt)+) => {
        ::core::option::Option::None
    };
    (maybe $field:ident $($type:tt)+) => {
        $crate::Maybe::Absent
    };
}

/// The method that fills a field, for those that `new` does not fill.
#[doc(hidden)]
#[macro_export]
macro_rules! __setter {
    (required $($rest:tt)+) => {};
    (nullable $($rest:tt)+) => {};
    (write_only $($rest:tt)+) => {};
    (nullable_write_only $($rest:tt)+) => {};
    ($presence:ident [$method:ident $($last:ident)?] $field:ident String) => {
        #[allow(missing_docs, clippy::should_implement_trait)]
        pub fn $method(mut self, $field: impl ::core::convert::Into<::std::string::String>) -> Self {
            self.$field = $crate::__present!($presence $field.into());
            self
        }
    };
    ($presence:ident [$method:ident $($last:ident)?] $field:ident into $type:ty) => {
        #[allow(missing_docs, clippy::should_implement_trait)]
        pub fn $method(mut self, $field: impl ::core::convert::Into<$type>) -> Self {
            self.$field = $crate::__present!($presence $field.into());
            self
        }
    };
    ($presence:ident [$method:ident $($last:ident)?] $field:ident Vec<$element:ty>) => {
        #[allow(missing_docs, clippy::should_implement_trait)]
        pub fn $method(
            mut self,
            $field: impl ::core::iter::IntoIterator<Item: ::core::convert::Into<$element>>,
        ) -> Self {
            self.$field = $crate::__present!($presence $crate::list($field));
            self
        }
    };
    ($presence:ident [$method:ident $($last:ident)?] $field:ident Box<$type:ty>) => {
        #[allow(missing_docs, clippy::should_implement_trait)]
        pub fn $method(mut self, $field: $type) -> Self {
            self.$field = $crate::__present!($presence ::std::boxed::Box::new($field));
            self
        }
    };
    ($presence:ident [$method:ident $($last:ident)?] $field:ident $type:ty) => {
        #[allow(missing_docs, clippy::should_implement_trait)]
        pub fn $method(mut self, $field: $type) -> Self {
            self.$field = $crate::__present!($presence $field);
            self
        }
    };
}

/// A value that is there.
#[doc(hidden)]
#[macro_export]
macro_rules! __present {
    (optional $($value:tt)+) => {
        ::core::option::Option::Some($($value)+)
    };
    (any $($value:tt)+) => {
        ::core::option::Option::Some($($value)+)
    };
    (maybe $($value:tt)+) => {
        $crate::Maybe::Value($($value)+)
    };
}

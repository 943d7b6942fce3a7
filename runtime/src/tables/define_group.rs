//! `define_group!`: the type that holds the operations of a group.

/// Defines a group of operations: a borrowed client with methods.
#[macro_export]
macro_rules! define_group {
    ($( #[$attribute:meta] )* $name:ident $(,)?) => {
        $( #[$attribute] )*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'c> {
            core: &'c $crate::ClientCore,
        }

        impl<'c> $name<'c> {
            pub(crate) fn new(core: &'c $crate::ClientCore) -> Self {
                $name { core }
            }
        }
    };
}

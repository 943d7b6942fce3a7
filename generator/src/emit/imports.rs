//! The imports of a file: exactly the items that it uses, without glob imports.

use std::collections::BTreeSet;
use std::rc::Rc;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::comment::ItemLink;
use super::ident;
use crate::derives::Traits;
use crate::hash::{HashMap, HashSet};
use crate::ir::TypeId;
use crate::runtime_items::{Export, RuntimeItem};

/// The way in which a file refers to types of its API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// By name, as the file that defines some of them.
    Types {
        /// The types that the file defines.
        own: HashSet<TypeId>,
        /// The types that it refers to.
        held: HashSet<TypeId>,
    },
    /// By the names in the file of shared types, and all others as `super::Name`.
    Shared {
        /// The names of the shared definitions.
        names: Rc<HashMap<TypeId, String>>,
        /// The types whose definitions the file contains, or `None` if it contains all.
        own: Option<HashSet<TypeId>>,
    },
    /// As `types::Name`, from outside.
    Outside,
    /// As `types::Name`, and without documentation, because the code is only compared with other code.
    Compared,
    /// As `types::Name`, or `types::shared::Name` for a type that shares a definition, from the file of shared status
    /// enums.
    OutsideShared {
        /// The names of the shared definitions.
        names: Rc<HashMap<TypeId, String>>,
    },
}

/// Returns `true` for the name of a derive. While rustc expands the derives of the file, it cannot determine whether an
/// imported type of such a name is also a macro, so such a type is named by its path.
fn is_derive(name: &str) -> bool {
    let own = RuntimeItem::ALL.iter().filter(|item| item.export() == Export::Derive);
    Traits::all().names().chain(own.map(|item| item.name())).any(|derive| derive == name)
}

/// The items that a file uses from other modules.
#[derive(Clone, Debug)]
pub(crate) struct Imports {
    view: View,
    runtime: BTreeSet<RuntimeItem>,
    named: BTreeSet<String>,
    /// Whether the file uses `BTreeMap`.
    pub(crate) map: bool,
    /// Whether the file uses the constants of the client.
    pub(crate) client: bool,
}

impl Imports {
    pub(crate) fn new(view: View) -> Self {
        Self { view, runtime: BTreeSet::new(), named: BTreeSet::new(), map: false, client: false }
    }

    /// Returns `true` if the file has documentation.
    pub(crate) fn has_documentation(&self) -> bool {
        self.view != View::Compared
    }

    /// Imports an item of the runtime, and returns its name.
    pub(crate) fn runtime(&mut self, item: RuntimeItem) -> TokenStream {
        self.runtime.insert(item);
        let name = ident(item.name());
        quote!(#name)
    }

    /// Returns the name of a type in the file of shared types, or `None` in other files.
    pub(crate) fn shared_name(&self, id: TypeId) -> Option<&str> {
        match &self.view {
            View::Shared { names, .. } => names.get(&id).map(String::as_str),
            View::Types { .. } | View::Outside | View::Compared | View::OutsideShared { .. } => None,
        }
    }

    /// Imports a type of the API, and returns its name or path.
    pub(crate) fn named(&mut self, id: TypeId, name: Ident) -> TokenStream {
        let text = name.to_string();
        match &self.view {
            View::Types { own, .. } if own.contains(&id) => quote!(#name),
            View::Types { .. } if is_derive(&text) => quote!(super::#name),
            View::Shared { names, own } => {
                let shared = names.get(&id).map(|shared| ident(shared));
                match (shared, own) {
                    (Some(shared), Some(own)) if !own.contains(&id) => quote!(super::#shared),
                    (Some(shared), _) => quote!(#shared),
                    (None, None) => quote!(super::#name),
                    (None, Some(_)) => quote!(super::super::#name),
                }
            }
            View::Types { .. } => {
                self.named.insert(text);
                quote!(#name)
            }
            View::Outside | View::Compared => {
                self.named.insert(text);
                quote!(types::#name)
            }
            View::OutsideShared { names } => {
                let shared = names.get(&id).map(|name| ident(name));
                self.named.insert(text);
                shared.map_or_else(|| quote!(types::#name), |shared| quote!(types::shared::#shared))
            }
        }
    }

    /// Returns a link to a type of the API. It never needs an import of its own, which code would not use.
    ///
    /// The link has a path only if the name does not resolve to the type, because rustdoc warns about redundant ones.
    pub(crate) fn link(&self, id: TypeId, name: &str) -> ItemLink {
        let path = match &self.view {
            View::Types { own, held } if own.contains(&id) || held.contains(&id) => {
                is_derive(name).then(|| format!("super::{name}"))
            }
            View::Shared { own: Some(_), .. } => Some(format!("super::super::{name}")),
            View::Types { .. } | View::Shared { .. } => Some(format!("super::{name}")),
            View::Outside | View::Compared | View::OutsideShared { .. } => Some(format!("types::{name}")),
        };
        ItemLink { label: name.trim_start_matches("r#").to_owned(), path }
    }

    /// Returns the imports of a file of types.
    pub(crate) fn in_types(self) -> TokenStream {
        let siblings = (!self.named.is_empty()).then(|| {
            let names = import_list(self.named.iter().map(String::as_str));
            quote!(use super::#names;)
        });
        let map = self.map.then(|| {
            quote!(
                use std::collections::BTreeMap;
            )
        });
        let runtime = self.runtime_import(&quote!(apiarist_runtime));
        quote! { #siblings #runtime #map }
    }

    /// Returns the imports of a file of operations; `to_api` is the path of the API's module, and `to_call` that of the
    /// module with the type of all calls, if the file uses it.
    pub(crate) fn in_operations(self, to_api: &TokenStream, to_call: Option<&TokenStream>) -> TokenStream {
        let call = to_call.map(|to_call| quote!(use #to_call::Call;));
        let modules: Vec<&str> =
            [("client", self.client), ("types", !self.named.is_empty())].iter().filter(|m| m.1).map(|m| m.0).collect();
        let modules = (!modules.is_empty()).then(|| {
            let names = import_list(modules.into_iter());
            quote!(use #to_api::#names;)
        });
        let map = self.map.then(|| {
            quote!(
                use std::collections::BTreeMap;
            )
        });
        let runtime = self.runtime_import(&quote!(apiarist_runtime));
        quote! { #modules #call #runtime #map }
    }

    /// Returns `true` if the file uses only types of the API.
    pub(crate) fn has_types_alone(&self) -> bool {
        !self.named.is_empty() && self.runtime.is_empty() && !self.map
    }

    /// Returns `true` if the file uses types of the API.
    pub(crate) fn has_types(&self) -> bool {
        !self.named.is_empty()
    }

    /// Returns the imports of an example in a doc comment, which is a program that uses the crate: its root exports the
    /// runtime.
    pub(crate) fn in_example(self, root: &TokenStream, api: &TokenStream) -> TokenStream {
        let types = (!self.named.is_empty()).then(|| quote!(use #api::types;));
        let runtime = self.runtime_import(root);
        let map = self.map.then(|| {
            quote!(
                use std::collections::BTreeMap;
            )
        });
        quote! { #runtime #types #map }
    }

    fn runtime_import(&self, from: &TokenStream) -> TokenStream {
        runtime_imports(from, self.runtime.iter().copied())
    }
}

/// Imports names of the runtime: those that users of a generated crate name from its root, and all others from
/// `codegen`.
pub(crate) fn runtime_imports(from: &TokenStream, items: impl Iterator<Item = RuntimeItem>) -> TokenStream {
    let (hidden, public): (Vec<_>, Vec<_>) = items.partition(|item| item.export() == Export::Hidden);
    let import = |path: TokenStream, items: &[RuntimeItem]| {
        let list = import_list(items.iter().map(|item| item.name()));
        (!items.is_empty()).then(|| quote!(use #path::#list;))
    };
    let (hidden, public_import) = (import(quote!(#from::codegen), &hidden), import(from.clone(), &public));
    // rustfmt's order: a name, then a path, then a list.
    if public.len() == 1 { quote!(#public_import #hidden) } else { quote!(#hidden #public_import) }
}

/// Returns the names to import in rustfmt's order, with braces only around several.
pub(crate) fn import_list<'n>(names: impl Iterator<Item = &'n str>) -> TokenStream {
    let mut names: Vec<&str> = names.collect();
    names.sort_by(|a, b| import_order(a, b));
    let idents: Vec<Ident> = names.iter().map(|name| ident(name)).collect();
    match idents.as_slice() {
        [one] => quote!(#one),
        many => quote!({#(#many),*}),
    }
}

/// Compares names in the order of rustfmt's 2024 style edition: by version, upper case first.
pub(crate) fn import_order(a: &str, b: &str) -> std::cmp::Ordering {
    let (a, b) = (a.strip_prefix("r#").unwrap_or(a), b.strip_prefix("r#").unwrap_or(b));
    let mut left = a.chars().peekable();
    let mut right = b.chars().peekable();
    loop {
        let (Some(&x), Some(&y)) = (left.peek(), right.peek()) else {
            return left.count().cmp(&right.count());
        };
        if x.is_ascii_digit() && y.is_ascii_digit() {
            let number = |characters: &mut std::iter::Peekable<std::str::Chars<'_>>| {
                let mut digits = String::new();
                while let Some(digit) = characters.next_if(char::is_ascii_digit) {
                    digits.push(digit);
                }
                digits
            };
            let (x, y) = (number(&mut left), number(&mut right));
            let (short_x, short_y) = (x.trim_start_matches('0'), y.trim_start_matches('0'));
            let order = short_x.len().cmp(&short_y.len()).then_with(|| short_x.cmp(short_y));
            let order = order.then_with(|| y.len().cmp(&x.len()));
            if order != std::cmp::Ordering::Equal {
                return order;
            }
            continue;
        }
        if x != y {
            // An underscore sorts before all other characters.
            return (x != '_').cmp(&(y != '_')).then(x.cmp(&y));
        }
        left.next();
        right.next();
    }
}

//! Stream rules of an operation, as a part of its description.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use crate::ir::StreamRules;
use crate::runtime_items::RuntimeItem;

/// Returns the stream rules of an operation, or `None` if they are the default ones.
pub(crate) fn stream_rules(rules: &StreamRules, imports: &mut Imports) -> Option<TokenStream> {
    if rules.is_default() {
        return None;
    }
    let name = imports.runtime(RuntimeItem::StreamRules);
    let default = StreamRules::default();
    let StreamRules { terminators, terminator_events, error_events, error_properties, names } = rules;
    let terminators = (*terminators != default.terminators).then(|| quote!(.terminators(&[#(#terminators),*])));
    let terminator_events = (*terminator_events != default.terminator_events)
        .then(|| quote!(.terminator_events(&[#(#terminator_events),*])));
    let error_events = error_events.as_ref().map(|names| quote!(.error_events(&[#(#names),*])));
    let error_properties = error_properties.as_ref().map(|names| quote!(.error_properties(&[#(#names),*])));
    let names = names.as_ref().map(|names| quote!(.names(&[#(#names),*])));
    Some(quote!(.stream_rules(
        #name::new() #terminators #terminator_events #error_events #error_properties #names
    )))
}

//! What ends the streams of an operation and what reports errors in them, as a part of its description.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use crate::ir::EventWords;
use crate::runtime_items::RuntimeItem;

/// The words of a stream, where they are not the usual ones.
pub(crate) fn event_words(words: &EventWords, imports: &mut Imports) -> Option<TokenStream> {
    if words.is_usual() {
        return None;
    }
    let name = imports.runtime(RuntimeItem::StreamRules);
    let usual = EventWords::default();
    let EventWords { end, end_events, errors, error_members, names } = words;
    let end = (*end != usual.end).then(|| quote!(.terminators(&[#(#end),*])));
    let end_events = (*end_events != usual.end_events).then(|| quote!(.terminator_events(&[#(#end_events),*])));
    let errors = errors.as_ref().map(|names| quote!(.error_events(&[#(#names),*])));
    let error_members = error_members.as_ref().map(|names| quote!(.error_properties(&[#(#names),*])));
    let names = names.as_ref().map(|names| quote!(.names(&[#(#names),*])));
    Some(quote!(.stream_rules(#name::new() #end #end_events #errors #error_members #names)))
}

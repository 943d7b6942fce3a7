//! Texts of doc comments, which items refer to by number.
//!
//! A string literal would be escaped when it is emitted, and unescaped by each reader of its attribute:
//!
//! ```text
//! #[doc(17)] pub struct Pet;   →   /// The text with the number 17,
//!                                  /// as it was added.
//!                                  pub struct Pet;
//! ```
//!
//! The number is an argument because the parser does not read arguments, but would read a value as an expression.

use std::cell::RefCell;
use std::rc::Rc;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The texts of the doc comments in the files of one API.
#[derive(Clone, Debug, Default)]
pub struct DocTexts(Rc<RefCell<Vec<Rc<str>>>>);

impl DocTexts {
    /// Adds a text, and returns the doc comment that refers to it.
    pub(crate) fn add(&self, text: impl Into<Rc<str>>) -> TokenStream {
        let mut texts = self.0.borrow_mut();
        let number = Literal::usize_unsuffixed(texts.len());
        texts.push(text.into());
        quote!(#[doc(#number)])
    }

    /// Returns the text with a number, or `None` if there are fewer texts.
    pub(crate) fn get(&self, number: usize) -> Option<Rc<str>> {
        self.0.borrow().get(number).cloned()
    }
}

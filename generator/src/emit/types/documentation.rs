//! Doc comments of types: the text of the document, or the uses of the type.

use proc_macro2::TokenStream;
use quote::quote;

use crate::code_span::code_span;
use crate::emit::comment::{Comment, ItemLink, Piece};
use crate::emit::imports::Imports;
use crate::emit::{Emitter, Moved};
use crate::ir::{Definition, NameHint, OperationId, Type, TypeId, TypeKind, Use, Uses};

impl Emitter<'_> {
    /// Returns the doc comment of a type, and `#[deprecated]` if the document deprecates it.
    ///
    /// A type without a description is described by its most informative use. An operation is named without a link,
    /// because the link would be broken without the feature `client`.
    pub(crate) fn type_documentation(&self, id: TypeId, imports: &Imports) -> TokenStream {
        let definition = self.api.definition(id);
        let documentation = &definition.documentation;
        let mut comment = Comment::default();
        let paragraphs = self.paragraphs(documentation);
        if documentation.description.is_none() && documentation.summary.is_none() {
            let notes = paragraphs.iter().map(|note| format!(" {note}").into());
            comment.paragraph(self.about_uses(id, imports).into_iter().chain(notes));
        } else {
            paragraphs.into_iter().for_each(|paragraph| comment.paragraph([paragraph.into()]));
        }
        let deprecation = is_deprecated(definition).then(|| self.deprecation(documentation));
        let comment = Moved::new(comment.into_tokens(&self.doc_texts));
        quote!(#comment #deprecation)
    }

    /// Returns an allowance for generated code to use types that are deprecated for callers.
    pub(crate) fn deprecated_types_allowance(&self) -> Option<TokenStream> {
        let is_needed = self.api.types.iter().any(is_deprecated);
        is_needed.then(|| quote!(#![allow(deprecated, reason = "deprecated types are still sent and received")]))
    }

    /// Describes the uses of a type: ``Request body of `Pets::create` and 2 more.``
    fn about_uses(&self, id: TypeId, imports: &Imports) -> Vec<Piece> {
        let Uses { first, others } = self.uses(id);
        let mut pieces = match first {
            Some(use_) => self.about_use(use_, imports),
            None => vec![self.about_unused(id).into()],
        };
        pieces.push(match others {
            0 => ".".into(),
            others => format!(" and {others} more.").into(),
        });
        pieces
    }

    fn about_use(&self, use_: Use, imports: &Imports) -> Vec<Piece> {
        let of_call = |what: &str, id: OperationId| vec![format!("{what} of {}", self.method_name(id)).into()];
        let of_type = |what: String, id: TypeId| vec![what.into(), self.type_link(id, imports).into()];
        match use_ {
            Use::Body(id) => of_call("Request body", id),
            Use::Response(id) => of_call("Response", id),
            Use::Event(id) => of_call("Event", id),
            Use::Error(id) => of_call("Error response", id),
            Use::Received => vec!["Body of a webhook or callback".into()],
            Use::Parameter(id, at) => {
                let parameter = self.api.operation(id).parameters.get(at);
                of_call(&parameter.map(|it| code_span(&it.wire_name)).unwrap_or_default(), id)
            }
            Use::Header(id, at) => {
                let header = self.api.operation(id).headers.get(at);
                of_call(&header.map(|it| format!("Header {}", code_span(&it.wire_name))).unwrap_or_default(), id)
            }
            Use::Field(id, at) => {
                let field = self.members(id).fields.get(at).map(|name| code_span(name.trim_start_matches("r#")));
                of_type(format!("{} of ", field.unwrap_or_default()), id)
            }
            Use::Variant(id) => of_type("Variant of ".to_owned(), id),
            Use::Element(id) if matches!(self.api.definition(id).kind, TypeKind::Alias(Type::Named(_))) => {
                of_type("Type of ".to_owned(), id)
            }
            Use::Element(id) => of_type("Element of ".to_owned(), id),
        }
    }

    /// Describes a type that nothing in the API uses.
    fn about_unused(&self, id: TypeId) -> String {
        match &self.api.definition(id).name {
            NameHint::Component(name) => format!("Schema {}, which no operation uses", code_span(name)),
            NameHint::Inline(_) => "A type that no operation uses".to_owned(),
        }
    }

    /// Returns the method that calls an operation, as code.
    fn method_name(&self, id: OperationId) -> String {
        let group = &self.names.group(self.api.operation(id).group).type_name;
        let method = self.names.operation(id).method.trim_start_matches("r#");
        code_span(&format!("{group}::{method}"))
    }

    /// Returns a link to a type.
    pub(crate) fn type_link(&self, id: TypeId, imports: &Imports) -> ItemLink {
        imports.link(id, &self.names.type_(id).name)
    }
}

/// Returns `true` if a type has a `#[deprecated]` attribute. For an inline type, the field or variant that uses it has
/// the attribute.
fn is_deprecated(definition: &Definition) -> bool {
    definition.documentation.deprecated && matches!(definition.name, NameHint::Component(_))
}

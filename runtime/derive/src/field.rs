//! Fields of structs: presence, name on the wire, and setters.

use crate::attribute::{Argument, Constant, ConstantKind, Form};
use crate::errors::Errors;
use crate::item::Member;
use crate::naming_rule::NamingRule;
use crate::tokens::{Ident, Span, TokenTree, unraw};
use crate::written_type::WrittenType;

/// The presence of a field on the wire.
#[derive(Clone, Copy, PartialEq)]
pub enum Presence {
    /// `T`: always.
    Required,
    /// `Option<T>` with `nullable`: always, as null for `None`.
    Nullable,
    /// `Option<T>`: unless it is `None`.
    Optional,
    /// `Option<T>` with `keep_null`: unless it is `None`; null is a value of `T`.
    KeepNull,
    /// `Maybe<T>`: absent, null or a value.
    Maybe,
    /// `Option<T>` with `write_only`: in requests, which require it, but not in responses.
    WriteOnly,
    /// `Maybe<T>` with `write_only`.
    NullableWriteOnly,
    /// The undeclared properties.
    Rest,
}

/// The attribute that describes the fields of a struct.
#[derive(Clone, Copy, PartialEq)]
pub enum FieldAttribute {
    /// `#[wire(…)]`
    Wire,
    /// `#[part(…)]`
    Part,
}

/// The kinds of multipart parts, which are also the names of the runtime's functions.
const PART_KINDS: [&str; 7] = ["file", "files", "text", "texts", "json", "parts", "form"];

/// A field and its attributes.
pub struct Field<'i> {
    pub member: &'i Member,
    pub presence: Presence,
    /// The name on the wire as a literal.
    pub wire_name: String,
    /// The kind of a multipart part.
    pub part_kind: Option<String>,
    /// The name of the setter, if it differs from the name of the field.
    pub setter: Option<Ident>,
    /// The name of the setter that sends null, if it differs from the name of the field with the suffix `_null`.
    pub null_setter: Option<Ident>,
}

impl<'i> Field<'i> {
    /// Parses the attributes of a field. Without a rule, its name on the wire is its own name by default.
    pub fn of(member: &'i Member, attribute: FieldAttribute, rule: Option<NamingRule>, errors: &mut Errors) -> Self {
        let presence = match WrittenType::of(&member.type_) {
            WrittenType::Option(_) => Presence::Optional,
            WrittenType::Maybe(_) => Presence::Maybe,
            _ => Presence::Required,
        };
        let name = unraw(&member.name);
        let wire_name = format!("\"{}\"", rule.map_or(name.clone(), |rule| rule.apply(&name)));
        let field = Field { member, presence, wire_name, part_kind: None, setter: None, null_setter: None };
        let mut reader = FieldReader { field, attribute, is_renamed: false, errors };
        for argument in member.attributes.iter().flat_map(|attribute| &attribute.arguments) {
            reader.argument(argument);
        }
        reader.finish()
    }

    /// Returns the type of the value that the field contains.
    pub fn value_type(&self) -> &'i [TokenTree] {
        match WrittenType::of(&self.member.type_) {
            WrittenType::Option(inner) | WrittenType::Maybe(inner) => inner,
            _ => &self.member.type_,
        }
    }

    /// Returns `true` if the field is an argument of `new`.
    pub fn is_argument(&self) -> bool {
        matches!(
            self.presence,
            Presence::Required | Presence::Nullable | Presence::WriteOnly | Presence::NullableWriteOnly
        )
    }
}

struct FieldReader<'i, 'e> {
    field: Field<'i>,
    attribute: FieldAttribute,
    is_renamed: bool,
    errors: &'e mut Errors,
}

impl<'i> FieldReader<'i, '_> {
    fn argument(&mut self, argument: &Argument) {
        let span = argument.span;
        match (&argument.form, self.attribute) {
            (Form::Word(word), FieldAttribute::Part) if PART_KINDS.contains(&word.as_str()) => {
                if self.field.part_kind.replace(word.clone()).is_some() {
                    self.errors.add(span, "a part must have exactly one encoding: remove the others");
                }
            }
            (Form::Word(word), FieldAttribute::Wire) if word == "nullable" => self.nullable(span, Presence::Nullable),
            (Form::Word(word), FieldAttribute::Wire) if word == "keep_null" => self.nullable(span, Presence::KeepNull),
            (Form::Word(word), FieldAttribute::Wire) if word == "write_only" => self.write_only(span),
            (Form::Word(word), _) if word == "rest" => self.field.presence = Presence::Rest,
            (Form::Constant(Constant { text, kind: ConstantKind::String }), _) => {
                if std::mem::replace(&mut self.is_renamed, true) {
                    self.errors.add(span, "a field must have exactly one name on the wire: remove the others");
                }
                self.field.wire_name.clone_from(text);
            }
            (Form::Assignment(name, value), _) if name == "setter" => {
                self.field.setter = self.method(span, "setter", value)
            }
            (Form::Assignment(name, value), FieldAttribute::Wire) if name == "null_setter" => {
                self.field.null_setter = self.method(span, "null_setter", value);
            }
            (_, FieldAttribute::Wire) => self.errors.add(
                span,
                "expected the name on the wire (`\"createdAt\"`), `nullable`, `keep_null`, `write_only`, `rest`, \
                 `setter = \"…\"` or `null_setter = \"…\"`",
            ),
            (_, FieldAttribute::Part) => self.errors.add(
                span,
                "expected the encoding of the part (`file`, `files`, `text`, `texts`, `json`, `parts`, `form`), its name \
                 (`\"purpose[]\"`), `rest` or `setter = \"…\"`",
            ),
        }
    }

    fn nullable(&mut self, span: Span, presence: Presence) {
        match self.field.presence {
            Presence::Optional => self.field.presence = presence,
            Presence::Required | Presence::Maybe => {
                self.errors.add(span, "a nullable field must be an `Option`: write `Option<T>` as its type");
            }
            _ => self.errors.add(span, "expected only one of `nullable`, `keep_null`, `write_only` and `rest`"),
        }
    }

    fn write_only(&mut self, span: Span) {
        match self.field.presence {
            Presence::Optional => self.field.presence = Presence::WriteOnly,
            Presence::Maybe => self.field.presence = Presence::NullableWriteOnly,
            Presence::Required => self.errors.add(
                span,
                "a write-only field must be an `Option`, or a `Maybe` if it is nullable: write `Option<T>` as its type",
            ),
            _ => self.errors.add(span, "expected only one of `nullable`, `keep_null`, `write_only` and `rest`"),
        }
    }

    /// Parses the name of a method.
    fn method(&mut self, span: Span, word: &str, value: &Constant) -> Option<Ident> {
        let name = value.text.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
        let mut tokens = crate::output::parse(name.unwrap_or_default()).into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(name)), None) => Some(name),
            _ => {
                self.errors.add(span, format!("a setter must have a valid method name: write `{word} = \"set_size\"`"));
                None
            }
        }
    }

    fn finish(self) -> Field<'i> {
        let field = self.field;
        let span = || field.member.name.span();
        let is_rest = field.presence == Presence::Rest;
        if is_rest && (self.is_renamed || field.setter.is_some()) {
            self.errors
                .add(span(), "a field with `rest` must not have a name on the wire or a setter: write only `rest`");
        }
        if field.setter.is_some() && field.is_argument() {
            self.errors
                .add(span(), "`new` takes this field as an argument, so it must not have a setter: remove `setter`");
        }
        if field.null_setter.is_some() && field.presence != Presence::Maybe {
            self.errors.add(span(), "only a `Maybe` can have a setter that sends null: remove `null_setter`");
        }
        if self.attribute == FieldAttribute::Part {
            match field.part_kind.as_deref() {
                None => self.errors.add(
                    span(),
                    "a part must declare its encoding: write `#[part(text)]`, `#[part(json)]` or `#[part(file)]`",
                ),
                Some("form") if !is_rest => {
                    self.errors.add(span(), "`form` requires `rest`: write `#[part(form, rest)]`");
                }
                Some(_) if field.presence == Presence::Maybe => {
                    self.errors.add(span(), "a part must not be nullable: write `Option<T>` as the type of the field");
                }
                Some(_) => {}
            }
        }
        field
    }
}

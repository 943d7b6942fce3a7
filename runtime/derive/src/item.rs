//! Parsing of structs and enums from tokens.
//!
//! Only the forms that generated code uses are supported: no generics, no lifetimes, and at most one value in each
//! variant.

use crate::attribute::{Argument, Attribute};
use crate::errors::Errors;
use crate::tokens::{Delimiter, Group, Ident, Span, TokenStream, TokenTree, flatten, is_punct, is_word};

/// The attributes of a derive: those of the item, and those of its fields or variants.
#[derive(Clone, Copy)]
pub struct Attributes {
    pub item: &'static [&'static str],
    pub member: &'static [&'static str],
}

/// A struct or an enum.
pub struct Item {
    pub name: Ident,
    pub attributes: Vec<Attribute>,
    pub body: Body,
    /// Whether every struct has a constructor and setters, because the feature `testing` is enabled.
    pub is_for_tests: bool,
}

/// The body of an item.
pub enum Body {
    /// The fields of a struct.
    Fields(Vec<Member>),
    /// The type of the only field of a tuple struct.
    Tuple(Vec<TokenTree>),
    /// The variants of an enum.
    Variants(Vec<Member>),
}

/// A field of a struct or a variant of an enum.
pub struct Member {
    pub attributes: Vec<Attribute>,
    /// The doc comments, as attributes.
    pub documentation: Vec<TokenTree>,
    pub name: Ident,
    /// The type of the field or of the variant's value. Empty for a variant without a value.
    pub type_: Vec<TokenTree>,
}

impl Item {
    /// Parses a struct or an enum. Returns `None` after an error that leaves nothing to expand.
    pub fn parse(input: TokenStream, attributes: Attributes, errors: &mut Errors) -> Option<Self> {
        let mut reader = Reader { trees: flatten(input).into_iter(), errors };
        let Some(head) = reader.head(attributes.item, attributes.member, "on a field or a variant") else {
            reader.errors.add(Span::call_site(), "expected a struct or an enum");
            return None;
        };
        let keyword = head.name;
        let Some(TokenTree::Ident(name)) = reader.trees.next() else {
            reader.errors.add(keyword.span(), "expected a struct or an enum with a name");
            return None;
        };
        let body = match (keyword.to_string().as_str(), reader.trees.next()) {
            ("struct", Some(TokenTree::Group(group))) if group.delimiter() == Delimiter::Brace => {
                Body::Fields(members(&group, attributes, errors, Reader::field))
            }
            ("struct", Some(TokenTree::Group(group))) if group.delimiter() == Delimiter::Parenthesis => {
                Body::Tuple(tuple(&group, &name, errors)?)
            }
            ("enum", Some(TokenTree::Group(group))) if group.delimiter() == Delimiter::Brace => {
                Body::Variants(members(&group, attributes, errors, Reader::variant))
            }
            (_, Some(generics)) if is_punct(&generics, '<') => {
                errors.add(generics.span(), "the type must not be generic: write one struct or enum for each type");
                return None;
            }
            ("struct", _) => {
                errors.add(name.span(), format!("the struct must have braces: write `struct {name} {{}}`"));
                return None;
            }
            _ => {
                errors.add(keyword.span(), "this derive supports only structs and enums");
                return None;
            }
        };
        Some(Self { name, attributes: head.attributes, body, is_for_tests: cfg!(feature = "testing") })
    }

    /// Returns the arguments of the item's attributes.
    pub fn arguments(&self) -> impl Iterator<Item = &Argument> {
        self.attributes.iter().flat_map(|attribute| &attribute.arguments)
    }

    /// Returns the fields of a struct.
    pub fn fields(&self, derive: &str, errors: &mut Errors) -> Option<&[Member]> {
        match &self.body {
            Body::Fields(fields) => Some(fields),
            _ => self.reject(derive, "a struct with named fields: write `struct Name { … }`", errors),
        }
    }

    /// Returns the variants of an open enum: all except the last, and the last one, which holds unknown values of this
    /// type. The last one is `None` after an error.
    pub fn open_variants(
        &self,
        derive: &str,
        unknown: &str,
        errors: &mut Errors,
    ) -> Option<(&[Member], Option<&Member>)> {
        let Body::Variants(variants) = &self.body else {
            return self.reject(derive, "an enum: write `enum Name { … }`", errors);
        };
        match variants.split_last() {
            Some((last, known)) if is_word(&last.name, "Unknown") && !last.type_.is_empty() => {
                if let Some(attribute) = last.attributes.first() {
                    errors.add(attribute.span, "`Unknown` accepts all other values: remove the attribute");
                }
                Some((known, Some(last)))
            }
            _ => {
                let message = format!("the last variant must hold unknown values: write `Unknown({unknown})`");
                errors.add(self.name.span(), message);
                Some((variants, None))
            }
        }
    }

    /// Returns the type of the only field of a tuple struct.
    pub fn tuple(&self, derive: &str, errors: &mut Errors) -> Option<&[TokenTree]> {
        match &self.body {
            Body::Tuple(type_) => Some(type_),
            _ => self.reject(derive, "a struct with one unnamed field: write `struct Name(Type);`", errors),
        }
    }

    fn reject<T>(&self, derive: &str, expected: &str, errors: &mut Errors) -> Option<T> {
        errors.add(self.name.span(), format!("`{derive}` requires {expected}"));
        None
    }
}

/// The tokens before the colon of a field or the value of a variant.
struct Head {
    attributes: Vec<Attribute>,
    documentation: Vec<TokenTree>,
    name: Ident,
}

struct Reader<'e> {
    trees: std::vec::IntoIter<TokenTree>,
    errors: &'e mut Errors,
}

impl Reader<'_> {
    /// Parses attributes, visibility and the next word, which is a keyword or the name of a field or variant. Returns
    /// `None` at the end. The attributes of `elsewhere` belong to `home`.
    fn head(&mut self, allowed: &[&str], elsewhere: &[&str], home: &str) -> Option<Head> {
        let (mut attributes, mut documentation) = (Vec::new(), Vec::new());
        loop {
            match self.trees.next()? {
                TokenTree::Punct(hash) if hash.as_char() == '#' => {
                    let Some(TokenTree::Group(group)) = self.trees.next() else { continue };
                    let trees = flatten(group.stream());
                    if matches!(trees.first(), Some(TokenTree::Ident(name)) if is_word(name, "doc")) {
                        documentation.extend([TokenTree::Punct(hash), TokenTree::Group(group)]);
                        continue;
                    }
                    self.reject_misplaced(&trees, allowed, elsewhere, home);
                    attributes.extend(Attribute::parse(trees, allowed, self.errors));
                }
                TokenTree::Ident(word) if is_word(&word, "pub") => {}
                TokenTree::Ident(name) => return Some(Head { attributes, documentation, name }),
                // The restriction of a visibility, such as `(crate)`.
                _ => {}
            }
        }
    }

    /// Rejects attributes in the wrong position: the compiler accepts the attributes of a derive anywhere in the item.
    fn reject_misplaced(&mut self, trees: &[TokenTree], allowed: &[&str], elsewhere: &[&str], home: &str) {
        let Some(TokenTree::Ident(word)) = trees.first() else { return };
        let name = word.to_string();
        if elsewhere.contains(&name.as_str()) && !allowed.contains(&name.as_str()) {
            self.errors.add(word.span(), format!("`#[{name}(…)]` must be written {home}"));
        }
    }

    fn member_head(&mut self, attributes: Attributes) -> Option<Head> {
        self.head(attributes.member, attributes.item, "on the struct or the enum")
    }

    fn field(&mut self, attributes: Attributes) -> Option<Member> {
        let Head { attributes, documentation, name } = self.member_head(attributes)?;
        self.trees.next();
        Some(Member { attributes, documentation, name, type_: self.type_() })
    }

    /// Parses a type up to the next comma.
    fn type_(&mut self) -> Vec<TokenTree> {
        let mut type_: Vec<TokenTree> = Vec::new();
        let mut depth = 0_usize;
        for tree in self.trees.by_ref() {
            let is_arrow = type_.last().is_some_and(|last| is_punct(last, '-'));
            match &tree {
                TokenTree::Punct(comma) if comma.as_char() == ',' && depth == 0 => break,
                TokenTree::Punct(open) if open.as_char() == '<' => depth += 1,
                TokenTree::Punct(close) if close.as_char() == '>' && !is_arrow => depth = depth.saturating_sub(1),
                _ => {}
            }
            type_.push(tree);
        }
        type_
    }

    fn variant(&mut self, attributes: Attributes) -> Option<Member> {
        let Head { attributes, documentation, name } = self.member_head(attributes)?;
        let mut type_ = Vec::new();
        while let Some(tree) = self.trees.next() {
            match tree {
                TokenTree::Punct(comma) if comma.as_char() == ',' => break,
                TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                    // After an error, the variant has a value of unspecified type.
                    type_ = tuple(&group, &name, self.errors).unwrap_or_else(|| vec![TokenTree::Group(group)]);
                }
                other => {
                    let message = format!("a variant must hold at most one value: write `{name}` or `{name}(Type)`");
                    self.errors.add(other.span(), message);
                    // A discriminant: `= 1`.
                    self.type_();
                    break;
                }
            }
        }
        Some(Member { attributes, documentation, name, type_ })
    }
}

fn members<'e>(
    group: &Group,
    attributes: Attributes,
    errors: &'e mut Errors,
    next: fn(&mut Reader<'e>, Attributes) -> Option<Member>,
) -> Vec<Member> {
    let mut reader = Reader { trees: flatten(group.stream()).into_iter(), errors };
    std::iter::from_fn(|| next(&mut reader, attributes)).collect()
}

/// Parses the type of the only value in parentheses.
fn tuple(group: &Group, name: &Ident, errors: &mut Errors) -> Option<Vec<TokenTree>> {
    let trees = flatten(group.stream());
    let attributes = trees.iter().step_by(2).take_while(|tree| is_punct(tree, '#')).count() * 2;
    let visibility = match trees.get(attributes..) {
        Some([TokenTree::Ident(word), TokenTree::Group(scope), _, ..])
            if is_word(word, "pub") && scope.delimiter() == Delimiter::Parenthesis =>
        {
            2
        }
        Some([TokenTree::Ident(word), ..]) if is_word(word, "pub") => 1,
        _ => 0,
    };
    let trees: Vec<TokenTree> = trees.into_iter().skip(attributes + visibility).collect();
    let mut reader = Reader { trees: trees.into_iter(), errors };
    let type_ = reader.type_();
    let more = reader.trees.next();
    if type_.is_empty() || more.is_some() {
        let span = more.map_or_else(|| group.span(), |tree| tree.span());
        errors.add(span, format!("expected one value: write `{name}(Type)`"));
        return None;
    }
    Some(type_)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::text;

    const ATTRIBUTES: Attributes = Attributes { item: &["object"], member: &["wire"] };

    fn read(source: &str) -> (Option<Item>, Vec<String>) {
        let mut errors = Errors::default();
        let item = Item::parse(source.parse::<TokenStream>().unwrap(), ATTRIBUTES, &mut errors);
        (item, errors.into_messages().into_iter().map(|(_, message)| message).collect())
    }

    /// Returns the names and types of the fields or variants.
    fn members(source: &str) -> Vec<(String, String)> {
        let (item, errors) = read(source);
        assert_eq!(errors, Vec::<String>::new(), "{source}");
        let (Body::Fields(members) | Body::Variants(members)) = item.unwrap().body else { panic!("members") };
        let no_spaces = |type_: &[TokenTree]| text(type_).replace(' ', "");
        members.iter().map(|member| (member.name.to_string(), no_spaces(&member.type_))).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, type_)| ((*name).to_owned(), (*type_).to_owned())).collect()
    }

    #[test]
    fn fields_of_any_visibility_and_type_are_parsed() {
        let source =
            "pub(crate) struct X { pub a: A<B, C<D>>, pub(in crate::x) r#type: fn(A) -> B, c: Box<dyn Fn(A) -> B, Z> }";
        let expected = [("a", "A<B,C<D>>"), ("r#type", "fn(A)->B"), ("c", "Box<dynFn(A)->B,Z>")];
        assert_eq!(members(source), pairs(&expected));
    }

    #[test]
    fn variants_hold_at_most_one_value() {
        assert_eq!(
            members("enum X { A, B(Vec<(C, D)>), E(#[x] pub F,), }"),
            pairs(&[("A", ""), ("B", "Vec<(C,D)>"), ("E", "F")])
        );
    }

    #[test]
    fn macro_rules_fragments_are_parsed_like_their_content() {
        let type_ = Group::new(Delimiter::None, "Option<i64>".parse().unwrap());
        let fields: TokenStream = "a:".parse::<TokenStream>().unwrap().into_iter().chain([type_.into()]).collect();
        let mut input: TokenStream = "struct X".parse().unwrap();
        input.extend([TokenTree::Group(Group::new(Delimiter::Brace, fields))]);
        let item = Item::parse(input, ATTRIBUTES, &mut Errors::default());
        let Some(Item { body: Body::Fields(fields), .. }) = item else { panic!("fields") };
        assert_eq!(fields.first().map(|field| text(&field.type_).replace(' ', "")).as_deref(), Some("Option<i64>"));
    }

    #[test]
    fn docs_and_attributes_belong_to_their_field_or_variant() {
        let (item, errors) =
            read("#[object(new)] /// X\n struct X { /// a\n #[serde(x y)] #[wire(b)] a: A, #[allow(x)] b: B }");
        assert_eq!(errors, Vec::<String>::new());
        let Some(Item { attributes, body: Body::Fields(fields), .. }) = item else { panic!("fields") };
        assert_eq!(attributes.len(), 1);
        let counts: Vec<_> = fields.iter().map(|field| (field.attributes.len(), field.documentation.len())).collect();
        assert_eq!(counts, [(1, 2), (0, 0)]);
    }

    #[test]
    fn tuple_struct_holds_exactly_one_value() {
        for source in ["struct X(A);", "struct X(pub A,);", "struct X(#[a] #[b] pub(crate) A);"] {
            let Some(Item { body: Body::Tuple(type_), .. }) = read(source).0 else { panic!("{source}") };
            assert_eq!(text(&type_), "A", "{source}");
        }
        let Some(Item { body: Body::Tuple(type_), .. }) = read("struct X(pub (A, B));").0 else { panic!("a tuple") };
        assert_eq!(text(&type_).replace(' ', ""), "(A,B)");
        for source in ["struct X();", "struct X(A, B);"] {
            assert_eq!(read(source).1, ["expected one value: write `X(Type)`"], "{source}");
        }
    }

    #[test]
    fn unsupported_items_are_rejected() {
        for (source, expected) in [
            ("struct X<T> { x: T }", "the type must not be generic: write one struct or enum for each type"),
            ("struct X;", "the struct must have braces: write `struct X {}`"),
            ("union X { x: i64 }", "this derive supports only structs and enums"),
            ("enum X { A { x: i64 } }", "a variant must hold at most one value: write `A` or `A(Type)`"),
            ("enum X { A = 1, B }", "a variant must hold at most one value: write `A` or `A(Type)`"),
            ("#[wire(x)] struct X {}", "`#[wire(…)]` must be written on a field or a variant"),
            ("struct X { #[object(new)] x: i64 }", "`#[object(…)]` must be written on the struct or the enum"),
        ] {
            assert_eq!(read(source).1, [expected], "{source}");
        }
    }
}

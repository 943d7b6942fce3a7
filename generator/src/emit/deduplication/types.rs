//! Inline types with equal code, which share one definition.
//!
//! ```yaml
//! Owner: {properties: {address: {properties: {city: {type: string}}}}}
//! Shop:  {properties: {address: {properties: {city: {type: string}}}}}
//! ```
//!
//! ```text
//! types/owner.rs     pub type OwnerAddress = super::shared::Address;
//! types/shop.rs      pub type ShopAddress = super::shared::Address;
//! types/shared.rs    pub struct Address { pub city: Option<String> }
//! ```
//!
//! Only the generated code shares: every location keeps a type of its own in the `Api`, with its own name, so that no
//! other location can change or rename it. The derives of one definition cost many times what an alias does.

use std::any::type_name;
use std::fmt::{Debug, Write as _};
use std::iter::Peekable;
use std::rc::Rc;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree, token_stream};
use quote::quote;

use crate::emit::comment::{Comment, Piece};
use crate::emit::imports::{Imports, View};
use crate::emit::{EmittedFile, Emitter, Moved};
use crate::hash::{HashMap, HashSet, IndexMap};
use crate::ir::{Api, Enumeration, IdVec, NameContext, NameHint, Owner, Role, TypeId, TypeKind};
use crate::names::{SharedNameInputs, TypeMembers, fingerprint, shared_names};

/// The number of types that the documentation of a definition lists.
const LISTED: usize = 3;

/// The definitions that several inline types share.
pub(crate) struct SharedTypes {
    /// For each type, its position in `definitions`.
    of: IdVec<TypeId, Option<usize>>,
    definitions: Vec<SharedDefinition>,
}

/// A definition, and the types that share it.
struct SharedDefinition {
    name: String,
    types: Vec<TypeId>,
}

impl SharedTypes {
    /// Returns `true` if no types share a definition.
    pub(crate) fn is_empty(&self) -> bool {
        self.definitions.is_empty()
    }

    /// Returns the name of the definition that a type shares with others, or `None` if it has its own.
    pub(crate) fn name_of(&self, id: TypeId) -> Option<&str> {
        let at = self.of.get(id).copied().flatten()?;
        self.definitions.get(at).map(|definition| definition.name.as_str())
    }

    /// Returns the first of the types that share a type's definition, which may be the type itself.
    pub(crate) fn first_of(&self, id: TypeId) -> TypeId {
        let definition = self.of.get(id).copied().flatten().and_then(|at| self.definitions.get(at));
        definition.and_then(|definition| definition.types.first().copied()).unwrap_or(id)
    }

    /// Returns the names of the shared definitions by type.
    pub(super) fn names(&self, api: &Api) -> HashMap<TypeId, String> {
        api.type_ids().filter_map(|id| Some((id, self.name_of(id)?.to_owned()))).collect()
    }
}

/// The properties that types must have in common to share a definition.
#[derive(PartialEq, Eq, Hash)]
struct Code {
    roles: Vec<Role>,
    /// The names of fields, setters and variants.
    members: String,
    /// The tokens without documentation, in which `@` replaces the names of inline types.
    tokens: String,
    /// The classes of these inline types.
    inner: Vec<Class>,
}

/// An inline type in the code of another.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Class {
    /// The type itself.
    Own,
    /// The position of the class among all.
    Other(usize),
}

/// All types by their code.
type Classes = IndexMap<Code, EqualTypes>;

/// Types with equal code.
struct EqualTypes {
    types: Vec<TypeId>,
    owners: HashSet<Owner>,
    fingerprint: u32,
}

impl Emitter<'_> {
    /// Finds the types with equal code, and names their definitions.
    pub(crate) fn find_shared_types(&self) -> SharedTypes {
        let by_name: HashMap<&str, TypeId> =
            self.api.type_ids().map(|id| (self.names.type_(id).name.as_str(), id)).collect();
        let candidates = self.candidates();
        let mut classes = Classes::default();
        let mut of: IdVec<TypeId, Option<usize>> = IdVec::filled(None, self.api.types.len());
        // Types inside a type have higher ids, so their classes are known by then.
        for (id, owner, code) in candidates.into_iter().rev() {
            let mut code = code;
            let class = |name: &str| match by_name.get(name) {
                Some(inner) if *inner == id => Some(Class::Own),
                inner => inner.and_then(|inner| of[*inner]).map(Class::Other),
            };
            match &self.api.definition(id).kind {
                TypeKind::StringEnum(values) => self.write_values(id, values, &mut code),
                TypeKind::IntegerEnum(values) => self.write_values(id, values, &mut code),
                _ => {
                    let tokens = self.item(id, &mut Imports::new(View::Compared));
                    write_code(tokens.into_iter().peekable(), &class, &mut code);
                }
            }
            let fingerprint = fingerprint_of(&code, &classes);
            let entry = classes.entry(code);
            let at = entry.index();
            let equal = entry.or_insert_with(|| EqualTypes::new(fingerprint));
            // Two variants of a union would have the same conversions.
            if equal.owners.insert(owner) {
                equal.types.push(id);
                of[id] = Some(at);
            }
        }
        self.named(&classes, of)
    }

    /// Appends a description of the code of an enum, which costs less than its tokens: most shared types are enums.
    fn write_values<T: Debug>(&self, id: TypeId, values: &Enumeration<T>, code: &mut Code) {
        let _ = write!(code.tokens, "{} {:?}", type_name::<T>(), self.derives.of_type(id));
        for value in &values.values {
            let _ = write!(code.tokens, " {:?}", value.value);
            if let Some(deprecation) = self.deprecation(&value.documentation) {
                let _ = write!(code.tokens, " {deprecation}");
            }
        }
    }

    /// Returns the inline types whose roles and members another inline type also has, in document order.
    ///
    /// Bodies of requests and of successful responses are excluded because they belong to their operations, and
    /// newtypes because a newtype cannot be constructed by the name of an alias.
    fn candidates(&self) -> Vec<(TypeId, Owner, Code)> {
        let candidates = self.api.type_ids().filter_map(|id| {
            let context = match &self.api.definition(id).name {
                NameHint::Inline(contexts) if !self.graph.is_newtype(id) => contexts.first()?,
                _ => return None,
            };
            let roles = shared_roles(context)?.to_vec();
            let members = joined(&self.names.type_(id).members);
            Some((id, context.owner, Code { roles, members, tokens: String::new(), inner: Vec::new() }))
        });
        let candidates: Vec<_> = candidates.collect();
        let mut counts: HashMap<(&[Role], &str), usize> = HashMap::default();
        for (_, _, code) in &candidates {
            *counts.entry((&code.roles, &code.members)).or_default() += 1;
        }
        let is_repeated =
            |code: &Code| counts.get(&(code.roles.as_slice(), code.members.as_str())).is_some_and(|count| *count > 1);
        let repeated: Vec<bool> = candidates.iter().map(|(_, _, code)| is_repeated(code)).collect();
        candidates.into_iter().zip(repeated).filter_map(|(candidate, repeated)| repeated.then_some(candidate)).collect()
    }

    /// Names the definitions of classes of several types.
    fn named(&self, classes: &Classes, of: IdVec<TypeId, Option<usize>>) -> SharedTypes {
        let shared: Vec<(usize, &Code, &EqualTypes)> = classes
            .iter()
            .enumerate()
            .map(|(at, (code, equal))| (at, code, equal))
            .filter(|(_, _, equal)| equal.types.len() > 1)
            .collect();
        let inputs = shared.iter().filter_map(|(_, code, equal)| {
            let members = &self.names.type_(*equal.types.first()?).members;
            Some(SharedNameInputs { roles: &code.roles, members, fingerprint: equal.fingerprint })
        });
        let names = shared_names(&inputs.collect::<Vec<_>>());
        let positions: HashMap<usize, usize> = shared.iter().enumerate().map(|(to, (at, _, _))| (*at, to)).collect();
        let of = of.map(|_, class| class.and_then(|class| positions.get(&class).copied()));
        let definitions = shared.into_iter().zip(names).map(|((_, _, equal), name)| {
            let mut types = equal.types.clone();
            types.sort_unstable();
            SharedDefinition { name, types }
        });
        SharedTypes { of, definitions: definitions.collect() }
    }

    /// Returns the file of shared definitions, if there are any. If groups have features, definitions that different
    /// groups need have different files.
    pub(crate) fn shared_type_files(&self) -> Vec<EmittedFile> {
        let shared = self.shared_types();
        let mut definitions: Vec<&SharedDefinition> = shared.definitions.iter().collect();
        definitions.sort_by(|one, other| one.name.cmp(&other.name));
        let names = Rc::new(shared.names(self.api));
        if let Some(features) = self.group_features() {
            let needs = features.shared_types();
            let definitions = definitions.into_iter().map(|definition| (definition, needs.get(&definition.name)));
            return self.shared_files("types/shared", features.shared_modules(definitions), |definitions| {
                let own = definitions.iter().flat_map(|definition| definition.types.iter().copied()).collect();
                self.shared_definitions(&definitions, View::Shared { names: Rc::clone(&names), own: Some(own) })
            });
        }
        let items = self.shared_definitions(&definitions, View::Shared { names, own: None });
        let file = (!definitions.is_empty()).then(|| self.file("types/shared.rs", items));
        file.into_iter().collect()
    }

    /// Returns a file of shared definitions.
    fn shared_definitions(&self, definitions: &[&SharedDefinition], view: View) -> TokenStream {
        let mut imports = Imports::new(view);
        let mut items = Vec::new();
        for definition in definitions {
            let Some(first) = definition.types.first() else { continue };
            items.push(self.about_shared(definition, &imports));
            items.push(self.item(*first, &mut imports));
        }
        let (imports, items) = (imports.in_types(), Moved::from_iter(items));
        quote! { #imports #items }
    }

    /// Lists the types that share a definition: ``[`OwnerAddress`], [`ShopAddress`], and 2 more.``
    fn about_shared(&self, definition: &SharedDefinition, imports: &Imports) -> TokenStream {
        let links = definition.types.iter().take(LISTED).map(|id| Piece::from(self.type_link(*id, imports)));
        let mut listed: Vec<Piece> = links.collect();
        match definition.types.len().saturating_sub(LISTED) {
            0 => {}
            others => listed.push(format!("{others} more").into()),
        }
        let last = listed.len().saturating_sub(1);
        let separator = |at: usize| match at {
            0 => "",
            1 if last == 1 => " and ",
            _ if at == last => ", and ",
            _ => ", ",
        };
        let pieces = listed.into_iter().enumerate().flat_map(|(at, piece)| [separator(at).into(), piece]);
        let mut comment = Comment::default();
        comment.paragraph(["The definition of ".into()].into_iter().chain(pieces).chain([".".into()]));
        comment.into_tokens(&self.doc_texts)
    }
}

impl EqualTypes {
    fn new(fingerprint: u32) -> Self {
        Self { types: Vec::new(), owners: HashSet::default(), fingerprint }
    }
}

/// Returns the names within a type as one text.
fn joined(members: &TypeMembers) -> String {
    match members {
        TypeMembers::Struct(names) => {
            let nulls: Vec<&str> = names.null_setters.iter().map(|name| name.as_deref().unwrap_or_default()).collect();
            [&names.fields.join(","), &names.setters.join(","), &nulls.join(","), &names.extra]
                .map(String::as_str)
                .join(";")
        }
        TypeMembers::Variants(variants) => variants.join(","),
        TypeMembers::None => String::new(),
    }
}

/// Returns the roles in which a type may share a definition, or `None` if it belongs to its operation.
fn shared_roles(context: &NameContext) -> Option<&[Role]> {
    match (context.owner, context.roles.as_slice()) {
        (Owner::Operation(_), [Role::Variant(_), roles @ ..]) if roles.contains(&Role::Error) => Some(roles),
        (_, [.., Role::Body | Role::Response | Role::Event]) => None,
        (_, roles) => Some(roles),
    }
}

/// Returns a hash of the code of a type, which does not depend on the order of the document.
fn fingerprint_of(code: &Code, classes: &Classes) -> u32 {
    let mut text = format!("{:?}{}{}", code.roles, code.members, code.tokens);
    for class in &code.inner {
        if let Class::Other(at) = class
            && let Some((_, equal)) = classes.get_index(*at)
        {
            let _ = write!(text, "{:08x}", equal.fingerprint);
        }
    }
    fingerprint(&text)
}

/// The tokens of a type or of a group in it.
type Tokens = Peekable<token_stream::IntoIter>;

/// Appends tokens without documentation, with `@` in place of every name that has a class.
fn write_code(mut tokens: Tokens, class: &impl Fn(&str) -> Option<Class>, code: &mut Code) {
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                let Some(TokenTree::Group(attribute)) = tokens.next() else { continue };
                let (delimiter, mut content) = into_content(attribute);
                if !matches!(content.peek(), Some(TokenTree::Ident(name)) if name == "doc") {
                    code.tokens.push_str("# ");
                    write_group(delimiter, content, class, code);
                }
            }
            TokenTree::Group(group) => {
                let (delimiter, content) = into_content(group);
                write_group(delimiter, content, class, code);
            }
            TokenTree::Ident(name) => {
                let start = code.tokens.len();
                let _ = write!(code.tokens, "{name}");
                if let Some(class) = code.tokens.get(start..).and_then(class) {
                    code.inner.push(class);
                    code.tokens.truncate(start);
                    code.tokens.push('@');
                }
                code.tokens.push(' ');
            }
            TokenTree::Punct(sign) => {
                code.tokens.push(sign.as_char());
                code.tokens.push(' ');
            }
            TokenTree::Literal(literal) => {
                let _ = write!(code.tokens, "{literal} ");
            }
        }
    }
}

fn write_group(delimiter: Delimiter, content: Tokens, class: &impl Fn(&str) -> Option<Class>, code: &mut Code) {
    let _ = write!(code.tokens, "{delimiter:?} ");
    write_code(content, class, code);
    code.tokens.push_str("end ");
}

/// Returns the tokens of a group, which is dropped first, because shared tokens would be copied.
fn into_content(group: Group) -> (Delimiter, Tokens) {
    let (delimiter, content) = (group.delimiter(), group.stream());
    drop(group);
    (delimiter, content.into_iter().peekable())
}

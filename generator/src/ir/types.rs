//! Types: expressions over an arena of definitions.

use serde_json::Value;

use super::{Documentation, OperationId, Scalar, TypeId, Usage};
use crate::source::Pointer;

/// A type as it is used somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// A type without parts.
    Scalar(Scalar),
    /// A list.
    Array(Box<Type>),
    /// A list with one element of each of these types, two to twelve.
    Tuple(Vec<Type>),
    /// An object whose members all have this type.
    Map(Box<Type>),
    /// This type, or null.
    Nullable(Box<Type>),
    /// A type that people chose and that exists elsewhere.
    Custom(Box<Custom>),
    /// A type that has a definition.
    Named(TypeId),
}

impl Type {
    /// Calls a function with each definition that is named in this type.
    pub fn for_each_named(&self, visit: &mut impl FnMut(TypeId)) {
        match self {
            Self::Named(id) => visit(*id),
            Self::Array(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.for_each_named(visit),
            Self::Tuple(elements) => elements.iter().for_each(|element| element.for_each_named(visit)),
            _ => {}
        }
    }
}

/// A type that people chose and that exists elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Custom {
    /// Its path as people wrote it, without `::` before it.
    pub path: String,
    /// What its values look like in JSON; nothing that has a definition.
    pub stands_for: Type,
}

/// The width of a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Integer {
    /// 32 bits with sign.
    I32,
    /// 64 bits with sign.
    I64,
    /// 64 bits without sign.
    U64,
    /// 128 bits with sign.
    I128,
}

impl Integer {
    /// Returns the narrowest of 64 bits or more that holds what each of these holds.
    pub fn of_all(integers: impl IntoIterator<Item = Self>) -> Self {
        let join = |one, other| match (one, other) {
            (Self::I32 | Self::I64, Self::I32 | Self::I64) => Self::I64,
            (Self::U64, Self::U64) => Self::U64,
            _ => Self::I128,
        };
        integers.into_iter().reduce(join).map_or(Self::I64, |one| join(one, one))
    }
}

/// A type that gets a name.
#[derive(Clone, Debug)]
pub struct Definition {
    /// Where it stands; for equal shapes that became one type, where the first stands.
    pub origin: Pointer,
    /// What it may be called.
    pub name: NameHint,
    /// What tells a type that the document names from all others, across updates.
    pub key: Option<String>,
    /// What the document says about it.
    pub documentation: Documentation,
    /// What it is.
    pub kind: TypeKind,
}

/// What a type may be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameHint {
    /// The document names it.
    Component(String),
    /// It stands inside something else, in each of these places; never empty, in document order.
    Inline(Vec<NameContext>),
}

/// A place in which a type without a name stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NameContext {
    /// What it stands in.
    pub owner: Owner,
    /// As what it stands there, outermost first, such as a property and then the elements of its array.
    pub roles: Vec<Role>,
}

/// What a type without a name stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// Another type.
    Type(TypeId),
    /// An operation.
    Operation(OperationId),
}

/// As what a type without a name stands somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The property or parameter of this name.
    Member(String),
    /// The element of a list.
    Element,
    /// The value of a map.
    Value,
    /// The member of a union, known by its tag, title or kind, or just by its number from 1.
    Variant(String),
    /// The body of a request.
    Body,
    /// The body of a response that tells of success.
    Response,
    /// The body of a response that tells of failure.
    Error,
    /// An event of a stream.
    Event,
}

/// What a type is.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// An object with known members.
    Struct(Struct),
    /// One of several strings.
    StringEnum(Enumeration<String>),
    /// One of several whole numbers.
    IntegerEnum(Enumeration<i128>),
    /// One of several types.
    Union(Union),
    /// Another name for a type.
    Alias(Type),
}

impl TypeKind {
    /// Returns `true` for an enum of strings or of integers.
    pub fn is_value_enum(&self) -> bool {
        matches!(self, Self::StringEnum(_) | Self::IntegerEnum(_))
    }
}

/// An object with known members.
#[derive(Clone, Debug, Default)]
pub struct Struct {
    /// Members that always have the same value.
    pub literals: Vec<Literal>,
    /// The other members in document order.
    pub fields: Vec<Field>,
    /// The type of members that the document does not name, where it speaks of such.
    pub extra: Option<Type>,
    /// How it is written.
    pub form: StructForm,
}

/// How a struct is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StructForm {
    /// As a JSON object.
    #[default]
    Json,
    /// As `multipart/form-data`; only ever a request body.
    Multipart,
}

/// A required member that always has the same value.
#[derive(Clone, Debug, PartialEq)]
pub struct Literal {
    /// Its name on the wire.
    pub wire_name: String,
    /// Its value: a string, number, boolean or null.
    pub value: Value,
}

/// A member of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// Where it stands.
    pub origin: Pointer,
    /// Its name on the wire.
    pub wire_name: String,
    /// Its type, without the null that [`nullable`](Self::nullable) tells of.
    pub type_: Type,
    /// Whether the document requires it.
    pub required: bool,
    /// Whether it may be null.
    pub nullable: bool,
    /// Whether only responses have it.
    pub read_only: bool,
    /// Whether only requests have it.
    pub write_only: bool,
    /// What its text begins with, where a pattern says so.
    pub prefix: Option<String>,
    /// What the document says about it.
    pub documentation: Documentation,
}

/// When a member is there, and what stands for its absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Always there, never null.
    Required,
    /// Always there, perhaps null.
    Nullable,
    /// There or not; null means the same as absent.
    Optional,
    /// There, null or absent, all of them different.
    Maybe,
    /// Always there in requests, never null; responses may do without.
    WriteOnly,
    /// Always there in requests, perhaps null; responses may do without.
    NullableWriteOnly,
}

impl Presence {
    /// Returns `true` if a value cannot be made without this member.
    pub fn is_argument(self) -> bool {
        match self {
            Self::Required | Self::Nullable | Self::WriteOnly | Self::NullableWriteOnly => true,
            Self::Optional | Self::Maybe => false,
        }
    }
}

impl Field {
    /// When this member is there, in a type that is used in this way.
    ///
    /// A read-only member is never asked for in a request, nor a write-only one expected in a response.
    pub fn presence(&self, usage: Usage) -> Presence {
        let is_asked_for = self.required && !(self.read_only && usage.request);
        let is_expected = is_asked_for && !(self.write_only && usage.response);
        match (is_expected, self.nullable) {
            (false, false) if is_asked_for && usage.request => Presence::WriteOnly,
            (false, true) if is_asked_for && usage.request => Presence::NullableWriteOnly,
            (true, false) => Presence::Required,
            (true, true) => Presence::Nullable,
            (false, true) if usage.request => Presence::Maybe,
            (false, _) => Presence::Optional,
        }
    }
}

/// One of several values; others may come and are kept.
#[derive(Clone, Debug)]
pub struct Enumeration<T> {
    /// The values that the document names, each once.
    pub values: Vec<EnumerationValue<T>>,
}

impl Enumeration<i128> {
    /// Returns the integers that hold all values.
    pub fn integer(&self) -> Integer {
        let all = |fits: fn(i128) -> bool| self.values.iter().all(|value| fits(value.value));
        if all(|value| i64::try_from(value).is_ok()) {
            Integer::I64
        } else if all(|value| u64::try_from(value).is_ok()) {
            Integer::U64
        } else {
            Integer::I128
        }
    }
}

/// A value that the document names.
#[derive(Clone, Debug)]
pub struct EnumerationValue<T> {
    /// The value on the wire.
    pub value: T,
    /// A name that the document gives it (`x-enum-varnames` and its like).
    pub name: Option<String>,
    /// What the document says about it.
    pub documentation: Documentation,
}

/// One of several types; others may come and are kept.
#[derive(Clone, Debug)]
pub struct Union {
    /// The types, in document order.
    pub variants: Vec<Variant>,
    /// How a value finds its variant.
    pub dispatch: UnionDispatch,
}

/// One type of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Where it stands.
    pub origin: Pointer,
    /// Its type, never nullable.
    pub type_: Type,
    /// What it may be called, best first: title, tag; empty where its type says enough.
    pub names: Vec<String>,
    /// What the document says about it.
    pub documentation: Documentation,
}

/// How a value finds its variant.
#[derive(Clone, Debug)]
pub enum UnionDispatch {
    /// By the value of one member, which tells all variants apart.
    ByTag(TagDispatch),
    /// By the shape of the value: the first row whose test holds and whose type can be read.
    ByShape(Vec<UnionRow>),
    /// Not at all: the variants are multipart forms, which are never read.
    Form,
}

/// One member that tells all variants apart.
#[derive(Clone, Debug)]
pub struct TagDispatch {
    /// Its wire name.
    pub property: String,
    /// Which value leads to which variant; every value once.
    pub tags: Vec<Tag>,
    /// What the union writes for variants whose types do not always write it themselves; one at most for each.
    pub written: Vec<Tag>,
    /// The place of the variant for values without a tag, or with one that leads nowhere.
    pub default: Option<usize>,
}

/// A value of the member that tells variants apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The value: a string, an integer or a boolean.
    pub value: Value,
    /// The place of its variant in [`Union::variants`].
    pub variant: usize,
}

impl Tag {
    /// The value as it reads in prose: a string without quotation marks.
    pub fn text(&self) -> String {
        self.value.as_str().map_or_else(|| self.value.to_string(), str::to_owned)
    }
}

/// When a variant is tried.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionRow {
    /// The place of the variant in [`Union::variants`].
    pub variant: usize,
    /// What a value must be like.
    pub test: ShapeTest,
}

/// What a value must be like for a variant to be tried.
#[derive(Clone, Debug, PartialEq)]
pub enum ShapeTest {
    /// Anything at all.
    Any,
    /// A string; one of these, unless there are none.
    String(Vec<String>),
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list.
    Array,
    /// An object with such members.
    Object(Vec<MemberTest>),
}

/// What the member of an object must be like.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberTest {
    /// Its wire name.
    pub wire_name: String,
    /// Whether it must be there. One that need not be there, or is null, passes.
    pub required: bool,
    /// Its values; any will do when there are none.
    pub values: Vec<Value>,
    /// What its text begins with, where that tells members of a union apart and nothing else does.
    pub prefix: Option<String>,
}

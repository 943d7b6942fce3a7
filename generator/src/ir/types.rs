//! Types: expressions over an arena of definitions.

use serde_json::Value;

use super::{Documentation, OperationId, Scalar, TypeId, Usage};
use crate::source::Pointer;

/// A use of a type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// A type without parts.
    Scalar(Scalar),
    /// An array.
    Array(Box<Type>),
    /// An array with one element of each of these types, two to twelve.
    Tuple(Vec<Type>),
    /// An object whose properties all have this type.
    Map(Box<Type>),
    /// This type, or null.
    Nullable(Box<Type>),
    /// An overriding type that is defined elsewhere.
    Custom(Box<Custom>),
    /// A type with a definition.
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

/// An overriding type that is defined elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Custom {
    /// The path as the settings spell it, without leading `::`.
    pub path: String,
    /// The JSON form of its values; it contains no type with a definition.
    pub stands_for: Type,
}

/// The width of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Integer {
    /// A signed 32-bit integer.
    I32,
    /// A signed 64-bit integer.
    I64,
    /// An unsigned 64-bit integer.
    U64,
    /// A signed 128-bit integer.
    I128,
}

impl Integer {
    /// Returns the narrowest type of at least 64 bits that holds the values of all these types.
    pub fn of_all(integers: impl IntoIterator<Item = Self>) -> Self {
        let join = |one, other| match (one, other) {
            (Self::I32 | Self::I64, Self::I32 | Self::I64) => Self::I64,
            (Self::U64, Self::U64) => Self::U64,
            _ => Self::I128,
        };
        integers.into_iter().reduce(join).map_or(Self::I64, |one| join(one, one))
    }
}

/// A named type.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The location; for equal shapes that were merged to one type, the location of the first.
    pub origin: Pointer,
    /// The source of its name.
    pub name: NameHint,
    /// The key that identifies a type with a name in the document across updates.
    pub key: Option<String>,
    /// The document's description.
    pub documentation: Documentation,
    /// The kind.
    pub kind: TypeKind,
}

/// The source of a type's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameHint {
    /// The name in the document.
    Component(String),
    /// The locations of an inline type; never empty, in document order.
    Inline(Vec<NameContext>),
}

/// The location of an inline type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NameContext {
    /// The owner.
    pub owner: Owner,
    /// The roles within the owner, outermost first, such as a property and then the elements of its array.
    pub roles: Vec<Role>,
}

/// The owner of an inline type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// Another type.
    Type(TypeId),
    /// An operation.
    Operation(OperationId),
}

/// The role of an inline type within its owner.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The property or parameter with this name.
    Member(String),
    /// The element of an array.
    Element,
    /// The value of a map.
    Value,
    /// The variant of a union, identified by its tag, title or kind, or by its number from 1.
    Variant(String),
    /// The body of a request.
    Body,
    /// The body of a response that reports success.
    Response,
    /// The body of a response that reports failure.
    Error,
    /// An event of a stream.
    Event,
}

/// The kind of a type.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// An object with declared properties.
    Struct(Struct),
    /// One of several strings.
    StringEnum(Enumeration<String>),
    /// One of several integers.
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

/// An object with declared properties.
#[derive(Clone, Debug, Default)]
pub struct Struct {
    /// Properties that always have the same value.
    pub literals: Vec<Literal>,
    /// The other properties, in document order.
    pub fields: Vec<Field>,
    /// The type of undeclared properties, if the document defines it.
    pub extra: Option<Type>,
    /// The serialization.
    pub form: StructForm,
}

/// The serialization of a struct.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StructForm {
    /// A JSON object.
    #[default]
    Json,
    /// `multipart/form-data`; only used as a request body.
    Multipart,
}

/// A required property that always has the same value.
#[derive(Clone, Debug, PartialEq)]
pub struct Literal {
    /// The name on the wire.
    pub wire_name: String,
    /// The value: a string, number, boolean or null.
    pub value: Value,
}

/// A property of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// The location.
    pub origin: Pointer,
    /// The name on the wire.
    pub wire_name: String,
    /// The type, without the null of [`nullable`](Self::nullable).
    pub type_: Type,
    /// Whether the document requires it.
    pub required: bool,
    /// Whether it may be null.
    pub nullable: bool,
    /// Whether only responses contain it.
    pub read_only: bool,
    /// Whether only requests contain it.
    pub write_only: bool,
    /// The prefix of its string, if a pattern requires one.
    pub prefix: Option<String>,
    /// The document's description.
    pub documentation: Documentation,
}

/// The presence of a property, and the representation of its absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Required and never null.
    Required,
    /// Required and nullable.
    Nullable,
    /// Optional; null is equivalent to absent.
    Optional,
    /// Optional and nullable; null and absent are different.
    Maybe,
    /// Required in requests and never null; optional in responses.
    WriteOnly,
    /// Required in requests and nullable; optional in responses.
    NullableWriteOnly,
}

impl Presence {
    /// Returns `true` if a value cannot be created without this property.
    pub fn is_argument(self) -> bool {
        match self {
            Self::Required | Self::Nullable | Self::WriteOnly | Self::NullableWriteOnly => true,
            Self::Optional | Self::Maybe => false,
        }
    }
}

impl Field {
    /// Returns the presence of this property in a type with this usage.
    ///
    /// Requests never require a read-only property, and responses never require a write-only one.
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

/// One of several values; unknown values are preserved.
#[derive(Clone, Debug)]
pub struct Enumeration<T> {
    /// The values in the document, each once.
    pub values: Vec<EnumerationValue<T>>,
    /// Whether the document accepts other values as well, such as an `anyOf` of an enum and any string.
    pub is_open: bool,
}

impl Enumeration<i128> {
    /// Returns the integer type that holds all values.
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

/// A value of an enum in the document.
#[derive(Clone, Debug)]
pub struct EnumerationValue<T> {
    /// The location of the first equal value.
    pub origin: Pointer,
    /// The value on the wire.
    pub value: T,
    /// The document's name for the value (`x-enum-varnames` and similar extensions).
    pub name: Option<String>,
    /// The document's description.
    pub documentation: Documentation,
}

/// One of several types; unknown values are preserved.
#[derive(Clone, Debug)]
pub struct Union {
    /// The types, in document order.
    pub variants: Vec<Variant>,
    /// The selection of the variant for a value.
    pub dispatch: UnionDispatch,
}

/// One type of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The location.
    pub origin: Pointer,
    /// The type, which is never nullable.
    pub type_: Type,
    /// Candidates for the name, best first: title, tag; empty if the name of the type is sufficient.
    pub names: Vec<String>,
    /// The document's description.
    pub documentation: Documentation,
}

/// The selection of the variant for a value.
#[derive(Clone, Debug)]
pub enum UnionDispatch {
    /// By the value of one property, which distinguishes all variants.
    ByTag(TagDispatch),
    /// By the shape of the value: the first row whose test passes and whose type can be decoded.
    ByShape(Vec<UnionRow>),
    /// None: the variants are multipart forms, which are never decoded.
    Form,
}

/// A property whose value distinguishes all variants.
#[derive(Clone, Debug)]
pub struct TagDispatch {
    /// The wire name.
    pub property: String,
    /// The variant for each value; each value once.
    pub tags: Vec<Tag>,
    /// The tags that the union writes for variants whose types do not always write one; at most one for each variant.
    pub written: Vec<Tag>,
    /// The position of the variant for values without a tag or with an unmapped tag.
    pub default: Option<usize>,
}

/// A value of the property that distinguishes the variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The value: a string, an integer or a boolean.
    pub value: Value,
    /// The position of its variant in [`Union::variants`].
    pub variant: usize,
}

impl Tag {
    /// Returns the value as prose: a string without quotation marks.
    pub fn text(&self) -> String {
        self.value.as_str().map_or_else(|| self.value.to_string(), str::to_owned)
    }
}

/// The condition under which a variant is tried.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionRow {
    /// The position of the variant in [`Union::variants`].
    pub variant: usize,
    /// The test that a value must pass.
    pub test: ShapeTest,
}

/// A test of the shape of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ShapeTest {
    /// Any value.
    Any,
    /// A string; one of these, unless the list is empty.
    String(Vec<String>),
    /// An integer.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array.
    Array,
    /// An object whose properties pass these tests.
    Object(Vec<MemberTest>),
}

/// A test of a property of an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MemberTest {
    /// The wire name.
    pub wire_name: String,
    /// Whether the property is required. An optional property passes if it is absent or null.
    pub required: bool,
    /// The allowed values; any value if the list is empty.
    pub values: Vec<Value>,
    /// The required prefix of its string, if nothing else distinguishes the variants of a union.
    pub prefix: Option<String>,
}

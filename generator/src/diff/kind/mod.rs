//! The table of all kinds of changes. To add a kind, add a row, and a page to `pages/`.

mod page;

pub use page::Page;

use std::fmt;

use super::level::Level::{Breaking as B, Compatible as C, Documentation as D};
use super::{Direction, Level};

/// Defines [`ChangeKind`] from its table. A row contains the wire level of the change in requests and in responses. If the
/// change is in neither, or concerns the API as a whole, both are the same.
macro_rules! kinds {
    ($($variant:ident $name:literal $request:ident $response:ident)*) => {
        /// The stable name of a kind of change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ChangeKind {
            $(#[doc = $name] $variant,)*
        }

        impl ChangeKind {
            /// Every kind, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Returns the name in reports, such as `operation-removed`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Returns the level for a client of the old document that calls a server of the new one: whether the
            /// server still accepts its requests, and whether the client can still decode the responses.
            pub fn wire(self, direction: Direction) -> Level {
                let (request, response) = match self { $(Self::$variant => ($request, $response),)* };
                match direction {
                    Direction::Request => request,
                    Direction::Response => response,
                    Direction::Both => request.max(response),
                }
            }
        }
    };
}

impl ChangeKind {
    /// Returns the kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Returns the explanation of the kind.
    pub fn page(self) -> Page {
        Page::of(self.name())
    }
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

kinds! {
    // The API as a whole.
    TitleChanged "title-changed" D D
    VersionChanged "version-changed" D D
    ServerAdded "server-added" C C
    ServerRemoved "server-removed" B B
    ServerMoved "server-moved" B B
    ServerRenamed "server-renamed" D D
    ServerVariableAdded "server-variable-added" C C
    ServerVariableRemoved "server-variable-removed" B B
    ServerVariableDefaultChanged "server-variable-default-changed" B B
    ServerVariableValueAdded "server-variable-value-added" C C
    ServerVariableValueRemoved "server-variable-value-removed" B B
    DocumentationChanged "documentation-changed" D D
    Surface "surface" D D

    // Security.
    SchemeAdded "security-scheme-added" C C
    SchemeRemoved "security-scheme-removed" B B
    SchemeChanged "security-scheme-changed" B B
    TokenUrlChanged "token-url-changed" B B
    FlowAdded "flow-added" C C
    FlowRemoved "flow-removed" B B
    AuthorizationUrlChanged "authorization-url-changed" C C
    TokenScopeAdded "token-scope-added" C C
    TokenScopeRemoved "token-scope-removed" B B
    CredentialRenamed "credential-renamed" D D
    SecurityAdded "security-added" B B
    SecurityRemoved "security-removed" C C
    SecurityAlternativeAdded "security-alternative-added" C C
    SecurityAlternativeRemoved "security-alternative-removed" B B
    ScopeAdded "scope-added" B B
    ScopeRemoved "scope-removed" C C

    // Operations.
    OperationAdded "operation-added" C C
    OperationRemoved "operation-removed" B B
    OperationRemovedAfterDeprecation "operation-removed-after-deprecation" B B
    OperationRemovedBeforeSunset "operation-removed-before-sunset" B B
    OperationMoved "operation-moved" B B
    OperationIdChanged "operation-id-changed" D D
    OperationServerChanged "operation-server-changed" B B
    MethodRenamed "method-renamed" D D
    GroupMoved "group-moved" D D
    GroupRenamed "group-renamed" D D
    TagAdded "tag-added" D D
    TagRemoved "tag-removed" D D
    Deprecated "deprecated" C C
    Reactivated "reactivated" C C
    SunsetAdded "sunset-added" C C
    SunsetRemoved "sunset-removed" C C
    SunsetEarlier "sunset-earlier" B B
    SunsetLater "sunset-later" C C
    PaginationAdded "pagination-added" D D
    PaginationRemoved "pagination-removed" D D
    PaginationChanged "pagination-changed" D D

    // Webhooks and callbacks.
    WebhookAdded "webhook-added" C C
    WebhookRemoved "webhook-removed" B B

    // Parameters.
    OptionalParameterAdded "optional-parameter-added" C C
    RequiredParameterAdded "required-parameter-added" B B
    ParameterRemoved "parameter-removed" B B
    ParameterRemovedAfterDeprecation "parameter-removed-after-deprecation" B B
    ParameterBecameRequired "parameter-became-required" B B
    ParameterBecameOptional "parameter-became-optional" C C
    ParameterMoved "parameter-moved" B B
    ParameterStyleChanged "parameter-style-changed" B B
    ParameterReservedChanged "parameter-reserved-changed" B B
    PathParameterRenamed "path-parameter-renamed" D D
    SetterRenamed "setter-renamed" D D
    ArgumentsReordered "arguments-reordered" D D

    // Request bodies.
    OptionalBodyAdded "optional-body-added" C C
    RequiredBodyAdded "required-body-added" B B
    BodyRemoved "body-removed" B B
    BodyBecameRequired "body-became-required" B B
    BodyBecameOptional "body-became-optional" C C
    BodyMediaTypeAdded "body-media-type-added" C C
    BodyMediaTypeRemoved "body-media-type-removed" B B
    BodyEncodingChanged "body-encoding-changed" B B
    BodyMethodsRenamed "body-methods-renamed" D D

    // Responses.
    SuccessAdded "success-added" C C
    SuccessRemoved "success-removed" B B
    FailureAdded "failure-added" C C
    FailureRemoved "failure-removed" C C
    ResponseStatusChanged "response-status-changed" C C
    ResponseMediaTypeAdded "response-media-type-added" C C
    ResponseMediaTypeRemoved "response-media-type-removed" B B
    ResponseBodyAdded "response-body-added" C C
    ResponseBodyRemoved "response-body-removed" B B
    ResponseBodyChanged "response-body-changed" B B
    StreamAdded "stream-added" C C
    StreamRemoved "stream-removed" B B
    StreamEndChanged "stream-end-changed" D B
    StreamErrorsChanged "stream-errors-changed" D D
    ReturnTypeChanged "return-type-changed" D D
    ErrorTypeChanged "error-type-changed" D D
    HeaderAdded "header-added" C C
    RequiredHeaderRemoved "required-header-removed" B B
    OptionalHeaderRemoved "optional-header-removed" C C
    HeaderBecameRequired "header-became-required" C C
    HeaderBecameOptional "header-became-optional" B B

    // Schemas.
    SchemaAdded "schema-added" D D
    SchemaRemoved "schema-removed" D D
    SchemaRenamed "schema-renamed" D D
    TypeAdded "type-added" D D
    TypeRemoved "type-removed" D D
    TypeRenamed "type-renamed" D D
    TypeReplaced "type-replaced" D D
    TypeOverrideChanged "type-override-changed" D D
    TypeChanged "type-changed" B B
    TypeWidened "type-widened" C B
    TypeNarrowed "type-narrowed" B C
    FormatAdded "format-added" B C
    FormatRemoved "format-removed" C B
    FormatChanged "format-changed" B B
    ValueBecameNullable "value-became-nullable" C B
    ValueBecameNotNullable "value-became-not-nullable" B C
    UsageChanged "usage-changed" D D
    DerivesChanged "derives-changed" D D

    // Properties of objects.
    RequiredPropertyAdded "required-property-added" B C
    OptionalPropertyAdded "optional-property-added" C C
    RequiredPropertyRemoved "required-property-removed" B B
    OptionalPropertyRemoved "optional-property-removed" B C
    PropertyBecameRequired "property-became-required" B C
    PropertyBecameOptional "property-became-optional" C B
    PropertyBecameNullable "property-became-nullable" C B
    OptionalPropertyBecameNullable "optional-property-became-nullable" C C
    PropertyBecameNotNullable "property-became-not-nullable" B C
    PropertyBecameReadOnly "property-became-read-only" B C
    PropertyBecameNotReadOnly "property-became-not-read-only" C C
    RequiredPropertyBecameNotReadOnly "required-property-became-not-read-only" B C
    PropertyBecameWriteOnly "property-became-write-only" C B
    PropertyBecameNotWriteOnly "property-became-not-write-only" C C
    FieldRenamed "field-renamed" D D
    ConstantAdded "constant-added" B C
    ConstantRemoved "constant-removed" C C
    ConstantChanged "constant-changed" B C
    AdditionalPropertiesAdded "additional-properties-added" C C
    AdditionalPropertiesRemoved "additional-properties-removed" C C
    AdditionalPropertiesForbidden "additional-properties-forbidden" B C
    AdditionalPropertiesRestated "additional-properties-restated" D D
    UndeclaredPropertiesForbidden "undeclared-properties-forbidden" C C
    UndeclaredPropertiesAllowed "undeclared-properties-allowed" C C

    // Enumerations.
    EnumValueAdded "enum-value-added" C C
    EnumValueRemoved "enum-value-removed" B C
    EnumVariantRenamed "enum-variant-renamed" D D
    OpenEnumValueRemoved "open-enum-value-removed" C C
    EnumClosed "enum-closed" B C
    EnumOpened "enum-opened" C C
    EnumAdded "enum-added" B C
    OpenEnumAdded "open-enum-added" C C
    EnumRemoved "enum-removed" C C

    // Unions.
    UnionVariantAdded "union-variant-added" C C
    UnionVariantRemoved "union-variant-removed" B C
    UnionVariantRenamed "union-variant-renamed" D D
    UnionAdded "union-added" C B
    UnionRemoved "union-removed" B C
    UnionOrderChanged "union-order-changed" D D
    DiscriminatorAdded "discriminator-added" B C
    DiscriminatorRemoved "discriminator-removed" C B
    DiscriminatorChanged "discriminator-changed" B B
    MappingAdded "mapping-added" C C
    MappingRemoved "mapping-removed" B C
    MappingChanged "mapping-changed" B B

    // Constraints on values beyond their type.
    MinimumRaised "minimum-raised" B D
    MinimumLowered "minimum-lowered" C C
    MaximumRaised "maximum-raised" C C
    MaximumLowered "maximum-lowered" B D
    MinLengthRaised "min-length-raised" B D
    MinLengthLowered "min-length-lowered" C C
    MaxLengthRaised "max-length-raised" C C
    MaxLengthLowered "max-length-lowered" B D
    MinItemsRaised "min-items-raised" B D
    MinItemsLowered "min-items-lowered" C C
    MaxItemsRaised "max-items-raised" C C
    MaxItemsLowered "max-items-lowered" B D
    MinPropertiesRaised "min-properties-raised" B D
    MinPropertiesLowered "min-properties-lowered" C C
    MaxPropertiesRaised "max-properties-raised" C C
    MaxPropertiesLowered "max-properties-lowered" B D
    MultipleOfAdded "multiple-of-added" B D
    MultipleOfRemoved "multiple-of-removed" C C
    MultipleOfChanged "multiple-of-changed" B C
    PatternAdded "pattern-added" B D
    PatternRemoved "pattern-removed" C C
    PatternChanged "pattern-changed" B C
    ConditionAdded "condition-added" B D
    ConditionRemoved "condition-removed" C C
    AlternativesNarrowed "alternatives-narrowed" B D
    AlternativesWidened "alternatives-widened" C C
    AlternativesChanged "alternatives-changed" B C
    DefaultAdded "default-added" C D
    DefaultRemoved "default-removed" B D
    DefaultChanged "default-changed" B D
}

//! Items of the runtime that generated code uses or that generated crates export: one table for imports, exports and
//! reserved names.
//!
//! `tests/runtime_items.rs` compares it with the source of the runtime.

/// The users of a runtime item, and the condition under which a generated crate exports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// Callers use it: the root of a generated crate exports it.
    Root {
        /// The features of which one is required; empty if the item always exists.
        features: &'static [&'static str],
        /// Whether rustdoc describes the item in the generated crate. Items of other crates keep their own pages.
        is_inlined: bool,
    },
    /// A derive, which only generated types use.
    Derive,
    /// Only generated code and the output of its derives use it, so the runtime hides it.
    Hidden,
}

/// Names of the runtime that exist under the same condition.
#[derive(Clone, Debug)]
pub struct RuntimeExports {
    /// The features of which one is required; empty if the names always exist.
    pub features: &'static [&'static str],
    /// Whether rustdoc describes them in the generated crate. Items of other crates keep their own pages.
    pub is_inlined: bool,
    /// The names.
    pub names: Vec<&'static str>,
}

const fn root(features: &'static [&'static str], is_inlined: bool) -> Export {
    Export::Root { features, is_inlined }
}

const DATA: Export = root(&[], true);
const FOREIGN_DATA: Export = root(&[], false);
const SHARED: Export = root(&["client", "webhooks"], false);
const FOREIGN_CLIENT: Export = root(&["client"], false);
const CLIENT: Export = root(&["client"], true);
const WEBHOOKS: Export = root(&["webhooks"], true);
const BLOCKING: Export = root(&["blocking"], true);
const TESTING: Export = root(&["testing"], true);
const DERIVE: Export = Export::Derive;
const HIDDEN: Export = Export::Hidden;

/// The files of generated code that may import an item, so that its name is reserved there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Files {
    types: bool,
    operations: bool,
}

/// No files of types or operations: only callers, the client, or the files shared by all crates use the item.
const ELSEWHERE: Files = Files { types: false, operations: false };
/// Files of types, and files of operations, whose methods accept and return them.
const ALL: Files = Files { types: true, operations: true };
const TYPES: Files = Files { types: true, operations: false };
const OPERATIONS: Files = Files { types: false, operations: true };

macro_rules! runtime_items {
    ($($item:ident $name:literal $export:ident $files:ident;)*) => {
        /// An item of the runtime.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum RuntimeItem {
            $(#[doc = concat!("`", $name, "`")] $item,)*
        }

        impl RuntimeItem {
            /// Every item, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$item),*];

            /// Returns the name by which the root of the runtime exports it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$item => $name,)* }
            }

            /// Returns the users of the item.
            pub fn export(self) -> Export {
                match self { $(Self::$item => $export,)* }
            }

            fn files(self) -> Files {
                match self { $(Self::$item => $files,)* }
            }
        }
    };
}

runtime_items! {
    // Types of fields.
    Base64                    "Base64"                    DATA           ALL;
    Date                      "Date"                      DATA           ALL;
    DateTime                  "DateTime"                  DATA           ALL;
    FilePart                  "FilePart"                  DATA           ALL;
    InvalidText               "InvalidText"               DATA           ELSEWHERE;
    Maybe                     "Maybe"                     DATA           ALL;
    MultipartForm             "MultipartForm"             DATA           ALL;
    OpaqueBox                 "OpaqueBox"                 DATA           TYPES;
    UnknownValue              "UnknownValue"              DATA           ELSEWHERE;
    Uuid                      "Uuid"                      DATA           ALL;
    Value                     "Value"                     FOREIGN_DATA   ALL;

    // Derives. A type may have the name of a derive, which is a macro in a separate namespace.
    IntegerEnum               "IntegerEnum"               DERIVE         ELSEWHERE;
    Multipart                 "Multipart"                 DERIVE         ELSEWHERE;
    MultipartUnion            "MultipartUnion"            DERIVE         ELSEWHERE;
    Newtype                   "Newtype"                   DERIVE         ELSEWHERE;
    Object                    "Object"                    DERIVE         ELSEWHERE;
    StatusEnum                "StatusEnum"                DERIVE         ELSEWHERE;
    StringEnum                "StringEnum"                DERIVE         ELSEWHERE;
    TaggedUnion               "TaggedUnion"               DERIVE         ELSEWHERE;
    Union                     "Union"                     DERIVE         ELSEWHERE;

    // Items in the output of derives.
    DecodeJson                "decode_json"               HIDDEN         ELSEWHERE;
    DecodeText                "decode_text"               HIDDEN         ELSEWHERE;
    FormContent               "FormContent"               HIDDEN         ELSEWHERE;
    FormPart                  "FormPart"                  HIDDEN         ELSEWHERE;
    Serde                     "serde"                     HIDDEN         ELSEWHERE;
    SerdeJson                 "serde_json"                HIDDEN         ELSEWHERE;
    ToMultipart               "ToMultipart"               HIDDEN         ELSEWHERE;
    ToPart                    "ToPart"                    HIDDEN         ELSEWHERE;

    // Items that callers use in addition to the client.
    SecretString              "SecretString"              SHARED         ELSEWHERE;
    Http                      "http"                      SHARED         ELSEWHERE;
    Bytes                     "Bytes"                     FOREIGN_CLIENT OPERATIONS;
    AnyBody                   "AnyBody"                   CLIENT         ELSEWHERE;
    AnyError                  "AnyError"                  CLIENT         ELSEWHERE;
    BlockingCall              "BlockingCall"              CLIENT         ELSEWHERE;
    BlockingOperation         "BlockingOperation"         CLIENT         ELSEWHERE;
    BoxFuture                 "BoxFuture"                 CLIENT         ELSEWHERE;
    BytesFuture               "BytesFuture"               CLIENT         ELSEWHERE;
    ClientCredentials         "ClientCredentials"         CLIENT         ELSEWHERE;
    Clock                     "Clock"                     CLIENT         ELSEWHERE;
    ConfigError               "ConfigError"               CLIENT         ELSEWHERE;
    Credential                "Credential"                CLIENT         ELSEWHERE;
    Download                  "Download"                  CLIENT         ELSEWHERE;
    DownloadFuture            "DownloadFuture"            CLIENT         ELSEWHERE;
    Error                     "Error"                     CLIENT         ELSEWHERE;
    ErrorKind                 "ErrorKind"                 CLIENT         ELSEWHERE;
    ErrorOf                   "ErrorOf"                   CLIENT         ELSEWHERE;
    Event                     "Event"                     CLIENT         ELSEWHERE;
    EventStream               "EventStream"               CLIENT         OPERATIONS;
    EventsFuture              "EventsFuture"              CLIENT         ELSEWHERE;
    Header                    "Header"                    CLIENT         OPERATIONS;
    Items                     "Items"                     CLIENT         ELSEWHERE;
    Middleware                "Middleware"                CLIENT         ELSEWHERE;
    Next                      "Next"                      CLIENT         ELSEWHERE;
    Operation                 "Operation"                 CLIENT         OPERATIONS;
    OperationSpec             "OperationSpec"             CLIENT         OPERATIONS;
    Optional                  "Optional"                  CLIENT         OPERATIONS;
    Outcome                   "Outcome"                   CLIENT         ELSEWHERE;
    PagedOperation            "PagedOperation"            CLIENT         OPERATIONS;
    Pages                     "Pages"                     CLIENT         ELSEWHERE;
    PasswordCredentials       "PasswordCredentials"       CLIENT         ELSEWHERE;
    RefreshToken              "RefreshToken"              CLIENT         ELSEWHERE;
    RequestOptions            "RequestOptions"            CLIENT         ELSEWHERE;
    Response                  "Response"                  CLIENT         ELSEWHERE;
    ResponseFuture            "ResponseFuture"            CLIENT         ELSEWHERE;
    RetryPolicy               "RetryPolicy"               CLIENT         ELSEWHERE;
    Sending                   "Sending"                   CLIENT         ELSEWHERE;
    StreamOperation           "StreamOperation"           CLIENT         OPERATIONS;
    SuccessOf                 "SuccessOf"                 CLIENT         ELSEWHERE;
    SystemClock               "SystemClock"               CLIENT         ELSEWHERE;
    Timeouts                  "Timeouts"                  CLIENT         ELSEWHERE;
    Token                     "Token"                     CLIENT         ELSEWHERE;
    TokenContext              "TokenContext"              CLIENT         ELSEWHERE;
    TokenError                "TokenError"                CLIENT         ELSEWHERE;
    TokenProvider             "TokenProvider"             CLIENT         ELSEWHERE;
    Transport                 "Transport"                 CLIENT         ELSEWHERE;
    DecodeError               "DecodeError"               CLIENT         OPERATIONS;
    Upload                    "Upload"                    CLIENT         OPERATIONS;
    TransportModule           "transport"                 CLIENT         ELSEWHERE;
    WebhookError              "WebhookError"              WEBHOOKS       ELSEWHERE;
    WebhookVerifier           "WebhookVerifier"           WEBHOOKS       ELSEWHERE;
    BlockingModule            "blocking"                  BLOCKING       ELSEWHERE;
    TestingModule             "testing"                   TESTING        ELSEWHERE;

    // Items that only the files of operations use. Functions do not conflict with types.
    Binary                    "Binary"                    HIDDEN         OPERATIONS;
    CallBuilder               "CallBuilder"               HIDDEN         OPERATIONS;
    ClientCore                "ClientCore"                HIDDEN         OPERATIONS;
    Envelope                  "Envelope"                  HIDDEN         OPERATIONS;
    StreamRules               "StreamRules"               HIDDEN         OPERATIONS;
    Json                      "Json"                      HIDDEN         OPERATIONS;
    List                      "list"                      HIDDEN         ELSEWHERE;
    NoContent                 "NoContent"                 HIDDEN         OPERATIONS;
    Paging                    "Paging"                    HIDDEN         OPERATIONS;
    PartEncoding              "PartEncoding"              HIDDEN         OPERATIONS;
    Style                     "Style"                     HIDDEN         OPERATIONS;
    Text                      "Text"                      HIDDEN         OPERATIONS;
    TextOf                    "TextOf"                    HIDDEN         OPERATIONS;

    // Items that only the client and the type of all calls use.
    ClientDescription         "ClientDescription"         HIDDEN         ELSEWHERE;
    ClientConfig              "ClientConfig"              HIDDEN         ELSEWHERE;
    CredentialDescription     "CredentialDescription"     HIDDEN         ELSEWHERE;
    RawCall                   "RawCall"                   HIDDEN         ELSEWHERE;
    // Previously imported by files of operations. Existing names must not change.
    FromResponse              "FromResponse"              HIDDEN         OPERATIONS;
    RawResponse               "RawResponse"               HIDDEN         OPERATIONS;
    SecurityScheme            "SecurityScheme"            HIDDEN         OPERATIONS;
    ServerVariableDescription "ServerVariableDescription" HIDDEN         ELSEWHERE;

    // Items that appear in the bounds of other items.
    Parameter                 "Parameter"                 HIDDEN         ELSEWHERE;
    FromEvent                 "FromEvent"                 HIDDEN         ELSEWHERE;
    Styled                    "Styled"                    HIDDEN         ELSEWHERE;
}

/// Methods of [`RuntimeItem::CallBuilder`] that generated code calls, and that a setter with the same name hides.
pub const BUILD_METHODS: &[&str] = &[
    "bytes",
    "cookie",
    "cookie_as",
    "form",
    "form_as",
    "form_in",
    "header",
    "header_as",
    "json",
    "json_as",
    "multipart",
    "multipart_as",
    "multipart_of",
    "query",
    "query_as",
    "query_reserved",
    "scalar",
    "text",
];

/// Names of the prelude and of the standard library that files of types and of operations use.
const STANDARD_NAMES: &[&str] = &[
    "BTreeMap",
    "Box",
    "Err",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Self",
    "Some",
    "String",
    "Vec",
];

/// Names that only files of types use. Single letters are type parameters in the output of derives.
const TYPE_FILE_NAMES: &[&str] = &["A", "D", "E", "K", "M", "S", "T", "V", "Default", "From"];

/// Names that only files of operations use: those of the client.
const OPERATION_FILE_NAMES: &[&str] = &["Call", "Client", "ClientBuilder"];

/// Returns the reserved names in files of types.
pub fn names_in_types() -> impl Iterator<Item = &'static str> {
    let items = RuntimeItem::ALL.iter().filter(|item| item.files().types).map(|item| item.name());
    items.chain(STANDARD_NAMES.iter().chain(TYPE_FILE_NAMES).copied())
}

/// Returns the reserved names for groups and calls in files of operations and in the file of the client.
pub fn names_in_operations() -> impl Iterator<Item = &'static str> {
    let items = RuntimeItem::ALL.iter().filter(|item| item.files().operations).map(|item| item.name());
    items.chain(STANDARD_NAMES.iter().chain(OPERATION_FILE_NAMES).copied())
}

/// Returns the names that the root of a generated crate exports from the runtime, grouped by their condition.
pub fn runtime_exports() -> Vec<RuntimeExports> {
    let mut exports: Vec<RuntimeExports> = Vec::new();
    for item in RuntimeItem::ALL {
        let Export::Root { features, is_inlined } = item.export() else { continue };
        match exports.iter_mut().find(|row| (row.features, row.is_inlined) == (features, is_inlined)) {
            Some(row) => row.names.push(item.name()),
            None => exports.push(RuntimeExports { features, is_inlined, names: vec![item.name()] }),
        }
    }
    exports
}

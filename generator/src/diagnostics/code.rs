//! The table of everything that can be found wrong with a document. To add a code, add a row.

use std::fmt;

/// What a finding costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Effect {
    /// The run stops.
    Fatal,
    /// A piece is left out of the client.
    Skipped,
    /// A piece says less than the document does, such as a plain JSON value where a type should be.
    Degraded,
    /// The document was mended; nothing is lost.
    Repaired,
    /// Nothing is lost or changed, but it is worth knowing.
    Noted,
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fatal => "fatal",
            Self::Skipped => "skipped",
            Self::Degraded => "degraded",
            Self::Repaired => "repaired",
            Self::Noted => "noted",
        })
    }
}

/// Makes [`Code`] of its table.
macro_rules! codes {
    ($($variant:ident $name:literal $effect:ident $title:literal $explanation:literal)*) => {
        /// The stable name of a kind of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $title] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name that people see and search for, such as `duplicate-key`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What a finding of this kind costs.
            pub fn effect(self) -> Effect {
                match self { $(Self::$variant => Effect::$effect,)* }
            }

            /// One line on what is wrong.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// A paragraph on what it means and how to mend it.
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation,)* }
            }
        }
    };
}

impl Code {
    /// The code of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

codes! {
    // What stops the run.
    UnreadableFile "unreadable-file" Fatal
        "A file cannot be read."
        "The file does not exist, is a folder, or may not be read by this user. Check the path and its permissions."
    EmptyDocument "empty-document" Fatal
        "The document is empty."
        "The file holds nothing, or nothing but comments. An OpenAPI document is an object with at least `openapi`, \
         `info` and `paths`. A download that failed often leaves an empty file behind: fetch it again."
    InvalidText "invalid-text" Fatal
        "The file is not UTF-8 text."
        "OpenAPI documents are UTF-8. The place named is the first byte that is not; save the file as UTF-8, or check \
         that it is not compressed or binary."
    InvalidYaml "invalid-yaml" Fatal
        "The file is not valid YAML."
        "The place named is where reading stopped; what is wrong may stand a line or two above it. Common causes are \
         tabs in the indentation, a colon followed by a space in text without quotes, text that begins with `@`, \
         a backtick, `%`, `*` or `&`, and several documents in one file."
    InvalidJson "invalid-json" Fatal
        "The file is not valid JSON."
        "The place named is where reading stopped. Common causes are a comma after the last member, comments, single \
         quotes, and a download that was cut off. A file that begins with `{` is read as JSON unless it is named \
         `.yaml` or `.yml`."
    NotAnObject "not-an-object" Fatal
        "The document is not an object."
        "At its outermost level an OpenAPI document is an object with `openapi`, `info` and `paths`. This one is a \
         list or a single value, so it is something else, perhaps an error page or a list of documents."
    TooDeep "too-deep" Fatal
        "The document is nested too deeply."
        "Lists and objects stand inside each other more levels deep than any real document needs. The limit keeps \
         hostile documents from exhausting the stack. Move the inner part to `components` and refer to it."
    TooLarge "too-large" Fatal
        "The document grows too large when it is expanded."
        "YAML aliases (`*name`) copy what their anchor (`&name`) marks. Here the copies add up to far more than the \
         file itself, as in a document made to exhaust memory. Use `$ref` instead of aliases."
    MissingVersion "missing-version" Fatal
        "The document does not say which version of OpenAPI it follows."
        "Every document begins with `openapi: 3.x.y`, or with `swagger: \"2.0\"`. Without it this is not an OpenAPI \
         document, or only a part of one."
    UnsupportedVersion "unsupported-version" Fatal
        "The document follows a version of OpenAPI that is not supported."
        "Supported versions are named in the message. Convert the document, or ask its publisher for another version."
    InvalidSettings "invalid-settings" Fatal
        "The settings file is not valid."
        "`apiarist.toml` knows `document`, `[source]`, `[client]`, `[client.environment]`, `[names.types]`, \
         `[names.operations]` and `[names.groups]`. Unknown keys are errors, so that a misspelt one is not ignored."

    // What leaves a piece out.
    InvalidOperation "invalid-operation" Skipped
        "An operation cannot be read."
        "The operation does not have the shape that OpenAPI describes, so it is left out of the client. All others are \
         not affected. Mend the place that the message names, with an overlay if the document is not yours."
    UnusedPathParameter "unused-path-parameter" Skipped
        "A path parameter does not occur in the path."
        "The parameter says `in: path`, but the path has no place of that name in braces, so it cannot be sent and is \
         left out. Add `{name}` to the path, or remove the parameter."
    UnresolvedParameter "unresolved-parameter" Skipped
        "A parameter refers to something that does not exist."
        "The `$ref` of the parameter leads nowhere, so the parameter is left out. Mend the reference, or add what it \
         refers to under `components/parameters`."
    UnsupportedParameter "unsupported-parameter" Skipped
        "A parameter is of a kind that cannot be sent."
        "The parameter is left out of its operation. The message says what about it is not supported."

    // What makes a piece say less.
    UnresolvedReference "unresolved-reference" Degraded
        "A reference leads nowhere."
        "The `$ref` names something that the document does not have. What refers to it becomes a plain JSON value. \
         Mend the reference, or add what it refers to."
    ReferenceCycle "reference-cycle" Degraded
        "References lead in a circle."
        "Following the `$ref` comes back to where it began without meeting a schema, so it says nothing about the \
         value, which becomes a plain JSON value. Replace one of the references by what is meant."
    InvalidSchema "invalid-schema" Degraded
        "A schema cannot be read."
        "The schema is not an object or a boolean, or one of its parts has a shape that it cannot have. It becomes a \
         plain JSON value; all other schemas are not affected."
    WrongType "wrong-type" Degraded
        "A keyword has a value of the wrong type."
        "For example `required: true` in a schema, where a list of names belongs, or `enum: a`. The keyword is ignored \
         and everything around it is kept. The message says what was expected."
    UnsupportedMediaType "unsupported-media-type" Degraded
        "A media type is not supported."
        "The body is sent or received as bytes, because this media type has no typed form here."
    ConflictingTag "conflicting-tag" Degraded
        "A member of a union cannot keep its tag."
        "The discriminator leads to a member by a value that the member has no property for, or that another union \
         gives otherwise. Reading works; what is written back lacks the value. Add the property to the member."
    AllOfConflict "all-of-conflict" Degraded
        "The parts of an `allOf` contradict each other."
        "Two parts describe the same thing in ways that no value can satisfy, such as a string and an integer. The \
         first is used. Remove one of the descriptions."
    UnsupportedServer "unsupported-server" Degraded
        "The server of an operation cannot be used."
        "An operation or a path may have a server of its own, by an absolute URL. A relative one would depend on where \
         the document was fetched from; the client's base URL is used in its place."
    MixedEnum "mixed-enum" Degraded
        "An enum has values of several types."
        "An enum of strings and numbers, for instance, has no single Rust type, so it becomes a plain JSON value. \
         Split it with `oneOf`, or quote the values if strings are meant."
    UnsupportedSecurity "unsupported-security" Degraded
        "A security scheme is not supported."
        "The client cannot send credentials of this kind by itself. Calls that need it can be given a header with \
         `RequestOptions` or a default header."
    UnknownType "unknown-type" Degraded
        "A schema has a type that does not exist."
        "The types of JSON schema are `string`, `integer`, `number`, `boolean`, `array`, `object` and `null`. The value \
         becomes a plain JSON value. Common slips are `int`, `float`, `date` and `String`."
    NeverSchema "never-schema" Degraded
        "A schema accepts no value at all."
        "`false` and `not: {}` accept nothing. The value becomes a plain JSON value, because a client must not refuse \
         what a server does send."
    UnsupportedKeyword "unsupported-keyword" Degraded
        "A keyword is not supported."
        "The keyword narrows what values are valid in a way that the Rust type does not show. Values are neither \
         refused nor lost."

    // What was mended.
    DuplicateKey "duplicate-key" Repaired
        "A key occurs twice in one object."
        "The last one wins, as in nearly every reader of YAML and JSON. Often a whole schema or path was pasted twice: \
         remove the one that is not meant."
    NonTextKey "non-text-key" Repaired
        "A key is not text."
        "YAML reads `200:`, `1.5:` and `null:` as numbers and null. The key is used as it is written. Quote it to be \
         safe with other tools: `\"200\":`."
    DuplicateOperationId "duplicate-operation-id" Repaired
        "Two operations have the same `operationId`."
        "Operation ids must be unique. The later operation gets a name made of its method and path. Give it an id of its own, or \
         a name under `[names.operations]` of apiarist.toml."
    DuplicateParameter "duplicate-parameter" Repaired
        "An operation has the same parameter twice."
        "A parameter is known by its name and its `in`. The first one is used. Remove the other."
    UndeclaredPathParameter "undeclared-path-parameter" Repaired
        "The path has a place that no parameter describes."
        "Every `{name}` in a path needs a parameter with `in: path`. It was added as a string. Describe it to give it a \
         type and words of its own."
    MissingResponses "missing-responses" Repaired
        "An operation describes no response."
        "Every operation needs `responses`. Without one, a success is taken to have no body worth reading."
    NonFiniteNumber "non-finite-number" Repaired
        "A number is not finite."
        "JSON has no `.inf` and no `.nan`. The value is used as text. Quote it, if text is meant."
    LoneSurrogate "lone-surrogate" Repaired
        "An escape gives half of a surrogate pair."
        "`\\ud800` to `\\udfff` are characters only in pairs, and no UTF-8 text can hold one alone, so that U+FFFD is \
         read in its place. It happens in regular expressions, which are documentation here."
    IgnoredTag "ignored-tag" Repaired
        "A YAML tag is not known."
        "Tags such as `!include` belong to other tools and mean nothing in OpenAPI. The value is read as if it had none."

    // What is only worth knowing.
    InvalidStatus "invalid-status" Skipped
        "A response has a key that is no status."
        "Keys of `responses` are statuses such as `200`, classes such as `4XX`, and `default`. A response under any \
         other key can never be matched, so it is left out."
    ReservedHeader "reserved-header" Noted
        "A parameter names a header that the client sets itself."
        "`Accept`, `Content-Type` and `Authorization` follow from the media types and the security schemes of the \
         document (OpenAPI 3.1 section 4.8.12.1), so that parameters of these names say nothing."
    AmbiguousUnion "ambiguous-union" Noted
        "The members of a union look alike."
        "Two members of a `oneOf` or `anyOf` require the same properties. A value is read as the first that keeps all \
         of it, so nothing is lost, but it may not be the one that was meant. Add a `discriminator`, a property with a \
         distinct constant, or distinct required properties."
    AlternativeMediaType "alternative-media-type" Noted
        "A body can be sent in several ways."
        "Of several media types for one request body the client uses the one that says most: JSON, then a form with \
         files, then a form, then text, then bytes. The others are not offered."
    UnusedNameOverride "unused-name-override" Noted
        "A name in the settings is not used."
        "The `[names]` of apiarist.toml give a name to something that the document does not have, perhaps any more. \
         Remove the line, or mend its key."
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_code_has_a_name_of_its_own_and_is_found_by_it() {
        let names: HashSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for &code in Code::ALL {
            assert_eq!(Code::from_name(code.name()), Some(code));
            assert!(code.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{code}");
            assert!(code.title().ends_with('.') && code.explanation().ends_with('.'), "{code}");
        }
    }
}

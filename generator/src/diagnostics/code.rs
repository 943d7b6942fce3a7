//! The table of all diagnostic codes. To add a code, add a row, and a page to `codes/`.

use std::fmt;

use super::Page;

/// The consequence of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Effect {
    /// The run stops.
    Fatal,
    /// An item is skipped.
    Skipped,
    /// An item is less precise than the document, such as a plain JSON value instead of a type.
    Degraded,
    /// The document was fixed; nothing is lost.
    Repaired,
    /// Nothing is lost or changed, but the information is useful.
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

/// Defines [`Code`] from its table.
macro_rules! codes {
    ($($effect:ident { $($variant:ident $name:literal)* })*) => {
        /// The stable name of a kind of diagnostic.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $($(#[doc = include_str!(concat!("codes/", $name, ".md"))] $variant,)*)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$($(Self::$variant),*),*];

            /// Returns the name in reports, such as `duplicate-key`.
            pub fn name(self) -> &'static str {
                match self { $($(Self::$variant => $name,)*)* }
            }

            /// Returns the effect of diagnostics with this code.
            pub fn effect(self) -> Effect {
                match self { $($(Self::$variant)|* => Effect::$effect,)* }
            }

            /// Returns the explanation of the code.
            pub fn page(self) -> Page {
                Page::parse(match self { $($(Self::$variant => include_str!(concat!("codes/", $name, ".md")),)*)* })
            }
        }
    };
}

impl Code {
    /// Returns the code with this name.
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
    // Codes that stop the run.
    Fatal {
        UnreadableFile "unreadable-file"
        EmptyDocument "empty-document"
        InvalidEncoding "invalid-encoding"
        InvalidYaml "invalid-yaml"
        InvalidJson "invalid-json"
        NotAnObject "not-an-object"
        TooDeep "too-deep"
        TooLarge "too-large"
        InvalidOverlay "invalid-overlay"
        MissingVersion "missing-version"
        UnsupportedVersion "unsupported-version"
        InvalidSettings "invalid-settings"
        InvalidPagination "invalid-pagination"
        NothingImported "nothing-imported"
    }

    // Codes that skip an item.
    Skipped {
        InvalidOperation "invalid-operation"
        UnusedPathParameter "unused-path-parameter"
        UnresolvedParameter "unresolved-parameter"
        UnsupportedParameter "unsupported-parameter"
        InvalidStatus "invalid-status"
        DuplicateStatus "duplicate-status"
        LostOperation "lost-operation"
        UnreadablePage "unreadable-page"
        UnusablePage "unusable-page"
        ConflictingOperation "conflicting-operation"
    }

    // Codes that make an item less precise.
    Degraded {
        UnresolvedReference "unresolved-reference"
        ReferenceCycle "reference-cycle"
        InvalidSchema "invalid-schema"
        WrongType "wrong-type"
        UnsupportedMediaType "unsupported-media-type"
        ConflictingTag "conflicting-tag"
        AllOfConflict "all-of-conflict"
        UnsupportedServer "unsupported-server"
        UnsupportedStyle "unsupported-style"
        UnsupportedPartHeader "unsupported-part-header"
        NestedFile "nested-file"
        MixedEnum "mixed-enum"
        UnsupportedSecurity "unsupported-security"
        UnsupportedPagination "unsupported-pagination"
        UnknownType "unknown-type"
        ContradictoryType "contradictory-type"
        NeverSchema "never-schema"
        UnsupportedKeyword "unsupported-keyword"
        UnmatchedOverlayAction "unmatched-overlay-action"
        UnmatchedSelection "unmatched-selection"
        UnsupportedSchema "unsupported-schema"
        InvalidDiscriminator "invalid-discriminator"
        IncompletePage "incomplete-page"
    }

    // Codes that fix the document.
    Repaired {
        DuplicateKey "duplicate-key"
        NonStringKey "non-string-key"
        DuplicateOperationId "duplicate-operation-id"
        DuplicateParameter "duplicate-parameter"
        VersionMismatch "version-mismatch"
        MalformedPath "malformed-path"
        MalformedStatus "malformed-status"
        MisspelledPathParameter "misspelled-path-parameter"
        ParameterSchema "parameter-schema"
        UndeclaredPathParameter "undeclared-path-parameter"
        UndeclaredRequiredProperty "undeclared-required-property"
        MalformedKeyword "malformed-keyword"
        InferredType "inferred-type"
        MisspelledType "misspelled-type"
        MisplacedRequired "misplaced-required"
        EnumTypeMismatch "enum-type-mismatch"
        DuplicateEnumValue "duplicate-enum-value"
        EmptyEnum "empty-enum"
        InvalidDefault "invalid-default"
        InvalidLimit "invalid-limit"
        MissingResponses "missing-responses"
        ForbiddenBody "forbidden-body"
        NonFiniteNumber "non-finite-number"
        LoneSurrogate "lone-surrogate"
        IgnoredYamlTag "ignored-yaml-tag"
        ConflictingComponent "conflicting-component"
        UnlistedVariant "unlisted-variant"
    }

    // Codes that only inform.
    Noted {
        EqualPaths "equal-paths"
        ConditionalSchema "conditional-schema"
        UnknownDialect "unknown-dialect"
        ReservedHeader "reserved-header"
        CredentialParameter "credential-parameter"
        EmptyBody "empty-body"
        NotModified "not-modified"
        UndocumentedBody "undocumented-body"
        TransportSecurity "transport-security"
        UnusedSecurityScheme "unused-security-scheme"
        WaivedSecurity "waived-security"
        AmbiguousUnion "ambiguous-union"
        UnusedDiscriminator "unused-discriminator"
        AlternativeMediaType "alternative-media-type"
        UnusedNameOverride "unused-name-override"
        NameOverrideConflict "name-override-conflict"
        UnusedTypeOverride "unused-type-override"
        UnusedDeriveOverride "unused-derive-override"
        UnusedParameterOverride "unused-parameter-override"
        UnusedEventOverride "unused-event-override"
        UnusedSecurityOverride "unused-security-override"
        MovedName "moved-name"
        PageWithoutOperation "page-without-operation"
        AssumedByImport "assumed-by-import"
        LimitedPageFormat "limited-page-format"
        UndefinedSerialization "undefined-serialization"
    }
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
            let page = code.page();
            assert!(page.title.ends_with('.') && page.explanation.ends_with('.'), "{code}");
            assert!(!page.example.is_empty() && !page.fixed.is_empty(), "`{code}` has no example");
        }
    }
    #[test]
    fn there_is_no_page_without_a_code() {
        let pages = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/diagnostics/codes")).expect("a folder");
        for page in pages.map(|page| page.expect("a file").path()) {
            let name = page.file_stem().unwrap_or_default().to_string_lossy();
            assert!(Code::from_name(&name).is_some(), "{}", page.display());
        }
    }
}

//! Tests of the text that is printed for the tokens of a file.

use std::path::PathBuf;

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::*;

fn print_tokens(tokens: TokenStream) -> Result<String, PrintError> {
    print(EmittedFile {
        path: PathBuf::from("src/pet.rs"),
        header: None,
        content: FileContent::Items(tokens),
        doc_texts: DocTexts::default(),
    })
}

/// Checks the text of tokens, and that printing the text again does not change it.
#[track_caller]
fn check(tokens: TokenStream, expected: &str) {
    let printed = print_tokens(tokens).expect("valid items");
    assert_eq!(printed, expected);
    let parsed = expected.parse().expect("valid tokens");
    // Plain comments are not tokens.
    let without_comments = |text: &str| text.lines().filter(|line| !line.trim().starts_with("// ")).collect::<String>();
    let again = print_tokens(parsed).expect("valid items");
    assert_eq!(without_comments(&again), without_comments(expected));
}

#[test]
fn items_are_separated_by_a_blank_line() {
    check(
        quote! {
            pub struct Pet { pub id: i64 }
            pub enum Kind { Cat }
            impl Pet {}
            pub fn feed() {}
            pub fn wash() {}
        },
        "pub struct Pet {\n    pub id: i64,\n}\n\npub enum Kind {\n    Cat,\n}\n\nimpl Pet {}\n\npub fn feed() {}\n\npub fn wash() {}\n",
    );
}

#[test]
fn imports_exports_modules_constants_and_aliases_stay_together() {
    check(
        quote! {
            use super::Pet;
            use crate::Call;
            mod cat;
            mod dog;
            pub use cat::*;
            pub use dog::*;
            const A: i64 = 1;
            const B: i64 = 2;
            pub type Cats = Vec<Cat>;
            pub type Dogs = Vec<Dog>;
        },
        "use super::Pet;\nuse crate::Call;\n\nmod cat;\nmod dog;\n\npub use cat::*;\npub use dog::*;\n\n\
         const A: i64 = 1;\nconst B: i64 = 2;\n\npub type Cats = Vec<Cat>;\npub type Dogs = Vec<Dog>;\n",
    );
}

#[test]
fn an_item_with_a_comment_or_an_attribute_has_a_blank_line_before_it() {
    check(
        quote! {
            mod cat;
            #[doc = "Dogs."]
            pub mod dog;
            pub type Cats = Vec<Cat>;
            #[cfg(test)]
            pub type Dogs = Vec<Dog>;
        },
        "mod cat;\n\n/// Dogs.\npub mod dog;\n\npub type Cats = Vec<Cat>;\n\n#[cfg(test)]\npub type Dogs = Vec<Dog>;\n",
    );
}

#[test]
fn a_constant_of_several_lines_is_separated_from_the_next() {
    check(
        quote! {
            const A: &[&str] = &["a name that is rather long", "another name that is rather long", "a third one"];
            const B: i64 = 2;
            use a_module_with_a_long_name::{AFirstTypeWithALongName, ASecondTypeWithALongName, AThirdTypeWithALongName};
            use crate::Call;
        },
        "const A: &[&str] = &[\n    \"a name that is rather long\",\n    \"another name that is rather long\",\n    \
         \"a third one\",\n];\n\nconst B: i64 = 2;\n\nuse a_module_with_a_long_name::{\n    AFirstTypeWithALongName, \
         ASecondTypeWithALongName, AThirdTypeWithALongName,\n};\nuse crate::Call;\n",
    );
}

#[test]
fn braces_within_imports_and_values_do_not_end_an_item() {
    check(
        quote! {
            use super::{Cat, Dog};
            const A: i64 = { 1 };
            pub const fn b() {}
            pub type C = [u8; 2];
            pub struct D;
        },
        "use super::{Cat, Dog};\n\nconst A: i64 = { 1 };\n\npub const fn b() {}\n\npub type C = [u8; 2];\n\npub struct D;\n",
    );
}

#[test]
fn functions_of_an_impl_are_separated_and_constants_stay_together() {
    check(
        quote! {
            impl Operation for Get {
                const METHOD: Method = Method::GET;
                type Success = Pet;
                type Failure = Value;
                fn first() {}
                fn second() {}
                #[doc = "Documented."]
                const LAST: i64 = 1;
            }
        },
        "impl Operation for Get {\n    const METHOD: Method = Method::GET;\n    type Success = Pet;\n    \
         type Failure = Value;\n\n    fn first() {}\n\n    fn second() {}\n\n    /// Documented.\n    \
         const LAST: i64 = 1;\n}\n",
    );
}

#[test]
fn signatures_of_a_trait_stay_together() {
    check(
        quote! {
            trait Animal {
                type Food;
                fn eat(&self);
                fn sleep(&self);
                fn play(&self) {}
                #[doc = "Documented."]
                fn wash(&self);
            }
        },
        "trait Animal {\n    type Food;\n\n    fn eat(&self);\n    fn sleep(&self);\n\n    fn play(&self) {}\n\n    \
         /// Documented.\n    fn wash(&self);\n}\n",
    );
}

#[test]
fn items_of_a_module_are_separated_as_those_of_a_file() {
    check(
        quote! {
            mod tests {
                use super::Pet;
                use crate::Call;
                fn first() {}
                impl Pet { fn a() {} fn b() {} }
            }
        },
        "mod tests {\n    use super::Pet;\n    use crate::Call;\n\n    fn first() {}\n\n    impl Pet {\n        \
         fn a() {}\n\n        fn b() {}\n    }\n}\n",
    );
}

#[test]
fn a_long_name_and_a_long_type_are_on_lines_of_their_own() {
    let field = format_ident!("{}", "a_name".repeat(9));
    let (alias, type_) = (format_ident!("{}", "Alias".repeat(12)), format_ident!("{}", "Target".repeat(10)));
    let documentation = "Words ".repeat(30);
    check(
        quote! {
            pub struct Pet {
                #[doc = #documentation]
                pub #field: #type_,
                pub id: #type_,
            }
            pub type #alias = #type_;
        },
        &format!(
            "pub struct Pet {{\n    /// {documentation}\n    pub {field}:\n        {type_},\n    pub id: {type_},\n}}\n\n\
             pub type {alias} =\n    {type_};\n"
        ),
    );
}

#[test]
fn attributes_of_a_file_are_separated_from_its_items() {
    check(
        quote! {
            #![allow(dead_code)]
            #![recursion_limit = "256"]
            #![allow(dead_code, unused_imports, reason = "the features determine which groups there are")]
            mod cat;
        },
        "#![allow(dead_code)]\n#![recursion_limit = \"256\"]\n#![allow(\n    dead_code,\n    unused_imports,\n    \
         reason = \"the features determine which groups there are\"\n)]\n\nmod cat;\n",
    );
}

#[test]
fn comment_attributes_become_plain_comments() {
    check(
        quote! {
            #![comment = "Of the file."]
            #![recursion_limit = "256"]
            #[comment = "First line.\nSecond line."]
            mod cat;
            impl Pet {
                fn a() {}
                #[comment = "Of a member."]
                fn b() {}
            }
        },
        "// Of the file.\n#![recursion_limit = \"256\"]\n\n// First line.\n// Second line.\nmod cat;\n\nimpl Pet {\n    \
         fn a() {}\n\n    // Of a member.\n    fn b() {}\n}\n",
    );
}

#[test]
fn each_line_of_a_doc_comment_has_slashes_and_a_space() {
    for (text, expected) in [
        ("A pet.", "/// A pet.\n"),
        (" A pet.", "/// A pet.\n"),
        ("A pet.\n\n- a\n  - b", "/// A pet.\n///\n/// - a\n///   - b\n"),
        (" A pet.\n\n - a\n   - b", "/// A pet.\n///\n/// - a\n///   - b\n"),
        ("a */ b /* c", "/// a */ b /* c\n"),
        ("/a\n//b\n!c\n*d", "/// /a\n/// //b\n/// !c\n/// *d\n"),
        ("a\r\nb\rc", "/// a\n/// b\n/// c\n"),
        ("\ta\tb\t", "/// \ta\tb\t\n"),
        ("hard  \nbreak \n", "/// hard  \n/// break \n///\n"),
        ("\u{1}\na\u{1}\n \u{1}", "/// \u{1}\n/// a\u{1}\n///  \u{1}\n"),
        ("\"a\\n\"", "/// \"a\\n\"\n"),
    ] {
        let text = TokenTree::Literal(Literal::string(text));
        let item = "pub struct Pet;\n";
        check(quote!(#[doc = #text] pub struct Pet;), &format!("{expected}{item}"));
    }
}

#[test]
fn doc_comments_of_fields_variants_and_members_are_indented() {
    check(
        quote! {
            #[doc = "A pet."]
            #[derive(Clone)]
            #[doc = " Furry."]
            pub struct Pet {
                #[doc = "Its id.\nUnique."]
                pub id: i64,
            }
            pub enum Kind {
                #[doc = "A cat."]
                Cat,
            }
        },
        "/// A pet.\n#[derive(Clone)]\n///  Furry.\npub struct Pet {\n    /// Its id.\n    /// Unique.\n    pub id: i64,\n}\n\n\
         pub enum Kind {\n    /// A cat.\n    Cat,\n}\n",
    );
}

#[test]
fn an_item_that_cannot_be_parsed_is_an_error_that_names_it() {
    let tokens = quote! {
        mod cat;
        #[doc = "A pet."]
        pub struct Pet { pub id i64 }
        mod dog;
    };
    let error = print_tokens(tokens).expect_err("a field without a colon");
    assert_eq!(
        error.to_string(),
        "internal error: cannot parse the generated item `pub struct Pet` of src/pet.rs: expected `:`\n\
         tokens: # [doc = \"A pet.\"] pub struct Pet { pub id i64 }\n\
         help: this is a bug in Apiarist; please report it together with the document"
    );
}

#[test]
fn conditions_do_not_separate_modules_and_exports() {
    check(
        quote! {
            mod cat;
            #[cfg(feature = "dogs")]
            mod dog;
            mod eel;
            #[doc = "Foxes."]
            #[cfg(feature = "foxes")]
            pub mod fox;
            pub use cat::*;
            #[cfg(feature = "dogs")]
            pub use dog::*;
        },
        "mod cat;\n#[cfg(feature = \"dogs\")]\nmod dog;\nmod eel;\n\n/// Foxes.\n#[cfg(feature = \"foxes\")]\n\
         pub mod fox;\n\npub use cat::*;\n#[cfg(feature = \"dogs\")]\npub use dog::*;\n",
    );
}

#[test]
fn attributes_are_filled_to_the_width_of_a_line() {
    check(
        quote! {
            #[cfg(any(feature = "conversations", feature = "responses", feature = "fine-tuning", feature = "unreferenced"))]
            mod cat;
            #[cfg(any(
                feature = "assistants", feature = "conversations", feature = "fine-tuning", feature = "realtime",
                feature = "responses", feature = "threads", feature = "unreferenced", feature = "vector-stores"
            ))]
            mod dog;
            pub enum Pet {
                #[shape(
                    object(required("a_first_property", "a_second_property", "a_third_property")), array,
                    object(required("a_fourth_property", "a_fifth_property"), equal("kind", "a (kind) of pet"))
                )]
                Cat(Cat),
                #[shape(
                    array,
                    object(required("a_first_property", "a_second_property", "a_third_property", "a_fourth_property", "a_fifth_property"))
                )]
                Dog(Dog),
            }
        },
        "#[cfg(any(feature = \"conversations\", feature = \"responses\", feature = \"fine-tuning\", feature = \"unreferenced\"))]\n\
         mod cat;\n\
         #[cfg(any(\n    feature = \"assistants\", feature = \"conversations\", feature = \"fine-tuning\", feature = \"realtime\",\n    \
         feature = \"responses\", feature = \"threads\", feature = \"unreferenced\", feature = \"vector-stores\"\n))]\n\
         mod dog;\n\n\
         pub enum Pet {\n    #[shape(\n        \
         object(required(\"a_first_property\", \"a_second_property\", \"a_third_property\")), array,\n        \
         object(required(\"a_fourth_property\", \"a_fifth_property\"), equal(\"kind\", \"a (kind) of pet\"))\n    )]\n    \
         Cat(Cat),\n    #[shape(\n        array,\n        \
         object(required(\"a_first_property\", \"a_second_property\", \"a_third_property\", \"a_fourth_property\",\n            \
         \"a_fifth_property\"))\n    )]\n    Dog(Dog),\n}\n",
    );
}

#[test]
fn an_attribute_with_a_line_end_in_a_string_is_unchanged() {
    let tokens = "#[note(first = \"a rather long argument of this attribute\", second = \"(\n    not the end\n)]\", third = \"one more\")] pub struct Pet;";
    let printed = print_tokens(tokens.parse().expect("tokens")).expect("a valid item");
    assert!(printed.contains("second = \"(\n    not the end\n)]\",\n"), "{printed}");
}

#[test]
fn declarations_are_laid_out_as_by_prettyplease() {
    let long = format_ident!("{}", "Long".repeat(12));
    for tokens in [
        quote!(
            pub struct Pet {
                pub id: i64,
                pub(crate) tags: Option<BTreeMap<String, Vec<u8>>>,
            }
        ),
        quote!(pub struct Pet { pub owner: Option<Vec<#long>>, pub other: Option<BTreeMap<#long, Vec<Option<#long>>>>, }),
        quote!(pub struct Pet { pub size: (f64, Option<#long>, #long), }),
        quote!(pub struct Pet(pub Option<Box<#long>>);),
        quote!(pub struct Pet(pub BTreeMap<#long, #long>);),
        quote!(
            pub struct Pets<'c> {
                pub(crate) core: &'c ClientCore,
                operation: PhantomData<fn() -> Op>,
            }
        ),
        quote!(
            pub struct Empty {}
        ),
        quote!(
            pub enum Empty {}
        ),
        quote!(pub enum Pet { Cat, Dog(#long), Fox(Option<BTreeMap<#long, #long>>), Eel(Box<Vec<#long>>), }),
        quote!(pub type Pet = Option<Vec<BTreeMap<#long, #long>>>;),
        quote!(use super::{#long};),
        quote!(
            pub use {
                cat::*,
                dog::*,
                super::eel::{self},
            };
        ),
        quote!(use pets::{#long, Cat, Dog, #long as Other, Eel, Fox, Gnu, Hen, Jay};),
    ] {
        let file = syn::parse2(tokens.clone()).expect("a valid item");
        assert_eq!(print_tokens(tokens).expect("a valid item"), prettyplease::unparse(&file));
    }
}

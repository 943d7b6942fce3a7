//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BadRequestError {
    /// What is wrong with the request.
    pub error: Option<String>,
}
object!(BadRequestError {
    error: optional("error"),
});

//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnauthorizedError {
    /// Why the key was turned down.
    pub message: Option<String>,
}
object!(UnauthorizedError {
    message: optional("message"),
});

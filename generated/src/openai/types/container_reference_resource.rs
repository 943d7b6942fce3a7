//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A container that exists already.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainerReferenceResource {
    /// Identifier of the container.
    pub container_id: String,
}
object!(ContainerReferenceResource {
    "type" = "container_reference",
    container_id: required("container_id"),
});

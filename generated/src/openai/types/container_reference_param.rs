//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A container that exists already.
#[derive(Clone, Debug, PartialEq)]
pub struct ContainerReferenceParam {
    /// Identifier of the container.
    pub container_id: String,
}
object!(ContainerReferenceParam {
    "type" = "container_reference",
    container_id: required("container_id"),
});

impl ContainerReferenceParam {
    /// With what is required.
    pub fn new(container_id: impl Into<String>) -> Self {
        Self {
            container_id: container_id.into(),
        }
    }
}

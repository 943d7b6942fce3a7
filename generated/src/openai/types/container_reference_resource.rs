// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A container that exists already.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "container_reference"))]
#[non_exhaustive]
pub struct ContainerReferenceResource {
    /// Identifier of the container.
    pub container_id: String,
}

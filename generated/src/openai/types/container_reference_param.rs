//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A container that exists already.
    pub struct ContainerReferenceParam {
        "type" = "container_reference",
        /// Identifier of the container.
        container_id: required(String) = "container_id",
    }
    new(container_id(String))
}

// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{StringEnum, TaggedUnion, Union, Value};

/// The definition of [`NetworkPolicy`](super::NetworkPolicy) and [`AutoCodeInterpreterToolParamNetworkPolicy`](super::AutoCodeInterpreterToolParamNetworkPolicy).
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum NetworkPolicy {
    #[wire("disabled")]
    Disabled(super::ContainerNetworkPolicyDisabledParam),
    #[wire("allowlist")]
    Allowlist(super::ContainerNetworkPolicyAllowlistParam),
    /// A value that matches no known variant.
    Unknown(Value),
}

/// The definition of [`Output`](super::Output), [`FunctionToolCallOutputResourceOutput`](super::FunctionToolCallOutputResourceOutput), and [`CustomToolCallOutputOutput`](super::CustomToolCallOutputOutput).
#[derive(Clone, Union)]
#[union(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Output {
    #[shape(string)]
    String(String),
    #[shape(array)]
    FunctionAndCustomToolCallOutputs(Vec<super::FunctionAndCustomToolCallOutput>),
    /// A value that matches no known variant.
    Unknown(Value),
}

/// The definition of [`Status`](super::Status), [`OutputMessageStatus`](super::OutputMessageStatus), [`FunctionToolCallStatus`](super::FunctionToolCallStatus), and 8 more.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `in_progress`
    InProgress,
    /// `completed`
    Completed,
    /// `incomplete`
    Incomplete,
    /// A value unknown to this version.
    Unknown(String),
}

/// The definition of [`EasyInputMessageType`](super::EasyInputMessageType) and [`InputMessageType`](super::InputMessageType).
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Type {
    /// `message`
    Message,
    /// A value unknown to this version.
    Unknown(String),
}

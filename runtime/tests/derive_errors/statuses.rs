//! Mistakes in enums of responses by status.

use apiarist_derive::StatusEnum;

#[derive(StatusEnum)]
struct NoEnum;

#[derive(StatusEnum)]
enum NoDefault {
    #[status(404)]
    NotFound(String),
}

#[derive(StatusEnum)]
enum Statuses {
    Missing,
    #[status(99)]
    TooSmall,
    #[status("4xx")]
    WrongClass,
    #[status(204)]
    Once,
    #[status(204)]
    Again,
    #[status(204.5)]
    Float,
    #[status(default)]
    Other,
}

#[derive(StatusEnum)]
enum Contents {
    #[status(200, xml)]
    Unknown(String),
    #[status(201, text)]
    Empty,
    #[status(202, text, binary)]
    Two(String),
    #[status(default)]
    Other(String),
}

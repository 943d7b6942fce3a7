//! The clients on the wire: each against a loopback server and on the fake transport.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod asapp;
mod openai;
mod openhands;
mod orq;
mod pages;
mod tavus;

//! A program.

mod api;

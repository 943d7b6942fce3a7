//! A table of what travels: a call and the request that it sends, an answer and what comes of it.
//!
//! Each row is played twice, over a socket and on the fake transport, and both must be the same. Requests are written as
//! they are sent, without the headers that every request has; what comes of an answer is written as `Debug` shows the
//! value, or as the error says.

mod bodies;
mod parameters;
mod responses;
mod table;

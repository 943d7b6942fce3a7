//! What one document may cost.
//!
//! A document that somebody else wrote is read in bounded time and memory: whatever exceeds these numbers is refused
//! where it stands. Real documents stay far below; the largest that are known have 14 MB or 3,000 files.

/// How many references may lead from one to the next.
pub(super) const REFERENCE_CHAIN: usize = 64;

/// How many files a document may have.
pub(super) const FILES: usize = 20_000;

/// How large one file may be, in bytes.
pub(super) const FILE_SIZE: usize = 256 << 20;

/// How large all files of a document may be together, in bytes.
pub(super) const TOTAL_SIZE: usize = 512 << 20;

//! The `dacsan` binary.

fn main() {}

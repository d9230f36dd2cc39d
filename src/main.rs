//! The command `planverk`.

fn main() {}

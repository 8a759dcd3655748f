//! The `dacsan` binary: hands the command line to [`dacsan::cli`].

use std::process::ExitCode;

use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    dacsan::cli::run(std::env::args_os())
}

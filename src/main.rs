//! The `dacsan` binary: hands the command line to [`dacsan::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    dacsan::cli::run(std::env::args_os())
}

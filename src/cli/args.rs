//! The command line as it was typed; nothing is resolved here.
//!
//! The comments of the fields are the English help; [`super::words`] lays the
//! Vietnamese over it. Values stay text, so that [`super::options`] can say in
//! both languages what is wrong with one. Never reads the environment.

use std::path::PathBuf;

use crate::cli::serve::Live;
use clap::{ArgAction, Parser, Subcommand};

/// Turns a folder of OCOP product dossiers into a promotional catalogue.
#[derive(Debug, Parser)]
#[command(
    name = "dacsan",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    max_term_width = 96
)]
pub struct Args {
    /// What to do; building and then showing where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Where to listen after building.
    #[command(flatten)]
    pub listen: Listen,
    /// Whether to watch after building.
    #[command(flatten)]
    pub live: Live,
    /// What every command understands.
    #[command(flatten)]
    pub shared: Shared,
    /// Print the version
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// Options that every command understands.
#[derive(Debug, clap::Args)]
pub struct Shared {
    /// Folder of the catalogue, the one that holds `content/` (default: here)
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Folder to write to (default: `public` in the catalogue's folder)
    #[arg(long, global = true, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Folder for developed photos, kept from build to build (default: `.dacsan/cache` in the
    /// catalogue's folder), or the address of a cache that machines share, `s3://…`, `gs://…`,
    /// `file:///…`
    #[arg(long, global = true, value_name = "PLACE")]
    pub cache: Option<PathBuf>,
    /// How many things are worked on at once, photos among them (default: as many as there are
    /// processors)
    #[arg(long, global = true, value_name = "N")]
    pub jobs: Option<String>,
    /// Day for which validity is worked out, 2026-11-24 or 24/11/2026 (default: today)
    #[arg(long, global = true, value_name = "DAY")]
    pub as_of: Option<String>,
    /// Language of the messages: `vi` or `en` (default: vi)
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    /// Address where the catalogue will stand, such as `https://example.vn/ocop/`
    #[arg(long, global = true, value_name = "URL")]
    pub base_url: Option<String>,
    /// Warnings count as errors for the exit code
    #[arg(long, global = true)]
    pub strict: bool,
    /// Print errors only
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print advice as well
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Colours: `auto`, `always` or `never` (default: auto)
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<String>,
    /// Print help
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

/// Where the preview listens.
#[derive(Debug, Default, clap::Args)]
pub struct Listen {
    /// Address to listen on (default: 127.0.0.1, this machine only)
    #[arg(long, value_name = "HOST")]
    pub host: Option<String>,
    /// Port; 0 takes any free one (default: 8080 or the next free one)
    #[arg(long, value_name = "PORT")]
    pub port: Option<String>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the catalogue
    Build {
        /// Compressed forms to write beside text files: `br`, `gz`, `br,gz` or `none`
        #[arg(long, value_name = "LIST")]
        precompress: Option<String>,
        /// Write nothing: render everything and tell which files differ from a clean build
        #[arg(long)]
        verify: bool,
        /// Begin no further photo after this time, such as `20m`; the next build goes on
        #[arg(long, value_name = "TIME")]
        photo_budget: Option<String>,
    },
    /// Develop the photos, judge them, shrink the originals
    Photos(super::photos::Typed),
    /// Clear the cache of developed photos
    Cache(super::photos::CacheTyped),
    /// Build, show in the browser, and follow every save
    Serve {
        /// Where to listen.
        #[command(flatten)]
        listen: Listen,
        /// What is watched.
        #[command(flatten)]
        live: Live,
    },
    /// Look through the content without writing anything
    Check(super::check::Typed),
    /// Start a dossier, a producer or a page
    New(super::new::Typed),
    /// Bring a table (.xlsx, .ods, .csv) in as dossiers
    Import(super::import::Typed),
    /// Give the catalogue as a table (.xlsx, .csv) or as data (.json, .jsonl)
    Export(super::export::Typed),
    /// Tell why a file of the output is there and what it is made from
    Why {
        /// Files below the output folder, or addresses of pages
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<String>,
    },
    /// Make a brochure to print: catalogue, price list, shelf cards
    Brochure(Box<super::brochure::Typed>),
    /// Give a permanent code to every published product without one
    Codes,
    /// Explain a finding by its code; without a code, list them all
    Explain {
        /// Code in brackets after "error", "warning" or "advice"
        #[arg(value_name = "CODE")]
        code: Option<String>,
    },
    /// Write a small new catalogue with sample dossiers
    Init {
        /// Folder to write into; new or empty
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
    /// Tell what changed in the catalogue since a revision of git
    Diff(super::diff::Typed),
    /// Print what a dossier may say, for programs or for people
    Schema(super::schema::Typed),
    /// Print a script that completes commands in a shell
    Completions(super::shell::CompletionsTyped),
    /// Write the pages of the manual
    Man(super::shell::ManTyped),
}

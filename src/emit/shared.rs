//! A cache that several machines share: a bucket, or a folder on a network disk.
//!
//! Laid out as the store on the disk ([`super::Store`]), and every object begins
//! with the hash of the rest as well, so what a fault on the way changed
//! is as good as not there. Two machines that write the same object write the
//! same bytes. It only ever saves work: a server that is slow, away or says no
//! is asked no more after a few tries, the build makes what it lacks, and the
//! report says so.
//!
//! What speaks to the server is there with the feature
//! `remote-cache` alone.

#[cfg(not(feature = "remote-cache"))]
mod absent;
#[cfg(feature = "remote-cache")]
mod remote;

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

#[cfg(not(feature = "remote-cache"))]
use absent::Link;
#[cfg(feature = "remote-cache")]
use remote::Link;

/// Requests that may go wrong one after the other before nobody is asked any more.
const PATIENCE: u32 = 5;

/// Objects that may not be read, without any that may, after which nobody is asked any more.
const STUBBORN: u32 = 200;

/// How long a run waits at its end for what it still has to send.
const FAREWELL: Duration = Duration::from_mins(2);

/// What came of asking for an object.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "remote-cache"), expect(dead_code, reason = "nobody answers"))]
enum Got {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It was written.
    Sent,
    /// There is none.
    Nothing,
    /// The server does not let it be read; Amazon says so too of what is not there, to those
    /// who may not list.
    Unreadable(String),
    /// The server does not let it be written.
    Unwritable(String),
    /// No answer, or none that makes sense.
    Failed(String),
}

/// Why the shared cache was of no use, or not of all the use it could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The program has no part that speaks to it.
    Absent,
    /// Its address cannot be used, for this reason.
    Address(String),
    /// It may not be read.
    NotReadable(String),
    /// It may be read, and not written.
    NotWritable(String),
    /// It does not answer.
    Away(String),
}

/// What went over the line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Traffic {
    /// Objects that were fetched.
    pub fetched: usize,
    /// Objects that were sent.
    pub sent: usize,
    /// Objects whose bytes were not those that were sent once.
    pub damaged: usize,
    /// What stood in the way.
    pub trouble: Option<Trouble>,
}

#[derive(Debug, Default)]
struct State {
    traffic: Traffic,
    in_a_row: u32,
    unreadable: u32,
    is_deaf: bool,
    is_mute: bool,
}

/// The cache behind an address.
#[derive(Debug)]
pub(super) struct Shared {
    url: String,
    link: OnceLock<Option<Link>>,
    state: Mutex<State>,
}

impl Shared {
    /// Nothing is asked before something is wanted.
    pub(super) fn at(url: &str) -> Self {
        Self { url: url.to_owned(), link: OnceLock::new(), state: Mutex::default() }
    }

    /// The bytes of objects, handed over as they come; `wanted` says when to stop.
    pub(super) fn fetch(
        &self,
        names: &[String],
        wanted: &(dyn Fn() -> bool + Sync),
        take: &dyn Fn(usize, Vec<u8>) -> bool,
    ) {
        let Some(link) = self.link() else { return };
        let go_on = || wanted() && !self.state().is_deaf;
        link.fetch(names, &go_on, &mut |index, got| match got {
            Got::Bytes(bytes) => {
                let is_sound = take(index, bytes);
                let mut state = self.state();
                state.in_a_row = 0;
                if is_sound {
                    state.traffic.fetched = state.traffic.fetched.saturating_add(1);
                } else {
                    state.traffic.damaged = state.traffic.damaged.saturating_add(1);
                }
            }
            other => self.note(other),
        });
    }

    /// Sends a file of this machine as an object, without waiting for it.
    pub(super) fn send(&self, name: &str, file: PathBuf) {
        let Some(link) = self.link() else { return };
        for got in link.answers() {
            self.note(got);
        }
        if !self.state().is_mute {
            link.send(name, file);
        }
    }

    /// Waits for what is still being sent; what went over the line until now.
    pub(super) fn settle(&self) -> Traffic {
        if let Some(Some(link)) = self.link.get() {
            link.settle(FAREWELL, &|| !self.state().is_mute);
            for got in link.answers() {
                self.note(got);
            }
        }
        self.state().traffic.clone()
    }

    fn link(&self) -> Option<&Link> {
        let link = self.link.get_or_init(|| match Link::open(&self.url) {
            Ok(link) => Some(link),
            Err(trouble) => {
                self.state().traffic.trouble = Some(trouble);
                None
            }
        });
        link.as_ref()
    }

    /// Counts an answer, and draws the conclusion.
    fn note(&self, got: Got) {
        let mut state = self.state();
        match got {
            Got::Bytes(_) | Got::Nothing => state.in_a_row = 0,
            Got::Sent => {
                state.in_a_row = 0;
                state.traffic.sent = state.traffic.sent.saturating_add(1);
            }
            Got::Unreadable(why) => state.unreadable(why),
            Got::Unwritable(why) => {
                state.is_mute = true;
                state.traffic.trouble.get_or_insert(Trouble::NotWritable(why));
            }
            Got::Failed(why) => {
                state.in_a_row = state.in_a_row.saturating_add(1);
                if state.in_a_row >= PATIENCE {
                    (state.is_deaf, state.is_mute) = (true, true);
                    state.traffic.trouble.get_or_insert(Trouble::Away(why));
                }
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Perhaps the object is only not there; where nothing at all can be read, it is no use.
    fn unreadable(&mut self, why: String) {
        self.in_a_row = 0;
        self.unreadable = self.unreadable.saturating_add(1);
        if self.unreadable >= STUBBORN && self.traffic.fetched == 0 {
            self.is_deaf = true;
            self.traffic.trouble.get_or_insert(Trouble::NotReadable(why));
        }
    }
}

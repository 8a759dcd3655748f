//! The preview: shows a catalogue to a browser on this machine, as it is saved.
//!
//! [`Server::open`] takes a port, [`Server::run`] answers until it is told to
//! stop. A request passes [`gate`] (who may ask), [`target`] (for what) and
//! [`answer`] (which bytes); `wire` carries both ways. [`watch`] notices what
//! is saved, [`desk`] builds it, [`live`] tells the pages that are open.
//!
//! Every connection has a thread, of which there are at most [`CONNECTIONS`];
//! who stays silent is put out, and soon where others wait. The HTTP is our own,
//! because a preview needs so little of it: no bodies, no TLS, no compression,
//! and limits of time on every socket, which small libraries do not set.
//!
//! Never serves anything outside the folder.

pub mod answer;
pub mod change;
pub mod desk;
pub mod gate;
pub mod live;
pub mod mime;
pub mod overlay;
#[cfg(feature = "watch")]
mod poll;
pub mod proof;
pub mod range;
pub mod target;
#[cfg(feature = "watch")]
pub mod watch;
#[cfg(not(feature = "watch"))]
pub mod watch_left_out;
mod wire;

#[cfg(not(feature = "watch"))]
pub use watch_left_out as watch;

use std::fs;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::model::failure::Failure;
use crate::serve::answer::Answer;
use crate::serve::gate::Ask;
use crate::serve::live::Channel;
use crate::serve::proof::Proofs;
use crate::serve::wire::{Came, TICK, Wire};

/// Port that is tried first when none is named.
pub const PORT: u16 = 8080;

/// Ports that are tried after it.
const NEXT_PORTS: u16 = 20;

/// Connections at one time, each with a thread.
pub const CONNECTIONS: usize = 96;

/// From so many on, who is silent must go soon.
const CROWD: usize = 64;

/// How long silence is borne in a crowd.
const CROWDED_PATIENCE: Duration = Duration::from_millis(800);

/// Errors in a row after which the port counts as lost.
const ERRORS_MAX: u32 = 50;

/// Where to listen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listen {
    /// Address or name of this machine; loopback unless somebody says otherwise.
    pub host: String,
    /// `None` takes [`PORT`] or one of the next twenty; `Some(0)` any free one.
    pub port: Option<u16>,
}

/// A server that holds its port.
pub struct Server {
    listener: TcpListener,
    folder: PathBuf,
    host: String,
    port: u16,
}

/// Makes a file that is not in the folder when it is asked for, by its path below it.
pub type Maker<'a> = dyn Fn(&str) -> Option<Vec<u8>> + Sync + 'a;

/// What is shown besides the files as they lie there.
#[derive(Clone, Copy, Default)]
pub struct Extras<'a> {
    /// Tells open pages of changes.
    pub live: Option<&'a Channel>,
    /// Pages of brochures as pictures.
    pub proofs: Option<&'a Proofs>,
    /// Makes files on request.
    pub maker: Option<&'a Maker<'a>>,
}

impl Server {
    /// Takes the port and makes ready to show `folder`.
    ///
    /// Fails when the folder is not there or every port is taken.
    pub fn open(folder: &Path, listen: &Listen) -> Result<Self, Failure> {
        let folder = fs::canonicalize(folder).map_err(|error| no_folder(folder, &error))?;
        let listener = bind(listen).map_err(|error| no_port(listen, &error))?;
        let port = listener.local_addr().map_err(|error| no_port(listen, &error))?.port();
        Ok(Self { listener, folder, host: listen.host.clone(), port })
    }

    /// Address to type into a browser.
    pub fn url(&self) -> String {
        let name = match self.host.parse::<IpAddr>() {
            Ok(address) if address.is_unspecified() || address.is_loopback() => {
                "localhost".to_owned()
            }
            Ok(IpAddr::V6(address)) => format!("[{address}]"),
            _ => self.host.clone(),
        };
        format!("http://{name}:{}/", self.port)
    }

    /// The port that was taken.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers until `stop` is set; fails when the system takes the port away.
    pub fn run(&self, stop: &AtomicBool, extras: Extras<'_>) -> Result<(), Failure> {
        let open = AtomicUsize::new(0);
        thread::scope(|scope| {
            scope.spawn(|| self.wake(stop));
            let mut errors = 0;
            while !stop.load(Ordering::Relaxed) {
                match self.listener.accept() {
                    Ok((stream, _)) => {
                        errors = 0;
                        wait_for_room(&open, stop);
                        open.fetch_add(1, Ordering::Relaxed);
                        let talk = || {
                            self.talk(stream, (stop, &open), extras);
                            open.fetch_sub(1, Ordering::Relaxed);
                        };
                        let started = thread::Builder::new().spawn_scoped(scope, talk);
                        if started.is_err() {
                            open.fetch_sub(1, Ordering::Relaxed);
                        }
                    }
                    Err(error) => {
                        // A client that left, or too many open files: both pass.
                        errors += 1;
                        if errors > ERRORS_MAX {
                            stop.store(true, Ordering::Relaxed);
                            return Err(stopped(&error));
                        }
                        thread::sleep(TICK);
                    }
                }
            }
            Ok(())
        })
    }

    /// Accepting waits for a client; at the end we are one.
    fn wake(&self, stop: &AtomicBool) {
        while !stop.load(Ordering::Relaxed) {
            thread::sleep(TICK);
        }
        if let Ok(mut address) = self.listener.local_addr() {
            if address.ip().is_unspecified() {
                let loopback = if address.is_ipv4() {
                    IpAddr::V4(Ipv4Addr::LOCALHOST)
                } else {
                    IpAddr::V6(std::net::Ipv6Addr::LOCALHOST)
                };
                address = SocketAddr::new(loopback, address.port());
            }
            drop(TcpStream::connect_timeout(&address, TICK));
        }
    }

    /// Answers one connection to its end.
    fn talk(
        &self,
        stream: TcpStream,
        (stop, open): (&AtomicBool, &AtomicUsize),
        extras: Extras<'_>,
    ) {
        let Ok(mut wire) = Wire::new(stream) else { return };
        let stop = || stop.load(Ordering::Relaxed);
        let patience = || {
            if open.load(Ordering::Relaxed) > CROWD { CROWDED_PATIENCE } else { wire::PATIENCE }
        };
        loop {
            let sent = match wire.next(&stop, &patience) {
                Came::Nothing => return,
                Came::Nonsense(status) => {
                    let words = "yêu cầu không đọc được / malformed request";
                    drop(wire.send(Answer::words(status, words), None));
                    return wire.close();
                }
                Came::Head(head) => {
                    let ask =
                        Ask { method: head.method, target: &head.target, fields: &head.fields };
                    let (answer, stays) = match gate::admit(&ask, &self.host) {
                        Ok(()) => (self.answer(&ask, &stop, extras), head.stays),
                        // What follows a refused head is not looked at.
                        Err(refusal) => (Answer::refused(refusal), false),
                    };
                    let head = wire::Head { stays, ..head };
                    wire.send(answer, Some(&head)).map(|()| stays)
                }
            };
            match sent {
                Ok(true) => {}
                Ok(false) => return wire.close(),
                Err(_) => return,
            }
        }
    }

    fn answer(&self, ask: &Ask<'_>, stop: &dyn Fn() -> bool, extras: Extras<'_>) -> Answer {
        let proof = extras.proofs.and_then(|proofs| proofs.answer(ask.target, stop));
        if let Some(answer) = proof {
            return answer;
        }
        let Some(channel) = extras.live else {
            return answer::answer(&self.folder, ask, extras.maker);
        };
        if let Some(answer) = channel.answer(&self.folder, ask, stop) {
            return answer;
        }
        channel.dress(answer::answer(&self.folder, ask, extras.maker))
    }
}

/// Lets nobody in before there is room; silent connections leave soon.
fn wait_for_room(open: &AtomicUsize, stop: &AtomicBool) {
    while open.load(Ordering::Relaxed) >= CONNECTIONS && !stop.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(5));
    }
}

fn bind(listen: &Listen) -> io::Result<TcpListener> {
    let host = listen.host.trim_start_matches('[').trim_end_matches(']');
    let Some(port) = listen.port else {
        return bind_near(host, PORT);
    };
    TcpListener::bind((host, port))
}

/// The first free port from `port` on; the first error when none is.
fn bind_near(host: &str, port: u16) -> io::Result<TcpListener> {
    let first = match TcpListener::bind((host, port)) {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => error,
        other => return other,
    };
    let next = port.saturating_add(1)..=port.saturating_add(NEXT_PORTS);
    next.into_iter().find_map(|port| TcpListener::bind((host, port)).ok()).ok_or(first)
}

fn no_folder(folder: &Path, error: &io::Error) -> Failure {
    Failure::usage("không có thư mục để xem thử", "there is no folder to show")
        .at(folder)
        .caused_by(error)
        .hint("chạy `dacsan build` trước", "run `dacsan build` first")
}

fn no_port(listen: &Listen, error: &io::Error) -> Failure {
    let port = listen.port.unwrap_or(PORT);
    let host = &listen.host;
    Failure::machine(
        format!("không mở được cổng {port} tại {host}"),
        format!("cannot open port {port} of {host}"),
    )
    .caused_by(error)
    .hint("chọn cổng khác bằng --port", "choose another port with --port")
}

fn stopped(error: &io::Error) -> Failure {
    Failure::machine("máy chủ xem thử đã dừng", "the preview server stopped").caused_by(error)
}

#[cfg(test)]
mod tests;

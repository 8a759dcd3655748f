//! The preview: shows a built folder to a browser on this machine.
//!
//! [`Server::open`] takes a port, [`Server::run`] answers until it is told to
//! stop. A request passes [`gate`] (who may ask), [`target`] (for what) and
//! [`answer`] (which bytes); [`http`] carries both ways. A fixed number of
//! workers answers, so a burst of requests queues up and never piles up.
//!
//! For looking at a catalogue before it is published: no TLS, no compression,
//! no logs. Never writes, never serves anything outside the folder.

pub mod answer;
pub mod gate;
pub mod http;
pub mod mime;
pub mod range;
pub mod target;

use std::fs;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::model::failure::Failure;

/// Port that is tried first when none is named.
pub const PORT: u16 = 8080;

/// Ports that are tried after it.
const NEXT_PORTS: u16 = 20;

/// Threads that answer.
const WORKERS: usize = 6;

/// How often a worker looks whether it is time to stop.
const PATIENCE: Duration = Duration::from_millis(150);

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
    inner: tiny_http::Server,
    folder: PathBuf,
    host: String,
    port: u16,
}

impl Server {
    /// Takes the port and makes ready to show `folder`.
    ///
    /// Fails when the folder is not there or every port is taken.
    pub fn open(folder: &Path, listen: &Listen) -> Result<Self, Failure> {
        let folder = fs::canonicalize(folder).map_err(|error| no_folder(folder, &error))?;
        let listener = bind(listen).map_err(|error| no_port(listen, &error))?;
        let port = listener.local_addr().map_err(|error| no_port(listen, &error))?.port();
        let inner = tiny_http::Server::from_listener(listener, None)
            .map_err(|error| no_port(listen, &io::Error::other(error)))?;
        Ok(Self { inner, folder, host: listen.host.clone(), port })
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
    pub fn run(&self, stop: &AtomicBool) -> Result<(), Failure> {
        let broken: Vec<io::Error> = thread::scope(|scope| {
            let workers: Vec<_> =
                (0..WORKERS).map(|_| scope.spawn(|| self.work(stop))).collect();
            workers.into_iter().filter_map(|worker| worker.join().ok().flatten()).collect()
        });
        match broken.first() {
            Some(error) => Err(stopped(error)),
            None => Ok(()),
        }
    }

    fn work(&self, stop: &AtomicBool) -> Option<io::Error> {
        while !stop.load(Ordering::Relaxed) {
            match self.inner.recv_timeout(PATIENCE) {
                Ok(Some(request)) => http::carry(request, &self.folder, &self.host),
                Ok(None) => {}
                Err(error) => {
                    stop.store(true, Ordering::Relaxed);
                    return Some(error);
                }
            }
        }
        None
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

//! The server over a real loopback socket, on any free port.
//!
//! Requests are written byte for byte, as a client of any temper might, and
//! the answers read to the end of the connection. Never uses a fixed port.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use super::{CONNECTIONS, Extras, Listen, Server};

/// An answer, taken apart.
struct Reply {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Reply {
    fn field(&self, name: &str) -> Option<&str> {
        let wanted =
            |line: &&str| line.split(':').next().is_some_and(|n| n.eq_ignore_ascii_case(name));
        self.head.lines().find(wanted)?.split_once(": ").map(|(_, value)| value)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn put(root: &Path, path: &str, bytes: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    File::create(path).unwrap().write_all(bytes.as_bytes()).unwrap();
}

fn site() -> TempDir {
    let dir = TempDir::new().unwrap();
    let root = dir.path().join("public");
    put(&root, "index.html", "<h1>Trang chủ</h1>");
    put(&root, "404.html", "<h1>Không có trang này</h1>");
    put(&root, "en/404.html", "<h1>No such page</h1>");
    put(&root, "tinh/an-giang/index.html", "<h1>An Giang</h1>");
    put(&root, "assets/mười.txt", "0123456789");
    put(&root, ".dacsan/manifest", "secret");
    put(dir.path(), "outside.txt", "secret");
    dir
}

/// Runs `visit` against a server of the sample folder.
fn visiting(visit: impl FnOnce(u16, &Path)) {
    let dir = site();
    let listen = Listen { host: "127.0.0.1".to_owned(), port: Some(0) };
    let server = Server::open(&dir.path().join("public"), &listen).unwrap();
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let running = scope.spawn(|| server.run(&stop, Extras::default()));
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            visit(server.port(), dir.path());
        }));
        stop.store(true, Ordering::Relaxed);
        running.join().unwrap().unwrap();
        if let Err(panic) = outcome {
            std::panic::resume_unwind(panic);
        }
    });
}

fn send(port: u16, request: &str) -> Reply {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let split = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(bytes[..split].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Reply { status, head, body: bytes[split + 4..].to_vec() }
}

fn ask(port: u16, method: &str, target: &str, fields: &str) -> Reply {
    let rest = "Host: localhost\r\nConnection: close\r\n";
    send(port, &format!("{method} {target} HTTP/1.1\r\n{rest}{fields}\r\n"))
}

fn get(port: u16, target: &str) -> Reply {
    ask(port, "GET", target, "")
}

#[test]
fn pages_files_and_redirects_are_answered() {
    visiting(|port, _| {
        let home = get(port, "/");
        assert_eq!((home.status, home.text().as_str()), (200, "<h1>Trang chủ</h1>"));
        assert_eq!(home.field("Content-Type"), Some("text/html; charset=utf-8"));
        assert_eq!(home.field("X-Content-Type-Options"), Some("nosniff"));
        assert_eq!(home.field("Cache-Control"), Some("no-cache"));
        assert_eq!(home.field("Server"), Some("dacsan"));
        assert_eq!(get(port, "/tinh/an-giang/?x=1").text(), "<h1>An Giang</h1>");
        let folder = get(port, "/tinh/an-giang");
        assert_eq!((folder.status, folder.field("Location")), (301, Some("/tinh/an-giang/")));
        assert_eq!(get(port, "/assets/m%C6%B0%E1%BB%9Di.txt").text(), "0123456789");
        assert_eq!(get(port, "/index.html/").status, 404);
        let head = ask(port, "HEAD", "/", "");
        assert_eq!((head.status, head.body.len()), (200, 0));
        assert_eq!(head.field("Content-Length"), Some("20"));
    });
}

#[test]
fn missing_addresses_get_the_sites_own_page() {
    visiting(|port, _| {
        for (target, want) in [
            ("/khong-co/", "<h1>Không có trang này</h1>"),
            ("/en/nothing/", "<h1>No such page</h1>"),
            ("/tinh/", "<h1>Không có trang này</h1>"),
            ("/.dacsan/manifest", "<h1>Không có trang này</h1>"),
            ("/%2e%2e/outside.txt", "<h1>Không có trang này</h1>"),
        ] {
            let reply = get(port, target);
            assert_eq!((reply.status, reply.text().as_str()), (404, want), "{target}");
        }
    });
}

#[test]
fn ranges_and_tags_spare_bytes() {
    visiting(|port, _| {
        let target = "/assets/m%C6%B0%E1%BB%9Di.txt";
        let part = ask(port, "GET", target, "Range: bytes=2-4\r\n");
        assert_eq!((part.status, part.text().as_str()), (206, "234"));
        assert_eq!(part.field("Content-Range"), Some("bytes 2-4/10"));
        assert_eq!(ask(port, "GET", target, "Range: bytes=-3\r\n").text(), "789");
        assert_eq!(ask(port, "GET", target, "Range: bytes=8-\r\n").text(), "89");
        let past = ask(port, "GET", target, "Range: bytes=10-\r\n");
        assert_eq!((past.status, past.field("Content-Range")), (416, Some("bytes */10")));
        let whole = get(port, target);
        let tag = whole.field("ETag").unwrap();
        let again = ask(port, "GET", target, &format!("If-None-Match: {tag}\r\n"));
        assert_eq!((again.status, again.body.len()), (304, 0));
        let stale = ask(port, "GET", target, "Range: bytes=2-4\r\nIf-Range: \"old\"\r\n");
        assert_eq!((stale.status, stale.text().as_str()), (200, "0123456789"));
    });
}

#[test]
fn strange_requests_are_turned_away_and_the_server_lives_on() {
    visiting(|port, _| {
        assert_eq!(ask(port, "POST", "/", "").status, 405);
        assert_eq!(ask(port, "DELETE", "/", "").field("Allow"), Some("GET, HEAD"));
        assert_eq!(ask(port, "GET", "/", "Host: localhost\r\n").status, 400);
        assert_eq!(ask(port, "GET", "/", "Transfer-Encoding: chunked\r\n").status, 400);
        assert_eq!(ask(port, "POST", "/", "Content-Length: 3\r\n\r\nabc").status, 400);
        assert_eq!(ask(port, "GET", "http://evil.example/", "").status, 400);
        assert_eq!(ask(port, "GET", &format!("/{}", "a".repeat(5000)), "").status, 414);
        let rebound = "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
        assert_eq!(send(port, rebound).status, 421);
        let nameless = "GET / HTTP/1.1\r\nConnection: close\r\n\r\n";
        assert_eq!(send(port, nameless).status, 400);
        let mut boastful = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let claim =
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999\r\n\r\n";
        boastful.write_all(claim.as_bytes()).unwrap();
        assert_eq!(get(port, "/").status, 200);
        drop(boastful);
    });
}

#[cfg(unix)]
#[test]
fn links_are_followed_only_within_the_folder() {
    use std::os::unix::fs::symlink;
    visiting(|port, root| {
        symlink(root.join("outside.txt"), root.join("public/out.txt")).unwrap();
        symlink(root.join("public/.dacsan"), root.join("public/state")).unwrap();
        symlink(root.join("public/tinh"), root.join("public/xa")).unwrap();
        assert_eq!(get(port, "/out.txt").status, 404);
        assert_eq!(get(port, "/state/manifest").status, 404);
        assert_eq!(get(port, "/xa/an-giang/").text(), "<h1>An Giang</h1>");
    });
}

#[test]
fn a_taken_port_is_a_failure_and_a_missing_folder_too() {
    let dir = site();
    let root = dir.path().join("public");
    let listen = |port| Listen { host: "127.0.0.1".to_owned(), port: Some(port) };
    let first = Server::open(&root, &listen(0)).unwrap();
    assert_eq!(first.url(), format!("http://localhost:{}/", first.port()));
    let second = Server::open(&root, &listen(first.port())).err().unwrap();
    assert!(second.what.vi.starts_with("không mở được cổng"), "{second}");
    let nowhere = Server::open(&dir.path().join("khong-co"), &listen(0)).err().unwrap();
    assert_eq!(nowhere.what.en, "there is no folder to show");
}

#[test]
fn silent_connections_keep_nobody_waiting() {
    visiting(|port, _| {
        let silent: Vec<TcpStream> = (0..CONNECTIONS + 20)
            .map(|_| TcpStream::connect(("127.0.0.1", port)).unwrap())
            .collect();
        assert_eq!(get(port, "/").status, 200);
        drop(silent);
    });
}

#[test]
fn a_connection_is_kept_for_more_requests_and_half_a_request_is_none() {
    visiting(|port, _| {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let one = "GET /assets/m%C6%B0%E1%BB%9Di.txt HTTP/1.1\r\nHost: localhost\r\n\r\n";
        stream.write_all(format!("{one}{one}").as_bytes()).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n").unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        assert_eq!(text.matches("0123456789").count(), 2, "{text}");
        assert_eq!(text.matches("HTTP/1.1 200 OK").count(), 2, "{text}");
        let long =
            format!("GET / HTTP/1.1\r\nHost: localhost\r\nA: {}\r\n\r\n", "a".repeat(20_000));
        assert_eq!(send(port, &long).status, 431);
    });
}

#[test]
fn what_is_not_there_is_asked_of_the_maker() {
    let dir = site();
    let listen = Listen { host: "127.0.0.1".to_owned(), port: Some(0) };
    let server = Server::open(&dir.path().join("public"), &listen).unwrap();
    let stop = AtomicBool::new(false);
    let maker = |path: &str| (path == "anh/a.webp").then(|| b"RIFF".to_vec());
    thread::scope(|scope| {
        let extras = Extras { maker: Some(&maker), ..Extras::default() };
        let (asked, ending) = (&server, &stop);
        let running = scope.spawn(move || asked.run(ending, extras));
        let made = get(server.port(), "/anh/a.webp");
        assert_eq!((made.status, made.field("Content-Type")), (200, Some("image/webp")));
        assert_eq!(made.body, b"RIFF");
        assert_eq!(get(server.port(), "/anh/b.webp").status, 404);
        stop.store(true, Ordering::Relaxed);
        running.join().unwrap().unwrap();
    });
}

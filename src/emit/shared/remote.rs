//! What speaks to the server of a shared cache: Amazon S3 and what is like it, Google
//! Cloud Storage, a folder.
//!
//! Keys, region and address of the server come from the environment, under the names
//! that these services use everywhere (`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL`,
//! `GOOGLE_APPLICATION_CREDENTIALS`); they never stand in the content. Plain `http` is
//! only spoken where `AWS_ALLOW_HTTP` says so.

use std::collections::VecDeque;
use std::path::{Path as Folder, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use object_store::aws::AmazonS3Builder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{
    ClientOptions, Error, ObjectStore, ObjectStoreExt as _, PutPayload, RetryConfig,
};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::{Got, Trouble};

/// Requests under way at a time.
const AT_ONCE: usize = 24;

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(5);

/// How long one request may take.
const REQUEST: Duration = Duration::from_secs(10);

/// How long a request may be tried again.
const TRIES: Duration = Duration::from_secs(12);

/// Bytes of the largest object that is taken.
const MOST: u64 = 32 * 1024 * 1024;

/// How often it is looked whether to go on.
const TICK: Duration = Duration::from_millis(50);

/// A line to a server.
pub(super) struct Link {
    store: Arc<dyn ObjectStore>,
    prefix: String,
    runtime: Runtime,
    sending: Arc<Semaphore>,
    under_way: Mutex<JoinSet<()>>,
    answers: Arc<Mutex<VecDeque<Got>>>,
}

impl std::fmt::Debug for Link {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Link({})", self.store)
    }
}

impl Link {
    /// Takes up an address such as `s3://bucket/folder`; the server is not asked yet.
    pub(super) fn open(url: &str) -> Result<Self, Trouble> {
        // Set once for the whole program; a second time changes nothing.
        drop(rustls::crypto::ring::default_provider().install_default());
        let wrong = |why: &dyn std::fmt::Display| Trouble::Address(why.to_string());
        let (scheme, rest) = url.split_once("://").ok_or_else(|| wrong(&"no ://"))?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let options = ClientOptions::new().with_connect_timeout(CONNECT).with_timeout(REQUEST);
        let retry =
            RetryConfig { max_retries: 1, retry_timeout: TRIES, ..RetryConfig::default() };
        let (store, prefix): (Arc<dyn ObjectStore>, &str) = match scheme {
            "s3" => {
                let allows_http = AmazonS3Builder::from_env();
                let built = allows_http.with_bucket_name(bucket).with_retry(retry);
                let http = built
                    .get_config_value(&object_store::aws::AmazonS3ConfigKey::Client(
                        object_store::ClientConfigKey::AllowHttp,
                    ))
                    .is_some_and(|value| value == "true");
                let built = built.with_client_options(options.with_allow_http(http));
                (Arc::new(built.build().map_err(|error| wrong(&error))?), prefix)
            }
            "gs" => {
                let built = GoogleCloudStorageBuilder::from_env().with_bucket_name(bucket);
                let built = built.with_retry(retry).with_client_options(options);
                (Arc::new(built.build().map_err(|error| wrong(&error))?), prefix)
            }
            "file" => {
                std::fs::create_dir_all(Folder::new(rest)).map_err(|error| wrong(&error))?;
                let store = LocalFileSystem::new_with_prefix(rest);
                (Arc::new(store.map_err(|error| wrong(&error))?), "")
            }
            other => return Err(wrong(&format!("{other}://"))),
        };
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        Ok(Self {
            store,
            prefix: prefix.trim_matches('/').to_owned(),
            runtime: runtime.map_err(|error| wrong(&error))?,
            sending: Arc::new(Semaphore::new(AT_ONCE)),
            under_way: Mutex::default(),
            answers: Arc::default(),
        })
    }

    /// Fetches objects, many at a time, until `go_on` says no.
    pub(super) fn fetch(
        &self,
        names: &[String],
        go_on: &dyn Fn() -> bool,
        take: &mut dyn FnMut(usize, Got),
    ) {
        self.runtime.block_on(async {
            let mut running = JoinSet::new();
            let mut next = names.iter().enumerate();
            while go_on() {
                while running.len() < AT_ONCE {
                    let Some((index, name)) = next.next() else { break };
                    let (store, path) = (Arc::clone(&self.store), self.path(name));
                    running.spawn(async move { (index, get(&*store, &path).await) });
                }
                if running.is_empty() {
                    return;
                }
                let ended = tokio::time::timeout(TICK, running.join_next()).await;
                if let Ok(Some(Ok((index, got)))) = ended {
                    take(index, got);
                }
            }
        });
    }

    /// Sends a file of this machine beside whatever else is being done.
    ///
    /// It is read when its turn comes: over a slow line thousands wait.
    pub(super) fn send(&self, name: &str, file: PathBuf) {
        let (store, path) = (Arc::clone(&self.store), self.path(name));
        let (sending, answers) = (Arc::clone(&self.sending), Arc::clone(&self.answers));
        let send = async move {
            let Ok(_turn) = sending.acquire().await else { return };
            let sent = match std::fs::read(&file) {
                Ok(bytes) => store.put(&path, PutPayload::from(bytes)).await,
                // Swept away meanwhile: nobody wants it any more.
                Err(_) => return,
            };
            let got = match sent {
                Ok(_) => Got::Sent,
                Err(
                    Error::PermissionDenied { source, .. }
                    | Error::Unauthenticated { source, .. },
                ) => Got::Unwritable(source.to_string()),
                Err(error) => Got::Failed(error.to_string()),
            };
            answers.lock().unwrap_or_else(PoisonError::into_inner).push_back(got);
        };
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        under_way.spawn_on(send, self.runtime.handle());
        while under_way.try_join_next().is_some() {}
    }

    /// What came of sending since it was last asked.
    pub(super) fn answers(&self) -> Vec<Got> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).drain(..).collect()
    }

    /// Waits until everything was sent, at most so long.
    pub(super) fn settle(&self, most: Duration, go_on: &dyn Fn() -> bool) {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        let start = Instant::now();
        self.runtime.block_on(async {
            while go_on() && start.elapsed() < most && !under_way.is_empty() {
                // Neither an end nor a tick is told: the answers are.
                drop(tokio::time::timeout(TICK, under_way.join_next()).await);
            }
            under_way.abort_all();
        });
    }

    fn path(&self, name: &str) -> Path {
        Path::from(format!("{}/{name}", self.prefix))
    }
}

async fn get(store: &dyn ObjectStore, path: &Path) -> Got {
    let found = match store.get(path).await {
        Ok(found) if found.meta.size > MOST => return Got::Nothing,
        Ok(found) => found.bytes().await,
        Err(error) => Err(error),
    };
    match found {
        Ok(bytes) => Got::Bytes(bytes.to_vec()),
        Err(Error::NotFound { .. }) => Got::Nothing,
        Err(Error::PermissionDenied { source, .. } | Error::Unauthenticated { source, .. }) => {
            Got::Unreadable(source.to_string())
        }
        Err(error) => Got::Failed(error.to_string()),
    }
}

//! The service worker: offline pages, integrity of cached files, updates on request.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use generator::paths::project;
use generator::prerender::assets::hash;
use generator::prerender::precache_manifest::{self, PrecacheManifest};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet::{self, FIRST_CARD_SUMMARY, NUMBER_CARD_TITLE};
use crate::scripts::REGISTER_IN_FRAME;
use crate::server::{Policy, ServerOptions};

const HEADERS: &str = "_headers";
const FACT: &str = "f/ca-gannet-1t/";
const NEVER_VISITED: &str = "f/ha-ferry-fare/";
const BANNER: &str = "document.querySelector('.update-banner > p') !== null";
/// The page's title, and the status of its response.
const TITLE_AND_STATUS: &str = "[document.querySelector('main h1').textContent, performance.getEntriesByType('navigation')[0].responseStatus]";

/// Registers the worker as soon as it may be.
const NO_DELAY: &str = "const { setTimeout } = self; self.setTimeout = (then, after) => setTimeout(then, after === 3000 ? 0 : after);";

/// The options of a published site: the policy covers the worker and its imports.
fn published_site() -> BrowserOptions {
    let server = ServerOptions { policy: Some(Policy::Published), ..ServerOptions::default() };
    BrowserOptions { server, ..BrowserOptions::default() }
}

/// Copies the site below a server's root, with changed text on two pages and one new file.
fn edition(words: &str) -> TempDir {
    // On the same disk, so that files can be linked.
    let host = TempDir::new_in(project().join("target")).expect("a folder");
    let site = host.path().join("sea");
    link(fleet::site_dir(), &site);
    // A host reads this file at the root.
    fs::hard_link(fleet::site_dir().join(HEADERS), host.path().join(HEADERS)).expect("a link");
    for page in ["index.html", "f/ca-gannet-1t/index.html"] {
        let page = site.join(page);
        let html = fs::read_to_string(&page).expect("a page");
        fs::remove_file(&page).expect("a link");
        fs::write(page, html.replacen("</main>", &format!("<p id=\"edition\">{words}</p></main>"), 1))
            .expect("a page");
    }
    fs::write(site.join(edition_file(words)), words).expect("a file");
    let worker = site.join(precache_manifest::WORKER);
    let text = fs::read(&worker).expect("the worker");
    fs::remove_file(&worker).expect("a link");
    fs::write(worker, text).expect("the worker");
    precache_manifest::write(&site).expect("a list");
    host
}

fn edition_file(words: &str) -> String {
    format!("own-{}.css", hash(words.as_bytes()))
}

fn link(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            link(&entry.path(), &target);
        } else {
            fs::hard_link(entry.path(), target).expect("a link");
        }
    }
}

impl Browser {
    /// Opens a card, and waits until the service worker is installed.
    async fn wait_until_cached(&self) -> WebDriverResult<()> {
        self.start_program().await?;
        self.click(FIRST_CARD_SUMMARY).await?;
        self.wait_for_worker("const { active } = await navigator.serviceWorker.ready; \
            while (active.state !== 'activated') await new Promise((next) => active.addEventListener('statechange', next, { once: true }));")
            .await
    }

    /// Runs an asynchronous script in the page.
    async fn wait_for_worker(&self, script: &str) -> WebDriverResult<()> {
        self.driver.set_script_timeout(Duration::from_secs(60)).await?;
        let script = format!(
            "const done = arguments[0]; (async () => {{ {script} }})().then(() => done(null), (error) => done(String(error)));"
        );
        let failed = self.driver.execute_async(script, Vec::new()).await?.json().clone();
        assert_eq!(failed, json!(null));
        Ok(())
    }

    /// Waits until the page, or the one that replaces it, shows this text.
    async fn says(&self, words: &str) -> WebDriverResult<()> {
        let limit = Instant::now() + Duration::from_secs(20);
        while !self.shows_text(words).await {
            assert!(Instant::now() < limit, "the page never said: {words}");
        }
        Ok(())
    }

    async fn shows_text(&self, words: &str) -> bool {
        // Between two pages there is no document to evaluate in.
        let has_text = self.evaluate(&format!("document.body.textContent.includes('{words}')")).await;
        has_text.is_ok_and(|has_text| has_text == json!(true))
    }
}

#[test]
fn the_precache_manifest_has_every_page_and_its_files_with_their_hashes() {
    let list = PrecacheManifest::read(fleet::site_dir()).expect("a list");
    let name = fs::read_dir(fleet::site_dir())
        .expect("a site")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let names: Vec<_> = name.filter(|name| name.starts_with("offline-") && name.ends_with(".js")).collect();
    let [name] = &names[..] else { panic!("{names:?}") };
    let worker = fs::read_to_string(fleet::site_dir().join(precache_manifest::WORKER)).expect("the worker");
    assert!(worker.contains(name.as_str()), "the worker does not name {name}");
    let written = fs::read_to_string(fleet::site_dir().join(name)).expect("the list");
    for (address, hash) in list.files() {
        assert!(written.contains(&format!("{address:?}:{hash:?}")), "{address}");
    }
    for needed in ["", "404.html", "facts/"] {
        assert!(list.precache.contains_key(needed), "no {needed:?}");
    }
    for needed in [FACT, "s/harbour/"] {
        assert!(list.pages.contains_key(needed), "no {needed:?}");
    }
    let story = fs::read_to_string(fleet::site_dir().join("index.html")).expect("the story");
    for name in [
        "data-program=\"",
        "data-wasm=\"",
        "<script src=\"",
        "media=\"print\" href=\"",
        "type=\"image/png\" href=\"",
    ] {
        let (_, rest) = story.split_once(name).expect(name);
        let (file, _) = rest.split_once('"').expect("its end");
        assert!(list.precache.contains_key(file), "{file} is not kept");
    }
    assert!(list.runtime.contains_key("og/story.png"));
    assert!(!list.files().any(|(address, _)| address.starts_with("e/")), "an embed is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_one_visit_the_story_and_its_facts_open_without_a_network() -> WebDriverResult<()> {
    let host = edition("first");
    let browser = Browser::new(published_site()).await?;
    browser.server.serve(Some(host.path()));
    browser.open("/sea/").await?;
    browser.wait_until_cached().await?;
    browser.server.serve(None);
    let story = fleet::story();
    let harbour = story.sections.iter().find(|section| section.id == "harbour").expect("the harbour");
    for (path, title) in [
        ("/sea/", &*story.title),
        ("/sea/?from=a-friend", &story.title),
        ("/sea/index.html", &story.title),
        (&format!("/sea/{FACT}"), NUMBER_CARD_TITLE),
        ("/sea/s/harbour/", &harbour.title),
    ] {
        browser.open(path).await?;
        browser.start_program().await?;
        assert_eq!(browser.evaluate(TITLE_AND_STATUS).await?, json!([title, 200]), "{path}");
    }
    browser.open(&format!("/sea/{}?a=b", FACT.trim_end_matches('/'))).await?;
    browser.start_program().await?;
    assert_eq!(
        browser.evaluate("location.pathname + location.search").await?,
        json!(format!("/sea/{FACT}?a=b"))
    );
    browser.open("/sea/f/no-such-fact/").await?;
    assert_eq!(browser.evaluate(TITLE_AND_STATUS).await?, json!(["No page at this address", 404]));
    // The URL exists, but embeds are not cached.
    browser.open(&format!("/sea/e/{FACT}")).await?;
    assert_eq!(browser.evaluate("location.protocol").await?, "chrome-error:");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_site_is_cached_where_a_host_redirects_its_addresses() -> WebDriverResult<()> {
    let strips_slash = ServerOptions { strips_trailing_slash: true, ..ServerOptions::default() };
    let strips_html = ServerOptions { strips_html: true, ..ServerOptions::default() };
    for server in [strips_slash, strips_html] {
        let (first, second) = (edition("the first edition"), edition("the second edition"));
        let browser = Browser::new(BrowserOptions { server, ..BrowserOptions::default() }).await?;
        browser.server.serve(Some(first.path()));
        // Without its slash, the story's address is outside the worker's scope.
        browser.open("/sea/s/harbour/").await?;
        browser.wait_until_cached().await?;
        browser.server.serve(None);
        browser.open("/sea/").await?;
        browser.says("the first edition").await?;
        browser.open("/sea/f/no-such-fact/").await?;
        assert_eq!(browser.evaluate(TITLE_AND_STATUS).await?, json!(["No page at this address", 404]));
        // The host has changed a page that is not cached.
        browser.open("/sea/").await?;
        browser
            .wait_for_worker(&format!(
                "for (const name of await caches.keys()) await (await caches.open(name)).delete('{FACT}');"
            ))
            .await?;
        browser.server.serve(Some(second.path()));
        browser.open(&format!("/sea/{}", FACT.trim_end_matches('/'))).await?;
        browser.says("the second edition").await?;
        assert_eq!(browser.evaluate("location.pathname").await?, json!(format!("/sea/{FACT}")));
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn on_slow_and_mobile_connections_only_visited_facts_are_cached() -> WebDriverResult<()> {
    for connection in ["{ effectiveType: '3g' }", "{ effectiveType: '4g', type: 'cellular' }", "undefined"] {
        let host = edition("first");
        let worker = host.path().join("sea").join(precache_manifest::WORKER);
        let text = fs::read_to_string(&worker).expect("the worker");
        let connection =
            format!("Object.defineProperty(navigator, 'connection', {{ value: {connection} }});");
        fs::write(worker, [connection, text].concat()).expect("the worker");
        let browser = Browser::new(published_site()).await?;
        browser.server.serve(Some(host.path()));
        browser.open("/sea/").await?;
        browser.wait_until_cached().await?;
        browser.open(&format!("/sea/{FACT}")).await?;
        browser.server.serve(None);
        for (path, title) in [("/sea/", &*fleet::story().title), (&format!("/sea/{FACT}"), NUMBER_CARD_TITLE)]
        {
            browser.open(path).await?;
            assert_eq!(browser.evaluate(TITLE_AND_STATUS).await?, json!([title, 200]), "{path}");
        }
        browser.open("/sea/facts/").await?;
        browser.start_program().await?;
        browser.open(&format!("/sea/{NEVER_VISITED}")).await?;
        assert_eq!(browser.evaluate("location.protocol").await?, "chrome-error:");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_slow_connection_an_update_fetches_no_changed_page_before_it_is_visited() -> WebDriverResult<()>
{
    let (first, second) = (edition("the first edition"), edition("the second edition"));
    // Cached on a fast connection, updated on a slow one.
    let worker = second.path().join("sea").join(precache_manifest::WORKER);
    let text = fs::read_to_string(&worker).expect("the worker");
    let slow = "Object.defineProperty(navigator, 'connection', { value: { effectiveType: '3g' } });";
    fs::write(worker, [slow, &text].concat()).expect("the worker");
    let browser = Browser::new(published_site()).await?;
    browser.server.serve(Some(first.path()));
    browser.open("/sea/").await?;
    browser.wait_until_cached().await?;
    browser.server.serve(Some(second.path()));
    browser.wait_for_worker("await (await navigator.serviceWorker.getRegistration()).update();").await?;
    browser
        .wait_for_worker(
            "const registration = await navigator.serviceWorker.getRegistration(); \
             while (registration.installing || (await caches.keys()).length < 2) await new Promise(requestAnimationFrame);",
        )
        .await?;
    let newest = "const newest = await caches.open((await caches.keys()).at(-1));";
    let changed = format!("{newest} if (await newest.match('{FACT}')) throw 'fetched';");
    browser.wait_for_worker(&changed).await?;
    let unchanged = format!("{newest} if (!(await newest.match('{NEVER_VISITED}'))) throw 'lost';");
    browser.wait_for_worker(&unchanged).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_only_reads_gets_no_service_worker() -> WebDriverResult<()> {
    let browser = Browser::new(published_site()).await?;
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NO_DELAY })).await?;
    for path in ["/", "/#ca-gannet-1t", &format!("/{FACT}")] {
        browser.open(path).await?;
        browser.evaluate("scrollTo(0, 4000)").await?;
        browser.start_program().await?;
        browser.wait_frames(30).await?;
        browser
            .wait_for_worker(
                "if ((await navigator.serviceWorker.getRegistrations()).length) throw 'registered';",
            )
            .await?;
    }
    browser.open("/").await?;
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.wait_for_worker("await navigator.serviceWorker.ready;").await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_and_a_table_are_cached_once_they_have_been_fetched() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", published_site()).await?;
    browser.wait_until_cached().await?;
    browser.open("/").await?;
    let files = "for (const name of ['og/story.png', 'facts.csv', 'facts.json']) { \
                 const file = await fetch(name); if (!file.ok) throw file.status; }";
    browser.wait_for_worker(files).await?;
    browser.server.serve(None);
    browser.wait_for_worker(files).await?;
    browser
        .wait_for_worker("if (await fetch('og/s/harbour.png').catch(() => null)) throw 'kept unseen';")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrupt_cached_file_is_never_served_and_is_fetched_again() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/", published_site()).await?;
    browser.wait_until_cached().await?;
    let spoil = "const cache = await caches.open((await caches.keys())[0]); \
        await cache.put('./', new Response('<p>spoiled', { headers: { 'Content-Type': 'text/html' } })); \
        await cache.delete(document.querySelector('[data-wasm]').dataset.wasm);";
    browser.wait_for_worker(spoil).await?;
    browser.open("/").await?;
    browser.start_program().await?;
    browser.server.serve(None);
    browser.open("/").await?;
    browser.start_program().await?;
    browser.wait_for_worker(spoil).await?;
    // Both are corrupt and cannot be fetched. The browser reports it, because the URL exists.
    browser.open("/").await?;
    assert_eq!(browser.evaluate("location.protocol").await?, "chrome-error:");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_version_is_announced_and_waits_until_the_reader_asks_for_it() -> WebDriverResult<()> {
    let (first, second) = (edition("the first edition"), edition("the second edition"));
    let browser = Browser::new(published_site()).await?;
    browser.server.serve(Some(first.path()));
    browser.open("/sea/").await?;
    browser.wait_until_cached().await?;
    let other = browser.new_tab();
    let first_tab = browser.driver.window().await?;
    browser.driver.switch_to_window(other.clone()).await?;
    browser.open(&format!("/sea/{FACT}")).await?;
    browser.start_program().await?;
    browser.evaluate("window.untouched = true").await?;
    browser.driver.switch_to_window(first_tab).await?;
    browser.open("/sea/").await?;
    browser.start_program().await?;
    assert_eq!(browser.evaluate(BANNER).await?, false, "nothing is newer yet");

    browser.server.serve(Some(second.path()));
    browser.wait_for_worker("await (await navigator.serviceWorker.getRegistration()).update();").await?;
    browser.wait_for(BANNER).await?;
    for path in ["/sea/", &format!("/sea/{FACT}"), "/sea/"] {
        browser.open(path).await?;
        browser.says("the first edition").await?;
        browser.start_program().await?;
        browser.wait_for(BANNER).await?;
    }
    let is_first = "document.querySelector('.update-banner').compareDocumentPosition(document.querySelector('.site-header')) === Node.DOCUMENT_POSITION_FOLLOWING";
    assert_eq!(
        browser.evaluate(is_first).await?,
        true,
        "it comes before the header in the order of the focus"
    );
    browser
        .driver
        .find(By::Css(".update-banner [data-ref=later]"))
        .await?
        .send_keys(Key::Escape + "")
        .await?;
    browser.wait_for(&format!("!{BANNER}")).await?;
    let has_focus = "document.querySelector('.site-header').contains(document.activeElement)";
    assert_eq!(browser.evaluate(has_focus).await?, true, "the focus moves to the header");
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NO_DELAY })).await?;
    browser.open("/sea/").await?;
    browser.start_program().await?;
    browser.wait_frames(30).await?;
    assert_eq!(browser.evaluate(BANNER).await?, false, "it was put off in this tab");
    browser.evaluate("sessionStorage.clear()").await?;
    browser.open("/sea/").await?;
    browser.start_program().await?;
    browser.wait_for(BANNER).await?;
    browser.click(".update-banner [data-ref=later]").await?;
    assert_eq!(browser.evaluate(BANNER).await?, false, "it was put off");
    browser.evaluate("sessionStorage.clear()").await?;
    browser.open("/sea/").await?;
    browser.start_program().await?;
    browser.wait_for(BANNER).await?;
    browser.click(".update-banner [data-ref=load]").await?;
    browser.says("the second edition").await?;

    browser.driver.switch_to_window(other).await?;
    assert_eq!(browser.evaluate("window.untouched").await?, true, "another page is as it was");
    browser.says("the first edition").await?;
    // A page of the first version still gets the files of its version.
    let file = edition_file("the first edition");
    browser
        .wait_for_worker(&format!("const own = await fetch('../../{file}'); if (!own.ok) throw own.status;"))
        .await?;
    browser.open(&format!("/sea/{FACT}")).await?;
    browser.says("the second edition").await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_version_is_deleted_once_no_page_uses_it() -> WebDriverResult<()> {
    let (first, second) = (edition("the first edition"), edition("the second edition"));
    let browser = Browser::new(published_site()).await?;
    browser.server.serve(Some(first.path()));
    browser.open("/sea/").await?;
    browser.wait_until_cached().await?;
    browser.server.serve(Some(second.path()));
    browser.open("/sea/").await?;
    browser.start_program().await?;
    browser.wait_for(BANNER).await?;
    // Leaves and returns, so that no page is open in between. The browser may notice late.
    for _ in 0..50 {
        browser.driver.goto("about:blank").await?;
        browser.open("/sea/").await?;
        if browser.shows_text("the second edition").await {
            break;
        }
    }
    browser.says("the second edition").await?;
    browser
        .wait_for_worker("while ((await caches.keys()).length > 1) await new Promise(requestAnimationFrame);")
        .await?;
    browser.server.serve(None);
    browser.open(&format!("/sea/{FACT}")).await?;
    browser.says("the second edition").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_files_of_an_interrupted_update_are_kept() -> WebDriverResult<()> {
    let browser = Browser::new(published_site()).await?;
    let add = |version: &str| {
        format!(
            "await (await caches.open('chuhai ' + new URL('./', location) + ' {version}')).put('own.css', new Response(''));"
        )
    };
    browser.open("/").await?;
    browser.wait_for_worker(&add("earlier")).await?;
    browser.wait_until_cached().await?;
    browser.wait_for_worker(&add("later")).await?;
    let is_deleted =
        |version: &str| format!("!(await caches.keys()).some((name) => name.endsWith(' {version}'))");
    // Leaves and returns, so that no page is open in between. The browser may notice late.
    for _ in 0..50 {
        browser.driver.goto("about:blank").await?;
        browser.open("/").await?;
        let check = format!("return {}", is_deleted("earlier"));
        if browser
            .driver
            .execute_async(
                format!("const done = arguments[0]; (async () => {{ {check} }})().then(done);"),
                Vec::new(),
            )
            .await?
            .json()
            == &json!(true)
        {
            break;
        }
    }
    browser.wait_for_worker(&format!("if (!({})) throw 'kept';", is_deleted("earlier"))).await?;
    browser.wait_for_worker(&format!("if ({}) throw 'deleted';", is_deleted("later"))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_works_where_storage_is_denied_or_full() -> WebDriverResult<()> {
    let denied = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('', 'SecurityError'); } });";
    let browser = Browser::new(published_site()).await?;
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": denied })).await?;
    browser.open("/").await?;
    browser.start_program().await?;
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.wait_for("document.querySelector('[data-counter]').textContent.startsWith('1 of ')").await?;
    assert_eq!(browser.console().await?, Vec::<String>::new());

    let browser = Browser::new(BrowserOptions::default()).await?;
    let quota = json!({ "origin": browser.server.address, "quotaSize": 100_000 });
    browser.cdp("Storage.overrideQuotaForOrigin", quota).await?;
    browser.open("/").await?;
    browser.start_program().await?;
    let full = "const { installing } = await navigator.serviceWorker.register('sw.js'); \
        while (installing.state !== 'redundant') await new Promise((next) => installing.addEventListener('statechange', next, { once: true }));";
    browser.wait_for_worker(full).await?;
    browser.open("/").await?;
    browser.start_program().await?;
    browser.click(FIRST_CARD_SUMMARY).await?;
    browser.wait_for("document.querySelector('[data-counter]').textContent.startsWith('1 of ')").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_is_never_idle_caches_the_site_too() -> WebDriverResult<()> {
    let browser = Browser::new(published_site()).await?;
    let busy =
        "self.requestIdleCallback = (then, { timeout } = {}) => timeout ? setTimeout(then, timeout) : 0";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": busy })).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.evaluate("void document.querySelector('[data-action=expand-all]').click()").await?;
    browser.wait_for("document.documentElement.dataset.hydrated !== undefined").await?;
    browser.wait_for_worker("await navigator.serviceWorker.ready;").await
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_a_framed_page_nor_an_embed_registers_the_worker() -> WebDriverResult<()> {
    let browser = Browser::open_alive("/e/f/ca-gannet-1t/", published_site()).await?;
    browser.wait_for_worker(REGISTER_IN_FRAME).await?;
    browser.open("/").await?;
    browser.wait_until_cached().await
}

//! Embeds in pages of other people, with the libraries that those use: heights, links, safety, stillness.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};
use crate::hosts::Hosts;
use crate::server::{Host, Policy};

const FRAME: &str = "(document.querySelector('iframe') ?? document.querySelector('chuhai-embed')?.shadowRoot.querySelector('iframe'))";
const CARD: &str = "document.querySelector('[data-fact]')";
const BOX: &str = "document.querySelector('.embed').getBoundingClientRect().height";

/// A reader of somebody's page.
struct Guest {
    reader: Reader,
    hosts: Hosts,
}

impl Guest {
    async fn new(host: Host, strict: bool) -> WebDriverResult<Self> {
        let reader = Reader::new(Wish { host, width: 1024, ..Wish::default() }).await?;
        let hosts = Hosts::start(&reader.site.address, strict);
        Ok(Self { reader, hosts })
    }

    async fn at(page: &str) -> WebDriverResult<Self> {
        let guest = Self::new(Host::default(), false).await?;
        guest.open(page).await?;
        Ok(guest)
    }

    async fn open(&self, page: &str) -> WebDriverResult<()> {
        self.reader.driver.goto(format!("{}/{page}", self.hosts.address)).await?;
        self.reader.until(&format!("{FRAME} !== null && {FRAME} !== undefined")).await
    }

    /// The value of an expression in the embed's page.
    async fn inside(&self, expression: &str) -> WebDriverResult<Value> {
        let driver = &self.reader.driver;
        driver.execute(format!("return {FRAME};"), Vec::new()).await?.element()?.enter_frame().await?;
        self.reader.until("document.querySelector('.embed') !== null").await?;
        let value = self.reader.ask(expression).await?;
        driver.enter_default_frame().await?;
        Ok(value)
    }

    async fn width(&self, width: u32) -> WebDriverResult<()> {
        let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.reader.cdp("Emulation.setDeviceMetricsOverride", screen).await?;
        self.reader.until(&format!("innerWidth === {width}")).await
    }

    /// Waits until the frame is as high as what is in it, to the pixel.
    async fn fits(&self) -> WebDriverResult<f64> {
        let height = self.inside(BOX).await?.as_f64().expect("a height");
        let fits = format!(
            "(() => {{ const spare = {FRAME}.clientHeight - {height}; return spare >= 0 && spare < 1; }})()"
        );
        self.reader.until(&fits).await?;
        Ok(height)
    }

    async fn toggle(&self) -> WebDriverResult<()> {
        self.inside("document.querySelector('summary').click()").await?;
        Ok(())
    }

    /// What the console has said, but for what host libraries say of themselves.
    async fn console(&self) -> WebDriverResult<Vec<String>> {
        let said = self.reader.console().await?;
        Ok(said.into_iter().filter(|line| !line.contains("/npm/") && !line.contains("favicon")).collect())
    }
}

const LISTENING: [&str; 10] = [
    "pym.html",
    "iframe-resizer-4.html",
    "iframe-resizer-5.html",
    "open-iframe-resizer.html",
    "frames.html",
    "guardian.html",
    "wordpress.html",
    "sandboxed.html",
    "element.html",
    "hostile-css.html",
];

#[tokio::test(flavor = "multi_thread")]
async fn in_every_dialect_the_height_is_right_when_loaded_opened_turned_and_closed() -> WebDriverResult<()> {
    for page in LISTENING {
        let guest = Guest::at(page).await?;
        let closed = guest.fits().await?;
        guest.toggle().await?;
        let open = guest.fits().await?;
        assert!(open > closed + 100.0, "{page}: {open} is not higher than {closed}");
        guest.width(320).await?;
        assert!(guest.fits().await? > open, "{page}: narrower is higher");
        guest.toggle().await?;
        guest.fits().await?;
        guest.width(1024).await?;
        assert_eq!(guest.fits().await?, closed, "{page}: back to where it was");
        assert_eq!(guest.console().await?, Vec::<String>::new(), "{page}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_embed_that_was_hidden_when_it_loaded_has_its_height_once_it_is_shown() -> WebDriverResult<()> {
    for page in
        LISTENING.into_iter().filter(|page| !page.starts_with("element") && !page.starts_with("hostile"))
    {
        let guest = Guest::at(&format!("{page}?hidden")).await?;
        assert_eq!(guest.inside(BOX).await?, 0, "{page}: nothing to measure yet");
        guest.reader.ask("(document.querySelector('main').hidden = false)").await?;
        guest.fits().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_says_nothing_is_told_in_every_common_dialect_and_never_zero() -> WebDriverResult<()> {
    let guest = Guest::at("broadcasts.html").await?;
    guest.reader.until("heard.length >= 6").await?;
    let height = guest.inside(BOX).await?.as_f64().expect("a height").ceil();
    let site = format!("{}/e/f/india-vmate-mau/", guest.reader.site.address);
    let heard = guest
        .reader
        .ask("heard.map((said) => { try { return JSON.parse(said); } catch { return said; } })")
        .await?;
    let heard = heard.as_array().expect("a list");
    for expected in [
        json!({ "sentinel": "amp", "type": "embed-size", "height": height as u64 }),
        json!({ "datawrapper-height": { "chuhai": height as u64 } }),
        json!({ "src": site, "context": "iframe.resize", "height": height as u64 }),
        json!({ "sender": "Flourish", "src": site, "context": "iframe.resize", "method": "resize", "height": height as u64 }),
        json!({ "type": "set-height", "value": height as u64, "id": "iframeMessenger:chuhai" }),
        json!("[iFrameResizerChild]Ready"),
    ] {
        assert!(heard.contains(&expected), "{expected} is not among {heard:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_from_strangers_and_hostile_ones_from_the_host_change_nothing() -> WebDriverResult<()> {
    let guest = Guest::at("broadcasts.html").await?;
    guest.reader.until("heard.length >= 6").await?;
    let before = guest.inside("[location.href, document.documentElement.outerHTML]").await?;
    guest
        .inside(
            "[self, null].forEach((source) => ['[iFrameSizer]thief:8:false:true:32:true:true:', { type: 'iframe-child-init' }, \
             { sentinel: 'amp', type: 'frames-init' }].forEach((data) => dispatchEvent(new MessageEvent('message', { source, data }))))",
        )
        .await?;
    let trap = "new Proxy({}, { get() { throw new Error('a trap'); } })";
    guest
        .inside(&format!(
            "[0, 1, true, null, undefined, [], {{}}, Symbol(), () => {{}}, {trap}, {{ get type() {{ throw new Error('a trap'); }} }}, \
             'x'.repeat(1e7), '[iFrameSizer]', '[iFrameSizer]' + ':'.repeat(1e6), {{ type: {{}}, kind: [] }}, \
             {{ message: 'ready', secret: {{}} }}, 'pymxPYMxxPYMxnavigateToxPYMxhttps://example.org/', \
             '[iFrameSizer]moveToAnchor:x', '[iFrameSizer]message:{{}}'] \
             .forEach((data) => dispatchEvent(new MessageEvent('message', {{ source: parent, data }})))"
        ))
        .await?;
    let after = guest.inside("[location.href, document.documentElement.outerHTML]").await?;
    assert_eq!(before, after);
    let thief = guest.reader.ask("heard.filter((said) => JSON.stringify(said).includes('thief'))").await?;
    assert_eq!(thief, json!([]));
    let common = guest.reader.ask("heard.filter((said) => said?.type === 'iframe-resized')").await?;
    assert_eq!(common, json!([]));
    assert_eq!(guest.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_origin_it_comes_to_life_under_our_policy_and_says_nothing_to_the_console()
-> WebDriverResult<()> {
    let guest = Guest::new(Host { policy: Some(Policy::Ours), ..Host::default() }, false).await?;
    guest.open("sandboxed.html").await?;
    guest
        .reader
        .driver
        .execute(format!("return {FRAME};"), Vec::new())
        .await?
        .element()?
        .enter_frame()
        .await?;
    guest.reader.until_alive().await?;
    guest.reader.click("summary").await?;
    guest.reader.until(&format!("{CARD}.open")).await?;
    assert_eq!(guest.reader.ask("origin").await?, "null");
    guest.reader.driver.enter_default_frame().await?;
    guest.fits().await?;
    assert_eq!(guest.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn with_webassembly_blocked_it_is_readable_and_has_its_height() -> WebDriverResult<()> {
    let guest = Guest::new(Host { policy: Some(Policy::NoWasm), ..Host::default() }, false).await?;
    guest.open("sandboxed.html").await?;
    guest.fits().await?;
    guest.toggle().await?;
    guest.fits().await?;
    assert_eq!(guest.inside("document.querySelector('.claim').checkVisibility()").await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn with_scripts_off_cards_open_and_links_leave_the_frame() -> WebDriverResult<()> {
    let reader = Reader::new(Wish { scripts: false, ..Wish::default() }).await?;
    reader.open("/e/f/india-vmate-mau/").await?;
    reader.click("[data-fact] > summary").await?;
    assert_eq!(reader.ask("document.querySelector('.claim').checkVisibility()").await?, true);
    reader.open("/e/").await?;
    let staying = "[...document.links].filter((link) => !link.getAttribute('href').startsWith('#') && \
                   (link.target !== '_blank' || link.rel !== 'noopener')).length";
    assert_eq!(reader.ask(staying).await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn wordpress_is_told_of_links_to_the_site() -> WebDriverResult<()> {
    let guest = Guest::at("wordpress.html").await?;
    guest.fits().await?;
    guest
        .reader
        .driver
        .execute(format!("return {FRAME};"), Vec::new())
        .await?
        .element()?
        .enter_frame()
        .await?;
    guest.reader.click(".from a").await?;
    guest.reader.driver.enter_default_frame().await?;
    guest.reader.until("followed.length === 1").await?;
    let expected = format!("{}/#india-vmate-mau", guest.reader.site.address);
    assert_eq!(guest.reader.ask("followed[0]").await?, expected);
    assert_eq!(guest.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_facts_embed_is_between_200_and_1000_pixels_high_whatever_is_opened_at_320()
-> WebDriverResult<()> {
    let reader = Reader::new(Wish { width: 320, ..Wish::default() }).await?;
    let story = chuhai::story::load::story(&xtask::root::content()).expect("content without mistakes");
    for fact in story.told_facts().map(|fact| &story[fact].id) {
        reader.open(&format!("/e/f/{fact}/")).await?;
        let heights = format!(
            "[{BOX}, ...[...document.querySelectorAll('details')].map((part) => {{ part.open = true; return {BOX}; }})]"
        );
        for height in reader.ask(&heights).await?.as_array().expect("heights") {
            let height = height.as_f64().expect("a height");
            assert!((200.0..1000.0).contains(&height), "{fact}: {height}");
        }
        let hidden = "document.documentElement.scrollWidth - innerWidth";
        assert_eq!(reader.ask(hidden).await?, 0, "{fact} is cut off");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_height_that_oembed_tells_is_that_of_the_closed_card() -> WebDriverResult<()> {
    let reader = Reader::new(Wish { width: 600, ..Wish::default() }).await?;
    let story = chuhai::story::load::story(&xtask::root::content()).expect("content without mistakes");
    for fact in story.told_facts().map(|fact| &story[fact].id) {
        let file = xtask::root::dist().join(format!("oembed/f/{fact}.json"));
        let told: Value = serde_json::from_slice(&std::fs::read(file).expect("a file")).expect("JSON");
        reader.open(&format!("/e/f/{fact}/")).await?;
        let spare =
            told["height"].as_f64().expect("a height") - reader.ask(BOX).await?.as_f64().expect("a height");
        assert!((0.0..40.0).contains(&spare), "{fact}: {spare} px too high");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_theme_is_taken_from_the_address_before_the_first_paint_and_the_ground_is_clear_without_one()
-> WebDriverResult<()> {
    let reader = Reader::new(Wish::default()).await?;
    let look = "[getComputedStyle(document.documentElement).colorScheme, \
                getComputedStyle(document.querySelector('.embed')).backgroundColor, getComputedStyle(document.body).backgroundColor]";
    for (query, scheme, ground) in [
        ("", "normal", "rgba(0, 0, 0, 0)"),
        ("?theme=auto", "normal", "rgba(0, 0, 0, 0)"),
        ("?theme=<b>", "normal", "rgba(0, 0, 0, 0)"),
        ("?theme=light", "light", "rgb(251, 250, 246)"),
        ("?theme=dark", "dark", "rgb(16, 24, 29)"),
    ] {
        reader.open(&format!("/e/f/india-vmate-mau/{query}")).await?;
        assert_eq!(reader.ask(look).await?, json!([scheme, ground, "rgba(0, 0, 0, 0)"]), "{query}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_element_works_under_a_strict_policy_and_goes_away_without_a_trace() -> WebDriverResult<()> {
    let guest = Guest::new(Host::default(), true).await?;
    guest.open("element.html").await?;
    guest.fits().await?;
    let frame = "document.querySelector('chuhai-embed').shadowRoot.querySelector('iframe')";
    let title = "VMate grew by two thirds in half a year";
    assert_eq!(guest.reader.ask(&format!("{frame}.title")).await?, title);
    assert_eq!(guest.reader.ask("document.cookie").await?, "");
    let gone = "(() => { const element = document.querySelector('chuhai-embed'); element.remove(); \
                return element.shadowRoot.querySelector('iframe') === null && document.querySelector('iframe') === null; })()";
    assert_eq!(guest.reader.ask(gone).await?, true);
    guest.reader.ask("postMessage({ type: 'embed-size', height: 5 }, '*')").await?;
    guest.reader.until("true").await?;
    assert_eq!(guest.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_element_obeys_its_own_frame_alone() -> WebDriverResult<()> {
    let guest = Guest::at("element.html").await?;
    let height = guest.fits().await?;
    let told = "[{ sentinel: 'amp', type: 'embed-size', height: 5 }, null, 'x', { type: 'embed-size', height: '9' }]";
    guest.reader.ask(&format!("{told}.forEach((data) => postMessage(data, '*'))")).await?;
    guest.reader.until("true").await?;
    assert_eq!(guest.fits().await?, height);
    assert_eq!(guest.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_embeds_make_frames_only_where_the_reader_is() -> WebDriverResult<()> {
    let guest = Guest::new(Host::default(), false).await?;
    guest.reader.driver.goto(format!("{}/many.html", guest.hosts.address)).await?;
    let made = "[...document.querySelectorAll('chuhai-embed')].filter((element) => element.shadowRoot?.querySelector('iframe')).length";
    guest.reader.until(&format!("{made} > 0")).await?;
    assert!(guest.reader.ask(made).await?.as_u64().is_some_and(|made| made < 8), "far ones wait");
    guest.reader.until(&format!("(scrollBy(0, 200), {made} === 20)")).await?;
    guest.fits().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_section_and_the_story_have_their_height_and_no_scroll_bar() -> WebDriverResult<()> {
    for (attributes, name) in [("section=\"india\"", "s/india/"), ("", "")] {
        let guest = Guest::new(Host::default(), false).await?;
        guest.reader.driver.goto(format!("{}/element.html", guest.hosts.address)).await?;
        let put = format!(
            "document.querySelector('main').innerHTML = '<chuhai-embed {attributes}><a href=\"x\">A part</a></chuhai-embed>'"
        );
        guest.reader.ask(&put).await?;
        guest.reader.until(&format!("{FRAME} != null")).await?;
        guest.fits().await?;
        guest
            .inside("document.querySelectorAll('[data-fact]').forEach((card) => { card.open = true; })")
            .await?;
        guest.fits().await?;
        assert_eq!(guest.inside("location.pathname").await?, format!("/e/{name}"));
        assert_eq!(guest.inside("document.documentElement.clientWidth - innerWidth").await?, 0);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_host_that_says_it_is_dark_the_element_is_dark_unless_told_otherwise() -> WebDriverResult<()> {
    let guest = Guest::at("dark.html").await?;
    let themes = "[...document.querySelectorAll('chuhai-embed')].map((element) => \
                  new URL(element.shadowRoot.querySelector('iframe').src).searchParams.get('theme'))";
    guest.reader.until("[...document.querySelectorAll('chuhai-embed')].every((element) => element.shadowRoot?.querySelector('iframe'))").await?;
    assert_eq!(guest.reader.ask(themes).await?, json!(["dark", "light", "dark"]));
    guest.fits().await?;
    assert_eq!(guest.inside("getComputedStyle(document.documentElement).colorScheme").await?, "dark");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_in_the_hosts_page_jumps_when_the_element_loads() -> WebDriverResult<()> {
    for width in [320, 1024] {
        let guest = Guest::new(Host::default(), false).await?;
        guest.width(width).await?;
        guest.open("element.html").await?;
        guest.fits().await?;
        let shifts = "const done = arguments[0]; let moved = 0; new PerformanceObserver((list) => { for (const entry of \
                      list.getEntries()) moved += entry.value; }).observe({ type: 'layout-shift', buffered: true }); \
                      requestIdleCallback(() => requestIdleCallback(() => done(moved)));";
        let moved = guest.reader.driver.execute_async(shifts, Vec::new()).await?.json().as_f64();
        assert!(moved.is_some_and(|moved| moved < 0.02), "at {width} px: {moved:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn hosts_are_told_when_the_text_grows_and_when_another_theme_is_asked_for() -> WebDriverResult<()> {
    for page in LISTENING {
        let guest = Guest::at(page).await?;
        let before = guest.fits().await?;
        guest.inside("(document.documentElement.style.fontSize = '200%')").await?;
        let grown = guest.fits().await?;
        assert!(grown > before * 1.3, "{page}: {grown} is not higher than {before}");
        guest.inside("(document.documentElement.style.fontSize = '')").await?;
        assert_eq!(guest.fits().await?, before, "{page}");
    }
    let guest = Guest::at("element.html").await?;
    let before = guest.fits().await?;
    guest.reader.ask("document.querySelector('chuhai-embed').setAttribute('theme', 'dark')").await?;
    guest.reader.until(&format!("{FRAME}.src.endsWith('?theme=dark')")).await?;
    while guest.inside("document.documentElement.dataset.theme ?? ''").await? != "dark" {}
    assert_eq!(guest.fits().await?, before);
    Ok(())
}

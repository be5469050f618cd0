//! The embed dialog: its snippets, its preview, and its use by keyboard.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::accessibility::axe_violations;
use crate::browser::{Browser, BrowserOptions};
use crate::fleet::{NUMBER_CARD as FACT, NUMBER_CARD_TITLE as TITLE};
use crate::server::{Policy, ServerOptions, start_embed_hosts};

const DIALOG: &str = "document.querySelector('dialog.embed-dialog')";
const STATUS: &str = "document.querySelector('.embed-dialog [role=status]')";
const COPIED: &str = "'Copied.'";
const SELECTED: &str = "'Couldn’t copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.'";
const SNIPPET: &str = "document.querySelector('#embed-snippet')";
const FRAME: &str = "document.querySelector('.embed-preview iframe')";
const EMBED: &str = "document.querySelector('.embed-preview iframe').contentDocument.querySelector('.embed')";

/// Opens the dialog from a fact's page.
async fn embedding(options: BrowserOptions) -> WebDriverResult<Browser> {
    let browser = Browser::open_alive(&format!("/f/{FACT}/"), options).await?;
    browser.click(&format!("#{FACT} ~ details .fact-actions [data-action=embed]")).await?;
    measured(&browser).await?;
    Ok(browser)
}

/// Waits until the preview is as high as its content. Returns the height.
async fn measured(browser: &Browser) -> WebDriverResult<u64> {
    let height = format!("Math.ceil({EMBED}.getBoundingClientRect().height)");
    let has_height = format!(
        "{DIALOG}.open && {FRAME}?.contentDocument?.readyState === 'complete' && {EMBED} && \
         {FRAME}.getAttribute('height') === String({height}) && {height} > 0"
    );
    browser.wait_for(&has_height).await?;
    Ok(browser.evaluate(&height).await?.as_u64().expect("a height"))
}

async fn choose(browser: &Browser, selector: &str) -> WebDriverResult<()> {
    browser.click(&format!(".embed-dialog label:has({selector})")).await
}

async fn show(browser: &Browser, path: &str) -> WebDriverResult<()> {
    let option = format!("#embed-what option[value='{path}']");
    browser.driver.find(By::Css(option)).await?.click().await
}

async fn snippet(browser: &Browser) -> WebDriverResult<String> {
    let snippet = browser.evaluate(&format!("{SNIPPET}.value")).await?;
    Ok(snippet.as_str().unwrap_or_default().to_owned())
}

/// The kinds of snippet, in the dialog's order.
#[derive(Clone, Copy)]
enum Kind {
    Frame = 1,
    Element,
    Address,
    Amp,
}

async fn kind(browser: &Browser, kind: Kind) -> WebDriverResult<()> {
    browser.click(&format!(".embed-dialog label:has([name=embed-kind]):nth-of-type({})", kind as u8)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_snippet_is_written_for_a_fact_a_section_and_the_story() -> WebDriverResult<()> {
    let browser = embedding(BrowserOptions::default()).await?;
    let site = format!("{}/", browser.server.address);
    let titles = browser.evaluate("[...document.querySelectorAll('#embed-what option')].map((option) => [option.value, option.text])").await?;
    let titles = titles.as_array().expect("options");
    assert_eq!(titles.first(), Some(&json!([format!("f/{FACT}/"), TITLE])));
    assert_eq!(titles.len(), 3, "the fact, its section and the story");
    for (offered, what) in titles.iter().zip([" fact=\"ca-gannet-1t\"", " section=\"cape\"", ""]) {
        let (path, title) = (offered[0].as_str().expect("a path"), offered[1].as_str().expect("a title"));
        show(&browser, path).await?;
        let height = measured(&browser).await?;
        kind(&browser, Kind::Frame).await?;
        let link = format!("<a href=\"{site}{path}\">{title}</a>");
        let frame = snippet(&browser).await?;
        assert!(frame.starts_with(&format!("<iframe src=\"{site}e/{path}\" title=\"{title}\"")), "{frame}");
        assert!(frame.contains(&format!(" min-height: {height}px;")) && frame.contains(&link), "{frame}");
        kind(&browser, Kind::Element).await?;
        // Where no script comes, the room for a whole story would be a hole.
        let room = if path.starts_with("f/") { height } else { height.min(1000) };
        let element = format!(
            "<script async src=\"{site}embed.js\"></script>\n<chuhai-embed{what} height=\"{room}\" style=\"display: block; min-height: {room}px\">{link}</chuhai-embed>"
        );
        assert_eq!(snippet(&browser).await?, element);
        kind(&browser, Kind::Address).await?;
        assert_eq!(snippet(&browser).await?, format!("{site}{path}"));
        kind(&browser, Kind::Amp).await?;
        let amp = snippet(&browser).await?;
        assert!(amp.starts_with(&format!("<amp-iframe src=\"{site}e/{path}\" ")), "{amp}");
        for part in [" resizable>", "<button overflow>", "<p placeholder>", &format!(" height=\"{height}\"")]
        {
            assert!(amp.contains(part), "{amp} lacks {part}");
        }
        assert!(!snippet(&browser).await?.contains('{'), "a place was left open");
    }
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_theme_is_in_the_snippet_and_in_the_preview_where_the_kind_carries_one() -> WebDriverResult<()> {
    let browser = embedding(BrowserOptions::default()).await?;
    choose(&browser, "[name=embed-theme][value=dark]").await?;
    let own = "document.querySelector('.preferences [name=theme]:checked')?.value";
    assert_eq!(browser.evaluate(own).await?, "", "the choice of Appearance stays");
    measured(&browser).await?;
    assert_eq!(
        browser.evaluate(&format!("{FRAME}.contentDocument.documentElement.dataset.theme")).await?,
        "dark"
    );
    assert!(snippet(&browser).await?.contains(&format!("/e/f/{FACT}/?theme=dark\"")));
    kind(&browser, Kind::Element).await?;
    assert!(snippet(&browser).await?.contains(" theme=\"dark\""));
    kind(&browser, Kind::Address).await?;
    assert_eq!(snippet(&browser).await?, format!("{}/f/{FACT}/", browser.server.address));
    assert_eq!(
        browser
            .evaluate("document.querySelector('.embed-dialog [name=embed-theme]').matches(':disabled')")
            .await?,
        true
    );
    assert_eq!(browser.evaluate(&format!("new URL({FRAME}.src).search")).await?, "");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_is_as_wide_as_chosen_and_its_height_arrives_in_the_snippet() -> WebDriverResult<()> {
    let browser = embedding(BrowserOptions::default()).await?;
    let mut heights = Vec::new();
    for width in [900, 600, 320] {
        choose(&browser, &format!("[name=embed-width][value='{width}']")).await?;
        browser.wait_for(&format!("{FRAME}.clientWidth === {width}")).await?;
        let height = measured(&browser).await?;
        assert!(snippet(&browser).await?.contains(&format!(" min-height: {height}px;")));
        heights.push(height);
    }
    assert!(heights[2] > heights[0], "narrower is higher: {heights:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn foreign_and_malformed_messages_change_nothing() -> WebDriverResult<()> {
    let browser = embedding(BrowserOptions::default()).await?;
    let before = snippet(&browser).await?;
    browser
        .evaluate("[{ sentinel: 'amp', type: 'embed-size', height: 5 }, null, 'x'].forEach((data) => postMessage(data, '*'))")
        .await?;
    let own = "[null, 7, 'x', {}, { type: 'embed-size' }, { type: 'embed-size', height: 'x' }]";
    let say = format!(
        "{own}.forEach((data) => dispatchEvent(new MessageEvent('message', {{ source: {FRAME}.contentWindow, data }})))"
    );
    browser.evaluate(&say).await?;
    browser.wait_for_messages().await?;
    assert_eq!(snippet(&browser).await?, before);
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_frame_shows_the_fact_at_the_height_in_its_snippet() -> WebDriverResult<()> {
    let browser = embedding(BrowserOptions::default()).await?;
    let height = measured(&browser).await?;
    let pasted = snippet(&browser).await?;
    let hosts = start_embed_hosts(&browser.server.address, false);
    browser.driver.goto(format!("{}/plain.html", hosts.address)).await?;
    let paste = format!(
        "(() => {{ const host = document.querySelector('main'); host.style.width = '600px'; host.innerHTML = {}; }})()",
        json!(pasted)
    );
    browser.evaluate(&paste).await?;
    assert_eq!(browser.evaluate("document.querySelector('iframe').clientHeight").await?, height);
    browser.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    browser.wait_for("document.querySelector('.embed h1') !== null").await?;
    assert_eq!(browser.evaluate("document.querySelector('.embed h1').textContent").await?, TITLE);
    let held = "[innerWidth, Math.ceil(document.querySelector('.embed').getBoundingClientRect().height)]";
    assert_eq!(
        browser.evaluate(held).await?,
        json!([600, height]),
        "nothing is cut off and nothing is left over"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_frame_grows_by_itself_and_by_a_script_of_its_host() -> WebDriverResult<()> {
    let browser = embedding(BrowserOptions::default()).await?;
    let pasted = snippet(&browser).await?.replacen("<iframe ", "<iframe id=\"pasted\" ", 1);
    // As an older browser reads it.
    let older = pasted.replace("frame-sizing: content-height", "");
    let hosts = start_embed_hosts(&browser.server.address, false);
    for (page, pasted, resize) in [
        ("plain.html", &pasted, "0"),
        ("iframe-resizer-4.html", &older, "iFrameResize({ checkOrigin: true }, '#pasted')"),
        (
            "iframe-resizer-5.html",
            &older,
            "iframeResize({ license: 'GPLv3', waitForLoad: false }, '#pasted')",
        ),
    ] {
        browser.driver.goto(format!("{}/{page}", hosts.address)).await?;
        let main = "document.querySelector('main').innerHTML";
        browser.evaluate(&format!("void ({main} = {}, {resize})", json!(pasted))).await?;
        browser.driver.find(By::Css("iframe")).await?.enter_frame().await?;
        browser.wait_for("document.querySelector('.embed') && document.readyState === 'complete'").await?;
        let height = "document.querySelector('.embed').getBoundingClientRect().height";
        let closed = browser.evaluate(height).await?;
        browser.evaluate("document.querySelector('summary').click()").await?;
        let fits = format!("{height} > {closed} + 100 && Math.abs(innerHeight - {height}) < 1");
        browser.wait_for(&fits).await?;
        browser.driver.enter_default_frame().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_snippet_shows_markup_in_its_title_as_text_and_an_element_has_its_height()
-> WebDriverResult<()> {
    let browser = Browser::open_alive(&format!("/f/{FACT}/"), BrowserOptions::default()).await?;
    let title = "<img src=x onerror=\"self.run = 1\"> & {site} \"all\"";
    browser
        .evaluate(&format!("(document.querySelector('.fact-title').textContent = {})", json!(title)))
        .await?;
    browser.click(&format!("#{FACT} ~ details .fact-actions [data-action=embed]")).await?;
    measured(&browser).await?;
    let frame = snippet(&browser).await?;
    kind(&browser, Kind::Element).await?;
    let element = snippet(&browser).await?;
    let hosts = start_embed_hosts(&browser.server.address, false);
    browser.driver.goto(format!("{}/element.html", hosts.address)).await?;
    for (pasted, titled) in [
        (frame, "document.querySelector('iframe').title"),
        (element, "document.querySelector('chuhai-embed').textContent"),
    ] {
        browser.evaluate(&format!("(document.querySelector('main').innerHTML = {})", json!(pasted))).await?;
        assert_eq!(browser.evaluate(titled).await?, title);
        assert_eq!(browser.evaluate("document.querySelector('img')").await?, json!(null));
    }
    let frame = "document.querySelector('chuhai-embed').shadowRoot.querySelector('iframe')";
    browser
        .wait_for(&format!("{frame} && {frame}.style.position === 'static' && {frame}.clientHeight >= 200"))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_share_dialog_opens_it_for_the_same_card_or_the_first_and_loads_no_preview_before()
-> WebDriverResult<()> {
    let browser = Browser::open_alive("/", BrowserOptions::default()).await?;
    assert_eq!(browser.evaluate("document.querySelector('iframe')").await?, json!(null));
    let first = browser.evaluate("`f/${document.querySelector('.fact .anchor').id}/`").await?;
    let first = first.as_str().unwrap_or_default().to_owned();
    for (place, control, path) in [
        (".masthead", ".site-header [data-action=share]", &first),
        (FACT, &format!("#{FACT} ~ details .fact-actions [data-action=share]"), &format!("f/{FACT}/")),
    ] {
        let place = if place == FACT { format!(".fact:has(> #{FACT})") } else { place.to_owned() };
        browser.evaluate(&format!("document.querySelector('{place}').scrollIntoView()")).await?;
        browser
            .evaluate(&format!(
                "document.querySelectorAll('{place} details').forEach((card) => {{ card.open = true; }})"
            ))
            .await?;
        browser.click(control).await?;
        browser.click(".share [data-action=embed]").await?;
        let shown = format!("{DIALOG}.open && {FRAME} && new URL({FRAME}.src).pathname === '/e/{path}'");
        browser.wait_for(&shown).await?;
        assert_eq!(browser.evaluate("document.querySelector('dialog.share').open").await?, false);
        browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
        browser.wait_for(&format!("{FRAME} === null")).await?;
        browser.wait_for(&format!("document.activeElement === document.querySelector('{control}')")).await?;
    }
    let offered = "document.querySelectorAll('#embed-what option').length";
    let there = "1 + document.querySelectorAll('section.section, article.fact').length";
    assert_eq!(browser.evaluate(offered).await?, browser.evaluate(there).await?);
    assert_eq!(browser.evaluate("history.length").await?, 2, "previews are no steps of the reader's");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_embed_button_of_the_share_dialog_works_before_the_embed_dialog_is_mounted() -> WebDriverResult<()>
{
    let browser = Browser::new(BrowserOptions::default()).await?;
    // Other islands are mounted in pauses: there is none.
    let busy = "self.requestIdleCallback = () => 0";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": busy })).await?;
    browser.open("/").await?;
    browser.wait_for("document.documentElement.dataset.ready !== undefined").await?;
    browser.driver.find(By::Css(".site-header [data-action=share]")).await?.click().await?;
    browser.wait_for("document.querySelector('dialog.share')?.open").await?;
    let embeds = "document.querySelector('[data-island=embed-dialog]').dataset.alive";
    assert_eq!(browser.evaluate(embeds).await?, json!(null));
    browser.click(".share [data-action=embed]").await?;
    browser.wait_for(&format!("{DIALOG}.open && !document.querySelector('dialog.share').open")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_copying_is_refused_the_snippet_is_selected_and_the_status_says_so() -> WebDriverResult<()> {
    let browser = embedding(BrowserOptions::default()).await?;
    let keep = "(Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { self.kept = text; } } }), 1)";
    browser.evaluate(keep).await?;
    browser.click(".embed-dialog [data-copy]").await?;
    browser.wait_for(&format!("{STATUS}.textContent === {COPIED}")).await?;
    assert_eq!(browser.evaluate("self.kept").await?, json!(snippet(&browser).await?));
    let refuse = "(Object.defineProperty(navigator, 'clipboard', { value: undefined }), document.execCommand = () => false, 1)";
    browser.evaluate(refuse).await?;
    browser.click(".embed-dialog [data-copy]").await?;
    browser.wait_for(&format!("{STATUS}.textContent === {SELECTED}")).await?;
    let selected = format!(
        "document.activeElement === {SNIPPET} && {SNIPPET}.selectionStart === 0 && {SNIPPET}.selectionEnd === {SNIPPET}.value.length"
    );
    assert_eq!(browser.evaluate(&selected).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_is_worked_with_the_keyboard_alone_and_gives_the_focus_back() -> WebDriverResult<()> {
    const CONTROL: &str = ".fact-actions [data-action=embed]";
    let browser = Browser::open_alive(&format!("/f/{FACT}/"), BrowserOptions::default()).await?;
    browser.driver.find(By::Css(CONTROL)).await?.focus().await?;
    let press = async |key: Key| browser.driver.active_element().await?.send_keys(key + "").await;
    let at = "((active) => active.name || active.dataset.ref || (active.dataset.copy ? 'copy' : active.id))(document.activeElement)";
    press(Key::Enter).await?;
    browser.wait_for(&format!("{at} === 'embed-what'")).await?;
    measured(&browser).await?;
    for (steps, expected) in [
        (1, "embed-kind"),
        (1, "embed-theme"),
        (1, "embed-snippet"),
        (1, "copy"),
        (1, "embed-width"),
        (1, "preview"),
    ] {
        for _ in 0..steps {
            press(Key::Tab).await?;
        }
        assert_eq!(browser.evaluate(at).await?, expected);
        if expected == "embed-kind" {
            press(Key::Right).await?;
            assert!(snippet(&browser).await?.contains("<chuhai-embed fact="));
        }
    }
    press(Key::Escape).await?;
    browser.wait_for(&format!("document.activeElement === document.querySelector('{CONTROL}')")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_open_dialogs_and_nothing_is_cut_off() -> WebDriverResult<()> {
    for (dark, width) in [(false, 320), (true, 320), (false, 768), (true, 1440)] {
        let browser = embedding(BrowserOptions { dark, width, ..BrowserOptions::default() }).await?;
        assert_eq!(axe_violations(&browser).await?, Vec::<String>::new(), "dark {dark} width {width}");
        let hidden = format!("{DIALOG}.scrollWidth - {DIALOG}.clientWidth");
        assert_eq!(browser.evaluate(&hidden).await?, 0, "at {width} px");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_works_under_the_published_policy_with_a_clean_console() -> WebDriverResult<()> {
    let server = ServerOptions { policy: Some(Policy::Published), ..ServerOptions::default() };
    let browser = embedding(BrowserOptions { server, ..BrowserOptions::default() }).await?;
    choose(&browser, "[name=embed-theme][value=light]").await?;
    choose(&browser, "[name=embed-width][value='900']").await?;
    measured(&browser).await?;
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

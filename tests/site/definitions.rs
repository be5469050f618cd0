//! Definitions in place: they show on hover, focus and tap, never over what they explain, and go when asked.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Reader, Wish};
use crate::seen::findings;

const SHOWN: &str = "document.querySelector('.definition:popover-open')";
const WEIBO: &str = "#united-states a[data-entity][href$=entity-weibo]";

/// Moves the pointer to the middle of what suits a selector first; that is in view.
async fn point(reader: &Reader, selector: &str) -> WebDriverResult<()> {
    let (x, y) = middle(reader, selector).await?;
    move_to(reader, x, y).await
}

async fn move_to(reader: &Reader, x: f64, y: f64) -> WebDriverResult<()> {
    reader.cdp("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y })).await?;
    Ok(())
}

async fn middle(reader: &Reader, selector: &str) -> WebDriverResult<(f64, f64)> {
    let rect = format!("document.querySelector('{selector}').getClientRects()[0]");
    let place = format!("((rect) => [rect.x + rect.width / 2, rect.y + rect.height / 2])({rect})");
    let place = reader.ask(&place).await?;
    Ok((place[0].as_f64().unwrap_or_default(), place[1].as_f64().unwrap_or_default()))
}

/// Brings a place to the middle of the screen, and waits until its section is alive and nothing moves.
async fn bring(reader: &Reader, selector: &str) -> WebDriverResult<()> {
    let place = format!("document.querySelector('{selector}')");
    reader.ask(&format!("{place}.scrollIntoView({{ block: 'center' }})")).await?;
    reader
        .until(&format!(
            "((top) => {{ const still = top === window.lastTop; window.lastTop = top; return still && top > 0; }})\
             ({place}.getBoundingClientRect().top)"
        ))
        .await
}

async fn press(reader: &Reader, key: Key) -> WebDriverResult<()> {
    reader.driver.active_element().await?.send_keys(key + "").await
}

/// A reader of the story who has focused a mark, and sees its definition.
async fn focused(selector: &str) -> WebDriverResult<Reader> {
    let reader = Reader::at("/", Wish::default()).await?;
    bring(&reader, selector).await?;
    reader.ask(&format!("document.querySelector('{selector}').focus()")).await?;
    reader.until(&format!("!!{SHOWN}")).await?;
    Ok(reader)
}

#[tokio::test(flavor = "multi_thread")]
async fn pointing_at_a_mark_for_half_a_second_shows_what_it_is() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    bring(&reader, WEIBO).await?;
    let watch = format!(
        "document.querySelector('{WEIBO}').addEventListener('mouseover', () => {{ window.began = performance.now(); }}), \
         new MutationObserver(() => {{ window.came ??= {SHOWN} && performance.now(); }})\
         .observe(document.body, {{ childList: true, subtree: true }})"
    );
    reader.ask(&watch).await?;
    point(&reader, WEIBO).await?;
    reader.until("window.came").await?;
    let took = reader.ask("window.came - window.began").await?.as_f64().unwrap_or_default();
    assert!((499.0..1500.0).contains(&took), "it took {took} ms");
    let name = format!("[...{SHOWN}.querySelectorAll('dt [lang=zh-Hans]')].map((name) => name.textContent)");
    assert_eq!(reader.ask(&name).await?, json!(["微博"]));
    let text = reader.ask(&format!("{SHOWN}.textContent")).await?;
    let text = text.as_str().unwrap_or_default();
    for words in ["Microblog in China", "Owner in early 2020: Weibo Corp. (Sina)."] {
        assert!(text.contains(words), "{words:?} is not in {text:?}");
    }
    assert_eq!(reader.ask(&format!("{SHOWN}.querySelectorAll('dd a[href]').length > 0")).await?, true);
    assert_eq!(reader.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pointer_may_enter_a_definition_which_goes_when_it_leaves_both() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    bring(&reader, WEIBO).await?;
    point(&reader, WEIBO).await?;
    reader.until(&format!("!!{SHOWN}")).await?;
    point(&reader, ".definition dd").await?;
    reader.ask("window.entered = performance.now()").await?;
    reader.until("performance.now() - window.entered > 700").await?;
    assert_eq!(reader.ask(&format!("!!{SHOWN}")).await?, true, "it stays while the pointer is in it");
    move_to(&reader, 2.0, 2.0).await?;
    reader.until("!document.querySelector('.definition')").await?;
    assert_eq!(
        reader.ask(&format!("document.querySelector('{WEIBO}').hasAttribute('aria-describedby')")).await?,
        false
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_focused_mark_is_described_and_escape_closes_with_the_focus_kept() -> WebDriverResult<()> {
    let reader = focused(WEIBO).await?;
    let described =
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent";
    assert!(reader.ask(described).await?.as_str().is_some_and(|words| words.starts_with("Short-video app")));
    move_to(&reader, 2.0, 2.0).await?;
    press(&reader, Key::Escape).await?;
    reader.until("!document.querySelector('.definition')").await?;
    assert_eq!(reader.ask(&format!("document.activeElement.matches('{WEIBO}')")).await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_focus_goes_on_into_a_definition_and_back_out_of_it() -> WebDriverResult<()> {
    let reader = focused(WEIBO).await?;
    press(&reader, Key::Tab).await?;
    reader.until("!!document.activeElement.closest('.definition dt')").await?;
    press(&reader, Key::Escape).await?;
    reader
        .until(&format!(
            "document.activeElement.matches('{WEIBO}') && !document.querySelector('.definition')"
        ))
        .await?;
    press(&reader, Key::Tab).await?;
    reader.until(&format!("!document.activeElement.matches('{WEIBO}, .definition *')")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_enter_key_goes_to_the_entry() -> WebDriverResult<()> {
    let reader = focused(WEIBO).await?;
    press(&reader, Key::Enter).await?;
    reader.until("location.hash === '#entity-weibo' && !document.querySelector('.definition')").await?;
    let top = "document.getElementById('entity-weibo').getBoundingClientRect().top";
    reader.until(&format!("{top} >= 0 && {top} < innerHeight")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_shows_the_definition_and_only_the_next_one_goes_to_the_entry() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish { width: 320, ..Wish::default() }).await?;
    reader.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    bring(&reader, WEIBO).await?;
    let tap = async |selector: &str| {
        let (x, y) = middle(&reader, selector).await?;
        let touch = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
        reader.cdp("Input.dispatchTouchEvent", touch).await?;
        reader.cdp("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await
    };
    tap(WEIBO).await?;
    reader.until(&format!("!!{SHOWN}")).await?;
    assert_eq!(reader.ask("location.hash").await?, "", "the tap has led nowhere");
    tap(".definition dt a").await?;
    reader.until("location.hash === '#entity-weibo' && !document.querySelector('.definition')").await?;

    bring(&reader, WEIBO).await?;
    tap(WEIBO).await?;
    reader.until(&format!("!!{SHOWN}")).await?;
    tap("#united-states h2").await?;
    reader.until("!document.querySelector('.definition')").await
}

/// Focuses every fifth mark of the story at three heights of the screen, and tells each whose definition covers it or is
/// not whole on the screen.
const MISPLACED: &str = "
    const done = arguments[0];
    const frame = () => new Promise(requestAnimationFrame);
    (async () => {
        const wrong = [];
        const marks = [...document.querySelectorAll('.section-head a[data-entity], .section-body > p a[data-entity]')];
        for (const mark of marks.filter((_, at) => at % 5 === 0)) {
            for (const block of ['start', 'center', 'end']) {
                dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
                document.activeElement.blur();
                mark.scrollIntoView({ block });
                await frame(); await frame();
                mark.scrollIntoView({ block });
                mark.focus({ preventScroll: true });
                while (!mark.hasAttribute('aria-describedby')) await frame();
                const shown = document.querySelector('.definition').getBoundingClientRect();
                const words = mark.getBoundingClientRect();
                const covers = shown.left < words.right && shown.right > words.left && shown.top < words.bottom && shown.bottom > words.top;
                const whole = shown.left >= 0 && shown.top >= 0 && shown.right <= document.documentElement.clientWidth && shown.bottom <= innerHeight;
                if (covers || !whole || shown.height < 60) wrong.push([mark.textContent, block, covers, JSON.stringify(shown)].join(' '));
            }
        }
        done(wrong);
    })();";

#[tokio::test(flavor = "multi_thread")]
async fn a_definition_never_covers_its_mark_nor_leaves_the_screen() -> WebDriverResult<()> {
    for width in [320, 768, 1440] {
        let reader = Reader::at("/", Wish { width, ..Wish::default() }).await?;
        reader.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;
        let wrong = reader.driver.execute_async(MISPLACED, Vec::new()).await?.json().clone();
        assert_eq!(wrong, json!([]), "{width} px wide");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_the_notes_reads_its_definitions_from_them() -> WebDriverResult<()> {
    let reader = Reader::at("/f/india-vmate-mau/", Wish::default()).await?;
    let mark = "main a[data-entity][href$=entity-mau]";
    bring(&reader, mark).await?;
    reader.ask(&format!("document.querySelector('{mark}').focus()")).await?;
    reader.until(&format!("!!{SHOWN}")).await?;
    let fetched = "performance.getEntriesByType('resource').filter((entry) => entry.initiatorType === 'fetch' && !entry.name.endsWith('.wasm')).map((entry) => new URL(entry.name).pathname)";
    assert_eq!(reader.ask(fetched).await?, json!(["/s/notes/"]));
    press(&reader, Key::Tab).await?;
    reader.until("document.activeElement.matches('.definition dt a')").await?;
    let facts = format!("{SHOWN}.querySelectorAll('li a')");
    let all_lead = format!(
        "Promise.all([...{facts}].map((link) => fetch(link.href).then((answer) => answer.ok))).then((all) => {{ window.lead = all.length > 0 && all.every(Boolean); }})"
    );
    reader.ask(&format!("void {all_lead}")).await?;
    reader.until("window.lead").await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_frame_and_without_scripts_a_mark_is_a_link_to_the_entry() -> WebDriverResult<()> {
    let reader = Reader::at("/e/s/united-states/", Wish::default()).await?;
    bring(&reader, WEIBO).await?;
    reader.ask(&format!("document.querySelector('{WEIBO}').focus()")).await?;
    point(&reader, WEIBO).await?;
    reader.ask("window.entered = performance.now()").await?;
    reader.until("performance.now() - window.entered > 700").await?;
    assert_eq!(reader.ask("document.querySelector('.definition')").await?, Value::Null);

    let reader = Reader::new(Wish { scripts: false, ..Wish::default() }).await?;
    reader.open("/").await?;
    reader.driver.find(By::Css(WEIBO)).await?.click().await?;
    assert_eq!(reader.ask("location.hash").await?, "#entity-weibo");
    assert_eq!(reader.ask("document.querySelector('#entity-weibo dd a').checkVisibility()").await?, true);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_kept_and_the_prose_is_left_as_it_was() -> WebDriverResult<()> {
    let reader = Reader::at("/", Wish::default()).await?;
    let text = format!("document.querySelector('{WEIBO}').closest('section').innerHTML");
    bring(&reader, WEIBO).await?;
    let before = reader.ask(&text).await?;
    reader.ask(&format!("document.querySelector('{WEIBO}').focus()")).await?;
    reader.until(&format!("!!{SHOWN}")).await?;
    press(&reader, Key::Escape).await?;
    reader.until("!document.querySelector('.definition')").await?;
    assert_eq!(reader.ask(&text).await?, before);
    assert_eq!(reader.ask("localStorage.length + sessionStorage.length + document.cookie.length").await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_while_a_definition_shows() -> WebDriverResult<()> {
    for (dark, width) in [(false, 320), (true, 1440)] {
        let reader = Reader::at("/s/united-states/", Wish { dark, width, ..Wish::default() }).await?;
        bring(&reader, WEIBO).await?;
        reader.ask(&format!("document.querySelector('{WEIBO}').focus()")).await?;
        reader.until(&format!("!!{SHOWN}")).await?;
        assert_eq!(findings(&reader).await?, Vec::<String>::new(), "dark {dark} width {width}");
    }
    Ok(())
}

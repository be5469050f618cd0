//! Printing: every card is open on paper, whatever the screen shows.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chuhai::content::load;
use chuhai::content::text::plain;
use generator::paths;
use lopdf::Document;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, BrowserOptions};
use crate::fleet::{self, NUMBER_CARD_PAGE};
use crate::server::ServerOptions;

/// Width and height in inches.
const A4: (f64, f64) = (8.27, 11.69);
const LETTER: (f64, f64) = (8.5, 11.0);

/// The text of every printed page, without spaces, because a PDF has none at line ends.
async fn printed(browser: &Browser, (width, height): (f64, f64)) -> WebDriverResult<Vec<String>> {
    let paper = json!({ "paperWidth": width, "paperHeight": height, "preferCSSPageSize": false });
    let answer = browser.cdp("Page.printToPDF", paper).await?;
    let pdf = BASE64_STANDARD.decode(answer["data"].as_str().expect("a file")).expect("base64");
    let pdf = Document::load_mem(&pdf).expect("a PDF");
    let pages = pdf.get_pages().into_keys();
    Ok(pages.map(|page| bare(&pdf.extract_text(&[page]).expect("words"))).collect())
}

/// Removes spaces and splits ligatures.
fn bare(words: &str) -> String {
    words.split_whitespace().collect::<String>().replace('\u{fb01}', "fi").replace('\u{fb02}', "fl")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_claim_and_source_is_printed_on_numbered_pages_whatever_the_screen_shows() -> WebDriverResult<()>
{
    let real_story = load::story(&paths::project().join("content")).expect("the content");
    let no_wasm = ServerOptions { no_wasm: true, ..ServerOptions::default() };
    for (story, paper, options, most) in [
        (fleet::story(), A4, BrowserOptions { dark: true, ..BrowserOptions::default() }, 16),
        (
            fleet::story(),
            LETTER,
            BrowserOptions { server: no_wasm, width: 320, ..BrowserOptions::default() },
            17,
        ),
        (real_story, A4, BrowserOptions::real_story(), 46),
    ] {
        let browser = Browser::new(options).await?;
        // Chromium prints variable fonts as Type 3, which lopdf cannot read.
        browser.block_urls(&["*.woff2"]).await?;
        browser.open("/").await?;
        let pages = printed(&browser, paper).await?;
        assert!(pages.len() <= most, "{} pages", pages.len());
        for (at, page) in pages.iter().enumerate() {
            let number = format!("{}/{}", at + 1, pages.len());
            assert!(page.contains(&number), "no {number} in {page}");
        }
        let all = pages.concat();
        for fact in story.sections.iter().flat_map(|section| &section.cards).map(|card| &story[*card]) {
            let says = if fact.adds.is_empty() { &fact.claim } else { &fact.adds };
            for words in [plain(says), plain(&fact.why)] {
                assert!(all.contains(&bare(&words)), "{}: {words:?} is not printed", fact.id);
            }
        }
        let sources =
            story.sections.iter().flat_map(|section| &section.cards).flat_map(|card| &story[*card].records);
        for url in sources.filter_map(|record| story[*record].urls.first()) {
            assert!(all.contains(&bare(url)), "{url} is not written out");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_is_light_and_of_one_size_whichever_theme_and_size_the_screen_has() -> WebDriverResult<()> {
    let looks = "(({ colorScheme, fontSize }, { backgroundColor, color }) => [colorScheme, fontSize, backgroundColor, color].join())
        (getComputedStyle(document.documentElement), getComputedStyle(document.body))";
    for path in ["/", NUMBER_CARD_PAGE] {
        let browser =
            Browser::open_alive(path, BrowserOptions { dark: true, ..BrowserOptions::default() }).await?;
        browser.emulate_print().await?;
        let dark =
            json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        browser.cdp("Emulation.setEmulatedMedia", dark).await?;
        for (theme, contrast) in [("dark", ""), ("", "more")] {
            browser
                .evaluate(&format!(
                    "Object.assign(document.documentElement.dataset, {{ theme: '{theme}', contrast: '{contrast}', size: '4' }})"
                ))
                .await?;
            assert_eq!(
                browser.evaluate(looks).await?,
                "light,12.3333px,rgb(255, 255, 255),rgb(0, 0, 0)",
                "{path} {theme} {contrast}"
            );
        }
        let controls = "[...document.querySelectorAll('button, input, select, .fact summary')].filter((control) => control.checkVisibility()).length";
        assert_eq!(browser.evaluate(controls).await?, 0, "{path} prints a control");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chronology_fits_on_one_page_of_a4() -> WebDriverResult<()> {
    // A4 less its margins, at 96 px to the inch.
    const WIDTH: u32 = 642;
    const HEIGHT: f64 = 979.0;
    let browser = Browser::new(BrowserOptions { width: WIDTH, ..BrowserOptions::real_story() }).await?;
    browser.open("/").await?;
    browser.emulate_print().await?;
    let heights = "[...document.querySelectorAll('.plot:has(.chronology)')].map((plot) => plot.getBoundingClientRect().height)";
    let heights = browser.evaluate(heights).await?;
    let heights: Vec<f64> =
        heights.as_array().into_iter().flatten().filter_map(|height| height.as_f64()).collect();
    assert!(
        !heights.is_empty() && heights.iter().all(|height| (1.0..=HEIGHT).contains(height)),
        "{heights:?}"
    );
    Ok(())
}

//! What a reader does, in any browser, from the first line to the train's tunnel.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::readers;

const FACT: &str = "india-vmate-mau";
const TITLE: &str = "VMate grew by two thirds in half a year";

#[tokio::test(flavor = "multi_thread")]
async fn a_card_opens_is_counted_and_is_named_in_the_address() -> WebDriverResult<()> {
    for reader in readers().await? {
        let summary = format!("details[data-fact={FACT}] > summary");
        reader.click(&summary).await?;
        reader.until(&format!("location.hash === '#{FACT}'")).await?;
        reader.until("/^1 of /.test(document.querySelector('.story-tools [data-counter], [data-root=tools] [data-counter]').textContent)").await?;
        let claim = format!(
            "document.querySelector('details[data-fact={FACT}] .claim').getBoundingClientRect().height > 0"
        );
        assert_eq!(reader.ask(&claim).await?, true, "{}", reader.name);
        reader.click("[data-action=expand-all]").await?;
        reader.until("document.querySelectorAll('details[data-fact]:not([open])').length === 0").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_with_a_wrong_letter_is_found_and_leads_to_its_card() -> WebDriverResult<()> {
    for reader in readers().await? {
        reader.find("[data-action=search]").await?.send_keys("vmatte").await?;
        let result = format!("[data-search=list] a[href='#{FACT}']");
        // The list is drawn anew until the count has been told.
        reader.until("document.querySelector('.search [role=status]').textContent !== ''").await?;
        reader.find(&result).await?.click().await?;
        reader.until(&format!("document.querySelector('details[data-fact={FACT}]').open")).await?;
        let seen = format!(
            "(() => {{ const box = document.getElementById('{FACT}').getBoundingClientRect(); \
             return box.top >= 0 && box.top < innerHeight; }})()"
        );
        reader.until(&seen).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn sharing_ends_with_the_link_in_hand() -> WebDriverResult<()> {
    for reader in readers().await? {
        reader.open(&format!("/f/{FACT}/")).await?;
        reader.click(&format!("#{FACT} [data-action=share]")).await?;
        reader.until("document.querySelector('dialog.share').open").await?;
        let link = reader.ask("document.querySelector('[data-share=link]').value").await?;
        assert!(
            link.as_str().is_some_and(|link| link.ends_with(&format!("/f/{FACT}/"))),
            "{}: {link}",
            reader.name
        );
        reader.click("[data-copy=share-link]").await?;
        reader.until("document.querySelector('dialog.share [role=status]').textContent !== ''").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_theme_is_chosen_and_is_there_on_the_next_page() -> WebDriverResult<()> {
    for reader in readers().await? {
        reader.click("[data-action=theme]").await?;
        reader
            .until("document.querySelector('.comfort [name=theme][value=dark]')?.getClientRects().length > 0")
            .await?;
        reader.click(".comfort [name=theme][value=dark]").await?;
        reader.until("document.documentElement.dataset.theme === 'dark'").await?;
        reader.open(&format!("/f/{FACT}/")).await?;
        reader.until("document.documentElement.dataset.theme === 'dark'").await?;
        let scheme = reader.ask("getComputedStyle(document.documentElement).colorScheme").await?;
        assert_eq!(scheme, json!("dark"), "{}", reader.name);
    }
    Ok(())
}

/// Without spaces, and with every letter by itself: where a line ends, a PDF has no space, and it names ligatures as they
/// were set.
fn bare(words: &str) -> String {
    let ligatures = ["ff", "fi", "fl", "ffi", "ffl"].into_iter().zip('\u{fb00}'..);
    ligatures
        .fold(words.split_whitespace().collect(), |words: String, (letters, set)| words.replace(set, letters))
}

#[tokio::test(flavor = "multi_thread")]
async fn on_paper_every_card_is_open() -> WebDriverResult<()> {
    for reader in readers().await? {
        // WebKitGTK's driver does not print (`unknown command`).
        if reader.name == "webkit" {
            continue;
        }
        let pdf = reader.driver.print_page(thirtyfour::common::print::PrintParameters::default()).await?;
        let pdf = lopdf::Document::load_mem(&pdf).expect("a PDF");
        let pages: Vec<_> = pdf.get_pages().into_keys().collect();
        let text = bare(&pdf.extract_text(&pages).expect("words"));
        let claims = "[...document.querySelectorAll('.claim')].map((claim) => claim.textContent)";
        let claims = reader.ask(claims).await?;
        let claims: Vec<_> =
            claims.as_array().into_iter().flatten().filter_map(|claim| claim.as_str()).collect();
        assert!(claims.len() > 80, "{}: {} claims", reader.name, claims.len());
        for claim in claims {
            assert!(text.contains(&bare(claim)), "{}: {claim:?} is not printed", reader.name);
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_network_the_story_and_its_facts_are_there_again() -> WebDriverResult<()> {
    for reader in readers().await? {
        reader.until("navigator.serviceWorker?.ready !== undefined").await?;
        let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true));";
        reader.driver.execute_async(ready, Vec::new()).await?;
        reader.site.serve(None);
        reader.open("/").await?;
        reader.open(&format!("/f/{FACT}/")).await?;
        let title = reader.ask("document.querySelector('.fact-title').textContent").await?;
        assert_eq!(title, TITLE, "{}", reader.name);
    }
    Ok(())
}

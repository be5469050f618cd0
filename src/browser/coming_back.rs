//! Coming back: remembers where in the text a reader left, and offers them, when they come again, to go on from there.
//! Knows the line that offers it. What the browser does not keep, or has not kept well, is not offered.

use web_sys::{Element, Event};

use super::whereabouts::{self, Place, Reached};
use super::{address, document, events, storage, window};

/// The line that offers.
const OFFER: &str = ".coming-back";

/// Offers to go on, and remembers how far the reader is whenever they turn away from the page. Not in a frame: what is
/// read in somebody's page is not for us to keep.
pub fn follow() {
    let (Some(document), Some(window)) = (document(), window()) else { return };
    let Ok(Some(offer)) = document.query_selector(OFFER) else { return };
    if !matches!(window.parent(), Ok(Some(parent)) if parent == window) {
        return;
    }
    make(&offer);
    events::listen(&offer.clone(), "click", move |event| {
        answer(&offer, event);
    });
    events::listen(&document, "visibilitychange", |_| {
        remember();
    });
    events::listen(&window, "pagehide", |_| {
        remember();
    });
}

/// Makes the offer to a reader who has just come to the head of the story, and by no link into its midst.
fn make(offer: &Element) -> Option<()> {
    let window = window()?;
    if !window.location().hash().ok()?.is_empty() || window.scroll_y().ok()? > 0.0 {
        return None;
    }
    let link = whereabouts::link(kept()?.section)?;
    offer.query_selector("b").ok()??.set_text_content(link.text_content().as_deref());
    offer.query_selector("a").ok()??.set_attribute("href", &link.get_attribute("href")?).ok()?;
    offer.remove_attribute("hidden").ok()
}

/// The reader goes on, or wishes it forgotten. To go on is to follow a link to the section, so that there is a way back,
/// and then to find the place in it: again while the browser still draws what is around it.
fn answer(offer: &Element, event: &Event) -> Option<()> {
    let pressed = events::target(event)?.closest("a, button").ok()??;
    let place = kept();
    offer.set_attribute("hidden", "").ok()?;
    if pressed.tag_name() != "A" {
        storage::forget(&key()?);
        return address::stand_at(&offer.previous_element_sibling()?);
    }
    let place = place?;
    events::soon(move || {
        whereabouts::bring(place).and_then(|paragraph| address::stand_at(&paragraph));
        events::next_frame(move || {
            whereabouts::bring(place);
            events::next_frame(move || {
                whereabouts::bring(place);
            });
        });
    });
    Some(())
}

/// Keeps the place; of a reader at the beginning what was kept before, of one who has read to the end nothing.
fn remember() -> Option<()> {
    match whereabouts::reached() {
        Reached::Head | Reached::Text(Place { section: 0, paragraph: 0, .. }) => {}
        Reached::End => storage::forget(&key()?),
        // Who has only looked in, and left the offer standing, finds it again.
        Reached::Text(place) if is_offered() && kept().is_some_and(|kept| kept > place) => {}
        Reached::Text(Place { section, paragraph, part }) => {
            let link = whereabouts::link(section)?.get_attribute("href")?;
            let place = [link.strip_prefix('#')?, &paragraph.to_string(), &part.to_string()].join(" ");
            storage::write(&key()?, &place);
        }
    }
    Some(())
}

fn is_offered() -> bool {
    let offer = document().and_then(|document| document.query_selector(OFFER).ok()?);
    offer.is_some_and(|offer| !offer.has_attribute("hidden"))
}

/// The place that was kept, if it is one.
fn kept() -> Option<Place> {
    let kept = storage::read(&key()?)?;
    let mut words = kept.split(' ');
    let section = whereabouts::section(words.next()?)?;
    let mut number = || words.next()?.parse().ok();
    Some(Place { section, paragraph: number()?, part: number()? })
}

/// One for each story: several can stand on one host.
fn key() -> Option<String> {
    Some(String::from("chuhai-place ") + &window()?.location().pathname().ok()?)
}

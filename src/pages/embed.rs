//! `/e/…`: the story, a section or a fact made for a frame in somebody's page. Knows what is left out there and how
//! its links lead out, not how a part looks nor what the host is.

use yew::prelude::*;

use super::{Page, Press, section as whole};
use crate::components::{FactCard, Level, Stage};
use crate::content::{FactRef, SectionRef};
use crate::pattern::fill;

/// A section alone.
pub(super) fn section(at: SectionRef, stage: &Stage, press: &dyn Press) -> Html {
    html! { <main class="page">{whole::root(at, stage, true, press)}</main> }
}

/// A fact's card alone, closed.
pub(super) fn fact(at: FactRef, stage: &Stage) -> Html {
    let section = stage.story[stage.story[at].section].id.clone();
    html! {
        <main class="page" data-section={section}>
            <FactCard stage={stage.clone()} fact={at} level={Level::One} framed=true />
        </main>
    }
}

/// What stands around every embed: the box whose height the host is told, and the way into the story.
pub(super) fn frame(page: Page, main: Html, stage: &Stage) -> Html {
    let (story, links) = (&stage.story, &stage.links);
    let into = match page.shown() {
        Page::Section(at) => format!("{}#{}", links.story(), story[at].id),
        Page::Fact(at) => links.fact_in_story(at),
        _ => links.story(),
    };
    let credit = fill(&story.ui.from_story, &[("story", &story.title), ("site", &story.ui.site)]);
    html! {
        <div class="embed">
            {main}
            <footer class="from"><a href={into}>{credit}</a></footer>
        </div>
    }
}

/// Makes every link that leaves the page leave the frame too: a host's frame is no place for another page. Links are
/// never part of what is brought to life, so the browser finds them as they are written here.
pub(super) fn leading_out(html: &str) -> String {
    let mut parts = html.split("<a ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let tag = part.split('>').next().unwrap_or_default();
        out += if tag.contains("href=\"#") { "<a " } else { "<a target=\"_blank\" rel=\"noopener\" " };
        out += part;
    }
    out
}

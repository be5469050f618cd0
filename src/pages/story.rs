//! `/`: the whole story. Knows the order of its parts, not how a part looks.

use yew::prelude::*;

use super::{Press, section};
use crate::components::{
    Beside, Contents, RootProps, Rooted, Stage, ToolsProps, offer_to_go_on, prose, search_field,
    share_control, way, with_pauses,
};
use crate::pattern::fill;

/// As many sections as are read without a pause, some 60 KB of markup.
const SECTIONS: usize = 2;

/// The story's head, its contents, and its sections with the notes last.
pub(super) fn view(stage: &Stage, press: &dyn Press) -> Html {
    let story = &stage.story;
    html! {
        <main id="main" class="story">
            <header class="masthead">
                <h1>{&story.title}</h1>
                <p class="standfirst">{prose(&story.standfirst, stage)}</p>
                <p class="byline">{story.byline()}</p>
                if stage.shares { {offer_to_go_on(&story.ui.navigation)} }
            </header>
            <Contents stage={stage.clone()} />
            <div class="story-tools">
                <div data-root="tools">{tools(stage, press)}</div>
                if stage.shares { {share_control(&story.ui.share)} {search_field(&story.ui.search)} }
            </div>
            // Nothing sticks in a frame, and nothing is shared from one.
            if stage.shares { <><Beside stage={stage.clone()} />{way(&story.ui)}</> }
            {with_pauses(SECTIONS, story.sections().map(|(at, _)| section::root(at, stage, false, press)))}
        </main>
    }
}

fn tools(stage: &Stage, press: &dyn Press) -> Html {
    let words = &stage.story.ui;
    let total = stage.story.card_count().to_string();
    let tools = ToolsProps {
        section: None,
        label: words.all_cards.clone().into(),
        open_all: words.open_all.clone().into(),
        close_all: words.close_all.clone().into(),
        cards: fill(&words.cards, &[("total", &total)]).into(),
        count: words.count.clone().into(),
    };
    Html::from_html_unchecked(press.live(RootProps { rooted: Rooted::Tools(tools) }).into())
}

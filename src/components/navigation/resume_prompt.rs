//! Saves the reading position in the browser, and offers to continue from it. The position is section, paragraph and
//! percentage, never pixels.

use serde_tuple::{Deserialize_tuple, Serialize_tuple};
use yew::prelude::*;

use crate::hooks::reading_position::{ReadingPosition, ReadingState, Sections};
use crate::hooks::timers::next_frame;
use crate::hooks::{
    ListenOn, attempt, dom, events, focus, frames, scroll, storage, url, use_event, use_mount,
};
use crate::islands::Island;
use crate::ui_text::ResumePromptText;

/// Props of [`ResumePrompt`].
#[derive(Clone, Debug, Deserialize_tuple, Properties, PartialEq, Serialize_tuple)]
pub struct ResumePromptProps {
    /// The labels.
    pub text: ResumePromptText,
    /// Ids and names of all sections, the notes last.
    pub sections: Vec<(String, String)>,
}

impl Island for ResumePrompt {
    const NAME: &'static str = "resume-prompt";
}

/// Offers to continue. Empty if there is no saved position.
#[component]
pub fn ResumePrompt(props: &ResumePromptProps) -> Html {
    let sections = use_state_eq(Sections::default);
    let saved_position = use_state_eq(|| None::<ReadingPosition>);
    {
        let (sections, saved_position, all) =
            (sections.setter(), saved_position.setter(), props.sections.clone());
        use_mount(move || {
            // Embeds save no position.
            if frames::is_framed() {
                return;
            }
            sections.set(Sections::find(all.iter().map(|(id, _)| &**id)));
            // Not for readers who followed a link into the story, or have scrolled.
            if url::fragment().is_none() && scroll::is_at_top() {
                saved_position.set(load_position(&all));
            }
        });
    }
    let save_position = {
        let (sections, saved_position, all) =
            (sections.clone(), saved_position.clone(), props.sections.clone());
        move || save_position(sections.state(), *saved_position, &all)
    };
    {
        let save_position = save_position.clone();
        use_event(ListenOn::Document, "visibilitychange", move |_| save_position());
    }
    use_event(ListenOn::Window, "pagehide", move |_| save_position());

    let Some(position) = *saved_position else { return Html::default() };
    let Some((id, name)) = props.sections.get(position.section) else { return Html::default() };
    let resume = {
        let (sections, saved_position, id) = (sections.clone(), saved_position.setter(), id.clone());
        Callback::from(move |event: MouseEvent| {
            if events::is_modified_click(&event) {
                return;
            }
            saved_position.set(None);
            // Firefox would follow the link later, and Back would return to the scrolled position.
            event.prevent_default();
            attempt(|| url::set_fragment(&id));
            // Scrolls again while the browser lays out the sections around the position.
            scroll_to_position(&sections, position, 2);
        })
    };
    let dismiss = {
        let saved_position = saved_position.setter();
        Callback::from(move |_: MouseEvent| {
            saved_position.set(None);
            let _ = storage::remove(&key());
            attempt(|| focus::focus_unfocusable(&dom::find(".masthead .standfirst")?));
        })
    };
    let text = &props.text;
    let message = text.message();
    let (before, rest) = message.split_once('{').unwrap_or((&message, ""));
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    html! {
        <p class="resume-prompt">
            <span>{before}<b>{name}</b>{after}</span>
            {" "}<a href={format!("#{id}")} onclick={resume}>{text.resume()}</a>
            {" "}<button type="button" onclick={dismiss}>{text.dismiss()}</button>
        </p>
    }
}

/// Scrolls to a position and focuses its paragraph. Repeats this in the next `again` frames, because the layout may
/// change.
fn scroll_to_position(sections: &Sections, position: ReadingPosition, again: u32) {
    if let Some(paragraph) = sections.scroll_to(position) {
        attempt(|| focus::focus_unfocusable(&paragraph));
    }
    if again > 0 {
        let sections = sections.clone();
        next_frame(move || scroll_to_position(&sections, position, again - 1));
    }
}

/// Stores the position. At the start of the text, keeps the stored one. After the end, removes it.
fn save_position(
    state: ReadingState,
    saved_position: Option<ReadingPosition>,
    sections: &[(String, String)],
) {
    match state {
        ReadingState::BeforeText | ReadingState::InText(ReadingPosition { section: 0, paragraph: 0, .. }) => {
        }
        ReadingState::AfterText => drop(storage::remove(&key())),
        // Keeps a saved position that is further on.
        ReadingState::InText(position)
            if saved_position.is_some_and(|saved_position| saved_position > position) => {}
        ReadingState::InText(ReadingPosition { section, paragraph, percent }) => {
            if let Some((id, _)) = sections.get(section) {
                storage::write(&key(), &[id, &*paragraph.to_string(), &*percent.to_string()].join(" "));
            }
        }
    }
}

/// The stored position, if it is valid.
fn load_position(sections: &[(String, String)]) -> Option<ReadingPosition> {
    let stored = storage::read(&key())?;
    let mut words = stored.split(' ');
    let id = words.next()?;
    let section = sections.iter().position(|(known, _)| known == id)?;
    Some(ReadingPosition {
        section,
        paragraph: words.next()?.parse().ok()?,
        percent: words.next()?.parse().ok()?,
    })
}

/// One key per story, because an origin may host several. `src/js/first-paint.js` reads it too.
fn key() -> String {
    ["chuhai:reading-position ", &url::path()].concat()
}

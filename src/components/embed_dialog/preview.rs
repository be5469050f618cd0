//! The embed as a host page shows it.

use yew::prelude::*;

use crate::hooks::{Target, frames, use_event};

/// The height of a frame until it requests one, in pixels.
pub(super) const INITIAL_HEIGHT: u32 = 300;

/// What the preview shows.
#[derive(Properties, PartialEq)]
pub(super) struct EmbedPreviewProps {
    /// The accessible name.
    pub(super) label: AttrValue,
    /// The address of the embed; none while the dialog is closed.
    pub(super) address: Option<AttrValue>,
    /// How wide it is.
    pub(super) width: u32,
    /// How high it is.
    pub(super) height: u32,
    /// Called with the height that it requests.
    pub(super) on_height: Callback<u32>,
}

/// The frame with the embed. Each URL gets a new frame, because navigation in a frame adds to the history. The frame
/// is inert: cards stay closed while it is measured, and Escape closes the dialog.
#[component]
pub(super) fn EmbedPreview(props: &EmbedPreviewProps) -> Html {
    let EmbedPreviewProps { label, address, width, height, on_height } = props;
    let frame = use_node_ref();
    {
        let (frame, on_height) = (frame.clone(), on_height.clone());
        use_event(Target::Window, "message", move |event| {
            if let Some(height) = frames::requested_height(event, &frame) {
                on_height.emit(height);
            }
        });
    }
    html! {
        <div class="embed-viewport" data-ref="preview" role="group" tabindex="0" aria-label={label}>
            {for address.iter().map(|address| html! {
                <iframe
                    ref={&frame}
                    key={address.as_str()}
                    title={label}
                    inert=true
                    width={width.to_string()}
                    height={height.to_string()}
                    src={address}
                />
            })}
        </div>
    }
}

//! The embed as a host page shows it.

use yew::prelude::*;

use crate::hooks::{Target, frames, use_event};

/// The height of a frame until it has asked for one, in pixels.
pub(super) const INITIAL_HEIGHT: u32 = 300;

/// What the preview shows.
#[derive(Properties, PartialEq)]
pub(super) struct EmbedPreviewProps {
    /// Names it for screen readers.
    pub(super) label: AttrValue,
    /// The address of the embed; none while the dialog is closed.
    pub(super) address: Option<AttrValue>,
    /// How wide it is.
    pub(super) width: u32,
    /// How high it is.
    pub(super) height: u32,
    /// Called with the height that it asks for.
    pub(super) on_height: Callback<u32>,
}

/// A frame with the embed. Each address has a frame of its own: another address in the same frame would be a step in
/// the reader's history. The frame is inert: a card opened in it would be measured open, and Escape pressed in it would
/// not close the dialog.
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

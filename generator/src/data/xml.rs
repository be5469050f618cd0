//! Writes XML documents, for the feed and the sitemap.

use anyhow::Result;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An indented XML document.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Starts a document with the XML declaration.
    pub(super) fn new() -> Result<Self> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        Ok(Self(writer))
    }

    pub(super) fn start(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        Ok(self.0.write_event(Event::Start(start))?)
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        Ok(self.0.write_event(Event::Empty(start))?)
    }

    pub(super) fn end(&mut self, name: &str) -> Result<()> {
        Ok(self.0.write_event(Event::End(BytesEnd::new(name)))?)
    }

    /// Writes an element that holds text.
    pub(super) fn text(&mut self, name: &str, text: &str) -> Result<()> {
        self.start(name, &[])?;
        self.0.write_event(Event::Text(BytesText::new(text)))?;
        self.end(name)
    }

    /// Returns the bytes, with a line break at the end.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }
}

//! Generates synthetic content of the story's shape, any number of times as long, always the same for the same length.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Result;
use fastrand::Rng;

use crate::{id_registry, paths};

/// The real story's shape: what one section holds.
const PARAGRAPHS: usize = 5;
const CARDS_PER_PARAGRAPH: [usize; PARAGRAPHS] = [2, 3, 2, 2, 2];
const PROSE_FACTS: usize = 7;
const ENTITIES: usize = 12;
const RECORDS: usize = 7;
const SECTIONS: usize = 9;

/// The benchmark's search term: about one card in twenty holds it, as in the peers.
pub const RARE_WORD: &str = "storm";

const WORDS: &str = "the a of to in on with from by and then who that which had was were went came saw heard told kept \
    harbour market letter engine bridge window garden winter summer valley mountain village station signal record ledger \
    archive survey census figure measure balance grain timber copper silver cotton paper glass stone canal lantern compass \
    anchor vessel cargo frontier treaty council minister teacher farmer printer sailor merchant banker painter singer \
    neighbour stranger reader writer student method sample result pattern question answer success memory habit promise \
    rumour debate election policy price profit credit market growth recovery vaccine hospital workshop railway tunnel \
    airport ticket journey speed weight current wave beam mirror shadow colour surface metal mineral carbon atom cell \
    quiet bright narrow heavy ancient modern remote local common rare simple gradual sudden steady silent distant deep";

/// Generates a content folder, `scale` times as long as the real story.
///
/// # Errors
///
/// If a file cannot be written.
pub fn generate(folder: &Path, scale: usize) -> Result<()> {
    let mut generator = Generator { random: Rng::with_seed(2020), words: WORDS.split_whitespace().collect() };
    let sections: Vec<String> = (1..=SECTIONS * scale).map(|at| format!("port-{at}")).collect();
    let mut ledger = String::new();
    fs::create_dir_all(folder.join("sections"))?;
    for section in &sections {
        generator.section(folder, section, &mut ledger)?;
    }
    let listed: Vec<_> = sections.iter().map(|section| format!("\"{section}\"")).collect();
    let story = format!(
        "title = \"{}\"\nstandfirst = \"{}\"\ndescription = \"{}\"\ncredit = \"{}\"\nsections = [{}]\n\n\
         [source-article]\noutlet = \"An outlet\"\noutlet-script = \"报\"\nlanguage = \"zh-Hans\"\nauthor = \"An author\"\n\
         editor = \"An editor\"\ndate = \"2020\"\nwhen = \"early 2020\"\n",
        generator.name(),
        generator.sentence(30),
        generator.sentence(20),
        generator.sentence(20),
        listed.join(", "),
    );
    fs::write(folder.join("story.toml"), story)?;
    fs::write(folder.join("sections/notes.md"), generator.head("Notes"))?;
    fs::write(folder.join("entities.toml"), generator.entities(&sections))?;
    fs::write(folder.join("sources.toml"), generator.sources(&sections))?;
    fs::write(folder.join("omissions.toml"), "")?;
    fs::write(folder.join("ledger.toml"), ledger + "ref-01 = []\n")?;
    fs::copy(paths::project().join("content/ui-text.toml"), folder.join("ui-text.toml"))?;
    id_registry::register(folder, "2020-01-01")?;
    Ok(())
}

struct Generator {
    random: Rng,
    words: Vec<&'static str>,
}

impl Generator {
    fn word(&mut self) -> &'static str {
        // Squared, so that the first words of the list are the most common, as in English.
        let at = self.random.f64().powi(2) * self.words.len() as f64;
        self.words[(at as usize).min(self.words.len() - 1)]
    }

    fn sentence(&mut self, words: usize) -> String {
        let mut text = String::new();
        for at in 0..words {
            let ends = at + 1 == words || self.random.usize(..14) == 0;
            let word = self.word();
            let starts = text.is_empty() || text.ends_with(". ");
            match word.split_at(1) {
                (first, rest) if starts => text += &(first.to_uppercase() + rest),
                _ => text += word,
            }
            text += if ends { ". " } else { " " };
        }
        text.trim_end().to_owned()
    }

    /// A sentence in which the words that are common elsewhere are rare.
    fn other_sentence(&mut self, words: usize) -> String {
        self.words.reverse();
        let sentence = self.sentence(words);
        self.words.reverse();
        sentence
    }

    fn title(&mut self) -> String {
        self.sentence(6).replace('.', "")
    }

    /// A name, short enough for every line that holds one.
    fn name(&mut self) -> String {
        self.sentence(2).replace('.', "")
    }

    fn head(&mut self, region: &str) -> String {
        format!(
            "+++\ntitle = \"{}\"\nstandfirst = \"{}\"\nregion = \"{region}\"\n+++\n",
            self.title(),
            self.sentence(18)
        )
    }

    fn section(&mut self, folder: &Path, section: &str, ledger: &mut String) -> Result<()> {
        let facts = folder.join("facts").join(section);
        fs::create_dir_all(&facts)?;
        let mut body = self.head(section);
        let mut cards = 0;
        for (paragraph, here) in CARDS_PER_PARAGRAPH.into_iter().enumerate() {
            write!(body, "\n{}", self.sentence(70))?;
            for told in (0..PROSE_FACTS).filter(|told| told % PARAGRAPHS == paragraph) {
                let id = format!("{section}-told-{told}");
                write!(body, " {} [{}](#{id}).", self.sentence(4), self.word())?;
                fs::write(facts.join(format!("{id}.toml")), self.prose_fact(section))?;
                writeln!(ledger, "{id} = []")?;
            }
            writeln!(body, "\n")?;
            for _ in 0..here {
                let id = format!("{section}-fact-{cards}");
                write!(body, "[[{id}]] ")?;
                let number = self.random.u32(2..98_000);
                fs::write(facts.join(format!("{id}.toml")), self.card(section, cards, number))?;
                writeln!(ledger, "{id} = [\"{number}\"]")?;
                cards += 1;
            }
            writeln!(body)?;
        }
        Ok(fs::write(folder.join("sections").join(format!("{section}.md")), body)?)
    }

    fn prose_fact(&mut self, section: &str) -> String {
        format!(
            "title = \"{}\"\nkind = \"culture\"\nentities = [\"{section}-{}\"]\ndate = \"2020\"\nverdict = \"unverified\"\n\
             claim = \"{}\"\nnotes = [\"{}\"]\n",
            self.title(),
            self.random.usize(..ENTITIES),
            self.sentence(24),
            self.sentence(16),
        )
    }

    /// A card. The first cards of a section name each entity and record once, so that none is unused.
    fn card(&mut self, section: &str, at: usize, number: u32) -> String {
        let second = if at == 0 { format!(", \"{section}-{}\"", ENTITIES - 1) } else { String::new() };
        let record = at % RECORDS;
        let rare =
            if self.random.usize(..20) == 0 { format!(" After the {RARE_WORD}.") } else { String::new() };
        format!(
            "title = \"{}\"\nkind = \"audience size\"\nentities = [\"{section}-{at}\"{second}]\ndate = \"2019-12\"\n\
             verdict = \"confirmed\"\nwhy = \"{}\"\nclaim = \"{}\"\nadds = \"{}{rare}\"\ncontext = \"{}\"\nnotes = [\"{}\"]\n\
             references = [\"ref-01\"]\nrecords = [\"{section}-S{record}\"]\n\n[figure]\ntext = \"{number}\"\nvalue = {number}\n\
             unit = \"{}\"\n",
            self.title(),
            self.sentence(18),
            self.sentence(28),
            self.other_sentence(40),
            self.sentence(30),
            self.sentence(26),
            self.word(),
        )
    }

    fn entities(&mut self, sections: &[String]) -> String {
        let ids = sections.iter().flat_map(|section| (0..ENTITIES).map(move |at| format!("{section}-{at}")));
        ids.map(|id| {
            // Unlike any words of the prose, where the first mention of a name must be marked.
            let (name, what) = (self.name(), self.sentence(14));
            format!("[{id}]\nname = \"{name} {id}\"\nkind = \"product\"\nwhat = \"{what}\"\nregions = []\n\n")
        })
        .collect()
    }

    fn sources(&mut self, sections: &[String]) -> String {
        let reference = "[references.ref-01]\nnumber = 1\ntitle = \"A list\"\noutlet = \"A paper\"\n\
                         printed-date = \"2020\"\nnote = \"Made up.\"\n\n";
        let ids = sections.iter().flat_map(|section| (0..RECORDS).map(move |at| format!("{section}-S{at}")));
        let records = ids.map(|id| {
            let title = self.sentence(8);
            format!(
                "[records.{id}]\ntitle = \"{title}\"\noutlet = \"An archive\"\ndate = \"May 2019\"\n\
                 urls = [\"https://example.org/{id}\"]\n\n"
            )
        });
        [reference.to_owned()].into_iter().chain(records).collect()
    }
}

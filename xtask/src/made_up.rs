//! Writes a made-up story of the real one's shape, any number of times as long, always the same for the same length.
//! Knows the format of content files, not what is measured with them.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Result;
use fastrand::Rng;

use crate::{published, root};

/// The real story's shape, counted once: what one of its sections holds.
const PARAGRAPHS: usize = 5;
const CARDS_A_PARAGRAPH: [usize; PARAGRAPHS] = [2, 3, 2, 2, 2];
const TOLD: usize = 7;
const ENTITIES: usize = 12;
const RECORDS: usize = 7;
const SECTIONS: usize = 9;

/// A word that about one card in twenty holds, as in the benchmark's peers: what is searched for.
pub const RARE: &str = "storm";

const WORDS: &str = "the a of to in on with from by and then who that which had was were went came saw heard told kept \
    harbour market letter engine bridge window garden winter summer valley mountain village station signal record ledger \
    archive survey census figure measure balance grain timber copper silver cotton paper glass stone canal lantern compass \
    anchor vessel cargo frontier treaty council minister teacher farmer printer sailor merchant banker painter singer \
    neighbour stranger reader writer student method sample result pattern question answer success memory habit promise \
    rumour debate election policy price profit credit market growth recovery vaccine hospital workshop railway tunnel \
    airport ticket journey speed weight current wave beam mirror shadow colour surface metal mineral carbon atom cell \
    quiet bright narrow heavy ancient modern remote local common rare simple gradual sudden steady silent distant deep";

/// Writes the content folder, `scale` times as long as the real story.
///
/// # Errors
///
/// If a file cannot be written.
pub fn write(folder: &Path, scale: usize) -> Result<()> {
    let mut author = Author { random: Rng::with_seed(2020), words: WORDS.split_whitespace().collect() };
    let sections: Vec<String> = (1..=SECTIONS * scale).map(|at| format!("port-{at}")).collect();
    let mut ledger = String::new();
    fs::create_dir_all(folder.join("sections"))?;
    for section in &sections {
        author.section(folder, section, &mut ledger)?;
    }
    let listed: Vec<_> = sections.iter().map(|section| format!("\"{section}\"")).collect();
    let story = format!(
        "title = \"{}\"\nstandfirst = \"{}\"\ndescription = \"{}\"\ncredit = \"{}\"\nsections = [{}]\n\n\
         [source-article]\noutlet = \"An outlet\"\noutlet-script = \"报\"\nlanguage = \"zh-Hans\"\nauthor = \"An author\"\n\
         editor = \"An editor\"\ndate = \"2020\"\nwhen = \"early 2020\"\n",
        author.name(),
        author.sentence(30),
        author.sentence(20),
        author.sentence(20),
        listed.join(", "),
    );
    fs::write(folder.join("story.toml"), story)?;
    fs::write(folder.join("sections/notes.md"), author.head("Notes"))?;
    fs::write(folder.join("entities.toml"), author.entities(&sections))?;
    fs::write(folder.join("sources.toml"), author.sources(&sections))?;
    fs::write(folder.join("omissions.toml"), "")?;
    fs::write(folder.join("ledger.toml"), ledger + "ref-01 = []\n")?;
    fs::copy(root::project().join("content/ui-text.toml"), folder.join("ui-text.toml"))?;
    published::publish(folder, "2020-01-01")?;
    Ok(())
}

struct Author {
    random: Rng,
    words: Vec<&'static str>,
}

impl Author {
    fn word(&mut self) -> &'static str {
        // Squared, so that the first words of the list are as common as such words are.
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

    /// Short enough for every line that names stand on.
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
        for (paragraph, here) in CARDS_A_PARAGRAPH.into_iter().enumerate() {
            write!(body, "\n{}", self.sentence(70))?;
            for told in (0..TOLD).filter(|told| told % PARAGRAPHS == paragraph) {
                let id = format!("{section}-told-{told}");
                write!(body, " {} [{}](#{id}).", self.sentence(4), self.word())?;
                fs::write(facts.join(format!("{id}.toml")), self.told(section))?;
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

    fn told(&mut self, section: &str) -> String {
        format!(
            "title = \"{}\"\nkind = \"culture\"\nentities = [\"{section}-{}\"]\ndate = \"2020\"\nverdict = \"unverified\"\n\
             claim = \"{}\"\nnotes = [\"{}\"]\n",
            self.title(),
            self.random.usize(..ENTITIES),
            self.sentence(24),
            self.sentence(16),
        )
    }

    /// A card; the first ones of a section name each entity and record once, so that none is idle.
    fn card(&mut self, section: &str, at: usize, number: u32) -> String {
        let second = if at == 0 { format!(", \"{section}-{}\"", ENTITIES - 1) } else { String::new() };
        let record = at % RECORDS;
        let rare = if self.random.usize(..20) == 0 { format!(" After the {RARE}.") } else { String::new() };
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
            // Not a run of words that the prose may hold by chance: the first mention of a name is marked.
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

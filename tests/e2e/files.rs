//! The files of the built site: links resolve, and every card is whole without scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chuhai::content::text::plain;
use chuhai::content::{Story, load};
use chuhai::routes::Page;
use generator::og_images;
use generator::paths::{dist, project};
use scraper::{Html, Selector};

use crate::fleet;

/// Where the links of a page lead, and the anchors that links can lead to.
struct PageLinks {
    links: Vec<String>,
    ids: BTreeSet<String>,
}

/// Every HTML file, by its path below the site's root.
fn pages() -> BTreeMap<PathBuf, PageLinks> {
    let mut pages = BTreeMap::new();
    walk(&dist(), &mut pages);
    let most = Page::all(&story()).len();
    assert!(pages.len() >= most, "{} of {most} pages are in {}", pages.len(), dist().display());
    pages
}

fn walk(folder: &Path, pages: &mut BTreeMap<PathBuf, PageLinks>) {
    for entry in fs::read_dir(folder).expect("a built site").flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, pages);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            let html = Html::parse_document(&fs::read_to_string(&path).expect("a page"));
            let all = |selector: &str, name: &str| -> Vec<String> {
                let selector = Selector::parse(selector).expect("a selector");
                html.select(&selector)
                    .filter_map(|found| Some(found.value().attr(name)?.to_owned()))
                    .collect()
            };
            let mut links = all("[href]", "href");
            for name in ["src", "data-program", "data-wasm"] {
                links.extend(all(&format!("[{name}]"), name));
            }
            for style in html.select(&Selector::parse("style").expect("a selector")) {
                let style: String = style.text().collect();
                let fonts = style.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
                links.extend(fonts.map(|font| font.trim_matches('"').to_owned()));
            }
            let ids = all("[id]", "id").into_iter().collect();
            pages.insert(path, PageLinks { links, ids });
        }
    }
}

#[test]
fn every_internal_link_and_fragment_leads_somewhere() {
    let pages = pages();
    let mut dead = Vec::new();
    for (page, PageLinks { links, .. }) in &pages {
        for link in links.iter().filter(|link| !link.contains("://")) {
            let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
            let path = path.split_once('?').map_or(path, |(path, _)| path);
            let folder = page.parent().expect("a folder");
            let base = if path.starts_with('/') { dist() } else { folder.to_owned() };
            let mut target =
                if path.is_empty() { page.clone() } else { base.join(path.trim_start_matches('/')) };
            if target.is_dir() {
                target = target.join("index.html");
            }
            let target = fs::canonicalize(&target).unwrap_or(target);
            let there = target.is_file();
            let found =
                fragment.is_empty() || pages.get(&target).is_some_and(|page| page.ids.contains(fragment));
            if !(there && found) {
                dead.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert_eq!(dead, Vec::<String>::new());
}

#[test]
fn every_page_but_404_works_in_any_folder() {
    for (page, PageLinks { links, .. }) in pages().into_iter().filter(|(page, _)| !page.ends_with("404.html"))
    {
        let rooted: Vec<_> = links.iter().filter(|link| link.starts_with('/')).collect();
        assert!(rooted.is_empty(), "{}: {rooted:?}", page.display());
    }
}

#[test]
fn embeds_images_data_and_citations_of_former_ids_are_those_of_their_successors() {
    let read = |file: &str| fs::read(fleet::site_dir().join(file)).unwrap_or_else(|_| panic!("no {file}"));
    let fact_files = ["{}/fact.json"].as_slice();
    for (former, successor, more) in
        [("s/old-quay", "s/harbour", &[][..]), ("f/ha-ferry-price", "f/ha-ferry-fare", fact_files)]
    {
        let files = ["e/{}/index.html", "og/{}.png", "oembed/{}.json", "{}/cite.bib"];
        for file in files.iter().chain(more) {
            let [former, successor] = [former, successor].map(|id| file.replace("{}", id));
            assert!(read(&former) == read(&successor), "{former} is not {successor}");
        }
        let page = String::from_utf8(read(&format!("{former}/index.html"))).expect("a page");
        assert!(page.contains(&format!("/oembed/{successor}.json")), "{former} leads to no oEmbed file");
    }
}

fn story() -> Story {
    load::story(&project().join("content")).expect("content without mistakes")
}

#[test]
fn every_word_of_every_card_is_in_the_story_without_a_script() {
    let story = story();
    let text = fs::read_to_string(dist().join("index.html")).expect("the story");
    let html = Html::parse_document(&text);
    let mut cards = 0;
    for fact in story.sections.iter().flat_map(|section| &section.cards).map(|card| &story[*card]) {
        cards += 1;
        let selector = Selector::parse(&format!("article:has(> [id='{}'])", fact.id)).expect("a selector");
        let card: String = html.select(&selector).flat_map(|card| card.text()).collect();
        // Sums are kept on one line.
        let card = card.replace('\u{a0}', " ");
        let says = if fact.adds.is_empty() { &fact.claim } else { &fact.adds };
        let mut words = vec![fact.title.clone(), plain(says), plain(&fact.why), plain(&fact.yardstick)];
        words.extend(fact.notes.iter().map(|note| plain(note)));
        words.extend(fact.date_text.clone());
        words.extend(fact.figure.iter().map(|figure| figure.unit.clone()));
        for words in words {
            assert!(card.contains(&words), "{}: {words:?} is not on the card", fact.id);
        }
    }
    assert!(cards > 0, "the story has no cards");
}

#[test]
fn every_reference_record_entity_and_omission_is_in_the_endnotes() {
    let story = story();
    let text = fs::read_to_string(dist().join("s/notes/index.html")).expect("the notes");
    let ids = story.references.iter().map(|reference| reference.id.clone());
    let ids = ids.chain(story.records.iter().map(|record| record.id.clone()));
    let ids = ids.chain(story.entities.iter().map(|entity| format!("entity-{}", entity.id)));
    for id in ids {
        assert!(text.contains(&format!("id=\"{id}\"")), "no {id}");
    }
    for row in &story.omissions {
        assert!(text.contains(&row.id), "no {}", row.id);
    }
}

#[test]
fn every_page_has_its_image_within_its_limits() {
    let story = story();
    let files: Vec<_> = Page::all(&story).into_iter().filter_map(|page| page.image(&story)).collect();
    assert!(!files.is_empty(), "no page has an image");
    for file in files {
        let bytes = fs::read(dist().join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(bytes.len() <= og_images::MAX_BYTES, "{file} has {} bytes", bytes.len());
        let decoder = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
        let size = (decoder.info().width, decoder.info().height);
        assert_eq!(size, (og_images::WIDTH, og_images::HEIGHT), "{file}");
    }
}

#[test]
fn the_program_names_no_folder_of_the_machine_that_built_it() {
    let files = fs::read_dir(dist()).expect("a site").flatten().map(|entry| entry.path());
    let programs: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|ending| ending == "wasm")).collect();
    let [program] = &programs[..] else { panic!("{programs:?}") };
    let program = fs::read(program).expect("the program");
    let home = std::env::home_dir().expect("a home");
    for folder in [home.join(".cargo"), home.join(".rustup"), project().join("src")] {
        let name = folder.to_str().expect("a name").as_bytes();
        assert!(!program.windows(name.len()).any(|bytes| bytes == name), "{}", folder.display());
    }
}

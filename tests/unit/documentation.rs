//! The guides: each is short, and the files that it names exist.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fixture_content::project;

/// Folders that are built or fetched.
const NOT_OURS: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// What only a built site or an edition has.
const BUILT: [&str; 2] = ["target/", "dist/"];

/// Each Markdown file of the project, but sections of stories, and the changelog, which names files that are gone.
fn guides() -> Vec<PathBuf> {
    let mut guides = Vec::new();
    add_guides(&project(), &mut guides);
    guides
}

fn add_guides(folder: &Path, guides: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the project").flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() {
            if !NOT_OURS.iter().any(|other| name == *other) && name != "sections" {
                add_guides(&path, guides);
            }
        } else if path.extension().is_some_and(|ending| ending == "md") && name != "CHANGELOG.md" {
            guides.push(path);
        }
    }
}

#[test]
fn every_file_that_a_guide_links_to_exists() {
    let mut links = 0;
    for guide in guides() {
        let text = fs::read_to_string(&guide).expect("a guide");
        let addresses = ["](", "src=\"", "srcset=\""].into_iter().flat_map(|start| text.split(start).skip(1));
        let addresses = addresses.filter_map(|rest| rest.split([')', '"', ' ', '#']).next());
        for address in addresses.filter(|address| {
            !address.is_empty()
                && !address.contains("://")
                && !address.starts_with(['@', '#'])
                && !address.contains("SITE")
        }) {
            assert!(guide.with_file_name(address).exists(), "{} links to {address}", guide.display());
            links += 1;
        }
    }
    assert!(links > 0, "no guide has a link");
}

/// A path begins at the root, at the guide's folder, or at a folder that the guide describes.
#[test]
fn every_file_that_a_guide_names_exists() {
    let mut names = 0;
    for guide in guides() {
        let text = fs::read_to_string(&guide).expect("a guide");
        let text: String = text.split("```").step_by(2).collect();
        let folder = guide.parent().expect("a folder");
        let bases = [project(), folder.to_owned(), folder.join("src"), folder.join("components")];
        let bases = [bases.as_slice(), &[project().join("tests"), project().join("src")]].concat();
        for name in text.split('`').skip(1).step_by(2).filter(|name| is_file_name(name)) {
            let exists = bases.iter().any(|base| base.join(name).exists());
            assert!(exists, "{} names `{name}`", guide.display());
            names += 1;
        }
    }
    assert!(names > 0, "no guide names a file");
}

/// Whether words in backticks are a path below a folder, such as `js/boot.js`.
fn is_file_name(name: &str) -> bool {
    let is_path = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
    let ending = name.rsplit('/').next().and_then(|file| file.rsplit_once('.'));
    name.contains('/')
        && name.chars().all(is_path)
        && ending.is_some_and(|(stem, _)| !stem.is_empty())
        && !BUILT.iter().any(|folder| name.starts_with(folder))
}

#[test]
fn the_readme_has_at_most_6500_letters() {
    let letters = fs::read_to_string(project().join("README.md")).expect("the README").chars().count();
    assert!(letters <= 6500, "{letters} letters");
}

//! The guides: each is short, and its links resolve.

use std::fs;

use crate::fixture_content::project;

const GUIDES: [&str; 9] = [
    "README.md",
    "CONTRIBUTING.md",
    "content/README.md",
    "src/README.md",
    "style/README.md",
    "tests/README.md",
    "xtask/README.md",
    "generator/README.md",
    "generator/hosting/README.md",
];

#[test]
fn every_file_that_a_guide_leads_to_is_there() {
    for guide in GUIDES {
        let file = project().join(guide);
        let text = fs::read_to_string(&file).expect(guide);
        let links = ["](", "src=\"", "srcset=\""].into_iter().flat_map(|start| text.split(start).skip(1));
        let addresses = links.filter_map(|rest| rest.split([')', '"', ' ', '#']).next());
        for address in addresses.filter(|address| {
            !address.is_empty()
                && !address.contains("://")
                && !address.starts_with(['@', '#'])
                && !address.contains("SITE")
        }) {
            assert!(file.with_file_name(address).exists(), "{guide} leads to {address}");
        }
    }
}

#[test]
fn the_readme_is_read_in_two_minutes() {
    let letters = fs::read_to_string(project().join("README.md")).expect("the README").chars().count();
    assert!(letters <= 6500, "{letters} letters");
}

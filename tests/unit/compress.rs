//! Precompressed files: written beside the originals, and cached by content.

use std::fs;
use std::io::Read;

use flate2::read::GzDecoder;
use generator::prerender::compress::write_precompressed;

#[test]
fn compressed_files_are_cached_and_evicted() {
    let (site, kept) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let page = site.path().join("f/index.html");
    fs::create_dir_all(page.parent().expect("a folder")).expect("a folder");
    let words = "Two boats lie here. ".repeat(50);
    fs::write(&page, &words).expect("a page");
    fs::write(site.path().join("image.png"), [0; 99]).expect("an image");
    fs::write(site.path().join("fixture.json"), "1").expect("data");
    assert_eq!(write_precompressed(site.path(), kept.path()).expect("compressed files"), 4);
    let (mut zipped, mut brotlied) = (String::new(), Vec::new());
    let open =
        |ending: &str| fs::File::open(site.path().join(format!("f/index.html.{ending}"))).expect("a file");
    GzDecoder::new(open("gz")).read_to_string(&mut zipped).expect("gzip");
    brotli::BrotliDecompress(&mut open("br"), &mut brotlied).expect("brotli");
    assert_eq!((zipped.as_str(), brotlied.as_slice()), (words.as_str(), words.as_bytes()));
    for none in ["image.png.br", "fixture.json.br", "fixture.json.gz", "f/index.html.br.br"] {
        assert!(!site.path().join(none).exists(), "{none}");
    }
    assert_eq!(write_precompressed(site.path(), kept.path()).expect("compressed files"), 0);
    fs::remove_file(&page).expect("a file that can be removed");
    write_precompressed(site.path(), kept.path()).expect("compressed files");
    assert_eq!(fs::read_dir(kept.path()).expect("a folder").count(), 2);
}

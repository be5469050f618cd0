"""Makes the fonts of the pages and of the pictures from what README.md says to download: instances, subsets, names of
our own."""

import json
import sys
from pathlib import Path

from fontTools.otlLib.optimize.gpos import compact
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LATIN = (
    [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2BB, 0x2BD), *range(0x300, 0x32A), *range(0x1E00, 0x1F00)]
    + [*range(0x2010, 0x2028), *range(0x2030, 0x203B), 0x2044, *range(0x2070, 0x208F), *range(0x20A0, 0x20C0)]
    + [0x2116, 0x2122, *range(0x2150, 0x215F), *range(0x2190, 0x2194), 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265]
)
# A story may be told in Greek or in any language of Cyrillic.
LETTERS = LATIN + [*range(0x370, 0x400), *range(0x400, 0x530), *range(0x1F00, 0x2000)]
# What pages print: ASCII, the letters of names, punctuation, signs of sums, arrows. A letter costs 40 to 60 bytes.
PAGES = [*range(0x20, 0x7F), 0xA0, *map(ord, "áãçéêíñóôöúüä" "–—‘’“”…" "·°×÷½−" "←↑→↓")]
# What stands on controls alone.
CONTROLS = [*map(ord, "↕⌘")]
DEVANAGARI = [0x20, 0x200C, 0x200D, 0x25CC, *range(0x900, 0x980)]
WIDE = [0x20, 0xB7, *range(0x3000, 0x3030), *range(0xFF01, 0xFF60)]


def rows(codec, first, last):
    """The characters of some rows of a 94 by 94 character set."""
    cells = (bytes([row, cell]) for row in range(first, last + 1) for cell in range(0xA1, 0xFF))
    return [ord(text) for text in (cell.decode(codec, "ignore") for cell in cells) if text]


def japanese(characters):
    """Kana, the kanji that schools teach (as CLDR lists them), and level 1 of JIS X 0208, which names are from."""
    taught = json.loads(characters.read_text("utf-8"))["main"]["ja"]["characters"]["exemplarCharacters"]
    kana = range(0x3041, 0x3100)
    return [ord(letter) for letter in taught if ord(letter) > 0x7F] + [*kana] + rows("euc_jp", 0xB0, 0xCF)


def cut(font, letters, features, names):
    """Takes out of the font all but these letters and features, and what only programs for setting type read."""
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = names
    options.notdef_outline = True
    options.drop_tables += ["BASE", "vhea", "vmtx", "VORG", "STAT", "DSIG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)


def name(font, family, style="Regular"):
    """Names of our own beside the ones that are left: the licence asks it of modified versions."""
    names = font["name"]
    names.names = [name for name in names.names if name.platformID == 3 and name.langID == 0x409]
    whole = family if style == "Regular" else f"{family} {style}"
    own = {1: family, 2: style, 3: whole, 4: whole, 5: "Version 1.000", 6: whole.replace(" ", "")}
    for place, text in own.items():
        names.setName(text, place, 3, 1, 0x409)
    return own


def make(source, target, family, letters, axes=None, number=-1, features=None):
    """A font of the pictures: the instance at some axes, with these letters, under our name."""
    font = TTFont(source, fontNumber=number, recalcTimestamp=False)
    if axes:
        font = instantiateVariableFont(font, axes)
    cut(font, letters, features or ["ccmp", "kern", "liga", "locl", "mark", "mkmk"], [0, 13, 14])
    own = name(font, family)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = own[6]
        for key, text in (("FullName", family), ("FamilyName", family)):
            setattr(cff.topDictIndex[0], key, text)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x21 | 0x40
    font["head"].macStyle = 0
    font.save(target)
    print(f"{target.name}: {len(font.getBestCmap())} letters, {target.stat().st_size} bytes")


def make_for_pages(source, target, family, letters, axes, style="Regular"):
    """A font of the pages: as few bytes as it can be. Cut before its axes are, its kerning comes out a fifth smaller. Its
    figures are lining and of one width without a feature that says so."""
    font = TTFont(source, recalcTimestamp=False)
    missing = [chr(letter) for letter in letters if letter not in font.getBestCmap()]
    if missing:
        sys.exit(f"{source.name} has no {' '.join(missing)}")
    font["fvar"].instances = []
    cut(font, letters, ["kern"], [0, 14])
    font = instantiateVariableFont(font, axes)
    for table in ("gasp", "GSUB", "MVAR", "prep"):
        if table in font:
            del font[table]
    compact(font, 1)
    name(font, family, style)
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {len(font.getBestCmap())} letters, {target.stat().st_size} bytes")


def make_script_for_pages(source, target, family, letters):
    """A font of another script for the pages, with every feature that joins its letters."""
    font = TTFont(source, recalcTimestamp=False)
    cut(font, letters, ["*"], [0, 14])
    name(font, family)
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {len(font.getBestCmap())} letters, {target.stat().st_size} bytes")


def main(sources, target, pages):
    serif, sans = sources / "SourceSerif4[opsz,wght].ttf", sources / "SourceSans3[wght].ttf"
    italic = sources / "SourceSerif4-Italic[opsz,wght].ttf"
    make_for_pages(serif, pages / "text.woff2", "Chuhai Text", PAGES, {"opsz": 20, "wght": (400, 600)})
    make_for_pages(italic, pages / "italic.woff2", "Chuhai Text", PAGES, {"opsz": 20, "wght": 400}, "Italic")
    make_for_pages(sans, pages / "label.woff2", "Chuhai Label", PAGES + CONTROLS, {"wght": (400, 600)})
    cjk = sources / "NotoSansCJK-Regular.ttc"
    make(serif, target / "display.ttf", "Chuhai Display", LETTERS, {"opsz": 40, "wght": 520})
    make(serif, target / "text.ttf", "Chuhai Text", LETTERS, {"opsz": 20, "wght": 400})
    make(sans, target / "figure.ttf", "Chuhai Figure", LETTERS, {"wght": 600})
    make(sans, target / "label.ttf", "Chuhai Label", LETTERS, {"wght": 440})
    make(cjk, target / "chinese.otf", "Chuhai Chinese", WIDE + rows("gb2312", 0xB0, 0xF7), number=2)
    make(cjk, target / "japanese.otf", "Chuhai Japanese", WIDE + japanese(sources / "characters.json"), number=0)
    make(cjk, target / "korean.otf", "Chuhai Korean", WIDE + rows("euc_kr", 0xB0, 0xC8), number=1)
    devanagari = sources / "NotoSansDevanagari-Regular.ttf"
    make_script_for_pages(devanagari, pages / "devanagari.woff2", "Chuhai Label", DEVANAGARI)
    make(devanagari, target / "devanagari.ttf", "Chuhai Devanagari", DEVANAGARI, features=["*"])


if __name__ == "__main__":
    here = Path(__file__).parent
    main(Path(sys.argv[1]), here, here.parent.parent / "style/fonts")

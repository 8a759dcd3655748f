#!/usr/bin/env python3
"""Multiplies the products with a picture of a catalogue, each with a picture of its own.

    benches/brochure/multiply.py FROM TO COUNT

Copies the catalogue FROM to TO, keeps its dossiers with a picture, and repeats them under new names until
there are COUNT products. Every picture is cut, mirrored and coloured in its own way, so that no two are
the same file and none can be shared in a PDF. The same in every run. Wants Pillow.
"""

import random
import shutil
import sys
from pathlib import Path

from PIL import Image, ImageEnhance, ImageOps


def picture(source: Path, place: Path, dice: random.Random) -> None:
    """One of many: 85 to 100 % of the picture at 1600 pixels, turned, lighter or darker, with grain."""
    with Image.open(source) as original:
        image = original.convert("RGB")
    part = dice.uniform(0.85, 1.0)
    wide, high = int(image.width * part), int(image.height * part)
    left, top = dice.randint(0, image.width - wide), dice.randint(0, image.height - high)
    image = image.crop((left, top, left + wide, top + high)).resize((1600, 1200), Image.Resampling.LANCZOS)
    if dice.random() < 0.5:
        image = ImageOps.mirror(image)
    image = ImageEnhance.Brightness(image).enhance(dice.uniform(0.85, 1.1))
    # Drawn pictures are smoother than photos: grain makes their files as heavy as those of a camera.
    grain = Image.effect_noise(image.size, 14).convert("RGB")
    image = Image.blend(image, grain, 0.12)
    image.save(place, quality=88)


def main() -> None:
    """Multiplies."""
    source, target, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    shutil.copytree(source / "content", target / "content")
    dossiers = sorted((target / "content/products").rglob("*.md"))
    pictured = [it for it in dossiers if it.with_suffix(".jpg").exists()]
    for dossier in set(dossiers) - set(pictured):
        dossier.unlink()
    (target / "content/codes.yaml").unlink(missing_ok=True)
    for number in range(count):
        own = pictured[number % len(pictured)]
        dice = random.Random(number)
        round_, slug = number // len(pictured), own.stem
        new = own if round_ == 0 else own.with_name(f"{slug}-{round_}.md")
        picture(source / own.with_suffix(".jpg").relative_to(target), new.with_suffix(".jpg"), dice)
        if round_ > 0:
            text = own.read_text(encoding="utf-8").replace(f"{slug}.jpg", f"{slug}-{round_}.jpg")
            text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("aliases"))
            new.write_text(text, encoding="utf-8")
    for spare in pictured[count:]:
        spare.unlink()


main()

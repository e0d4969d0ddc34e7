"""Surfaces lit from the side: pressed powder and smears. Their middle keeps the true colour."""

from __future__ import annotations

from math import pi, sin
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.adapters.pictures.colour import RGB, WHITE, lit
from bot.adapters.pictures.forms import Texture

_LIGHT = ImageFilter.Kernel((3, 3), (-2, -1, 0, -1, 0, 1, 0, 1, 2), scale=1, offset=128)


def pressed(size: tuple[int, int], tone: RGB, cx: float, cy: float) -> Image.Image:
    """Pressed powder with a stamped flower about (`cx`, `cy`), in pixels of the image."""
    image = Image.new("RGB", size, tone)
    height = Image.new("L", (size[0] // 2, size[1] // 2), 128)
    draw = ImageDraw.Draw(height)
    radius = min(size) * 0.17
    for petal in range(6):
        stamp = Image.new("L", height.size, 0)
        ImageDraw.Draw(stamp).ellipse(
            (cx / 2 - radius * 0.26, cy / 2 - radius * 1.05, cx / 2 + radius * 0.26, cy / 2 - radius * 0.12), fill=255
        )
        stamp = stamp.rotate(petal * 60, Image.Resampling.BILINEAR, center=(cx / 2, cy / 2))
        height.paste(88, (0, 0), stamp)
    for share in (1.32, 1.22):
        reach = radius * share
        draw.ellipse((cx / 2 - reach, cy / 2 - reach, cx / 2 + reach, cy / 2 + reach), outline=100, width=5)
    relief = height.filter(ImageFilter.GaussianBlur(2.2)).filter(_LIGHT).resize(size, Image.Resampling.BICUBIC)
    image = _lit(image, relief)
    return _lit(image, _grains(size, 7, 5))


def smear(size: tuple[int, int], tone: RGB, texture: Texture) -> Image.Image:
    """A stroke of the product from top to bottom, RGBA."""
    width, height = size
    random = Random(f"{texture}")
    ends = [random.uniform(0, 1) for _ in range(15)]
    shape = Image.new("L", (width * 2, height * 2), 0)
    ImageDraw.Draw(shape).polygon([(x * 2, y * 2) for x, y in _edge(width, height, ends, texture)], fill=255)
    mask = shape.reduce(2).filter(ImageFilter.GaussianBlur(1.2))
    if texture is Texture.POWDER:
        return _powder(size, tone, mask)
    streaks = Image.frombytes("L", (width, 1), bytes(round(128 + 60 * v) for v in _wander(random, width)))
    streaks = streaks.resize(size).filter(ImageFilter.GaussianBlur(2))
    soft = mask.filter(ImageFilter.GaussianBlur(9 if texture is Texture.CREAM else 14))
    ridge = ImageChops.add(soft.point([v // 2 for v in range(256)]), streaks.point([v // 2 for v in range(256)]))
    relief = ridge.filter(ImageFilter.GaussianBlur(1.5)).filter(_LIGHT)
    image = _lit(Image.new("RGB", size, tone), relief)
    # Wet light: where the surface turns to the lamp most.
    keen = 150 if texture is Texture.CREAM else 142
    gain = 3 if texture is Texture.CREAM else 6
    shine = soft.filter(_LIGHT).point([min(200, max(0, (v - keen) * gain)) for v in range(256)])
    image.paste(Image.new("RGB", size, WHITE), (0, 0), shine.filter(ImageFilter.GaussianBlur(2)))
    if texture is Texture.GLOSS:
        streak = Image.new("L", size, 0)
        ImageDraw.Draw(streak).rounded_rectangle(
            (width * 0.17, height * 0.15, width * 0.22, height * 0.74), 12, fill=190
        )
        image.paste(Image.new("RGB", size, WHITE), (0, 0), streak.filter(ImageFilter.GaussianBlur(4)))
    image.putalpha(mask)
    return image


def _edge(width: int, height: int, ends: list[float], texture: Texture) -> list[tuple[float, float]]:
    """The outline: nearly straight long sides, a round start and an end drawn out into strands."""
    rough = {Texture.CREAM: 0.16, Texture.GLOSS: 0.05, Texture.POWDER: 0.07}[texture]
    points = []
    inner = width * (0.13 if texture is Texture.POWDER else 0.08)
    for step in range(41):
        share = step / 40
        x = inner + (width - 2 * inner) * share
        points.append((x, height * (0.12 - 0.10 * sin(pi * share) ** 0.6)))
    for step in range(41):
        share = step / 40
        points.append((width - inner + width * 0.055 * sin(share * 5.0 + 0.6), height * (0.12 + 0.70 * share)))
    for step in range(141):
        share = step / 140
        position = share * (len(ends) - 1)
        low = int(position)
        blend = position - low
        blend = blend * blend * (3 - 2 * blend)
        value = ends[low] * (1 - blend) + ends[min(low + 1, len(ends) - 1)] * blend
        bulge = sin(pi * share) ** 0.5
        points.append(
            (width - inner - (width - 2 * inner) * share, height * (0.82 + 0.14 * bulge - rough * value * bulge))
        )
    for step in range(41):
        share = 1 - step / 40
        points.append((inner + width * 0.055 * sin(share * 4.4 + 2.0), height * (0.12 + 0.70 * share)))
    return points


def _powder(size: tuple[int, int], tone: RGB, mask: Image.Image) -> Image.Image:
    random = Random("crumbs")
    width, height = size
    ragged = ImageChops.multiply(mask.filter(ImageFilter.GaussianBlur(12)), Image.new("L", size, 255))
    noise = Image.frombytes("L", (width // 3, height // 3), random.randbytes((width // 3) * (height // 3)))
    noise = noise.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(1))
    edge = ImageChops.add(ragged, noise, 1, -128).point([min(255, max(0, (v - 98) * 8)) for v in range(256)])
    image = _lit(Image.new("RGB", size, tone), _grains(size, 16, 11))
    draw = ImageDraw.Draw(image)
    spots = ImageDraw.Draw(edge)
    for _ in range(210):
        # The further a crumb has rolled, the finer it is.
        x, y = random.uniform(10, width - 10), height * (0.80 + abs(random.gauss(0, 0.075)))
        r = random.uniform(0.8, 3.4) * (1.25 - (y / height - 0.80) * 4)
        if y < height - 6 and r > 0.4:
            draw.ellipse((x - r - 1, y - r - 1, x + r + 1, y + r + 1), fill=lit(tone, random.uniform(0.0, 0.10)))
            spots.ellipse((x - r, y - r, x + r, y + r), fill=round(110 + 40 * min(r, 3.4)))
    soft = edge.filter(ImageFilter.GaussianBlur(1.1))
    relief = soft.filter(ImageFilter.GaussianBlur(3)).filter(_LIGHT)
    image = _lit(image, relief.point([128 + (v - 128) // 6 for v in range(256)]))
    image.putalpha(soft)
    return image


def _grains(size: tuple[int, int], strength: int, seed: int) -> Image.Image:
    """Fine even grain about 128."""
    small = (max(2, size[0] // 2), max(2, size[1] // 2))
    noise = Image.frombytes("L", small, Random(seed).randbytes(small[0] * small[1]))
    scaled = noise.filter(ImageFilter.GaussianBlur(0.8)).point([128 + (v - 128) * strength // 64 for v in range(256)])
    return scaled.resize(size, Image.Resampling.BICUBIC)


def _wander(random: Random, length: int) -> list[float]:
    """A rough line within -1 to 1: the marks of the bristles."""
    coarse = [random.uniform(-1, 1) for _ in range(length // 7 + 3)]
    line = []
    for x in range(length):
        low, blend = divmod(x, 7)
        line.append(coarse[low] + (coarse[low + 1] - coarse[low]) * blend / 7)
    return line


def _lit(image: Image.Image, relief: Image.Image) -> Image.Image:
    """Lighter where the relief is above 128, darker where it is below."""
    return ImageChops.add(image, Image.merge("RGB", [relief] * 3), 1, -128)


def grained(image: Image.Image) -> Image.Image:
    """The image with the fine grain of powder; its mean colour stays."""
    return _lit(image, _grains(image.size, 8, 5))

"""The shapes of packages a picture can be drawn of."""

from __future__ import annotations

from enum import StrEnum


class ProductForm(StrEnum):
    DROPPER = "dropper"
    PUMP = "pump"
    BOTTLE = "bottle"
    TUBE = "tube"
    JAR = "jar"
    FOUNDATION = "foundation"
    COMPACT = "compact"
    EYESHADOW = "eyeshadow"
    LIPSTICK = "lipstick"
    GLOSS = "gloss"
    MASCARA = "mascara"
    PENCIL = "pencil"
    POLISH = "polish"
    PERFUME = "perfume"
    BRUSHES = "brushes"
    GIFT_SET = "gift_set"


class Texture(StrEnum):
    """How the product looks when spread: decides how a swatch is drawn."""

    CREAM = "cream"
    POWDER = "powder"
    GLOSS = "gloss"


TEXTURES: dict[ProductForm, Texture] = {
    ProductForm.COMPACT: Texture.POWDER,
    ProductForm.EYESHADOW: Texture.POWDER,
    ProductForm.GLOSS: Texture.GLOSS,
    ProductForm.POLISH: Texture.GLOSS,
}


def texture_of(form: ProductForm) -> Texture:
    return TEXTURES.get(form, Texture.CREAM)

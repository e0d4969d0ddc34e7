"""Which picture a product has. A key says all that is on the picture."""

from __future__ import annotations

from domain.catalog.models import Article, Product


def picture_of(product: Product, article: Article | None) -> str:
    """A photograph where there is one, else drawn: the package in the shade's colour, or with all the shades."""
    if photo := (article.picture if article else None) or product.picture:
        return photo
    if article is None and product.has_shades:
        colours = "-".join(_hex(each) for each in product.articles)
        return f"shades/{product.form}/{product.tint.lstrip('#')}/{colours}"
    return f"product/{product.form}/{product.tint.lstrip('#')}/{_hex(article) if article else 'none'}"


def pictures_of(product: Product, article: Article | None) -> list[str]:
    """Everything there is to turn over on a card: what it shows first, then the rest of the album."""
    return list(dict.fromkeys([picture_of(product, article), *product.pictures]))


def _hex(article: Article) -> str:
    return (article.hex or "").lstrip("#") or "none"

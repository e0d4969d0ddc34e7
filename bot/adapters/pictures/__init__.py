"""Pictures of products, drawn by the program. Pure functions that a process pool can run."""

from bot.adapters.pictures.forms import ProductForm
from bot.adapters.pictures.product import draw_product

__all__ = ["ProductForm", "draw_product"]
